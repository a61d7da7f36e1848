// Practice that an assistant asks for: a drill like any other, of the same planner, engine and records, answered call by call.
import { refuse } from '../../core/refusal.ts';
import type { Command } from '../../core/sitting/command.ts';
import { drillPolicy } from '../../core/sitting/policy.ts';
import { type Result, result } from '../../core/sitting/result.ts';
import type { State } from '../../core/sitting/state.ts';
import type { View } from '../../core/sitting/view.ts';
import { Failure } from '../../failure.ts';
import { type Outcome, type Relay, relay, waiting } from '../../mcp/relay.ts';
import { Interrupted } from '../../system/interrupt.ts';
import type { Context } from '../context.ts';
import { drillForm } from '../drill.ts';
import { paperOf, sitTo, startSession } from '../sitting/sitting.ts';
import { tidyDrills } from '../sitting/tidy-drills.ts';

export interface Practice {
  /** The open question, the same until it is answered. A new drill begins where none is open, or another topic is named. */
  question(topic: string | undefined): Promise<Asked>;
  /** Enters an answer to the question of that id. */
  answer(item: string, command: Command): Promise<Answered>;
  /** Ends the open drill. */
  leave(): Promise<void>;
  /** Rejects when the program is told to end while a drill is open. */
  readonly interruption: Promise<never>;
}

export interface Asked {
  readonly session: string;
  readonly view: View;
}

export interface Answered {
  readonly outcome: Outcome;
  /** Where this was the last question of the drill. */
  readonly result: Result | undefined;
}

interface Drill {
  readonly session: string;
  readonly topic: string | undefined;
  readonly relay: Relay;
  /** The state it ended in. */
  readonly over: Promise<State>;
}

export function practiceIn(context: Context): Practice {
  let drill: Drill | undefined;
  const interruption = waiting<never>();
  interruption.promise.catch(() => undefined); // whoever runs the tools awaits it; nobody need
  const begin = async (topic: string | undefined): Promise<Drill> => {
    const bank = await context.bank();
    await tidyDrills(context.sessions, bank.id);
    const { form } = await drillForm(context, bank, topic === undefined ? [] : [topic], {});
    const opened = startSession(context, bank, { form, policy: drillPolicy });
    const asked = relay();
    const over = sitTo(context, await paperOf(context, bank, opened), opened, asked.frontend);
    over.then(
      () => asked.end(),
      (error) => {
        asked.end(error);
        if (error instanceof Interrupted) interruption.reject(error);
      },
    );
    return { session: opened.state.started.session, topic, relay: asked, over };
  };
  const leave = async () => {
    const left = drill;
    drill = undefined; // whatever comes of it: a drill that failed is over too
    if (await left?.relay.open()) await left?.relay.send({ type: 'leave' });
    await left?.over;
  };
  return {
    interruption: interruption.promise,
    leave,
    async question(topic) {
      if (drill && topic !== undefined && topic !== drill.topic) await leave().catch(() => undefined); // what failed in it was told then
      const view = await drill?.relay.open();
      if (drill && view) return { session: drill.session, view };
      drill = await begin(topic);
      const first = await drill.relay.open();
      if (!first) throw new Error('a drill ended before its first question');
      return { session: drill.session, view: first };
    },
    async answer(item, command) {
      const view = await drill?.relay.open();
      if (!drill || !view) throw notAsked();
      if (view.item !== item) {
        const text = `The open question is ${view.item}, not ${item}.`;
        return { outcome: refuse('wrong-slot', text), result: undefined };
      }
      const outcome = await drill.relay.send(command);
      const isOver = 'gradings' in outcome && (await isDone(drill.relay));
      return { outcome, result: isOver ? await drill.over.then(result, () => undefined) : undefined };
    },
  };
}

/** Whether no question is left. The answer is saved by then: what keeps the next question from coming is told when that is asked for. */
async function isDone({ open }: Relay): Promise<boolean> {
  try {
    return (await open()) === undefined;
  } catch {
    return false;
  }
}

function notAsked(): Failure {
  return new Failure('usage', 'no-question', 'no question is open', 'call next_question first');
}
