// A whole mock exam in a terminal, from the start page to the report, as somebody sits it who uses everything there is.
import { describe, expect, test } from 'vitest';
import { keys, oneLine, pause, type Seat, sitDown } from '../support/pty.ts';
import { quiz, TEA, tempFolder } from '../support/quiz.ts';

const STEMS = {
  green: 'A buyer wants leaves',
  oxidised: 'Which TWO teas',
  water: 'Match each tea',
  order: 'Put what water does',
  degrees: 'Green tea is brewed at',
};
type Name = keyof typeof STEMS;

/** Which question stands where: the seed decides, and a candidate finds out by looking. */
async function places(seat: Seat): Promise<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (let slot = 1; slot <= 5; slot++) {
    await goTo(seat, String(slot));
    const screen = (await seat.screen()).replace(/\s+/g, ' ');
    for (const [name, stem] of Object.entries(STEMS)) if (screen.includes(stem)) found[name as Name] = String(slot);
  }
  return found as Record<Name, string>;
}

async function goTo(seat: Seat, slot: string): Promise<void> {
  // in a gap the letters are text, so that the way to the grid leads over Tab
  await seat.press(...((await seat.screen()).includes('Tab other keys') ? ['\t', 'r'] : ['r']));
  await seat.see('unanswered');
  await seat.press(slot, keys.enter);
  await seat.see(new RegExp(`(Exam ${slot}/5|question ${slot} of 5)`));
}

/** The number an option is shown with. */
async function numberOf(seat: Seat, option: string): Promise<string> {
  return new RegExp(`(\\d) \\S ?\\S? ?${option}`).exec(await seat.screen())?.[1] ?? `no option ${option}`;
}

describe.concurrent.each([
  [80, 24],
  [40, 20],
])('at %i by %i', (columns, rows) => {
  test.concurrent('a mock from its start to its report: nothing is lost on the way, and everything done is told', async () => {
    const data = tempFolder();
    const args = ['exam', '--bank', TEA, '--seed', '3', '--time', '30m'];
    const seat = sitDown(args, { data, columns, rows });
    await seat.see('Enter start');
    await seat.press('?');
    await seat.see(/the clock runs from\s+then on/);
    await seat.press('x', keys.enter);
    await seat.see(/(Exam 1\/5|question 1 of 5)/);
    const at = await places(seat);

    await goTo(seat, at.green);
    await seat.press(await numberOf(seat, 'Oolong'));
    await seat.see(/\(x\)\s+Oolong/);
    await seat.press(await numberOf(seat, 'Green tea'));
    await seat.see(/\(x\)\s+Green tea/);
    await goTo(seat, at.oxidised);
    await seat.press('x', await numberOf(seat, 'Hot water')); // nothing has the focus yet, so that a number names it
    await seat.see(/\(crossed\s+out\)/);
    await seat.press(await numberOf(seat, 'Oolong'));
    await seat.see('choose 2 · chosen 1');
    await goTo(seat, at.order);
    await seat.press('f');
    await seat.see('flagged 1');
    await goTo(seat, at.degrees);
    await seat.press('8', '0', '\t', 't');
    await seat.see('clock hidden (t)');
    await seat.press('q');
    await seat.see('Leave for now?');
    await seat.press('y');
    expect(await seat.exit).toMatchObject({ code: 7 });
    expect(seat.scrollback()).toBe(0);
    await pause(5500); // coming back sooner is no pause

    const again = sitDown(['exam', '--resume', '--bank', TEA], { data, columns, rows });
    await again.see(/The clock\s+stood still\./);
    expect(oneLine(await again.screen())).toContain('Green tea is brewed at');
    expect(await again.screen()).toMatch(/Answer: 80/);
    await again.press('\t', 'r');
    await again.see('unanswered 2');
    expect(oneLine(await again.screen())).toMatch(/answered 2 . incomplete 1 . unanswered 2 . flagged 1/);
    await again.press('?');
    await again.see('next flagged question');
    await again.press('x', at.oxidised, keys.enter);
    await again.see(/\(crossed\s+out\)/);
    expect(await again.screen()).toContain('choose 2 · chosen 1');
    await again.press('r');
    await again.see(/incomplete, 1 option\s+crossed out/);
    await again.press('v');
    await again.see('Review · open');
    expect(await again.screen()).not.toMatch(new RegExp(`\\b${at.green} ●`));
    await again.press('v');
    await again.see('Review · unanswered');
    expect(await again.screen()).not.toMatch(new RegExp(`\\b${at.oxidised} ◐`)); // it is incomplete
    await again.press('v', 'v', 'v', 'v');
    await again.see('Review · open');
    await again.press('s');
    await again.see('Submit now?');
    expect(oneLine(await again.screen())).toContain('2 unanswered, 1 incomplete, 1 flagged');
    await again.press(keys.enter);
    await again.see('Review · open');
    await again.press('s', 'y');
    await again.see(/Result/);
    const result = await whole(again);
    for (const told of [
      '40 % pass line 60 % not yet',
      '2 of 5 right (40 %)',
      "Percent right, on no vendor's scale.",
      '2 unanswered, 1 incomplete: counted as wrong.',
      'Paused once',
      'Changed 1: 1 became right, 0 became wrong',
      'Flagged 1: 0 right',
      'Crossed out options of 1 question, the right one in 0',
      'Pace',
    ])
      expect(result).toContain(told);

    await again.press(keys.enter);
    await again.see('1 of 3');
    await again.press('n');
    await again.see(/line \d+ of/);
    await again.press('q');
    await again.see('1 of 3');
    await again.press(keys.right, keys.right, keys.enter);
    await again.see('Result');
    await again.press('q');
    expect(await again.exit).toMatchObject({ code: 0 });
    expect(again.scrollback()).toBe(0);
    expect(oneLine(await again.screen())).toMatch(
      /^2 of 5 right \(40 %\), pass line 60 %: not yet\. Report: quiz report \S+ --bank \S+ Next: quiz review \S+ --bank \S+$/,
    );

    const past = (...more: string[]) => quiz([...more, '--bank', TEA], { data });
    expect(past('report').out).toContain('2 of 5 right (40 %)');
    expect(past('report', '--list').out).toMatch(/2\/5\s+40 %\s+not yet/);
    const { slots, conduct } = JSON.parse(past('report', '--json').out);
    expect(slots[Number(at.green) - 1]).toMatchObject({ response: ['green'], score: 1, changes: 1, first: ['oolong'] });
    expect(slots[Number(at.oxidised) - 1]).toMatchObject({ response: null, score: 0, struck: ['water'] });
    expect(conduct).toMatchObject({ struck: 1, keysStruck: 0, flagged: { count: 1, right: 0 } });
    expect(past('review', '--flagged').out).toContain(STEMS.order);
    expect(past('review', '--changed').out).toContain(STEMS.green);
  }, 90_000);
});

/** Everything on a page, also what is below the window. */
async function whole(seat: Seat): Promise<string> {
  const seen = [await seat.screen()];
  while ((seen.at(-1) ?? '').includes('more below')) {
    await seat.press('\u001b[6~');
    await pause(60);
    seen.push(await seat.screen());
  }
  return oneLine(seen.join('\n'));
}
