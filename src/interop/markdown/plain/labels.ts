// "A.red", "D:`x`", "A." above its text: what is no label by its form is one where the lines around it show that they count options.

import { codeAmong, isFence } from '../../../core/text/fences.ts';
import { isFirstLabel, isNextLabel, labelOf } from '../../words/labels.ts';

/** Those that are labels: at least two in order, from the first of a script on. One without a letter ends a run. */
function labelsAmong<T extends { readonly letter: string | undefined }>(all: Iterable<T>): T[] {
  const runs: T[][] = [];
  let last: string | undefined;
  for (const one of all) {
    const label = labelOf(one.letter ?? '-');
    const goesOn = last !== undefined && isNextLabel(last, label);
    if (goesOn) runs.at(-1)?.push(one);
    else if (isFirstLabel(label)) runs.push([one]);
    last = goesOn || isFirstLabel(label) ? label : undefined;
  }
  return runs.filter(({ length }) => length > 1).flat();
}

/** "A\\. red", "1\\. Which …?": what some programs write for labels, so that they make no list. */
const ESCAPED = /^(\s*(?:[-*+]\s+)?(?:\*\*|__)?)(Q?\d{1,3}|[A-Za-z])\\([.)])(?=\s)/;

/** The lines without strokes before the signs of labels, where a run of letters shows that they are labels. */
export function withPlainLabels(lines: readonly string[]): readonly string[] {
  const letters = lines.flatMap((line) => ESCAPED.exec(line)?.[2] ?? []).filter((label) => /\D/.test(label));
  const areLabels = labelsAmong(letters.map((letter) => ({ letter }))).length > 0;
  return areLabels ? lines.map((line) => line.replace(ESCAPED, '$1$2$3')) : lines;
}

const LOOSE = /^\s*(?:[-*+]\s+)?(?:\*\*|__)?[(（]?([A-Za-z])(?:[.:)]|\*\*[.:)])(?:\*\*|__)?\s/;
const TIGHT = /^(\s*(?:[-*+]\s+)?(?:\*\*|__)?)([A-Za-z])([.:])(?=[^\s.:)/\\*_])(.*)$/;

/** The lines with a space behind the labels of each run A, B, C…; code stays as it is. */
export function withSpacedLabels(lines: readonly string[]): readonly string[] {
  const code = codeAmong(lines);
  const labelled = function* () {
    for (const [index, line] of lines.entries())
      if (code[index] !== 'code' && line.trim() !== '')
        yield { index, letter: LOOSE.exec(line)?.[1] ?? TIGHT.exec(line)?.[2] };
  };
  const spaced = [...lines];
  for (const { index } of labelsAmong(labelled())) spaced[index] = (lines[index] ?? '').replace(TIGHT, '$1$2$3 $4');
  return spaced;
}

const ALONE = /^\s*([A-Ha-h])[.)]\s*$/;

/** The lines with each label that stands alone put before the text below it, in a run from A; code stays as it is. */
export function withTextsBesideLabels(lines: readonly string[]): readonly string[] {
  const code = codeAmong(lines);
  const joined = [...lines];
  const textAt = (index: number) => (lines[index] ?? '').trim();
  const alone = lines.flatMap((line, index) => {
    const letter = code[index] ? undefined : ALONE.exec(line)?.[1];
    if (letter === undefined) return [];
    const below = [index + 1, index + 2].find((at) => textAt(at) !== '') ?? index;
    return [{ index, below, letter: ALONE.test(textAt(below)) || isFence(textAt(below)) ? undefined : letter }];
  });
  for (const { index, below } of labelsAmong(alone)) {
    joined[index] = '';
    joined[below] = `${textAt(index)} ${textAt(below)}`;
  }
  return joined;
}
