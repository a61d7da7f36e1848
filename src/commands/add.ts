// `quiz add`: a new question into a bank, asked for in a terminal, or given by flags or a file. What `quiz check` would call an
// error is not written.
import { basename, dirname, resolve } from 'node:path';
import { judge, judgeNode } from '../authoring/judge.ts';
import { questionFrom } from '../authoring/question.ts';
import { writtenIn } from '../authoring/written.ts';
import { readText, utf8Text } from '../bank/files.ts';
import { readYaml } from '../bank/yaml/read.ts';
import { questionText } from '../bank/yaml/write.ts';
import { limits } from '../core/limits.ts';
import { isError, type Problem } from '../core/problem.ts';
import { plainValue } from '../core/shapes/node.ts';
import { safe } from '../core/text/safe.ts';
import { count, listed, megabytes } from '../core/text/wording.ts';
import { Failure } from '../failure.ts';
import { commandPiece } from '../system/command-line.ts';
import { print } from '../system/output.ts';
import { type Bench, openBench } from './adding/bench.ts';
import { byFlags } from './adding/by-flags.ts';
import { type AddOptions, enteredBy, SAYING } from './adding/flags.ts';
import { questionFile, usualFile, withQuestions, write } from './adding/question-file.ts';
import type { Context } from './context.ts';
import { bytesUpTo } from './shared/bytes-up-to.ts';
import { whyNobodyIsAsked } from './shared/require-terminal.ts';
import { targetFolder } from './shared/target-folder.ts';

/** Questions that may be written. */
export interface Made {
  readonly questions: readonly Readonly<Record<string, unknown>>[];
  readonly warnings: readonly Problem[];
  /** The file its author chose. */
  readonly file?: string;
}

export async function add(context: Context, options: AddOptions): Promise<void> {
  const folder = targetFolder(context, 'quiz add --bank DIR (quiz init makes one)');
  const bench = await openBench(folder, context.places.cache);
  const into = options.into === undefined ? undefined : questionFile(options.into);
  const made = await make(context, options, bench);
  const file = into ?? made.file ?? usualFile(bench, homeTopic(made));
  try {
    const text = withQuestions(bench, file, made.questions);
    if (!options.dryRun) write(bench, file, text);
  } catch (error) {
    if (isAsked(options)) showEntered(context, made);
    throw error;
  }
  tell(context, file, made, options);
}

function isAsked(options: AddOptions): boolean {
  return options.file === undefined && SAYING.every((flag) => options[flag] === undefined);
}

/** Shows what was typed part by part, since it exists nowhere else. */
function showEntered(context: Context, { questions }: Made): void {
  context.say(`It could not be written. What you entered, for ${commandPiece('add', '--file', 'FILE')}:`);
  print(safe(`questions:\n${questions.map((question) => questionText(question)).join('\n')}`));
}

function make(context: Context, options: AddOptions, bench: Bench): Made | Promise<Made> {
  if (options.file !== undefined) return fromFile(options.file, options, bench);
  if (!isAsked(options)) return fromFlags(options, bench);
  requirePerson(context);
  return import('./adding/ask-question.ts').then(({ askQuestion }) => askQuestion(context, options, bench));
}

function requirePerson(context: Context): void {
  if (context.isInteractive) return;
  throw new Failure(
    'usage',
    'needs-terminal',
    `quiz add ${whyNobodyIsAsked(context)}`,
    'say it all: quiz add --topic T --stem TEXT --option TEXT --option TEXT --answer 1 --from notes.md:12, or --file question.yaml',
  );
}

function fromFlags(options: AddOptions, bench: Bench): Made {
  const question = questionFrom(enteredBy(options, bench), bench.taken);
  const text = `questions:\n${questionText(question)}`;
  const warnings = byFlags(judge('question', text, bench).problems, text);
  refuseErrors(warnings, { hasPlaces: false }); // nobody has seen the text that its lines are of
  return { questions: [question], warnings };
}

function fromFile(path: string, options: AddOptions, bench: Bench): Made {
  const also = [...SAYING, 'from', 'topic', 'type'].find((flag) => options[flag as keyof AddOptions] !== undefined);
  if (also !== undefined)
    throw new Failure('usage', 'bad-value', `--file and --${also} do not go together`, 'the file says it all');
  const name = path === '-' ? 'standard input' : basename(path);
  const source = path === '-' ? inputText(name) : readText(dirname(resolve(path)), basename(path));
  const read = readYaml(name, source);
  const [node, flaws] = 'node' in read ? [read.node, []] : [read.rest, read.problems];
  if (!node) {
    refuseErrors(flaws, { hasPlaces: true });
    return { questions: [], warnings: flaws };
  }
  const written = writtenIn(node, bench.taken);
  const { items, problems } = judgeNode(written.file, bench, flaws);
  const warnings = problems.map(fromOutside);
  refuseErrors(warnings, { hasPlaces: true });
  if (items.length === 0)
    throw new Failure(
      'content',
      'no-questions',
      `there is no question in ${name}`,
      'write id:, type:, topics:, stem: …',
    );
  return { questions: written.questions.map((item) => plainValue(item) as Record<string, unknown>), warnings }; // each was read as a question
}

/** The text of standard input. It may have no end, so that no more is read than a file may hold. */
function inputText(name: string): string {
  const bytes = bytesUpTo(0, limits.fileBytes);
  if (bytes) return utf8Text(name, bytes);
  const message = `${name} is larger than ${megabytes(limits.fileBytes)}`;
  throw new Failure('content', 'unreadable-file', message, 'split it into several files');
}

/** Of a file only its questions are taken into the bank: a case that stands in it as well would be lost. */
function fromOutside(problem: Problem): Problem {
  return problem.code === 'unknown-case' ? { ...problem, hint: 'add its text under cases: in bank.yaml' } : problem;
}

/** Throws the first error, with all others in its hint; warnings are let through. */
function refuseErrors(problems: readonly Problem[], { hasPlaces }: { readonly hasPlaces: boolean }): void {
  const [first, ...others] = problems.filter(isError);
  if (!first) return;
  const placeOf = ({ at }: Problem) => (hasPlaces ? `${at.file}:${at.line}:${at.column}: ` : '');
  const more = others.map((other) => `\n${placeOf(other)}${other.message}: ${other.hint}`).join('');
  throw new Failure('content', first.code, first.message, `${first.hint}${more}`, hasPlaces ? first.at : undefined);
}

function homeTopic({ questions: [first] }: Made): string | undefined {
  const topics = first?.topics;
  return Array.isArray(topics) ? String(topics[0]) : topics === undefined ? undefined : String(topics);
}

function tell(context: Context, file: string, { questions, warnings }: Made, { dryRun }: AddOptions): void {
  const ids = questions.map(({ id }) => String(id));
  if (context.globals.json) {
    const problems = warnings.map(({ code, severity, message, hint, item }) => ({
      code,
      severity,
      message,
      hint,
      question: item ?? null,
    }));
    context.printJson({ schema: 1, added: ids, file, dryRun: dryRun ?? false, problems });
    return;
  }
  for (const { code, message, hint } of warnings) context.say(safe(`warning[${code}]: ${message}\n  help: ${hint}`));
  if (dryRun) {
    print(questions.map((question) => safe(questionText(question))).join('\n'));
    context.say(`Nothing was written: ${count(ids.length, 'question')} would go into ${safe(file)}.`);
    return;
  }
  print(`Added ${safe(listed(ids))} to ${safe(file)}.\n`);
  const { bank } = context.globals;
  context.say(`Next: ${commandPiece('preview', ids[0] ?? '', ...(bank === undefined ? [] : ['--bank', bank]))}`);
}
