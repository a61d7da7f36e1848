// What an imported bank had besides questions and the target lacks. It stays behind, because only the author writes bank.yaml.
import { firstFew } from '../../core/text/wording.ts';
import type { BankTold } from '../../interop/format.ts';
import type { ImportTarget } from './target.ts';

/** So many exams or topics are named. */
const MOST_NAMED = 8;

export function leftBehind(
  banks: readonly { readonly file: string; readonly told: BankTold }[],
  { topics, exams }: ImportTarget,
): string[] {
  return banks.flatMap(({ file, told }) => {
    const lacking = told.exams.filter((id) => !exams.has(id));
    const titles = topics ? [] : told.titles; // where the author has topics, their titles stand
    return [
      ...(lacking.length > 0 ? [stays('exams', lacking, 'exams', file)] : []),
      ...(titles.length > 0 ? [stays('titles of topics', titles, 'topics', file)] : []),
    ];
  });
}

function stays(what: string, ids: readonly string[], field: 'exams' | 'topics', file: string): string {
  return `${what} are not taken in (${firstFew(ids, MOST_NAMED)}): write them under ${field}: in bank.yaml (${file})`;
}
