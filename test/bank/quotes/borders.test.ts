import { expect, test } from 'vitest';
import { standsWhole } from '../../../src/bank/quotes/borders.ts';

const stands = (part: string, text: string) => {
  const from = text.indexOf(part);
  return standsWhole(text, from, from + part.length);
};

test.each([
  ['key', 'a key.'],
  ['5 mg', '(5 mg/kg)'],
  ['5 mg', 'once,5 mg'],
  ['5', 'a 5, b'],
  ['5', '5.'],
  ['4', 'GPT-4'],
  ['8 °C', '2–8 °C'],
  ['2', '2–8 °C'],
  ['–5 °C', 'at –5 °C'],
  ['.5 mg', 'dose .5 mg'],
  ['5 things', '...5 things'],
  ['1:2', '1:2'],
  ['4,5 mg', '4,5 mg'],
  ['SSE', 'SSE-KMS'],
  ['債務者の帰責事由', '解除には債務者の帰責事由は不要である。'],
  ['应当登记', '物权的设立、变更、转让和消灭应当登记。'],
  ['ยา', 'กินยาก่อนอาหาร'],
  ['AWS', 'AWSの鍵'],
  ['5年', '知った時から5年、'],
  ['５年', '知った時から５年間'],
  ['十年', '時効は十年とする'],
])('"%s" stands whole in "%s"', (part, text) => {
  expect(stands(part, text)).toBe(true);
});

test.each([
  ['ke', 'a key'],
  ['ey', 'a key'],
  ['0,5', '10,5'],
  ['5 mg', '4,5 mg'],
  ['A: 4', 'A: 4,5 mg'],
  ['4,', '4,5 mg'],
  [',5 mg', '4,5 mg'],
  ['500 mg', '4.500 mg'],
  ['5 mg', 'dose .5 mg'],
  ['30', '5:30'],
  ['5 Tablette', '1/5 Tablette'],
  ['2', '1:2'],
  ['10.0', '10.0.1'],
  ['5 °C', 'at –5 °C'],
  ['5 °C', '-5 °C'],
  ['5 °C', '(−5 °C)'],
  ['–8 °C', '2–8 °C'],
  ['十年', '時効は二十年とする'],
  ['0年', '時効は10年とする'],
  ['10', '10万円'],
  ['５mg', '４．５mg'],
  ['５度', '気温－５度'],
  ['ก', 'กินยา'],
  ['데이', '데이터'],
])('"%s" is a part of something else in "%s"', (part, text) => {
  expect(stands(part, text)).toBe(false);
});
