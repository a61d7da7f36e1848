// What `quiz doctor` found, for the eye and for other programs.
import type { Problem } from '../core/problem.ts';
import { type Block, blank, labelled, line, span, type Table } from '../core/text/styled.ts';
import { count } from '../core/text/wording.ts';
import { recordTable } from './records.ts';

export interface Health {
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly findings: readonly Problem[];
}

/** The facts, then what was found wrong, each with what to do. */
export function healthBlocks({ facts, findings }: Health): Block[] {
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  const sum =
    findings.length === 0 ? 'Everything is sound.' : `${count(findings.length, 'finding')}. Nothing was changed.`;
  return [
    ...facts.map(([name, value]) => labelled([span(name.padEnd(width), 'quiet')], value)),
    blank,
    ...findings.flatMap(({ at, message, hint, severity }) => [
      line(span(`${severity}: `, severity === 'error' ? 'missed' : 'caution'), placed(at, message)),
      labelled('  ', hint),
    ]),
    line(span(sum, 'strong')),
  ];
}

/** Records: each fact with its name before it; each finding with its severity, code, place, message and what to do. */
export function healthRecords({ facts, findings }: Health): Table {
  const ofFindings = findings.map(({ severity, code, at: { file, line, column }, message, hint }) => {
    return [severity, code, `${file}:${line}:${column}`, message, hint];
  });
  return recordTable([...facts, ...ofFindings]);
}

/** The message with its place, unless that is a file or a folder as a whole which it names itself. */
function placed(at: Problem['at'], message: string): string {
  return at.line === 1 && message.includes(at.file) ? message : `${at.file}:${at.line} ${message}`;
}
