// A sitting over JSON lines: the same engine as in the terminal, for scripts and tests.

import { nextStep } from '../core/sitting/navigation.ts';
import type { Frontend } from '../sit.ts';
import { END, type Lines } from './lines.ts';
import { askMessage, gradedMessage, type Message, parseMessage, refusalMessage } from './protocol.ts';

/** The front end that reads commands from lines and writes messages. */
export function jsonlFrontend(lines: Lines, write: (message: Message) => void): Frontend {
  let isAsked = false;
  let isAnswered = false;
  return {
    async ask(view, signal) {
      signal.throwIfAborted();
      if (isAnswered) {
        isAnswered = false;
        return nextStep(view);
      }
      if (!isAsked) write(askMessage(view));
      isAsked = true;
      for (;;) {
        const line = await lines.next(signal);
        if (line === END) return { type: 'leave' };
        const parsed = parseMessage(line, view.slot);
        if ('command' in parsed) return parsed.command;
        write(refusalMessage(parsed.refusal));
        write(askMessage(view));
      }
    },
    tick: () => undefined,
    show(events, _, gradings) {
      const answers = events.filter((event) => event.type === 'responded');
      for (const { slot } of answers) write({ type: 'saved', slot });
      for (const grading of gradings) write(gradedMessage(grading));
      isAnswered = answers.length > 0;
      isAsked = false;
    },
    refuse(refusal) {
      write(refusalMessage(refusal));
      isAsked = false;
    },
  };
}
