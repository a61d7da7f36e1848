// What holds questions and no text is refused with what to do instead.
import { expect, test } from 'vitest';
import { decode } from '../../../src/interop/reading/source.ts';

function told(file: string, head: string): string {
  const read = decode(file, Buffer.from(head, 'latin1'));
  return 'code' in read ? `${read.code}: ${read.message}` : 'read';
}

test.each([
  ['a.png', '\x89PNG\r\n\x1a\n\0\0', 'a picture', 'OCR'],
  ['scan.jpeg', '\xff\xd8\xff\xe0\0\x10JFIF', 'a picture', 'OCR'],
  ['questions.txt', 'GIF89a\x01\0', 'a picture', 'OCR'], // the name is not asked where the bytes tell
  ['a.webp', 'RIFF\0\0\0\0WEBP', 'a picture', 'OCR'],
  ['a.pdf', '%PDF-1.4\n1 0 obj\n', 'a PDF', 'copy its text'],
  ['a.docx', 'PK\x03\x04\0\0', 'a document', '.txt, .md'],
  ['a.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a document', '.txt, .md'],
  ['a.rtf', '{\\rtf1\\ansi A) x}', 'a document', '.txt, .md'],
  ['a.xlsx', 'PK\x03\x04\0\0', 'a spreadsheet', 'CSV'],
  ['a.xls', '\xd0\xcf\x11\xe0\0\0', 'a spreadsheet', 'CSV'],
  ['a.pptx', 'PK\x03\x04\0\0', 'a presentation', '.txt, .md'],
  ['a.apkg', 'PK\x03\x04\0\0', 'a package of Anki', 'Notes in Plain Text'],
  ['a.csv.gz', '\x1f\x8b\x08\0', 'a packed file', 'unpack it'],
])('%s that begins with %j is %s', (file, head, what, advice) => {
  expect(told(file, head)).toMatch(new RegExp(`^not-text: this is ${what}.*, and questions are read from text: `));
  expect(told(file, head)).toContain(advice);
});

test.each([
  ['a zip, which may be a package of QTI', 'a.zip', 'PK\x03\x04\0\0'],
  ['a table in text under the name of a spreadsheet', 'a.xls', 'question\tA\tB\n'],
  ['the same in UTF-16', 'a.xls', '\xff\xfeq\0\t\0'],
  ['a text under any other name', 'a.key', 'Is it so? {T}\n'],
])('%s is read', (_, file, head) => {
  expect(told(file, head)).toBe('read');
});
