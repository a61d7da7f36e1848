// A sitting that is asked from outside, call by call: the front end of an assistant. The loop and its rules are those of a drill.
import type { Refusal } from '../core/refusal.ts';
import type { Command } from '../core/sitting/command.ts';
import { nextStep } from '../core/sitting/navigation.ts';
import type { Grading, View } from '../core/sitting/view.ts';
import type { Frontend } from '../sit.ts';

/** What came of a command. */
export type Outcome = { readonly gradings: readonly Grading[] } | { readonly refusal: Refusal };

/** A sitting whose questions are fetched, and whose commands are sent. */
export interface Relay {
  readonly frontend: Frontend;
  /** The open question; undefined when the sitting is over. */
  open(): Promise<View | undefined>;
  /** Enters a command for the open question. What came of it is on disk when this resolves. */
  send(command: Command): Promise<Outcome>;
  /** The sitting is over, or an error ended it: whoever waits is told. */
  end(error?: unknown): void;
}

interface Waiting<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** A promise in the hands of whoever can keep it. */
export function waiting<T>(): Waiting<T> {
  const keep = {} as Waiting<T>;
  const promise = new Promise<T>((resolve, reject) => Object.assign(keep, { resolve, reject }));
  return Object.assign(keep, { promise });
}

/** A front end that is called from outside: what it is asked waits for a call, and what a call enters for the loop. */
export function relay(): Relay {
  let asked: { readonly view: View; enter(command: Command): void } | undefined;
  let answered = false;
  let ended: { readonly error?: unknown } | undefined;
  let viewer: Waiting<View | undefined> | undefined;
  let sender: Waiting<Outcome> | undefined;
  const settle = (outcome: Outcome) => {
    sender?.resolve(outcome);
    sender = undefined;
  };
  return {
    frontend: {
      ask(view, signal) {
        signal.throwIfAborted();
        if (answered) {
          answered = false;
          return Promise.resolve(nextStep(view));
        }
        const command = waiting<Command>();
        signal.addEventListener('abort', () => command.reject(signal.reason), { once: true });
        asked = { view, enter: command.resolve };
        viewer?.resolve(view);
        viewer = undefined;
        return command.promise;
      },
      tick: () => undefined,
      show(events, _view, gradings) {
        if (events.some(({ type }) => type === 'moved')) return;
        answered = events.some(({ type }) => type === 'responded');
        settle({ gradings });
      },
      refuse: (refusal) => settle({ refusal }),
    },
    async open() {
      if (asked || ended) return asked?.view;
      viewer = waiting();
      return viewer.promise;
    },
    send(command) {
      const outcome = waiting<Outcome>();
      sender = outcome;
      const open = asked;
      asked = undefined;
      if (open) open.enter(command);
      else if (ended) outcome.reject(ended.error);
      return outcome.promise;
    },
    end(error) {
      ended = { error };
      asked = undefined;
      if (error === undefined) {
        viewer?.resolve(undefined);
        return settle({ gradings: [] });
      }
      viewer?.reject(error);
      sender?.reject(error);
    },
  };
}
