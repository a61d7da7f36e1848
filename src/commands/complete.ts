// `quiz complete`: the answer to a Tab. Knows what goes where, and looks it up in the bank and the records. What only some
// operands need is loaded there: a Tab is waited for.
import { homedir } from 'node:os';
import { type Words, wordsIn } from '../completion/line.ts';
import { type Candidate, type Reply, replyText } from '../completion/reply.ts';
import type { Verb } from '../completion/verbs.ts';
import { valueIn, type Wanted, wantedIn } from '../completion/wanted.ts';
import { Failure } from '../failure.ts';
import { print } from '../system/output.ts';
import type { Context } from './context.ts';

/** What a shell knows of its line: the words after the program's name, or all of it up to the cursor. */
export interface TypedLine {
  readonly words: readonly string[];
  /** One more word at the end, which may be empty. */
  readonly last?: string;
  readonly line?: string;
}

/** Prints what the last of the words could be. Never fails: a Tab is no place for errors. */
export async function complete(typed: TypedLine, verbs: readonly Verb[]): Promise<void> {
  const { words, isRedirection } = typedWords(typed);
  const [bank, dataDir] = [folderIn(words, '--bank'), folderIn(words, '--data-dir')];
  const openContext = async () =>
    (await import('./context.ts')).contextFrom({ quiet: true, ...(bank && { bank }), ...(dataDir && { dataDir }) });
  const reply = isRedirection ? FILES : await replyTo(wantedIn(words, verbs), verbs, openContext);
  print(replyText(reply, words.at(-1) ?? ''));
}

function typedWords({ words, last, line }: TypedLine): Words {
  if (line !== undefined) return wordsIn(line);
  return { words: last === undefined ? words : [...words, last], isRedirection: false };
}

/** The folder that a flag names: the shell has not put the home in its place yet. */
function folderIn(words: readonly string[], flag: string): string | undefined {
  return valueIn(words, flag)?.replace(/^~(?=\/|$)/, homedir());
}

const NOTHING: Reply = { candidates: [], otherwise: 'nothing' };
const FILES: Reply = { candidates: [], otherwise: 'files' };
const FOLDERS: Reply = { candidates: [], otherwise: 'folders' };

type OpenContext = () => Promise<Context>;

async function replyTo(wanted: Wanted | undefined, verbs: readonly Verb[], openContext: OpenContext): Promise<Reply> {
  switch (wanted?.kind) {
    case 'verb':
      return only(verbsIn(verbs));
    case 'flag':
      return only(wanted.verb.flags.flatMap(({ names, summary }) => names.map((word) => ({ word, meaning: summary }))));
    case 'value': {
      const { verb, flag } = wanted;
      if (flag.choices.length > 0) return only(wordsOf(flag.choices));
      const [name = ''] = flag.names;
      return lookedUp(name.replace('--', ''), verb, [], verbs, openContext);
    }
    case 'operand':
      return lookedUp(wanted.operand.name, wanted.verb, wanted.given, verbs, openContext);
    default:
      return NOTHING;
  }
}

/** The words that a setting can be set to; for some a folder, for others nothing that could be listed. */
async function valuesOf(key: string | undefined): Promise<Reply> {
  const { settingKeys, settings } = await import('../store/settings/settings.ts');
  const known = settingKeys.find((one) => one === key);
  if (known === undefined) return NOTHING;
  if (known === 'bank') return FOLDERS;
  return only(wordsOf(['auto', 'always', 'never', 'on', 'off'].filter(settings[known].fits)));
}

/** The reply for an operand or a flag by its name: the same name means the same everywhere. */
async function lookedUp(
  name: string,
  verb: Verb,
  given: readonly string[],
  verbs: readonly Verb[],
  openContext: OpenContext,
): Promise<Reply> {
  try {
    switch (name) {
      case 'topic':
        return only([...(await bankOf(openContext)).topics].map(([word, meaning]) => ({ word, meaning })));
      case 'profile':
        return only((await bankOf(openContext)).exams.map(({ id, title }) => ({ word: id, meaning: title })));
      case 'id':
        return only((await bankOf(openContext)).facts.map(({ id, topics }) => ({ word: id, meaning: topics[0] })));
      case 'session':
        return { ...only(pastSessions(await openContext())), isOrdered: true };
      case 'resume':
        return { ...only(await examsToResume(openContext)), isOrdered: true };
      case 'type':
        return only(wordsOf((await import('../core/items/kinds/index.ts')).itemTypes));
      case 'level':
        return only(wordsOf((await import('../core/items/item.ts')).cognitiveLevels));
      case 'format':
        return only(wordsOf(await formatsOf(verb.name)));
      case 'shell':
        return only(wordsOf((await import('../completion/scripts.ts')).shells));
      case 'action':
        return only(wordsOf((await (verb.name === 'config' ? import('./config.ts') : import('./data.ts'))).ACTIONS));
      case 'key':
        return only(await settingNames());
      case 'value':
        return valuesOf(given.at(-1));
      case 'name':
        return verb.name === 'help' ? only(await helpNames(verbs)) : await named(given[0], openContext);
      case 'bank':
      case 'data-dir':
      case 'dir':
        return FOLDERS;
      case 'path':
      case 'file':
      case 'into':
      case 'notes':
      case 'output':
      case 'html':
        return FILES;
      default:
        return NOTHING;
    }
  } catch (error) {
    if (error instanceof Failure) return NOTHING;
    throw error;
  }
}

async function settingNames(): Promise<Candidate[]> {
  const { settings } = await import('../store/settings/settings.ts');
  return Object.entries(settings).map(([word, { meaning }]) => ({ word, meaning }));
}

async function helpNames(verbs: readonly Verb[]): Promise<Candidate[]> {
  const [{ topics }, { codes }] = await Promise.all([import('../help/topics.ts'), import('../help/codes.ts')]);
  const pages = topics.map(({ name, summary }) => ({ word: name, meaning: summary }));
  return [...verbsIn(verbs), ...pages, ...wordsOf(codes)];
}

/** The name that goes with an action on the records: a backup, or another machine's folder. */
async function named(action: string | undefined, openContext: OpenContext): Promise<Reply> {
  if (action === 'merge') return FOLDERS;
  if (action !== 'restore') return NOTHING;
  const { backupsIn } = await import('../store/care/backups.ts');
  return only(wordsOf(backupsIn((await openContext()).places.data)));
}

function only(candidates: readonly Candidate[]): Reply {
  return { candidates, otherwise: 'nothing' };
}

function wordsOf(words: readonly string[]): Candidate[] {
  return words.map((word) => ({ word }));
}

function verbsIn(verbs: readonly Verb[]): Candidate[] {
  return verbs.flatMap(({ name, summary }) => (name === '' ? [] : [{ word: name, meaning: summary }]));
}

async function bankOf(openContext: OpenContext) {
  return (await openContext()).bank();
}

async function formatsOf(verb: string): Promise<readonly string[]> {
  if (verb === 'check') return (await import('./check.ts')).FORMATS;
  const { formatNames } = await import('../interop/index.ts');
  return formatNames(verb === 'import' ? 'reads' : 'writes');
}

/** Looking further back by Tab helps nobody. */
const MOST_SESSIONS = 20;

function pastSessions({ sessions }: Context): Candidate[] {
  const files = sessions.closed().slice(-MOST_SESSIONS).toReversed();
  return files.map((file) => {
    const started = sessions.read(file).events.find((event) => event.type === 'started');
    return { word: file.session, ...(started && { meaning: started.form.title }) };
  });
}

async function examsToResume(openContext: OpenContext): Promise<Candidate[]> {
  const [context, { openExams }] = await Promise.all([openContext(), import('./sitting/open-exams.ts')]);
  const open = openExams(context.sessions, (await context.bank()).id);
  return open.map(({ session, title, answered, of }) => ({
    word: session,
    meaning: `${title}, ${answered} of ${of} answered`,
  }));
}
