// Aiken (Moodle, question/format/aiken): a stem on one line, lettered options, "ANSWER: X". Single keys only.
import type { Item } from '../core/item.ts';
import { limits } from '../core/limits.ts';
import { ofLines } from './bounds.ts';
import { draftOf, refused } from './draft.ts';
import type { BankContent, Format, Source, Taken, Written } from './format.ts';
import { CUT_HTML, eitherToText, textForEither, textToHtml } from './html.ts';
import { addCommonLosses, losses, wholeStem } from './lossy.ts';
import { linesOf } from './source.ts';

const OPTION = /^([A-Z])[).][ \t]?(.*)$/;
const ANSWER = /^ANSWER:\s*(\S?)(.*)$/i;

export const aiken: Format = {
  name: 'aiken',
  endings: ['.aiken', '.aiken.txt', '.txt'],
  recognises: (text) => /^ANSWER:/m.test(text),
  reads: ofLines(readAiken),
  writes: writeAiken,
};

interface Open {
  readonly line: number;
  readonly stem: string;
  readonly options: { readonly label: string; readonly text: string }[];
}

function* readAiken({ file, text }: Source): Iterable<Taken> {
  let open: Open | undefined;
  for (const { text: raw, line } of linesOf(text)) {
    const trimmed = raw.trim();
    if (trimmed.length < 2) continue; // as Moodle does
    const option = OPTION.exec(trimmed);
    const answer = ANSWER.exec(trimmed);
    if (answer) {
      yield open ? answered(file, open, answer[1] ?? '', answer[2] ?? '') : stray(file, line, 'an ANSWER line');
      open = undefined;
    } else if (option) {
      const [, label = '', text = ''] = option;
      if (open && open.options.length < limits.importFields) open.options.push({ label, text });
      else if (!open) open = { line, stem: '', options: [{ label, text }] };
    } else {
      if (open) yield unanswered(file, open);
      open = { line, stem: trimmed, options: [] };
    }
  }
  if (open) yield unanswered(file, open);
}

function stray(file: string, line: number, what: string): Taken {
  return refused({ file, line }, 'stray-line', `${what} stands without a question before it`);
}

function unanswered(file: string, { line, options }: Open): Taken {
  const message =
    options.length === 0
      ? 'no options follow this line (a question text has one line in Aiken)'
      : 'the question has no ANSWER line before the next begins';
  return refused({ file, line }, 'no-key', message);
}

/** Only the first letter after the colon counts for Moodle; more than one is refused here, since no one can tell which is meant. */
function answered(file: string, { line, stem, options }: Open, key: string, rest: string): Taken {
  const at = { file, line };
  if (key === '') return refused(at, 'no-key', 'the ANSWER line is empty');
  if (rest.trim().replace(/^[).]/, '') !== '')
    return refused(at, 'key-ambiguous', `Aiken takes one letter, and the answer is "${(key + rest).slice(0, 40)}"`);
  const twin = options.find(({ label }, index) => options.findIndex((other) => other.label === label) < index);
  if (twin) return refused(at, 'key-ambiguous', `two options are called ${twin.label}`);
  if (!options.some(({ label }) => label === key.toUpperCase()))
    return refused(at, 'key-out-of-range', `the answer ${key} is none of the options`);
  const texts = [stem, ...options.map(({ text }) => text)].map(eitherToText);
  if (texts.some(({ isCut }) => isCut)) return refused(at, 'truncated-html', CUT_HTML);
  return draftOf({
    at,
    stem: texts[0]?.text ?? '',
    body: {
      type: 'choice',
      options: options.map(({ label }, index) => ({
        text: texts[index + 1]?.text ?? '',
        isKey: label === key.toUpperCase(),
      })),
    },
    lost: texts.some(({ media }) => media > 0) ? ['pictures'] : [],
  });
}

function writeAiken({ items }: BankContent): Written {
  const lost = losses();
  const blocks: string[] = [];
  for (const item of items) {
    const reason = againstAiken(item);
    if (reason) lost.add(`left out, since ${reason}`);
    else if (item.body.type === 'single') {
      addCommonLosses(item, lost);
      if (item.why || item.body.options.some(({ why }) => why)) lost.add('explanations are left out');
      const { options, answer } = item.body;
      const lines = options.map(({ text }, index) => `${letter(index)}. ${inOneLine(text)}`);
      const key = options.findIndex(({ id }) => id === answer[0]);
      blocks.push([inOneLine(wholeStem(item)), ...lines, `ANSWER: ${letter(key)}`, ''].join('\n'));
    }
  }
  return { content: blocks.join('\n'), lossy: lost.lines() };
}

function againstAiken(item: Item): string | undefined {
  const { body } = item;
  if (body.type !== 'single') return 'Aiken has single choice only';
  const stem = inOneLine(wholeStem(item));
  if (OPTION.test(stem) || ANSWER.test(stem) || stem.length < 2)
    return 'Aiken would take the question text for an option';
  return undefined;
}

/** Line breaks go in as <br>, which Moodle and this program read back. */
function inOneLine(text: string): string {
  return text.includes('\n') ? textToHtml(text) : textForEither(text);
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}
