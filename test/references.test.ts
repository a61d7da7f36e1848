// What the sources and the documents refer to is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../src/bank/check/rules/index.ts';

const root = join(import.meta.dirname, '..');

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|js|cjs|md)$/.test(name))
    .map((name) => join(folder, name));
}

test('every document that is named is in the repository', () => {
  const files = [
    ...['src', 'test', 'bench', 'scripts', 'docs'].flatMap(filesIn),
    'README.md',
    'CONTRIBUTING.md',
    'build.js',
  ];
  const named = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bdocs\/[\w-]+\.(?:md|svg)\b/g)].map(([path]) => ({
      file,
      path,
    })),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
});

test('every rule comes from a row of docs/rules.md', () => {
  const page = readFileSync(join(root, 'docs/rules.md'), 'utf8');
  const unknown = rules.filter(({ source }) => {
    const numbers = source.match(/\b[EWB]\d\d\b/g) ?? [];
    return numbers.length === 0 || numbers.some((number) => !page.includes(`| ${number} `));
  });
  expect(rules.length).toBeGreaterThan(30);
  expect(unknown.map(({ code }) => code)).toEqual([]);
});

test('every file that build.js puts into a part of the bundle is there', () => {
  const paths = filesIn('src').map((path) => path.replaceAll(/[\\/]/g, '.'));
  const build = readFileSync(join(root, 'build.js'), 'utf8').replaceAll(/\\\\?\.ts|\\w\+/g, '');
  const named = [...build.matchAll(/\bsrc\.[^'/\n]*/g)].flatMap(([pattern]) => alternativesOf(pattern));
  const there = named.filter((name) => paths.some((path) => path.startsWith(name)));
  const lastOf = (name: string) => name.slice(name.lastIndexOf('.') + 1); // of several folders before it one has it
  expect(there.length).toBeGreaterThan(50);
  expect(named.filter((name) => !there.some((other) => lastOf(other) === lastOf(name)))).toEqual([]);
});

/** What a pattern names in all its groups, those that it leaves out too. */
function alternativesOf(pattern: string): string[] {
  const [group, inside = ''] = /\((?:\?!)?([^()]*)\)/.exec(pattern) ?? [];
  if (group === undefined) return pattern.split('|').filter((name) => name.startsWith('src.'));
  return inside.split('|').flatMap((one) => alternativesOf(pattern.replace(group, one)));
}
