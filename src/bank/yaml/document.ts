// YAML text to the nodes of the parser, one mark at a time, so that a bad file is left before it has cost anything: the parser by
// itself collects every mistake of a file, each with its stack (gigabytes), and goes down any nest.
import { Composer, type Document, Lexer, type LineCounter, type Node, Parser } from 'yaml';
import { limits } from '../../core/limits.ts';
import { failsafe } from './failsafe.ts';
import { GRAMMAR_HINT } from './slips.ts';

/** Takes down what is wrong at an offset of the text. May throw, to have no more of it. */
export type Add = (code: string, offset: number, message: string, hint: string) => void;

/** What may still be read, in the weights of tokens; below zero when there was more. */
export interface Budget {
  weight: number;
}

/**
 * What a token takes in the parser's memory, by one that only adds a text or a blank to what is there: about 200 bytes. A bracket
 * or a dash opens a collection, which is many times that.
 */
const WEIGHTS: ReadonlyMap<string, number> = new Map(
  Object.entries({ '[': 7, '{': 7, '?': 4, '-': 4, ':': 4, ',': 3 }),
);

type Token = Parameters<Composer['next']>[0];

/** What stands in the one document of a text, everything as it is written (the failsafe schema); null where it is empty. */
export function contentsOf(source: string, lines: LineCounter, add: Add, budget: Budget): Node | null {
  return documentOf(source, lines, add, budget)?.contents ?? null;
}

/** The document itself; undefined where there is none. */
export function documentOf(source: string, lines: LineCounter, add: Add, budget: Budget): Document.Parsed | undefined {
  const tokens = firstDocument(tokensOf(source, lines, add, budget), add);
  const [document] = composerTo(add).compose(tokens, true, source.length);
  for (const { pos, message } of document?.errors ?? []) addSyntax(add, pos[0], message);
  return document as Document.Parsed | undefined; // it comes from a text
}

/** The tokens up to a second document. Those that are mistakes are told and left out. */
function* firstDocument(tokens: Iterable<Token>, add: Add): Iterable<Token> {
  let documents = 0;
  for (const token of tokens) {
    if (token.type === 'document') documents += 1;
    if (documents > 1) {
      const hint = 'keep one document in a file: take out the line ---';
      add('second-document', token.offset, 'a second document starts here', hint);
      return;
    }
    if (token.type === 'error') addSyntax(add, token.offset, messageOf(token));
    else yield token;
  }
}

/** Takes down that the text is nested deeper at this offset than a bank needs. */
export function addTooDeep(add: Add, offset: number): void {
  add('too-deep', offset, `this is nested deeper than ${limits.depth} levels`, 'a question needs four');
}

function addSyntax(add: Add, offset: number, message: string): void {
  add('yaml-syntax', offset, message, GRAMMAR_HINT);
}

function messageOf({ message, source }: Extract<Token, { type: 'error' }>): string {
  return source ? `${message}: ${JSON.stringify(source)}` : message;
}

/** A composer that tells mistakes as it finds them. It has a handler for them, which its types keep to themselves. */
function composerTo(add: Add): Composer {
  const composer = new Composer({ schema: failsafe, uniqueKeys: false, logLevel: 'error' });
  const onError = (source: number | readonly number[] | Token, _: string, message: string, isWarning?: boolean) => {
    if (!isWarning) addSyntax(add, offsetOf(source), message);
  };
  Object.assign(composer, { onError });
  return composer;
}

function offsetOf(source: number | readonly number[] | Token): number {
  if (typeof source === 'number') return source;
  return 'offset' in source ? source.offset : (source[0] ?? 0);
}

/** The tokens of the text, within the limits of weight, of length and of depth. */
function* tokensOf(source: string, lines: LineCounter, add: Add, budget: Budget): Iterable<Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(source)) {
    if (lexeme.length > limits.textLength && lexeme.trim() !== '') {
      add('too-large', parser.offset, `the text here has more than ${limits.textLength} characters`, 'shorten it');
      return;
    }
    budget.weight -= WEIGHTS.get(lexeme) ?? 1;
    if (budget.weight < 0) {
      add('too-large', 0, 'this file holds too much for one', 'spread the questions over several files');
      return;
    }
    yield* parser.next(lexeme);
    if (parser.stack.length > DEEPEST) {
      addTooDeep(add, parser.offset);
      if (parser.stack.at(-1)?.type === 'flow-collection') return;
      break;
    }
  }
  yield* parser.end();
}

/**
 * Of what the parser has open; at some 800 it runs out of stack. Brackets so deep are meant. But `stem: which: this` in every line
 * comes here too, since the parser takes each for a mapping in the one before: what was read until then tells what is wrong.
 */
const DEEPEST = 200;
