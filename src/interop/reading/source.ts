// Bytes to text: UTF-8, UTF-16 with its mark, or what the first line of an XML file says. Anything else is named, never guessed.
import { firstBadPlace } from '../../core/text/utf8.ts';
import type { Refused, Source } from '../format.ts';
import { tooManyLines } from './bounds.ts';
import { otherSort } from './other-files.ts';

/** So many bytes tell what a file is. */
const HEAD = 200;
const UTF8_MARK = '\xef\xbb\xbf';
/** How a zip begins, and an empty one. */
const ZIP_MARKS = ['PK\x03\x04', 'PK\x05\x06'];

/** A text is not kept twice. */
const NOTHING = new Uint8Array();

/** The source of a file, or why its bytes are no text. */
export function decode(file: string, bytes: Uint8Array): Source | Refused {
  const other = otherSort(file, bytes);
  if (other !== undefined) return { at: { file, line: 1 }, code: 'not-text', message: other };
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  if (ZIP_MARKS.some((mark) => head.startsWith(mark))) return { file, bytes, text: '' };
  const encoding = head.startsWith('\xff\xfe') ? 'utf-16le' : head.startsWith('\xfe\xff') ? 'utf-16be' : 'utf-8';
  const missing = encoding === 'utf-8' ? withoutMark(head) : undefined;
  if (missing) return { at: { file, line: 1 }, code: 'not-utf8', message: missing };
  const decoded = textAs(encoding, bytes) ?? (encoding === 'utf-8' ? asDeclared(head, bytes) : undefined);
  if (decoded === undefined) return notText(file, bytes, encoding);
  const text = decoded.replace(LINE_ENDS, '\n');
  return tooManyLines(file, text) ?? { file, bytes: NOTHING, text };
}

function textAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of an XML file that is no UTF-8 and names another encoding. */
function asDeclared(head: string, bytes: Uint8Array): string | undefined {
  const [, name] = /^\s*<\?xml\s[^<>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(head) ?? [];
  return name === undefined || /^utf-?(8|16)/i.test(name) ? undefined : textAs(name, bytes);
}

/** CRLF, CR, NEL and the separators of Unicode become line feeds; so do form feeds and vertical tabs. */
const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029\v\f]/g;

/** UTF-16 without its mark is every second byte zero: said by name, since no editor shows the difference. */
function withoutMark(head: string): string | undefined {
  const zeros = head.split('\0').length - 1;
  if (zeros === 0 || head.startsWith(UTF8_MARK)) return undefined;
  return zeros >= head.length / 3
    ? 'this looks like UTF-16 without a byte order mark: save it as UTF-8'
    : 'this is no text: it holds zero bytes';
}

const IS_TABLE = /\.(?:csv|tsv|tab)$/i;

function notText(file: string, bytes: Uint8Array, encoding: string): Refused {
  if (encoding !== 'utf-8')
    return {
      at: { file, line: 1 },
      code: 'not-utf16',
      message: `this is not whole ${encoding} text: save it as UTF-8`,
    };
  const { line, byte } = firstBadPlace(bytes);
  const message = `byte 0x${byte} is not UTF-8 (perhaps Windows-1252, Latin-1 or another 8-bit encoding): save it as UTF-8${IS_TABLE.test(file) ? ', which Excel calls "CSV UTF-8"' : ''}`;
  return { at: { file, line }, code: 'not-utf8', message };
}
