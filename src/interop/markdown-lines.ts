// What a line of a Markdown question list is.

export type Line =
  | { readonly kind: 'blank' | 'rule' | 'open-details' | 'close-details' | 'fence' }
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string; readonly saysAnswer: boolean }
  | { readonly kind: 'meta'; readonly text: string }
  | { readonly kind: 'task'; readonly isTicked: boolean; readonly text: string }
  | {
      readonly kind: 'lettered';
      readonly label: string;
      readonly text: string;
      readonly isBold: boolean;
      readonly hasColon: boolean;
    }
  /** "Q: …" without a number. */
  | { readonly kind: 'asked'; readonly text: string }
  | {
      readonly kind: 'numbered';
      readonly number: number;
      readonly text: string;
      readonly indent: number;
      readonly says: boolean;
    }
  | { readonly kind: 'bullet'; readonly text: string }
  | { readonly kind: 'answer' | 'reason'; readonly text: string }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

const META = /^\s*<!--\s*quiz\s+(\{.*\})\s*-->\s*$/;
/** The words for an answer in some languages of Europe and Asia, as question lists write them before a colon. */
const ANSWER_WORDS =
  '(?:the\\s+)?(?:(?:correct|right|best)\\s+)?(?:answers?|ans|key|solution)|(?:correct|right)\\s+(?:options?|choices?)|' +
  '(?:richtige\\s+)?(?:antwort(?:en)?|lösung(?:en)?)|(?:bonnes?\\s+)?réponses?|respuestas?(?:\\s+correctas?)?|' +
  '(?:正确)?答案|正解|答え|정답|(?:правильный\\s+)?ответ';
const TICK = '(?:✅|✔️?|✓|☑️?|💡|👉)';
const ANSWER = new RegExp(
  `^\\s*(?:>\\s*)?(?:[-*+]\\s+)?(?:${TICK}\\s*)?([*_]*)(?:${TICK}\\s*)?(?:${ANSWER_WORDS})(?:\\s*\\(s\\))?(?:\\s+is)?([*_]*)\\s*(?:[:：]|[=-]>|→)([*_]*)\\s*(.*)$`,
  'i',
);
/** A heading that says no more than that the answer follows; one for several answers heads the key of a whole list. */
const ANSWER_TITLE = new RegExp(`^[*_]*(?:${TICK}\\s*)?(?:${ANSWER_WORDS})(?<!s|en)\\s*[:：]?[*_]*$`, 'i');
/** "Ans. B", "Answer - B", "The answer is B", a tick and a letter: without a colon only letters are an answer, and not prose. */
const LETTERS =
  /^\s*(?:>\s*)?[*_]*(?:(?:the\s+)?(?:correct\s+|right\s+)?(?:answers?|ans|key)(?:\s+is|\s+are|\.|\s+[-–—])|✅|✔️?)[*_]*\s*[*_`(]*([A-Za-z](?:(?:\s*[,;&]\s*|\s+and\s+)[A-Za-z])*(?:[.):]\s+\S.*)?)[)*_`.]*\s*$/i;
const REASON =
  /^\s*(?:>\s*)?(?:[-*+]\s+)?[*_]*(?:explanation|why|rationale|reason|reasoning|feedback|justification|erklärung|begründung|explication|explicación|解析|解释|説明|해설|пояснение)[*_]*\s*[:：][*_]*\s*(.*)$/i;

/** "A: …", however bold. */
const COLON_LABEL = /^\s*(?:[-*+]\s+)?[*_]*[A-Za-z][*_]*:/;

const LONG_SPACE = ' '.repeat(100);

/** The line, by its form alone. */
export function lineOf(line: string): Line {
  const raw = line.replace(/[ \t]{100,}/g, LONG_SPACE); // forms that look for white space stay quick
  const text = raw.trim();
  if (text === '') return { kind: 'blank' };
  if (/^(```|~~~)/.test(text)) return { kind: 'fence' };
  const meta = META.exec(raw)?.[1];
  if (meta) return { kind: 'meta', text: meta };
  if (text.startsWith('<!--')) return { kind: 'blank' };
  if (/^<details\b[^>]*>/i.test(text)) return { kind: 'open-details' };
  if (/^<\/details>$/i.test(text)) return { kind: 'close-details' };
  if (/^([-*_])(\s*\1){2,}$/.test(text)) return { kind: 'rule' };
  const [, signs, title] = /^(#{1,6})\s+(.*?)\s*#*$/.exec(text) ?? [];
  const said = signs && answerIn(title ?? '');
  if (said !== undefined && said !== '') return { kind: 'answer', text: said };
  if (signs) {
    const saysAnswer = ANSWER_TITLE.test(title ?? '');
    return { kind: 'heading', depth: signs.length, text: title ?? '', saysAnswer };
  }
  return listLine(raw) ?? saidLine(raw) ?? { kind: 'text', text: raw };
}

function saidLine(raw: string): Line | undefined {
  const answer = answerIn(raw);
  if (answer !== undefined) return { kind: 'answer', text: answer };
  const reason = REASON.exec(raw)?.[1];
  if (reason !== undefined) return { kind: 'reason', text: reason };
  const remark = /^\s*>\s?(.*)$/.exec(raw)?.[1];
  if (remark !== undefined) return { kind: 'remark', text: remark };
  if (/^\s*\|.*\|\s*$/.test(raw)) return { kind: 'row', cells: cellsOf(raw.trim()) };
  return undefined;
}

/** What a line gives as the answer: without the marks that close what opened before the word, and without code marks around letters. */
function answerIn(raw: string): string | undefined {
  const letters = LETTERS.exec(raw)?.[1];
  if (letters !== undefined && /^[A-Z]/.test(letters)) return letters;
  const [, opened = '', before = '', after = '', text] = ANSWER.exec(raw) ?? [];
  if (text === undefined) return undefined;
  const isOpen = opened !== '' && before === '' && after === '';
  const bare = isOpen ? text.replace(/[*_]+\s*$/, '') : text;
  return /^`([A-Za-z])`$/.exec(bare.trim())?.[1] ?? bare;
}

function listLine(raw: string): Line | undefined {
  const [, tick, ticked] =
    /^\s*(?:[-*+]|\d{1,3}[.)])\s+\[([ xX])\](?:\s+(.*))?$/.exec(raw) ??
    /^\s*(?:[-*+]\s+)?\(([ xX])\)\s+(\S.*)$/.exec(raw) ??
    [];
  if (tick !== undefined) return { kind: 'task', isTicked: tick !== ' ', text: ticked ?? '' };
  if (answerIn(raw) !== undefined || REASON.test(raw)) return undefined;
  const asked = /^\s*(?:\*\*|__)?(?:Q|Question)\s*[:：]\s*(?:\*\*|__)?\s*(\S.*)$/i.exec(raw)?.[1];
  if (asked !== undefined) return { kind: 'asked', text: withoutStray(asked, raw) };
  const [, bold = '', sign, dashed, option] =
    /^\s*(?:[-*+]\s+)?(\*\*|__)?\(?(?:([A-Za-z])(?:[.):]\)?)|([A-Z])\s+[-–—])(?:\*\*|__)?\s+(\S.*)$/.exec(raw) ?? [];
  const letter = sign ?? dashed;
  if (letter !== undefined && option !== undefined) {
    const isBold = bold !== '' && /(\*\*|__)\s*$/.test(option) && !/^[^*_]*(\*\*|__)\s+\S/.test(option);
    const text = isBold ? option.replace(/(\*\*|__)\s*$/, '') : option;
    return { kind: 'lettered', label: letter.toUpperCase(), text, isBold, hasColon: COLON_LABEL.test(raw) };
  }
  const [, indent = '', says, number, rest] =
    /^(\s*)(?:\*\*|__)?((?:Q|Question)\s*)?(\d{1,4})[.):]\s*(?:\*\*|__)?(?:\s+(.*))?$/i.exec(raw) ?? [];
  if (number !== undefined)
    return {
      kind: 'numbered',
      number: Number(number),
      text: withoutStray(rest ?? '', raw),
      indent: indent.length,
      says: says !== undefined,
    };
  const bullet = /^\s*[-*+]\s+(\S.*)$/.exec(raw)?.[1];
  return bullet === undefined ? undefined : { kind: 'bullet', text: bullet };
}

/** "**1. Which …?**": the closing mark belongs to the one before the number. */
function withoutStray(text: string, raw: string): string {
  return /^\s*(\*\*|__)/.test(raw) && (text.match(/\*\*|__/g) ?? []).length % 2 === 1
    ? text.replace(/(\*\*|__)\s*$/, '')
    : text;
}

/** The cells of a row of a table, split at bars that are not escaped. */
export function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(/(?<=(?<!\\)(?:\\\\)*)\|/)
    .map((cell) => cell.trim());
}
