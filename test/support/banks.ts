import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from './folders.ts';

/** A small bank's files: three questions in two files, with notes. */
export const DEMO = {
  'bank.yaml': `id: demo
title: Demo
notes: notes.md
topics: { s3/encryption: Encryption, glue: AWS Glue }
exams:
  - { id: mock, title: Mock, questions: 2, minutes: 4, pass: 70, weights: { s3/encryption: 1, glue: 1 } }
`,
  'notes.md': '# Notes\n\n## Encryption\n- SSE-KMS keeps an audit trail\n\n## Glue\n- Glue infers schemas — “späť”\n',
  'a.yaml': `questions:
  - id: audit
    type: single
    topics: s3/encryption
    stem: Which one leaves an audit trail?
    options: [{ id: s3, text: SSE-S3 }, { id: kms, text: SSE-KMS }]
    answer: kms
    quotes: [{ section: Encryption, text: SSE-KMS keeps an audit trail }]
  - id: order
    type: ordering
    topics: s3/encryption
    stem: In which order?
    options: [{ id: x, text: first }, { id: y, text: second }]
    answer: [x, y]
`,
  'b.yaml': `questions:
  - id: schema
    type: cloze
    topics: glue
    stem: Glue infers ___ (wörtlich).
    answer: schemas
    quotes: [{ section: Glue, text: Glue infers schemas }]
`,
} as const;

/** A new folder of the name "bank" with the given files. */
export function bankFolder(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(folderWith(), 'bank');
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
