// Lines of a headless session that look like messages and are none.
import { expect, test } from 'vitest';
import { mammalsBank } from '../support/mammals.ts';
import { type Message, quiz } from '../support/quiz.ts';

test.each([
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
])('%s is malformed, and the question is asked again as it was', refusesAndAsksAgain);

test('a line of more than 64 KB is malformed however it comes in, and the question is asked again as it was', () => {
  refusesAndAsksAgain(`{"type":"flag","padding":"${'x'.repeat(64 * 1024)}"}\n`);
});

function refusesAndAsksAgain(input: string) {
  const { out } = quiz(['exam', '--seed', '1', '--bank', mammalsBank(), '--jsonl'], { input });
  const [, first, refusal, again]: Message[] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(refusal).toMatchObject({ type: 'refusal', code: 'malformed' });
  expect({ ...again, remainingMs: 0 }).toEqual({ ...first, remainingMs: 0 });
}
