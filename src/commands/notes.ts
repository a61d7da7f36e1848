// `quiz notes [words…]`: read the notes, or search them. Without a terminal: the lines that match, with file:line before each.
import { allItems, type Bank } from '../bank/bank.ts';
import { headingsOver, type Notes } from '../bank/notes/notes.ts';
import { type FoundLine, searchNotes } from '../bank/notes/search.ts';
import { commonestFirst } from '../core/grouped.ts';
import type { Quote, Topic } from '../core/items/item.ts';
import { safe } from '../core/text/safe.ts';
import { Failure } from '../failure.ts';
import { isMissed } from '../learning/learner/history.ts';
import { learnerIn } from '../store/derived/derived.ts';
import { print } from '../system/output.ts';
import type { LineMark } from '../terminal/notes/notes-page.ts';
import type { Context } from './context.ts';
import { NOTES_CLOSED, runningExam } from './sitting/open-exams.ts';

export async function notes(context: Context, words: readonly string[]): Promise<void> {
  const bank = await context.bank();
  const [first, ...others] = await bank.notes();
  if (!first)
    throw new Failure('content', 'no-notes', 'this bank has no notes', 'name them in bank.yaml: notes: notes.md');
  refuseWhileExamIsRunning(context, bank);
  const all = [first, ...others] as const;
  const search = words.join(' ');
  if (context.globals.json) {
    context.printJson(await asDocument(context, bank, search, searchNotes(all, search)));
    return;
  }
  if (!context.showsPages) {
    const found = searchNotes(all, search);
    print(found.map(printed).join(''));
    if (found.length === 0) context.say(`"${search}" does not stand in the notes.`);
    return;
  }
  const [{ showApp }, { notesReader }, look] = await Promise.all([
    import('../terminal/show.ts'),
    import('../terminal/notes/notes-reader.ts'),
    context.look(),
  ]);
  const marks = await marksByFile(context, bank);
  const wish = await showApp<Place | undefined>(look, 'reader', undefined, (terminal, done) => {
    const drill = marks.size > 0 && { drill: (file: string, line: number) => done({ file, line }) };
    return notesReader({ notes: [...all], marks, search, ...drill }, look, terminal.repaint, () => done(undefined));
  });
  if (!wish) return;
  const topic = topicAt(bank, all, wish);
  await (await import('./drill.ts')).drill(context, topic === undefined ? [] : [topic], {});
}

interface Place {
  readonly file: string;
  readonly line: number;
}

/** The home topic of most questions that quote a line, or else its section, or else the next larger one; undefined where none quotes any. */
function topicAt(bank: Bank, notes: readonly Notes[], { file, line }: Place): Topic | undefined {
  const items = allItems(bank);
  const over = notes.filter((one) => one.file === file).flatMap((one) => headingsOver(one, line));
  for (const { first, last } of [{ first: line, last: line }, ...over.toReversed()]) {
    const isHere = (quote: Quote) => quote.file === file && quote.lines[1] >= first && quote.lines[0] <= last;
    const topics = items.filter(({ quotes }) => quotes.some(isHere)).flatMap(({ topics: [home = ''] }) => home);
    const [most] = commonestFirst(topics);
    if (most) return most[0];
  }
  return undefined;
}

/** The notes are closed while an exam is open in another terminal. */
function refuseWhileExamIsRunning({ sessions }: Context, { id }: Bank): void {
  if (runningExam(sessions, id))
    throw new Failure('usage', 'exam-running', NOTES_CLOSED, 'submit it first; then quiz review shows every quote');
}

function printed({ file, line, text }: FoundLine): string {
  return `${safe(`${file}:${line}: ${text}`)}\n`;
}

/** What was found, and how many questions quote each line. */
async function asDocument(context: Context, bank: Bank, search: string, found: readonly FoundLine[]) {
  const marks = await marksByFile(context, bank);
  const lines = found.map((one) => {
    const { questions = 0, missed = 0 } = marks.get(one.file)?.get(one.line) ?? {};
    return { ...one, questions, missed };
  });
  return { schema: 1, search, lines };
}

/** How many questions quote each line, by file, and how many of them were missed last time. */
async function marksByFile({ sessions }: Context, bank: Bank): Promise<Map<string, Map<number, LineMark>>> {
  const learner = await learnerIn(sessions, bank.id);
  const marks = new Map<string, Map<number, LineMark>>();
  for (const item of allItems(bank)) {
    const missedOne = isMissed(learner, item) ? 1 : 0;
    for (const { file, lines } of item.quotes) {
      const ofFile = marks.get(file) ?? new Map<number, LineMark>();
      marks.set(file, ofFile);
      for (let line = lines[0]; line <= lines[1]; line++) {
        const { questions, missed } = ofFile.get(line) ?? { questions: 0, missed: 0 };
        ofFile.set(line, { questions: questions + 1, missed: missed + missedOne });
      }
    }
  }
  return marks;
}
