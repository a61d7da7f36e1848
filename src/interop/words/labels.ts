// What stands before options: letters of several scripts in their order, or numbers, with the signs that part them from the text.

/** Scripts whose letters count options, each in the order in which they do. */
const ALPHABETS = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'АБВГДЕЖЗИКЛМН',
  'ΑΒΓΔΕΖΗΘ',
  'アイウエオカキクケコ',
  'あいうえお',
  'ㄱㄴㄷㄹㅁㅂ',
  '가나다라마바사',
  '甲乙丙丁戊己',
  'אבגדהוזח',
  'أبجدهو',
  'ابجدهو',
  'กขคงจฉ',
  'कखगघङ',
  'কখগঘঙ',
] as const;

/** The first two labels of each script. */
export const FIRST_TWO: readonly string[] = ALPHABETS.map((letters) => letters.slice(0, 2));

const LETTERS = `A-Za-zＡ-Ｚａ-ｚ${ALPHABETS.slice(1)
  .map((letters) => letters + letters.toLowerCase())
  .join('')}`;
/** A letter that can be a label, and a letter or a number, for forms. Numbers in circles are numbers. */
export const LETTER = `[${LETTERS}]`;
export const LABEL = `(?:${LETTER}|\\d{1,2}|[①-⑳])`;
/** What parts a label from its text: with a space behind it in ASCII, with or without in the width of Chinese and Japanese. */
const LABEL_END = '(?:[.):]\\s+|\\s*[．）、：。]\\s*|(?<=[①-⑳])\\s*)';

const LABELLED = new RegExp(`^\\s*[(（]?(${LABEL})${LABEL_END}(\\S.*)$`, 'u');

/** A label in the one form that is compared: "b" and "Ｂ" are "B", "②" is "2". */
export function labelOf(written: string): string {
  return written.normalize('NFKC').toUpperCase();
}

/** "А) …", "A、…", "① …": the label and the text of a line that has both. */
export function labelledLine(line: string): { readonly label: string; readonly text: string } | undefined {
  const [, label, text] = LABELLED.exec(line) ?? [];
  return label === undefined || text === undefined ? undefined : { label: labelOf(label), text };
}

/** Whether options begin with this label. */
export function isFirstLabel(label: string): boolean {
  return label === '1' || ALPHABETS.some((letters) => letters.startsWith(label));
}

/** Whether a label follows another in its script, or is the first where there is no other. */
export function isNextLabel(last: string | undefined, label: string): boolean {
  if (last === undefined) return isFirstLabel(label);
  if (/^\d+$/.test(last)) return Number(label) === Number(last) + 1;
  return ALPHABETS.some((letters) => letters.includes(last) && letters[letters.indexOf(last) + 1] === label);
}

/** The place of a label among options that have none: letters of the Latin script alone count from A. */
export function latinPlace(label: string): number {
  return /^[A-Z]$/.test(label) ? label.charCodeAt(0) - 65 : -1;
}

/** The label of an option at a place: "A" for the first. */
export function latinLabel(place: number): string {
  return String.fromCharCode(65 + place);
}

/** Texts of options without the labels that stand before them all, in order and with one sign: "A. red", "B. blue". */
export function unlabelled(texts: readonly string[]): string[] | undefined {
  const parts = texts.map((text) => /^(\(?)([A-Za-z])([.):]\)?)(\s*)(\S[\s\S]*)$/.exec(text));
  const [, open, first = '', sign, space] = parts[0] ?? [];
  if (texts.length < 2 || !/^[Aa]$/.test(first) || (sign !== ')' && space === '')) return undefined;
  const areInOrder = parts.every(
    (part, index) =>
      part?.[1] === open && part?.[2] === String.fromCharCode(first.charCodeAt(0) + index) && part?.[3] === sign,
  );
  return areInOrder ? parts.map((part) => part?.[5] ?? '') : undefined;
}
