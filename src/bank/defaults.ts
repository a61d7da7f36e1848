// What a bank has where its author says nothing.
import { fingerprint } from '../core/fingerprint.ts';
import { type Blueprint, EXAM_MINUTES, USUAL_PASS } from '../core/papers/blueprint.ts';
import { isInOtherLetters } from '../core/text/other-letters.ts';
import type { Manifest } from './manifest.ts';

/** A folder without a manifest is a bank all the same. */
export function defaultManifest(folder: string, notes: readonly string[]): Manifest {
  const id = asIdentifier(folder);
  return { id, title: folder || id, notes, exams: [], cases: [], uncovered: [] };
}

/** A name made fit for an identifier. What letters of another script say is told apart by a fingerprint: records go by the id. */
export function asIdentifier(name: string): string {
  const composed = name.normalize('NFC');
  const fit = composed.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  if (!saysMore(composed, fit === '')) return fit.slice(0, 64) || 'bank';
  return `${fit.slice(0, 55).replace(/-+$/, '') || 'bank'}-${fingerprint(composed).slice(0, 8)}`;
}

/** Whether a name has letters of another script; `orAny`: or any letter or digit. Unicode's tables wait for a name that needs them. */
function saysMore(name: string, orAny: boolean): boolean {
  if (/^[\x00-\x7f]*$/.test(name)) return false;
  return orAny ? /[\p{L}\p{N}]/u.test(name) : isInOtherLetters(name);
}

/** A bank without exams has one mock exam over everything. */
export function plainMock({ title }: Pick<Manifest, 'title'>, questions: number): Blueprint {
  const count = Math.max(1, Math.min(65, questions));
  return {
    id: 'mock',
    title: `${title}: mock exam`,
    questions: count,
    minutes: count * EXAM_MINUTES,
    pass: USUAL_PASS,
    unscored: 0,
    parts: [],
    status: 'current',
  };
}

/** Codes of what cannot be said of questions while these stand in for a manifest that has errors. */
export const DECIDED_BY_MANIFEST = ['unknown-section', 'quote-not-found', 'quote-moved', 'unknown-case'];
