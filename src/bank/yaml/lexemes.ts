// The marks and texts of YAML, in their order and with their places: what can be known of a file of any size at once, since nothing is kept.
import { CST, Lexer } from 'yaml';

export interface Lexeme {
  readonly lexeme: string;
  readonly offset: number;
  /** Whether it is the text of a scalar, with its quotes. */
  readonly isText: boolean;
  /** Where its line starts. */
  readonly line: number;
  /** How far in it stands, where it is the first of its line and no part of a text or of brackets that began before. */
  readonly indent?: number;
}

/** The lexemes of the text. Some marks of the lexer stand for something that is not in it. */
export function* lexemesOf(source: string): Iterable<Lexeme> {
  let [offset, line, brackets] = [0, 0, 0];
  let [isText, isEmpty] = [false, true];
  for (const lexeme of new Lexer().lex(source)) {
    const wasText = isText;
    isText = !wasText && lexeme === CST.SCALAR;
    if (isText || (!wasText && lexeme === CST.DOCUMENT)) continue;
    if (!wasText && lexeme === CST.FLOW_END) {
      brackets = 0;
      continue;
    }
    const isBlank = /^[\s#]/.test(lexeme) || lexeme.endsWith('\n'); // the text of a block ends its line, and no other text does
    const isFirst = isEmpty && brackets === 0 && !isBlank;
    const found = { lexeme, offset, isText: wasText || /^["']/.test(lexeme), line };
    yield isFirst ? { ...found, indent: offset - line } : found;
    offset += lexeme.length;
    if (lexeme === '[' || lexeme === '{') brackets += 1;
    else if (lexeme === ']' || lexeme === '}') brackets = Math.max(0, brackets - 1);
    if (lexeme.endsWith('\n')) [line, isEmpty] = [offset, true];
    else if (!isBlank) isEmpty = false;
  }
}
