// Many commands in one process, as most tests of single commands run them: each says and leaves what it does in a process of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';
import { quiz as alone, type Outcome } from '../support/quiz.ts';

const among = inOneProcess();
const inPlace = folderWith();

/** What a command says, and the files that it leaves, without what no two starts have in common. */
function told(quiz: typeof alone, args: readonly string[], more: Parameters<typeof alone>[1] = {}) {
  const data = folderWith({ 'bank/a.gift': 'First? {=yes ~no}\n', ...DEMO });
  const same = (text: string) =>
    text
      .replaceAll(data, 'HERE')
      .replace(/\d{6}-\d{6}-\w{6}/g, 'SESSION')
      .replace(/"(at|ms|sum|pid|born|by|asOf|seed|active|activeMs|remainingMs|spent)":("[^"]*"|\d+)/g, '"$1":0');
  const { code, out, err } = quiz(args, { ...more, data }) satisfies Outcome;
  const names = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(yaml|md|jsonl)$/.test(name),
  );
  const files = names.map((name) => [same(name), same(readFileSync(join(data, name), 'utf8'))]);
  return { code, out: same(out), err: same(err), files: files.toSorted() };
}

test.each<[string[], Parameters<typeof alone>[1]?]>([
  [['check', '--json', '--bank', '.']],
  [['drlil']],
  [['init', 'new']],
  [
    ['add', '--bank', '.', '--file', '-'],
    { input: 'type: cloze\ntopics: [glue]\nstem: Glue infers ____.\nanswer: x\n' },
  ],
  [
    ['drill', '-n', '1', 'glue', '--seed', '1', '--bank', '.', '--jsonl'],
    { input: '{"type":"respond","response":"schemas"}\n' },
  ],
  [['exam', '--seed', '1', '--bank', '.', '--jsonl']],
  [['check', '--bank', inPlace], { env: { QUIZ_BANK: '/nowhere', TZ: 'Asia/Tokyo' } }],
])('quiz %j', (args, more) => {
  expect(told(among, args, more)).toEqual(told(alone, args, more));
});
