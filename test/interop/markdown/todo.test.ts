// Lists with boxes in notes: to-do lists are refused by name, questions with boxes are not lost.
import { describe, expect, test } from 'vitest';
import type { Format } from '../../../src/interop/format.ts';
import { formatNamed } from '../../../src/interop/index.ts';
import { takenBy } from '../../support/interop.ts';
import { told } from '../../support/told.ts';

const markdown = formatNamed('markdown') as Format; // it is in the registry
const read = async (text: string) => told(await takenBy(markdown, text));
const BOXES = '- [ ] milk\n- [x] bread\n- [ ] tea\n';

describe('a list with boxes below what asks nothing', () => {
  test.each([
    ['a heading', '## Week 12'],
    ['a text', '## Week 12\n\nIt was a week in which much was done.\n\nStill to buy:'],
    ['a point', '- Shop'],
    ['a heading that says so', '## To do\n\nIn the kitchen'],
  ])('is a to-do list, and is refused: %s', async (_, above) => {
    expect(await read(`${above}\n\n${BOXES}`)).toEqual(['1 refused to-do-list']);
  });

  test('is one whatever is ticked, with points below its points', async () => {
    const all = '## Done\n\n- [x] read\n  - chapter 3\n- [x] write\n\n';
    const none = '## Open\n\n- [ ] sleep\n- [ ] eat\n';
    expect(await read(all + none)).toEqual(['1 refused to-do-list', '7 refused to-do-list']);
  });

  test.each(['### TODO', '### Week 12\n\nTo do:'])('is one among questions where %j stands above it', async (above) => {
    expect(await read(`### Which is warm?\n\n- [ ] ice\n- [x] fire\n\n${above}\n\n${BOXES}`)).toEqual([
      '1 single: Which is warm? [ice | *fire]',
      '6 refused to-do-list',
    ]);
  });
});

describe('a list with boxes is a question', () => {
  const single = (stem: string) => [`1 single: ${stem} [milk | *bread | tea]`];

  test.each([
    ['a question mark', '### What to bake?', 'What to bake?'],
    ['a number', '1. The baker sells', 'The baker sells'],
    ['a heading that calls itself one', '### Question 3\n\nThe baker sells', 'The baker sells'],
    ['an order', '### Select what the baker sells', 'Select what the baker sells'],
    ['an order of another language', 'Wähle aus', 'Wähle aus'],
    ['a gap', 'The baker sells ___ to all', 'The baker sells ___ to all'],
    ['a sentence that breaks off', 'The baker sells …', 'The baker sells …'],
  ])('by %s', async (_, above, stem) => {
    expect(await read(`${above}\n\n${BOXES}`)).toEqual(single(stem));
  });

  test('by the block of a quiz that it stands in', async () => {
    expect(await read(`<?quiz?>\nThe baker sells\n${BOXES}<?/quiz?>\n`)).toEqual([
      '2 single: The baker sells [milk | *bread | tea]',
    ]);
  });

  test('by its explanation, and by options that are true and false', async () => {
    expect(await read(`### The baker sells\n\n${BOXES}\nExplanation: he bakes it.\n`)).toEqual([
      expect.stringContaining('1 single: The baker sells ['),
    ]);
    expect(await read('### The sky is blue.\n\n- [x] True\n- [ ] False\n')).toEqual([
      '1 single: The sky is blue. [*True | False]',
    ]);
  });

  test('beside another one that asks, and where the boxes are round', async () => {
    expect(
      await read(`### The capital of France\n\n- [x] Paris\n- [ ] Rome\n\n### Which is warm?\n\n${BOXES}`),
    ).toEqual(['1 single: The capital of France [*Paris | Rome]', '6 single: Which is warm? [milk | *bread | tea]']);
    expect(await read('### The capital of France\n\n( ) Rome\n(x) Paris\n')).toEqual([
      '1 single: The capital of France [Rome | *Paris]',
    ]);
  });
});
