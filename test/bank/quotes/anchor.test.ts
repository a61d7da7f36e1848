import { describe, expect, test } from 'vitest';
import { readNotes } from '../../../src/bank/notes/notes.ts';
import { anchor, correctionOf, newEfforts } from '../../../src/bank/quotes/anchor.ts';

const notes = [
  readNotes(
    'notes.md',
    `# Notes

## Streams
- Shards have to be provisioned in advance (capacity planning).
- Retention is 24 hours by default – it’s extendable
- Latency is at least 60 seconds, throughput 1.5 MB/s
- Each shard takes **1 MB** a second

## Firehose
- The café's records aren't kept
- Batches are written every minute
- Symmetric keys are used

## Analytics
- Batches are written every minute
- Queries never stop
`,
  ),
];

const corrected = (section: string, text: string) => correctionOf(notes, section, text, newEfforts());

describe('a quote that stands as written', () => {
  test('needs nothing', () => {
    expect(anchor(notes, 'Streams', 'Each shard takes 1 MB a second', newEfforts())).toMatchObject({
      quote: { lines: [7, 7] },
    });
    expect(corrected('Streams', 'Each shard takes 1 MB a second')).toBeUndefined();
  });
});

describe('words of another section', () => {
  test('that stand once are found there', () => {
    expect(anchor(notes, 'Firehose', 'Queries never stop', newEfforts())).toMatchObject({
      movedTo: 'Analytics',
      quote: { section: 'Analytics', lines: [16, 16], path: ['Notes', 'Analytics'] },
    });
    expect(corrected('Gone', 'Queries never stop')).toEqual({ section: 'Analytics' });
  });

  test('that stand twice could be either', () => {
    expect(anchor(notes, 'Streams', 'Batches are written every minute', newEfforts())).toMatchObject({
      missing: 'text',
      closest: { line: 11, text: '- Batches are written every minute' },
      strays: [
        { at: { line: 11 }, section: 'Firehose' },
        { at: { line: 15 }, section: 'Analytics' },
      ],
    });
    expect(anchor(notes, 'Gone', 'Batches are written every minute', newEfforts())).toMatchObject({
      strays: [{ at: { line: 11 } }, {}],
    });
    expect(corrected('Streams', 'Batches are written every minute')).toBeUndefined();
  });

  test('above the first heading are found under the name of the file', () => {
    const bare = [readNotes('notes.md', 'Once only\n\n# Streams\nShards\n')];
    expect(anchor(bare, 'Streams', 'Once only', newEfforts())).toMatchObject({ movedTo: 'notes' });
  });
});

describe('what the words became is certain', () => {
  test.each([
    [
      'a typing error mended',
      'provisioned in advance (capacity panning).',
      'provisioned in advance (capacity planning).',
    ],
    ['straight quotes', "24 hours by default - it's extendable", '24 hours by default – it’s extendable'],
    ['an encoding repaired', '24 hours by default â€“ itâ€™s extendable', '24 hours by default – it’s extendable'],
    ['white space inside', '24hours by default', '24 hours by default'],
    ['marks that are gone', 'Each |shard| takes *1* MB', 'Each shard takes 1 MB'],
    ['case', 'each shard takes 1 mb', 'Each shard takes 1 MB'],
  ])('%s', (_, text, there) => {
    expect(corrected('Streams', text)).toEqual({ text: there });
  });

  test('with the new section, where it moved as well', () => {
    expect(corrected('Streams', 'The café’s records aren’t kept')).toEqual({
      section: 'Firehose',
      text: "The café's records aren't kept",
    });
  });

  test('in the section, where the same stands elsewhere too', () => {
    expect(corrected('Firehose', 'Batches are writen every minute')).toEqual({
      text: 'Batches are written every minute',
    });
  });
});

describe('what the words became is not certain', () => {
  test.each([
    ['another number', 'Retention is 48 hours by default'],
    ['a power', 'throughput 1.5² MB/s'],
    ['another decimal', 'at least 60 seconds, throughput 15 MB/s'],
    ['a word left out', 'Shards have to be provisioned (capacity planning)'],
    ['another word', 'Each shard gives 1 MB a second'],
    ['a short word changed', 'The cafe’s records are kept'],
    ['a word that begins otherwise', 'Asymmetric keys are used'],
    ['a short word for another', 'Latency in at least 60 seconds'],
    ['one word alone', 'panning'],
    ['too many errors', 'Shrds hve to be provisoned in advnce'],
    ['two candidates outside the section', 'Batches are writen every minute'],
  ])('%s', (_, text) => {
    expect(corrected('Streams', text)).toBeUndefined();
    expect(anchor(notes, 'Streams', text, newEfforts())).toHaveProperty('missing');
  });
});

test('a word that the notes have elsewhere is no misspelt one', () => {
  const salts = (...more: string[]) => [
    readNotes('n.md', `# Salts\nNitrit is made from it by bacteria\n${more.join('\n')}\n`),
  ];
  const text = 'Nitrat is made from it by bacteria';
  expect(correctionOf(salts(), 'Salts', text, newEfforts())).toEqual({ text: 'Nitrit is made from it by bacteria' });
  expect(correctionOf(salts('Nitrat is a salt'), 'Salts', text, newEfforts())).toBeUndefined();
  expect(
    correctionOf([...salts(), readNotes('m.md', '# More\nNitrat is a salt')], 'Salts', text, newEfforts()),
  ).toBeUndefined();
});

describe('what is not certain because the effort came to its end', () => {
  const lost = ['Streams', 'provisioned in advance (capacity panning).'] as const;

  test('is left: a lost quote keeps neither its like nor what it became', () => {
    expect(anchor(notes, ...lost, newEfforts())).toHaveProperty('restored');
    const efforts = { quotes: { left: 1e9 }, likeness: { left: 10 } };
    expect(anchor(notes, ...lost, efforts)).toEqual({ missing: 'text', isLeft: true });
    const all = { quotes: { left: 1e9 }, likeness: { left: 1e9 } };
    expect(correctionOf(notes, ...lost, all)).toEqual({ text: 'provisioned in advance (capacity planning).' });
    for (let left = 1e9 - all.likeness.left - 1; left >= 0; left -= 50)
      expect(correctionOf(notes, ...lost, { quotes: { left: 1e9 }, likeness: { left } })).toBeUndefined();
  });

  test('is no move: the words may stand in more places than were found', () => {
    const moved = ['Firehose', 'Queries never stop'] as const;
    const all = { quotes: { left: 1e9 }, likeness: { left: 1e9 } };
    expect(correctionOf(notes, ...moved, all)).toEqual({ section: 'Analytics' });
    for (let left = 1e9 - all.quotes.left - 1; left >= 0; left -= 50)
      expect(correctionOf(notes, ...moved, { quotes: { left }, likeness: { left: 1e9 } })).toBeUndefined();
  });
});
