// What a terminal says of itself, and what a program before left it doing: on no page does any of it count as a key.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { keys, pause, type Seat, sitDown, still } from '../support/pty.ts';
import { quiz, TEA, tempFolder } from '../support/quiz.ts';

/** Names and forms as in xterm's "Control Sequences" and the specification of kitty's keyboard protocol. */
const SENT: Readonly<Record<string, string | Buffer>> = {
  'mouse, SGR': '\u001b[<0;12;3M\u001b[<0;12;3m',
  'mouse, X10': '\u001b[M !1',
  'mouse, X10, the right button': '\u001b[M#1"',
  'mouse, X10, far right': Buffer.from([0x1b, 0x5b, 0x4d, 0x20, 0xf1, 0x32]),
  'mouse, urxvt': '\u001b[32;10;3M',
  focus: '\u001b[I\u001b[O',
  'device attributes': '\u001b[?62;1;2;4c',
  'secondary device attributes': '\u001b[>41;370;0c',
  'tertiary device attributes': '\u001bP!|00000001\u001b\\',
  'the place of the cursor': '\u001b[12;40R',
  'the place of the cursor, extended': '\u001b[?12;40;1R',
  'a mode': '\u001b[?2026;2$y',
  'the background, up to ST': '\u001b]11;rgb:1e1e/2e2e/3e3e\u001b\\',
  'the background, up to BEL': '\u001b]11;rgb:1e1e/1e1e/1e1e\u0007',
  'the foreground': '\u001b]10;rgb:aaaa/bbbb/cccc\u001b\\',
  'the clipboard': '\u001b]52;c;MTIzNA==\u0007',
  'the version': '\u001bP>|XTerm(370)\u001b\\',
  'a setting': '\u001bP1$r1;2m\u001b\\',
  'a capability': '\u001bP1+r544e=787465726d\u001b\\',
  'kitty, a key is let go': '\u001b[49;1:3u',
  'kitty, a letter is let go': '\u001b[97;1:3u',
  'kitty, all of a key': '\u001b[49::49;1:1;49u',
  'kitty, its flags': '\u001b[?1u',
  'the window in cells': '\u001b[8;30;100t',
  'the window in points': '\u001b[4;600;1000t',
  'the window has a new size': '\u001b[48;30;100;600;1000t',
  graphics: '\u001b_Gi=31;OK\u001b\\',
  'a key in the form of modifyOtherKeys': '\u001b[27;5;49~',
  'a paste': '\u001b[200~1\r2\r3\r\u0003\u0004\u001b[201~',
  'function keys': '\u001b[24;2~\u001b[[A\u001bOP\u001bO2Q',
  'the scheme of colours': '\u001b[?997;1n',
  'Alt and a digit': '\u001b1',
  'C1 as a byte': Buffer.from([0x9b, ...Buffer.from('1;2R')]),
  'C1 in UTF-8': '\u009b12;3R',
  'a string in C1': '\u009d11;rgb:1/2/3\u009c',
};

interface Page {
  readonly args: readonly string[];
  /** What is there when the keys, one after another, have led to the page. */
  readonly way: readonly (readonly [seen: string, ...pressed: string[]])[];
}

const FIELD = 'a field to type in';

const PAGES: Readonly<Record<string, Page>> = {
  'a question of a drill': { args: ['drill', 'leaf', '--type', 'single'], way: [['Which tea is it?']] },
  'an explanation': { args: ['drill', 'leaf', '--type', 'single'], way: [['Which tea is it?', '1'], ['Your notes']] },
  'a question of an exam': {
    args: ['exam', '--seed', '3', '--untimed'],
    way: [['Enter start', keys.enter], ['question 1 of']],
  },
  'the start of an exam': { args: ['exam', '--seed', '3', '--untimed'], way: [['Enter start']] },
  'the grid': {
    args: ['exam', '--seed', '3', '--untimed'],
    way: [['Enter start', keys.enter], ['question 1 of', 'r'], ['unanswered 5']],
  },
  'the question whether to leave': {
    args: ['exam', '--seed', '3', '--untimed'],
    way: [['Enter start', keys.enter], ['question 1 of', 'q'], ['keep working']],
  },
  [FIELD]: { args: ['drill', '--type', 'cloze'], way: [['degrees.']] },
  'the notes': { args: ['notes'], way: [['Enter drill this', 'j']] },
  home: { args: [], way: [['q quit']] },
};

interface Opened {
  readonly seat: Seat;
  readonly data: string;
}

async function at({ args, way }: Page): Promise<Opened> {
  const data = tempFolder();
  const seat = sitDown([...args, '--bank', TEA], { data });
  for (const [seen, ...pressed] of way) {
    await seat.see(seen);
    await seat.press(...pressed);
  }
  await pause(400); // a new page takes no keys at once: nothing here is to hide behind that
  return { seat, data };
}

/** The screen without the clock and without what is said of a paste, which moves what stands above it. */
const screenOf = async (seat: Seat) =>
  still(await seat.screen())
    .replace(' A paste is not taken here: use the keys below.', '')
    .replace(/\n+/g, '\n');

/** All that was written down, but for how long the exam is open. */
function recordsIn(data: string): string {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.jsonl'));
  const lines = files.flatMap((file) => readFileSync(join(data, file), 'utf8').split('\n'));
  return lines.filter((line) => !line.includes('"type":"beat"')).join('\n');
}

/** What has begun is given up after a second: whoever sends its rest later than this may have sent keys. */
const STANDSTILL_MS = 600;

/**
 * Sends bytes at once, one after another as a slow line brings them, and in two pieces with a pause that is longer than the one after which
 * a lone Esc is the key. False: this machine stood still in between.
 */
async function send(seat: Seat, sent: string | Buffer): Promise<boolean> {
  const bytes = Buffer.from(sent as string);
  const middle = Math.max(2, bytes.length >> 1);
  // ESC goes with the byte behind it, else a busy machine makes the key of it.
  const singly = bytes.toString('latin1').match(/\u001b?[\s\S]/g) ?? [];
  let longest = 0;
  const typeAndWait = async (piece: Buffer, ms: number) => {
    const since = performance.now();
    seat.type(piece);
    await pause(ms);
    longest = Math.max(longest, performance.now() - since);
  };
  await typeAndWait(bytes, 0);
  for (const piece of singly) await typeAndWait(Buffer.from(piece, 'latin1'), 2);
  await typeAndWait(bytes.subarray(0, middle), 80);
  seat.type(bytes.subarray(middle));
  await pause(50);
  return longest < STANDSTILL_MS;
}

test.concurrent.each(Object.entries(PAGES))(
  '%s takes no reply, no report and no paste for a key, whole or in pieces',
  async (name, page) => {
    const { 'a paste': _, ...others } = SENT;
    const all = name === FIELD ? others : SENT; // there a paste is text
    const stateOf = async ({ seat, data }: Opened) => ({
      screen: await screenOf(seat),
      records: recordsIn(data),
    });
    let opened = await at(page);
    let before = await stateOf(opened);
    const taken: string[] = [];
    for (const [sort, sent] of Object.entries(all)) {
      while (!(await send(opened.seat, sent))) {
        opened.seat.kill('SIGKILL');
        opened = await at(page);
        before = await stateOf(opened);
      }
      if (!isDeepStrictEqual(await stateOf(opened), before)) taken.push(sort);
    }
    await pause(200);
    expect(taken).toEqual([]);
    expect(await stateOf(opened)).toEqual(before);
    opened.seat.kill('SIGKILL');
  },
);

const pasted = (text: string) => `\u001b[200~${text}\u001b[201~`;

test.concurrent('a paste is told where it is not taken, until the next key', async () => {
  const { seat } = await at({ args: ['drill', 'leaf', '--type', 'single'], way: [['Which tea is it?']] });
  seat.type(pasted('1'));
  await seat.see('A paste is not taken here: use the keys below.');
  await seat.press(keys.down);
  await seat.see('❯ 1)');
  expect(await seat.screen()).not.toContain('A paste');
  seat.kill('SIGKILL');
});

test.concurrent('a number behind a paste answers, where it was asked before which option to cross out', async () => {
  const { seat } = await at({ args: ['drill', 'leaf', '--type', 'single'], way: [['Which tea is it?']] });
  await seat.press('x');
  await seat.see('cross out  Esc back');
  seat.type(pasted('1'));
  await seat.see('A paste is not taken here');
  expect(await seat.screen()).toContain(' answer  ↑↓');
  await seat.press('2');
  await seat.see(/Right|Not this time/);
  seat.kill('SIGKILL');
});

test.concurrent('where the answer is typed a paste types it, in one row, and answers nothing by itself', async () => {
  const { seat, data } = await at({ args: ['drill', '--type', 'cloze'], way: [['degrees.']] });
  const before = recordsIn(data);
  seat.type(pasted('8'));
  await seat.see('Answer: 8_');
  seat.type(pasted('0\r\n\u202edegrees\u200b\r'));
  await seat.see('Answer: 80 degrees _');
  expect(recordsIn(data)).toBe(before);
  await seat.press('\t');
  await seat.see('Tab type');
  seat.type(pasted('f'));
  await seat.see('A paste is not taken here');
  expect(await seat.screen()).toContain('Answer: 80 degrees _');
  await seat.press('\t', keys.enter);
  await seat.see('Right.  80 degrees');
  seat.kill('SIGKILL');
});

test.concurrent('in an exam what was pasted is kept when the question is left, and is no longer than an answer may be', async () => {
  const { seat, data } = await at({
    args: ['exam', '--seed', '3', '--untimed'],
    way: [['Enter start', keys.enter], ['question 1 of']],
  });
  for (let at = 1; !(await seat.screen()).includes('Answer: _'); at++) {
    await seat.press(keys.right);
    await seat.see(`question ${at + 1} of`);
  }
  seat.type(pasted(`80${' '.repeat(500)}9${'9'.repeat(300)}`));
  await seat.see(`Answer: 80 ${'9'.repeat(50)}`);
  await seat.press('\u0017'); // the nines are a word
  await seat.see('Answer: 80 _');
  await seat.press(keys.left);
  await seat.see('answered 1');
  expect(recordsIn(data)).toContain('"response":"80"');
  seat.kill('SIGKILL');
});

test.concurrent('a paste is a part of what is reported, without marks that nobody sees', async () => {
  const { seat, data } = await at({ args: ['drill', 'leaf', '--type', 'single'], way: [['Which tea is it?', '!']] });
  await seat.see('What is wrong');
  await seat.press('N');
  seat.type(pasted('o such\n\u2066tea\u2069'));
  await seat.see('No such tea_');
  await seat.press(keys.enter);
  await seat.see('Reported.');
  expect(recordsIn(data)).toContain('"text":"No such tea"');
  seat.kill('SIGKILL');
});

test.concurrent('a key that comes with a reply, or after it, works', async () => {
  const { seat } = await at({
    args: ['exam', '--seed', '3', '--untimed'],
    way: [['Enter start', keys.enter], ['question 1 of']],
  });
  seat.type('\u001b[?62;1;2;4cf');
  await seat.see('flagged 1');
  seat.type('\u001b]11;rgb:1e1e/1e1e/1e1e\u001b\\');
  await seat.press(keys.esc);
  await seat.see('keep working');
  seat.kill('SIGKILL');
});

test.concurrent.each([
  ['a paste', '\u001b[200~1\r'],
  ['a string', '\u001b]0;title 1 2 3'],
  ['a sequence', '\u001b[?62;1'],
])('%s that never ends is given up, also while keys are pressed', async (_, begun) => {
  const { seat, data } = await at({ args: ['drill', 'leaf', '--type', 'single'], way: [['Which tea is it?']] });
  const before = recordsIn(data);
  seat.type(begun);
  await pause(100);
  for (let presses = 0; presses < 5; presses++) {
    seat.type(' ');
    await pause(100);
  }
  expect(recordsIn(data)).toBe(before);
  for (let tries = 0; tries < 100 && recordsIn(data) === before; tries++) {
    await pause(100);
    seat.type('1');
  }
  await seat.see('Your notes');
  seat.kill('SIGKILL');
});

test.concurrent('Ctrl-C works in the middle of a sequence, and in a paste it is text', async () => {
  const { seat } = await at({ args: ['drill', 'leaf', '--type', 'single'], way: [['Which tea is it?']] });
  seat.type('\u001b[200~ab\u0003cd\u0004\u001b[201~');
  await pause(300);
  expect(await seat.screen()).toContain('Which tea is it?');
  seat.type('\u001b]0;title');
  await pause(100);
  seat.type(keys.ctrlC);
  expect(await seat.exit).toMatchObject({ code: 130 });
});

test.concurrent('in plain lines the answer is what was typed', async () => {
  const data = tempFolder();
  const seat = sitDown(['--accessible', 'drill', '--bank', TEA, '--type', 'cloze'], { data, rows: 60 });
  await seat.see('degrees.');
  await pause(300);
  seat.type('\u001b[?62;1;2;4c\u001b]11;rgb:1e1e/1e1e/1e1e\u001b\\80\r');
  await seat.see('Recorded: 80.');
  await seat.exit;
  expect(recordsIn(data)).toContain('"response":"80"');
});

test.concurrent('in plain lines no reply starts an exam', async () => {
  const data = tempFolder();
  const seat = sitDown(['--accessible', 'exam', '--bank', TEA, '--seed', '3'], { data, rows: 60 });
  await seat.see('to start the clock');
  seat.type('\u001b[?62;1;2;4cq\r');
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(quiz(['exam', '--resume', '--jsonl', '--bank', TEA], { data })).toMatchObject({ code: 2 });
});
