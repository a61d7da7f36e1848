// The words by which question lists say that an answer or a reason follows, in some languages of Europe and Asia.
import { LABEL } from './labels.ts';

const ANSWER_WORDS = [
  '(?:the\\s+)?(?:(?:correct|right|best|suggested|verified|official|expected)\\s+)?(?:answers?|ans|key|solution)',
  '(?:correct|right)\\s+(?:options?|choices?)',
  '(?:richtige\\s+)?(?:antwort(?:en)?|lösung(?:en)?)|richtig(?:\\s+(?:ist|sind))?',
  '(?:bonnes?\\s+)?réponses?(?:\\s+(?:correctes?|justes?))?',
  'respuestas?(?:\\s+correctas?)?|soluci[oó]n(?:es)?',
  'rispost[ae](?:\\s+(?:corrett[ae]|esatt[ae]))?|soluzion[ei]',
  'respostas?(?:\\s+(?:corretas?|certas?))?|gabarito|soluç(?:ão|ões)',
  '(?:juiste\\s+)?antwoord(?:en)?',
  '(?:正确|正確|参考|參考|标准|標準)?答案|答|正解|答え|解答',
  '정답|답',
  '(?:правильн(?:ый|ые)\\s+)?ответы?',
].join('|');

const TICK = '(?:✅|✔️?|✓|☑️?|💡|👉)';
const ANSWER = new RegExp(
  `^\\s*(?:>\\s*)?(?:[-*+]\\s+)?(?:${TICK}\\s*)?([*_]*)(?:${TICK}\\s*)?(?:${ANSWER_WORDS})(?:\\s*\\(s\\))?(?:\\s+is)?([*_]*)\\s*(?:[:：]|[=-]>|→)([*_]*)\\s*(.*)$`,
  'i',
);
/** 【答案】B */
const BRACKETED = new RegExp(`^\\s*[*_]*【(?:${ANSWER_WORDS})】[*_]*\\s*[:：]?\\s*(.*)$`, 'i');
/** A heading that says no more than that the answer follows; one for several answers heads the key of a whole list. */
export const ANSWER_TITLE = new RegExp(`^[*_]*(?:${TICK}\\s*)?(?:${ANSWER_WORDS})(?<!s|en)\\s*[:：]?[*_]*$`, 'i');
/** "Ans. B", "Answer - B", "The answer is B", a tick and a letter: without a colon only letters are an answer, and not prose. */
const LETTERS =
  /^\s*(?:>\s*)?[*_]*(?:(?:the\s+)?(?:correct\s+|right\s+)?(?:answers?|ans|key)(?:\s+is|\s+are|\.|\s+[-–—])|✅|✔️?)[*_]*\s*[*_`(]*([A-Za-z](?:(?:\s*[,;&]\s*|\s+and\s+)[A-Za-z])*(?:[.):]\s+\S.*)?)[)*_`.]*\s*$/i;
/** "解答 イ": a word that is nothing but the announcement of an answer, and labels. */
const LABELS = new RegExp(
  `^\\s*[*_]*(?:解答|正解|答え|答案|정답|답|ответ|antwort|réponse|respuesta|risposta|resposta|gabarito)[*_]*\\s+[*_(（]*(${LABEL}(?:\\s*[,、]\\s*${LABEL})*)[)）*_.]*\\s*$`,
  'iu',
);
/** "Correct: B": only letters are an answer there, and no remark. */
const CORRECT = /^\s*[*_]*correct[*_]*\s*[:：][*_\s]*([A-Z](?:\s*[,&]\s*[A-Z])*)[*_.\s]*$/i;
const REASON =
  /^\s*(?:>\s*)?(?:[-*+]\s+)?[*_]*(?:explanation|why|rationale|reason|reasoning|feedback|justification|erklärung|begründung|explication|explicación|spiegazione|explicação|解析|解释|解説|説明|해설|пояснение)[*_]*\s*[:：][*_]*\s*(.*)$/i;

/** What a line gives as the answer: without the marks that close what opened before the word, and without code marks around letters. */
export function answerIn(raw: string): string | undefined {
  const letters = LETTERS.exec(raw)?.[1];
  if (letters !== undefined && /^[A-Z]/.test(letters)) return letters;
  const labels = LABELS.exec(raw)?.[1];
  if (labels !== undefined && !/^[a-z]/.test(labels)) return labels;
  const correct = CORRECT.exec(raw)?.[1];
  if (correct !== undefined) return correct;
  const bracketed = BRACKETED.exec(raw)?.[1];
  if (bracketed !== undefined) return bracketed;
  const [, opened = '', before = '', after = '', text] = ANSWER.exec(raw) ?? [];
  if (text === undefined) return undefined;
  const isOpen = opened !== '' && before === '' && after === '';
  const bare = isOpen ? text.replace(/[*_]+\s*$/, '') : text;
  return /^`([A-Za-z])`$/.exec(bare.trim())?.[1] ?? bare;
}

/** What a line gives as the reason. */
export function reasonIn(raw: string): string | undefined {
  return REASON.exec(raw)?.[1];
}
