// Lines of a headless session that look like messages and are none.
import { beforeAll, expect, test } from 'vitest';
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

const MALFORMED = [
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
];

let first: Message | undefined;
let refused: Message[];
beforeAll(() => {
  [first, ...refused] = answersTo(MALFORMED.map((line) => `${line}\n`).join(''));
});

test.each(MALFORMED)('%j is malformed, and the question is asked again as it was', (line) => {
  const at = 2 * MALFORMED.indexOf(line);
  expect(refused).toHaveLength(2 * MALFORMED.length);
  expect(refused[at]).toMatchObject({ type: 'refusal', code: 'malformed' });
  expect(refused[at + 1]).toEqual(first);
});

test('a line of 64 KB is read, a longer one is malformed, however it comes in', () => {
  const flag = '{"type":"flag"}';
  const long = flag.padEnd(64 * 1024);
  const [asked, flagged, refusal, again] = answersTo(`${long}\n${long} \n`);
  expect(flagged).toEqual({ ...asked, flagged: true });
  expect(refusal).toEqual({
    type: 'refusal',
    code: 'malformed',
    message: 'A line may have 64 KB, and this one is longer.',
  });
  expect(again).toEqual(flagged);
});

test.each([
  ['single', 'kind stem options choose'],
  ['multiple', 'kind stem options choose'],
  ['ordering', 'kind stem options'],
  ['matching', 'kind stem left right'],
  ['cloze', 'kind stem accepts'],
])(
  'what is asked stands before what is to choose from, and how many were right before the topics: %s',
  (type, parts) => {
    const { out } = quiz(['drill', '-n', '1', '--seed', '5', '--type', type, '--jsonl'], { input: '' });
    const [, asked, result] = out.split('\n');
    const rest = 'topics response flagged struck remainingMs why';
    expect(fieldsOf(asked)).toEqual(`type slot of item ${parts} ${rest}`.split(' '));
    expect(fieldsOf(result)).toEqual('type session right of percent interval pass passed reason topics'.split(' '));
  },
);

function fieldsOf(line = ''): string[] {
  return Object.keys(JSON.parse(line)).filter((field) => field !== 'unit'); // not every gap has one
}
