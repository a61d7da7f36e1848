// GIFT out. Every text is marked as plain, so that nothing in it is taken for HTML.
import type { Item, Option } from '../../core/items/item.ts';
import type { BankContent, Written } from '../format.ts';
import { addCommonLosses, decimal, type Losses, losses, pairsOf, UNITS_LEFT, wholeStem } from '../writing.ts';

export function writeGift({ items, title }: BankContent): Written {
  const lost = losses();
  const blocks: string[] = [`// ${title.replace(/\s+/g, ' ')}`];
  let category = '';
  for (const item of items) {
    const block = blockOf(item, lost);
    if (block === undefined) continue;
    if (item.topics[0] !== category) {
      category = item.topics[0];
      blocks.push(`$CATEGORY: $course$/${category}`);
    }
    blocks.push(block);
  }
  return { content: `${blocks.join('\n\n')}\n`, ...lost.told() };
}

function blockOf(item: Item, lost: Losses): string | undefined {
  const answers = answersOf(item, lost);
  if (answers === undefined) return undefined;
  addCommonLosses(item, lost, { topics: 'all' });
  const tags = item.topics.slice(1).map((topic) => ` [tag:${topic.replace(/[\]\n]/g, '')}]`);
  const general = item.why === undefined ? [] : [`####${answerText(item.why)}`];
  return [
    `// [id:${item.id}]${tags.join('')}`,
    `::${escaped(item.id)}::[plain]${escaped(wholeStem(item))} {`,
    ...answers,
    ...general,
    '}',
  ].join('\n');
}

/** The lines in braces; undefined where GIFT has no place for the question, which is then counted. */
function answersOf(item: Item, lost: Losses): string[] | undefined {
  const { body } = item;
  switch (body.type) {
    case 'single':
      return body.options.map((option) => choice(option, body.answer.includes(option.id) ? '=' : '~'));
    case 'multiple': {
      const share = Number((100 / body.answer.length).toFixed(5));
      return body.options.map((option) => choice(option, body.answer.includes(option.id) ? `~%${share}%` : '~%-100%'));
    }
    case 'ordering':
      return none(lost, 'GIFT has no ordering questions');
    case 'matching': {
      if (body.left.some(({ text }) => text.includes('->')))
        return none(lost, 'an arrow in a pair cannot be written in GIFT');
      return pairsOf(body).map(({ left, right }) => `=${answerText(left)} -> ${answerText(right)}`);
    }
    case 'cloze': {
      const { answer } = body;
      if ('accept' in answer) {
        if (answer.accept.some((text) => text.includes('->')))
          return none(lost, 'an arrow in an answer cannot be written in GIFT');
        return answer.accept.map((text) => `=${answerText(text.replace(/\*/g, '\\*'))}`);
      }
      if (answer.unit) lost.add(UNITS_LEFT);
      return [`#${decimal(answer.number)}:${decimal(answer.tolerance)}`];
    }
  }
}

function none(lost: Losses, reason: string): undefined {
  lost.leaveOut(reason);
}

function choice({ text, why }: Option, mark: string): string {
  return `${mark}${answerText(text)}${why ? `#${answerText(why)}` : ''}`;
}

/** A text that could be read as a weight or as the name of a format says its own format first. */
function answerText(text: string): string {
  return /^[%[]/.test(text.trim()) ? `[plain]${escaped(text)}` : escaped(text);
}

function escaped(text: string): string {
  return text.replace(/[\\:#={}~]/g, '\\$&').replace(/\n/g, '\\n');
}
