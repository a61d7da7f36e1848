// Formulas in a text of Markdown: what stands between their signs is LaTeX, and none of it is Markdown.

/** Code goes first: a dollar in it begins no formula. */
const CODE = '(`+)[^`][\\s\\S]*?(?<!`)\\1(?!`)';
/** "$x$" as Pandoc has it: no space inside the signs, and no digit behind, so that two prices are none. */
const DOLLARS =
  '(?<![\\\\$])\\$\\$(?:[^$\\\\]|\\\\[\\s\\S])+\\$\\$|(?<![\\\\$])\\$(?![\\s$])(?:[^$\\\\]|\\\\[\\s\\S])*(?<!\\s)\\$(?![\\d$])';
/** No second one opens in these, so that a text of openings alone is read once. */
const ROUND = '(?<!\\\\)\\\\\\((?:[^\\\\]|\\\\[^()])+\\\\\\)';
/** In plain Markdown these are brackets that are no link, so that a command of LaTeX must stand in them. */
const SQUARE = '(?<!\\\\)\\\\\\[(?=(?:[^\\\\]|\\\\[^[\\]a-zA-Z])*\\\\[a-zA-Z])(?:[^\\\\]|\\\\[^[\\]])+\\\\\\]';
const FORMULA = new RegExp(`${CODE}|(${DOLLARS}|${ROUND}|${SQUARE})`, 'g');

/** Signs of nobody's alphabet, which mean nothing in Markdown. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];

export interface Hidden {
  readonly text: string;
  /** A text made of it with the formulas as they are written. */
  shown(text: string): string;
}

/** The text with a sign for each formula, until it has been read as Markdown. */
export function withoutFormulas(text: string): Hidden {
  if (!/\$|\\[([]/.test(text) || text.includes(OPEN)) return { text, shown: (same) => same };
  const formulas: string[] = [];
  const hidden = text.replace(FORMULA, (whole, _, formula?: string) => {
    if (formula === undefined) return whole;
    formulas.push(formula.replace(/ *\n/g, ' '));
    return `${OPEN}${formulas.length - 1}${CLOSE}`;
  });
  const form = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');
  return { text: hidden, shown: (made) => made.replace(form, (_, index: string) => formulas[Number(index)] ?? '') };
}
