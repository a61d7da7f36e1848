import { limits } from '../core/limits.ts';
import { type Block, line } from '../core/text/styled.ts';
import { megabytes } from '../core/text/wording.ts';
import { type TermRow, titledRows } from './rows.ts';

const bank: readonly TermRow[] = [
  ['a file', `${megabytes(limits.fileBytes)}, ${grouped(limits.questionsInFile)} questions`],
  ['a line of it', `${grouped(limits.lineLength)} characters`],
  ['a text in it', `${grouped(limits.textLength)} characters`],
  [
    'YAML',
    `${grouped(limits.yamlWeight)} marks and texts a file, of which a bracket counts seven times, ${limits.depth} levels, ${limits.keys} fields in one place`,
  ],
  ['a question', `${limits.options} options`],
  [
    'mistakes',
    `reading stops after ${limits.yamlMistakes} in a file, and ${limits.problemsShown} are told, each in ${grouped(limits.message)} characters`,
  ],
  ['notes', `${grouped(limits.notesLength)} characters and ${grouped(limits.notesLines)} lines a file`],
  [
    'quotes',
    `${grouped(limits.quoteSteps)} steps a file to find them, and ${grouped(limits.likenessSteps)} to find what is closest to the lost ones`,
  ],
];

const imported: readonly TermRow[] = [
  ['a file', `${megabytes(limits.importBytes)}, ${grouped(limits.importLines)} lines`],
  ['records', `${grouped(limits.importRecords)} a file`],
  [
    'refusals',
    `reading stops after ${grouped(limits.importRefused)}, or ${megabytes(limits.importRefusedLength)} of refused text; in Markdown after ${grouped(limits.importIdleLines)} lines without a question`,
  ],
  [
    'a record',
    `${grouped(limits.importRecordLength)} characters, ${limits.importFields} cells, fields or parts of an answer`,
  ],
  ['YAML, JSON', `${grouped(limits.importYamlTokens)} and ${grouped(limits.importJsonMarks)} marks and texts a file`],
  ['JSON, XML', `${limits.importDepth} levels`],
  ['XML', `${grouped(limits.importElements)} elements a question, ${grouped(limits.manifestElements)} a manifest`],
  [
    'a zip',
    `${grouped(limits.zipEntries)} entries, ${megabytes(limits.zipBytes)} unpacked, ${megabytes(limits.importBytes)} of it to be read, packed ${limits.zipRatio} times at most`,
  ],
];

const records: readonly TermRow[] = [
  ['a session', megabytes(limits.recordBytes)],
  ['a report', `${limits.challenge} characters on what is wrong with a question`],
  [
    'damaged lines',
    `reading stops after ${grouped(limits.recordBadLines)} in a session, and ${limits.problemsShown} are told`,
  ],
];

/** The page on limits. */
export function limitsPage(): Block[] {
  return [
    ...titledRows('Limits of a bank', bank),
    ...titledRows('Limits of quiz import', imported),
    ...titledRows('Limits of your records', records),
    line('What is larger is refused, and named. Split it: a bank, and an import, may have any number of files.'),
  ];
}

/** "50,000". */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
