// "A.red", "D:`x`", "A." above its text: what is no label by its form is one where the lines around it show that they count options.

import { codeAmong, isFence } from '../../../core/text/fences.ts';
import { isFirstLabel, isNextLabel, labelOf } from '../../words/labels.ts';
import { areOurs } from './lines.ts';

/** "A\\. red", "1\\. Which …?": what some programs write for labels, so that they make no list. */
const ESCAPED = /^(\s*(?:[-*+]\s+)?(?:\*\*|__)?)(Q?\d{1,3}|[A-Za-z])\\([.)])(?=\s)/;

/** The lines without strokes before the signs of labels, where a run of letters shows that they are labels; not in an export of ours. */
export function withPlainLabels(lines: readonly string[]): readonly string[] {
  const letters = lines.flatMap((line) => ESCAPED.exec(line)?.[2] ?? []).filter((label) => /\D/.test(label));
  const isRun = letters.some(
    (label, index) => isFirstLabel(labelOf(label)) && isNextLabel(labelOf(label), labelOf(letters[index + 1] ?? '')),
  );
  if (!isRun || areOurs(lines)) return lines;
  return lines.map((line) => line.replace(ESCAPED, '$1$2$3'));
}

const LOOSE = /^\s*(?:[-*+]\s+)?(?:\*\*|__)?[(（]?([A-Za-z])(?:[.:)]|\*\*[.:)])(?:\*\*|__)?\s/;
const TIGHT = /^(\s*(?:[-*+]\s+)?(?:\*\*|__)?)([A-Za-z])([.:])(?=[^\s.:)/\\*_])(.*)$/;

/** The lines with a space behind the labels of each run A, B, C…; code stays as it is. */
export function withSpacedLabels(lines: readonly string[]): string[] {
  const spaced = [...lines];
  let run: { readonly index: number; readonly label: string }[] = [];
  const finish = () => {
    if (run.length > 1) for (const { index } of run) spaced[index] = (spaced[index] ?? '').replace(TIGHT, '$1$2$3 $4');
    run = [];
  };
  const code = codeAmong(lines);
  for (const [index, line] of lines.entries()) {
    if (code[index] === 'code' || line.trim() === '') continue;
    const label = labelIn(line);
    if (label !== undefined && isNextLabel(run.at(-1)?.label, label)) run.push({ index, label });
    else {
      finish();
      if (label !== undefined && isFirstLabel(label)) run = [{ index, label }];
    }
  }
  finish();
  return spaced;
}

const ALONE = /^\s*([A-Ha-h])[.)]\s*$/;

/** The lines with each label that stands alone put before the text below it, in a run from A; code stays as it is. */
export function withTextsBesideLabels(lines: readonly string[]): string[] {
  const joined = [...lines];
  const textAt = (index: number) => (lines[index] ?? '').trim();
  let run: { readonly label: string; readonly from: number; readonly to: number }[] = [];
  const finish = () => {
    if (run.length > 1)
      for (const { from, to } of run) [joined[from], joined[to]] = ['', `${textAt(from)} ${textAt(to)}`];
    run = [];
  };
  const code = codeAmong(lines);
  for (const [from, line] of lines.entries()) {
    const letter = code[from] ? undefined : ALONE.exec(line)?.[1];
    if (letter === undefined) continue;
    const label = labelOf(letter);
    const to = [from + 1, from + 2].find((index) => textAt(index) !== '');
    const isNext = isNextLabel(run.at(-1)?.label, label);
    if (!isNext) finish();
    if (to === undefined || ALONE.test(textAt(to)) || isFence(textAt(to))) finish();
    else if (isNext || isFirstLabel(label)) run.push({ label, from, to });
  }
  finish();
  return joined;
}

function labelIn(line: string): string | undefined {
  const label = LOOSE.exec(line)?.[1] ?? TIGHT.exec(line)?.[2];
  return label === undefined ? undefined : labelOf(label);
}
