// Formulas in HTML (MathML): powers, indices and fractions keep their meaning in signs.

/** The tags that are open inside a formula, with how many parts each has so far. */
export type OpenFormula = { readonly name: string; parts: number }[];

/** What stands between the parts of a formula. Those whose signs tell where a part ends need no brackets. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  msup: ['', '^'],
  msub: ['', '_'],
  msubsup: ['', '_', '^'],
  mfrac: ['', '/'],
  mroot: ['root(', ', '],
  msqrt: ['√('],
};
const STRUCTURE = /^(math|mrow|msup|msub|msubsup|mfrac|mroot|msqrt)$/;

/** Opens a tag: outside of a formula that is nothing, unless it begins one. */
export function openFormula(formula: OpenFormula, name: string, write: (text: string) => void): void {
  const around = formula.at(-1);
  const sign = around && SIGNS[around.name]?.[around.parts];
  if (around) around.parts += 1;
  if (sign) write(sign);
  if (name === 'mrow' && isPart(around?.name)) write('(');
  if (around || name === 'math') formula.push({ name, parts: 0 });
}

function isPart(name: string | undefined): boolean {
  return name !== undefined && name in SIGNS && name !== 'msqrt' && name !== 'mroot';
}

export function closeFormula(formula: OpenFormula, write: (text: string) => void): void {
  const closed = formula.pop();
  if (closed?.name === 'mrow' && isPart(formula.at(-1)?.name)) write(')');
  if (closed?.name === 'msqrt' || closed?.name === 'mroot') write(')');
}

/** Whether white space that stands here only parts the tags of a formula. */
export function isAmongParts(formula: OpenFormula): boolean {
  return STRUCTURE.test(formula.at(-1)?.name ?? '');
}
