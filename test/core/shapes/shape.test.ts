import { expect, test } from 'vitest';
import type { Intake } from '../../../src/core/shapes/shape.ts';
import { text } from '../../../src/core/shapes/value-shapes.ts';
import { nodeOf } from '../../support/nodes.ts';

test('a problem names the question it is in', () => {
  const intake: Intake = { problems: [], item: 'q1' };
  text().read(nodeOf('[]'), intake);
  expect(intake.problems[0]?.item).toBe('q1');
});
