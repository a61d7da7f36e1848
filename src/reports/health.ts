// What `quiz doctor` found, for the eye.
import type { Problem } from '../core/problem.ts';
import { type Block, blank, count, labelled, line, span } from '../core/text/text.ts';

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
      line(span(`${severity}: `, severity === 'error' ? 'missed' : 'caution'), `${at.file}:${at.line} ${message}`),
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
