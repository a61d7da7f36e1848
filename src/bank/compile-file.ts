// The text of a question file to items and problems, most of them a few questions at a time.
import { type Compiled, compile, compileChunks, type Surroundings } from './compile.ts';
import { type Earlier, type Known, stillCompiled } from './earlier.ts';
import { openChunked } from './yaml/chunked-file.ts';
import { untilEnough } from './yaml/enough.ts';
import { readWhole } from './yaml/read.ts';

/** `earlier`: the same file before an edit, read against the same. */
export function compileFile(file: string, source: string, around: Surroundings, earlier?: Earlier): Compiled {
  const lines = source.split('\n');
  const known = earlier && stillCompiled(earlier, lines);
  return (
    (known && compileByChunks(file, lines, around, known)) ??
    compileByChunks(file, lines, around) ??
    compileWhole(file, source, around)
  );
}

function compileByChunks(
  file: string,
  lines: readonly string[],
  around: Surroundings,
  known?: Known,
): Compiled | undefined {
  const chunks = openChunked(file, lines, known?.spent.weight);
  return chunks && untilEnough(() => compileChunks(chunks, around, known));
}

function compileWhole(file: string, source: string, around: Surroundings): Compiled {
  const read = readWhole(file, source);
  if ('node' in read) return compile(read.node, around);
  return read.rest ? untilWhole(compile(read.rest, around, read.problems)) : { items: [], problems: read.problems };
}

/** What `quiz check --fix` could mend waits in a file with mistakes of YAML, which it leaves alone. */
function untilWhole({ items, problems }: Compiled): Compiled {
  const waiting = problems.map(({ fixable, ...problem }) => {
    const hint = `${problem.hint}; quiz check --fix does it once the mistakes of YAML in this file are mended`;
    return fixable ? { ...problem, hint } : problem;
  });
  return { items, problems: waiting };
}
