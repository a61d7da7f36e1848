// Words to be chosen or dragged into a text (Moodle: gapselect, ddwtos): "[[2]]" is the place of the second choice.
import type { RefusalReason } from '../format.ts';
import { childNamed, childrenNamed, type Element, textIn } from '../markup/xml.ts';
import { type Answered, gapsMatched } from '../reading/told.ts';
import type { ToText } from './body.ts';

const GAP = /\[\[(\d{1,3})\]\]/g;

interface Choice {
  readonly text: string;
  readonly group: string;
}

/** One gap is a choice, several are matched with the words for them. */
export function gapsBody(question: Element, asked: string, read: ToText): Answered | RefusalReason {
  const choices = [...childrenNamed(question, 'selectoption'), ...childrenNamed(question, 'dragbox')].map(
    (choice): Choice => ({ text: read(choice), group: textIn(childNamed(choice, 'group')).trim() }),
  );
  const gaps = Array.from(asked.matchAll(GAP), ([, number = '']) => choices[Number(number) - 1]);
  const [first] = gaps;
  if (gaps.length === 0) return { code: 'no-gap', message: 'there is no gap ([[1]]) in the text' };
  if (first === undefined || gaps.includes(undefined))
    return { code: 'key-out-of-range', message: `a gap has a number beyond the ${choices.length} choices` };
  const groups = new Set(gaps.map((choice) => choice?.group));
  const offered = choices.filter(({ group }) => groups.has(group));
  if (gaps.length === 1)
    return {
      stem: asked.replace(GAP, '_____'),
      body: { type: 'choice', options: offered.map((choice) => ({ text: choice.text, isKey: choice === first })) },
    };
  let gap = 0;
  return {
    stem: asked.replace(GAP, () => `(${++gap}) _____`),
    body: gapsMatched(
      gaps.map((choice) => choice?.text ?? ''),
      offered.filter((choice) => !gaps.includes(choice)).map(({ text }) => text),
    ),
  };
}
