// Numbers in the digits of another script.
import { once } from '../once.ts';

// Unicode's tables take a hundredth of a start to look up, so they wait for a text that needs them.
const digit = once(() => /\p{Nd}/u);
const digits = once(() => /\p{Nd}/gu);

/** Digits of any script as 0 to 9, and the signs that Arabic and Persian put between them: "٩٦٩٫٥" is "969.5". */
export function withPlainDigits(text: string): string {
  if (!/[\u0660-\uffff]/.test(text)) return text; // no other digits stand before those, and pairs of surrogates are among them
  return text.replace(digits(), plainDigit).replaceAll('٫', '.').replaceAll('٬', ',');
}

/** Each script has its ten digits in a row, from 0 on. */
function plainDigit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let before = 0;
  while (digit().test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}
