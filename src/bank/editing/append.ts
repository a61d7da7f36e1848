// Questions added to the text of a question file, whose every other character stays.
import { type Document, isMap, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import { failsafe } from '../yaml/failsafe.ts';
import { questionText } from '../yaml/write.ts';

type Question = Readonly<Record<string, unknown>>;

/** The text with the questions at the end of its list. The text has to be one that `readYaml` finds no fault with, or empty. */
export function appended(source: string, questions: readonly Question[]): string {
  const document = parseDocument(source, { schema: failsafe });
  const list = isMap(document.contents) ? document.get('questions', true) : undefined;
  if (list === undefined) return inItsLineEnds(source, withNewList(source, questions));
  if (isSeq(list) && !list.flow && list.items.length > 0)
    return inItsLineEnds(source, withMore(source, list, questions));
  return rewritten(document, isSeq(list) ? list : undefined, questions);
}

/** Windows files stay Windows files. */
function inItsLineEnds(source: string, text: string): string {
  return source.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}

function withNewList(source: string, questions: readonly Question[]): string {
  const before = source === '' || source.endsWith('\n') ? source : `${source}\n`;
  return `${before}questions:\n${questions.map((question) => questionText(question)).join('\n')}`;
}

function withMore(source: string, list: YAMLSeq, questions: readonly Question[]): string {
  const start = list.range?.[0] ?? 0;
  const indent = start - (source.lastIndexOf('\n', start - 1) + 1);
  const at = endOfList(source, list);
  const [before, after] = [source.slice(0, at), source.slice(at)];
  const more = questions.map((question) => `\n${questionText(question, indent)}`).join('');
  return `${before}${before.endsWith('\n') ? '' : '\n'}${more}${after}`;
}

/** The offset after the last line of a list. Comments with the indentation of its last entry belong to that entry. */
function endOfList(source: string, { range }: YAMLSeq): number {
  const content = source.slice(0, range?.[1]).trimEnd().length;
  const end = source.indexOf('\n', content);
  return end < 0 ? source.length : end + 1;
}

/** A list in brackets, or none yet, is written anew; the comments stay. */
function rewritten(document: Document, list: YAMLSeq | undefined, questions: readonly Question[]): string {
  const target = list ?? document.createNode([]);
  target.flow = false;
  for (const question of questions) target.add(document.createNode(question));
  if (!list) document.set('questions', target);
  return document.toString({ lineWidth: 110 });
}
