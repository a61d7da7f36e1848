// Source maps that are no larger than they have to be.
import { readFileSync, writeFileSync } from 'node:fs';
import { decode, encode } from '@jridgewell/sourcemap-codec';

/** A map tells the lines of our own sources. Their texts, names and columns, and the lines of packages, would double what is installed. */
export function slim(path) {
  const { version, file, sources, mappings } = JSON.parse(readFileSync(path, 'utf8'));
  const isOurs = sources.map((source) => !source.includes('node_modules/'));
  const kept = decode(mappings).map((line) => line.flatMap((segment) => slimSegment(segment, isOurs)));
  writeFileSync(
    path,
    JSON.stringify({ version, file, sources, names: [], mappings: encode(kept.map(withoutRepeats)) }),
  );
}

/** A line of a source of ours; a place in a package, or in glue of the bundler, ends what stood before it. */
function slimSegment([column, source, line], isOurs) {
  return [isOurs[source] ? [column, source, line, 0] : [column]];
}

function withoutRepeats(segments) {
  const isRepeat = ([, source, line], [, lastSource, lastLine] = []) => source === lastSource && line === lastLine;
  return segments.filter((segment, index) => !isRepeat(segment, segments[index - 1]));
}
