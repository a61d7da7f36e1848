// The fields of a question in JSON or YAML by any of their usual names.
import { isRecord } from '../../core/shapes/checks.ts';

export type Data = Readonly<Record<string, unknown>>;

/** Names in lines of several, parted by spaces. */
function named(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

/** Whether a name ends with one of these words. */
export function endingWith(...lines: readonly string[]): RegExp {
  return new RegExp(`(?:${named(...lines).join('|')})$`);
}

/** What fields end with that say where a question is from or how it is used. */
export const AROUND = named(
  'id uuid guid number date url link author source created updated license lang language version year grade',
  'image picture media title name status difficulty level section chapter module unit set split dataset',
);

/** Names of fields, in English and in languages whose banks name them so; written as `plainName` gives them. */
export const FIELDS = {
  question: named(
    'question questiontext questionstem stem prompt query text front title q questionname questiontitle frage',
    'fragetext pregunta enunciado domanda pergunta questao questão énoncé enonce vraag вопрос питання',
    'запитання pytanie otázka otazka kérdés kerdes soru pertanyaan soal câuhỏi cauhoi 题目 题干 題目 问题 問題 問題文',
    '設問 문제 질문 السؤال سؤال سوال שאלה प्रश्न ctx term',
  ),
  options: named(
    'options choices alternatives answeroptions possibleanswers answerchoices optionlist opts endings',
    'antwortmöglichkeiten antwortmoeglichkeiten optionen antworten propositions choix réponses reponses',
    'opciones alternativas respuestas opções opcoes respostas opzioni risposte opties antwoorden варианты',
    'вариантыответов варіанти odpowiedzi odpovědi odpovedi seçenekler secenekler şıklar pilihan 选项 選項 选择',
    '選択肢 보기 선택지 الخيارات אפשרויות विकल्प answers',
  ),
  index: named(
    'answerindex answeridx correctindex correctidx correctanswerindex correctanswerindexes',
    'correctanswerindices correctoptionindex correctoptionindexes correctoptionindices correctchoiceindex',
    'correctoptionid correctoptionids correctindices correctindexes answerindices rightindex',
  ),
  answer: named(
    'answer correctanswer correctanswers correct key keys correctoption correctoptions answerkey',
    'rightanswer rightanswers rightoption correctchoice correctchoices correctans ans answerletter',
    'correctletter antwort richtigeantwort richtigeantworten richtig réponse reponse bonneréponse',
    'bonnereponse réponsecorrecte respuesta respuestacorrecta respuestascorrectas correcta resposta',
    'respostacorreta correta gabarito alternativacorreta opcaocorreta risposta rispostacorretta corretta',
    'antwoord juisteantwoord ответ правильныйответ правильныеответы відповідь правильнавідповідь',
    'odpowiedź poprawnaodpowiedź poprawna správnáodpověď spravnaodpoved helyesválasz doğrucevap',
    'dogrucevap cevap jawaban jawabanbenar kuncijawaban đápán dapan đápánđúng dapandung 答案 正确答案 正確答案 正解',
    '解答 答え 정답 답 الإجابة الإجابةالصحيحة תשובה תשובהנכונה उत्तर solution back definition answers',
  ),
  /** The back of a card: the answer where no other field is one, else more about it. */
  back: named('back definition'),
  /** Names that data sets give the answer, and that may mean anything else: read where no other field is one. */
  target: named('gold goldanswer cop label target'),
  /** Spellings of an answer to be typed. */
  accepted: named('acceptedanswers acceptableanswers accept accepted aliases synonyms acceptedspellings'),
  wrong: named('incorrectanswers wronganswers distractors incorrect incorrectoptions wrongoptions'),
  why: named(
    'explanation explanations help why rationale feedback reason justification exp explain',
    'answerexplanation generalfeedback support erklärung erklaerung begründung begruendung explication',
    'explicación explicacion justificación justificacion explicação explicacao justificativa comentario',
    'comentário spiegazione uitleg пояснение объяснение пояснення wyjaśnienie uzasadnienie vysvětlení',
    'magyarázat açıklama aciklama penjelasan pembahasan giảithích giaithich 解析 解释 解釋 解説 説明 해설 설명 الشرح',
    'הסבר',
  ),
  topics: named('topics topic category tags tag subject domain topicname subjectname categoryname'),
  type: named('type questiontype kind choicetype'),
  /** What has to be read before the question can be answered. */
  context: named(
    'context passage article paragraph premise casestudy scenario background reading code codesnippet',
    'snippet',
  ),
};

export const OPTION_FIELDS = {
  text: named(
    'text answer option choice content answertext optiontext choicetext body value texto texte testo',
    'tekst 内容 文本 текст label title name description',
  ),
  isKey: named(
    'correct iscorrect right isright isanswer iskey istrue iscorrectanswer iscorrectoption isvalid valid',
    'richtig istrichtig korrekt correcta escorrecta correta ecorreta corretta estcorrecte juste verdadera',
    'правильный верный 正确 是否正确',
  ),
  /** A share of the points, in percent or as a part of one. */
  weight: named('answerweight weight fraction'),
  why: FIELDS.why,
  label: named('id label letter key optionkey optionid optionletter identifier letra buchstabe value'),
};

/** A field's name without its case and the signs between words. */
export function plainName(name: string): string {
  if (/^[a-z0-9]*$/.test(name)) return name;
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** What is the answer whatever else there is. */
export const OWN_ANSWER = FIELDS.answer.filter((name) => !FIELDS.back.includes(name));

/** Names of a question that may be those of anything else. */
const ANYTHING = ['text', 'title', 'front', 'term'];
const QUESTION_NAMES: ReadonlySet<string> = new Set(FIELDS.question.filter((name) => !ANYTHING.includes(name)));
const ANSWER_NAMES: ReadonlySet<string> = new Set([
  ...FIELDS.options,
  ...FIELDS.answer,
  ...FIELDS.index,
  ...FIELDS.wrong,
]);

/** Whether a field of this name is a question, whatever stands beside it. */
export function namesQuestion(name: string): boolean {
  return QUESTION_NAMES.has(plainName(name));
}

/** Whether fields with these names are a question: a title or a text alone may be anything, above all beside a list. */
export function asksByNames(names: readonly string[], hasList: boolean): boolean {
  if (names.some(namesQuestion)) return true;
  const plain = names.map(plainName);
  return !hasList && plain.some((name) => ANYTHING.includes(name)) && plain.some((name) => ANSWER_NAMES.has(name));
}

/** Fields by any of their names, whatever the case and the signs between words. */
export function pick(value: Data, names: readonly string[]): unknown {
  const fields = new Map(Object.entries(value).map(([name, inner]) => [plainName(name), inner]));
  const name = names.find((candidate) => fields.get(candidate) !== undefined && fields.get(candidate) !== null);
  return name === undefined ? undefined : fields.get(name);
}

/** A value as a text; empty where it is none. */
export function scalar(value: unknown): string {
  if (isRecord(value)) return scalar(pick(value, OPTION_FIELDS.text));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A value, or each of a list, as a text. */
export function scalars(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(scalar) : [scalar(value)];
}
