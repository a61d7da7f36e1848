import { expect, test } from 'vitest';
import { keymapOf, usualKeys } from '../../../src/core/keymap.ts';
import type { View } from '../../../src/core/sitting/view.ts';
import { plainText } from '../../../src/core/text/styled.ts';
import {
  eventText,
  helpText,
  keysText,
  lastText,
  promptText,
  questionLines,
} from '../../../src/terminal/linear/texts.ts';

const textsOf = (view: View) => questionLines(view).map(plainText);

/** All that these texts ask of a view. */
const asked = (kind: string, mode: View['mode'] = 'drill', accepts?: 'text' | 'number') =>
  ({ mode, question: { presentation: { kind, accepts } } }) as unknown as View;

test('in a gap commands begin with a stroke: a bare letter is an answer there', () => {
  expect(keysText(asked('cloze'), usualKeys)).toContain('/q leave, /? help');
  expect(keysText(asked('single'), usualKeys)).toContain(' q leave, ? help');
});

test('in a gap no other text names a bare letter either', () => {
  expect(lastText(asked('cloze', 'exam'), usualKeys)).toBe(
    'This is the last question. Type /r to review, /s to submit.',
  );
  expect(lastText(asked('single', 'exam'), usualKeys)).toBe(
    'This is the last question. Type r to review, s to submit.',
  );
  expect(helpText(asked('cloze', 'exam', 'number'), usualKeys)).toMatch(
    /^Type the missing number\. .* \/f flags, \/! and .* \/s submits\. \/q/,
  );
  expect(helpText(asked('single', 'exam'), usualKeys)).toMatch(
    /^Type the number of your answer.* f flags, ! and .* s submits\. q/,
  );
  expect(helpText(asked('single'), usualKeys)).not.toContain('submits');
});

test('how a guess is marked is named in a drill at once, in an exam where help is asked for', () => {
  expect(keysText(asked('single'), usualKeys)).toContain('h hint, g guess, f flag');
  expect(helpText(asked('single'), usualKeys)).toContain(' g marks your next answer as a guess, g 2 answers 2 as one');
  expect(helpText(asked('cloze'), usualKeys)).toContain(' /g marks your next answer as a guess, /g 2 answers 2 as one');
  expect(keysText(asked('single', 'exam'), usualKeys)).not.toContain('guess');
  expect(helpText(asked('single', 'exam'), usualKeys)).toContain(
    ' g marks your answer as a guess, before it or after it.',
  );
});

test('a question that is read out again has its hints: an option that is ruled out says so itself', () => {
  const options = ['white', 'green'].map((id) => ({ id, text: id }));
  const view = (kind: string, hints: View['hints']) =>
    ({
      ...asked(kind),
      slot: 1,
      of: 2,
      struck: [],
      hints,
      question: { stem: 'Which?', presentation: { kind, options } },
    }) as unknown as View;
  const [, ...ordering] = textsOf(view('ordering', [{ place: 1, option: 'green' }]));
  expect(ordering).toEqual(['Which?', '1) white', '2) green', 'Hint: In place 1 stands 2) green.']);
  const [, ...single] = textsOf(view('single', [{ wrong: 'white' }]));
  expect(single).toEqual(['Which?', '1) white, not right', '2) green']);
  const [, ...both] = textsOf({ ...view('single', [{ wrong: 'white' }]), struck: ['white'] });
  expect(both).toEqual(['Which?', '1) white, not right, crossed out', '2) green']);
  const presentation = { kind: 'matching', left: options, right: [{ id: 'tea', text: 'tea' }] };
  const pairs = { ...view('matching', []), question: { stem: 'Which?', presentation }, struck: ['tea'] };
  expect(textsOf(pairs as unknown as View).at(-1)).toBe('1) tea, crossed out');
});

test.each([
  ['ordering', ['b', 'a'], '2) Black and 1) Green.'],
  ['matching', { b: 'c', a: 'a' }, 'Green with Green and Black with White.'],
  ['cloze', 'Dr. No', 'Dr. No.'],
])('a question that is read out again says what stands as its answer (%s)', (kind, entered, told) => {
  const parts = Object.entries({ a: 'Green', b: 'Black', c: 'White' }).map(([id, text]) => ({ id, text }));
  const sides = { ordering: { options: parts }, matching: { left: parts.slice(0, 2), right: parts } }[kind] ?? {};
  const question = { stem: 'Which?', presentation: { kind, ...sides } };
  const view = { ...asked(kind, 'exam'), slot: 1, of: 2, struck: [], hints: [], question } as unknown as View;
  const texts = (response: unknown, draft: unknown) => textsOf({ ...view, response, draft } as View);
  expect(texts(entered, null)).toEqual([...texts(null, null), `Your answer: ${told}`]);
  expect(texts(null, entered)).toEqual([...texts(null, null), `Your answer so far: ${told}`]);
});

test('a gap says what it wants', () => {
  expect(promptText(asked('cloze', 'exam', 'number'), usualKeys)).toBe(
    'Missing number (commands begin with /, help is /?)',
  );
  expect(promptText(asked('cloze', 'exam', 'text'), usualKeys)).toBe(
    'Missing text (commands begin with /, help is /?)',
  );
});

test.each([
  [{ kind: 'multiple', choose: 2 }, ['b'], '2) Black. Type two numbers with a space between, such as 1 2.'],
  [{ kind: 'ordering' }, ['b', 'a'], '2) Black and 1) Green. Type all three numbers in order, with spaces between.'],
  [{ kind: 'matching' }, { b: 'c' }, 'Black with White. Type pairs with spaces between, such as a2 b1.'],
])('a part of an answer is told with what it lacks and counts for (%o)', (shape, draft, told) => {
  const parts = Object.entries({ a: 'Green', b: 'Black', c: 'White' }).map(([id, text]) => ({ id, text }));
  const sides = shape.kind === 'matching' ? { left: parts.slice(0, 2), right: parts } : { options: parts };
  const view = { mode: 'exam', draft, question: { presentation: { ...shape, ...sides } } } as unknown as View;
  const event = { at: 0, ms: 0, type: 'drafted', slot: 1, draft } as const;
  expect(eventText(event, view)).toBe(`Incomplete, kept as a draft: ${told} As it is it counts as unanswered.`);
  expect(eventText(event, { ...view, draft: null })).toBe('Your answer is taken back.');
});

test('keys that were moved are named in the place of the usual ones', () => {
  const keys = keymapOf('flag=m leave=z keys=, report=; review=w submit=o cross-out=i');
  expect(keysText(asked('single', 'exam'), keys)).toBe(
    'Type your answer, or: m flag, > next, < back, clear, w review, t time, o submit, z leave, , help.',
  );
  expect(helpText(asked('cloze', 'exam'), keys)).toMatch(
    / \/m flags, \/; and .* \/w tells .* \/o submits\. \/z leaves/,
  );
  expect(helpText(asked('single'), keys)).toContain('i 2 crosses out option 2. m flags');
  expect(promptText(asked('cloze'), keys)).toContain('help is /,');
});

test('a choice is told back in the order of its numbers, an order as it was typed', () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase() }));
  const told = (kind: string) => {
    const view = { ...asked(kind), question: { presentation: { kind, options } }, response: ['c', 'a'] };
    return eventText({ at: 0, ms: 0, type: 'responded', slot: 1, response: ['c', 'a'] }, view as unknown as View);
  };
  expect(told('multiple')).toBe('Recorded: 1) A and 3) C.');
  expect(told('ordering')).toBe('Recorded: 3) C and 1) A.');
});

test('code is read out line by line without its fences, in a question and in what is chosen from', () => {
  const code = (text: string) => `\`\`\`js\n${text}\n  end\n\`\`\``;
  const options = ['a', 'b'].map((id) => ({ id, text: code(id) }));
  const question = { stem: `Which?\n${code('s')}`, presentation: { kind: 'multiple', choose: 2, options } };
  const view = { ...asked('multiple', 'exam'), slot: 1, of: 2, struck: ['a'], hints: [], question } as unknown as View;
  const [, ...texts] = textsOf({ ...view, response: null, draft: ['a'] });
  expect(texts).toEqual([
    ...['Which?', '  s', '    end'],
    ...['1)   a', '       end', '   (selected, crossed out)'],
    ...['2)   b', '       end'],
  ]);
  const event = { at: 0, ms: 0, type: 'responded', slot: 1, response: ['a', 'b'] } as const;
  expect(eventText(event, { ...view, response: ['a', 'b'] })).toBe('Recorded: 1) a ... and 2) b ...');
  const drafted = { at: 0, ms: 0, type: 'drafted', slot: 1, draft: ['a'] } as const;
  expect(eventText(drafted, { ...view, response: null, draft: ['a'] })).toMatch(/draft: 1\) a \.\.\. Type two numbers/);
});
