// The messages of a headless session, one JSON object a line. docs/protocol.md is their reference.
import { type Refusal, refuse } from '../core/refusal.ts';
import type { Command } from '../core/sitting/command.ts';
import { confidences, type Started } from '../core/sitting/events.ts';
import type { Result } from '../core/sitting/result.ts';
import type { Grading, View } from '../core/sitting/view.ts';
import { parseObject } from '../core/text/parse-object.ts';

/** A line of the protocol. */
export type Message = { readonly type: string } & Readonly<Record<string, unknown>>;

/** How a session begins, or goes on where it is resumed. */
export function sessionMessage(
  { session, bank, form, policy }: Started,
  resumed: boolean,
): Readonly<Record<string, unknown>> {
  const { mode, limitMs } = policy;
  return {
    v: 1,
    type: 'session',
    session,
    mode,
    bank: bank.id,
    profile: form.profile ?? null,
    of: form.slots.length,
    limitMs: limitMs ?? null,
    seed: form.seed,
    resumed,
  };
}

/** The open question, without its key; `withdrawn` where the bank has it no more. */
export function askMessage({
  slot,
  of,
  item,
  question,
  topics,
  response,
  flagged,
  struck,
  hints,
  challenge,
  remainingMs,
  why,
}: View): Message {
  return {
    type: 'ask',
    slot,
    of,
    item,
    ...(question ? shown(question) : { withdrawn: true }),
    topics,
    response,
    flagged,
    struck,
    ...(hints.length > 0 && { hints }),
    ...(challenge && { challenge }),
    remainingMs: remainingMs ?? null,
    ...(why !== undefined && { why }),
  };
}

function shown({ stem, caseText, presentation: { kind, ...parts } }: NonNullable<View['question']>) {
  return { kind, stem, ...(caseText !== undefined && { case: caseText }), ...parts };
}

/** A graded question with what explains it. */
export function gradedMessage({
  slot,
  item,
  score,
  unflagged,
  explanation: { key, options, why, quotes, dated },
}: Grading): Message {
  return {
    type: 'graded',
    slot,
    item,
    score,
    key,
    options,
    ...(why !== undefined && { why }),
    quotes: quotes.map(({ text, file, lines, path }) => ({ text, file, lines, path })),
    dated: dated ?? null,
    ...(unflagged && { unflagged }),
  };
}

/** What the engine did not do, and why. */
export function refusalMessage({ code, message }: Refusal): Message {
  return { type: 'refusal', code, message };
}

/** The result of a session that is over. */
export function resultMessage({ pass, passed, reason, topics, ...counts }: Result): Message {
  return { type: 'result', ...counts, pass: pass ?? null, passed: passed ?? null, reason, topics };
}

/** A line as a command for the open slot; anything else is refused in a sentence. Undefined stands for a line that was too long. */
export function parseMessage(line: string | undefined, openSlot: number): { command: Command } | { refusal: Refusal } {
  if (line === undefined) return malformed('A line may have 64 KB, and this one is longer.');
  const message = parseObject(line);
  if (!message) return malformed('Send one JSON object a line, such as {"type":"respond","response":["a"]}.');
  const { slot } = message;
  if (slot !== undefined && typeof slot !== 'number') return malformed('"slot" is a number, such as 1.');
  if (slot !== undefined && slot !== openSlot)
    return refuse('wrong-slot', `Question ${openSlot} is open, not ${String(slot)}.`);
  return commandOf(message);
}

/** Values count as they are: a number in quotes or in a list is none, because what was meant by it is anybody's guess. */
function commandOf({ type, response, confidence, to, option, text }: Readonly<Record<string, unknown>>) {
  switch (type) {
    case 'respond': {
      if (confidence === undefined) return { command: { type, response } } as const;
      const sure = confidences.find((known) => known === confidence);
      if (!sure) return malformed('"confidence" is "sure", "unsure" or "guess", or is left out.');
      return { command: { type, response, confidence: sure } } as const;
    }
    case 'move':
      if (typeof to !== 'number') return malformed('"to" is the number of a question, such as 2.');
      return { command: { type, to } } as const;
    case 'strike':
      if (typeof option !== 'string') return malformed('"option" is the id of an option, such as "a".');
      return { command: { type, option } } as const;
    case 'challenge':
      if (typeof text !== 'string') return malformed('"text" says what is wrong with the question.');
      return { command: { type, text } } as const;
    case 'flag':
    case 'hint':
    case 'undo':
    case 'finish':
    case 'leave':
    case 'abandon':
      return { command: { type } } as const;
    default: {
      const told = typeof type === 'string' ? `"${type}" is not a message.` : '"type" names the message.';
      return malformed(`${told} Known: respond, move, flag, strike, hint, challenge, undo, finish, leave, abandon.`);
    }
  }
}

function malformed(message: string) {
  return refuse('malformed', message);
}
