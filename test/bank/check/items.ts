// Items for tests of rules: a sound one, and what a test wants to be different about it.
import type { Common, Item, Option, Quote } from '../../../src/core/items/item.ts';
import { type Body, kindOf } from '../../../src/core/items/kinds/index.ts';
import { revisionOf } from '../../../src/core/items/revision.ts';

const SOUND_STEM =
  'A weather service keeps hourly readings of its stations in one bucket. Which service lists the columns of these files?';

/** A text with a star is a key. */
export function options(...texts: string[]): Option[] {
  return texts.map((text, index) => ({
    id: 'abcdefgh'[index] ?? String(index),
    text: text.replace(/^\*/, ''),
    why: `The reason for option number ${index + 1} is told here in full.`,
  }));
}

function keysOf(texts: readonly string[]): string[] {
  return texts.flatMap((text, index) => (text.startsWith('*') ? ['abcdefgh'[index] ?? ''] : []));
}

export function single(...texts: string[]): Body {
  return { type: 'single', options: options(...texts), answer: keysOf(texts) };
}

export function multiple(...texts: string[]): Body {
  return { type: 'multiple', options: options(...texts), answer: keysOf(texts) };
}

export function cloze(...accept: string[]): Body {
  return { type: 'cloze', answer: { accept } };
}

export function ordering(texts: readonly string[], ...answer: string[]): Body {
  return { type: 'ordering', options: options(...texts), answer };
}

export const SOUND_BODY = single('*The crawler run', 'The bucket policy', 'The shard count', 'The access list');

/** A quote that says what is right. */
function proofOf(body: Body): Quote {
  const kind = kindOf(body);
  const text = kind.describe(body, kind.key(body));
  return { text, section: 'Topic', file: 'notes.md', lines: [1, 1], path: ['Topic'], context: {} };
}

type Changes = Partial<Common> & { readonly body?: Body };

export function item(id: string, changes: Changes = {}, line = 10): Item {
  const { stem = SOUND_STEM, body = SOUND_BODY, ...rest } = changes;
  const why = body.type === 'cloze' ? { why: 'The reason for the answer is told here in full.' } : {};
  const at = { file: 'topic.yaml', line, column: 5 };
  return {
    id,
    rev: revisionOf(stem, body),
    topics: ['topic'],
    stem,
    quotes: [proofOf(body)],
    ...why,
    ...rest,
    at,
    body,
  };
}
