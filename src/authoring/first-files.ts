// The text of the files that a new bank begins with.
import { schemaLines } from '../bank/schema.ts';
import { questionText, scalarText } from '../bank/yaml/write.ts';
import { type ItemType, itemTypes } from '../core/items/kinds/index.ts';
import type { ExampleQuestion } from './examples.ts';
import { mockSizeLines } from './first-mock.ts';
import type { Outline, Proposed } from './outline.ts';

export interface Beginning {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly outline: Outline;
  /** How many questions it begins with. */
  readonly questions: number;
}

/** Percent right: a round mark that stands for the one its author will put there, and no guess at what an exam asks. */
const EXAMPLE_PASS = 70;

/** bank.yaml: topics from the headings and a mock exam, with a word on each field for who has never seen one. */
export function manifestText({ id, title, notes, questions, outline: { topics, further, beyond } }: Beginning): string {
  const entry = (mark: string) => (topic: Proposed) => `  ${mark}${topic.id}: ${scalarText(topic.title)}`;
  const lines = [
    schemaLines('manifest').trimEnd(),
    '# What this bank is. Every field is explained by quiz in docs/authoring.md, and by your editor as you type.',
    `id: ${scalarText(id)} # stays: your records go by it`,
    `title: ${scalarText(title)}`,
    ...notesLines(notes),
    '',
    ...(topics.length > 0
      ? [
          '# From the headings of the notes. The id is yours to choose while no question uses it; "/" makes a child of its parent.',
          'topics:',
          ...topics.map(entry('')),
          ...(further.length > 0 ? ['  # Further headings; take away the # from those you want:'] : []),
          ...further.map(entry('# ')),
          ...(beyond > 0 ? [`  # … and ${beyond} more, which quiz check --coverage lists`] : []),
          '',
        ]
      : []),
    'exams: # the first is the default of quiz exam',
    '  - id: mock',
    `    title: ${scalarText(`${title}: mock exam`)}`,
    ...mockSizeLines(questions),
    `    pass: ${EXAMPLE_PASS} # percent right`,
  ];
  return `${lines.join('\n')}\n`;
}

function notesLines(files: readonly string[]): string[] {
  const names = files.map((file) => scalarText(file));
  return names.length === 1 ? [`notes: ${names[0]}`] : ['notes:', ...names.map((name) => `  - ${name}`)];
}

const FORMS: Readonly<Record<ItemType, string>> = {
  single: 'One option is right. Give each a "why": it is shown once the question is answered.',
  multiple: 'Several options are right; the stem says how many.',
  ordering: 'Steps to be put in order; "answer" has their ids in the right one.',
  matching: 'Pairs; "answer" says which left belongs to which right.',
  cloze: 'A gap, ____, to be filled; "answer" has all texts that are right, or a number: { number: 24, unit: hours }.',
};

/** The example questions, each under a word on its form. */
export function examplesText(examples: readonly ExampleQuestion[]): string {
  const parts = itemTypes.flatMap((type) => {
    const example = examples.find((written) => written.type === type);
    return example ? [`  # ${FORMS[type]}\n${questionText(example)}`] : [];
  });
  return `${schemaLines('questions')}# Examples, made from your notes to show each type: replace them by questions that need understanding.
questions:
${parts.join('\n')}`;
}

/** What somebody without notes begins with. */
export const FIRST_NOTES = `# My notes

Replace this by your own notes. Each heading can become a topic; each sentence can be quoted by a question.

## Reading a heading

- A heading starts with one or more # signs.
- Fewer signs make a higher rank: ## stands above ###.
- A section ends at the next heading of the same or a higher rank.

## Writing a list

1. Begin each line with a dash or a number.
2. Put one fact on each line.
3. Indent a line by four blanks to set it below another.

## Words to know

- Stem: the text of a question
- Key: the option that is right
- Distractor: an option that is wrong and tempting
- Quote: the passage of the notes that proves the key
`;
