// A look back at a session whose questions were edited or taken out since: what cannot be shown is told, with the reason.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sessionsIn } from '../../src/store/sessions/sessions.ts';
import { skeletonOf, textIn } from '../support/hostile.ts';
import { editMammals, handIn, leaveExam, mammalsBank } from '../support/mammals.ts';
import { inOneProcess } from '../support/one-process.ts';
import { keys, sitDown } from '../support/pty.ts';
import { tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

/** An exam of four questions that is over; the first one on its paper was answered rightly, the others were missed. */
function sat(): { data: string; bank: string; ids: string[]; look: (...args: string[]) => string } {
  const [data, bank] = [tempFolder(), mammalsBank()];
  const responses = ['alpha', 'bravo', 'bravo', 'bravo'].map((option) => ({ type: 'respond', response: [option] }));
  const input = [...responses, { type: 'finish' }].map((command) => `${JSON.stringify(command)}\n`).join('');
  quiz(['exam', '--seed', '1', '--bank', bank, '--jsonl'], { data, input });
  const look = (...args: string[]) => {
    const { code, out } = quiz([...args, '--bank', bank], { data });
    expect(code).toBe(0);
    return out;
  };
  const sessions = sessionsIn(data);
  const [started] = sessions.closed().flatMap((file) => sessions.read(file).events);
  const ids = started?.type === 'started' ? started.form.slots.map(({ item }) => item) : [];
  return { data, bank, ids, look };
}

/** Changes the text of one question, from its id to the next one's. */
function change(bank: string, id: string | undefined, mend: (question: string) => string): void {
  const path = join(bank, 'q.yaml');
  const [head = '', ...questions] = readFileSync(path, 'utf8').split(/(?=^ {2}- id:)/m);
  writeFileSync(path, [head, ...questions.map((one) => (one.includes(`- id: ${id}\n`) ? mend(one) : one))].join(''));
}

const reword = (question: string) => question.replace('is a mammal', 'is now a mammal');
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('after a question was edited and another one deleted', () => {
  let past: ReturnType<typeof changed>;
  beforeAll(() => {
    past = changed();
  });

  function changed() {
    const past = sat();
    const { bank, ids } = past;
    const [, second = '', third = ''] = ids;
    change(bank, second, reword);
    change(bank, third, () => '');
    const edited = `1 question was edited since it was asked and is not shown: ${second}. As it is now: quiz preview ${second} --bank ${bank}`;
    const gone = `1 question is no longer in the bank, or has an error there, and is not shown: ${third}. Errors are told by: quiz check --bank ${bank}`;
    return { ...past, edited, gone };
  }

  test.each([[[]], [['--wrong']], [['--all']]])('a review in print says so: %s', (flags) => {
    const { look, edited, gone } = past;
    const told = inOneLine(look('review', ...flags));
    expect(told).toContain('Question 4 ');
    expect(told).toContain(`${edited} ${gone}`);
  });

  test('a review that asks for others says nothing of them', () => {
    const { look } = past;
    expect(look('review', '--flagged')).toBe(' E   1 of 4 right\n\n 0 questions to show.\n');
  });

  test('the page says so above the questions that it has', () => {
    const { look, edited, gone } = past;
    const page = look('report', '--html', '-');
    expect(textIn(page)).toMatch(/Questions\s+1 question was edited/);
    for (const told of [edited, gone]) expect(textIn(page)).toContain(told);
    expect(skeletonOf(page).filter((tag) => tag === 'details class id')).toHaveLength(2);
  });

  test.each(['review', 'report'])('the document of %s has the reason beside the question', (verb) => {
    const { slots } = JSON.parse(past.look(verb, '--json'));
    expect(slots.map(({ notShown }: { notShown?: string }) => notShown)).toEqual([
      undefined,
      'edited',
      'gone',
      undefined,
    ]);
  });

  test('on the screen each page counts them, and the last one names them', async () => {
    const { data, bank, ids } = past;
    const [, second, third, fourth] = ids;
    const seat = sitDown(['review', '--bank', bank], { data });
    await seat.see('question 4 · 1 of 1, 2 not shown');
    await seat.press(keys.enter);
    const told = inOneLine(await seat.see('no longer in the bank'));
    expect(told).toContain('2 not shown');
    expect(told).toContain(`not shown: ${third}`);
    expect(told).toContain(`1 question was edited since it was asked and is not shown: ${second}`);
    await seat.press(keys.left);
    await seat.see(`number ${fourth?.slice(1)}`);
    await seat.press(keys.enter, keys.enter);
    expect((await seat.exit).code).toBe(0);
  });

  test('on a narrow screen a command that no row holds is told as one leaves, in one piece', async () => {
    const { data, bank, ids } = past;
    const seat = sitDown(['review', '--bank', bank, '--data-dir', data], { data, columns: 40 });
    await seat.see('1 of 1, 2 not shown');
    await seat.press(keys.enter);
    expect(inOneLine(await seat.see('no longer in the bank'))).toContain('The command for it is told as you leave.');
    await seat.press('q');
    expect((await seat.exit).code).toBe(0);
    expect(seat.bytes()).toContain(`\r\nquiz preview ${ids[1]} --bank ${bank} --data-dir ${data}\r\n`);
  });
});

test('where all that was missed was edited, no page is empty without the reason', async () => {
  const { data, bank, look } = sat();
  editMammals(bank);
  const told =
    /3 questions were edited since they were asked and are not shown: q\d, q\d, q\d\. The first as it is now: quiz preview q\d/;
  expect(inOneLine(look('review'))).toMatch(told);
  expect(textIn(look('report', '--html', '-'))).toMatch(/Questions\s+4 questions were edited since they were asked/);
  const seat = sitDown(['review', '--bank', bank], { data });
  await seat.see('3 questions were edited since they were asked and are not shown');
  expect((await seat.exit).code).toBe(0);
});

test('a drill tells it too, and not of questions that it never came to', () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  quiz(['drill', '--bank', bank, '--jsonl'], { data, input: '{"type":"respond","response":["bravo"]}\n' });
  editMammals(bank);
  for (const flags of [[], ['--all']]) {
    const told = inOneLine(quiz(['review', ...flags, '--bank', bank], { data }).out);
    expect(told).toMatch(
      /0 questions to show\. 1 question was edited since it was asked and is not shown: q\d\. As it is now: quiz/,
    );
  }
});

test('a question of an exam that was another one before its end is told as not counted', () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  leaveExam(data, bank);
  const copy = readdirSync(join(data, 'open')).find((name) => name.endsWith('.paper')) ?? '';
  rmSync(join(data, 'open', copy));
  change(bank, 'q2', reword);
  expect(handIn(data, bank).result).toMatchObject({ right: 3, of: 3 });
  const look = (...args: string[]) => quiz([...args, '--bank', bank], { data }).out;
  const told = '1 question changed or went from the bank before the exam ended, did not count and is not shown: q2';
  expect(inOneLine(look('review'))).toContain(told);
  expect(textIn(look('report', '--html', '-'))).toContain(told);
  const { slots } = JSON.parse(look('review', '--json'));
  expect(slots.find(({ item }: { item: string }) => item === 'q2').notShown).toBe('withdrawn');
});

test('an edited reason hides nothing', () => {
  const { bank, ids, look } = sat();
  change(bank, ids[1], (question) => question.replace('It barks', 'It only barks'));
  expect(look('review')).toContain('It only barks');
  expect(look('review')).not.toContain('not shown');
});
