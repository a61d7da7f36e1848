// A graded question on one screen, as much of it as the window holds without scrolling.
import type { Glyphs } from '../../core/glyphs.ts';
import { blank, type Line } from '../../core/text.ts';
import type { Explained } from '../../core/view.ts';
import { explanationLines } from '../../reports/explanation.ts';
import type { Palette } from '../colour.ts';
import { footerKeys, heightOf, type Screen, type Size } from '../layout.ts';

/** From the fullest to the barest telling; the first that fits is taken, else the barest, of which the end scrolls. */
const TELLINGS = [
  { context: true, stem: true },
  { context: true, stem: false },
  { context: false, stem: false },
  { context: false, stem: false, runOn: true },
];

export function feedbackScreen(
  { grading, item, question }: Explained,
  chrome: { readonly header: readonly Line[]; readonly keys: string; readonly again?: boolean },
  glyphs: Glyphs,
  size: Size,
  palette: Palette,
): Screen {
  const footer = [footerKeys(chrome.keys)];
  const room = size.rows - 1 - heightOf([...chrome.header, ...footer], size.columns, palette);
  if (chrome.again) {
    const body = explanationLines(grading, item, question, glyphs, { context: true, stem: false, again: true });
    return { header: chrome.header, body, footer };
  }
  const tellings = TELLINGS.map((fullness) => explanationLines(grading, item, question, glyphs, fullness));
  const loose = tellings.map((lines) => [...lines, blank]);
  const body = [...loose, ...tellings].find((lines) => heightOf(lines, size.columns, palette) <= room);
  return { header: chrome.header, body: body ?? tellings.at(-1) ?? [], footer };
}
