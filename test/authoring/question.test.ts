import { expect, test } from 'vitest';
import { questionFrom } from '../../src/authoring/question.ts';

const empty = { type: 'cloze', options: [], keys: [], partners: [], accepted: [], quotes: [] } as const;
const idOf = (topic: string, stem: string, ...taken: string[]) =>
  questionFrom({ ...empty, topics: [topic], stem }, new Set(taken)).id;

test.each([
  ['glue', 'Glue infers ____.', 'glue-glue-infers'],
  ['s3/tiers', 'Which class is cheapest?', 'tiers-which-class-is-cheapest'],
  ['時効', 'What ends after 10 years?', 'what-ends-after-10-years'],
])('under %s "%s" is named %s', (topic, stem, id) => {
  expect(idOf(topic, stem)).toBe(id);
});

test('a stem without Latin words is named by its topic, if that has any, and a sum', () => {
  expect(idOf('glue', '取得時効は何年か（民法１６２条）')).toMatch(/^glue-[0-9a-f]{8}$/);
  const id = idOf('1-時効', '取得時効は何年か（民法１６２条）');
  expect(id).toMatch(/^q-[0-9a-f]{8}$/);
  expect(idOf('1-時効', '消滅時効は何年か（民法１６６条）')).not.toBe(id);
  expect(idOf('1-時効', '取得時効は何年か（民法１６２条）', id)).toBe(`${id}-2`);
});
