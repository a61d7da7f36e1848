// npm run package-check: what a user gets. Packs the project, installs the tarball into an empty folder, and runs it on every line of
// Node that is supported; then asks two checkers of packages. Needs the registry, so it is no part of the tests.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const LINES = process.argv.length > 2 ? process.argv.slice(2) : ['20.19', '20', '22', '24', '26'];
const CHECKERS = {
  'publint@0.3.25': ['publint', '--strict'],
  '@arethetypeswrong/cli@0.18.5': ['attw', '--no-definitely-typed'],
};

/** How an assistant says good day. */
const HELLO = `${JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'package-check', version: '1' } },
})}\n`;

const home = mkdtempSync(join(tmpdir(), 'quiz-package-'));
try {
  const tarball = pack();
  for (const line of LINES) tryOn(line, tarball);
  for (const [name, command] of Object.entries(CHECKERS)) ask(name, command, tarball);
} finally {
  rmSync(home, { recursive: true, force: true });
}

function pack() {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', home], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const name = readdirSync(home).find((file) => file.endsWith('.tgz'));
  console.log(`packed   ${name}`);
  return join(home, name);
}

/** Installs the tarball with nothing beside it, and runs its bin with the binary of that line. */
function tryOn(line, tarball) {
  const folder = join(home, line);
  const node = nodeOf(line);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--engine-strict', '--ignore-scripts', tarball], { cwd: folder, stdio: 'pipe' });
  const others = readdirSync(join(folder, 'node_modules')).filter(
    (name) => !name.startsWith('.') && name !== 'notes-quiz',
  );
  demand(others.length === 0, `nothing else is installed, but: ${others.join(', ')}`);
  const bin = join(folder, 'node_modules/.bin/quiz');
  demand(existsSync(bin), 'npm links the bin');
  const run = (args, input = '', code = 0) => {
    const env = { PATH: process.env.PATH, HOME: folder, QUIZ_DATA_DIR: join(folder, 'records') };
    const { status, stdout, stderr } = spawnSync(node, [bin, ...args], { cwd: folder, env, input, encoding: 'utf8' });
    demand(status === code, `quiz ${args.join(' ')} ends with ${status}, not ${code}: ${stderr}`);
    demand(!/Warning|at .*\.cjs:\d/.test(stderr), `quiz ${args.join(' ')} says: ${stderr}`);
    return stdout;
  };
  demand(/^\d+\.\d+\.\d+\n$/.test(run(['--version'])), 'the version');
  demand(run([]).includes('quiz drill'), 'the status lines name the next step');
  demand(run(['--help']).includes('Usage: quiz'), 'help');
  const asked = run(
    ['drill', '--jsonl', '-n', '1', '--type', 'cloze', '--seed', '1'],
    '{"type":"respond","response":"1"}\n',
  );
  demand(asked.includes('"type":"graded"') && asked.includes('"type":"result"'), 'a drill is asked, graded and told');
  run(['exam', '--jsonl', '-n', '3'], '{"type":"leave"}\n', 7);
  demand(
    run(['exam', '--jsonl', '--resume'], '{"type":"finish"}\n').includes('"reason":"finished"'),
    'an exam is resumed',
  );
  demand(JSON.parse(run(['stats', '--json'])).answers > 0, 'the answers are in the statistics');
  demand(JSON.parse(run(['check', '--json'])).errors === 0, 'the bank is sound');
  demand(run(['export', '--format', 'gift']).length > 1000, 'the bank is exported');
  demand(run(['completion', 'bash']).includes('complete'), 'completion');
  demand(run(['mcp'], HELLO).includes('"serverInfo"'), 'an assistant is answered');
  console.log(`runs on  Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`);
}

/** The binary of a line of Node, from the package `node`. */
function nodeOf(line) {
  const folder = join(home, `node-${line}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', `node@${line}`], { cwd: folder, stdio: 'pipe' });
  return join(folder, 'node_modules/node/bin/node');
}

function ask(name, [command, ...args], tarball) {
  const { status, stdout, stderr } = spawnSync('npx', ['--yes', `--package=${name}`, command, ...args, tarball], {
    cwd: home,
    encoding: 'utf8',
  });
  console.log(`${name}\n${(stdout + stderr).trim().replace(/^/gm, '  ')}`);
  demand(status === 0, `${name} is content`);
}

function demand(isMet, what) {
  if (isMet) return;
  console.error(`not so: ${what}`);
  process.exit(1);
}
