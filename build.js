// Builds dist/ and man/: one minified CommonJS bundle, split where the sources say `await import()`, with source maps and the
// licences of everything in it; and the manual page. docs/decisions.md says why this shape (measured start-up time).
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode, encode } from '@jridgewell/sourcemap-codec';
import { rolldown } from 'rolldown';

/** What a drill needs, with all that this imports, and what the others share with it. */
const PRACTICE = new RegExp(
  [
    'src.(commands.drill\\.ts|jsonl.)',
    'src.core.(?!items.(asked-count|sound-item)|sitting.(decide|rehearsal)|text.(encoding|occurrences))',
    'src.learning.(choosing|learner|standing).(?!contrast|distractors|items|schedule|weakest)',
  ].join('|'),
);

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** What a package of ours holds of another one, whose licence it does not carry. */
const INSIDE = {
  '@modelcontextprotocol/server':
    '@cfworker/json-schema 4.1.1 (inside @modelcontextprotocol/server), by Jeremy Danyow, MIT',
};

const TERMINAL = new RegExp(
  [
    'src.terminal.(?!input.(?!keys)|linear|notes|sitting.preview)',
    'src.(commands.sitting.terminal-sitting|learning.standing.contrast)\\.ts',
    'src.reports.explanation\\.ts',
  ].join('|'),
);

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
        test: /commander|src.(cli|verbs.(?!usage)\w+|help.(page|topics)|core.text.nearest)\.ts/,
      },
      { name: 'practice', priority: 1, test: PRACTICE },
      { name: 'complete', priority: 1, test: /src.(commands.complete|completion.(shells|verbs))\.ts/ },
      // What a sitting needs once there is an answer, and what tells how the learner stands: not before the first question.
      {
        name: 'answer',
        priority: 1,
        test: /src.core.(sitting.(decide|rehearsal)|text.occurrences)\.ts|src.reports.(conduct|result)\.ts/,
      },
      {
        name: 'standing',
        priority: 1,
        test: /src.commands.standing.standing\.ts|src.learning.(choosing|standing).(distractors|items|schedule|weakest)\.ts|src.reports.topics\.ts/,
      },
      {
        name: 'painting',
        priority: 1,
        test: /node_modules.(chalk|fast-[\w-]+).|src.terminal.painting.(colour|layout|look|paint|smallest)\.ts/,
      },
      { name: 'terminal', priority: 1, test: TERMINAL },
      { name: 'prompt', priority: 1, test: PROMPT }, // after the first frame
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

/** A module that a package loads and we never make it use: loading it costs a tenth of Node's own start. */
function unused(name, importer, content = '{}') {
  const stub = `\0unused:${name}`;
  return {
    name: stub,
    resolveId: (source, from) => (source.replace('node:', '') === name && importer.test(from ?? '') ? stub : undefined),
    load: (id) => (id === stub ? `module.exports = ${content};` : undefined),
  };
}

/** What a package that imports all of a module of Node's uses of it: all would be copied, which takes longer than loading it. */
function partOf(name, importer, used) {
  const part = `\0part:${name}`;
  const content =
    name === 'process'
      ? 'export default globalThis.process;'
      : `import { ${used.join(', ')} } from 'node:${name}';\nexport { ${used.join(', ')} };\nexport default { ${used.join(', ')} };`;
  return {
    name: part,
    resolveId: (source, from) => (source.replace('node:', '') === name && importer.test(from ?? '') ? part : undefined),
    load: (id) => (id === part ? content : undefined),
  };
}

/**
 * What a chunk exports is found through a getter each, in case it is set anew later. Making two hundred of them takes .3 ms; so functions, classes and constants are exported as they are.
 */
function exportsThatStay() {
  const getter =
    /Object\.defineProperty\(exports, ("\S+"), \{\s+enumerable: true,\s+get: function \(\) \{\s+return (\S+);\s+\}\s+\}\);/g;
  return {
    name: 'exports-that-stay',
    renderChunk(code) {
      const staying = new Set(
        Array.from(code.matchAll(/^(?:async )?(?:function\*?|class|const) ([\w$]+)/gm), ([, name]) => name),
      );
      const exported = (whole, name, local) => (staying.has(local) ? `exports[${name}] = ${local};` : whole);
      return { code: code.replace(getter, exported), map: null }; // they stand at the end, where no place of ours is
    },
  };
}

/** The loader reads a byte a letter. The minifier escapes what is no ASCII, but in tagged templates, whose text may be asked for as it was written. */
function requireAscii(path) {
  const found = /[^\0-\x7f]/.exec(readFileSync(path, 'utf8'));
  if (found) throw new Error(`${path} holds ${JSON.stringify(found[0])}: write it in that template as an entity`);
}

/** A map tells the lines of our own sources. Their texts, names and columns, and the lines of packages, would double what is installed. */
function slim(path) {
  const { version, file, sources, mappings } = JSON.parse(readFileSync(path, 'utf8'));
  const isOurs = sources.map((source) => !source.includes('node_modules/'));
  const kept = decode(mappings).map((line) => line.flatMap((segment) => slimSegment(segment, isOurs)));
  writeFileSync(
    path,
    JSON.stringify({ version, file, sources, names: [], mappings: encode(kept.map(withoutRepeats)) }),
  );
}

/** A line of a source of ours; a place in a package, or in glue of the bundler, ends what stood before it. */
function slimSegment([column, source, line], isOurs) {
  return [isOurs[source] ? [column, source, line, 0] : [column]];
}

function withoutRepeats(segments) {
  const isRepeat = ([, source, line], [, lastSource, lastLine] = []) => source === lastSource && line === lastLine;
  return segments.filter((segment, index) => !isRepeat(segment, segments[index - 1]));
}

/** The licence text of every package that has a module in the bundle. */
function notices(modules) {
  const folders = new Set(modules.map((id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]).filter(Boolean));
  return [...folders].sort().map(notice).join('\n\n');
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry));
  const text =
    file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : `Licence: ${license}`;
  const inside = INSIDE[name] ? `\n\n${INSIDE[name]}\n${'-'.repeat(60)}\n${MIT}` : '';
  return `${name} ${version}\n${'-'.repeat(60)}\n${text.trim()}${inside}`;
}
