// Aiken as Moodle reads it, and as people write it.
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../src/interop/index.ts';
import { toldBy } from '../support/told.ts';

const read = (...lines: string[]) => toldBy('aiken', lines.join('\n'));

const OPTIONS = ['A) tern', 'B) newt'];

test('a text of several lines is the question, also around a blank one and with its code', async () => {
  expect(await read('Look:', '', '  x = 1', 'Which flies?', ...OPTIONS, 'ANSWER: A')).toEqual([
    '1 single: Look:\n\n  x = 1\nWhich flies? [*tern | newt]',
  ]);
});

test('an option goes on in the next line, up to a blank one', async () => {
  expect(await read('Which flies?', 'A) a tern', 'of the sea', 'B) a newt', 'ANSWER: A')).toEqual([
    '1 single: Which flies? [*a tern\nof the sea | a newt]',
  ]);
});

test.each([
  [['a) tern', 'b) newt'], 'b'],
  [['a. tern', 'b. newt'], 'B.'],
  [['(A) tern', '(B) newt'], '(b)'],
  [['A)tern', 'B)newt'], 'B'],
  [['А) tern', 'Б) newt'], 'Б'],
  [['A) tern', 'B) newt'], 'newt'],
  [['A) tern', 'B) newt'], 'B) newt'],
])('options %j with the answer %s', async (options, answer) => {
  for (const line of [`ANSWER: ${answer}`, `Answer : ${answer}`, `Antwort: ${answer}`])
    expect(await read('Which swims?', ...options, line)).toEqual(['1 single: Which swims? [tern | *newt]']);
});

test('an answer that names two options means both, and one that names none is refused', async () => {
  expect(await read('Which?', ...OPTIONS, 'C) elk', 'ANSWER: A, C')).toEqual([
    '1 multiple: Which? [*tern | newt | *elk]',
  ]);
  expect(await read('Which?', ...OPTIONS, 'ANSWER: E')).toEqual(['1 refused key-out-of-range']);
  expect(await read('Which?', ...OPTIONS, 'ANSWER: A - B')).toEqual(['1 refused key-ambiguous']);
});

describe('where one question ends', () => {
  test('an answer ends it, with or without a blank line', async () => {
    expect(await read('Which?', ...OPTIONS, 'ANSWER: A', 'And which?', ...OPTIONS, 'ANSWER: B', '', '', '')).toEqual([
      '1 single: Which? [*tern | newt]',
      '5 single: And which? [tern | *newt]',
    ]);
  });

  test('a reason below the answer belongs to it', async () => {
    const reason = ['', 'Explanation: it has wings,', 'two of them.'];
    expect(await read('Which?', ...OPTIONS, 'ANSWER: A', ...reason, '', 'And which?', ...OPTIONS, 'ANSWER: B')).toEqual(
      ['1 single: Which? [*tern | newt] (why: it has wings,\ntwo of them.)', '9 single: And which? [tern | *newt]'],
    );
  });

  test('a picture in the reason is lost, as one in the question is', async () => {
    const reason = 'Explanation: <img src="wing.png" alt="a wing">';
    expect(await read('Which?', ...OPTIONS, 'ANSWER: A', reason)).toEqual([
      '1 single: Which? [*tern | newt] (why: [picture: a wing]) (lost: pictures)',
    ]);
  });

  test('one without an answer does not take the next one along', async () => {
    expect(await read('Which?', ...OPTIONS, 'And which?', ...OPTIONS, 'ANSWER: B')).toEqual([
      '1 refused no-key',
      '4 single: And which? [tern | *newt]',
    ]);
    expect(await read('Which?', ...OPTIONS, '', 'And which?', ...OPTIONS, 'ANSWER: B')).toEqual([
      '1 refused no-key',
      '5 single: And which? [tern | *newt]',
    ]);
  });

  test('a text may begin with a letter and a full stop', async () => {
    expect(await read('E. coli is a', 'C. what?', ...OPTIONS, 'ANSWER: A')).toEqual([
      '1 single: E. coli is a\nC. what? [*tern | newt]',
    ]);
  });
});

test.each([
  [['Which?', ...OPTIONS, 'ANSWER: A'], 'aiken'],
  [['Which {of them}?', ...OPTIONS, 'Answer: A'], 'markdown'],
  [['Was {genau}?', ...OPTIONS, 'Lösung: A'], 'markdown'],
  [['Which? {=tern ~newt}'], 'gift'],
  [['It flies. { T # so it is }'], 'gift'],
  [['Only {words} in braces'], undefined],
])('%j in a file of any text is %s', (lines, name) => {
  expect(formatOf('a.txt', lines.join('\n'))?.name).toBe(name);
});
