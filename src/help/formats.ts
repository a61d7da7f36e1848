import { type Block, line } from '../core/text/styled.ts';
import { formats } from '../interop/index.ts';
import { type TermRow, titledRows } from './rows.ts';

/** The page on formats of others. */
export function formatsPage(): Block[] {
  const rows = formats.map(({ name, endings, carries, reads, writes }): TermRow => {
    const sides = [...(reads ? ['in'] : []), ...(writes ? ['out'] : [])].join(' and ');
    return [name, `${sides} (${endings.join(' ')}): ${carries}`];
  });
  return [
    ...titledRows('Formats of quiz import and quiz export', rows),
    line('What an export leaves out it says. docs/formats.md tells how each is read.'),
  ];
}
