import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { leaveExam, mammalsBank } from '../support/mammals.ts';
import { keys, oneLine, pause, type Seat, sitDown, startExam, still } from '../support/pty.ts';
import { BIN, quiz, TEA, tempFolder } from '../support/quiz.ts';

const exam = (...more: string[]) => ['exam', '--bank', TEA, '--seed', '3', ...more];

test.concurrent('the paper is described before it starts', async () => {
  const seat = sitDown(exam(), { data: tempFolder() });
  await seat.see('Enter start');
  expect(still(await seat.screen())).toMatchInlineSnapshot(`
    " Tea tasting
     ──────────────────────────────────────────────────────────────────────────────
     5 questions in 10 min, pass line 60 %.
     The leaf 2 · Brewing 3
     The leaf: 3 questions on such a paper, only 2 here.
     You have seen none of these questions before.
     The result is percent right, on no vendor's scale.
     
     No feedback before you submit. Everything is saved as you go; leaving stops 
     the clock.












     Enter start  q not now  ? keys"
  `);
  await seat.press('q');
  expect(await seat.exit).toMatchObject({ code: 0 });
});

test.concurrent('the clock moves each second and nothing else on the screen does', async () => {
  const seat = sitDown(exam('--time', '2m'), { data: tempFolder() });
  await startExam(seat);
  const before = await seat.screen();
  const sent = seat.bytes().length;
  await pause(2300);
  const after = await seat.screen();
  expect(after).not.toBe(before);
  expect(still(after)).toBe(still(before));

  const rows = [
    ...seat
      .bytes()
      .slice(sent)
      .matchAll(/\u001b\[(\d+);1H/g),
  ].map(([, row]) => row);
  expect(new Set(rows)).toEqual(new Set(['1']));
  seat.kill('SIGKILL');
});

test.concurrent('under npx the page before leaving names a command that can be typed', async () => {
  const env = { npm_command: 'exec', npm_lifecycle_event: 'npx', QUIZ_BANK: TEA };
  const seat = sitDown(['exam', '--seed', '3'], { data: tempFolder(), env });
  await startExam(seat);
  await seat.press('q');
  await seat.see(/Go on later with: npx quiz exam --resume \d{6}-\d{6}-\w{6}$/m);
  seat.kill('SIGKILL');
});

test.concurrent('! begins with what was reported of the question before, also once the exam goes on', async () => {
  const data = tempFolder();
  const reports = [1, 2, 3, 4, 5].map((to) => `{"type":"move","to":${to}}\n{"type":"challenge","text":"odd"}\n`);
  quiz(['drill', '--bank', TEA, '-n', '5', '--jsonl'], { data, input: reports.join('') });
  const seat = sitDown(exam(), { data });
  await startExam(seat);
  await seat.press('!');
  await seat.see('odd_');
  await seat.press('e', keys.enter);
  await seat.see('Reported.');
  seat.kill('SIGKILL');
  await seat.exit;
  const again = sitDown(['exam', '--bank', TEA, '--resume'], { data });
  await again.see('question 1 of');
  await again.press('!');
  await again.see('odde_');
  await again.press(keys.esc, keys.right, '!');
  await again.see('odd_');
  again.kill('SIGKILL');
});

test.concurrent('answers can be changed, flagged, crossed out, reviewed and handed in', async () => {
  const data = tempFolder();
  const seat = sitDown(exam(), { data });
  await startExam(seat);
  await seat.press('f', 'r');
  await seat.see('unanswered 5');
  expect(still(await seat.screen())).toMatchInlineSnapshot(`
    " Review                                                               0:00 left
     ──────────────────────────────────────────────────────────────────────────────
     ❯  1 ○⚑    2 ○     3 ○     4 ○     5 ○ 
     
     Question 1: unanswered, flagged
     ● answered 0   ◐ incomplete 0   ○ unanswered 5   ⚑ flagged 1
     A blank counts as wrong; a guess costs nothing.















     1-5 Enter go  u next open  f flagged  v view  s submit  Esc back  ? keys"
  `);
  await seat.press('3');
  const inGrid = seat.bytes().length;
  await seat.press(keys.enter);
  await seat.see('question 3 of 5');
  expect(seat.bytes().slice(inGrid)).not.toContain('question 1 of 5'); // the one before does not flash up
  await seat.press('r', 's');
  await seat.see('Submit now?');
  expect(still(await seat.screen())).toMatchInlineSnapshot(`
    " Submit now?
     ──────────────────────────────────────────────────────────────────────────────
     
     5 unanswered, 1 flagged, 0:00 left.
     You cannot change answers afterwards.

















     y submit  n keep working (also Enter, Esc)"
  `);
  await seat.press(keys.enter);
  await seat.see('Review');
  await seat.press('s', 'y');
  await seat.see('0 of 5 right');
  expect(still(await seat.screen())).toMatchInlineSnapshot(`
    " Result · Tea tasting                                                     saved
     ──────────────────────────────────────────────────────────────────────────────
     0 %   pass line 60 %   not yet
     0 of 5 right (0 %). A true level anywhere in 0–43 % could give this score.
     Percent right, on no vendor's scale.
     5 unanswered: counted as wrong.
     
     By topic, weakest first  right                                           
     Brewing                    0/3  0 %  few questions  ············┆········
     The leaf                   0/2  0 %  few questions  ············┆········
     Of fewer than 8 questions a share says little.
     
     Time     0:00 of 0:00
     Pace     0:00 · 0:00 · 0:00 a question, by thirds
     Slowest  question N (0:00), question N (0:00)
     Flagged  1: 0 right
     
     In detail     right                    
     Oxidation       0/2  0 %  few questions



     Enter review 5 missed  a all  d drill these  h HTML  s stats  q done  ? keys"
  `);
  await seat.press('q');
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect(oneLine(await seat.screen())).toMatch(
    /^0 of 5 right \(0 %\), pass line 60 %: not yet\. Report: quiz report \S+ --bank \S+ Next: quiz review \S+ --bank \S+$/,
  );
});

test.concurrent('d drills what the exam missed, and nothing else', async () => {
  const data = tempFolder();
  expect(quiz(exam('--jsonl'), { data, input: '{"type":"finish"}\n' }).out).toContain('"right":0,"of":5');
  const seat = sitDown(exam('-n', '2'), { data });
  await startExam(seat);
  await seat.press('r', 's', 'y');
  await seat.see('Enter review 2 missed');
  await seat.see('d drill these');
  await seat.press('d');
  await seat.see('Drill · 1 of 2'); // of the five that are missed
  seat.kill('SIGKILL');
});

test.concurrent('Esc asks, and leaving gives the resume command and 7', async () => {
  const data = tempFolder();
  const seat = sitDown(exam(), { data });
  await startExam(seat);
  await seat.press(keys.esc);
  await seat.see('Leave for now?');
  await seat.press('y');
  expect(await seat.exit).toMatchObject({ code: 7 });
  expect(oneLine(await seat.screen())).toMatch(/^Saved\. Resume with: quiz exam --resume \S+ --bank \S+/);
  const again = sitDown(exam(), { data });
  await again.see(/1 {2}resume Tea tasting: begun \d+ \w+ \d\d:\d\d, 0 of 5 answered/);
  again.resize(40, 30);
  await again.see(/^ 1 {2}resume Tea tasting: begun .*\n {4}\S/m);
  again.kill('SIGKILL');
});

test.concurrent('of more than nine open exams each is resumed by its number, with another digit where that begins a longer one', async () => {
  const line = `${process.execPath} ${BIN} ${exam().join(' ')}`;
  const begun = `for tens in $(seq 12); do ${line} --time "$tens"0m --jsonl < /dev/null > /dev/null 2>&1; done`;
  const seat = sitDown([], { data: tempFolder(), rows: 40, shell: `${begun}; exec ${line}` });
  await seat.see('1-12 resume');
  await seat.press('1');
  await seat.see('Resume 1_  Enter, or another digit.');
  await seat.press('1');
  await seat.see(/(20:00|19:5\d) left/); // the second of them, as the latest stands first
  seat.kill('SIGKILL');
});

/** An exam begun by a shell that says where it was suspended and brings it back after a line. */
async function sitUnderShell(wrapped: (command: string) => string): Promise<Seat> {
  const command = wrapped(`${process.execPath} ${BIN} ${exam('--time', '2h').join(' ')}`);
  const seat = sitDown([], {
    data: tempFolder(),
    shell: `exec bash --norc -mc '${command}; echo suspended; read line; fg'`,
  });
  await startExam(seat);
  return seat;
}

test.concurrent('Ctrl-Z gives the shell its terminal; fg brings the exam back, says how long it was away and that the clock stood still', async () => {
  const seat = await sitUnderShell((command) => `${command}; stty -a`);
  await seat.press('f', '\u001a');
  await seat.see('suspended');
  expect((await seat.screen()).split(/[\s;]+/)).toEqual(expect.arrayContaining(['icanon', 'echo', 'isig', 'icrnl']));
  await pause(6000);
  await seat.press(keys.enter);
  const screen = await seat.see('The clock stood still.');
  expect(screen).toMatch(/You were away for \d+ s\. The clock stood still\./);
  expect(screen).toContain('flagged 1');
  expect(screen).toMatch(/(2:00:00|1:59:5\d) left/);
  await seat.press('r', 's', 'y');
  await seat.see('Paused once');
  seat.kill('SIGKILL');
});

test.concurrent('Ctrl-Z stops what began the program too, as npx: the shell has its terminal, and fg brings both back', async () => {
  const seat = await sitUnderShell((command) => `(${command}; echo over)`);
  await seat.press('f', '\u001a');
  await seat.see('suspended');
  await seat.press(keys.enter);
  await seat.see('flagged 1');
  await seat.press(keys.ctrlC);
  await seat.see('over');
  seat.kill('SIGKILL');
});

test.concurrent('a window that was made smaller while the program was stopped is seen when it comes back', async () => {
  const seat = await sitUnderShell((command) => command);
  await seat.press('\u001a');
  await seat.see('suspended');
  seat.resize(50, 20);
  await seat.press(keys.enter);
  await seat.see(/^ Exam 1\/5 +[\d:]+ left\n.*\n ─{48}\n/); // as wide as the window is now
  seat.kill('SIGKILL');
});

test.concurrent('a hidden clock comes back by itself five minutes before the end, in words', async () => {
  const seat = sitDown(['exam', '--bank', TEA, '--seed', '3', '--time', '5m8s'], { data: tempFolder() });
  await startExam(seat);
  await seat.press('t');
  expect(await seat.see('clock hidden (t)')).not.toContain('left');
  expect(await seat.see('! 5 minutes left.')).toMatch(/(5:00|4:5\d) left/);
  seat.kill('SIGKILL');
});

test.concurrent('time up saves, hands in and says so', async () => {
  const seat = sitDown(exam('--time', '10s'), { data: tempFolder() });
  await startExam(seat);
  await seat.see(/Time is up \(0:10\)/);
  await pause(1100);
  await seat.press(keys.enter);
  await seat.see('The time ran out');
  seat.kill('SIGKILL');
});

test.concurrent('a text that is whole when the time runs out is an answer, and told as one', async () => {
  const gap = (id: string, answer: string) =>
    `{ id: ${id}, type: cloze, topics: [t], stem: "${id} is ____", answer: ${answer} }`;
  const bank = folderWith({ 'q.yaml': `questions: [${gap('sky', 'blue')}, ${gap('grass', 'green')}]\n` });
  const seat = sitDown(['exam', '--bank', bank, '--seed', '1', '--time', '10s'], { data: tempFolder() });
  await startExam(seat);
  await pause(200);
  seat.type('anything');
  await seat.see('anything_');
  expect(await seat.see(/Time is up/)).toContain('1 answered, 0 incomplete, 1 blank.');
  await pause(1100);
  await seat.press(keys.enter);
  await seat.see('1 unanswered: counted as wrong.');
  seat.kill('SIGKILL');
});

test.concurrent('a report that is being typed when the time runs out is kept as it is, and the screen says so', async () => {
  const seat = sitDown(exam('--time', '10s'), { data: tempFolder() });
  await startExam(seat);
  await seat.press(keys.right);
  await seat.see('question 2 of');
  await seat.press('!');
  await seat.see('What is wrong with this question?');
  seat.type('two are ri');
  await seat.see('two are ri_');
  expect(oneLine(await seat.see(/Time is up/))).toContain(
    'Your report of question 2 is kept as far as you had typed it',
  );
  await pause(1100);
  await seat.press(keys.enter);
  await seat.see('Reported, question 2  two are ri');
  seat.kill('SIGKILL');
});

test.concurrent('whatever ends it, the terminal is as before: echo, line mode, cursor, no alternate screen', async () => {
  const data = tempFolder();
  const line = `before=$(stty -g); ${process.execPath} ${BIN} ${exam().join(' ')}; code=$?; [ "$before" = "$(stty -g)" ] && echo same-$code || echo changed-$code; cat`;
  for (const [end, code] of [
    [keys.ctrlC, 130],
    ['TERM', 143],
    ['HUP', 129],
  ] as const) {
    const seat = sitDown([], { data, shell: line });
    await startExam(seat);
    if (end === keys.ctrlC) await seat.press(end);
    else process.kill(Number(quizProcess(seat.pid)), `SIG${end}`);
    await seat.see(`same-${code}`);
    expect(seat.bytes().lastIndexOf('\u001b[?25h')).toBeGreaterThan(seat.bytes().lastIndexOf('\u001b[?25l'));
    expect(seat.bytes().lastIndexOf('\u001b[?1049l')).toBeGreaterThan(seat.bytes().lastIndexOf('\u001b[?1049h'));
    expect(seat.scrollback()).toBe(0);
    seat.kill('SIGKILL');
  }
});

function quizProcess(shell: number): string {
  return spawnSync('pgrep', ['-P', String(shell)], { encoding: 'utf8' }).stdout.trim();
}

test.concurrent('a resize draws the question anew, without copies in the scrollback', async () => {
  const seat = sitDown(exam(), { data: tempFolder() });
  await startExam(seat);
  await seat.press(keys.down);
  seat.resize(40, 20);
  await seat.see('Exam 1/5');
  seat.resize(80, 24);
  const screen = await seat.see('question 1 of 5');
  expect(screen.match(/left/g)).toHaveLength(1);
  expect(screen).toContain('❯ 1');
  expect(seat.scrollback()).toBe(0);
  seat.kill('SIGKILL');
});

test.concurrent('a window made too small says so and takes no key; made larger it shows the question again', async () => {
  const seat = sitDown(exam(), { data: tempFolder() });
  await startExam(seat);
  seat.resize(30, 8);
  await seat.see(/The window is 30x8; screens\s+need 40x10\. Everything is\s+saved\./);
  await seat.press('f', keys.right);
  await pause(500); // the keys are read before the window changes
  seat.resize(80, 24);
  expect(await seat.see('question 1 of 5')).toContain('flagged 0');
  seat.resize(30, 8);
  await seat.see('30x8');
  await seat.press(keys.ctrlC);
  expect(await seat.exit).toMatchObject({ code: 130 });
});

test.concurrent('an exam that was killed is offered with its answers, flags and clock', async () => {
  const data = tempFolder();
  const seat = sitDown(exam('--time', '5m'), { data });
  await startExam(seat);
  await seat.press('f', keys.right, 'f', 'f');
  await pause(100);
  process.kill(seat.pid, 'SIGKILL');
  await seat.exit;
  const again = sitDown(exam('--resume'), { data });
  const screen = await again.see('question 2 of 5');
  expect(screen).toContain('flagged 1');
  expect(screen).toMatch(/(5:00|4:5\d) left/);
  again.kill('SIGKILL');
  expect(quiz(['exam', '--resume', 'nope', '--jsonl', '--bank', TEA], { data }).code).toBe(2);
});

test.concurrent('a key that comes in one breath with Enter was meant for the question that was left, not for the next', async () => {
  const data = tempFolder();
  const seat = sitDown(exam(), { data });
  await startExam(seat);
  for (const bytes of ['\r2', '\rf', '\r2']) {
    await pause(300);
    seat.type(bytes);
  }
  const screen = await seat.see('question 4 of 5');
  expect(screen).toContain('answered 0 · flagged 0');
  seat.kill('SIGKILL');
});

test.concurrent('Enter goes on and changes no answer; Space chooses what has the focus', async () => {
  const seat = sitDown(['exam', '--bank', TEA, '--seed', '3', '-n', '5'], { data: tempFolder() });
  await startExam(seat);
  for (let slot = 1; !(await seat.screen()).includes('1 ( )'); slot++) {
    await seat.press('r', String(slot + 1), keys.enter);
    await seat.see(`question ${slot + 1} of 5`);
  }
  const place = /question \d of 5/.exec(await seat.screen())?.[0] ?? '';
  await seat.press(keys.down, keys.enter);
  await seat.see('Space chooses the option in focus.');
  await seat.press(keys.space);
  await seat.see(/1 \(x\)/);
  await seat.press(keys.down, keys.down, keys.enter, ...(place.includes('5 of 5') ? [keys.esc] : [keys.left]));
  expect(await seat.see(place)).toMatch(/1 \(x\)/);
  seat.kill('SIGKILL');
});

test.concurrent('up and down in the grid go by the rows that are seen, and Esc is known at once', async () => {
  const seat = sitDown(['exam', '--seed', '1', '-n', '30'], { data: tempFolder(), columns: 60 });
  await startExam(seat);
  await seat.press('r');
  const rows = (await seat.see('Question 1:')).split('\n');
  await seat.press(keys.down);
  await seat.see(/Question ([2-9]|\d\d):/);
  const below = /❯\s*(\d+)/.exec(await seat.screen())?.[1];
  expect(rows[3]?.trim().startsWith(`${below} `)).toBe(true);
  seat.type(keys.esc);
  await pause(350); // half a second would still be taken for the beginning of a longer key
  seat.type('f');
  expect(await seat.see('flagged 1')).toContain('question 1 of');
  seat.kill('SIGKILL');
});

test.concurrent('Esc leaves a gap with no number in it at once, and what was typed is kept', async () => {
  const data = tempFolder();
  const seat = sitDown(exam(), { data });
  await startExam(seat);
  for (let slot = 2; !(await seat.screen()).includes('Tab other keys'); slot++) {
    await seat.press('r', String(slot), keys.enter);
    await seat.see(`question ${slot} of 5`);
  }
  await seat.press('z', keys.esc);
  await seat.see('Leave for now?');
  await seat.press('y');
  expect(await seat.exit).toMatchObject({ code: 7 });
  const again = sitDown(exam('--resume'), { data });
  expect(await again.see('Answer: z')).toContain('Esc leave');
  again.kill('SIGKILL');
});

test.concurrent('where the bank is gone an exam goes on from its own copy, which its first question says, to its explanations', async () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  leaveExam(data, bank);
  rmSync(bank, { recursive: true });
  const seat = sitDown(['exam', '--resume', '--bank', bank], { data });
  await seat.see('1 of 4');
  expect(oneLine(await seat.screen())).toContain('The exam goes on from its own copy of the questions.');
  await seat.press('r');
  await seat.see('Question 1: answered');
  await seat.press('s', 'y');
  await seat.see('Result');
  await seat.press('a');
  await seat.see('Cats are mammals and purr.');
  await seat.press('n');
  await seat.see('Not now: the bank cannot be opened, and the notes are in it.');
  await seat.press('q', 'q', 'q');
  expect((await seat.exit).code).toBe(0);
});
