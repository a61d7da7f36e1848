// A sitting that is asked from outside, call by call: the front end of an assistant. The loop and its rules are those of a drill.
import { nextStep } from '../core/navigation.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Command } from '../core/session.ts';
import type { Grading, View } from '../core/view.ts';
import type { Frontend } from '../sit.ts';

export type Outcome = { readonly gradings: readonly Grading[] } | { readonly refusal: Refusal };

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
  resolve(value: T): void;
  reject(error: unknown): void;
}

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
        return new Promise((resolve, reject) => {
          const abort = () => reject(signal.reason);
          signal.addEventListener('abort', abort, { once: true });
          const enter = (command: Command) => {
            signal.removeEventListener('abort', abort);
            asked = undefined;
            resolve(command);
          };
          asked = { view, enter };
          viewer?.resolve(view);
          viewer = undefined;
        });
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
      if (asked) return asked.view;
      if (ended) return undefined;
      return new Promise((resolve, reject) => {
        viewer = { resolve, reject };
      });
    },
    send: (command) =>
      new Promise((resolve, reject) => {
        sender = { resolve, reject };
        if (asked) asked.enter(command);
        else if (ended) reject(ended.error);
      }),
    end(error) {
      ended = { error };
      asked = undefined;
      if (error === undefined) {
        viewer?.resolve(undefined);
        settle({ gradings: [] });
      } else {
        viewer?.reject(error);
        sender?.reject(error);
      }
    },
  };
}
