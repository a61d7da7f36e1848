// The manual page, made from the help texts of the program. The build writes it, so that it is never behind.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { wholeProgram } from '../src/cli.ts';
import { variables } from '../src/help/environment.ts';
import { exitCodeRows } from '../src/help/exit-codes.ts';
import { EVERYWHERE, type HelpSection, helpSections, type VerbHelp } from '../src/help/verb-help.ts';
import { version } from '../src/version.ts';

export const MAN_PAGE = join('man', 'quiz.1');

/** The manual page in the macros of man(7). */
export function manPage(program: Command = wholeProgram()): string {
  const helper = helpOf(program);
  const [own, everywhere] = parted(helpSections(program, helper));
  return [
    `.TH QUIZ 1 "" "notes-quiz ${version}" "User Commands"`,
    '.ad l',
    '.nh',
    '.SH NAME',
    `quiz \\- ${roff(helper.summary)}`,
    '.SH SYNOPSIS',
    `.B ${roff(helper.commandUsage(program))}`,
    ...examples(helper),
    '.SH COMMANDS',
    ...own.filter(({ title }) => title !== 'Options').flatMap((part) => [`.SS ${roff(part.title)}`, ...list(part)]),
    ...own.filter(({ title }) => title === 'Options').flatMap((part) => ['.SH OPTIONS', ...list(part)]),
    ...everywhere.flatMap((part) => ['.SH OPTIONS OF EVERY COMMAND', ...list(part)]),
    ...helper.visibleCommands(program).flatMap(verbSection),
    '.SH ENVIRONMENT',
    ...[...variables.ours, ...variables.everyones].flatMap(entry),
    '.SH EXIT STATUS',
    ...exitCodeRows().flatMap(entry),
    '.SH SEE ALSO',
    '.B quiz help codes | formats | keys',
    '.PP',
    'The folder docs of the package: authoring.md, formats.md, protocol.md, learning.md, journal.md.',
    '',
  ].join('\n');
}

function verbSection(verb: Command): string[] {
  const helper = helpOf(verb);
  const [own] = parted(helpSections(verb, helper));
  const options = own.map(({ title, rows }) => ({ title, rows: rows.filter(([term]) => !term.includes('--help')) }));
  return [
    `.SH ${roff(helper.commandUsage(verb)).toUpperCase().split(' ').slice(0, 2).join(' ')}`,
    `.B ${roff(helper.commandUsage(verb))}`,
    '.PP',
    `${roff(capital(helper.summary))}.`,
    ...options.flatMap(list),
    ...examples(helper),
  ];
}

/** Every verb of ours was configured with it. */
function helpOf(command: Command): VerbHelp {
  return command.createHelp() as VerbHelp;
}

function parted(sections: readonly HelpSection[]): [own: HelpSection[], everywhere: HelpSection[]] {
  return [sections.filter(({ title }) => title !== EVERYWHERE), sections.filter(({ title }) => title === EVERYWHERE)];
}

function list({ rows }: HelpSection): string[] {
  return rows.flatMap(entry);
}

function entry([term, meaning]: readonly [string, string]): string[] {
  return ['.TP', `.B ${roff(term)}`, roff(meaning)];
}

function examples({ examples }: VerbHelp): string[] {
  return ['.PP', '.EX', ...examples.map((example) => `  $ ${roff(example)}`), '.EE'];
}

/** A text that troff shows as it is: no line of ours is taken for a request, hyphens can be copied. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Writes the page into the folder of the project. */
export function writeManPage(root: string): void {
  mkdirSync(join(root, 'man'), { recursive: true });
  writeFileSync(join(root, MAN_PAGE), manPage());
}
