// Problems in the manner of rustc: what, where, the line with a caret under the place, what to do.
import type { Glyphs } from '../core/glyphs.ts';
import type { Problem } from '../core/problem.ts';
import { blank, type Line, labelled, line, span } from '../core/text.ts';

const LONGEST_EXCERPT = 64;

export function problemLines(
  { code, severity, at, message, hint, item }: Problem,
  source: string | undefined,
  _: Glyphs,
): Line[] {
  const number = String(at.line);
  const gutter = ' '.repeat(number.length);
  const { excerpt, caret } = cutOut(source ?? '', at.column - 1);
  return [
    line(span(`${severity}[${code}]`, severity === 'error' ? 'missed' : 'caution'), span(`: ${message}`, 'strong')),
    line(`${gutter}--> ${at.file}:${at.line}:${at.column}${item ? `  (question ${item})` : ''}`),
    ...(excerpt === ''
      ? []
      : [labelled(`${number} | `, excerpt), labelled(`${gutter} | `, span(`${' '.repeat(caret)}^`, 'missed'))]),
    labelled(`${gutter} = `, `help: ${hint}`),
    blank,
  ];
}

/** The part of a line around a place, so that the caret is always in sight. */
function cutOut(source: string, at: number): { excerpt: string; caret: number } {
  const text = source.replace(/\t/g, ' ').trimEnd();
  const from = at < LONGEST_EXCERPT - 10 ? 0 : at - 20;
  return { excerpt: text.slice(from, from + LONGEST_EXCERPT), caret: at - from };
}
