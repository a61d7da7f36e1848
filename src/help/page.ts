// How help reads: examples first, then commands, then the flags of this command, and last those that every command takes.
import type { Command, Help, Option } from 'commander';

const EVERYWHERE = 'Everywhere';
const WIDTH = 80;

/** A help page for a command. `examples` are lines of the shell. */
export function helpPage(command: Command, helper: Help, summary: string, examples: readonly string[]): string {
  const sections = [
    [summary, '', ...examples.map((example) => `  $ ${example}`)],
    [`Usage: ${helper.commandUsage(command)}`],
    ...commandSections(command, helper),
    section(
      'Arguments',
      command.registeredArguments
        .filter(({ description }) => description)
        .map((argument) => [argument.name(), argument.description]),
    ),
    ...optionSections(helper.visibleOptions(command), helper),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function commandSections(command: Command, helper: Help): string[][] {
  const groups = new Map<string, [string, string][]>();
  for (const sub of helper.visibleCommands(command)) {
    const group = sub.helpGroup() || 'Help';
    groups.set(group, [...(groups.get(group) ?? []), [helper.subcommandTerm(sub), sub.summary() || sub.description()]]);
  }
  return [...groups].map(([title, rows]) => section(title, rows));
}

function optionSections(options: readonly Option[], helper: Help): string[][] {
  const rows = (some: readonly Option[]) =>
    some.map((option): [string, string] => [helper.optionTerm(option), helper.optionDescription(option)]);
  const isGlobal = ({ helpGroupHeading }: Option) => helpGroupHeading === EVERYWHERE;
  return [
    section('Options', rows(options.filter((option) => !isGlobal(option)))),
    section(EVERYWHERE, rows(options.filter(isGlobal))),
  ];
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const column = Math.min(26, Math.max(...rows.map(([term = '']) => term.length)) + 2);
  return [title, ...rows.flatMap(([term = '', text = '']) => entry(term, text, column))];
}

/** A term with its text beside it, or under it where the term is too long; never wider than a terminal of 80 columns. */
function entry(term: string, text: string, column: number): string[] {
  const rows = wrapped(text, WIDTH - column - 2);
  const indent = ' '.repeat(column + 2);
  if (term.length >= column) return [`  ${term}`, ...rows.map((row) => indent + row)];
  return rows.map((row, index) => (index === 0 ? `  ${term.padEnd(column)}${row}` : indent + row));
}

function wrapped(text: string, width: number): string[] {
  const rows: string[] = [''];
  for (const word of text.split(' ')) {
    const last = rows.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) rows.push(word);
    else rows[rows.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return rows;
}
