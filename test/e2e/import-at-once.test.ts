// Imports that run at once, or were killed: real processes on one bank.
import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBank } from '../../src/bank/bank.ts';
import { folderWith } from '../support/folders.ts';
import { mammalsBank } from '../support/mammals.ts';
import { BIN, environment, quiz, tempFolder } from '../support/quiz.ts';

const question = (at: number) => `Which number is ${at}? { =${at} ~${at + 1} ~${at + 2} }`;
const gift = Array.from({ length: 30 }, (_, at) => question(at)).join('\n\n');

function importing(file: string, bank: string): Promise<number | null> {
  const child = spawn(process.execPath, [BIN, 'import', file, '--topic', 't', '--bank', bank], {
    env: environment(tempFolder()),
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.on('exit', resolve));
}

test.each([
  ['of one name', ['same.gift', 'same.gift', 'same.gift']],
  ['of several names', ['one.gift', 'two.gift', 'three.gift']],
])('the same questions imported three times at once from files %s are there once', async (_, names) => {
  for (let round = 0; round < 2; round++) {
    const bank = mammalsBank();
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, gift])));
    const codes = await Promise.all(names.map((name) => importing(join(folder, name), bank)));
    expect(codes.every((code) => code === 0 || code === 5)).toBe(true);
    expect(quiz(['import', join(folder, names[0] ?? ''), '--topic', 't', '--bank', bank]).code).toBe(0);
    const { facts, problems } = await openBank(bank, undefined);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect([codes, facts.length, errors]).toEqual([codes, 34, []]);
    expect(readdirSync(bank).filter((name) => name.startsWith('.'))).toEqual([]);
  }
});

test('what a killed import left of its writing goes with the next one; that of one that runs stays', () => {
  const bank = mammalsBank();
  const [dead, alive] = [`.imported-x.yaml.${2 ** 22 + 1}-abcdefghjk`, `.imported-x.yaml.${process.pid}-abcdefghjk`];
  for (const name of [dead, alive]) writeFileSync(join(bank, name), 'questions:\n');
  const folder = folderWith({ 'new.gift': gift });
  expect(quiz(['import', join(folder, 'new.gift'), '--topic', 't', '--bank', bank]).code).toBe(0);
  expect(readdirSync(bank).filter((name) => name.startsWith('.'))).toEqual([alive]);
});
