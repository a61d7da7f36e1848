// Commands on their way to the engine: a hand may be ahead of the disk.
import type { Command } from '../../core/sitting/command.ts';

export interface CommandQueue {
  send(command: Command): void;
  /** Hands the next command over: one that waits, or the first that comes. */
  handTo(take: (command: Command) => void): void;
  /** Whether a command was sent that leads away from the page. A key that comes at once after it was still meant for this page. */
  isLeaving(): boolean;
  /** To be called when a command was decided: from then on only what still waits can lead away. */
  settle(): void;
}

/** No hand is further ahead of the disk than this. What comes beyond is dropped: something lies on a key. */
const MOST_AHEAD = 100;

/** A queue with nothing in it; `leaves` tells the commands that lead away from the page. */
export function commandQueue(leaves: (command: Command) => boolean): CommandQueue {
  const waiting: Command[] = [];
  let take: ((command: Command) => void) | undefined;
  let leaving = false;

  const pump = () => {
    const command = take && waiting.shift();
    if (!take || !command) return;
    const answer = take;
    take = undefined; // the next command waits for the next question
    answer(command);
  };
  return {
    send(command) {
      if (waiting.length >= MOST_AHEAD) return;
      leaving ||= leaves(command);
      waiting.push(command);
      pump();
    },
    handTo(next) {
      take = next;
      setImmediate(pump); // a turn later: else the clock and whoever ends the program would wait for all that was typed ahead
    },
    isLeaving: () => leaving,
    settle() {
      leaving = waiting.some(leaves);
    },
  };
}
