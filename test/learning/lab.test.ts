// The lab speaks its protocol over the modules that the program uses. One transcript, played twice.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const lab = join(import.meta.dirname, '../../bench/lab.js');
const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id }));
const item = (id: string, topics: readonly string[], rest: object = {}) => ({
  ...{ id, type: 'single', domain: 'D1', topics, stem: id, options, answer: ['b'], explanation: '' },
  ...rest,
});
const bank = {
  title: 'Lab',
  passMark: 0.72,
  examLength: 65,
  domains: [
    { id: 'D1', weight: 0.6 },
    { id: 'D2', weight: 0.4 },
  ],
  items: [
    item('q1', ['s3.encryption']),
    item('q2', ['s3.encryption', 's3'], { type: 'multi', choose: 2, answer: ['b', 'c'] }),
    item('q3', [], { type: 'matching', domain: 'D2', answer: ['b', 'a'] }),
    item('q4', ['glue'], { type: 'ordering', domain: 'D2', answer: ['b', 'a', 'd', 'c'] }),
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'quiz-lab-'));
writeFileSync(join(folder, 'bank.json'), JSON.stringify(bank));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Message = Record<string, unknown>;

function play(requests: readonly Message[], seed = 7): Message[] {
  const hello = {
    ...{ type: 'hello', v: 1, bank: join(folder, 'bank.json'), now: '2026-01-01T10:00:00Z', examLength: 65 },
    ...{ examDate: '2026-01-20T10:00:00Z', passMark: 0.72, questionsPerDay: 20, seed },
  };
  const input = [hello, ...requests, { type: 'bye' }].map((request) => `${JSON.stringify(request)}\n`).join('');
  const { stdout, status } = spawnSync(process.execPath, [lab], { input, encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Message);
}

const next = (now: string): Message => ({ type: 'next', mode: 'drill', now, position: 0 });
const answer = (id: string, chosen: readonly string[], confidence: string | null = null): Message => ({
  ...{ type: 'answer', id, chosen, latencyMs: 41_200, confidence, now: '2026-01-01T10:01:00Z' },
});
const session = [
  next('2026-01-01T10:00:00Z'),
  answer('q1', ['a']),
  answer('q2', ['c', 'b'], 'sure'),
  answer('q3', ['b', 'a']),
  answer('q4', ['a', 'b', 'c', 'd'], 'guess'),
  next('2026-01-03T10:00:00Z'),
  { type: 'report', now: '2026-01-03T10:00:00Z' },
];

describe('the lab', () => {
  const replies = play(session);

  test('gives one reply to each request', () => {
    expect(replies.map(({ type }) => type)).toEqual([
      ...['ready', 'question', 'result', 'result', 'result', 'result', 'question', 'report'],
    ]);
  });

  test('scores all kinds of questions', () => {
    expect(replies.slice(2, 6)).toEqual([
      { type: 'result', id: 'q1', correct: false, explained: true },
      { type: 'result', id: 'q2', correct: true, explained: true },
      { type: 'result', id: 'q3', correct: true, explained: true },
      { type: 'result', id: 'q4', correct: false, explained: true },
    ]);
  });

  test('asks for a reason that it gives', () => {
    expect(replies[1]?.why).toMatch(
      /^new .*: no answer yet \(est\. \d+%, \d+-\d+%\), \d+% of the exam; not asked before$/,
    );
    expect(replies[6]?.why).toMatch(/missed 1 day ago; \d+% chance to know it on exam day$/);
  });

  test('reports every tag with its interval, and readiness', () => {
    const { topics, readiness } = replies[7] as { topics: Message[]; readiness: Record<string, number> };
    expect(topics.map(({ topic }) => topic).sort()).toEqual(['glue', 's3', 's3.encryption']);
    for (const { mean, lo, hi, pWeak } of topics as Record<string, number>[]) {
      expect(lo).toBeLessThanOrEqual(mean ?? 0);
      expect(hi).toBeGreaterThanOrEqual(mean ?? 1);
      expect(pWeak).toBeGreaterThanOrEqual(0);
    }
    expect(Object.keys(readiness)).toEqual(['score', 'lo', 'hi', 'pPass']);
  });

  test('ends on bye, though the harness keeps its end open', async () => {
    const child = spawn(process.execPath, [lab]);
    child.stdin.write('{"type":"bye"}\n');
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
  });

  test('says the same for the same seed and requests', () => {
    expect(play(session)).toEqual(replies);
  });
});

test.each([
  ['not JSON at all', 'a request is one JSON object on one line'],
  ['[1]', 'a request is one JSON object on one line'],
  ['{"type":"hello","bank":"nowhere.json"}', 'there is no bank that can be read in nowhere.json'],
  ['{"type":"hello"}', 'there is no bank that can be read in undefined'],
  ['{"type":"next"}', 'say hello first'],
])('what it cannot take is told in one line, and it goes on: %s', (line, message) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [lab], {
    input: `${line}\n${line}\n`,
    encoding: 'utf8',
  });
  const told = `${JSON.stringify({ type: 'error', message })}\n`;
  expect([status, stdout, stderr]).toEqual([0, `${told}${told}`, '']);
});
