// The registry of formats. A new format is a file beside this one, or a folder, and a line here.
import { aiken } from './aiken.ts';
import { anki } from './anki/anki.ts';
import { blackboard } from './blackboard.ts';
import { json } from './data/json.ts';
import { yaml } from './data/yaml.ts';
import type { Format } from './format.ts';
import { gift } from './gift/gift.ts';
import { markdown } from './markdown/markdown.ts';
import { moodleXml } from './moodle/moodle-xml.ts';
import { ncvec } from './ncvec.ts';
import { paper } from './paper.ts';
import { qti } from './qti/qti.ts';
import { csv } from './tables/csv.ts';

/** Where endings are shared, the first that recognises the text reads it. */
export const formats: readonly Format[] = [
  json,
  yaml,
  csv,
  anki,
  blackboard,
  ncvec,
  aiken,
  gift,
  moodleXml,
  qti,
  markdown,
  paper,
];

/** The format of a name, in whatever case. */
export function formatNamed(name: string): Format | undefined {
  return formats.find((format) => format.name === name.toLowerCase());
}

/** Names of the formats that can be read, or written. */
export function formatNames(side: 'reads' | 'writes'): string[] {
  return formats.filter((format) => format[side]).map(({ name }) => name);
}

/** Whether a file's name says that it may hold questions. */
export function hasKnownEnding(file: string): boolean {
  return formats.some((format) => format.reads && hasEnding(format, file));
}

function hasEnding({ endings }: Format, file: string): boolean {
  return endings.some((ending) => file.toLowerCase().endsWith(ending));
}

/** The format of a file: by its ending, and by its text where several formats have that ending. */
export function formatOf(file: string, text: string): Format | undefined {
  const candidates = formats.filter((format) => format.reads && hasEnding(format, file));
  const exact = candidates.filter(({ recognises }) => recognises === undefined);
  if (candidates.length === 1 || text === '') return candidates[0] ?? exact[0];
  const own = candidates.find(({ name }) => file.toLowerCase().includes(`.${name}`));
  return own ?? candidates.find(({ recognises }) => recognises?.(text)) ?? exact[0];
}
