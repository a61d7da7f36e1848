import { type Block, line } from '../core/text.ts';
import { formats } from '../interop/index.ts';
import { type Row, titledRows } from './rows.ts';

const CARRIES: Readonly<Record<string, string>> = {
  json: 'everything',
  yaml: 'question files of a bank, and the usual shapes',
  gift: 'single, multiple, matching, cloze; reasons, topics',
  'moodle-xml': 'all types; reasons, topics, units',
  aiken: 'single only',
  csv: 'all types; reasons, topics, level',
  anki: 'single, multiple, cloze; reasons, topics as tags',
  blackboard: 'all types; no reasons',
  ncvec: 'single; the rule as the reason',
  markdown: 'all types; reasons, topics, level',
  qti: 'all types; reasons',
  paper: 'to print, with the answers in a file beside it',
};

export function formatsPage(): Block[] {
  const rows = formats.map(({ name, endings, reads, writes }): Row => {
    const sides = [...(reads ? ['in'] : []), ...(writes ? ['out'] : [])].join(' and ');
    return [name, `${sides} (${endings.join(' ')}): ${CARRIES[name]}`];
  });
  return [
    ...titledRows('Formats of quiz import and quiz export', rows),
    line('What an export leaves out it says. docs/formats.md tells how each is read.'),
  ];
}
