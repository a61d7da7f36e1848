import type { Draft, Entry, Presentation, Press, Response } from '../../src/core/items/kinds/kind.ts';

/** The keys that enter a response, for somebody who sees this presentation. */
export function keysFor(presentation: Presentation, response: Response): Press[] {
  const { left, right = [], options = [] } = presentation;
  if (typeof response === 'string') return [{ type: 'text', text: response }];
  if (Array.isArray(response))
    return response.map((id) => ({ type: 'pick', number: options.findIndex((option) => option.id === id) + 1 }));
  const pairs = response as Readonly<Record<string, string>>; // the third sort of response
  // The focus starts on the first part and goes on to the next one without a partner.
  return (left ?? []).map(({ id }) => ({
    type: 'pick',
    number: right.findIndex((option) => option.id === pairs[id]) + 1,
  }));
}

export function typed(entry: Entry, presentation: Presentation, keys: readonly Press[]): Draft {
  return keys.reduce<Draft>((draft, key) => entry.press(draft, key, presentation), entry.start(presentation, null));
}
