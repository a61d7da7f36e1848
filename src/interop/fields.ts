// The fields of a question in JSON or YAML by any of their usual names.

export type Data = Readonly<Record<string, unknown>>;

export const FIELDS = {
  question: ['question', 'questiontext', 'stem', 'prompt', 'text', 'title', 'q'],
  options: ['options', 'choices', 'alternatives', 'answeroptions', 'possibleanswers', 'answers'],
  index: [
    'answerindex',
    'correctindex',
    'correctanswerindex',
    'correctoptionindex',
    'correctchoiceindex',
    'correctoptionid',
    'correctindices',
  ],
  answer: [
    'answer',
    'correctanswer',
    'correctanswers',
    'correct',
    'key',
    'keys',
    'solution',
    'correctoption',
    'correctoptions',
    'answerkey',
    'rightanswer',
    'correctchoice',
    'answers',
  ],
  wrong: ['incorrectanswers', 'wronganswers', 'distractors', 'incorrect'],
  why: ['explanation', 'why', 'rationale', 'feedback', 'reason', 'justification'],
  topics: ['topics', 'topic', 'category', 'tags', 'subject', 'domain'],
  type: ['type', 'questiontype', 'kind'],
} as const;

export const OPTION_FIELDS = {
  text: ['text', 'answer', 'option', 'choice', 'content', 'value', 'label', 'answertext', 'title'],
  isKey: ['correct', 'iscorrect', 'right', 'isright', 'isanswer', 'iskey', 'istrue'],
  why: FIELDS.why,
  label: ['id', 'label', 'letter', 'key'],
} as const;

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field's name without its case and the signs between words. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether fields with these names are a question: a title or a text alone may be anything, above all beside a list. */
export function asksByNames(names: readonly string[], hasList: boolean): boolean {
  const plain = names.map(plainName);
  if (plain.some((name) => ['question', 'questiontext', 'stem', 'prompt', 'q'].includes(name))) return true;
  const known: readonly string[] = [...FIELDS.options, ...FIELDS.answer, ...FIELDS.index, ...FIELDS.wrong];
  return (
    !hasList && plain.some((name) => name === 'text' || name === 'title') && plain.some((name) => known.includes(name))
  );
}

/** Fields by any of their names, whatever the case and the signs between words. */
export function pick(value: Data, names: readonly string[]): unknown {
  const fields = new Map(Object.entries(value).map(([name, inner]) => [plainName(name), inner]));
  const name = names.find((candidate) => fields.get(candidate) !== undefined && fields.get(candidate) !== null);
  return name === undefined ? undefined : fields.get(name);
}

export function scalar(value: unknown): string {
  if (isData(value)) return scalar(pick(value, OPTION_FIELDS.text));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function scalars(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(scalar) : [scalar(value)];
}
