// Lines of a headless session that look like messages and are none.
import { expect, test } from 'vitest';
import { mammalsBank } from '../support/mammals.ts';
import { type Message, quiz } from '../support/quiz.ts';

/** What an exam writes on this input behind its first message: the first question, and all that follows. */
function answersTo(input: string): Message[] {
  const { out } = quiz(['exam', '--seed', '1', '--bank', mammalsBank(), '--jsonl'], { input });
  const [, ...messages]: Message[] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return messages.map((message) => (message.type === 'ask' ? { ...message, remainingMs: 0 } : message));
}

test.each([
  '',
  '  ',
  '\r',
  '{"type":"move","to":"2"}',
  '{"type":"move","to":[2]}',
  '{"type":"move","to":true}',
  '{"type":"move"}',
  '{"type":["flag"]}',
  '{"to":2}',
  '{"type":"strike","option":["alpha"]}',
  '{"type":"respond","response":["alpha"],"confidence":"certain"}',
  '{"type":"respond","response":["alpha"],"confidence":["sure"]}',
  'end',
])('%j is malformed, and the question is asked again as it was', (input) => {
  const [first, refusal, again] = answersTo(`${input}\n`);
  expect(refusal).toMatchObject({ type: 'refusal', code: 'malformed' });
  expect(again).toEqual(first);
});

test('a line of 64 KB is read, a longer one is malformed, however it comes in', () => {
  const flag = '{"type":"flag"}';
  const [first, flagged] = answersTo(`${flag.padEnd(64 * 1024)}\n`);
  expect(flagged).toEqual({ ...first, flagged: true });
  const [, refusal, again] = answersTo(`${flag.padEnd(64 * 1024 + 1)}\n`);
  expect(refusal).toEqual({
    type: 'refusal',
    code: 'malformed',
    message: 'A line may have 64 KB, and this one is longer.',
  });
  expect(again).toEqual(first);
});
