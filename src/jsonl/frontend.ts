// A sitting over JSON lines: the same engine as in the terminal, for scripts and tests.

import { nextStep } from '../core/sitting/navigation.ts';
import type { Command, Event } from '../core/sitting/session.ts';
import type { View } from '../core/sitting/view.ts';
import type { Frontend } from '../sit.ts';
import type { Lines } from './lines.ts';
import { askMessage, gradedMessage, type Message, parseMessage, refusalMessage } from './protocol.ts';

export function jsonlFrontend(lines: Lines, write: (message: Message) => void): Frontend {
  let asked = false;
  let goOn: ((view: View) => Command) | undefined;
  return {
    async ask(view, signal) {
      signal.throwIfAborted();
      if (goOn) {
        const command = goOn(view);
        goOn = undefined;
        return command;
      }
      if (!asked) write(askMessage(view));
      asked = true;
      for (;;) {
        const line = await lines.next(signal);
        if (line === 'end') return { type: 'leave' };
        if (line === '') continue;
        const parsed = line === undefined ? parseMessage('', view.slot) : parseMessage(line, view.slot);
        if ('command' in parsed) return parsed.command;
        write(refusalMessage(parsed.refusal));
        write(askMessage(view));
      }
    },
    tick: () => undefined,
    show(events, _, gradings) {
      for (const event of events) if (event.type === 'responded') write({ type: 'saved', slot: event.slot });
      for (const grading of gradings) write(gradedMessage(grading));
      if (events.some(isAnswer)) goOn = nextStep;
      asked = false;
    },
    refuse(refusal) {
      write(refusalMessage(refusal));
      asked = false;
    },
  };
}

function isAnswer({ type }: Event): boolean {
  return type === 'responded';
}
