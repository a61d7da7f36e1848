// npm run transcript: plays a real drill and a real exam on a pseudo-terminal and puts what a learner sees into README.md, and a
// picture of it into docs/.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { pictureOf } from './picture.js';

const root = join(import.meta.dirname, '..');
/** A person looks before pressing: the screen has stood still for this long. */
const STILL_MS = 450;
const LONGEST_MS = 15_000;

/** What the screen shows at first, and after each key once it shows the text that is waited for; `picture`: the last of it, as SVG. */
async function play(args, first, presses, title = '') {
  const data = mkdtempSync(join(tmpdir(), 'quiz-'));
  const env = {
    PATH: process.env.PATH,
    HOME: data,
    XDG_CACHE_HOME: tmpdir(),
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    QUIZ_DATA_DIR: data,
  };
  const terminal = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  const pty = spawn(process.execPath, [join(root, 'bin/quiz.js'), ...args], {
    name: 'xterm-256color',
    cols: 80,
    rows: 24,
    cwd: data,
    env,
  });
  let lastOutput = Date.now();
  pty.onData((chunk) => {
    terminal.write(chunk);
    lastOutput = Date.now();
  });
  const see = async (text) => {
    for (const since = Date.now(); Date.now() - since < LONGEST_MS; ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (screenOf(terminal).includes(text) && Date.now() - lastOutput > STILL_MS) return screenOf(terminal);
    }
    throw new Error(`the screen never showed "${text}":\n${screenOf(terminal)}`);
  };
  const screens = [await see(first)];
  for (const [key, text] of presses) {
    pty.write(key);
    screens.push(await see(text));
  }
  pty.kill();
  return { screens, picture: pictureOf(terminal, title) };
}

/** The lines on the screen, without the empty ones between the text and the footer. */
function screenOf(terminal) {
  const { active } = terminal.buffer;
  const lines = Array.from({ length: 24 }, (_, row) =>
    active
      .getLine(active.baseY + row)
      .translateToString(true)
      .trimEnd(),
  );
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
}

function put(readme, name, screens) {
  const block = new RegExp(`(<!-- ${name} -->\\n\`\`\`\\n\\$ [^\\n]*\\n)[\\s\\S]*?(\\n\`\`\`\\n<!-- end -->)`);
  if (!block.test(readme)) throw new Error(`README.md has no block "${name}"`);
  return readme.replace(block, (_, start, end) => `${start}${screens.join('\n\n')}${end}`);
}

const drill = await play(
  ['drill', 'encryption', '-n', '2', '--seed', '4'],
  '1 of 2',
  [['1', 'Your notes']],
  'A drill in the terminal: a wrong answer, the right one, a reason for every option, and the passages of the notes that prove it',
);
const exam = await play(['exam', '-n', '5', '--time', '10m', '--seed', '4'], 'Enter start', [
  ['\r', 'question 1 of 5'],
  ['1', 'chosen 1'],
  ['4', 'chosen 2'],
  ['f', 'flagged 1'],
  ['\x1b[C', 'question 2 of 5'],
  ['\x1b[C', 'question 3 of 5'],
  ['1', '❯ 1'],
  ['\x1b[C', 'question 4 of 5'],
  ['30', '30'],
  ['\r', 'question 5 of 5'],
  ['1', 'chosen 1'],
  ['4', 'chosen 2'],
  ['r', 'Review'],
  ['s', 'Submit now?'],
  ['y', 'Result'],
]);
const shown = [4, 13, 15].map((step) => exam.screens[step]);
let readme = readFileSync(join(root, 'README.md'), 'utf8');
readme = put(readme, 'drill', drill.screens);
readme = put(readme, 'exam', shown);
writeFileSync(join(root, 'README.md'), readme);
writeFileSync(join(root, 'docs/drill.svg'), drill.picture);
process.exit(0);
