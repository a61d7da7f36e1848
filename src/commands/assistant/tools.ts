// What an assistant can do: look into the notes, practise, see where the learner stands, check the bank, propose a question.
import type { Bank } from '../../bank/bank.ts';
import { searchNotes } from '../../bank/notes/search.ts';
import { limits } from '../../core/limits.ts';
import { confidences } from '../../core/sitting/events.ts';
import { Failure } from '../../failure.ts';
import { askMessage, gradedMessage, refusalMessage, resultMessage } from '../../jsonl/protocol.ts';
import { type Given, type Tool, textIn } from '../../mcp/tool.ts';
import { check } from '../check.ts';
import { problemDocument } from '../checking/document.ts';
import type { Context } from '../context.ts';
import { stats } from '../stats.ts';
import { judgeDraft, keepDraft } from './draft.ts';
import type { Answered, Practice } from './practice.ts';

/** What the tools work with. */
export interface Workshop {
  readonly context: Context;
  readonly practice: Practice;
  /** The folder that drafts may be written into; undefined: none. */
  readonly drafts: string | undefined;
}

const MOST_PASSAGES = 20;
const MOST_PROBLEMS = 100;

const topic = {
  type: 'string',
  description: 'A topic, by id or title, of those that stats lists; what is below it belongs to it.',
};

export function toolsFor(workshop: Workshop): Tool[] {
  return [searching, asking, answering, standing, checking, drafting].map((tool) => tool(workshop));
}

function searching({ context }: Workshop): Tool {
  return {
    name: 'search_notes',
    title: 'Search the notes',
    description: `Lines of the learner's notes that hold all the words, each with file, line and headings; at most ${MOST_PASSAGES}.`,
    input: { words: { type: 'string', minLength: 1, maxLength: 200, description: 'Words to look for.' } },
    required: ['words'],
    isReadOnly: true,
    run: async (given) => passagesWith(await context.bank(), textIn(given, 'words') ?? ''),
  };
}

function asking({ practice }: Workshop): Tool {
  return {
    name: 'next_question',
    title: 'Next question',
    description:
      'The question to put to the learner now, chosen as in a drill. It holds no key. The same question comes until it is answered.',
    input: { topic },
    isReadOnly: false,
    async run(given) {
      const { session, view } = await practice.question(textIn(given, 'topic'));
      const { type: _, ...question } = askMessage(view);
      return { schema: 1, session, ...question };
    },
  };
}

function answering({ practice }: Workshop): Tool {
  return {
    name: 'answer',
    title: 'Answer the open question',
    description:
      "The learner's answer, never your own: it is saved in their records, then graded and explained. Single and multiple: a list of option ids; ordering: all ids in order; matching: left ids to right ids; cloze: a text.",
    input: {
      item: { type: 'string', description: 'The item of next_question.' },
      response: {
        anyOf: [
          { type: 'array', items: { type: 'string' } },
          { type: 'object', additionalProperties: { type: 'string' } },
          { type: 'string' },
        ],
      },
      confidence: { enum: confidences, description: 'How sure the learner is, where they said so.' },
    },
    required: ['item', 'response'],
    isReadOnly: false,
    run: async (given) => answerDocument(await answer(practice, given)),
  };
}

function standing({ context }: Workshop): Tool {
  return {
    name: 'stats',
    title: 'Where the learner stands',
    description: 'The document of "quiz stats --json": topics weakest first with intervals, readiness, what is due.',
    input: { topic },
    isReadOnly: true,
    run: (given) => documentOf(context, (asJson) => stats(asJson, textIn(given, 'topic'))),
  };
}

function checking({ context }: Workshop): Tool {
  return {
    name: 'check',
    title: 'Check the bank',
    description: `What "quiz check --json" finds in the bank, with places and what to do; at most ${MOST_PROBLEMS} problems.`,
    input: {},
    isReadOnly: true,
    run: async () => shortened(await documentOf(context, (asJson) => check(asJson, [], {}))),
  };
}

function drafting({ context, drafts }: Workshop): Tool {
  return {
    name: 'draft_question',
    title: 'Propose a question',
    description: `Judges one new question by every rule of the bank and returns what is wrong with it. Nothing is written unless save is set, nothing is wrong, and the learner allowed it (now: ${drafts === undefined ? 'not allowed' : 'allowed'}).`,
    input: {
      question: {
        anyOf: [{ type: 'string', maxLength: 60_000 }, { type: 'object' }],
        description:
          'The question in YAML or JSON, as a text or an object: id, type, topics, stem, options with id, text and why, answer, quotes with section and text copied word for word from the notes. Its topics are those that stats lists.',
      },
      save: { type: 'boolean', description: 'Write it into a new file of the bank.' },
    },
    required: ['question'],
    isReadOnly: false,
    run: async (given) => draft(context, drafts, questionIn(given), given.save === true),
  };
}

/** Models send an object where a question is wanted, sooner than a text with an object in it. */
function questionIn(given: Given): string {
  const text = textIn(given, 'question');
  if (text !== undefined) return text;
  if (isNoDeeperThan(given.question, limits.depth)) return JSON.stringify(given.question);
  const message = `this question is nested deeper than ${limits.depth} levels`;
  throw new Failure('content', 'too-deep', message, 'a question needs four');
}

function isNoDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((one) => isNoDeeperThan(one, levels - 1));
}

async function passagesWith(bank: Bank, search: string) {
  const found = search.trim() === '' ? [] : searchNotes(await bank.notes(), search);
  return { schema: 1, found: found.length, passages: found.slice(0, MOST_PASSAGES) };
}

function answer(practice: Practice, given: Given): Promise<Answered> {
  const confidence = confidences.find((known) => known === given.confidence);
  const { response } = given;
  return practice.answer(textIn(given, 'item') ?? '', { type: 'respond', response, ...(confidence && { confidence }) });
}

function answerDocument({ outcome, result }: Answered) {
  if ('refusal' in outcome) return { schema: 1, saved: false, ...refusalMessage(outcome.refusal) };
  const [grading] = outcome.gradings;
  return {
    schema: 1,
    saved: true,
    ...(grading && gradedMessage(grading)),
    result: result ? resultMessage(result) : null,
  };
}

/** The document that a command prints under --json. */
async function documentOf(context: Context, command: (asJson: Context) => Promise<unknown>): Promise<object> {
  let printed: object = {};
  const printJson = (document: unknown) => {
    printed = document as object; // documents of commands are objects
  };
  await command({ ...context, globals: { ...context.globals, json: true }, printJson });
  return printed;
}

function shortened(document: object): object {
  const { problems = [], ...others } = document as { problems?: readonly unknown[] };
  return { ...others, problems: problems.slice(0, MOST_PROBLEMS), left: Math.max(0, problems.length - MOST_PROBLEMS) };
}

async function draft(context: Context, folder: string | undefined, text: string, save: boolean) {
  if (save && folder === undefined)
    throw new Failure(
      'usage',
      'drafts-not-allowed',
      'this server writes no questions',
      'the learner may allow it: quiz mcp --allow-drafts --bank DIR',
    );
  const judged = await judgeDraft((await context.bank()).folder, context.places.cache, text);
  const passes = judged.problems.length === 0;
  const file = save && passes && folder !== undefined ? keepDraft(folder, judged) : null;
  return { schema: 1, passes, problems: judged.problems.map(problemDocument), file };
}
