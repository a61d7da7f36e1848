// Question pools of radio licences in the United States (NCVEC, FCC): "T1A01 (C) [97.1]", the text, options A to D, "~~".

import { limits } from '../core/limits.ts';
import type { Format, Source, Taken } from './format.ts';
import { ofLines, tooLong } from './reading/bounds.ts';
import { linesOf } from './reading/lines.ts';
import { lostParts } from './reading/refusals.ts';
import { refused, takenFrom } from './reading/taken.ts';
import { chosen } from './reading/told.ts';
import { keysByLabel } from './words/keys.ts';
import { isNextLabel, labelledLine } from './words/labels.ts';

/** The number of a question with the letter of its key, and the rule that it is about. */
const START = /^((?:\d-)?[A-Z]?\d{1,3}[A-Z]\d{1,2})\s+\(([A-Z])\)\s*(.*)$/;
const END = /^~~/;
/** A figure is a file beside the pool. */
const FIGURE = /\bfigure\s+[A-Z]?\d*[A-Z]?-?\d/i;

export const ncvec: Format = {
  name: 'ncvec',
  carries: 'single; the rule as the reason',
  endings: ['.txt'],
  recognises: (text) => new RegExp(START, 'm').test(text.slice(0, 100_000)),
  reads: ofLines(readPool),
};

interface Open {
  readonly line: number;
  readonly key: string;
  readonly rule: string;
  readonly stem: string[];
  readonly options: { readonly label: string; readonly lines: string[] }[];
}

/** What stands outside the questions, such as titles of groups, asks nothing. */
function* readPool({ file, text }: Source): Iterable<Taken> {
  let open: Open | undefined;
  for (const { text: raw, line } of linesOf(text)) {
    const trimmed = raw.trim();
    const [, , key, rule = ''] = START.exec(trimmed) ?? [];
    if (open && (key !== undefined || END.test(trimmed))) {
      yield closed(file, open);
      open = undefined;
    }
    if (key !== undefined) open = { line, key, rule, stem: [], options: [] };
    else if (open && trimmed !== '') add(open, trimmed);
  }
  if (open) yield closed(file, open);
}

function add({ stem, options }: Open, line: string): void {
  const last = options.at(-1);
  const option = labelledLine(line);
  const follows = option && isNextLabel(last?.label, option.label);
  if (option && follows && options.length < limits.importFields)
    options.push({ label: option.label, lines: [option.text] });
  else (last?.lines ?? stem).push(line);
}

function closed(file: string, { line, key, rule, stem, options }: Open): Taken {
  const at = { file, line };
  const texts = options.map(({ label, lines }) => ({ label, text: lines.join('\n') }));
  const asked = stem.join('\n');
  if (asked.length + texts.map(({ text }) => text).join().length > limits.importRecordLength)
    return refused(at, 'too-large', tooLong());
  if (options.length === 0) return refused(at, 'no-options', 'no options (A. at the start of a line) follow this line');
  return takenFrom({
    at,
    stem: asked,
    why: rule,
    body: chosen(texts, keysByLabel(key, texts)),
    lost: lostParts({ pictures: [asked, ...texts.map(({ text }) => text)].some((part) => FIGURE.test(part)) }),
  });
}
