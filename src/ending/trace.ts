// A stack trace of the built program, told in the lines of its sources. Read from the maps beside the bundle when something has
// gone wrong, and only then: Node's own --enable-source-maps would make every start slower.
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapping } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

/** The stack with places in our sources ("src/sit.ts:43") where a map tells them; the others stay as they are. */
export function inSources(stack: string): string {
  return stack.replace(
    /(?<=\(|\bat )([^()\n]+\.cjs):(\d+):(\d+)/g,
    (place, file: string, line: string, column: string) => originOf(file, Number(line), Number(column)) ?? place,
  );
}

/** Maps have the lines of our own sources alone. */
const IN_A_PACKAGE = 'in a package';

function originOf(file: string, line: number, column: number): string | undefined {
  try {
    const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
    const entry = map.findEntry(line - 1, column - 1) as Partial<SourceMapping>; // counts from 0; without a source: a package's
    if (entry.originalSource === undefined) return IN_A_PACKAGE;
    const source = relative(ROOT, resolve(dirname(file), entry.originalSource));
    return `${source}:${(entry.originalLine ?? 0) + 1}`;
  } catch {
    return undefined; // no map, or none that can be read
  }
}
