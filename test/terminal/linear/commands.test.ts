import { describe, expect, test } from 'vitest';
import type { Presentation } from '../../../src/core/items/kinds/kind.ts';
import { keymapOf, usualKeys } from '../../../src/core/keymap.ts';
import type { View } from '../../../src/core/sitting/view.ts';
import { lineMeaning as meaningIn } from '../../../src/terminal/linear/commands.ts';

const options = ['white', 'green', 'black'].map((id) => ({ id, text: id }));
const single: Presentation = { kind: 'single', choose: 1, options };
const gap: Presentation = { kind: 'cloze', accepts: 'text' };

/** All that a line asks of a view: the second of two questions. */
function viewOf(mode: View['mode'], presentation: Presentation | undefined = single): View {
  const marks = [{ status: 'blank' }, { status: 'blank' }];
  const question = presentation && { stem: '', presentation };
  return { mode, slot: 2, of: 2, marks, question, response: null, activeMs: 0 } as unknown as View;
}

const lineMeaning = (text: string, view: View) => meaningIn(text, view, usualKeys);
const inExam = (text: string) => lineMeaning(text, viewOf('exam'));
const inDrill = (text: string) => lineMeaning(text, viewOf('drill'));
const inGap = (text: string) => lineMeaning(text, viewOf('exam', gap));

describe('a line', () => {
  test('is a number that answers', () => {
    expect(inExam('2')).toEqual({ command: { type: 'respond', response: ['green'] } });
  });

  test.each([
    ['f', { type: 'flag' }],
    ['F', { type: 'flag' }],
    ['/f', { type: 'flag' }],
    ['u', { type: 'undo' }],
    ['q', { type: 'leave' }],
    ['x 2', { type: 'strike', option: 'green' }],
    ['x9', { type: 'strike', option: '9' }],
    ['go 12', { type: 'move', to: 12 }],
    ['<', { type: 'move', to: 1 }],
    ['clear', { type: 'draft', draft: [] }],
  ])('%s is a command', (text, command) => {
    expect(inExam(text)).toEqual({ command });
  });

  test('that crosses out means a partner where pairs are asked for', () => {
    const pairs = viewOf('exam', { kind: 'matching', left: options, right: options });
    expect(lineMeaning('x 3', pairs)).toEqual({ command: { type: 'strike', option: 'black' } });
    expect(lineMeaning('x', pairs)).toEqual({ say: 'Say which behind it: x 2 crosses out option 2.' });
  });

  test('x alone says what it lacks', () => {
    expect(inExam('x')).toEqual({ say: 'Say which behind it: x 2 crosses out option 2.' });
  });

  test('> says that it is the last question of an exam, and goes on to an open one in a drill', () => {
    expect(inExam('>')).toEqual({ say: 'This is the last question. Type r to review, s to submit.' });
    expect(inDrill('>')).toEqual({ command: { type: 'move', to: 1 } });
  });

  test('s asks whether to submit an exam, and is no command in a drill', () => {
    expect(inExam('s')).toMatchObject({ asksFor: 'finish', say: expect.stringContaining('2 unanswered') });
    expect(inDrill('s')).toEqual({ say: 'That is no answer here. Type its number, 1 to 3. Type ? for help.' });
  });

  test('that is empty means nothing, and one that cannot be read is told so', () => {
    expect(inExam('')).toBeUndefined();
    expect(inExam('constructor')).toEqual({ say: 'That is no answer here. Type its number, 1 to 3. Type ? for help.' });
  });

  test.each([
    ['12', { kind: 'multiple', choose: 2, options }, 'Type two numbers with a space between, such as 1 2.'],
    ['321', { kind: 'ordering', options }, 'Type all three numbers in order, with spaces between.'],
    ['a2x', { kind: 'matching', left: options, right: options }, 'Type pairs with spaces between, such as a2 b1.'],
  ])('that is no answer is told what one is (%s)', (text, presentation, how) => {
    const said = `That is no answer here. ${how} Type ? for help.`;
    expect(lineMeaning(text, viewOf('drill', presentation))).toEqual({ say: said });
  });
});

describe('a guess', () => {
  const asGuess = (response: unknown) => ({ command: { type: 'respond', response, confidence: 'guess' } });
  const marks = { command: { type: 'guess' } };

  test('is marked before the answer or behind it, or with it', () => {
    expect([inDrill('g'), inExam('g')]).toEqual([marks, marks]);
    expect([inDrill('G 2'), inExam('g 2')]).toEqual([asGuess(['green']), asGuess(['green'])]);
    expect(lineMeaning('2', { ...viewOf('exam'), isGuess: true })).toEqual(asGuess(['green']));
  });

  test('that is no answer is told so', () => {
    expect(inDrill('g 9')).toMatchObject({ say: expect.stringContaining('That is no answer here.') });
  });

  test('in a gap is marked behind a stroke', () => {
    const inGap = (text: string) => lineMeaning(text, viewOf('drill', gap));
    expect(inGap('/g')).toEqual(marks);
    expect(inGap('/g two  Words')).toEqual(asGuess('two  Words'));
    expect(inGap('g 2')).toEqual({ command: { type: 'respond', response: 'g 2' } });
  });

  test('is no pair', () => {
    const parts = [...'abcdefg'].map((id) => ({ id, text: id }));
    const pairs: Presentation = { kind: 'matching', left: parts, right: parts };
    expect(lineMeaning('g2', viewOf('drill', pairs))).toEqual({ command: { type: 'respond', response: { g: 'b' } } });
    expect(lineMeaning('g g2', viewOf('drill', pairs))).toEqual(asGuess({ g: 'b' }));
  });

  test('is marked by a key that was moved', () => {
    const keys = keymapOf('guess=y');
    expect(meaningIn('y', viewOf('drill'), keys)).toEqual(marks);
    expect(meaningIn('y 2', viewOf('drill'), keys)).toEqual(asGuess(['green']));
    expect(meaningIn('g', viewOf('drill'), keys)).toMatchObject({ say: expect.stringContaining('no answer') });
  });
});

describe('a part of an answer', () => {
  const kinds = {
    multiple: { kind: 'multiple', choose: 2, options },
    ordering: { kind: 'ordering', options },
    matching: { kind: 'matching', left: options, right: options },
  };
  const parts = [
    ['2', kinds.multiple, ['green']],
    ['3 1', kinds.ordering, ['black', 'white']],
    ['b1', kinds.matching, { green: 'white' }],
  ] as const;

  test.each(parts)('is kept in an exam: %s', (text, kind, draft) => {
    expect(lineMeaning(text, viewOf('exam', kind))).toEqual({ command: { type: 'draft', draft } });
  });

  test.each(parts)('is refused in a drill, and in an exam where a whole one stands: %s', (text, kind, response) => {
    const command = { type: 'respond', response };
    expect(lineMeaning(text, viewOf('drill', kind))).toEqual({ command });
    expect(lineMeaning(text, { ...viewOf('exam', kind), response: ['white', 'black'] })).toEqual({ command });
  });

  test.each([
    ['1 2 3', kinds.multiple],
    ['1 1', kinds.ordering],
    ['a1 b1', kinds.matching],
  ])('is nothing that could be no part of one: %s', (text, kind) => {
    expect(lineMeaning(text, viewOf('exam', kind))).toMatchObject({ command: { type: 'respond' } });
  });
});

describe('where an answer is a text', () => {
  test('that has only a command where a number is missing is told how commands are typed there', () => {
    const inNumber = (text: string) => lineMeaning(text, viewOf('drill', { kind: 'cloze', accepts: 'number' }));
    for (const text of ['q', '?', '>'])
      expect(inNumber(text)).toEqual({ say: `Commands begin with / here: type /${text}.` });
    for (const text of ['7', 'w']) expect(inNumber(text)).toEqual({ command: { type: 'respond', response: text } });
    expect(inNumber('/q')).toEqual({ command: { type: 'leave' } });
  });

  test('a bare letter is one, and a command begins with a stroke', () => {
    expect(inGap('q')).toEqual({ command: { type: 'respond', response: 'q' } });
    expect(inGap('/q')).toEqual({ command: { type: 'leave' } });
    expect(inGap('/?')).toMatchObject({ say: expect.stringContaining('Type the missing text.') });
    expect(inGap('/<')).toEqual({ command: { type: 'move', to: 1 } });
  });

  test.each(['?', '>', '<', 'clear'])('%s is one', (text) => {
    expect(inGap(text)).toEqual({ command: { type: 'respond', response: text } });
  });

  test('a letter behind a stroke is never one', () => {
    expect(inGap('/x')).toEqual({ say: 'That is no command here. Type /? for help.' });
  });

  test('a longer word behind a stroke that is no command is a text all the same', () => {
    expect(inGap('/etc')).toEqual({ command: { type: 'respond', response: '/etc' } });
  });
});

test('of a question that left the bank nothing can be cleared or answered', () => {
  const gone = { ...viewOf('exam'), question: undefined } as unknown as View;
  const refused = { say: 'That is no answer here. Type ? for help.' };
  expect([lineMeaning('clear', gone), lineMeaning('1', gone)]).toEqual([refused, refused]);
});

describe('keys that were moved', () => {
  const keys = keymapOf('flag=m cross-out=i hint=é review=y submit=z leave=; keys=, report=w');
  const inDrill = (text: string) => meaningIn(text, viewOf('drill'), keys);
  const inExam = (text: string) => meaningIn(text, viewOf('exam'), keys);

  test.each([
    ['m', { type: 'flag' }],
    ['É', { type: 'hint' }],
    ['i 2', { type: 'strike', option: 'green' }],
    [';', { type: 'leave' }],
    ['w the key is wrong', { type: 'challenge', text: 'the key is wrong' }],
    ['W< the key is wrong', { type: 'challenge', text: 'the key is wrong', slot: 1 }],
    ['w-', { type: 'challenge', text: '' }],
  ])('are typed in their place: %s', (text, command) => {
    expect(inDrill(text)).toEqual({ command });
  });

  test.each(['f', 'x 2', 'h', 'q', '?', '! the key is wrong', 'wrong', 'flag', 'leave'])(
    'and neither the old ones, nor words that begin with one, nor names of actions: %s',
    (text) => {
      expect(inDrill(text)).toEqual({ say: 'That is no answer here. Type its number, 1 to 3. Type , for help.' });
    },
  );

  test('ask and tell in an exam', () => {
    expect(inExam('z')).toMatchObject({ asksFor: 'finish' });
    expect(inExam('y')).toEqual({ say: 'Unanswered: 1 and 2.' });
    expect(inExam('>')).toEqual({ say: 'This is the last question. Type y to review, z to submit.' });
  });

  test('stand behind a stroke in a gap', () => {
    expect(meaningIn('/m', viewOf('exam', gap), keys)).toEqual({ command: { type: 'flag' } });
    expect(meaningIn('m', viewOf('exam', gap), keys)).toMatchObject({ command: { response: 'm' } });
    expect(meaningIn('/f', viewOf('exam', gap), keys)).toEqual({
      say: 'That is no command here. Type /, for help.',
    });
  });
});
