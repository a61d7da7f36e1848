// A command line that is being written, taken apart as bash would, with nothing in it expanded.

export interface Words {
  /** What follows the program's name, without quotes; the last is the one at the end, and may be empty. */
  readonly words: readonly string[];
  /** Whether the last one is a file that the shell reads or writes: `> notes`. */
  readonly isRedirection: boolean;
}

/** `&> file`, `2>> file`, `< file`, `>& 1`, `<<< text`; the descriptor is a part of it. */
const REDIRECTION = /^(?:\d*(?:<<<|<<-?|<>|<&|>>|>&|>\||<|>)|&>>?)/;
/** A piece of a word: in quotes, which need not be closed yet, behind a stroke, or plain. */
const PIECE = /^(?:'([^']*)'?|"((?:[^"\\]|\\[\s\S])*)\\?"?|\\([\s\S]?)|([^\s'"\\<>]+))/;
const ASSIGNMENT = /^\w+=/;

/** The words of a line up to the cursor. */
export function wordsIn(line: string): Words {
  const words: string[] = [];
  let rest = line.trimStart();
  let isRedirection = false;
  while (rest !== '') {
    const operator = REDIRECTION.exec(rest)?.[0] ?? '';
    const { word, after } = firstWord(rest.slice(operator.length).trimStart());
    isRedirection = operator !== '' && after === '';
    if (operator === '' || isRedirection) words.push(word);
    rest = after.trimStart();
    if (rest === '' && after !== '') words.push(''); // the next word begins at the cursor
  }
  const program = words.findIndex((word) => !ASSIGNMENT.test(word));
  return { words: words.slice(program + 1), isRedirection };
}

/** The first word without its quotes, and what comes after it. */
function firstWord(text: string): { readonly word: string; readonly after: string } {
  let [word, after] = ['', text];
  for (let piece = PIECE.exec(after); piece; piece = PIECE.exec(after)) {
    const [whole, single, double, stroke, plain] = piece;
    word += single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? stroke ?? plain ?? '';
    after = after.slice(whole.length);
  }
  return { word, after };
}
