// "A.red", "D:`x`": labels without a space behind them are labels where the lines around them show that they count options.
import { isFirstLabel, isNextLabel, labelOf } from './labels.ts';

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
  let fence = false;
  for (const [index, line] of lines.entries()) {
    if (/^\s*(```|~~~)/.test(line)) fence = !fence;
    if (fence || line.trim() === '') continue;
    const label = labelIn(line);
    const last = run.at(-1);
    if (label !== undefined && last && isNextLabel(last.label, label)) run.push({ index, label });
    else {
      finish();
      if (label !== undefined && isFirstLabel(label)) run = [{ index, label }];
    }
  }
  finish();
  return spaced;
}

function labelIn(line: string): string | undefined {
  const label = LOOSE.exec(line)?.[1] ?? TIGHT.exec(line)?.[2];
  return label === undefined ? undefined : labelOf(label);
}
