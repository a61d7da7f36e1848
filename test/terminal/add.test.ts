// quiz add in a real terminal: asked part by part, checked before it is written.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { keys, type Seat, sitDown } from '../support/pty.ts';
import { BIN, quiz } from '../support/quiz.ts';

const FILES = {
  'bank.yaml': 'id: tea\ntitle: Tea\nnotes: notes.md\ntopics: { leaf: The leaf, water: Water }\n',
  'notes.md':
    '# Tea\n\n## The leaf\n- Green tea is not oxidised\n- Black tea is fully oxidised\n\n## Water\n- Black tea wants boiling water\n',
  'leaf.yaml':
    '# Mine.\nquestions:\n  - id: first # keep me\n    type: cloze\n    topics: leaf\n    stem: Black tea is fully ____.\n    answer: oxidised\n',
};

/** Waits until the question is the open one, and answers it. */
async function answer(seat: Seat, question: string, ...presses: string[]): Promise<void> {
  await seat.see(new RegExp(`\\? ${question.replace(/[()?]/g, '\\$&')}`));
  for (const press of presses) seat.type(press);
}

/** A sentence with a gap, and the one text that fills it. */
async function fillGap(seat: Seat, sentence: string, text: string): Promise<void> {
  await answer(seat, 'The sentence, with ____', '\u0015', sentence, keys.enter);
  await answer(seat, 'What fills the gap?', keys.enter);
  await answer(seat, 'What fills the gap: text 1', text, keys.enter);
  await answer(seat, 'What fills the gap: text 2 (empty: no more)', keys.enter);
}

function start(folder: string, ...more: string[]): Seat {
  return sitDown(['add', '--bank', folder, ...more], { data: folder, rows: 40 });
}

test.concurrent('a heading, a passage, stem, options, reasons; then it stands in the file, and the rest of the file is as it was', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder);
  await seat.see(/^All that you enter can be changed at the end, before it is added\.\n\? Which heading/);
  await answer(seat, 'Which heading', keys.down, keys.enter);
  await answer(seat, 'Which passage proves', keys.enter);
  await answer(seat, 'Up to which line', keys.enter);
  await answer(seat, 'Which topic', keys.enter);
  await answer(seat, 'Which type', keys.enter);
  expect(await seat.see('What is asked')).toMatch(
    /stand under\? \S.*\n✓ Which passage proves the answer\? \d+: .*\n[\s\S]*✓ Which type\? single: one option is right\n/,
  );
  await answer(seat, 'What is asked', 'Which tea has kept its colour because nothing oxidised it?', keys.enter);
  await answer(seat, 'The right option', 'Green tea', keys.enter);
  await answer(seat, 'Why is it right', 'It is fired before it can oxidise.', keys.enter);
  await answer(seat, 'A wrong option', 'Black tea', keys.enter);
  await answer(seat, 'What makes it wrong here', 'It is fully oxidised, which makes it dark.', keys.enter);
  await answer(seat, 'Another wrong option (empty: no more)', keys.enter);
  await answer(seat, 'This question can be asked', keys.enter);
  await seat.see('quiz preview leaf-which-tea-has-kept');
  expect((await seat.exit).code).toBe(0);
  const text = readFileSync(join(folder, 'leaf.yaml'), 'utf8');
  expect(text.startsWith(FILES['leaf.yaml'])).toBe(true);
  expect(text.slice(FILES['leaf.yaml'].length)).toMatchInlineSnapshot(`
    "
      - id: leaf-which-tea-has-kept-its-colour-because
        type: single
        topics: [leaf]
        stem: Which tea has kept its colour because nothing oxidised it?
        options:
          - id: green-tea
            text: Green tea
            why: It is fired before it can oxidise.
          - id: black-tea
            text: Black tea
            why: It is fully oxidised, which makes it dark.
        answer: green-tea
        quotes:
          - section: The leaf
            text: Green tea is not oxidised
    "
  `);
  expect(JSON.parse(quiz(['check', '--json', '--bank', folder]).out)).toMatchObject({ questions: 2, errors: 0 });
});

test.concurrent('a question that cannot be written when it is done is shown, so that it need not be typed again', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder, '--from', 'notes.md:5', '--topic', 'leaf', '--type', 'cloze', '--into', 'leaf.yaml');
  await fillGap(seat, 'Black tea is fully ____ before it is dried.', 'oxidised');
  await answer(seat, 'Why', keys.enter);
  await seat.see('This question can be asked');
  rmSync(join(folder, 'leaf.yaml'));
  mkdirSync(join(folder, 'leaf.yaml'));
  seat.type(keys.enter);
  await seat.see('It could not be written. What you entered');
  await seat.see('not a regular file');
  expect((await seat.exit).code).toBe(3);
  const [, entered = ''] = /(questions:\n[\s\S]*?)\n ?error/.exec(await seat.screen()) ?? [];
  const { code } = quiz(['add', '--file', '-', '--into', 'other.yaml', '--bank', folder], { input: `${entered}\n` });
  expect([code, readFileSync(join(folder, 'other.yaml'), 'utf8')]).toEqual([0, expect.stringContaining('oxidised')]);
});

test.concurrent('a list is gone through by pages, to its ends and by typing', async () => {
  const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
  const folder = folderWith({ ...FILES, 'notes.md': numbers.map((n) => `# Part ${n}\n- Text ${n}\n`).join('') });
  const seat = sitDown(['add', '--bank', folder], { data: folder, rows: 20 });
  await seat.see(/❯ Part 1$/m);
  for (const [key, part] of [
    ['\u001b[6~', 17],
    ['\u001b[5~', 1],
    ['\u001b[F', 60],
    ['\u001b[H', 1],
    ['part 4', 4],
    ['2', 42],
  ] as const) {
    seat.type(key);
    await seat.see(new RegExp(`❯ Part ${part}$`, 'm'));
  }
  await seat.press(keys.enter);
  await seat.see(/Which passage proves[\s\S]*Text 42/);
  await seat.press(keys.ctrlC);
  expect((await seat.exit).code).toBe(130);
});

test.concurrent('lines of code are passages, and the fences around them are none', async () => {
  const notes = '# Steeping\n\n```python\nsteep(minutes=3)\n```\n';
  const folder = folderWith({ ...FILES, 'notes.md': notes });
  const seat = start(folder);
  await answer(seat, 'Which heading', keys.enter);
  await seat.see(/❯ +4 {2}steep\(minutes=3\)\n\n/);
  await seat.press(keys.ctrlC);
  expect((await seat.exit).code).toBe(130);
});

test.concurrent('a heading with nothing under it is told as such, and another one asked for', async () => {
  const folder = folderWith({ ...FILES, 'notes.md': '# Steeping\n\n# Leaf\n- Green tea\n' });
  const seat = start(folder);
  await answer(seat, 'Which heading', keys.enter);
  await answer(seat, 'Nothing stands under "Steeping". Which heading', keys.down, keys.enter);
  await seat.see(/❯ +4 {2}Green tea/);
  await seat.press(keys.ctrlC);
});

test.concurrent('the id stands in its line, and one that cannot be is refused there', async () => {
  const seat = start(folderWith(FILES), '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'cloze');
  await fillGap(seat, 'Green tea is not ____.', 'oxidised');
  await answer(seat, 'Why is that so', keys.enter);
  await answer(seat, 'This question can be asked', ...Array<string>(5).fill(keys.down), keys.enter);
  await answer(seat, 'Its id: leaf-green-tea-is-not', '!', keys.enter);
  await seat.see('> Write Latin letters without accents');
  await answer(seat, 'Its id', '\u007f', keys.enter);
  await seat.see(/Add it\?\n❯ Add it/);
  await seat.press(keys.ctrlC);
});

test.concurrent('what is wrong is shown, without the remarks, and asked again before anything is written', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder, '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'single');
  await answer(seat, 'What is asked', 'Which tea has kept its colour because nothing oxidised it?', keys.enter);
  await answer(seat, 'The right option', 'Green tea', keys.enter);
  await answer(seat, 'Why is it right', keys.enter);
  await answer(seat, 'A wrong option', 'green tea', keys.enter);
  await answer(seat, 'What makes it wrong here', keys.enter);
  await answer(seat, 'Another wrong option', keys.enter);
  expect(await seat.see('error[same-option]')).not.toContain('warning[');
  expect(readFileSync(join(folder, 'leaf.yaml'), 'utf8')).toBe(FILES['leaf.yaml']);
  await answer(seat, '1 error to mend first', keys.enter);
  await answer(seat, 'The right option: Green tea', keys.enter);
  await answer(seat, 'Why is it right', keys.enter);
  await answer(seat, 'A wrong option: green tea', '\u0015Black tea', keys.enter);
  await answer(seat, 'What makes it wrong here', keys.enter);
  await answer(seat, 'Another wrong option', keys.enter);
  expect(await seat.see(/remarks? above/)).toContain('warning[');
  await answer(seat, 'This question can be asked', keys.enter);
  await seat.see('Added leaf-which-tea');
  expect((await seat.exit).code).toBe(0);
});

test.concurrent('what is changed stands in its line with what was entered before', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder, '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'single');
  await answer(seat, 'What is asked', 'Which tea has kept its colour because nothing oxidised i', keys.enter);
  await answer(seat, 'The right option', 'Green tea', keys.enter);
  await answer(seat, 'Why is it right', 'It is fired before it can oxidise.', keys.enter);
  await answer(seat, 'A wrong option', 'Black tea', keys.enter);
  await answer(seat, 'What makes it wrong here', 'It is fully oxidised, which makes it dark.', keys.enter);
  await answer(seat, 'Another wrong option (empty: no more)', keys.enter);
  await answer(seat, 'This question can be asked', keys.down, keys.enter);
  await answer(seat, 'What is asked? Which tea has kept its colour because nothing oxidised i', 't?', keys.enter);
  await answer(seat, 'This question can be asked', keys.down, keys.down, keys.enter);
  await answer(seat, 'The right option: Green tea', keys.enter);
  await answer(seat, 'Why is it right? It is fired', keys.enter);
  await answer(seat, 'A wrong option: Black tea', keys.enter);
  await answer(seat, 'What makes it wrong here? It is fully', keys.enter);
  await answer(seat, 'Another wrong option (empty: no more)', keys.enter);
  await answer(seat, 'This question can be asked', keys.enter);
  await seat.see('Added leaf-which-tea');
  const text = readFileSync(join(folder, 'leaf.yaml'), 'utf8');
  expect(text).toContain('stem: Which tea has kept its colour because nothing oxidised it?');
  expect(text).toContain('why: It is fully oxidised, which makes it dark.');
});

test.concurrent('Tab writes nothing into a line, and the cursor stays where it is', async () => {
  const seat = start(folderWith(FILES), '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'single');
  await answer(
    seat,
    'What is asked',
    'Which tea is geen?',
    keys.left,
    keys.left,
    keys.left,
    keys.left,
    '\t',
    'r',
    keys.enter,
  );
  await seat.see('What is asked? Which tea is green?');
  await seat.press(keys.ctrlC);
});

test.concurrent('a partner goes with its text where another is put before it, and stays where the text is changed', async () => {
  const seat = start(folderWith(FILES), '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'matching');
  await answer(seat, 'What is asked', 'Match each tea with its making.', keys.enter);
  for (const [index, left] of ['Green', 'Black', ''].entries())
    await answer(seat, `On the left, number ${index + 1}`, left, keys.enter);
  for (const left of ['Green', 'Black']) await answer(seat, `What belongs to "${left}"`, `made ${left}`, keys.enter);
  await answer(seat, 'Why is that so', keys.enter);
  await answer(seat, 'This question can be asked', keys.down, keys.down, keys.enter);
  for (const [index, left] of ['White', 'Green', 'Blackish', ''].entries())
    await answer(seat, `On the left, number ${index + 1}`, '\u0015', left, keys.enter);
  await answer(seat, 'What belongs to "White"?', 'made White', keys.enter);
  await answer(seat, 'What belongs to "Green"? made Green', keys.enter);
  await answer(seat, 'What belongs to "Blackish"?', keys.ctrlC);
  await seat.exit;
});

test.concurrent('a line that is emptied is empty: it ends a list, and a reason that stood there is gone', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder, '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'ordering', '--into', 'leaf.yaml');
  await answer(seat, 'What is asked', 'In which order is green tea made, by the notes?', keys.enter);
  for (const [index, step] of ['Pick', 'Fire', 'Dry'].entries())
    await answer(seat, `In the right order, step ${index + 1}`, step, keys.enter);
  await answer(seat, 'In the right order, step 4 (empty: no more)', keys.enter);
  await answer(seat, 'Why is that so', 'The notes say so.', keys.enter);
  await seat.see('Change the steps and the reason');
  await answer(seat, 'This question can be asked', keys.down, keys.down, keys.enter);
  await answer(seat, 'In the right order, step 1: Pick', keys.enter);
  await answer(seat, 'In the right order, step 2: Fire', keys.enter);
  await answer(seat, 'In the right order, step 3 (empty: no more): Dry', '\u0015', keys.enter);
  await answer(seat, 'Why is that so? The notes say so.', '\u0015', keys.enter);
  await answer(seat, 'This question can be asked', keys.enter);
  await seat.see('Added');
  const text = readFileSync(join(folder, 'leaf.yaml'), 'utf8');
  expect([text.includes('Fire'), text.includes('Dry'), text.includes('The notes say so')]).toEqual([
    true,
    false,
    false,
  ]);
});

test.concurrent('no colour of the prompts vanishes on a light ground, and --color never leaves none', async () => {
  const seat = start(folderWith(FILES), '--from', 'notes.md:4', '--topic', 'leaf');
  await answer(seat, 'Which type', keys.enter);
  await answer(seat, 'What is asked', keys.enter);
  await seat.see('Write something here');
  await seat.press(keys.ctrlC);
  expect(new Set(seat.bytes().match(/\u001b\[[\d;]*m/g))).toEqual(
    new Set([1, 22, 91, 39].map((code) => `\u001b[${code}m`)),
  );
  const plain = start(folderWith(FILES), '--color', 'never');
  await answer(plain, 'Which heading', keys.enter);
  await plain.see('? Which passage');
  await plain.press(keys.ctrlC);
  expect(plain.bytes()).not.toMatch(/\u001b\[[\d;]*m/);
});

test.concurrent('a text that was entered is broken between words', async () => {
  const folder = folderWith(FILES);
  const args = ['add', '--bank', folder, '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'single'];
  const seat = sitDown(args, { data: folder, columns: 40 });
  await answer(seat, 'What is asked', 'Which tea has kept its colour because nothing oxidised it?', keys.enter);
  await seat.see(
    '✓ What is asked?\n  Which tea has kept its colour because\n  nothing oxidised it?\n? The right option:',
  );
  await seat.press(keys.ctrlC);
});

test.concurrent('the topic that is named as the heading over the passage has the cursor', async () => {
  const seat = start(folderWith(FILES), '--from', 'notes.md:8', '--type', 'cloze');
  await seat.see(/\? Which topic[\s\S]*❯ Water/);
  await seat.press(keys.ctrlC);
});

test.concurrent('a question whose topic was changed goes into the file of its new topic', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder, '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'cloze');
  await fillGap(seat, 'Green tea is not ____.', 'oxidised');
  await answer(seat, 'Why is that so', keys.enter);
  await answer(seat, 'This question can be asked', keys.down, keys.down, keys.down, keys.down, keys.enter);
  await answer(seat, 'Which topic', keys.down, keys.enter);
  await answer(seat, 'This question can be asked', keys.enter);
  await answer(seat, 'Into which file', keys.enter);
  await seat.see('to questions.yaml.');
});

test.concurrent('a number fills a gap, with its unit and how far off is right; changed to texts it is one no more', async () => {
  const folder = folderWith({ ...FILES, 'notes.md': `${FILES['notes.md']}- Green tea wants 70 to 80 degrees\n` });
  const seat = start(folder, '--from', 'notes.md:9', '--topic', 'water', '--type', 'cloze', '--into', 'leaf.yaml');
  await answer(seat, 'The sentence, with ____', '\u0015', 'Green tea wants 70 to ____ degrees.', keys.enter);
  await answer(seat, 'What fills the gap?', keys.down, keys.enter);
  for (const wrong of ['8O', '0x50', '80 degrees']) {
    await answer(seat, 'The right number', `\u0015${wrong}`, keys.enter);
    await seat.see('Write digits, with a point for decimals');
    await answer(seat, `The right number: ${wrong}`, '\u007f');
    await seat.see(new RegExp(`: ${wrong.slice(0, -1)}$`, 'm'));
  }
  await answer(seat, 'The right number', '\u001580', keys.enter);
  await answer(seat, 'Its unit', 'degrees', keys.enter);
  await answer(seat, 'How far off is still right (empty: not at all)', '-2', keys.enter);
  await seat.see('Write digits, from 0 up');
  await answer(seat, 'How far off is still right (empty: not at all)', '\u00152', keys.enter);
  await answer(seat, 'Why is that so', 'Your notes say so.', keys.enter);
  await seat.see(/answer:\s+number: 80\s+unit: degrees\s+tolerance: 2/);
  await answer(seat, 'This question can be asked', keys.down, keys.down, keys.enter);
  await answer(seat, 'What fills the gap?', keys.up, keys.enter);
  await answer(seat, 'What fills the gap: text 1', 'eighty', keys.enter);
  await answer(seat, 'What fills the gap: text 2', keys.enter);
  await answer(seat, 'Why is that so', keys.enter);
  await seat.see('answer: [eighty]');
  await seat.press(keys.ctrlC);
  expect((await seat.exit).code).toBe(130);
});

test.concurrent('Ctrl-C at any question ends it with one line and 130, and nothing is added', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder);
  await seat.see('Which heading');
  await seat.press(keys.ctrlC);
  expect((await seat.exit).code).toBe(130);
  expect(await seat.screen()).toMatch(/Nothing was added\.$/);
  expect(await seat.screen()).not.toMatch(/at .*:\d+:\d+|Error/);
  expect(readFileSync(join(folder, 'leaf.yaml'), 'utf8')).toBe(FILES['leaf.yaml']);
});

test.concurrent('of several files each heading can be told from those of the others', async () => {
  const folder = folderWith({
    ...FILES,
    'bank.yaml': 'id: tea\ntitle: Tea\nnotes: [notes.md, Oolong.md, Sencha.md]\ntopics: { leaf: The leaf }\n',
    'Oolong.md': 'Rolled by hand.\n\n## Cup\nSmall cups.\n',
    'Sencha.md': '## Cup\nSmaller cups.\n\n### Size\n80 ml.\n',
  });
  const seat = start(folder);
  const screen = await seat.see('Which heading');
  expect(screen.split('\n').map((row) => row.trimEnd())).toEqual(
    expect.arrayContaining([
      '❯ Tea  (notes.md)',
      '  Oolong',
      '    Cup  (Oolong.md)',
      '    Cup  (Sencha.md)',
      '      Size',
    ]),
  );
  await seat.press(keys.ctrlC);
  expect((await seat.exit).code).toBe(130);
});

test.concurrent('what stands above the headings is told from a heading that is called as the file', async () => {
  const seat = start(folderWith({ ...FILES, 'notes.md': 'Rolled by hand.\n\n# notes\nSmall cups.\n' }));
  expect(await seat.see('Which heading')).toMatch(/❯ notes {2}\(above the first heading\)\n {2}notes\n/);
  await seat.press(keys.ctrlC);
});

test.concurrent('the end of the input, and a signal, end it as quietly', async () => {
  const folder = folderWith(FILES);
  const ended = start(folder, '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'single');
  await ended.see('What is asked');
  await ended.press(keys.ctrlD);
  expect((await ended.exit).code).toBe(130);
  expect(await ended.screen()).toMatch(/Nothing was added\.$/);
  const told = start(folder);
  await told.see('Which heading');
  told.kill('SIGTERM');
  const { code, signal } = await told.exit;
  expect([code, signal]).toEqual([143, 0]);
  expect(told.bytes().lastIndexOf('\u001b[?25h')).toBeGreaterThan(told.bytes().lastIndexOf('\u001b[?25l')); // the cursor is back
});

test.concurrent('with --accessible choices are numbered and typed', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder, '--accessible', '--from', 'notes.md:4', '--topic', 'leaf');
  await seat.see(/5\) cloze/);
  await answer(seat, 'Its number (empty: 1)', '5', keys.enter);
  await answer(seat, 'The sentence, with ____', keys.enter);
  await seat.see('What fills the gap');
  await seat.press(keys.ctrlC);
  expect((await seat.exit).code).toBe(130);
});

test.concurrent('with --accessible a number that is typed before it is asked for is taken', async () => {
  const seat = start(folderWith(FILES), '--accessible');
  seat.type('2\r');
  await seat.see('Its number (empty: 1): The leaf');
  await seat.press(keys.ctrlC);
});

test.concurrent('with --accessible what is offered is written once, whatever is typed, and an answer is asked for below it', async () => {
  const parts = Array.from({ length: 60 }, (_, index) => `# Part ${index + 1}\n- Text ${index + 1}\n`).join('');
  const folder = folderWith({ ...FILES, 'notes.md': parts });
  const seat = sitDown(['add', '--bank', folder, '--accessible'], { data: folder });
  await answer(seat, 'Its number (empty: 1)', '9', '9', keys.enter);
  await seat.see('Write a number from 1 to 60.');
  await answer(seat, 'Its number (empty: 1): 99', '\u0015', '4', '2', keys.enter);
  await seat.see(/Its number \(empty: 1\): Part 42\n\? Which passage proves the answer\?\n +1\) \d+: Text 42/);
  await seat.press(keys.ctrlC);
  expect((await seat.exit).code).toBe(130);
  expect(seat.bytes().split('Part 17').length - 1).toBe(1);
});

test.concurrent('no reply of the terminal is typed or picks anything, and a text that is pasted is text', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder, '--from', 'notes.md:4', '--topic', 'leaf');
  const replies = '\u001b[?62;1;2;4c\u001b]11;rgb:1e1e/1e1e/1e1e\u001b\\\u001bP>|XTerm(370)\u001b\\';
  await answer(seat, 'Which type', replies, keys.enter);
  await answer(seat, 'What is asked', replies, '\u001b[200~Which tea is green?\u001b[201~', replies, keys.enter);
  await seat.see('The right option');
  expect(await seat.screen()).toMatch(/Which type.*single/);
  expect(await seat.screen()).toMatch(/What is asked.* Which tea is green\?$/m);
  seat.kill('SIGKILL');
});

test.concurrent('lines that are pasted are one text, and only a key that is pressed ends it', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder, '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'single');
  await seat.see('What is asked');
  expect(seat.bytes().lastIndexOf('\u001b[?2004h')).toBeGreaterThan(seat.bytes().lastIndexOf('\u001b[?2004l'));
  await answer(seat, 'What is asked', '\u001b[200~Which tea\r\n  is green?\r\u001b[201~');
  await seat.see(/What is asked\? Which tea is green\?$/m);
  await seat.press(keys.enter);
  await seat.see('The right option');
  await seat.press(keys.ctrlC);
  await seat.exit;
  expect(seat.bytes().lastIndexOf('\u001b[?2004l')).toBeGreaterThan(seat.bytes().lastIndexOf('\u001b[?2004h'));
});

test.concurrent('a paste of ten thousand characters is taken at once', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder, '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'single');
  await answer(
    seat,
    'What is asked',
    `\u001b[200~${'lorem ipsum dolor '.repeat(600)}\u001b[201~`,
    'the end?',
    keys.enter,
  );
  await seat.see('The right option');
  expect(await seat.screen()).toMatch(/the\s+end\?/);
  seat.kill('SIGKILL');
});

test.concurrent('what the notes hold is shown with visible escapes where it is offered', async () => {
  const notes =
    '# Tea \u001b]0;x\u0007\n\n## The leaf \u009b31m\n- Green tea \u001b]52;c;cHduZWQ=\u0007is not oxidised\n- Black tea is\n';
  const folder = folderWith({ ...FILES, 'notes.md': notes });
  const seat = start(folder, '--topic', 'leaf', '--type', 'cloze');
  await answer(seat, 'Which heading', keys.down, keys.enter);
  await answer(seat, 'Which passage proves', keys.enter);
  await answer(seat, 'Up to which line', keys.enter);
  await seat.see('The sentence, with ____');
  expect(await seat.screen()).toContain('\\u{1b}]52;c;cHduZWQ=');
  expect(seat.bytes()).not.toMatch(/\u001b\]|\u0007|\u009b/);
  seat.kill('SIGKILL');
});

test.concurrent('a file that somebody saved meanwhile is not overwritten', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder, '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'cloze');
  await fillGap(seat, '____ tea is not oxidised at all.', 'Green');
  await answer(seat, 'Why is that so', keys.enter);
  await seat.see('Add it?');
  writeFileSync(join(folder, 'leaf.yaml'), `${FILES['leaf.yaml']}# saved meanwhile\n`);
  seat.type(keys.enter);
  await seat.see('Added');
  expect(readFileSync(join(folder, 'leaf.yaml'), 'utf8')).toContain('# saved meanwhile');
});

test.concurrent('a quote that went from the notes while the question was made, and an id that was taken, are seen before it is written', async () => {
  const folder = folderWith(FILES);
  const made = async () => {
    const seat = start(folder, '--from', 'notes.md:4', '--topic', 'leaf', '--type', 'cloze');
    await fillGap(seat, '____ tea is not oxidised at all.', 'Green');
    await answer(seat, 'Why is that so', keys.enter);
    await seat.see('Add it?');
    return seat;
  };
  const [first, second, third] = [await made(), await made(), await made()];
  first.type(keys.enter);
  await first.see('Added');
  second.type(keys.enter);
  await second.see(/- id: leaf-tea-is-not-oxidised-at-all-2[\s\S]*Add it\?\n❯ Add it/);
  await second.press(keys.ctrlC);
  writeFileSync(join(folder, 'notes.md'), FILES['notes.md'].replace('Green tea is not', 'Green tea is never'));
  third.type(keys.enter);
  await third.see(/error\[quote[\s\S]*1 error to mend first/);
  await third.press(keys.ctrlC);
  expect(readFileSync(join(folder, 'leaf.yaml'), 'utf8').split('at all').length - 1).toBe(1);
});

test.concurrent('Ctrl-Z and fg: the question that was open goes on, and nothing that was entered is lost', async () => {
  const folder = folderWith(FILES);
  const command = `${process.execPath} ${BIN} add --bank ${folder}`;
  const shell = `exec bash --norc -mc '${command}; echo suspended; read line; fg'`;
  const seat = sitDown([], { data: folder, rows: 40, shell });
  await answer(seat, 'Which heading', keys.down, keys.enter);
  await seat.see('? Which passage proves');
  await seat.press('\u001a');
  await seat.see('suspended');
  await seat.press(keys.enter, keys.enter);
  await seat.see('? Up to which line');
  await seat.press(keys.ctrlC);
  await seat.see('Nothing was added.');
});

test.concurrent('Ctrl-Z and fg: the question is asked anew, with what was typed and where the cursor was', async () => {
  const folder = folderWith(FILES);
  const command = `${process.execPath} ${BIN} add --bank ${folder} --from notes.md:4 --type single`;
  const shell = `exec bash --norc -mc '${command}; read line; clear; fg; read line; clear; fg'`;
  const seat = sitDown([], { data: folder, rows: 40, shell });
  await seat.see('? Which topic');
  await seat.press(keys.down, '\u001a', keys.enter);
  await seat.see(/add --bank[\s\S]*\? Which topic[\s\S]*❯ Water/);
  await seat.press(keys.up, keys.enter);
  await seat.see('? What is asked');
  seat.type('Which tea');
  await seat.see('Which tea');
  await seat.press('\u001a', keys.enter);
  await seat.see(/^\? What is asked\? Which tea$/m);
  await seat.press('?', keys.enter);
  await seat.see(/What is asked\? Which tea\?\n\? The right option/);
  seat.kill('SIGKILL');
});

test.concurrent('a window of another size: one list, no word in two, and the cursor where it was', async () => {
  const notes = `# Tea\n\n## Leaf\n${'- Amazon tea 😀 はちゃ has leaves that keep their colour because nothing oxidised them\n'.repeat(30)}`;
  const folder = folderWith({ ...FILES, 'notes.md': notes });
  const seat = sitDown(['add', '--bank', folder], { data: folder });
  await answer(seat, 'Which heading does the passage stand under', keys.down, keys.enter);
  await seat.see('? Which passage');
  await seat.press(keys.down);
  seat.resize(40, 20);
  const narrow = await seat.see(/^\? Which passage proves the answer\?\n +4 {2}Amazon/);
  expect(narrow.split('\n').filter((row) => !/^(\?| |❯) /.test(row))).toEqual([
    '',
    '↑↓ move, type to jump, Enter choose',
  ]);
  expect(narrow).toMatch(/^❯ {4}5 {2}Amazon/m);
  seat.resize(80, 24);
  await seat.see(/^\? Which passage proves the answer\?\n +4 {2}Amazon tea 😀 はちゃ has leaves that keep their/);
  await seat.press(keys.enter);
  await seat.see(/^✓ Which passage proves the answer\?.*\.\.\.\n\? Up to which line/m);
  seat.kill('SIGKILL');
});

test.concurrent('with --ascii no sign beyond ASCII is shown', async () => {
  const folder = folderWith(FILES);
  const seat = start(folder, '--ascii');
  await answer(seat, 'Which heading', keys.down, keys.enter);
  const screen = await seat.see('? Which passage proves');
  expect(screen).toMatch(/^[\n -~]*$/);
  await seat.press(keys.ctrlC);
  await seat.exit;
});

test.concurrent.each([80, 40])(
  'at %d columns each passage takes one row, whatever its letters, and so does the one that was chosen',
  async (columns) => {
    const wide = '胎児は、損害賠償請求・相続・遺贈については、既に生まれたものとみなす。'.repeat(3);
    const folder = folderWith({
      ...FILES,
      'notes.md': `# 民法\n\n- ${wide}\n- 二、${wide}\n- ${'narrow '.repeat(30)}\n`,
    });
    const seat = sitDown(['add', '--bank', folder], { data: folder, rows: 20, columns });
    await answer(seat, 'Which heading', keys.enter);
    const offered = await seat.see(/narrow narrow.*\.\.\./);
    const rows = offered.split('\n');
    const first = rows.findIndex((row) => /❯ +3 {2}胎児/.test(row));
    expect(rows.slice(first, first + 3).map((row) => row.replace(/^\W*(\d+).*(\.\.\.)$/, '$1$2'))).toEqual([
      '3...',
      '4...',
      '5...',
    ]);
    await answer(seat, 'Which passage proves', keys.enter);
    const chosen = (await seat.see('? Up to which line')).split('\n');
    const [place, next] = ['Which passage proves', '? Up to which line'].map((text) =>
      chosen.findIndex((row) => row.includes(text)),
    );
    expect(chosen.slice(place, next).join('')).toMatch(/answer\? +3: [^3]*\.\.\.$/);
    expect(chosen.slice(place, next)).toHaveLength(columns === 80 ? 1 : 2);
    seat.type(keys.ctrlC);
    await seat.exit;
  },
);
