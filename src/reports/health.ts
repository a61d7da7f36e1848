// What `quiz doctor` found, for the eye.
import type { Problem } from '../core/problem.ts';
import { type Block, blank, labelled, line, span } from '../core/text/styled.ts';
import { count } from '../core/text/wording.ts';

export interface Health {
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly findings: readonly Problem[];
}

export function healthBlocks({ facts, findings }: Health): Block[] {
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  return [
    ...facts.map(([name, value]) => labelled([span(name.padEnd(width), 'quiet')], value)),
    blank,
    ...findings.flatMap(({ at, message, hint, severity }) => [
      line(span(`${severity}: `, severity === 'error' ? 'missed' : 'caution'), placed(at, message)),
      labelled('  ', hint),
    ]),
    line(
      span(
        findings.length === 0 ? 'Everything is sound.' : `${count(findings.length, 'finding')}. Nothing was changed.`,
        'strong',
      ),
    ),
  ];
}

/** The message with its place, unless that is a file or a folder as a whole which it names itself. */
function placed(at: Problem['at'], message: string): string {
  return at.line === 1 && message.includes(at.file) ? message : `${at.file}:${at.line} ${message}`;
}
