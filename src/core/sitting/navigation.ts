import type { Command } from './command.ts';
import type { View } from './view.ts';

/** After an answer: an exam goes to the next slot and from the last to the first, a drill to the next open one or to its end. */
export function nextStep({ mode, slot, of, marks }: View): Command {
  if (mode === 'exam') return { type: 'move', to: (slot % of) + 1 };
  const isOpen = (at: number) => !['right', 'missed', 'withdrawn'].includes(marks[at - 1]?.status ?? 'withdrawn');
  const order = Array.from({ length: of }, (_, step) => ((slot + step) % of) + 1);
  const to = order.find(isOpen);
  return to === undefined ? { type: 'finish' } : { type: 'move', to };
}
