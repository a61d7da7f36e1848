// Code between fences in Markdown (CommonMark 0.31, 4.5): what stands there is text, and no sign in it is a mark.

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const INDENTED = /^(?: {4}|\t)/;

/** The fence that a line opens code with, or undefined. */
export function fenceOn(line: string): string | undefined {
  return FENCE.exec(line)?.[1];
}

/** Whether a line closes code: with as many of the same marks, and nothing after them. */
export function closesFence(line: string, fence: string): boolean {
  const text = line.trim();
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length) && !INDENTED.test(line);
}

/** What each line is to the code among them: a fence, code, or neither. A fence that nothing closes reaches to the end. */
export function codeAmong(lines: readonly string[]): readonly ('fence' | 'code' | undefined)[] {
  let open: string | undefined;
  return lines.map((line) => {
    if (open === undefined) {
      open = fenceOn(line);
      return open === undefined ? undefined : 'fence';
    }
    if (!closesFence(line, open)) return 'code';
    open = undefined;
    return 'fence';
  });
}
