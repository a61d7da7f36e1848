// Files that hold questions for the eye, or for another program, and no text that could be read: what to do with each instead.

interface Sort {
  /** As in "this is …". */
  readonly what: string;
  readonly advice: string;
  /** Any of them tells it: how the file begins, or an ending of its name where others begin so too. */
  readonly marks?: readonly string[];
  readonly endings?: RegExp;
}

const SAVE_AS_TEXT = 'save it as plain text or Markdown (.txt, .md) where it was written, and import that';

const SORTS: readonly Sort[] = [
  {
    what: 'a picture',
    advice: 'type what it asks, or have a program for pictures of text (OCR) write it down, and import that text',
    marks: ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'],
    endings: /\.(webp|heic|avif|bmp)$/i,
  },
  {
    what: 'a PDF',
    advice:
      'copy its text into a file (.txt, .md) and import that; one of scanned pages takes a program for pictures of text (OCR) first',
    marks: ['%PDF-'],
  },
  { what: 'a spreadsheet', advice: 'save the sheet as CSV, and import that', endings: /\.(xlsx?|ods|numbers)$/i },
  {
    what: 'a package of Anki',
    advice: 'export "Notes in Plain Text" from Anki, and import that',
    endings: /\.(apkg|colpkg)$/i,
  },
  { what: 'a presentation', advice: SAVE_AS_TEXT, endings: /\.(pptx?|odp|key)$/i },
  {
    what: 'a document of a word processor',
    advice: SAVE_AS_TEXT,
    marks: ['{\\rtf', '\xd0\xcf\x11\xe0'],
    endings: /\.(docx?|odt|rtf|pages|epub)$/i,
  },
  { what: 'a packed file', advice: 'unpack it, and import what is in it', marks: ['\x1f\x8b', '7z\xbc\xaf', 'Rar!'] },
];

const LONGEST_MARK = 5;
const ZIP = 'PK';
/** Byte order marks of UTF-16, whose every second byte may be zero: programs for tables write such texts as .xls. */
const UTF16 = ['\xff\xfe', '\xfe\xff'];

/** What a file is that no format reads, and what to do; undefined for all else. An ending alone tells nothing of a text. */
export function otherSort(file: string, bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, LONGEST_MARK));
  const isUtf16 = UTF16.some((mark) => head.startsWith(mark));
  const isText = isUtf16 || (!head.startsWith(ZIP) && !bytes.subarray(0, 1000).includes(0));
  const sort =
    SORTS.find(({ endings }) => !isText && endings?.test(file)) ??
    SORTS.find(({ marks }) => marks?.some((mark) => head.startsWith(mark)));
  return sort && `this is ${sort.what}, and questions are read from text: ${sort.advice}`;
}
