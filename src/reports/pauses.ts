// The pauses of an exam, in words.
import type { Pauses, State } from '../core/sitting/state.ts';
import { type Line, line, span } from '../core/text/styled.ts';
import { duration } from '../core/text/wording.ts';

/** How often nobody was there and for how long, and what that did to the clock; nothing where somebody always was. */
export function pauseLines({ pauses, started }: State): Line[] {
  if (pauses.count === 0) return [];
  const times = pauses.count === 1 ? 'once' : pauses.count === 2 ? 'twice' : `${pauses.count} times`;
  const clock =
    started.policy.clock === 'wall' && pauses.unknown === 0
      ? 'the clock ran on'
      : 'not comparable with an uninterrupted mock';
  return [line(span(`Paused ${times}, ${awayInWords(pauses)}: ${clock}.`, 'caution'))];
}

function awayInWords({ count: times, lost, unknown }: Pauses): string {
  if (unknown === 0) return `${duration(lost)} away`;
  const known = unknown < times ? `${duration(lost)} away and longer` : 'away for a time that is not known';
  return `${known} (the clock was behind)`;
}
