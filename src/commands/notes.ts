// `quiz notes [words…]`: read the notes, or search them. Without a terminal: the lines that match, with file:line before each.
import type { Bank } from '../bank/bank.ts';
import { type FoundLine, searchNotes } from '../bank/search-notes.ts';
import { linesWith } from '../core/lines-with.ts';
import { safe } from '../core/safe.ts';
import { Failure } from '../failure.ts';
import type { Learner } from '../learning/learner.ts';
import { print } from '../output.ts';
import { learnerIn } from '../store/derived.ts';
import type { LineMark } from '../terminal/notes-reader.ts';
import type { Context } from './context.ts';
import { NOTES_CLOSED, runningExam } from './open-sessions.ts';

export async function notes(context: Context, words: readonly string[]): Promise<number> {
  const bank = await context.bank();
  const all = await bank.notes();
  const [first] = all;
  if (!first)
    throw new Failure('content', 'no-notes', 'this bank has no notes', 'name them in bank.yaml: notes: notes.md');
  refuseWhileExamIsRunning(context, bank);
  const search = words.join(' ');
  if (context.globals.json) {
    context.printJson(await asDocument(context, bank, search, searchNotes(all, search)));
    return 0;
  }
  if (!context.isInteractive || context.isLinear || context.globals.plain) {
    const found = searchNotes(all, search);
    print(found.map(printed).join(''));
    if (found.length === 0) context.say(`"${search}" does not stand in the notes.`);
    return 0;
  }
  const [{ openTerminal, run }, { withKeys }, { notesReader }, look] = await Promise.all([
    import('../terminal/terminal.ts'),
    import('../terminal/with-keys.ts'),
    import('../terminal/notes-reader.ts'),
    context.look(),
  ]);
  const marks = lineMarks(bank, await learnerIn(context.sessions, bank.id), first.file);
  const [at = 0] = search === '' ? [] : linesWith(first.plain, search);
  const terminal = openTerminal(look.palette);
  try {
    await run<void>(
      terminal,
      (done) =>
        withKeys(
          notesReader({ notes: first, marks, at, search }, look.glyphs, () => terminal.repaint(), done),
          'reader',
          look.glyphs,
          terminal,
        ),
      undefined,
    );
  } finally {
    await terminal.close();
  }
  return 0;
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
async function asDocument({ sessions }: Context, bank: Bank, search: string, found: readonly FoundLine[]) {
  const learner = await learnerIn(sessions, bank.id);
  const files = [...new Set(found.map(({ file }) => file))];
  const marks = new Map(files.map((file) => [file, lineMarks(bank, learner, file)]));
  const lines = found.map((one) => {
    const { questions = 0, missed = 0 } = marks.get(one.file)?.get(one.line) ?? {};
    return { ...one, questions, missed };
  });
  return { schema: 1, search, lines };
}

/** How many questions quote each line, and how many of them were missed last time. */
export function lineMarks(bank: Bank, { items }: Learner, file: string): Map<number, LineMark> {
  const marks = new Map<number, LineMark>();
  for (const [id, { quotes }] of bank.load(bank.facts.map((facts) => facts.id))) {
    const missed = items[id]?.wasRight === false ? 1 : 0;
    for (const { lines, file: quoted } of quotes) {
      if (quoted !== file) continue;
      for (let line = lines[0]; line <= lines[1]; line++) {
        const { questions, missed: before } = marks.get(line) ?? { questions: 0, missed: 0 };
        marks.set(line, { questions: questions + 1, missed: before + missed });
      }
    }
  }
  return marks;
}
