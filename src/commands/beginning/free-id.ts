// The id of a new bank: the name of its folder, unless the learner's records know that from another bank.
import { basename } from 'node:path';
import { asIdentifier } from '../../bank/defaults.ts';
import { unlessFailed } from '../../failure.ts';
import { banksPractised } from '../../store/sessions/banks-practised.ts';
import type { Context } from '../context.ts';
import { isBankElsewhere, type Origin } from '../shared/shared-id.ts';

export interface FreeId {
  readonly id: string;
  /** The bank that has the id which would be usual here. */
  readonly taken?: Origin;
}

/** So long that a number fits behind it. */
const LONGEST_STEM = 58;

export async function freeId({ places }: Context, folder: string): Promise<FreeId> {
  const usual = asIdentifier(basename(folder));
  const known = unlessFailed(() => banksPractised(places.data)) ?? []; // a bank can be begun all the same
  const taken = await firstElsewhere(folder, usual, known, places.cache);
  if (!taken) return { id: usual };
  const ids = new Set(known.map(({ id }) => id));
  for (let number = 2; ; number++) {
    const id = `${usual.slice(0, LONGEST_STEM)}-${number}`;
    if (!ids.has(id)) return { id, taken };
  }
}

async function firstElsewhere(folder: string, usual: string, known: readonly Origin[], cache: string | undefined) {
  for (const origin of known) if (origin.id === usual && (await isBankElsewhere(origin, folder, cache))) return origin;
  return undefined;
}
