// What is longer than the window is scrolled by arrows too, of which a terminal makes the turns of a wheel on a full screen.
import { expect, test } from 'vitest';
import { keys, type Place, type Seat, sitDown, TEA } from '../support/pty.ts';
import { tempFolder } from '../support/quiz.ts';

const place = (): Place => ({ data: tempFolder(), columns: 40, rows: 12 });

/** The screen after a row down and one up again: other rows between, and at the end those before. */
async function isScrolled(seat: Seat, [down, up]: readonly [string, string]): Promise<void> {
  const before = await seat.screen();
  expect(before).toContain('... more below (PgDn)');
  await seat.press(down);
  const below = await seat.see(/more (?:below \(PgDn\), )?above \(PgUp\)/);
  await seat.press(up);
  await seat.see('... more below (PgDn)\n');
  const [was, is] = [before, await seat.screen()].map((screen) => screen.replaceAll(/\d+:\d\d/g, ''));
  expect(is).toBe(was);
  expect(below.replaceAll(/\d+:\d\d/g, '')).not.toBe(was);
}

const ARROWS = [keys.down, keys.up] as const;
const LETTERS = ['j', 'k'] as const;

test('the explanation, the keys, the result, its review and where one stands', async () => {
  const seat = sitDown(['drill', 'leaf', '--bank', TEA, '--seed', '1', '--type', 'single'], place());
  await seat.see('1-3 answer');
  await seat.press('2');
  await seat.see('Not this time');
  await isScrolled(seat, ARROWS);
  await isScrolled(seat, LETTERS);
  await seat.press('?');
  await seat.see('any key goes back');
  await isScrolled(seat, ARROWS);
  await seat.press('x');
  await seat.see('Not this time');
  await seat.press(keys.enter);
  await seat.see('Result · Drill');
  await isScrolled(seat, ARROWS);
  await seat.press(keys.enter);
  await seat.see('Review · Drill');
  await isScrolled(seat, LETTERS);
  await seat.press('q');
  await seat.see('Result · Drill');
  await seat.press('s');
  await seat.see('Where you stand');
  await isScrolled(seat, ARROWS);
  await seat.press('q', 'q');
  expect((await seat.exit).code).toBe(0);
});

test('home, and the page before an exam', async () => {
  const home = sitDown(['--bank', TEA], place());
  await home.see('q quit');
  await isScrolled(home, ARROWS);
  await home.press('e');
  await home.see('Enter start');
  await isScrolled(home, LETTERS);
  await home.press('q');
  await home.see('q quit');
  await home.press('q');
  expect((await home.exit).code).toBe(0);
});
