// Texts that YAML reads otherwise than they look. Nothing is wrong with them, but they may not be what their author meant.
import { flaw, type Problem } from '../core/problem.ts';
import { child, type Node, type TextNode, textsIn } from '../core/shapes/node.ts';

/** Warnings for the texts of a question that a `#` ends, and for answers in typographic quotation marks. */
export function doubtfulTexts(question: Node): Problem[] {
  const cut = textsIn(question).flatMap((text) => (text.cut === undefined ? [] : cutByComment(text, text.cut)));
  const answers = textsIn(child(question, 'answer')).filter(({ value }) => WRAPPED.test(value));
  return [...cut, ...answers.map(wrapped)];
}

const MOST_SHOWN = 40;

function cutByComment({ at, value }: TextNode, cut: string): Problem {
  const [kept, lost] = [value.slice(-MOST_SHOWN), cut.split('\n')[0]?.slice(0, MOST_SHOWN)];
  const message = `a comment starts in this line: the text ends with "${kept}", and "#${lost}" is no part of it`;
  const hint = 'put the whole text in quotes, or a blank behind the # where a remark is meant';
  return flaw('cut-by-comment', at, message, hint, 'warning');
}

const WRAPPED = /^[“”„«»‹›‘‚「『][^“”„«»‹›‘’‚「」『』]+[“”«»‹›’‘」』]$/u;

function wrapped({ at, value }: TextNode): Problem {
  const message = `the answer is ${value.slice(0, MOST_SHOWN)} with its quotation marks: whoever types it without them is wrong`;
  const hint = 'typographic marks are no quotes of YAML: take them out, or write "…"';
  return flaw('typographic-quotes', at, message, hint, 'warning');
}
