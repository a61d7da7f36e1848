import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { keys, sitDown, still } from '../support/pty.ts';
import { TEA, tempFolder } from '../support/quiz.ts';

const FILES = {
  'bank.yaml': 'id: tea\nnotes: notes.md\ntopics: { leaf: The leaf }\n',
  'notes.md': '# Tea\n\n## Leaf\n- Green tea is not oxidised\n',
  'leaf.yaml':
    'questions:\n  - id: green\n    type: cloze\n    topics: leaf\n    stem: Green tea is not ____.\n    answer: oxidised\n    quotes: [{ section: Leaf, text: Green tea is not oxidised }]\n',
};

test.concurrent('the screens of a drill: first as asked, then as explained, and back', async () => {
  const seat = sitDown(['preview', 'leaf-which-is-green', '--bank', TEA], { data: tempFolder() });
  await seat.see('Enter explained');
  expect(still(await seat.screen())).toMatchInlineSnapshot(`
    " Preview · leaf-which-is-green
     ──────────────────────────────────────────────────────────────────────────────
     A buyer wants leaves that have kept their colour because nothing has oxidised 
     them. Which tea is it?
     
       1) Oolong
       2) Green tea
       3) Black tea
     













     Enter explained  q done  ? keys"
  `);
  await seat.press(keys.enter);
  await seat.see('Your notes');
  expect(still(await seat.screen())).toMatchInlineSnapshot(`
    " Preview · leaf-which-is-green
     ──────────────────────────────────────────────────────────────────────────────
     A buyer wants leaves that have kept their colour because nothing has oxidised 
     them. Which tea is it?
     ✓ Right.  2) Green tea
     
     Your notes  Tea › Oxidation                                         notes.md:4
     ▌    4  Green tea is not oxidised
          5  Oolong is partly oxidised
       1) Oolong  It stands between the two; right for a buyer who wants both.
     ✓ 2) Green tea  It is steamed or fired before it can oxidise.
       3) Black tea  It is fully oxidised, which suits whoever likes it strong.










     ← as asked  PgUp PgDn scroll  q done  ? keys"
  `);
  await seat.press('?');
  expect(await seat.see('Esc back')).toMatch(/^ left +the question as it is asked$/m);
  await seat.press(keys.esc);
  await seat.see('Your notes'); // the page that was up
  await seat.press(keys.left);
  await seat.see('Enter explained');
  await seat.press('q');
  expect((await seat.exit).code).toBe(0);
});

test.concurrent('--watch shows it again after each change, on the page that was up, and says what is wrong', async () => {
  const folder = folderWith(FILES);
  const seat = sitDown(['preview', 'green', '--bank', folder, '--watch'], { data: folder });
  await seat.see('Green tea is not ____.');
  const path = join(folder, 'leaf.yaml');
  writeFileSync(
    path,
    FILES['leaf.yaml'].replace('Green tea is not ____.', 'What has never happened to green tea? It was ____.'),
  );
  await seat.see('What has never happened');
  await seat.press(keys.enter);
  await seat.see('Right.  oxidised');
  const draft = join(folder, '.draft'); // as editors do: a new file in the place of the old one
  writeFileSync(draft, FILES['leaf.yaml'].replace('answer: oxidised', 'answer: { accept: oxidized }'));
  renameSync(draft, path);
  await seat.see('Right.  oxidized');
  writeFileSync(path, FILES['leaf.yaml'].replace('topics: leaf', 'topics: laef'));
  await seat.see('"laef" is not a topic of this bank');
  writeFileSync(path, FILES['leaf.yaml'].replace('id: green', 'id: grun'));
  await seat.see('there is no question "green"');
  writeFileSync(path, FILES['leaf.yaml']);
  await seat.see('Right.  oxidised');
  writeFileSync(join(folder, 'notes.md'), FILES['notes.md'].replace('- Green', '\n- Green'));
  await seat.see('notes.md:5');
  await seat.press(keys.ctrlC);
  expect((await seat.exit).code).toBe(130);
  expect(await seat.screen()).toBe('The preview is over.');
  expect(readFileSync(path, 'utf8')).toBe(FILES['leaf.yaml']);
});

test.concurrent('a lost quote keeps nothing from being shown: what is wrong stands below the explanation', async () => {
  const folder = folderWith({ ...FILES, 'notes.md': '# Tea\n\n## Leaf\n- Black tea is oxidised\n' });
  const seat = sitDown(['preview', 'green', '--bank', folder], { data: folder });
  await seat.see('Green tea is not ____.');
  await seat.see('Enter explained, and what is wrong');
  await seat.press(keys.enter);
  await seat.see('No quote from the notes proves this question.');
  await seat.see('error[quote-not-found]');
  await seat.press('q');
  expect((await seat.exit).code).toBe(1);
});

test.concurrent('q ends the watching too, and a signal ends it with its own code', async () => {
  const folder = folderWith(FILES);
  const left = sitDown(['preview', 'green', '--bank', folder, '--watch'], { data: folder });
  await left.see('Enter explained');
  await left.press('q');
  expect((await left.exit).code).toBe(0);
  const told = sitDown(['preview', 'green', '--bank', folder, '--watch'], { data: folder });
  await told.see('Enter explained');
  told.kill('SIGTERM');
  expect((await told.exit).code).toBe(143);
  expect(await told.screen()).toBe('The preview is over.');
});
