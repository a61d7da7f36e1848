import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { keys, pause, sitDown } from '../support/pty.ts';
import { BIN, quiz, TEA, tempFolder } from '../support/quiz.ts';

const exam = ['--accessible', 'exam', '--bank', TEA, '--seed', '3', '--time', '40m'];

test.concurrent('plain lines: numbered, nothing repainted, no escape at all, time on request', async () => {
  const seat = sitDown(exam, { data: tempFolder(), rows: 60 });
  const start = await seat.see('Press Enter to start the clock, or type q for not now:');
  expect(start).not.toContain('·'); // read out, it is "dot"
  await seat.press(keys.enter);
  await seat.see(/Question 1 of 5\..*40 minutes left/);
  await seat.press('t', keys.enter);
  await seat.see('40 minutes left.');
  await seat.press('f', keys.enter);
  await seat.see('Flagged.');
  await seat.press('r', keys.enter);
  await seat.see('Unanswered: 1, 2, 3, 4 and 5. Flagged: 1.');
  await seat.press('s', keys.enter);
  await seat.see('Submit now? 5 unanswered, 1 flagged.');
  await seat.press('n', keys.enter, 's', keys.enter, 'y', keys.enter);
  await seat.see('0 of 5 right');
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(seat.bytes()).not.toContain('\u001b');
  expect(seat.bytes().replaceAll('\r\n', '')).not.toContain('\r');
});

test.concurrent('the clock of an exam in lines starts with Enter, not before; ? and typing ahead are no Enter', async () => {
  const line = ['--accessible', 'exam', '--bank', TEA, '--seed', '3', '--time', '50s'];
  const seat = sitDown(line, { data: tempFolder(), rows: 60 });
  await seat.see('Press Enter to start the clock, or type q for not now:');
  await seat.press('x', keys.enter);
  await pause(2500);
  expect(await seat.screen()).not.toContain('Question 1');
  await seat.press(keys.enter);
  await seat.see(/Question 1 of 5\..*50 seconds left/);
  seat.kill('SIGKILL');
});

test.concurrent('an exam that was left is offered in a whole sentence, and its number resumes it', async () => {
  const data = tempFolder();
  quiz(['exam', '--bank', TEA, '--jsonl'], { data });
  const seat = sitDown(exam, { data, columns: 100 });
  await seat.see('Press Enter to start the clock, or type 1 to resume, q for not now:');
  await seat.press('1', keys.enter);
  await seat.see('Question 1 of 5.');
  seat.kill('SIGKILL');
});

test.concurrent('q before the start starts nothing', async () => {
  const data = tempFolder();
  const seat = sitDown(exam, { data });
  await seat.see('to start the clock');
  await seat.press('q', keys.enter);
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(quiz(['exam', '--resume', '--jsonl', '--bank', TEA], { data })).toMatchObject({ code: 2 });
});

test.concurrent('an answer that takes a flag off says so, and how to keep one', async () => {
  const data = tempFolder();
  const args = ['drill', '--bank', TEA, '--seed', '1'];
  quiz([...args, 'leaf', '--type', 'single', '--jsonl'], { data, input: '{"type":"flag"}\n' });
  const seat = sitDown(['--accessible', ...args, '--flagged'], { data, rows: 60 });
  await seat.see('Drill, question 1 of 1. Flagged.');
  await seat.see('Answer:');
  await pause(200);
  await seat.press('1', keys.enter);
  await seat.see('Its flag is off now. To keep a flag, type f twice before you answer.');
  expect(await seat.exit).toMatchObject({ code: 0 });
});

test.concurrent('an answer is told back in words, and the next question follows', async () => {
  const seat = sitDown(['--accessible', 'drill', 'leaf', '--bank', TEA, '--seed', '1', '--type', 'single'], {
    data: tempFolder(),
    rows: 60,
  });
  const screen = await seat.see(/\d\) Green tea[\s\S]*Answer:/);
  const number = /(\d)\) Green tea/.exec(screen)?.[1] ?? '';
  await pause(200);
  await seat.press(number, keys.enter);
  await seat.see(`Recorded: ${number}) Green tea.`);
  await seat.see('Your notes');
  expect(await seat.exit).toMatchObject({ code: 0 });
});

test.concurrent('half of a choice is kept in an exam, told as such, and counts as unanswered', async () => {
  const bank = folderWith({
    'q.yaml': `questions:
  - id: two
    type: multiple
    topics: [leaf]
    stem: Which two of these are kinds of tea? (Choose two.)
    options: [{ id: a, text: Green }, { id: b, text: Black }, { id: c, text: Blue }]
    answer: [a, b]
`,
  });
  const seat = sitDown(['--accessible', 'exam', '--bank', bank, '--seed', '1'], { data: tempFolder(), rows: 60 });
  await seat.see('to start the clock');
  await seat.press(keys.enter);
  await seat.see('Answer:');
  await pause(200);
  await seat.press('2', keys.enter);
  await seat.see(/Incomplete, kept as a draft: 2\) \w+\. Type two numbers/);
  await seat.press('r', keys.enter);
  await seat.see('Incomplete: 1.');
  await seat.press('s', keys.enter, 'y', keys.enter);
  await seat.see('1 incomplete: counted as wrong.');
  expect(await seat.exit).toMatchObject({ code: 0 });
});

test.concurrent.each([
  ['a dumb terminal', { env: { TERM: 'dumb' } }],
  ['a terminal that does not say what it is', { shell: `env -u TERM ${process.execPath} ${BIN} drill --bank ${TEA}` }],
  ['a window of 30 by 8', { columns: 30, rows: 8 }],
])('%s gets plain lines by itself', async (_, options) => {
  const seat = sitDown(['drill', 'leaf', '--bank', TEA], { data: tempFolder(), ...options });
  await seat.see('Answer:');
  expect(seat.bytes()).not.toContain('\u001b');
  seat.kill('SIGKILL');
});

test.concurrent('a window of 30 by 8 is told why home is in lines, with no word cut', async () => {
  const seat = sitDown(['--bank', TEA], { data: tempFolder(), columns: 30, rows: 8 });
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(seat.bytes()).toMatch(/^The window is 30x8; screens\r\nneed 40x10\. Plain lines\r\ninstead\.\r\n/);
});

test.concurrent('home in lines breaks none of the commands that may be typed next', async () => {
  const data = tempFolder();
  quiz(['exam', '--jsonl'], { data });
  const seat = sitDown([], { data, columns: 60, env: { TERM: 'dumb' } });
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(seat.bytes()).toMatch(/^ Next: quiz exam --resume \S+, or\r\n quiz drill\r$/m);
});

test.concurrent('what is asked in a small window has no word cut either', async () => {
  const small = { columns: 30, rows: 12 };
  const start = sitDown(exam, { data: tempFolder(), ...small });
  await start.see('Press Enter to start the\nclock, or type q for not now:');
  start.kill('SIGKILL');
  const gap = sitDown(['drill', '--bank', TEA, '--type', 'cloze', '--accessible'], { data: tempFolder(), ...small });
  await gap.see(/\(commands begin\nwith \/, help is \/\?\):/);
  gap.kill('SIGKILL');
});

test.concurrent('Ctrl-C in plain lines saves and leaves with 130', async () => {
  const seat = sitDown(exam, { data: tempFolder() });
  await seat.see('to start the clock');
  await seat.press(keys.enter);
  await seat.see('Question 1 of 5');
  await seat.press(keys.ctrlC);
  expect(await seat.exit).toMatchObject({ code: 130 });
  expect(await seat.screen()).toMatch(/^Saved\. Resume with:\s+quiz exam --resume \S+\s+--bank\s/m);
});

test.concurrent.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['the end of the input', 0],
] as const)('%s at the prompt: what is said then begins a line', async (end, code) => {
  const seat = sitDown(['--accessible', 'drill', '--bank', TEA, '--type', 'single'], { data: tempFolder(), rows: 60 });
  await seat.see(/^Answer:$/m);
  if (end === 'the end of the input') seat.type(keys.ctrlD);
  else seat.kill(end);
  expect(await seat.exit).toMatchObject({ code });
  expect(await seat.screen()).toMatch(/^Answer: *\n ?No(thing|\squestion) was answered\./m);
});

test.concurrent('what is ignored is followed by the prompt', async () => {
  const seat = sitDown(['--accessible', 'drill', '--bank', TEA, '--type', 'single'], { data: tempFolder(), rows: 60 });
  seat.type('1\r');
  await seat.see(/^Answer: Ignored: it was typed before the question could be read\.\nAnswer:$/m);
  seat.kill('SIGKILL');
});

test.concurrent('of several lines that come at once none answers, and an answer can be taken back', async () => {
  const seat = sitDown(exam, { data: tempFolder(), rows: 60 });
  await seat.see('to start the clock');
  await seat.press(keys.enter);
  await seat.see('Question 1 of 5');
  await pause(300);
  seat.type('>\r>\r>\r');
  await seat.see('Ignored: several lines came at once.');
  expect(await seat.screen()).not.toContain('Question 2 of 5');
  await seat.press('clear', keys.enter);
  await seat.see('Your answer is taken back.');
  seat.kill('SIGKILL');
});

test.concurrent('h gives a hint in a drill, as a sentence; in an exam there is none', async () => {
  const line = ['--accessible', 'drill', 'leaf', '--bank', TEA, '--seed', '1', '--type', 'single'];
  const seat = sitDown(line, { data: tempFolder(), rows: 60 });
  await seat.see(/Green tea[\s\S]*Answer:/);
  await pause(200);
  await seat.press('h', keys.enter);
  await seat.see(/Hint: \d\) (Oolong|Black tea) is not right\./);
  await seat.press('h', keys.enter);
  await seat.see('More would tell the answer.');
  seat.kill('SIGKILL');
  const mock = sitDown(exam, { data: tempFolder(), rows: 60 });
  await mock.see('Press Enter to start the clock');
  await mock.press(keys.enter);
  await mock.see('Question 1 of 5');
  await pause(200);
  await mock.press('h', keys.enter);
  await mock.see('No hints and no notes in an exam.');
  mock.kill('SIGKILL');
});

test.concurrent('! and a sentence reports a problem with the question, !< one of that before, !- takes it back; stats tells it', async () => {
  const data = tempFolder();
  const line = ['--accessible', 'drill', '-n', '2', '--bank', TEA, '--seed', '1'];
  const seat = sitDown(line, { data, rows: 90 });
  await seat.see(/question 1 of 2[\s\S]*\? help\.[\s\S]*:/);
  await pause(200);
  seat.type(`! White tea is Green too${keys.enter}`);
  await seat.see('Reported of question 1: White tea is Green too');
  await seat.press('!', keys.enter);
  await seat.see('To take it back: !-');
  seat.type(`!-${keys.enter}`);
  await seat.see('Nothing is reported of question 1 any more.');
  await seat.press('>', keys.enter);
  await seat.see('question 2 of 2');
  await pause(200);
  seat.type(`!< None is quite green${keys.enter}`);
  await seat.see('Reported of question 1: None is quite green');
  seat.kill('SIGKILL');
  expect(quiz(['stats', '--bank', TEA], { data }).out).toContain('None is quite green');
});

test.concurrent('at the end of the time what is half typed stays out of the shell, and the result comes with Enter', async () => {
  const line = `${process.execPath} ${BIN} --accessible exam --bank ${TEA} --seed 3 --time 10s; read rest; echo "shell: <$rest>"`;
  const seat = sitDown([], { data: tempFolder(), rows: 90, shell: line });
  await seat.see('to start the clock');
  await seat.press(keys.enter);
  await seat.see(/Question 1 of 5[\s\S]*:$/);
  seat.type('1');
  await seat.see(/^Time is up\. .*[\s\S]*Press Enter for the result:$/m);
  seat.type(' 2');
  expect(await seat.screen()).not.toContain('0 of 5 right');
  await seat.press(keys.enter);
  await seat.see('0 of 5 right');
  await seat.press('l', 's', keys.enter);
  await seat.see('shell: <ls>');
});

test.concurrent('Ctrl-C before that result ends with 130, and tells the outcome', async () => {
  const seat = sitDown([...exam.slice(0, -1), '10s'], { data: tempFolder(), rows: 90 });
  await seat.see('to start the clock');
  await seat.press(keys.enter);
  await seat.see('Press Enter for the result:');
  await seat.press(keys.ctrlC);
  expect(await seat.exit).toMatchObject({ code: 130 });
  expect(await seat.screen()).toMatch(/^Press Enter for the result:.*\n.*0 of 5 right/m);
});

test.concurrent('g marks the next answer as a guess and takes that back, g and an answer gives it as one', async () => {
  const [data, question] = [
    tempFolder(),
    (id: string) =>
      `  - { id: ${id}, type: single, topics: [leaf], stem: Which is ${id}?, options: [{ id: a, text: A }, { id: b, text: B }], answer: a }\n`,
  ];
  const bank = folderWith({ 'q.yaml': `questions:\n${['one', 'two', 'three'].map(question).join('')}` });
  const seat = sitDown(['--accessible', 'drill', '-n', '3', '--bank', bank], { data, rows: 120 });
  await seat.see(/question 1 of 3[\s\S]*Answer:/);
  await pause(200);
  await seat.press('g', keys.enter);
  await seat.see('Your answer is marked as a guess.');
  await seat.press('g', keys.enter);
  await seat.see('Your answer is no guess any more.');
  await seat.press('g', keys.enter, '1', keys.enter);
  await seat.see(/Recorded as a guess: 1\) [\s\S]*question 2 of 3[\s\S]*Answer:/);
  await pause(200);
  await seat.press('1', keys.enter);
  await seat.see(/Recorded: 1\) [\s\S]*question 3 of 3[\s\S]*Answer:/);
  await pause(200);
  seat.type(`g 1${keys.enter}`);
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(confidencesIn(data)).toEqual(['guess', undefined, 'guess']);
});

test.concurrent('in an exam the mark of a guess stays where its question is left open, and g takes it back behind the answer too', async () => {
  const data = tempFolder();
  const question = (id: string) =>
    `  - { id: ${id}, type: single, topics: [leaf], stem: Which is ${id}?, options: [{ id: a, text: A }, { id: b, text: B }], answer: a }\n`;
  const bank = folderWith({ 'q.yaml': `questions:\n${['one', 'two'].map(question).join('')}` });
  const seat = sitDown(['--accessible', 'exam', '--bank', bank, '--time', '40m'], { data, rows: 120 });
  await seat.see('Press Enter to start');
  await seat.press(keys.enter);
  await seat.see(/Question 1 of 2[\s\S]*Answer:/);
  await pause(200);
  for (const [line, seen] of [
    ['>', /Question 2 of 2[\s\S]*:\s*$/],
    ['g', /marked as a guess[\s\S]*:\s*$/],
    ['<', /Question 1 of 2\. [^.]*left\.\n[\s\S]*:\s*$/],
    ['>', /Question 2 of 2\. [^.]*left\. Marked as a guess\.[\s\S]*:\s*$/],
    ['1', /Recorded as a guess: [\s\S]*last question[\s\S]*:\s*$/],
    ['g', /no guess any more\.[\s\S]*:\s*$/],
    ['g', /no guess any more\.[\s\S]*Your answer is marked as a guess\.[\s\S]*:\s*$/],
  ] as const) {
    seat.type(`${line}${keys.enter}`);
    await seat.see(seen);
    await pause(200);
  }
  seat.type(`2${keys.enter}`);
  await seat.see(/any more\.[\s\S]*Recorded as a guess: /);
  expect(confidencesIn(data)).toEqual(['guess', 'guess']);
  seat.kill('SIGKILL');
});

test.concurrent('a quoted row of a table is read out under the head of its table', async () => {
  const row = '{ section: Values, text: pCO2 | 40 }';
  const bank = folderWith({
    'notes.md': '# Values\n\n| Gas | arterial |\n| --- | --- |\n| pO2 | 95 |\n| pCO2 | 40 |\n',
    'q.yaml': `questions:\n  - { id: q, type: cloze, topics: t, stem: "pCO2 is ____", answer: 40, quotes: [${row}] }\n`,
  });
  const seat = sitDown(['drill', '--bank', bank, '--accessible'], { data: tempFolder() });
  await seat.see('pCO2 is');
  await seat.press('41');
  await seat.press(keys.enter);
  expect(await seat.see('6  pCO2 | 40')).toMatch(/ 3 {2}Gas \| arterial\n.* 6 {2}pCO2 \| 40/);
  seat.kill('SIGKILL');
});

test.concurrent('code keeps its empty lines in an explanation too', async () => {
  const code = ['```', 'first()', '', 'last()', '```'].map((row) => `      ${row}\n`).join('');
  const question = `  - id: one\n    type: cloze\n    topics: [leaf]\n    stem: Which?\n    answer: a\n    why: |\n${code}`;
  const bank = folderWith({ 'q.yaml': `questions:\n${question}` });
  const seat = sitDown(['--accessible', 'drill', '--bank', bank], { data: tempFolder(), rows: 60 });
  await seat.see('Missing text');
  await seat.press('a', keys.enter);
  await seat.see(/Why\n {2}first\(\)\n *\n {2}last\(\)\n/);
  expect(await seat.exit).toMatchObject({ code: 0 });
});

test.concurrent('in a narrow window code hangs beside its indentation, also behind the number of an option', async () => {
  const code = (words: string) => `"\`\`\`\\n  call(${words})\\n\`\`\`"`;
  const words = 'first, second, third, fourth, fifth';
  const question = `  - id: one\n    type: single\n    topics: [leaf]\n    stem: ${code(words)}\n    answer: a\n    options:\n      - { id: a, text: ${code(words)} }\n      - { id: b, text: No }\n`;
  const bank = folderWith({ 'q.yaml': `questions:\n${question}` });
  const seat = sitDown(['--accessible', 'drill', '--bank', bank], { data: tempFolder(), columns: 40 });
  await seat.see('Answer:');
  expect(await seat.screen()).toMatch(/^ {4}call\(first, second, third, fourth, ?\n {4}fifth\)$/m);
  expect(await seat.screen()).toMatch(/^\d\) {5}call\(first, second, third, ?\n {7}fourth, fifth\)$/m);
  await seat.press('q', keys.enter);
  await seat.exit;
});

/** How sure each answer of the only session was said to be. */
function confidencesIn(data: string): (string | undefined)[] {
  const file = readdirSync(data, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.jsonl')) ?? '';
  const lines = readFileSync(join(data, file), 'utf8').trim().split('\n');
  const events = lines.map((line) => JSON.parse(line));
  return events.filter(({ type }) => type === 'responded').map(({ confidence }) => confidence);
}
