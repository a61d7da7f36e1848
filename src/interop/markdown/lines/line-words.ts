// What a line of a question list says by its words: an answer, a reason, an answer that somebody gave.
import { LABEL } from '../../words/labels.ts';
import { ANSWER_WORDS, CHOSEN_WORDS, COLON, REASON_WORDS, SOLUTION_WORDS } from '../../words/words.ts';

/** Pictograms that stand before a word, above all on pages that a model wrote. */
export const TICK = '(?:\\p{Extended_Pictographic}\\ufe0f?|✓)';
/** What may stand before a word: a quote, the mark of a list, a tick, emphasis. */
const BEFORE = `^\\s*(?:>\\s*)?(?:[-*+]\\s+)?(?:${TICK}\\s*)?([*_]*)\\s*(?:${TICK}\\s*)?`;
/** "Answer and explanation", "Answer / Why", 答案与解析. */
const WITH =
  '(?:\\s*[&+/,、与與及和と]\\s*|\\s+(?:and|with|und|mit|et|y|e|en|met|och|og|ja|i|a|și|и|с|та|і|ve|dan|và)\\s+)';
const WITH_REASON = `(?:${ANSWER_WORDS})${WITH}(?:an?\\s+)?(?:${REASON_WORDS})`;
/** "Answer and explanation: B": a letter alone, or nothing, since of a text nobody knows where the reason begins. */
const ANSWER_WITH_REASON = new RegExp(
  `${BEFORE}${WITH_REASON}([*_]*)\\s*${COLON}([*_]*)\\s*((?:[(]?${LABEL}(?![\\p{L}\\p{N}]).*)?)$`,
  'iu',
);
const ANSWER = new RegExp(
  `${BEFORE}(?:${ANSWER_WORDS})(?:\\s*\\(s\\))?(?:\\s+is)?([*_]*)\\s*(?:${COLON}|[=-]>|→)([*_]*)\\s*(.*)$`,
  'iu',
);
/** 【答案】B, [Answer] B */
const BRACKETED = new RegExp(
  `^\\s*[*_]*(?:【(?:${ANSWER_WORDS})】|\\[(?:${ANSWER_WORDS})\\](?!\\())[*_]*\\s*${COLON}?\\s*(.*)$`,
  'iu',
);
/** A heading that says no more than that the answer follows; one for several answers heads the key of a whole list. */
export const ANSWER_TITLE = new RegExp(
  `^[*_]*(?:${TICK}\\s*)?(?:${WITH_REASON}|(?:${ANSWER_WORDS})(?<!s|en))\\s*${COLON}?[*_]*$`,
  'iu',
);
/** "Ans. B", "Answer - B", "The answer is B", a tick and a letter: without a colon only letters are an answer, and not prose. */
const LETTERS =
  /^\s*(?:>\s*)?[*_]*(?:(?:the\s+)?(?:correct\s+|right\s+)?(?:answers?|ans|key)(?:\s+is|\s+are|\.|\s+[-–—])|✅|✔️?)[*_]*\s*[*_`(]*([A-Za-z](?:(?:\s*[,;&]\s*|\s+and\s+)[A-Za-z])*(?:[.):]\s+\S.*)?)[)*_`.]*\s*$/i;
/** "解答 イ", "Antwort B": a word that announces an answer, and labels alone. */
const LABELS = new RegExp(
  `${BEFORE}(?:${ANSWER_WORDS})[*_]*\\s+[*_(（]*(${LABEL}(?:\\s*[,、]\\s*${LABEL})*)[)）*_.]*\\s*$`,
  'iu',
);
/** "Correct: B": only letters are an answer there, and no remark. */
const CORRECT =
  /^\s*(?:[-*+]\s+)?[*_]*correct[*_]*\s*[:：][*_\s]*((?:[A-Z]|\d{1,2})(?:\s*[,&]\s*(?:[A-Z]|\d{1,2}))*)[*_.\s]*$/i;
const REASON = new RegExp(`${BEFORE}(?:${REASON_WORDS})([*_]*)\\s*${COLON}([*_]*)\\s*(.*)$`, 'iu');
/** "Hint: …", "Reference: …" and other words for what helps and is no answer. */
const REASON_TITLE = new RegExp(
  `(?:${REASON_WORDS}|hints?|tipp?s?|hinweis|indice|pista|dica|подсказка|підказка|podpowiedź|ipucu|gợi\\s+ý|提示|ヒント|힌트)`,
  'iu',
);
const ANSWER_SOMEWHERE = new RegExp(`(?<![\\p{L}\\p{M}])(?:${ANSWER_WORDS})(?![\\p{L}\\p{M}])`, 'iu');
const CHOSEN = new RegExp(`${BEFORE}(?:${CHOSEN_WORDS})([*_]*)\\s*(?:${COLON}|[-–—=])`, 'iu');
/** "Community vote distribution", "Most Voted": what heads a vote, or marks the option that won it. */
const VOTE_TITLE = new RegExp(
  `${BEFORE}(?:community\\s+vot(?:e|es|ing)(?:\\s+distribution)?|[([]?most\\s+voted[)\\]]?)[*_]*\\s*(?:${COLON}.*)?$`,
  'iu',
);
/** "A (82%)", "BD (74%) AB (26%)": what others voted for. */
const VOTES =
  /^\s*(?:[-*+]\s+)?[*_]*[A-Z]{1,6}\s*[(（]\s*\d{1,3}\s*%\s*[)）](?:[\s,*_]*[A-Z]{1,6}\s*[(（]\s*\d{1,3}\s*%\s*[)）])*[\s*_]*$/;

/** "(Answer: B)", "[Ans: B]": all of the line in brackets. */
const IN_BRACKETS = new RegExp(`^\\s*[*_]*[[(]((?:${ANSWER_WORDS})\\s*${COLON}[^\\]()]*)[)\\]][*_]*\\s*$`, 'iu');

/** What a line gives as the answer: without the marks that close what opened before the word, and without code marks around letters. */
export function answerIn(line: string): string | undefined {
  const raw = withWordsComposed(line).replace(IN_BRACKETS, '$1');
  if (CHOSEN.test(raw)) return undefined;
  const letters = LETTERS.exec(raw)?.[1];
  if (letters !== undefined && (/^[A-Z]|^[a-z][.)]/.test(letters) || /\([a-z]\)|^\W*ans\b/i.test(raw))) return letters;
  const labels = LABELS.exec(raw)?.[2];
  if (labels !== undefined && !/^[a-z]/.test(labels)) return labels;
  const correct = CORRECT.exec(raw)?.[1];
  if (correct !== undefined) return correct;
  const bracketed = BRACKETED.exec(raw)?.[1];
  if (bracketed !== undefined) return withoutVotes(bracketed);
  const [, opened = '', before = '', after = '', text] = ANSWER.exec(raw) ?? ANSWER_WITH_REASON.exec(raw) ?? [];
  if (text === undefined) return undefined;
  const bare = withoutVotes(closed(text, opened, before + after));
  return /^`([A-Za-z])`$/.exec(bare.trim())?.[1] ?? bare;
}

/** "Which two? (Choose two.)" ends so too. */
const QUESTION_MARK = /[?？؟][\s*_]*(?:\([^()]*\)[\s*_]*)?$/;

/** Whether a text ends like a question. */
export function endsAsking(text: string): boolean {
  return QUESTION_MARK.test(text);
}

const SOLUTION = new RegExp(`${BEFORE}(?:${SOLUTION_WORDS})(?![\\p{L}\\p{M}])`, 'iu');

/** Whether a line with an answer may be a worked solution as well, by its word. */
export function saysSolution(line: string): boolean {
  return SOLUTION.test(line);
}

const REASON_HEAD = new RegExp(
  `^\\s*(?:\\*\\*|__)?(?:${TICK}\\s*)?(?:${REASON_WORDS})\\s*${COLON}?(?:\\*\\*|__)?\\s*$`,
  'iu',
);

/** Whether a line below an answer asks for the reason, which follows: "Why?", "**Why?**", "Explanation". */
export function asksWhy(line: string): boolean {
  return headsReason(line.replace(/[?？](?=[\s*_]*$)/, ''));
}

/** Whether a heading or a line in bold does nothing but head the reason. */
export function headsReason(line: string): boolean {
  return REASON_HEAD.test(line);
}

/** What a line gives as the reason. */
export function reasonIn(line: string): string | undefined {
  const [, opened = '', before = '', after = '', text] = REASON.exec(withWordsComposed(line)) ?? [];
  return text === undefined ? undefined : closed(text, opened, before + after);
}

/** Signs that are put on others begin above these. */
const NOTHING_TO_COMPOSE = /^[\u0000-\u02ff]*$/;

/** The line with its first words in the form in which words are compared: macOS writes accents as signs of their own. */
function withWordsComposed(line: string): string {
  if (NOTHING_TO_COMPOSE.test(line)) return line;
  return line.replace(/^[^:：]{1,60}/, (words) => words.normalize('NFC'));
}

/** The text behind a word without the mark that closes what opened before the word, at its end or after the letter. */
function closed(text: string, opened: string, between: string): string {
  if (opened === '' || between !== '') return text;
  const isInside = text.split(opened).length % 2 === 0;
  return isInside ? text.replace(opened, '') : text.replace(/[*_]+\s*$/, '');
}

/** "B Community vote distribution B (75%)": the answer, as dumps of exams run it into the vote. */
export function withoutVotes(answer: string): string {
  return answer.replace(/(?<![\s*_])[\s*_]*\bcommunity\s+vote[\s\S]*$/i, '');
}

/** Whether a line tells an answer that somebody gave, or heads what others voted for. Neither is a key. */
export function tellsChoice(line: string): boolean {
  return CHOSEN.test(line) || VOTE_TITLE.test(line);
}

/** Whether a line is the outcome of a vote. */
export function tellsVotes(line: string): boolean {
  return VOTES.test(line);
}

/** Whether a summary says that a reason or a hint is behind it, and no answer. */
export function opensReason(summary: string): boolean {
  return REASON_TITLE.test(summary) && !ANSWER_SOMEWHERE.test(summary);
}

/** Whether a title says that the answer is below it. */
export function opensAnswer(title: string): boolean {
  return ANSWER_SOMEWHERE.test(title);
}
