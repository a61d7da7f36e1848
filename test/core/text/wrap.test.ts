import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptTogether } from '../../../src/core/text/wording.ts';
import { wrapped } from '../../../src/core/text/wrap.ts';

test('nothing but spaces becomes a new row, and no row is longer than the window but for words that are', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z:.]{1,12}$/)), fc.integer({ min: 12, max: 60 }), (words, columns) => {
      const text = words.join(' ');
      const rows = wrapped(text, columns).split('\n');
      expect(rows.join(' ')).toBe(text);
      for (const row of rows) expect(row.length).toBeLessThanOrEqual(columns);
    }),
  );
});

test('a command stays in one piece, also where no row can hold it', () => {
  const note = 'Saved. Resume with: quiz exam --resume 261125-214736-3gtpr4';
  expect(wrapped(note, 80)).toBe(note);
  expect(wrapped(note, 40)).toBe('Saved. Resume with:\nquiz exam --resume 261125-214736-3gtpr4');
  expect(wrapped(note, 30)).toBe('Saved. Resume with:\nquiz exam --resume 261125-214736-3gtpr4'); // the terminal breaks it
});

test('a sentence that begins with a command is no command', () => {
  const note = 'Next: quiz drill, or quiz stats to see where you stand';
  expect(wrapped(note, 40)).toBe('Next: quiz drill, or quiz stats to see\nwhere you stand');
});

test('a path in quotation marks is never broken, whatever stands in it', () => {
  const note = "Saved. Go on with: quiz drill --bank '/home/me/my mother'\\''s notes on tea'";
  expect(wrapped(note, 30)).toBe("Saved. Go on with:\nquiz drill --bank '/home/me/my mother'\\''s notes on tea'");
  const listed = "Saved. Go on with: quiz drill --bank '/home/me/tea, coffee'";
  expect(wrapped(listed, 30)).toBe("Saved. Go on with:\nquiz drill --bank '/home/me/tea, coffee'");
});

test('a line is wrapped at once, however many apostrophes stand in it', () => {
  const note = `Go on with: quiz drill --bank ${"\\' ".repeat(60)}x' : then see`;
  expect(wrapped(note, 30)).toContain('Go on with: quiz drill --bank');
});

test('words that are kept together are never broken, and what stands behind them goes on', () => {
  const note = `Next: ${keptTogether('npx quiz drill --bank /home/me/tea')}, or ${keptTogether('quiz stats')} to see more`;
  expect(wrapped(note, 20)).toBe('Next:\nnpx quiz drill --bank /home/me/tea\nor quiz stats to see\nmore');
});

test('lines stay lines', () => {
  expect(wrapped('one two\nthree four', 9)).toBe('one two\nthree\nfour');
});

test('letters that take two columns are wrapped by their columns, and marks on a letter take none', () => {
  expect(wrapped('緑茶と 紅茶と 烏龍茶', 13)).toBe('緑茶と 紅茶と\n烏龍茶');
  expect(wrapped('緑茶と 紅茶と 烏龍茶', 12)).toBe('緑茶と\n紅茶と\n烏龍茶');
  expect(wrapped('cafe\u0301 noir', 9)).toBe('cafe\u0301 noir');
});
