// A graded question on one screen, as much of it as the window holds without scrolling.
import type { Explained } from '../../core/sitting/view.ts';
import { blank, type Line } from '../../core/text/styled.ts';
import { explanationLines, type Fullness, questionLines } from '../../reports/explanation.ts';
import { footerKeys, heightOf, type Screen, type Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';

/** What is told where nothing fits: the end of it scrolls. */
const BARE = { context: false, stem: false };

/** With the question above it, where that fits and has no case to be read with it. */
const WHOLE = { context: true, stem: true };

/** From the fullest telling to the tightest; the first that fits above the row that tells of more is taken, and the question is more. */
const TELLINGS = [{ context: true, stem: false }, BARE, { ...BARE, runOn: true }];

/** The page after an answer. */
export function feedbackScreen(
  { grading, item, question }: Explained,
  chrome: { readonly header: readonly Line[]; readonly hints: readonly string[]; readonly again?: boolean },
  { glyphs, palette }: Look,
  size: Size,
): Screen {
  const footer = [footerKeys(...chrome.hints)];
  const room = size.rows - 1 - heightOf([...chrome.header, ...footer], size.columns, palette);
  if (chrome.again) {
    const body = explanationLines(grading, item, question, glyphs, { context: true, stem: false, again: true });
    return { header: chrome.header, body, footer };
  }
  const told = (fullness: Fullness) => explanationLines(grading, item, question, glyphs, fullness);
  const fits = (lines: readonly Line[], rows: number) => heightOf(lines, size.columns, palette) <= rows;
  const whole = told(WHOLE);
  if (question.caseText === undefined && fits(whole, room)) return { header: chrome.header, body: whole, footer };
  const body = TELLINGS.map(told).find((lines) => fits(lines, room - 1)) ?? told(BARE);
  return { header: chrome.header, body: [...body, blank, ...questionLines(question)], footer };
}
