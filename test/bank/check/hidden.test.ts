// A slip of the hand mends nothing: whatever is told no more after it is only hidden.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isHidden } from '../../../src/bank/check/hidden.ts';
import { checkBank } from '../../../src/commands/checking/checked-bank.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { DEMO } from '../../support/banks.ts';
import { folderWith } from '../../support/folders.ts';

const QUESTIONS = `questions:
  - id: audit
    type: single
    topics: s3/encription
    stem: Which one leaves an audit trail?
    options: [{ id: s3, text: SSE-S3 }, { id: kms, text: SSE-KMS }]
    answer: km
    quotes: [{ section: Encryption, text: SSE-KMS keeps a trail }]
  - id: order
    type: ordering
    topics: s3/encryption
    levle: apply
    stem: In which order?
    options: [{ id: x, text: first }, { id: y, text: second }]
    answer: [x]
  - id: infer
    type: single
    topics: glue
    case: lake
    stem: What does Glue infer?
    options:
      - { id: a, text: Schemas, why: Your notes say so. }
      - { id: b, text: Tables }
    answer: a
`;
const FILES = { ...DEMO, 'a.yaml': QUESTIONS, 'b.yaml': DEMO['b.yaml'].replace('___', 'them') };

async function problemsIn(folder: string) {
  const { bank, problems } = await checkBank({ folder, nameOf: (file) => file, isShipped: false }, undefined);
  const judged = new Set(bank.facts.map(({ id }) => id));
  return { problems, judged, isWithoutManifest: bank.manifestErrors.length > 0 };
}

const likeness = ({ code, item = '', message }: Problem) => `${code} ${item} ${message}`;

/** Slips at a line: what the line becomes. */
const SLIPS: Readonly<Record<string, (line: string) => string>> = {
  'a quote that is not closed': (line) => line.replace(/: (\w)/, ': "$1'),
  'a bracket too many': (line) => `${line} ]`,
  'a blank less': (line) => line.replace(/^ /, ''),
  'a blank more': (line) => ` ${line}`,
  'no colon': (line) => line.replace(': ', ' '),
  'a tab': (line) => line.replace(/^ +/, '\t'),
  'a text too many': (line) => line.replace(/: (\w)/, ': x: $1'),
  'another name': (line) => line.replace(/(\w)(\w): /, '$2$1: '),
  'another word': (line) => line.replace(/(type: \w)\w/, '$1'),
};

test.each(Object.entries(SLIPS))('%s mends nothing', async (_, slip) => {
  const folder = folderWith(FILES);
  const { problems: before } = await problemsIn(folder);
  const lines = QUESTIONS.split('\n');
  const called: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (slip(line) === line || line.includes('levle')) continue; // a slip in what is wrong makes another mistake of it
    writeFileSync(join(folder, 'a.yaml'), lines.with(index, slip(line)).join('\n'));
    const now = await problemsIn(folder);
    const told = new Set(now.problems.map(likeness));
    const known = new Set(before.map(likeness));
    const looked = { ...now, fresh: now.problems.filter((problem) => !known.has(likeness(problem))), hidden: [] };
    const mended = before.filter((problem) => !told.has(likeness(problem)) && !isHidden(problem, looked));
    called.push(...mended.map((problem) => `${index + 1} ${line.trim()}: ${likeness(problem)}`));
  }
  expect(called).toEqual([]);
});
