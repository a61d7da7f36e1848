// What can be wrong with a file before anything in it is a question: core/limits.ts, read.ts, files.ts, doubtful-texts.ts and no-questions.ts find it.
import type { Described } from '../rule.ts';

/** A file with one question that has this explanation, as it stands in YAML. */
function fileWithWhy(why: string): string[] {
  return [
    'questions:',
    '  - id: columns',
    '    type: cloze',
    '    topics: [topic]',
    '    stem: The columns of new files are listed by the ____ run.',
    '    answer: crawler',
    `    why: ${why}`,
    '    quotes: [{ section: Crawlers, text: A crawler run lists the columns of new files }]',
  ];
}

export const textForms: readonly Described[] = [
  {
    code: 'yaml-syntax',
    severity: 'error',
    explain: {
      title: 'the file is no YAML',
      why: 'Indentation, colons and quotes are the grammar of YAML. Where they break, the question cannot be read; those around it are.',
      shows: 'file',
      bad: ['questions:', '  - id: columns', '   type: single'],
      good: ['questions: [] # each question starts with "- id:", its fields stand under "id"'],
    },
  },
  {
    code: 'empty-file',
    severity: 'error',
    explain: {
      title: 'there is nothing in the file',
      why: 'A question file starts with "questions:", also while there are none.',
      shows: 'file',
      bad: ['# questions will come here'],
      good: ['questions: [] # they will come here'],
    },
  },
  {
    code: 'cut-by-comment',
    severity: 'warning',
    explain: {
      title: 'a # ends the text',
      why: 'In YAML a # behind a blank begins a comment, so that the rest of the line is lost. A remark has a blank behind its #; a text with a # stands in quotes.',
      shows: 'file',
      bad: fileWithWhy('The run lists the columns of all the files, as page #1 says.'),
      good: fileWithWhy('"The run lists the columns of all the files, as page #1 says."'),
    },
  },
  {
    code: 'typographic-quotes',
    severity: 'warning',
    explain: {
      title: 'an answer stands in typographic quotation marks',
      why: 'Only " and \' are quotes of YAML. Other marks belong to the text, and whoever types the answer without them is told that it is wrong.',
      shows: 'question',
      bad: ['type: cloze', 'stem: The columns of new files are listed by the ____ run.', 'answer: “crawler”'],
      good: ['type: cloze', 'stem: The columns of new files are listed by the ____ run.', 'answer: "crawler"'],
    },
  },
  {
    code: 'questions-below',
    severity: 'warning',
    explain: {
      title: 'a file with questions lies where it is not read',
      why: 'Notes may lie in folders below the bank; question files stand beside bank.yaml, where other programs and people look for them too.',
      shows: 'words',
      bad: ['tea/more/leaf.yaml'],
      good: ['tea/leaf.yaml'],
    },
  },
  {
    code: 'second-document',
    severity: 'error',
    explain: {
      title: 'a second document starts in the file',
      why: 'One file is one document: "---" on a line of its own starts another, which would be lost.',
      shows: 'file',
      bad: ['questions: []', '---', 'questions: []'],
      good: ['questions: []'],
    },
  },
  {
    code: 'alias',
    severity: 'error',
    explain: {
      title: 'an anchor or an alias',
      why: 'What stands somewhere else cannot be read in its place. Texts that several questions share belong under cases:.',
      shows: 'file',
      bad: ['questions: []', 'cases: { lake: &lake A retailer has a lake., shop: *lake }'],
      good: ['questions: []', 'cases: { lake: A retailer has a lake. }'],
    },
  },
  {
    code: 'tag',
    severity: 'error',
    explain: {
      title: 'a tag',
      why: 'Everything is read as text, as it is written. A tag would change what it is.',
      shows: 'file',
      bad: ['questions: []', 'cases: { lake: !!int 5 }'],
      good: ['questions: []', 'cases: { lake: 5 }'],
    },
  },
  {
    code: 'bad-key',
    severity: 'error',
    explain: {
      title: 'this cannot be the name of a field',
      why: 'Names that have a meaning for programs ("<<", "__proto__") are not taken.',
      shows: 'file',
      bad: ['questions: []', 'cases: { "<<": A retailer has a lake. }'],
      good: ['questions: []', 'cases: { lake: A retailer has a lake. }'],
    },
  },
  {
    code: 'duplicate-key',
    severity: 'error',
    explain: {
      title: 'a field stands twice',
      why: 'Only one of the two could count, and nobody sees which.',
      shows: 'file',
      bad: ['questions: []', 'cases: { lake: One text., lake: Another text. }'],
      good: ['questions: []', 'cases: { lake: One text., shop: Another text. }'],
    },
  },
  {
    code: 'unsafe-character',
    severity: 'error',
    explain: {
      title: 'a text holds a character that could drive a terminal',
      why: 'Control characters can clear a screen, and reversed text looks like another. They come with pasted text.',
      shows: 'question',
      bad: ['stem: "Which of these services lists the columns \\e[1mof these files?"'],
      good: ['stem: "Which of these services lists the columns of these files?"'],
    },
  },
  {
    code: 'too-deep',
    severity: 'error',
    explain: {
      title: 'fields are nested too deeply',
      why: 'A question needs four levels. What is nested deeper is a slip of the indentation, or meant to bring the reader down.',
      shows: 'words',
      bad: ['More than 32 levels of lists and fields inside each other.'],
      good: ['A question as docs/authoring.md shows it.'],
    },
  },
  {
    code: 'too-large',
    severity: 'error',
    explain: {
      title: 'a file, a line or a list is too large',
      why: 'A bank is opened at every start, so nothing in it may take seconds to read.',
      shows: 'words',
      bad: ['One file with 6,000 questions.'],
      good: ['The same questions in several files of the folder.'],
    },
  },
  {
    code: 'unreadable-file',
    severity: 'error',
    explain: {
      title: 'the file cannot be read',
      why: 'It is not there, is no regular file, is larger than 5 MB, or its permissions forbid it.',
      shows: 'words',
      bad: ['A link whose target was deleted.'],
      good: ['A file beside bank.yaml that you can open.'],
    },
  },
  {
    code: 'not-utf8',
    severity: 'error',
    explain: {
      title: 'the file is not UTF-8',
      why: 'Other encodings turn letters into other letters, so that quotes are not found.',
      shows: 'words',
      bad: ['A file saved as "Windows-1252", "Latin 1" or "Unicode (UTF-16)".'],
      good: ['The same file saved as "UTF-8".'],
    },
  },
];
