// Questions whose texts, options and answers are lists side by side, as in RACE: { article, questions, options, answers }.
import { isRecord } from '../../core/shapes/checks.ts';
import { type Data, plainName } from './fields.ts';

/** The questions of an entry: one, or of lists side by side one for each place. Lists of different lengths stay together, and are refused. */
export function questionsIn(entry: unknown): unknown[] {
  if (!isRecord(entry)) return [entry];
  const lists = Object.entries(entry).filter(([name]) => SINGULAR.has(plainName(name)));
  const [texts] = lists.flatMap(([name, list]) => (plainName(name) === 'questions' ? [list] : []));
  const areTexts = Array.isArray(texts) && texts.every((text) => typeof text === 'string');
  if (!areTexts || !lists.every(([, list]) => Array.isArray(list) && list.length === texts.length)) return [entry];
  const around = Object.entries(entry).filter(([name]) => !SINGULAR.has(plainName(name)));
  return texts.map((_, index): Data => {
    const own = lists.map(([name, list]) => [SINGULAR.get(plainName(name)), (list as unknown[])[index]]);
    return Object.fromEntries([...around, ...own]);
  });
}

const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['questions', 'question'],
  ['options', 'options'],
  ['answers', 'answer'],
]);
