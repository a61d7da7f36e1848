// Builds dist/ and man/: one minified CommonJS bundle, split where the sources say `await import()`, with source maps and the
// licences of everything in it; and the manual page. docs/decisions.md says why this shape (measured start-up time).
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { notices } from './scripts/building/notices.js';
import { exportsThatStay, partOf, unused } from './scripts/building/plugins.js';
import { slim } from './scripts/building/slim.js';

/** What a drill needs, with all that this imports, and what the others share with it. */
const PRACTICE = new RegExp(
  [
    'src.(commands.(context|drill)\\.ts|jsonl.)',
    'src.core.(?!items.(asked-count|sound-item)|sitting.(decide|rehearsal)|text.(encoding|occurrences))',
    'src.learning.(choosing|learner|standing).(?!contrast|distractors|item-figures|schedule|weakest)',
  ].join('|'),
);

/** What a sitting on screens needs besides, before its first frame. */
const TERMINAL = new RegExp(
  [
    'src.terminal.(?!input.(?!keys)|linear|notes|sitting.preview)',
    'src.(commands.sitting.screen-sitting|learning.standing.contrast)\\.ts',
    'src.reports.explanation\\.ts',
  ].join('|'),
);

/** What brings the keys, after the first frame. */
const PROMPT = new RegExp(
  [
    'src.terminal.input.(characters|key-stream|prompt|sequences|suspension)\\.ts',
    'node_modules.@inquirer.(core.dist.lib.(create-prompt|errors|hook-engine|screen-manager|use-effect|use-keypress|use-ref|use-state|utils)|type|ansi).',
    'node_modules.(cli-width|mute-stream).',
  ].join('|'),
);

// Made aside and put in place when all of it is there: the program can be started meanwhile, and a build that is stopped leaves the old one.
for (const [signal, code] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }))
  process.once(signal, () => process.exit(code));
const [dist, build] = [aside('dist'), aside('build')];

const bundle = await rolldown({
  input: { quiz: 'src/main.ts', 'usual-folders': 'src/system/usual-folders.ts', 'keep-code': 'src/boot/keep-code.ts' },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension', // what is loaded by its name keeps the names it exports
  tsconfig: false,
  checks: { ineffectiveDynamicImport: false }, // what a sitting and an assistant share is loaded by either
  plugins: [
    unused('child_process', /commander/),
    unused('worker_threads', /write-file-atomic/),
    unused('#supports-color', /chalk/, '{ stdout: false, stderr: false }'), // it is told what it asks the system for, see terminal/painting/colour.ts
    unused('process', /yaml.dist.parse/, '{ env: {} }'), // asked for a variable at each mark of a file: a sixth of reading it
    partOf('path', /env-paths|inquirer/, ['basename', 'join', 'resolve']),
    partOf('os', /env-paths/, ['homedir', 'release', 'tmpdir']),
    partOf('readline', /inquirer.core/, ['createInterface']),
    partOf('process', /env-paths/, []),
    exportsThatStay(),
  ],
  resolve: {
    alias: {
      // The editor prompt alone would bring a charset library of 300 kB; no menu of ours opens an editor.
      '@inquirer/external-editor': join(import.meta.dirname, 'src/terminal/input/no-editor.ts'),
      '@modelcontextprotocol/server/_shims': join(import.meta.dirname, 'src/mcp/schema-check.ts'),
    },
  },
});
const { output } = await bundle.write({
  dir: dist,
  format: 'cjs',
  banner: ({ exports }) => (exports.length > 20 ? 'exports = module.exports = Object.create(null);' : ''),
  postBanner: '(function (exports, require, module, __filename, __dirname) {', // as `src/boot/loader.ts` runs it
  postFooter: '})',
  minify: true,
  charset: 'ascii', // half the memory of a text that has one other sign, and nothing to decode
  sourcemap: true,
  codeSplitting: {
    groups: [
      // What every start needs, the entry itself among it, what every command needs, and what every sitting needs: three files are read
      // faster than thirty.
      {
        name: 'quiz',
        priority: 3,
        test: /package\.json|rolldown.runtime|src.(main|version|ending.ending|failure|system.(chance|command-line|folders|given-folders|interrupt|output|regular|twice)|core.(once|text.(colour-choice|safe|wrap)))\.ts/,
      },
      { name: 'usual-folders', priority: 4, test: /env-paths|is-safe-filename|src.system.usual-folders\.ts/ },
      {
        name: 'cli',
        priority: 2,
        test: /commander|src.(cli|verbs.(?!usage)\w+|help.(topics|verb-help)|core.text.nearest)\.ts/,
      },
      { name: 'practice', priority: 1, test: PRACTICE },
      { name: 'complete', priority: 1, test: /src.(commands.complete|completion.verbs)\.ts/ },
      // What a sitting needs once there is an answer, and what tells how the learner stands: not before the first question.
      {
        name: 'answer',
        priority: 1,
        test: /src.core.(sitting.(decide|rehearsal)|text.occurrences)\.ts|src.reports.(conduct|result)\.ts/,
      },
      {
        name: 'standing',
        priority: 1,
        test: /src.commands.standing.standing\.ts|src.learning.(choosing|standing).(distractors|item-figures|schedule|weakest)\.ts|src.reports.(confusions|topics)\.ts/,
      },
      {
        name: 'painting',
        priority: 1,
        test: /node_modules.(chalk|fast-[\w-]+).|src.terminal.painting.(colour|layout|look|paint|smallest)\.ts/,
      },
      { name: 'terminal', priority: 1, test: TERMINAL },
      { name: 'prompt', priority: 1, test: PROMPT },
      { name: 'signal-exit', priority: 2, test: /node_modules.signal-exit./ }, // both keys and files need it, and neither the other
    ],
  },
  entryFileNames: '[name]-[hash].cjs',
  chunkFileNames: '[name]-[hash].cjs',
});
const named = (name) => JSON.stringify(`./${output.find((chunk) => chunk.isEntry && chunk.name === name).fileName}`);
const boot = await rolldown({
  input: { boot: 'src/boot/boot.ts' },
  platform: 'node',
  tsconfig: false,
  transform: {
    define: { MAIN: named('quiz'), USUAL_FOLDERS: named('usual-folders'), KEEP_CODE: named('keep-code') },
  },
});
const { output: bootOutput } = await boot.write({
  dir: dist,
  format: 'cjs',
  minify: true,
  charset: 'ascii',
  sourcemap: true,
  entryFileNames: '[name].cjs',
});
for (const { fileName } of [...output, ...bootOutput]) {
  if (fileName.endsWith('.map')) slim(join(dist, fileName));
  else requireAscii(join(dist, fileName));
}

// What measures the learning engine, and what writes the manual page: built from the same sources, and no part of the package.
const bench = await rolldown({
  input: {
    lab: 'bench/lab.ts',
    simulate: 'bench/simulate.ts',
    histories: 'bench/histories.ts',
    forms: 'bench/forms.ts',
    recording: 'bench/recording.ts',
    man: 'scripts/man.ts',
  },
  platform: 'node',
  tsconfig: false,
});
await bench.write({ dir: build, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'shared-[hash].cjs' });

writeFileSync(
  join(dist, 'THIRD-PARTY-NOTICES.txt'),
  notices(output.flatMap(({ modules = {} }) => Object.keys(modules))),
);

const { default: man } = await import(pathToFileURL(join(build, 'man.cjs')));
man.writeManPage(import.meta.dirname);
putInPlace(build, join(import.meta.dirname, 'build'), 'man.cjs');
putInPlace(dist, join(import.meta.dirname, 'dist'), 'boot.cjs');

/** A folder beside the one of that name (maps have paths from there), for as long as the build runs. */
function aside(name) {
  const folder = mkdtempSync(join(import.meta.dirname, `${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Puts built files in place of earlier ones. The names of all but the entry tell their content: a program that is started meanwhile runs
 * the old files with the old entry, and the new ones with the new entry, which comes last. Then what is left of the old ones goes.
 */
function putInPlace(from, folder, entry) {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(from);
  for (const name of [...names.filter((name) => name !== entry), entry])
    renameSync(join(from, name), join(folder, name));
  for (const name of readdirSync(folder)) if (!names.includes(name)) rmSync(join(folder, name), { recursive: true });
}

/** The loader reads a byte a letter. The minifier escapes what is no ASCII, but in tagged templates, whose text may be asked for as it was written. */
function requireAscii(path) {
  const found = /[^\0-\x7f]/.exec(readFileSync(path, 'utf8'));
  if (found) throw new Error(`${path} holds ${JSON.stringify(found[0])}: write it in that template as an entity`);
}
