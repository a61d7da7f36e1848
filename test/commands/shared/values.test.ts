// Values of flags and arguments as they are named on the command line.
import { expect, test } from 'vitest';
import { topicsNamed } from '../../../src/commands/shared/values.ts';

test('of topics that differ only by capitals each is called as it is written, and other capitals could mean either', () => {
  const topics = new Map(['S3', 'S3/Tiers', 's3', 's3/locks'].map((topic) => [topic, topic]));
  expect(topicsNamed(['s3', 'S3', 's3/tiers'], topics)).toEqual(['s3', 'S3', 'S3/Tiers']);
  const bank = new Map([
    ['aws/EFS', 'Files'],
    ['aws/efs', 'More files'],
  ]);
  expect(() => topicsNamed(['AWS/EFS'], bank)).toThrow('is the name of 2 topics');
});
