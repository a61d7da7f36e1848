// JSON out: the machine form of a bank, complete, as docs/formats.md describes it.
import type { Item } from '../../core/items/item.ts';
import type { BankContent, Written } from '../format.ts';

export function writeJson({ id, title, topics, exams, items }: BankContent): Written {
  const cases = Object.fromEntries(items.flatMap(({ case: shared }) => (shared ? [[shared.id, shared.text]] : [])));
  const document = {
    schema: 1,
    bank: { id, title },
    topics: [...topics].map(([topic, name]) => ({ id: topic, title: name })),
    exams,
    cases,
    questions: items.map(questionOf),
  };
  return { content: `${escapeControls(JSON.stringify(document, null, 2))}\n`, lossy: [], leftOut: 0 };
}

/** What is undefined is not written. */
function questionOf({ at, body, ...item }: Item) {
  const { type, answer, ...parts } = body;
  return {
    id: item.id,
    type,
    topics: item.topics,
    level: item.level ?? null,
    scenario: item.scenario || undefined,
    stem: item.stem,
    ...parts,
    answer,
    quotes: item.quotes.map(({ text, section, path, file, lines }) => ({ text, section, path, file, lines })),
    why: item.why,
    dated: item.dated,
    family: item.family,
    enemies: item.enemies,
    case: item.case?.id,
    waive: item.waive,
    file: at.file,
    line: at.line,
  };
}

/** The document stays the same and holds nothing that could drive a terminal. */
function escapeControls(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
