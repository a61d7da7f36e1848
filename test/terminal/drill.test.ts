import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { keys, oneLine, pause, sitDown, still } from '../support/pty.ts';
import { quiz, TEA, tempFolder } from '../support/quiz.ts';

const drill = (...more: string[]) => ['drill', '--bank', TEA, '--seed', '1', ...more];

test.concurrent('under npx all that names a command to go on with names one that can be typed', async () => {
  const env = { npm_command: 'exec', npm_lifecycle_event: 'npx' };
  const data = tempFolder();
  expect(quiz(['stats', '--bank', TEA], { data, env }).out).toContain('Start with: npx quiz drill');
  const home = sitDown([], { data, env: { ...env, QUIZ_BANK: TEA } });
  await home.see('from the shell: npx quiz drill, npx quiz exam, npx quiz --help');
  await home.press('q');
  const seat = sitDown(['drill', '--bank', TEA], { data, env, columns: 200 });
  await seat.see('1 of 5');
  await seat.press(keys.ctrlC);
  expect((await seat.exit).code).toBe(130);
  expect(oneLine(await seat.screen())).toContain(`Go on with: npx quiz drill --bank ${TEA}`);
});

test.concurrent('home names no command to begin with where that would have to name the bank too', async () => {
  const seat = sitDown(['--bank', TEA], { data: tempFolder() });
  expect(await seat.see('q quit')).toMatch(/from the shell: quiz --help$/);
  seat.kill('SIGKILL');
});

test.concurrent('a question and its explanation at 80x24', async () => {
  const seat = sitDown(drill('leaf', '--type', 'single'), { data: tempFolder() });
  await seat.see('Which tea is it?');
  expect(still(await seat.screen())).toMatchInlineSnapshot(`
    " Drill · The leaf · 1 of 1                            0 right · 0 missed · 0:00
     ──────────────────────────────────────────────────────────────────────────────
     new: Oxidation, not asked yet
     A buyer wants leaves that have kept their colour because nothing has oxidised 
     them. Which tea is it?
     
       1) Green tea
       2) Oolong
       3) Black tea
     












     1-3 answer  ↑↓ Enter  x cross out  h hint  g guess  f flag  s skip  ? keys"
  `);
  await seat.press('1');
  await seat.see('Your notes');
  expect(still(await seat.screen())).toMatchInlineSnapshot(`
    " Drill · The leaf · 1 of 1                            1 right · 0 missed · 0:00
     ──────────────────────────────────────────────────────────────────────────────
     new: Oxidation, not asked yet
     A buyer wants leaves that have kept their colour because nothing has oxidised 
     them. Which tea is it?
     ✓ Right.  1) Green tea
     
     Your notes  Tea › Oxidation                                         notes.md:4
     ▌    4  Green tea is not oxidised
          5  Oolong is partly oxidised
     ✓ 1) Green tea  It is steamed or fired before it can oxidise.
       2) Oolong  It stands between the two; right for a buyer who wants both.
       3) Black tea  It is fully oxidised, which suits whoever likes it strong.









     Enter next  n notes here  u undo  f flag  ! report  q leave  ? keys"
  `);
  seat.kill('SIGKILL');
});

test.concurrent('a question and its explanation at 40x20', async () => {
  const seat = sitDown(drill('leaf', '--type', 'single'), { data: tempFolder(), columns: 40, rows: 20 });
  await seat.see('Which');
  expect(still(await seat.screen())).toMatchInlineSnapshot(`
    " 1 of 1       0 right · 0 missed · 0:00
     ──────────────────────────────────────
     new: Oxidation, not asked yet
     A buyer wants leaves that have kept 
     their colour because nothing has 
     oxidised them. Which tea is it?
     
       1) Green tea
       2) Oolong
       3) Black tea
     






     1-3 answer  ↑↓ Enter  f flag  s skip  
     ? keys"
  `);
  await seat.press('1');
  await seat.see('Your notes');
  expect(still(await seat.screen())).toMatchInlineSnapshot(`
    " 1 of 1       1 right · 0 missed · 0:00
     ──────────────────────────────────────
     new: Oxidation, not asked yet
     ✓ Right.  1) Green tea
     Your notes  Tea › Oxidation
     notes.md:4
     ▌    4  Green tea is not oxidised
     ✓ 1) Green tea  It is steamed or fired
          before it can oxidise.
       2) Oolong  It stands between the 
          two; right for a buyer who wants 
          both.
       3) Black tea  It is fully oxidised, 
          which suits whoever likes it 
          strong.
     
     ... more below (PgDn)
     Enter next  n notes here  u undo  
     f flag  ! report  q leave  ? keys"
  `);
  seat.type('\u001b[6~');
  expect(oneLine(await seat.see('Question  A buyer'))).toContain(
    'Question A buyer wants leaves that have kept their colour because nothing has oxidised them. Which tea is it?',
  );
  seat.kill('SIGKILL');
});

test.concurrent('that an answer took the flag off stands on its page until f puts it back', async () => {
  const data = tempFolder();
  quiz(drill('leaf', '--type', 'single', '--jsonl'), { data, input: '{"type":"flag"}\n' });
  const seat = sitDown(drill('--flagged'), { data });
  const asked = await seat.see('Which tea is it?');
  expect(asked).toContain('flagged: Oxidation, not asked yet');
  expect(asked).toContain('⚑ flagged');
  expect(asked).not.toContain('flag is off');
  await seat.press('1');
  await seat.see('flagged: Oxidation, not asked yet · its flag is off now; f puts it back');
  await seat.press('f');
  expect(await seat.see('⚑ flagged')).not.toContain('flag is off');
  await seat.press('q');
  await seat.see('1 of 1 right');
  await seat.press('q');
  await seat.exit;
  const again = sitDown(drill('--flagged'), { data, columns: 40, rows: 20 });
  await again.see('Which tea is it?');
  await again.press('1');
  await again.see(/its\s+flag is off now; f puts it back/);
  again.kill('SIGKILL');
});

test.concurrent('f takes off a flag from before, and no answer is needed for that', async () => {
  const data = tempFolder();
  quiz(drill('leaf', '--type', 'single', '--jsonl'), { data, input: '{"type":"flag"}\n' });
  const seat = sitDown(drill('--flagged'), { data });
  await seat.see('⚑ flagged');
  await seat.press('f');
  await seat.see(/1 of 1 {2}/); // and no flag behind it
  await seat.press('q');
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(quiz(drill('--flagged', '--jsonl'), { data }).err).toContain('Nothing is flagged.');
});

test.concurrent('every type of question can be answered with the keys its footer names', async () => {
  const data = tempFolder();
  const seat = sitDown(drill('-n', '5'), { data });
  for (let answered = 0; answered < 5; answered++) {
    const screen = await seat.see(new RegExp(`${answered + 1} of 5`));
    if (screen.includes('Which tea')) await seat.press(numberOf(screen, 'Green tea'));
    else if (screen.includes('Which TWO'))
      await seat.press(numberOf(screen, 'Oolong'), numberOf(screen, 'Black tea'), keys.enter);
    else if (screen.includes('in order'))
      await seat.press(numberOf(screen, 'It softens'), numberOf(screen, 'It carries'), keys.enter);
    else if (screen.includes('degrees.')) await seat.press('8', '0', keys.enter);
    else await pair(seat.press, screen);
    await seat.see(`${answered + 1} right`);
    await seat.press(keys.enter);
  }
  await seat.see('5 of 5 right');
  await seat.press('q');
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(JSON.parse(quiz(['stats', '--json', '--bank', TEA], { data }).out).topics).toContainEqual(
    expect.objectContaining({ id: 'leaf', answers: 2, right: 2 }),
  );
});

async function pair(press: (...keys: string[]) => Promise<void>, screen: string): Promise<void> {
  const [warm, boiling] = [numberOf(screen, '70 to 80'), numberOf(screen, 'Boiling')];
  const greenFirst = screen.indexOf('Green tea') < screen.indexOf('Black tea');
  await press(...(greenFirst ? [warm, boiling] : [boiling, warm]), keys.enter);
}

function numberOf(screen: string, option: string): string {
  return new RegExp(`(\\d)(?: \\[.?\\]|\\)) ${option}`).exec(screen)?.[1] ?? 'missing';
}

test.concurrent('an incomplete choice is refused with what is wanted, and the question stays', async () => {
  const seat = sitDown(drill('leaf', '--type', 'multiple'), { data: tempFolder() });
  await seat.see('choose 2 · chosen 0');
  await seat.press('1', keys.enter);
  await seat.see('Choose two.');
  expect(await seat.screen()).toContain('choose 2 · chosen 1');
  seat.kill('SIGKILL');
});

test.concurrent('Enter alone answers nothing', async () => {
  const seat = sitDown(drill('leaf', '--type', 'single'), { data: tempFolder() });
  await seat.see('Which tea is it?');
  await seat.press(keys.enter);
  await seat.see('Choose first');
  seat.kill('SIGKILL');
});

test.concurrent('a paste, a held key and type-ahead answer nothing', async () => {
  const data = tempFolder();
  const seat = sitDown(drill('-n', '5'), { data });
  seat.type('1111\r\r\r');
  await seat.see('1 of 5');
  await pause(300);
  seat.type('\u001b[200~1\r2\r3\r\u001b[201~');
  await pause(200);
  expect(await seat.screen()).toMatch(/0 right · 0 missed/);
  await seat.press('1');
  for (let repeat = 0; repeat < 12; repeat++) {
    seat.type('\r');
    await pause(30);
  }
  const screen = await seat.screen();
  expect(screen).toMatch(/[12] of 5/);
  expect(JSON.parse(quiz(['stats', '--json', '--bank', TEA], { data }).out).answers).toBeLessThanOrEqual(1);
  seat.kill('SIGKILL');
});

test.concurrent('Ctrl-C leaves one line, exit 130, and the answers', async () => {
  const data = tempFolder();
  const seat = sitDown(drill('leaf', '--type', 'single'), { data });
  await seat.see('Which tea is it?');
  await seat.press('1');
  await seat.see('Your notes');
  await seat.press(keys.ctrlC);
  expect(await seat.exit).toMatchObject({ code: 130 });
  expect(oneLine(await seat.screen())).toBe(`Saved. Go on with: quiz drill --bank ${TEA}`);
  expect(JSON.parse(quiz(['stats', '--json', '--bank', TEA], { data }).out).answers).toBe(1);
});

test.concurrent.each([
  ['Ctrl-C', 130],
  ['SIGTERM', 143],
] as const)('a report that is being typed when %s ends it is kept as it is', async (end, code) => {
  const data = tempFolder();
  const seat = sitDown(drill('leaf', '--type', 'single'), { data });
  await seat.see('Which tea is it?');
  await seat.press('1');
  await seat.see('Your notes');
  await seat.press('!');
  await seat.see('What is wrong with this question?');
  seat.type('two are ri');
  await seat.see('two are ri_');
  if (end === 'Ctrl-C') await seat.press(keys.ctrlC);
  else seat.kill(end);
  expect(await seat.exit).toMatchObject({ code });
  const { questions } = JSON.parse(quiz(['stats', '--json', '--bank', TEA], { data }).out);
  expect(questions.challenged).toMatchObject([{ text: 'two are ri' }]);
});

test.concurrent('Ctrl-C before the first answer does not say that something was saved', async () => {
  const seat = sitDown(drill('leaf', '--type', 'single'), { data: tempFolder() });
  await seat.see('Which tea is it?');
  await seat.press(keys.ctrlC);
  expect(await seat.exit).toMatchObject({ code: 130 });
  expect(oneLine(await seat.screen())).toBe(`Nothing was answered. Go on with: quiz drill --bank ${TEA}`);
});

test.concurrent('Ctrl-C before the first answer says that a report is kept, if there is one', async () => {
  const seat = sitDown(drill('leaf', '--type', 'single'), { data: tempFolder() });
  await seat.see('Which tea is it?');
  await seat.press('!');
  seat.type('two are ri');
  await seat.see('two are ri_');
  await seat.press(keys.ctrlC);
  await seat.exit;
  expect(oneLine(await seat.screen())).toBe(
    `Nothing was answered; your report is kept. Go on with: quiz drill --bank ${TEA}`,
  );
});

test.concurrent('the numbers of more than nine options stand under one another', async () => {
  const letters = [...'abcdefghijkl'].map((letter) => `{ id: ${letter}, text: "Tea ${letter}" }`).join(', ');
  const bank = folderWith({
    'q.yaml': `questions:\n  - { id: q, type: single, topics: t, stem: Which tea is it?, options: [${letters}], answer: a }\n`,
  });
  const seat = sitDown(['drill', '--bank', bank], { data: tempFolder() });
  const screen = await seat.see(/^ {3}12\) Tea/m);
  expect(screen).toMatch(/^ {4}9\) Tea/m);
  await seat.press(keys.ctrlC);
});

test.concurrent('the end of the input leaves, and nothing is answered', async () => {
  const seat = sitDown(drill('leaf', '--type', 'single'), { data: tempFolder() });
  await seat.see('Which tea is it?');
  await seat.press(keys.ctrlD);
  expect(await seat.exit).toMatchObject({ code: 0 });
});

test.concurrent('without colour there is not one colour code, and right and missed are told in words', async () => {
  const seat = sitDown(drill('leaf', '--type', 'single'), { data: tempFolder(), env: { NO_COLOR: '1' } });
  await seat.see('Which tea is it?');
  await seat.press('1');
  await seat.see(/Right\.|Not this time\./);

  expect(seat.bytes()).not.toMatch(/\u001b\[[1-9][\d;]*m/);
  seat.kill('SIGKILL');
});

test.concurrent('--ascii shows no sign beyond ASCII', async () => {
  const seat = sitDown(drill('leaf', '--type', 'single', '--ascii'), { data: tempFolder() });
  await seat.see('Which tea is it?');
  await seat.press('1');
  const screen = await seat.see('Your notes');
  expect(screen).toMatch(/^[\x20-\x7e\n]*$/);
  seat.kill('SIGKILL');
});

test.concurrent('u takes the last answer back, counts and all', async () => {
  const data = tempFolder();
  const seat = sitDown(drill('leaf', '--type', 'single'), { data });
  await seat.see('Which tea is it?');
  await seat.press('1');
  await seat.see('Your notes');
  await seat.press('u');
  await seat.see('0 right · 0 missed');
  expect(JSON.parse(quiz(['stats', '--json', '--bank', TEA], { data }).out).answers).toBe(0);
  await seat.press('2');
  await seat.see('Your notes');
  seat.kill('SIGKILL');
});

test.concurrent('what has to be said of a drill stands beside its first question; c answers nothing; Ctrl-L paints anew, in one frame', async () => {
  const seat = sitDown(['drill', '--due', '--type', 'single', '--bank', TEA, '--seed', '1'], { data: tempFolder() });
  await seat.see('of these is due. Here are weak topics and new questions instead.');
  await seat.press('c');
  expect(await seat.see('Answer first; then c compares')).toContain('0 right · 0 missed');
  const before = seat.bytes().length;
  await seat.press('\f');
  for (let waited = 0; !seat.bytes().slice(before).includes('Answer first') && waited < 5000; waited += 20)
    await pause(20);
  expect(seat.bytes().slice(before)).toContain('Answer first');
  expect(seat.bytes().replaceAll('\u001b[?2026h\u001b[2J', '')).not.toContain('\u001b[2J'); // else the screen would be empty for a moment
  seat.kill('SIGKILL');
});

test.concurrent('h rules out an option, and says when more would tell the answer; the answer is called one with a hint', async () => {
  const seat = sitDown(drill('leaf', '--type', 'single'), { data: tempFolder() });
  await seat.see('h hint');
  await seat.press('h');
  const screen = await seat.see('(hint: not right)');
  expect(screen).not.toContain('Green tea  (hint');
  await seat.press('h');
  await seat.see('More would tell the answer.');
  await seat.press(numberOf(screen, 'Green tea'));
  await seat.see('Right, with a hint.');
  await seat.press(keys.enter);
  await seat.see('1 of them with a hint.');
  seat.kill('SIGKILL');
});

test.concurrent('in a gap h is a letter, and after Tab a hint: how the number looks', async () => {
  const seat = sitDown(drill('--type', 'cloze', '-n', '1'), { data: tempFolder() });
  await seat.see('Answer: _');
  await seat.press('h');
  await seat.see('Answer: h_');
  await seat.press('\t', 'h');
  const screen = await seat.see('The number lies between 10 and 100.');
  expect(screen.match(/lies between/g)).toHaveLength(1);
  await seat.press('\t');
  expect(await seat.see('Hint  The number')).toMatch(/lies between 10 and 100\.\s+type, Enter answer/);
  seat.kill('SIGKILL');
});

test.concurrent('Ctrl-W takes back the last word of what is typed, Ctrl-U all of it: in a gap and in a report', async () => {
  const seat = sitDown(drill('--type', 'cloze', '-n', '1'), { data: tempFolder() });
  await seat.see('Answer: _');
  await seat.press('2');
  seat.type('5 hours');
  await seat.see('Answer: 25 hours_');
  await seat.press('\u0017');
  await seat.see('Answer: 25 _');
  await seat.press('\u0015');
  await seat.see('Answer: _');
  await seat.press('\t', '!');
  await seat.see('What is wrong');
  await seat.press('n');
  seat.type('o such tea');
  await seat.see('no such tea_');
  await seat.press('\u0017');
  await seat.see('no such _');
  await seat.press('\u0015');
  await seat.see(/^ _$/m);
  seat.kill('SIGKILL');
});

test.concurrent('what is typed on behind ! in one breath stands in the report; Enter is for a person who has seen it', async () => {
  const data = tempFolder();
  const seat = sitDown(drill('leaf', '--type', 'single'), { data });
  await seat.see('Which tea is it?');
  await pause(300);
  seat.type('!white tea\r1');
  await seat.see('white tea_');
  await seat.press(keys.enter);
  await seat.see('Reported.');
  await pause(300);
  seat.type('1!2'); // what comes in one breath with an answer was meant for the question
  await seat.see('! report');
  await seat.press(keys.enter);
  await seat.see('Reported, question 1  white tea');
  seat.kill('SIGKILL');
});

test.concurrent('! takes down what is wrong with a question, and stats tells it with its place until Del takes it back', async () => {
  const data = tempFolder();
  const seat = sitDown(drill('leaf', '--type', 'single'), { data });
  await seat.see('Which tea is it?');
  await seat.press('!');
  await seat.see('What is wrong with this question?');
  await seat.press('N', 'o', 'q', '\u007f', keys.enter);
  await seat.see('Reported.');
  await seat.press('1');
  await seat.see('! report');
  await seat.press('!');
  await seat.see('No_');
  seat.type('\u001b[200~: white\rtea\u001b[201~');
  await seat.see('No: white tea_');
  await seat.press(keys.enter);
  expect(await seat.see('Your notes')).toContain('you reported it');
  await seat.press(keys.enter);
  await seat.see('Reported, question 1  No: white tea');
  await seat.press('q');
  await seat.exit;
  const stats = () => quiz(['stats', '--bank', TEA], { data }).out;
  expect(stats()).toContain('You reported leaf-which-is-green (questions.yaml:2): No: white tea');
  const again = sitDown(drill('leaf', '--type', 'single'), { data, columns: 40, rows: 20 });
  await again.see(/you\s+reported\s+it/);
  await again.press('!');
  await again.see('No: white tea_');
  await again.press('\u0015');
  again.type(`\u001b[200~${'words '.repeat(100)}\u001b[201~`);
  expect(await again.see('No more than 500 characters are kept.')).toContain('wo_');
  await again.press(keys.esc);
  await again.see('Which');
  await again.press('!');
  await again.see('No: white tea_');
  await again.press('\u0017', 'T', keys.enter);
  await again.see('Reported.');
  expect(stats()).toContain('No: white T');
  await again.press('!');
  await again.see('No: white T_');
  await again.press('\u0015', keys.enter);
  await again.see('Nothing is reported any more.');
  expect(stats()).not.toContain('You reported');
  await again.press('!');
  await again.see(/^ _$/m);
  await again.press(keys.enter);
  expect(await again.see('Which tea is it?')).not.toMatch(/eported/);
  await again.press('!', 'o', keys.enter);
  await again.see('Reported.');
  await again.press('!');
  await again.see('Del take back');
  await again.press('\u001b[3~');
  await again.see('Nothing is reported any more.');
  await again.press('q');
  await again.exit;
  expect(stats()).not.toContain('You reported');
});

test.concurrent.each(['--json', '--plain', '--no-input'])(
  '%s in a terminal opens no screen, and says so',
  async (flag) => {
    const seat = sitDown(['drill', '--bank', TEA, flag], { data: tempFolder() });
    expect(await seat.exit).toMatchObject({ code: 2 });
    expect(seat.bytes()).toContain(`asks on the screen, which ${flag} rules out`);
    const home = sitDown(['--bank', TEA, flag], { data: tempFolder() });
    expect(await home.exit).toMatchObject({ code: 0 });
    expect(home.bytes()).not.toContain('\u001b[?1049h');
  },
);

test.concurrent('from the result h saves a page in the current folder, once, and s leads to where you stand and back', async () => {
  const data = tempFolder();
  const seat = sitDown(drill('leaf', '--type', 'single'), { data });
  await seat.see('Which tea is it?');
  await seat.press('1');
  await seat.see('Your notes');
  await seat.press(keys.enter);
  await seat.see('h HTML');
  await seat.press('h');
  const [, name = ''] = /Saved (quiz-\S+\.html) in this folder/.exec(await seat.see('It holds keys')) ?? [];
  await seat.press('h');
  expect(await seat.see('is in this folder already and stays as it is')).toContain(name);
  expect(await seat.screen()).not.toContain('another file'); // which nobody could name here
  await seat.press('s');
  await seat.see('Where you stand · Tea');
  await seat.press('q');
  await seat.see('h HTML');
  await seat.press('s');
  await seat.see('Where you stand · Tea');
  await seat.press('1', keys.enter);
  await seat.see('Drill · The leaf');
  await seat.press('q');
  expect((await seat.exit).code).toBe(0);
  expect(readFileSync(join(data, name), 'utf8')).toContain('Which tea is it?');
});
