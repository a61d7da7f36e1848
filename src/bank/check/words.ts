// Texts as rules compare them: words, their stems, sentences. The word lists are English; other languages pass unjudged.
import { beginning } from '../../core/text/beginning.ts';
import { withoutFences } from '../../core/text/code-lines.ts';
import { bare } from '../../core/text/markdown.ts';
import { narrowed } from '../../core/text/width.ts';
import { isUnspaced, UNSPACED } from '../notes/unspaced.ts';

const STOP_WORDS = new Set(
  `a about above after again all also although an and any are as at be because been before being below between both but by
  can could did do does doing done down during each either every few for from further get gets given gives had has have
  having he her here his how however i if in into is it its itself just let lets like made make makes many may might more
  most much must neither no none nor not now of off on once one only onto or other others our out over own per same shall
  she should since so some still such than that the their them then there these they this those through to too two under
  until up upon us use used uses using very was we were what when where whether which while who whole whom whose why will
  with within without would yet you your yours`.split(/\s+/),
);

const NUMBER = String.raw`\p{N}+(?:[.,]\p{N}+)*`;
/** Numbers, and words of letters that may hold digits: "1MB/s" gives 1, mb, s; "SSE-S3" gives sse, s3. */
const WORD = new RegExp(String.raw`${NUMBER}|\p{L}[\p{L}\p{M}\p{N}]*(?:['\u2019]\p{L}+)?`, 'gu');
/** In scripts without blanks a number ends a word, and so does another script: "AWSの鍵は5年" gives aws, の鍵は, 5, 年. */
const MIXED = new RegExp(
  String.raw`${NUMBER}|(?:(?=\p{L})${UNSPACED}\p{M}*)+|(?!${UNSPACED})\p{L}(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}])*(?:['\u2019]\p{L}+)?`,
  'gu',
);

/** The words of a text in lower case; thousands lose their comma, and decimals have a point. */
export function words(text: string): string[] {
  const found = bare(narrowed(text))
    .toLowerCase()
    .match(isUnspaced(text) ? MIXED : WORD);
  return (found ?? []).map((word) => (/^\p{N}/u.test(word) ? plainNumber(word) : word.replace(/['’]s$/, '')));
}

function plainNumber(word: string): string {
  const isGrouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(word);
  return isGrouped ? word.replaceAll(',', '') : word.replace(/^(\d+),(\d+)$/, '$1.$2');
}

/** The stems of the words that carry meaning. */
export function contentOf(all: readonly string[]): Set<string> {
  return new Set(all.filter((word) => !STOP_WORDS.has(word)).map(stemmed));
}

/** A word without its English endings for number and tense: enough to see that "streams" and "streaming" are one. */
function stemmed(word: string): string {
  if (word.length < 4 || /\p{N}/u.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^su])s$/, '$1');
  const cut = singular.replace(/(?:ing|ed)$/, '');
  const bareWord = /[aeiouy]/.test(cut) ? cut : singular;
  const root = bareWord.length >= 3 ? bareWord : singular;
  return root.replace(/([bdgklmnprt])\1$/, '$1').replace(/e$/, '');
}

/** A text as it is compared: case, white space, marks and a closing stop say nothing. */
export function compared(text: string): string {
  return bare(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。]$/, '');
}

/** Whether the phrase stands in the text as whole words. Both are as they are compared. */
export function hasPhrase(text: string, phrase: string): boolean {
  const isWordAt = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  for (let at = text.indexOf(phrase); at >= 0 && phrase !== ''; at = text.indexOf(phrase, at + 1)) {
    if (!isWordAt(at - 1) && !isWordAt(at + phrase.length)) return true;
  }
  return false;
}

/** The sentences of a text; a blank line ends one too. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.?!][)"'”]?)\s+(?=[\p{Lu}"“(])|\n{2,}/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Words as an author counts them: what stands between blanks. Scripts without blanks count two signs a word. */
export function wordCount(text: string): number {
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const spaced = bare(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return signs > spaced ? Math.ceil(signs / 2) : spaced;
}

/** Whether a text is likely English: a fifth of its words are English function words. */
export function isEnglish(all: readonly string[]): boolean {
  return all.filter((word) => STOP_WORDS.has(word)).length >= all.length / 5;
}

/** Texts that are no prose: code, paths, identifiers, commands. */
export function isCode(text: string): boolean {
  return /[`_{}[\]=<>\\$|;]|\w\(|:\/\/|\w[/:]\w+[/:]|[a-z][A-Z]/.test(text);
}

const LONGEST_QUOTED = 60;

/** A quotation of a text that is short enough for a message; of code without its fences. */
export function quoted(text: string): string {
  return `"${beginning(withoutFences(text).replace(/\s+/g, ' ').trim(), LONGEST_QUOTED)}"`;
}
