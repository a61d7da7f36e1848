// What a chatbot answers: words of its own around the list of questions, which stands between fences.
import { codeAmong, unclosedFence } from '../../core/text/fences.ts';

/** The text with only what stands between fences, in its lines; as it is where `mark`, which every question has, stands elsewhere too. */
export function betweenFences(text: string, mark: RegExp): string {
  const lines = text.split('\n');
  const code = codeAmong(lines);
  const marked = lines.flatMap((line, at) => (mark.test(line) ? [code[at]] : []));
  const areInside = marked.length > 0 && marked.every((kind) => kind === 'code');
  if (!areInside || unclosedFence(lines) !== undefined) return text;
  return lines.map((line, at) => (code[at] === 'code' ? line : '')).join('\n');
}
