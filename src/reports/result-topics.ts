// What a session came to, topic by topic.
import type { Topic } from '../core/items/item.ts';
import type { Result, TopicResult } from '../core/sitting/result.ts';
import type { State } from '../core/sitting/state.ts';
import { bar } from '../core/text/bar.ts';
import type { Glyphs } from '../core/text/glyphs.ts';
import { type Block, blank, type Line, line, type Span, span, type Table } from '../core/text/styled.ts';
import { inPercent } from '../core/text/wording.ts';

/** Below this many questions a share says little. */
const FEW = 8;

/** The parts of the bank, weakest first, each with a bar to the pass line. */
export function partsTable({ topics, pass }: Result, titles: ReadonlyMap<Topic, string>, glyphs: Glyphs): Table {
  return topicTable('By topic, weakest first', childrenOf(topics, ''), titles, pass, glyphs);
}

/** What lies below the parts, each topic followed by what is below it; nothing where nothing does. */
export function detailBlocks({ topics, pass }: Result, titles: ReadonlyMap<Topic, string>): Block[] {
  const parts = childrenOf(topics, '');
  const details = topics.filter(({ id }) => parts.some((part) => parentOf(id) === part.id));
  return details.length > 0 ? [blank, topicTable('In detail', nested(topics, details), titles, pass)] : [];
}

/** What the table of topics does not say of itself. */
export function tableNotes({ slots }: State, { topics }: Result): Line[] {
  const isShared = slots.some(({ graded }) => graded && graded.topics.length > 1);
  const notes = [
    ...(topics.some(({ of }) => of < FEW) ? [`Of fewer than ${FEW} questions a share says little.`] : []),
    ...(isShared ? ['A question counts once, in the first of its topics.'] : []),
  ];
  return notes.length > 0 ? [line(span(notes.join(' '), 'quiet'))] : [];
}

const BAR = 20;

/** Topics, weakest first, each set in as deep as it lies; with `glyphs` a bar to the pass line behind it. */
function topicTable(
  title: string,
  topics: readonly (TopicResult & Partial<NestedTopic>)[],
  titles: ReadonlyMap<Topic, string>,
  pass: number | undefined,
  glyphs?: Glyphs,
): Table {
  return {
    columns: [
      { title, align: 'left' },
      { title: 'right', align: 'right' },
      { title: '', align: 'right' },
      { title: '', align: 'left', optional: true },
      ...(glyphs ? [{ title: '', align: 'left', optional: true } as const] : []),
    ],
    rows: topics.map((topic) => {
      const { id, right, of, depth = 0 } = topic;
      const name = `${'  '.repeat(depth)}${topicTitle(id, titles)}`;
      const figures = [span(name), span(`${right}/${of}`), span(inPercent(right / of)), remark(topic, pass)];
      return glyphs
        ? [...figures, span(bar(right / of, BAR, glyphs, pass === undefined ? undefined : pass / 100))]
        : figures;
    }),
  };
}

/** The title of a topic. One that the bank no longer has under this id is shown by the id, and marked as old. */
export function topicTitle(id: Topic, titles: ReadonlyMap<Topic, string>): string {
  return titles.get(id) ?? `${id} (old topic)`;
}

function remark({ right, of }: TopicResult, pass: number | undefined): Span {
  const low = pass !== undefined && right * 100 < pass * of;
  return span(of < FEW ? 'few questions' : low ? 'study first' : '', low ? 'strong' : 'quiet');
}

type NestedTopic = TopicResult & { readonly depth: number };

/** All topics, weakest first, each followed by what is below it; the parts of the bank have depth 0. */
export function topicTree(topics: readonly TopicResult[]): NestedTopic[] {
  return nested(topics, childrenOf(topics, ''));
}

/** The topics under those above them, in the order they came: `parents` first, each followed by what is below it. */
function nested(topics: readonly TopicResult[], parents: readonly TopicResult[], depth = 0): NestedTopic[] {
  return parents.flatMap((topic) => [{ ...topic, depth }, ...nested(topics, childrenOf(topics, topic.id), depth + 1)]);
}

function childrenOf(topics: readonly TopicResult[], parent: Topic): TopicResult[] {
  return topics.filter(({ id }) => parentOf(id) === parent);
}

/** The topic above; empty for the parts at the top. */
function parentOf(topic: Topic): Topic {
  return topic.split('/').slice(0, -1).join('/');
}
