// The words by which a text asks whether a statement is true, in languages where quizzes do so: "True or False: …", "(Vrai/Faux)".

/** What is said of a statement that is true, and of one that is not. */
export type Truths = readonly [yes: string, no: string];

export const ENGLISH: Truths = ['True', 'False'];

const TRUTHS: readonly Truths[] = [
  ENGLISH,
  ['Richtig', 'Falsch'],
  ['Wahr', 'Falsch'],
  ['Vrai', 'Faux'],
  ['Verdadero', 'Falso'],
  ['Verdadeiro', 'Falso'],
  ['Vero', 'Falso'],
  ['Cert', 'Fals'],
  ['Adevărat', 'Fals'],
  ['Waar', 'Onwaar'],
  ['Waar', 'Niet waar'],
  ['Sant', 'Falskt'],
  ['Sant', 'Usant'],
  ['Sandt', 'Falsk'],
  ['Prawda', 'Fałsz'],
  ['Pravda', 'Nepravda'],
  ['Igaz', 'Hamis'],
  ['Верно', 'Неверно'],
  ['Правда', 'Ложь'],
  ['Правда', 'Неправда'],
  ['Doğru', 'Yanlış'],
  ['Đúng', 'Sai'],
  ['Benar', 'Salah'],
  ['正确', '错误'],
  ['對', '錯'],
  ['对', '错'],
  ['正しい', '誤り'],
  ['참', '거짓'],
];

const OR =
  '(?:\\s*/\\s*|\\s*(?:还是|還是|か|또는)\\s*|\\s+(?:or|oder|ou|o|of|eller|czy|nebo|alebo|vagy|sau|или|чи|або|mi|hay|atau)\\s+)';

/** Before the statement, or in brackets behind it. */
const FORMS = TRUTHS.map(
  ([yes, no]) =>
    new RegExp(
      `^\\W{0,4}${yes}${OR}${no}(?![\\p{L}\\p{M}])|[([]\\s*${yes}${OR}${no}\\s*(?:\\?\\s*)?[)\\]][.?*_\\s]*$`,
      'iu',
    ),
);

const ANY = new RegExp(FORMS.map(({ source }) => source).join('|'), 'iu');

/** The two words between which a line lets choose; undefined where it asks for something else. */
export function truthsAsked(line: string): Truths | undefined {
  return ANY.test(line) ? TRUTHS[FORMS.findIndex((form) => form.test(line))] : undefined;
}

/** All of them, as parts of a form. */
export const TRUTH_WORDS = [...new Set(TRUTHS.flat())].sort((one, other) => other.length - one.length).join('|');
