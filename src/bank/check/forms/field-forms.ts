// What can be wrong with the fields of questions and manifests: the shapes and kinds of core, compile.ts, manifest.ts and gather.ts find it.
import { type Described, optionLines } from '../rule.ts';

export const fieldForms: readonly Described[] = [
  {
    code: 'unknown-field',
    severity: 'error',
    explain: {
      title: 'there is no such field',
      why: 'A name that is misspelt would be read over in silence, and what stands under it lost.',
      shows: 'question',
      bad: ['explanation: It reads the files.'],
      good: ['why: It reads the files and writes down what columns they have.'],
    },
  },
  {
    code: 'missing-field',
    severity: 'error',
    explain: {
      title: 'a field is missing',
      why: 'A question needs an id, a type, a topic, a stem, its parts and an answer.',
      shows: 'file',
      bad: [
        'questions:',
        '  - id: columns',
        '    type: single',
        '    topics: [topic]',
        '    stem: Which service lists the columns?',
        '    answer: a',
      ],
      good: [
        'questions:',
        '  - id: columns',
        '    type: single',
        '    topics: [topic]',
        '    stem: Which service lists the columns?',
        '    options: [{ id: a, text: A crawler }, { id: b, text: A trigger }]',
        '    answer: a',
      ],
    },
  },
  {
    code: 'wrong-kind',
    severity: 'error',
    explain: {
      title: 'a text, a list or fields stand where another is wanted',
      why: 'A list starts with "-" or "[", fields have names and colons, and everything else is a text.',
      shows: 'question',
      bad: ['stem: [Which service lists the columns of these files?]'],
      good: ['stem: Which service lists the columns of these files?'],
    },
  },
  {
    code: 'empty-text',
    severity: 'error',
    explain: {
      title: 'a text is empty',
      why: 'A field that is there says something, or it is not there.',
      shows: 'question',
      bad: ['stem: ""'],
      good: ['stem: Which service lists the columns of these files?'],
    },
  },
  {
    code: 'too-long',
    severity: 'error',
    explain: {
      title: 'a text is longer than a screen can use',
      why: 'Stems may have 10,000 characters, options 2,000, explanations 20,000.',
      shows: 'words',
      bad: ['A stem with a whole chapter in it.'],
      good: ['The chapter under cases:, or as notes; a stem that asks.'],
    },
  },
  {
    code: 'wrong-form',
    severity: 'error',
    explain: {
      title: 'a value is written in another way than it has to be',
      why: 'Ids are used in commands, files and addresses, so they have Latin letters, digits, ".", "_" and "-".',
      shows: 'question',
      bad: ['id: my question'],
      good: ['id: my-question'],
    },
  },
  {
    code: 'wrong-number',
    severity: 'error',
    explain: {
      title: 'this is not a number that fits',
      why: 'Counts are whole numbers within limits; weights and marks are numbers with a point for decimals.',
      shows: 'manifest',
      bad: ['exams:', '  - { id: mock, title: Mock, questions: many, minutes: 30, pass: 70 }'],
      good: ['exams:', '  - { id: mock, title: Mock, questions: 20, minutes: 30, pass: 70 }'],
    },
  },
  {
    code: 'wrong-count',
    severity: 'error',
    explain: {
      title: 'a list has too few or too many entries',
      why: 'A question has at least one topic, and 2 to 26 options.',
      shows: 'question',
      bad: ['topics: []'],
      good: ['topics: [topic]'],
    },
  },
  {
    code: 'unknown-word',
    severity: 'error',
    explain: {
      title: 'one of a few words is wanted',
      why: 'The types are single, multiple, ordering, matching and cloze; the levels recall, understand, apply and analyse.',
      shows: 'question',
      bad: ['type: sngle'],
      good: ['type: single'],
    },
  },
  {
    code: 'duplicate-option',
    severity: 'error',
    explain: {
      title: 'two options have one id',
      why: 'The answer names options by their ids, so each needs its own. Upper and lower case are the same.',
      shows: 'question',
      bad: ['options:', '  - { id: a, text: The crawler run }', '  - { id: a, text: The daily trigger }', 'answer: a'],
      good: optionLines('a', 'The crawler run', 'The daily trigger'),
    },
  },
  {
    code: 'key-invalid',
    severity: 'error',
    explain: {
      title: 'the answer does not fit the parts',
      why: 'The answer names ids of the options: one, some, all in order, or pairs, as the type wants it.',
      shows: 'question',
      bad: optionLines('c', 'The crawler run', 'The daily trigger'),
      good: optionLines('a', 'The crawler run', 'The daily trigger'),
    },
  },
  {
    code: 'unknown-topic',
    severity: 'error',
    explain: {
      title: 'the topic is not in bank.yaml',
      why: 'Results are told by topic. One that is misspelt would be a topic of its own.',
      shows: 'question',
      bad: ['topics: [topci]'],
      good: ['topics: [topic]'],
    },
  },
  {
    code: 'unknown-case',
    severity: 'error',
    explain: {
      title: 'there is no such case text',
      why: 'A question under a case shows its text above the stem, so the text has to be there, under cases: in the file or in bank.yaml.',
      shows: 'question',
      bad: ['case: laek'],
      good: ['case: lake'],
    },
  },
  {
    code: 'duplicate-id',
    severity: 'error',
    explain: {
      title: 'two questions or two exams have one id',
      why: "The learner's history goes by the id, so each question needs its own, and so does each exam of bank.yaml. Upper and lower case are the same.",
      shows: 'questions',
      bad: ['- id: columns', '- id: Columns', '  stem: The crawler has come to an end. Where are the columns kept?'],
      good: [
        '- id: columns',
        '- id: columns-kept',
        '  stem: The crawler has come to an end. Where are the columns kept?',
      ],
    },
  },
];
