import { described } from '../bank/check/described.ts';
import type { Described, Rule } from '../bank/check/rule.ts';
import { type Block, blank, labelled, line, span } from '../core/text/styled.ts';
import { inPercent } from '../core/text/wording.ts';
import { titledRows } from './rows.ts';

export const codes: readonly string[] = described.map(({ code }) => code);

/** All codes of `quiz check`, each with what is wrong. */
export function codesPage(): Block[] {
  const rowsOf = (severity: string) =>
    described.filter((one) => one.severity === severity).map(({ code, title }) => [code, title] as const);
  return [
    ...titledRows('Errors: the question cannot be asked, or cannot be trusted', rowsOf('error')),
    ...titledRows('Warnings: what could be better', rowsOf('warning')),
    line('quiz help CODE explains one, with a bad and a good example.'),
  ];
}

/** One code: what is wrong, why it matters, a bad and a good example, and how to set it aside. */
export function codePage(code: string): Block[] {
  const one = described.find((candidate) => candidate.code === code);
  if (!one) return [];
  const { severity, title, why, shows, bad, good } = one;
  const isProse = shows === 'words';
  const place = shows === 'file' ? ', as a question file' : shows === 'manifest' ? ', in bank.yaml' : '';
  return [
    line(span(`${severity}[${code}]`, severity === 'error' ? 'missed' : 'caution'), span(`: ${title}`, 'strong')),
    blank,
    line(why),
    blank,
    ...exampleBlocks(`Raises it${place}`, bad, isProse),
    ...exampleBlocks('Does not', good, isProse),
    ...asideLines(one),
    ...('source' in one ? [line(span(`Where it comes from: ${one.source}.`, 'quiet'))] : []),
  ];
}

function exampleBlocks(title: string, lines: readonly string[], isProse: boolean): Block[] {
  const rows = isProse ? lines.map((text) => labelled('  ', text)) : lines.map(codeLine);
  return [line(span(`${title}:`, 'strong')), ...rows, blank];
}

/** A line of YAML with its own indent: what does not fit goes on under its text. */
function codeLine(text: string): Block {
  const indent = /^[\s-]*/.exec(text)?.[0] ?? '';
  return labelled(`    ${indent}`, text.slice(indent.length));
}

function asideLines(one: Described | Rule): Block[] {
  if (!('scope' in one) || one.scope !== 'item') return [];
  const { tolerance } = one;
  const share = tolerance === undefined ? '' : `Up to ${inPercent(tolerance)} of the questions may do it. `;
  const waiver = `In one question it is set aside with waive: { ${one.code}: "the reason" }.`;
  return [line(span(share + waiver, 'quiet'))];
}
