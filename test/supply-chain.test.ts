// What the program is made of and what a user installs.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, environment, TEA, tempFolder } from './support/quiz.ts';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** Packages with code in the bundle: whoever adds one argues for it in docs/decisions.md. */
const BUNDLED = [
  '@inquirer/ansi',
  '@inquirer/checkbox',
  '@inquirer/confirm',
  '@inquirer/core',
  '@inquirer/editor',
  '@inquirer/expand',
  '@inquirer/figures',
  '@inquirer/input',
  '@inquirer/number',
  '@inquirer/password',
  '@inquirer/prompts',
  '@inquirer/rawlist',
  '@inquirer/search',
  '@inquirer/select',
  '@inquirer/type',
  '@modelcontextprotocol/core',
  '@modelcontextprotocol/server',
  'chalk',
  'cli-width',
  'commander',
  'csv-parse',
  'entities',
  'env-paths',
  'fast-string-truncated-width',
  'fast-string-width',
  'fast-wrap-ansi',
  'fflate',
  'htmlparser2',
  'inquirer',
  'is-safe-filename',
  'lowdb',
  'marked',
  'mute-stream',
  'run-async',
  'rxjs',
  'signal-exit',
  'steno',
  'ts-fsrs',
  'write-file-atomic',
  'yaml',
  'zod',
]; // prettier-ignore

test('a user installs one package and nothing it depends on', () => {
  expect(manifest.dependencies ?? {}).toEqual({});
  expect(manifest.optionalDependencies ?? {}).toEqual({});
  expect(Object.keys(manifest.scripts)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(pre|post)?install$/)]),
  );
});

test('only packages that were agreed on are in the bundle, each with its licence', () => {
  const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  const names = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+\S*\n-{60}\n/gm)].map(([, name]) => name);
  expect(names.filter((name) => !BUNDLED.includes(name ?? ''))).toEqual([]);
  for (const section of notices.split(/^\S+ \d+\.\d+\.\d+\S*\n-{60}\n/m).slice(1)) {
    expect(section).toMatch(/MIT|ISC|Apache|BSD|Permission is hereby granted|Permission to use, copy/i);
  }
});

test('versions are exact, and the lock file names no registry', () => {
  for (const version of Object.values(manifest.devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(JSON.stringify(lock)).not.toContain('"resolved"');
});

test('no package in the tree runs a script when it is installed', () => {
  const scripts = Object.entries<{ hasInstallScript?: boolean; optional?: boolean }>(lock.packages).filter(
    ([, { hasInstallScript, optional }]) => hasInstallScript && !optional,
  );
  expect(scripts.map(([name]) => name)).toEqual([]);
});

test('the tarball holds the program, the bank and the documents, and nothing else', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  const strange = files
    .map(({ path }) => path)
    .filter(
      (path) =>
        !/^(bin\/(quiz\.js|package\.json)|dist\/[^/]+\.(cjs|cjs\.map|txt|json)|docs\/[^/]+\.(md|svg)|man\/quiz\.1|questions\/aws-ml\/[^/]+\.(yaml|md)|schema\/[^/]+\.v1\.json|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(
          path,
        ),
    );
  expect(strange).toEqual([]);
});

test('no network code is in the program', () => {
  for (const name of readdirSync(join(root, 'dist')).filter((file) => file.endsWith('.cjs'))) {
    const code = readFileSync(join(root, 'dist', name), 'utf8');
    expect(code, name).not.toMatch(/require\([`"'](node:)?(https?|net|tls|dns|dgram|http2|inspector|cluster)[`"']\)/);
    expect(code, name).not.toMatch(/\b(fetch|WebSocket|EventSource|XMLHttpRequest)\(/);
    expect(code, name).not.toMatch(/\bimport\(/); // what is loaded is named where it can be read
  }
});

/** A namespace without a network; `-r` where only the superuser may make one. */
const CUT_OFF = ['-n', '-rn'].find((flag) => spawnSync('unshare', [flag, 'true']).status === 0);

test.runIf(CUT_OFF)('everything works without a network', () => {
  const data = tempFolder();
  const exported = join(data, 'bank.gift');
  const answer = '{"type":"respond","response":["green"]}\n{"type":"finish"}\n';
  for (const [args, code = 0] of [
    [['drill', '--jsonl', '-n', '1', '--type', 'single']],
    [['exam', '--jsonl'], 7],
    [['exam', '--jsonl', '--resume']],
    [['review']],
    [['stats', '--json']],
    [['notes', 'tea']],
    [['check', '--coverage'], 0],
    [['export', '--format', 'gift', '--output', exported]],
    [['import', exported, '--dry-run']],
    [['data', 'backup']],
    [['doctor']],
    [['mcp']],
    [[]],
  ] as [string[], number?][]) {
    const flags = [...args, '--bank', TEA];
    const { status, stderr } = spawnSync('unshare', [CUT_OFF ?? '', process.execPath, BIN, ...flags], {
      env: environment(data),
      cwd: data,
      input: args.includes('exam') && code === 7 ? '' : answer,
      encoding: 'utf8',
    });
    expect([args, status, stderr.includes('error')]).toEqual([args, code, false]);
  }
});
