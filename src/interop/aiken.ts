// Aiken (Moodle, question/format/aiken): a text, lettered options, "ANSWER: X". Single keys only in what is written.

import type { Item } from '../core/items/item.ts';
import { limits } from '../core/limits.ts';
import type { BankContent, Format, Source, Taken, Written } from './format.ts';
import { eitherToText, textForEither, textToHtml } from './markup/html.ts';
import { noting } from './markup/plain-text.ts';
import { ofLines, tooLong } from './reading/bounds.ts';
import { betweenFences, linesOf } from './reading/lines.ts';
import { refused, takenFrom } from './reading/taken.ts';
import { paragraphs } from './reading/texts.ts';
import { chosen } from './reading/told.ts';
import { keysByLabel, reasonBehind } from './words/keys.ts';
import { isFirstLabel, isNextLabel, labelledLine, latinLabel } from './words/labels.ts';
import { ANSWER_WORDS, COLON, REASON_WORDS } from './words/words.ts';
import { addCommonLosses, losses, wholeStem } from './writing.ts';

/** As Moodle has them; those written otherwise (a), (A) x, Б.) count where their label is the one that follows. */
const OPTION = /^([A-Z])[).][ \t]?(.*)$/;
const ANSWER = /^ANSWER\s*:\s*(.*)$/i;
const ANSWER_OF_ANY = new RegExp(`^(?:${ANSWER_WORDS})\\s*${COLON}\\s*(.*)$`, 'iu');
const REASON = new RegExp(`^(?:${REASON_WORDS})\\s*${COLON}\\s*(.*)$`, 'iu');

export const aiken: Format = {
  name: 'aiken',
  carries: 'single only',
  endings: ['.aiken', '.aiken.txt', '.txt'],
  recognises: (text) => /^[ \t]*ANSWER[ \t]*:/m.test(text),
  reads: ofLines(readAiken),
  writes: writeAiken,
};

/** A question as far as its lines were read. */
interface Open {
  readonly line: number;
  readonly stem: string[];
  readonly options: Option[];
  answer?: string;
  readonly why: string[];
  /** Whether a blank line was the last. */
  isParted: boolean;
}

interface Option {
  readonly label: string;
  readonly lines: string[];
  /** Where its second line stands. */
  more?: number;
}

function newOpen(line: number, ...stem: string[]): Open {
  return { line, stem, options: [], why: [], isParted: false };
}

/** Moodle takes one line of text for a question, so that of two lines the first is lost to it; here all of them are the question. */
function* readAiken({ file, text }: Source): Iterable<Taken> {
  let open: Open | undefined;
  for (const { text: raw, line } of linesOf(betweenFences(text, ANSWER))) {
    const trimmed = raw.trim();
    if (trimmed === '') {
      if (open) open.isParted = true;
      continue;
    }
    const answer = answerIn(trimmed, open);
    const option = answer === undefined ? optionIn(trimmed, open) : undefined;
    if (open && isOver(open, trimmed, { isAnswer: answer !== undefined })) {
      yield closed(file, open);
      open = undefined;
    }
    const begun = option && open && secondStem(open, option.label);
    if (open && begun) {
      yield closed(file, open);
      open = begun;
    }
    if (answer !== undefined && !open) {
      yield refused({ file, line }, 'stray-line', 'an ANSWER line stands without a question before it');
      continue;
    }
    open ??= newOpen(line);
    add(open, raw, line, answer, option);
    open.isParted = false;
  }
  if (open) yield closed(file, open);
}

function add(open: Open, raw: string, line: number, answer: string | undefined, option: Option | undefined): void {
  const last = open.options.at(-1);
  const text = open.stem.length === 0 || last ? raw.trim() : raw.trimEnd();
  if (answer !== undefined) open.answer = answer;
  else if (open.answer !== undefined) open.why.push(REASON.exec(text)?.[1] ?? text);
  else if (option && open.options.length < limits.importFields) open.options.push(option);
  else if (last) {
    last.more ??= line;
    last.lines.push(text);
  } else open.stem.push(...(open.isParted && open.stem.length > 0 ? [''] : []), text);
}

/** Whether a line is no longer of the question that is open: after its answer only a reason is, after its options no paragraph. */
function isOver(open: Open, line: string, { isAnswer }: { isAnswer: boolean }): boolean {
  if (open.answer === undefined) return open.isParted && open.options.length > 0 && !isAnswer && !optionIn(line, open);
  if (isAnswer || optionIn(line) !== undefined) return true;
  return !REASON.test(line) && (open.isParted || open.why.length === 0);
}

/** Where options begin again, what stands below the last one is the next question: the one before has no answer. */
function secondStem({ options }: Open, label: string): Open | undefined {
  const last = options.at(-1);
  if (last?.more === undefined || !isFirstLabel(label)) return undefined;
  const stem = last.lines.splice(1);
  return newOpen(last.more, ...stem);
}

function answerIn(line: string, open: Open | undefined): string | undefined {
  const isDue = open && open.answer === undefined && open.options.length > 1;
  const found = ANSWER.exec(line) ?? (isDue ? ANSWER_OF_ANY.exec(line) : undefined);
  return found?.[1]?.trim();
}

/** The option of a line. The first is called A; a text may begin with any other letter. */
function optionIn(line: string, open?: Open): Option | undefined {
  const last = open?.answer === undefined ? open?.options.at(-1) : undefined;
  const [, strict, text = ''] = OPTION.exec(line) ?? [];
  if (strict !== undefined && (last || strict === 'A')) return { label: strict, lines: [text] };
  const loose = labelledLine(line);
  if (!loose || /\d/.test(loose.label)) return undefined;
  return isNextLabel(last?.label, loose.label) ? { label: loose.label, lines: [loose.text] } : undefined;
}

/** The question, or what it lacks. */
function closed(file: string, { line, stem, options, answer, why }: Open): Taken {
  const at = { file, line };
  const texts = [stem, why, ...options.map(({ lines }) => lines)].map((lines) => lines.join('\n').trim());
  if (options.length === 0)
    return refused(at, 'no-key', 'no options (A. or A) at the start of a line) follow this line');
  const twin = options.find(({ label }, index) => options.findIndex((other) => other.label === label) < index);
  if (twin) return refused(at, 'key-ambiguous', `two options are called ${twin.label}`);
  if (answer === undefined) return refused(at, 'no-key', 'the question has no ANSWER line before the next begins');
  if (texts.join().length > limits.importRecordLength) return refused(at, 'too-large', tooLong());
  const { toText, seen } = noting(eitherToText);
  const [asked = '', reason = '', ...read] = texts.map(toText);
  const offered = options.map(({ label }, index) => ({ label, text: read[index] ?? '' }));
  const whole = paragraphs([toText(reasonBehind(answer, read)), reason]);
  return takenFrom({ at, stem: asked, why: whole, body: chosen(offered, keysByLabel(answer, offered)), seen });
}

function writeAiken({ items }: BankContent): Written {
  const lost = losses();
  const blocks: string[] = [];
  for (const item of items) {
    const reason = againstAiken(item);
    if (reason) lost.leaveOut(reason);
    else if (item.body.type === 'single') {
      addCommonLosses(item, lost);
      if (item.why || item.body.options.some(({ why }) => why)) lost.add('explanations are left out');
      const { options, answer } = item.body;
      const lines = options.map(({ text }, index) => `${latinLabel(index)}. ${inOneLine(text)}`);
      const key = options.findIndex(({ id }) => id === answer[0]);
      blocks.push([inOneLine(wholeStem(item)), ...lines, `ANSWER: ${latinLabel(key)}`, ''].join('\n'));
    }
  }
  return { content: blocks.join('\n'), ...lost.told() };
}

function againstAiken(item: Item): string | undefined {
  const { body } = item;
  if (body.type !== 'single') return 'Aiken has single choice only';
  const stem = inOneLine(wholeStem(item));
  if (OPTION.test(stem) || optionIn(stem) || ANSWER.test(stem) || REASON.test(stem) || stem.length < 2)
    return 'Aiken would take the question text for an option';
  return undefined;
}

/** Line breaks go in as <br>, which Moodle and this program read back. */
function inOneLine(text: string): string {
  return text.includes('\n') ? textToHtml(text) : textForEither(text);
}
