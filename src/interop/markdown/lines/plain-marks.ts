// Marks before a text as pages and chatbots write them, made into those of Markdown.

import { codeAmong } from '../../../core/text/fences.ts';
import { NUMBER_WORDS } from '../../words/words.ts';
import { areOurs } from './lines.ts';

/** "1️⃣ Which …?": a digit on a key, as chatbots number their questions. */
const KEYCAPS = /^(\s*(?:#{1,6}\s+|[-*+]\s+)?(?:\*\*|__)?)((?:\d\ufe0f?\u20e3){1,3}|🔟)[.):]?\s*(?=\S)/u;

/** "• red": the points of a list that was copied from a page. */
const POINT = /^(\s*)[•◦▪‣∙]\s+(?=\S)/;

/** "❓ **Question 1:** …", "### 🧠 1. …": a picture before a number that says nothing. */
const PICTURE = new RegExp(
  `^(\\s*(?:#{1,6}\\s+)?(?:\\*\\*|__)?)(?![✅✔☑❌❎])\\p{Extended_Pictographic}\\ufe0f?\\s*(?=(?:\\*\\*|__)?(?:(?:${NUMBER_WORDS})\\s*#?)?\\d{1,4}\\s*[.):：*])`,
  'iu',
);

/**
 * The lines with plain numbers for such digits, dashes for such points, and no such pictures; but not in an export of ours, whose texts may
 * begin so. Code stays as it is.
 */
export function withPlainMarks(lines: readonly string[]): readonly string[] {
  if (areOurs(lines)) return lines;
  const code = codeAmong(lines);
  return lines.map((line, index) => (code[index] === undefined ? withPlainMark(line) : line));
}

function withPlainMark(line: string): string {
  return line
    .replace(POINT, '$1- ')
    .replace(PICTURE, '$1')
    .replace(KEYCAPS, (_, before: string, number: string) => {
      const digits = number === '🔟' ? '10' : number.replace(/\D/g, '');
      return `${before}${digits}. `;
    });
}
