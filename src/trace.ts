// A stack trace of the built program, told in the lines of its sources. Read from the maps beside the bundle when something has
// gone wrong, and only then: Node's own --enable-source-maps would make every start slower.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

/** The stack with places in our sources ("src/sit.ts:43:11") where a map tells them; the others stay as they are. */
export function inSources(stack: string): string {
  return stack.replace(
    /(?<=\(|\bat )([^()\n]+\.cjs):(\d+):(\d+)/g,
    (place, file: string, line: string, column: string) => originOf(file, Number(line), Number(column)) ?? place,
  );
}

function originOf(file: string, line: number, column: number): string | undefined {
  try {
    const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
    const entry = map.findEntry(line - 1, column - 1); // counts from 0
    if (!('originalSource' in entry)) return undefined;
    const source = relative(ROOT, resolve(dirname(file), entry.originalSource)).replace(/^.*(?=node_modules\/)/, '');
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  } catch {
    return undefined; // no map, or none that can be read
  }
}
