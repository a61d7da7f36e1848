// Marks before a text as pages and chatbots write them, made into those of Markdown.

import { codeAmong } from '../../../core/text/fences.ts';
import { NUMBER_WORDS } from '../../words/words.ts';

/** "1️⃣ Which …?": a digit on a key, as chatbots number their questions. */
const KEYCAPS = /^(\s*(?:#{1,6}\s+|[-*+]\s+)?(?:\*\*|__)?)((?:\d\ufe0f?\u20e3){1,3}|🔟)[.):]?\s*(?=\S)/u;

/** "• red": the points of a list that was copied from a page. */
const POINT = /^(\s*)[•◦▪‣∙]\s+(?=\S)/;

/** "❓ **Question 1:** …", "### 🧠 1. …": a picture before a number that says nothing. */
const PICTURE = new RegExp(
  `^(\\s*(?:#{1,6}\\s+)?(?:\\*\\*|__)?)(?![✅✔☑❌❎])\\p{Extended_Pictographic}\\ufe0f?\\s*(?=(?:\\*\\*|__)?(?:(?:${NUMBER_WORDS})\\s*#?\\d{1,4}|\\d{1,3})\\s*[.):：*])`,
  'iu',
);

/** "Q. Which …?", "**Q.** Which …?", "Q. 3. Which …?"; below a line "P. …" it is the next point of a list. */
const ASKED = /^(\s*(?:>\s*)?(?:[-*+]\s+)?(?:\*\*|__)?Q)\.(?:\s+(\d{1,3}[.)])(?=[\s*_])|(?=[\s*_]))/;
const BEFORE_Q = /^\s*(?:[-*+]\s+)?(?:\*\*|__)?P[.)]/;

/** The lines with plain numbers for such digits, dashes for such points, "Q:" for "Q.", and no such pictures. Code stays as it is. */
export function withPlainMarks(lines: readonly string[]): readonly string[] {
  const code = codeAmong(lines);
  let above = '';
  return lines.map((line, index) => {
    if (code[index] !== undefined || line.trim() === '') return line;
    const asked = BEFORE_Q.test(above) ? line : line.replace(ASKED, (_, q: string, number = ':') => q + number);
    above = line;
    return asked
      .replace(POINT, '$1- ')
      .replace(PICTURE, '$1')
      .replace(KEYCAPS, (_, before: string, number: string) => {
        const digits = number === '🔟' ? '10' : number.replace(/\D/g, '');
        return `${before}${digits}. `;
      });
  });
}
