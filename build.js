// Builds dist/ and man/: one minified CommonJS bundle, split where the sources say `await import()`, with source maps and the
// licences of everything in it; and the manual page. docs/decisions.md says why this shape (measured start-up time).
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const PRACTICE = new RegExp(
  [
    'src.(clock|folders|sit)\\.ts',
    'src.(core|learning|jsonl).',
    'src.bank.(bank|cache|compiled-\\w+|defaults|files)\\.ts',
    'src.store.(atomic|derived|disk|journal|paths|sessions|settings)\\.ts',
    'src.commands.(context|drill|open-sessions|sitting|standing|values)\\.ts',
    'node_modules.(env-paths|is-safe-filename|lowdb|steno|ts-fsrs).',
  ].join('|'),
);

rmSync('dist', { recursive: true, force: true });
rmSync('build', { recursive: true, force: true });
const bundle = await rolldown({
  input: { quiz: 'src/main.ts' },
  platform: 'node',
  tsconfig: false,
  checks: { ineffectiveDynamicImport: false }, // what a sitting and an assistant share is loaded by either
  plugins: [
    unused('child_process', /commander/),
    unused('worker_threads', /write-file-atomic/),
    unused('process', /yaml.dist.parse/, '{ env: {} }'), // asked for a variable at each mark of a file: a sixth of reading it
  ],
  resolve: {
    alias: {
      // The editor prompt alone would bring a charset library of 300 kB; no menu of ours opens an editor.
      '@inquirer/external-editor': join(import.meta.dirname, 'src/terminal/no-editor.ts'),
      '@modelcontextprotocol/server/_shims': join(import.meta.dirname, 'src/mcp/schema-check.ts'),
    },
  },
});
const { output } = await bundle.write({
  dir: 'dist',
  format: 'cjs',
  minify: true,
  sourcemap: true,
  codeSplitting: {
    groups: [
      // What every start needs, what every command needs, and what every sitting needs: three files are read faster than thirty.
      {
        name: 'start',
        priority: 3,
        test: /package\.json|src.(version|ending|failure|interrupt|surroundings|core.safe)\.ts/,
      },
      {
        name: 'cli',
        priority: 2,
        test: /commander|src.(cli|verb|author-verbs|setup-verbs|help.(page|topics)|core.nearest)\.ts/,
      },
      { name: 'practice', priority: 1, test: PRACTICE },
    ],
  },
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
});
for (const { fileName } of output.filter(({ fileName }) => fileName.endsWith('.map')))
  withoutTexts(join('dist', fileName));

// What measures the learning engine, and what writes the manual page: built from the same sources, and no part of the package.
const bench = await rolldown({
  input: {
    lab: 'bench/lab.ts',
    simulate: 'bench/simulate.ts',
    histories: 'bench/histories.ts',
    forms: 'bench/forms.ts',
    man: 'scripts/man.ts',
  },
  platform: 'node',
  tsconfig: false,
});
await bench.write({ dir: 'build', format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'shared-[hash].cjs' });

const { default: man } = await import('./build/man.cjs');
man.writeManPage(import.meta.dirname);

writeFileSync('dist/THIRD-PARTY-NOTICES.txt', notices(output.flatMap((chunk) => Object.keys(chunk.modules ?? {}))));

/** A module of Node's that a package loads and we never make it use: loading it costs a tenth of Node's own start. */
function unused(name, importer, content = '{}') {
  const stub = `\0unused:${name}`;
  return {
    name: stub,
    resolveId: (source, from) => (source.replace('node:', '') === name && importer.test(from ?? '') ? stub : undefined),
    load: (id) => (id === stub ? `module.exports = ${content};` : undefined),
  };
}

/** A map tells lines; the texts of the sources would make the package three times as large. */
function withoutTexts(path) {
  const { sourcesContent: _, ...map } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(map));
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
  return `${name} ${version}\n${'-'.repeat(60)}\n${text.trim()}`;
}
