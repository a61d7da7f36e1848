// `quiz add` in a terminal: a heading, a passage, the parts of the question; then what is wrong with it, until nothing is.
import { judge } from '../../authoring/judge.ts';
import { type Entered, questionFrom } from '../../authoring/question.ts';
import { quoteAt } from '../../authoring/quote-at.ts';
import { topicOfSection } from '../../authoring/topic-of-section.ts';
import { headingsOver, type Notes, quotable, type Section, titleLines, titleOfFile } from '../../bank/notes/notes.ts';
import { MOST_LINES } from '../../bank/quotes/locate.ts';
import { questionText } from '../../bank/yaml/write.ts';
import type { ItemType } from '../../core/items/kinds/index.ts';
import { isError, type Problem } from '../../core/problem.ts';
import { IDENTIFIER_FORM, isIdentifier } from '../../core/shapes/value-shapes.ts';
import { codeAmong } from '../../core/text/fences.ts';
import { bare } from '../../core/text/markdown.ts';
import { blank, line, span } from '../../core/text/styled.ts';
import { count } from '../../core/text/wording.ts';
import { Interrupted } from '../../system/interrupt.ts';
import { type Asking, asking } from '../../terminal/input/asking.ts';
import type { Made } from '../add.ts';
import { excerptsIn } from '../checking/excerpts.ts';
import { problemBlocks } from '../checking/print.ts';
import type { Context } from '../context.ts';
import { topicEntries } from '../shared/topic-entries.ts';
import { typeNamed } from '../shared/values.ts';
import { askParts, askStem, askType } from './ask-parts.ts';
import { type Bench, openBench } from './bench.ts';
import { type AddOptions, quoteFrom, topicsOf } from './flags.ts';
import { usualFile } from './question-file.ts';

const NOTHING_ADDED = 'Nothing was added.';

export async function askQuestion(context: Context, options: AddOptions, opened: Bench): Promise<Made> {
  let bench = opened;
  context.say('All that you enter can be changed at the end, before it is added.'); // there is no way back to a question before
  const ask = asking(context.isLinear, await context.look(), NOTHING_ADDED);
  const quotes = options.from ? options.from.map((place) => quoteFrom(place, bench)) : await askPassage(ask, bench);
  const over = quotes[0] && topicOfSection(quotes[0].section, bench.around.notes, bench.bank.topics);
  const topics = options.topic ? topicsOf(options.topic, bench) : [await askTopic(ask, bench, over)];
  const type = options.type === undefined ? await askType(ask) : typeNamed(options.type);
  const empty = { type, topics, quotes, options: [], keys: [], partners: [], accepted: [] };
  let entered: Entered = { ...empty, ...(await askStem(ask, type, type === 'cloze' ? quotes[0]?.text : undefined)) };
  entered = { ...entered, ...(await askParts(ask, type)) };
  for (;;) {
    const question = questionFrom(entered, bench.taken);
    const text = `questions:\n${questionText(question)}`;
    const { problems } = judge('question', text, bench);
    const errors = problems.filter(isError); // remarks can wait: they would push the errors out of the window
    await show(context, text, errors.length > 0 ? errors : problems);
    const wish = await askWish(ask, type, problems);
    if (wish === 'stop') throw new Interrupted('SIGINT', NOTHING_ADDED);
    if (wish === 'add') {
      bench = await benchNow(bench, context); // meanwhile notes may have changed, and an id been taken
      if (judge('question', text, bench).problems.some(isError)) continue;
      const file = options.into ?? (await askFile(ask, bench, entered.topics[0]));
      return { questions: [question], warnings: [], file };
    }
    entered = { ...entered, ...(await askAgain(ask, wish, { ...entered, id: question.id }, bench)) };
  }
}

/** The bench anew, or as it was where the bank cannot be opened just now: what was typed is not lost for that. */
function benchNow(bench: Bench, { places }: Context): Promise<Bench> {
  return openBench(bench.bank.folder, places.cache).catch(() => bench);
}

/** What can be changed. */
type Piece = 'passage' | 'topic' | 'stem' | 'parts' | 'id';

async function show(context: Context, text: string, problems: readonly Problem[]): Promise<void> {
  const rows = text.split('\n').slice(1);
  await context.print([
    blank,
    ...rows.map((row) => line(span(row, 'quiet'))),
    ...(await problemBlocks(context, problems, excerptsIn(text))),
  ]);
}

const PARTS: Readonly<Record<ItemType, string>> = {
  single: 'the options and their reasons',
  multiple: 'the options and their reasons',
  ordering: 'the steps and the reason',
  matching: 'the pairs and the reason',
  cloze: 'what fills the gap and the reason',
};

async function askWish(ask: Asking, type: ItemType, problems: readonly Problem[]): Promise<Piece | 'add' | 'stop'> {
  const errors = problems.filter(isError).length;
  const changes = [
    { value: 'stem' as const, name: 'Change what is asked' },
    { value: 'parts' as const, name: `Change ${PARTS[type]}` },
    { value: 'passage' as const, name: 'Quote another passage' },
    { value: 'topic' as const, name: 'Change the topic' },
    { value: 'id' as const, name: 'Change the id' },
    { value: 'stop' as const, name: 'Leave it; nothing is added' },
  ];
  if (errors > 0)
    return ask.choose(
      `${count(errors, 'error')} to mend first. What do you want to change?`,
      changes,
      wrongPart(problems),
    );
  const remarks = problems.length > 0 ? ` (${count(problems.length, 'remark')} above)` : '';
  return ask.choose(`This question can be asked${remarks}. Add it?`, [
    { value: 'add' as const, name: 'Add it' },
    ...changes,
  ]);
}

/** The part that the first error is in. */
function wrongPart(problems: readonly Problem[]): Piece {
  const { code = '' } = problems.find(isError) ?? {};
  if (/quote|section/.test(code)) return 'passage';
  if (/topic/.test(code)) return 'topic';
  if (code === 'duplicate-id') return 'id';
  return /stem|count/.test(code) ? 'stem' : 'parts';
}

async function askAgain(ask: Asking, part: Piece, entered: Entered, bench: Bench): Promise<Partial<Entered>> {
  switch (part) {
    case 'passage':
      return { quotes: await askPassage(ask, bench) };
    case 'topic':
      return { topics: [await askTopic(ask, bench, entered.topics[0])] };
    case 'stem':
      return askStem(ask, entered.type, entered.stem);
    case 'parts':
      return askParts(ask, entered.type, entered);
    case 'id':
      return { id: await askId(ask, entered.id) };
    default:
      return part satisfies never;
  }
}

function askId(ask: Asking, given = ''): Promise<string> {
  const wrong = (text: string) => (isIdentifier(text) ? undefined : `Write ${IDENTIFIER_FORM}.`);
  return ask.enter('Its id:', { given, wrong });
}

/** A heading, then one line under it or several; again where no quote leads back to them, with the reason before the question. */
async function askPassage(ask: Asking, bench: Bench, reason = ''): Promise<Entered['quotes']> {
  const { notes } = bench.around;
  const headings = notes.flatMap((one) => one.headings.map((heading) => ({ notes: one, heading })));
  if (!headings.some(({ notes, heading }) => linesUnder(notes, heading).length > 0)) return [];
  const where = await ask.choose(
    `${reason}Which heading does the passage stand under?`,
    headings.map((value) => ({ value, name: headingName(value, notes.length > 1) })),
  );
  const lines = linesUnder(where.notes, where.heading);
  if (lines.length === 0) return askPassage(ask, bench, `Nothing stands under "${bare(where.heading.title)}". `);
  const first = await ask.choose(
    'Which passage proves the answer?',
    lines.map((number) => lineChoice(where.notes, number)),
  );
  const more = lines.filter((number) => number >= first && number < first + MOST_LINES);
  const last =
    more.length === 1
      ? first
      : await ask.choose(
          'Up to which line?',
          more.map((number) => lineChoice(where.notes, number)),
        );
  const quote = quoteAt(`${where.notes.file}:${first}-${last}`, notes);
  return 'text' in quote ? [quote] : askPassage(ask, bench, `${quote.message}. `);
}

/**
 * Its title, set in by its depth. Of several files one that no heading stands above is told with its file, unless it is called so. What
 * stands above the headings is told from one of them that is called as their file.
 */
function headingName({ notes, heading }: Section, isOfSeveral: boolean): string {
  const name = `${'  '.repeat(heading.depth - 1)}${bare(heading.title)}`;
  const isLead =
    heading.isImplied && notes.headings.some((other) => other !== heading && other.title === heading.title);
  if (isLead) return `${name}  (above the first heading)`;
  const isTop = headingsOver(notes, heading.first)[0] === heading;
  return isOfSeveral && isTop && heading.title !== titleOfFile(notes.file) ? `${name}  (${notes.file})` : name;
}

function linesUnder(notes: Notes, { first, last }: Notes['headings'][number]): number[] {
  const { lines, plain } = notes;
  const titles = titleLines(notes);
  const code = codeAmong(lines);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (number) => !titles.has(number) && code[number - 1] !== 'fence' && /[\p{L}\p{N}]/u.test(plain[number - 1] ?? ''),
  );
}

function lineChoice(notes: Notes, number: number): { value: number; name: string } {
  return { value: number, name: `${String(number).padStart(4)}  ${quotable(notes, number)}` };
}

/** The cursor begins at `first`. */
async function askTopic(ask: Asking, { bank, around }: Bench, first: string | undefined): Promise<string> {
  if (around.topics.length === 0) return ask.enter('Its topic (a word):');
  return ask.choose(
    'Which topic does the question belong to?',
    topicEntries(bank.topics).map(({ value, text, depth }) => ({ value, name: `${'  '.repeat(depth)}${text}` })),
    first,
  );
}

async function askFile(ask: Asking, bench: Bench, topic: string | undefined): Promise<string> {
  const usual = usualFile(bench, topic);
  const files = [...new Set([usual, ...bench.items.map(({ at }) => at.file)])];
  return files.length === 1
    ? usual
    : ask.choose(
        'Into which file?',
        files.map((value) => ({ value, name: value })),
        usual,
      );
}
