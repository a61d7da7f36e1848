// npm run transcript: plays a real drill and a real exam on a pseudo-terminal and puts what a learner sees into README.md.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const root = join(import.meta.dirname, '..');
const PAUSE_MS = 450;

/** What the screen shows after each of the keys; a key of null only looks. */
async function play(args, keys) {
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
  pty.onData((chunk) => terminal.write(chunk));
  const screens = [];
  for (const key of [null, ...keys]) {
    if (key !== null) pty.write(key);
    await new Promise((resolve) => setTimeout(resolve, key === null ? 1500 : PAUSE_MS));
    screens.push(screenOf(terminal));
  }
  pty.kill();
  return screens;
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

const drill = await play(['drill', 'encryption', '-n', '2', '--seed', '4'], ['1']);
const exam = await play(['exam', '-n', '5', '--time', '10m', '--seed', '7'], ['\r', '2', 'f', 'r', 's', 'y']);
let readme = readFileSync(join(root, 'README.md'), 'utf8');
readme = put(readme, 'drill', drill);
readme = put(readme, 'exam', [exam[0], exam[3], exam[4], exam[6]]);
writeFileSync(join(root, 'README.md'), readme);
process.exit(0);
