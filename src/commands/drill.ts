import type { Bank } from '../bank/bank.ts';
import { factsOf, type Item, type Topic } from '../core/items/item.ts';
import { keepApart } from '../core/papers/apart.ts';
import { type Form, type Slot, type SlotPast, slotsFor } from '../core/sitting/form.ts';
import { drillPolicy } from '../core/sitting/policy.ts';
import { listed } from '../core/text/wording.ts';
import type { Chosen } from '../learning/choosing/drill.ts';
import { type DrillWish, whyInWords } from '../learning/choosing/why.ts';
import { blankAmong, isFlagged, isNewcomer } from '../learning/learner/history.ts';
import type { Learner } from '../learning/learner/learner.ts';
import { ofText } from '../learning/learner/wordings.ts';
import { learnerIn } from '../store/derived/derived.ts';
import { seedWord } from '../system/chance.ts';
import type { Context } from './context.ts';
import { requireTerminal } from './shared/require-terminal.ts';
import { questionsWanted, seedFrom, topicsNamed } from './shared/values.ts';
import { choiceFor, type DrillFlags } from './sitting/drill-choice.ts';
import { sitSession } from './sitting/sit-session.ts';
import { sayOutcome, startSession } from './sitting/sitting.ts';
import { tidyDrills } from './sitting/tidy-drills.ts';

export interface DrillOptions extends DrillFlags {
  readonly questions?: string;
  readonly cram?: boolean;
  readonly seed?: string;
  readonly jsonl?: boolean;
}

/** `quiz drill [topic…]`: practice with feedback after each answer. */
export async function drill(context: Context, names: readonly string[], options: DrillOptions): Promise<void> {
  const bank = await context.bank();
  const { form, remarks, challenges } = await drillForm(context, bank, names, options);
  if (!options.jsonl) requireTerminal(context, 'drill'); // after the form, so that a wrong name or number is told wherever it is typed
  await tidyDrills(context.sessions, bank.id);
  const opened = startSession(context, bank, {
    form,
    policy: options.cram ? { ...drillPolicy, cram: true } : drillPolicy,
  });
  const { state, next } = await sitSession(context, bank, { ...opened, challenges }, remarks, options);
  await sayOutcome(context, state);
  if (next === 'again') await drill(context, names, options);
  else if (next !== 'done') await drillOf(context, next);
}

/** A drill of these topics, or of what is weak where there are none; before any answer the one that `quiz stats` says to start with. */
export async function drillOf(context: Context, topics: readonly Topic[]): Promise<void> {
  const bank = await context.bank();
  const learner = await learnerIn(context.sessions, bank.id);
  if (learner.answers > 0) return drill(context, topics, { weak: topics.length === 0 });
  return drill(context, topics, { missed: blankAmong(bank.facts, learner) > 0 });
}

/** Shows where the learner stands, and drills what is wished for there. */
export async function drillFromStats(context: Context, bank: Bank): Promise<void> {
  const topics = await (await import('./standing/stats-app.ts')).showStats(context, bank);
  if (topics !== 'back') await drillOf(context, topics);
}

/** A drill, and what has to be said of it. */
export interface DrillPlan {
  readonly form: Form;
  readonly remarks: readonly string[];
  /** What was said to be wrong with questions before. */
  readonly challenges: Learner['challenges'];
}

/** The questions of a drill: what the planner chooses within the flags. */
export async function drillForm(
  context: Context,
  bank: Bank,
  names: readonly string[],
  options: DrillOptions,
): Promise<DrillPlan> {
  const wanted = questionsWanted(options);
  const topics = topicsNamed(names, bank.topics);
  const learner = await learnerIn(context.sessions, bank.id);
  const seed = seedFrom(options) ?? seedWord();
  const request = { topics, names, wanted, seed, limits: options };
  const { chosen, limits, remarks } = await choiceFor(context, bank, learner, request);
  const asked = isNewcomer(learner) && limits.type === undefined ? gentlyBegun(chosen, bank) : chosen;
  const past = (item: Item) => pastOf(item, learner);
  const slots = slotsOf(bank, asked, seed, wishOf(limits), past);
  return { form: { title: drillTitle(topics, bank), seed, slots }, remarks, challenges: learner.challenges };
}

/**
 * Whoever is here for the first time meets a single choice first, since its keys need no explaining: one of those chosen, else
 * one of the same topic in place of the first.
 */
function gentlyBegun(chosen: readonly Chosen[], { catalogue, load }: Bank): readonly Chosen[] {
  const items = load(chosen.map(({ item }) => item)).values();
  const known = new Map([...items].map((item) => [item.id, factsOf(item)]));
  const single = chosen.find(({ item }) => known.get(item)?.type === 'single');
  if (single) return [single, ...chosen.filter((other) => other !== single)];
  const [first, ...others] = chosen;
  const topic = first && known.get(first.item)?.topics[0];
  const apart = keepApart();
  for (const item of others.flatMap((other) => known.get(other.item) ?? [])) apart.add(item);
  for (const [place, group] of catalogue.groupOf.entries()) {
    const { type, topics = [] } = catalogue.groups[group] ?? {};
    const instead = type === 'single' && topics[0] === topic ? catalogue.subjects.at(place) : undefined;
    if (first && instead && apart.admits([instead])) return [{ ...first, item: instead.id }, ...others];
  }
  return chosen;
}

/** The wish that is a reason by itself; where there are several, the narrowest. */
function wishOf({ due, flagged, confused, weak }: DrillFlags): DrillWish {
  if (due) return 'due';
  if (flagged) return 'flagged';
  if (confused) return 'confused';
  return weak ? 'weak' : 'any';
}

function drillTitle(topics: readonly Topic[], bank: Bank): string {
  return topics.length === 0 ? 'Drill' : `Drill · ${listed(topics.map((topic) => bank.topics.get(topic) ?? topic))}`;
}

/** What was left of a question before: a flag and hints. */
function pastOf({ id, rev }: Item, learner: Learner): SlotPast {
  const { hints } = ofText(learner.hinted[id], { rev }) ?? {};
  return { ...(isFlagged(learner, id) && { flagged: true as const }), ...(hints && { hints }) };
}

function slotsOf(
  bank: Bank,
  chosen: readonly Chosen[],
  seed: string,
  wish: DrillWish,
  past: (item: Item) => SlotPast,
): Slot[] {
  const paper = bank.load(chosen.map(({ item }) => item));
  const reasons = new Map(chosen.map(({ item, reason }) => [item, { why: whyInWords(reason, bank.topics, wish) }]));
  return slotsFor([...paper.values()], seed, { past: (item) => ({ ...reasons.get(item.id), ...past(item) }) });
}
