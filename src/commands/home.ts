// `quiz` alone: where you stand and one key to the next question. Without a terminal: status lines.
import type { Bank } from '../bank/bank.ts';
import { isBankFolder } from '../bank/files.ts';
import type { Topic } from '../core/items/item.ts';
import type { Keymap } from '../core/keymap.ts';
import type { Glyphs } from '../core/text/glyphs.ts';
import { type Block, blank, labelled, line, span } from '../core/text/styled.ts';
import { count } from '../core/text/wording.ts';
import { Failure } from '../failure.ts';
import type { Learner } from '../learning/learner/learner.ts';
import { asTyped, ownName } from '../system/command-line.ts';
import { type ListCursor, movedByKey } from '../terminal/input/list-cursor.ts';
import { footerKeys, heading } from '../terminal/painting/layout.ts';
import { type PickerEntry, picker } from '../terminal/screens/picker.ts';
import { showApp } from '../terminal/show.ts';
import type { Context } from './context.ts';
import { sayTooSmall } from './shared/require-terminal.ts';
import { topicEntries } from './shared/topic-entries.ts';
import { dayAndTime } from './shared/when.ts';
import { type OpenExam, progressInWords, resumable } from './sitting/open-exams.ts';
import { tidyDrills } from './sitting/tidy-drills.ts';
import { boardOf } from './standing/aim.ts';
import { FIRST_QUESTIONS, type MenuRow, menu, type Wish } from './standing/home-menu.ts';
import { type HomeFacts, homeFacts, statusLines, welcomeLines } from './standing/home-standing.ts';
import { topicDocuments } from './standing/standing.ts';

export async function home(context: Context): Promise<number> {
  let last: Seen | undefined;
  let remark: string | undefined;
  for (;;) {
    try {
      context.sessions.forgetNotes(); // what was wrong may be mended by now, and is noted again where it is not
      last = await look(context, last);
      if (!context.showsPages) {
        sayTooSmall(context);
        await context.print(statusLines(last.bank, last.facts));
        return 0;
      }
    } catch (error) {
      if (!last) throw error;
      remark = remarkOn(error);
    }
    const wish = await ask(context, last, remark);
    remark = undefined;
    if (wish === 'quit') return 0;
    try {
      await bankAsBefore(context, last);
      const code = await fulfil(context, last.bank, wish, last.facts);
      if (code) return code;
    } catch (error) {
      remark = remarkOn(error);
    }
  }
}

/** A bank with what was known of the learner when home was shown last. */
interface Seen {
  readonly bank: Bank;
  readonly facts: HomeFacts;
}

async function look(context: Context, last: Seen | undefined): Promise<Seen> {
  const bank = await bankAsBefore(context, last);
  if (context.isInteractive) await tidyDrills(context.sessions, bank.id);
  return { bank, facts: await homeFacts(context, bank) };
}

/** Without its bank.yaml a folder is a bank under another id, and nobody's records are under that. */
async function bankAsBefore(context: Context, last: Seen | undefined): Promise<Bank> {
  const bank = await context.bank();
  if (last === undefined || bank.id === last.bank.id || isBankFolder(bank.folder)) return bank;
  throw new Failure('content', 'no-manifest', 'bank.yaml is gone', 'put it back', { file: bank.folder });
}

/** Failures that leave nothing undone: another terminal was faster, or a file is being written. They are said, and home stays. */
const PASSING: readonly Failure['exit'][] = ['usage', 'content'];

function remarkOn(error: unknown): string {
  if (!(error instanceof Failure) || !PASSING.includes(error.exit)) throw error;
  return `${error.at ? `${inOneLine(error.at)}: ` : ''}${error.message}; ${asTyped(error.hint)}`;
}

function inOneLine({ file, line }: NonNullable<Failure['at']>): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** From so many columns on the footer names commands too. */
const WIDE = 72;

/** In windows with fewer rows the menu stands on top: whoever is new must see what Enter does. */
const SHORT = 14;

async function ask(context: Context, { bank, facts }: Seen, remark: string | undefined): Promise<Wish> {
  const look = await context.look();
  const { glyphs, keys } = look;
  const entries = menu(bank, facts);
  const welcome = welcomeLines(facts, bank, glyphs);
  const hints = `${keys.leave} quit  ${keys.keys} keys`;
  const texts = entries.map(({ text }) => text);
  let cursor: ListCursor = { at: 0, typed: '' };
  const choices = () => entries.map((row, index) => rowLine(row, index === cursor.at, keys, glyphs));
  return showApp<Wish>(look, 'home', 'quit', (terminal, done) => ({
    screen: (size) => ({
      header: heading(bank.title, size, glyphs, span(count(bank.facts.length, 'question'), 'quiet')),
      body: size.rows < SHORT ? [...choices(), blank, ...welcome] : [...welcome, blank, ...choices()],
      footer: [
        ...(remark === undefined ? [] : [line(span(remark, 'caution'))]),
        footerKeys(size.columns < WIDE ? hints : `${hints}  from the shell: ${shellCommands()}`),
      ],
    }),
    press({ name }) {
      const moved = movedByKey(cursor, name, texts, 1);
      const entry = name === 'enter' ? entries[cursor.at] : entries.find(({ wish }) => wish === name);
      if (entry) done(entry.wish);
      else if (name === 'leave') done('quit');
      else if (moved) {
        const isStuck = moved.at === cursor.at && moved.at > 0;
        cursor = moved;
        if (isStuck)
          terminal.scrollDown(); // a short window has more below the menu
        else terminal.follow();
      }
    },
  }));
}

/** A row of the menu. Enter is for the one in focus, which is the first until arrows move it; that one has no letter of its own. */
function rowLine({ wish, text, aside }: MenuRow, focused: boolean, keys: Keymap, glyphs: Glyphs): Block {
  const letter = wish === 'drill' ? '' : keys[wish];
  const lead = [
    span(focused ? `${glyphs.focus} ` : '  ', 'focus'),
    span((focused ? 'Enter' : letter).padStart(5), 'strong'),
    '  ',
  ];
  return { ...labelled(lead, span(text, focused ? 'focus' : 'plain')), right: [span(aside, 'quiet')], focused };
}

/** Commands to begin with; with folders to be named in them they would fill the window. */
function shellCommands(): string {
  const short = asTyped('quiz drill, quiz exam');
  const help = `${ownName()} --help`;
  return short.includes(' --') ? help : `${short}, ${help}`;
}

/** Lets the learner pick a topic from the tree. Undefined where they think better of it. */
async function pickTopic(context: Context, bank: Bank, learner: Learner): Promise<Topic | undefined> {
  const standing = new Map(topicDocuments(bank, boardOf(bank, learner)).map((topic) => [topic.id, topic]));
  const entries = topicEntries(bank.topics).map((entry) => {
    const { right = 0, answers = 0 } = standing.get(entry.value) ?? {};
    return { ...entry, aside: answers === 0 ? 'not answered yet' : `${right} of ${answers} right` };
  });
  return pick(context, 'Which topic?', entries);
}

/** The session of the only exam, or of the one that the learner picks. Undefined where they think better of it. */
async function pickExam(context: Context, exams: readonly OpenExam[]): Promise<string | undefined> {
  const [only, ...others] = exams;
  if (others.length === 0) return only?.session;
  const entries = exams.map((exam) => {
    const { session: value, title, startedAt } = exam;
    return { value, text: `${title}, ${dayAndTime(startedAt)}`, depth: 0, aside: progressInWords(exam) };
  });
  return pick(context, 'Which exam?', entries);
}

async function pick<T>(context: Context, title: string, entries: readonly PickerEntry<T>[]): Promise<T | undefined> {
  const look = await context.look();
  return showApp<T | undefined>(look, 'picker', undefined, (terminal, done) =>
    picker(title, entries, look, terminal, done),
  );
}

async function fulfil(
  context: Context,
  bank: Bank,
  wish: Exclude<Wish, 'quit'>,
  { weakest, learner, open, lastMock }: HomeFacts,
) {
  const { drill, drillFromStats } = await import('./drill.ts');
  switch (wish) {
    case 'drill':
      return drill(context, [], learner.answers === 0 ? { questions: String(FIRST_QUESTIONS) } : {});
    case 'weakest':
      return drill(context, weakest ? [weakest.id] : [], {});
    case 'missed':
      return drill(context, [], { missed: true });
    case 'flagged':
      return drill(context, [], { flagged: true });
    case 'exam':
      return (await import('./exam.ts')).exam(context, undefined, {});
    case 'resume': {
      const session = await pickExam(context, resumable(open));
      return session && (await import('./exam.ts')).exam(context, undefined, { resume: session });
    }
    case 'look-back':
      return (await import('./review.ts')).review(context, lastMock?.session, {});
    case 'notes':
      return (await import('./notes.ts')).notes(context, []);
    case 'stats':
      return drillFromStats(context, bank);
    case 'topic': {
      const topic = await pickTopic(context, bank, learner);
      return topic && drill(context, [topic], {});
    }
    default:
      return wish satisfies never;
  }
}
