// Words for names that two processes shall not both make: drafts, sessions, writers, seeds. The engine seeds its generator from
// the system's for each process; node:crypto, which secrets would need, takes as long to load as everything else about a start.

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** A word of Crockford's 32 letters and digits, five bits each. */
export function randomWord(length: number): string {
  return Array.from({ length }, () => CROCKFORD[Math.floor(Math.random() * CROCKFORD.length)]).join('');
}

/** What a draft is told by from other drafts of the same file. */
export function draftWord(): string {
  return randomWord(DRAFT_LETTERS);
}

const DRAFT_LETTERS = 10;

/** A seed that nobody chose, short enough to be typed again. */
export function seedWord(): string {
  return randomWord(SEED_LETTERS);
}

const SEED_LETTERS = 7;
