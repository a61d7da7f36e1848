import { limits } from '../../core/limits.ts';
import { Failure } from '../../failure.ts';

/** Notes as they came, if they are within `limits`; a content failure with the place otherwise. Checked before they are looked through. */
export function withinLimits(file: string, source: string): string {
  const split = 'split them into several files';
  if (source.length > limits.notesLength)
    throw tooLarge(file, 1, `the notes have more than ${limits.notesLength} characters`, split);
  const lines = source.split(/\r\n|\n|\r/);
  if (lines.length > limits.notesLines)
    throw tooLarge(file, 1, `the notes have more than ${limits.notesLines} lines`, split);
  const long = lines.findIndex(({ length }) => length > limits.lineLength);
  if (long >= 0) throw tooLarge(file, long + 1, `this line has more than ${limits.lineLength} characters`, 'break it');
  return source;
}

function tooLarge(file: string, line: number, message: string, hint: string): Failure {
  return new Failure('content', 'too-large', message, hint, { file, line, column: 1 });
}
