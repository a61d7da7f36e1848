// How help reads: examples first, then commands, then the flags of this command, and last those that every command takes.
import type { Command, Help, Option } from 'commander';
import { inRows } from '../core/text/wrap.ts';
import type { TermRow } from './rows.ts';

/** The title of the flags that every command takes. */
export const EVERYWHERE = 'Everywhere';
/** Help is never wider; in a narrower window it is as wide as that. */
const WIDEST = 80;

/** What we tell commander of a verb, on top of its own help. `examples` are lines of the shell. */
export interface VerbHelp extends Help {
  readonly summary: string;
  readonly examples: readonly string[];
}

/** What makes commander show the help of a verb as we set it. */
export function verbHelp(summary: string, examples: readonly string[]): Partial<VerbHelp> {
  return {
    summary,
    examples,
    subcommandTerm: (sub) => [sub.name(), ...argumentsOf(sub).slice(0, MOST_ARGUMENTS)].join(' '),
    formatHelp: (target, helper) => helpPage(target, helper as VerbHelp), // made of this very value
  };
}

/** In a list of commands more of them would leave no room beside it; a command's own page has them all. */
const MOST_ARGUMENTS = 2;

function argumentsOf(command: Command): string[] {
  return command
    .usage()
    .split(' ')
    .filter((word) => word !== '' && word !== '[options]');
}

/** Terms with their meanings under a title. */
export interface HelpSection {
  readonly title: string;
  readonly rows: readonly TermRow[];
}

function helpPage(command: Command, helper: VerbHelp): string {
  const { summary, examples, helpWidth = WIDEST } = helper;
  const width = Math.min(WIDEST, helpWidth);
  const sections = [
    [...wrapped(summary, width), '', ...examples.flatMap((example) => exampleRows(example, width))],
    wrapped(`Usage: ${helper.commandUsage(command)}`, width),
    ...helpSections(command, helper).map((one) => section(one, width)),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What a help page lists, part by part; the parts that have nothing to list are left out. */
export function helpSections(command: Command, helper: Help): HelpSection[] {
  const args = command.registeredArguments.filter(({ description }) => description);
  return [
    ...commandSections(command, helper),
    { title: 'Arguments', rows: args.map((argument) => [argument.name(), argument.description] as const) },
    ...optionSections(helper.visibleOptions(command), helper),
  ].filter(({ rows }) => rows.length > 0);
}

function commandSections(command: Command, helper: Help): HelpSection[] {
  const groups = new Map<string, [string, string][]>();
  for (const sub of helper.visibleCommands(command)) {
    const group = sub.helpGroup() || 'Help';
    groups.set(group, [...(groups.get(group) ?? []), [helper.subcommandTerm(sub), sub.summary() || sub.description()]]);
  }
  return [...groups].map(([title, rows]) => ({ title, rows }));
}

function optionSections(options: readonly Option[], helper: Help): HelpSection[] {
  const rows = (some: readonly Option[]) =>
    some.map((option): [string, string] => [helper.optionTerm(option), helper.optionDescription(option)]);
  const isGlobal = ({ helpGroupHeading }: Option) => helpGroupHeading === EVERYWHERE;
  return [
    { title: 'Options', rows: rows(options.filter((option) => !isGlobal(option))) },
    { title: EVERYWHERE, rows: rows(options.filter(isGlobal)) },
  ];
}

/** A line of the shell, or several, with what it does beside it or below. */
function exampleRows(example: string, width: number): string[] {
  const row = `  $ ${example}`;
  if (row.length <= width) return [row];
  const [command = '', ...meaning] = example.split(/(?<=\S) {2,}/);
  return [`  $ ${command}`, ...meaning.flatMap((text) => wrapped(text, width - 6)).map((text) => `      ${text}`)];
}

function section({ title, rows }: HelpSection, width: number): string[] {
  const column = Math.min(Math.floor(width / 3), Math.max(...rows.map(([term]) => term.length)) + 2);
  return [title, ...rows.flatMap(([term, text]) => entry(term, text, column, width))];
}

/** A term with its text beside it, or under it where the term is too long. */
function entry(term: string, text: string, column: number, width: number): string[] {
  const rows = wrapped(text, width - column - 2);
  const indent = ' '.repeat(column + 2);
  if (term.length > column - 2) return [`  ${term}`, ...rows.map((row) => indent + row)];
  return rows.map((row, index) => (index === 0 ? `  ${term.padEnd(column)}${row}` : indent + row));
}

function wrapped(text: string, width: number): string[] {
  return inRows(text.split(' '), width);
}
