// Formulas in MathML as text: what is a power stays one.
import { expect, test } from 'vitest';
import { htmlToText } from '../../../src/interop/markup/html.ts';

const x = '<mi>x</mi>';
const sum = '<mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow>';

test.each([
  [`<msup>${x}<mn>2</mn></msup>`, 'x^2'],
  [`<msup> ${x} <mn>2</mn> </msup><mo>+</mo><mn>1</mn>`, 'x^2+1'],
  [`<msup>${x}${sum}</msup>`, 'x^(n+1)'],
  [`<msub>${x}<mi>i</mi></msub>`, 'x_i'],
  [`<msubsup>${x}<mi>i</mi><mn>2</mn></msubsup>`, 'x_i^2'],
  [`<mfrac><mn>1</mn>${sum}</mfrac>`, '1/(n+1)'],
  [`<msqrt>${x}</msqrt>`, '√(x)'],
  [`<mroot>${x}<mn>3</mn></mroot>`, 'root(x, 3)'],
  [`<msup><msqrt>${x}</msqrt><mn>3</mn></msup>`, '√(x)^3'],
])('%s', (formula, text) => {
  expect(htmlToText(`<p>So <math>${formula}</math> it is</p>`).text).toBe(`So ${text} it is`);
});
