// What an import came to: as a document, or in lines on what was refused and what stayed behind.
import { grouped } from '../../core/grouped.ts';
import { safe } from '../../core/text/safe.ts';
import { count, firstFew, listedFew } from '../../core/text/wording.ts';
import type { Place, Refused } from '../../interop/format.ts';
import { commandLine } from '../../system/command-line.ts';
import { print } from '../../system/output.ts';
import type { Context } from '../context.ts';
import type { Tally } from './place.ts';

const MOST_SHOWN = 20;
const PLACES_SHOWN = 8;

function placesIn(places: readonly Place[]): string {
  const all = places.map(({ file, line }) => `${file}:${line}`);
  return firstFew(all, PLACES_SHOWN);
}

/** What was refused for one reason in a file. */
type Alike = readonly [Refused, ...Refused[]];

function byReason(problems: readonly Refused[]): Alike[] {
  return [...grouped(problems, ({ at, code, message }) => `${at.file} ${code} ${message}`).values()];
}

function refusalLine([{ at, code, message }, ...others]: Alike): string {
  const lines = [...new Set(others.map((other) => other.at.line))].filter((line) => line !== at.line);
  const shown = `${lines.slice(0, PLACES_SHOWN).join(', ')}${lines.length > PLACES_SHOWN ? ' …' : ''}`;
  const where = lines.length > 0 ? `: ${lines.length === 1 ? 'line' : 'lines'} ${shown}` : '';
  const more = others.length > 0 ? ` (and ${others.length} more like it${where})` : '';
  return `${at.file}:${at.line}: ${message} [${code}]${more}`;
}

/** The topics that bank.yaml would have to name, with how many questions want each, and the lines to put there. */
function lackingTopics(lacking: ReadonlyMap<string, number>): string[] {
  const topics = [...lacking].filter(([topic]) => topic !== '').toSorted(([, a], [, b]) => b - a);
  const without = lacking.get('') ?? 0;
  const alone = without > 0 ? [`${count(without, 'question')} without a topic: say --topic T.`] : [];
  if (topics.length === 0) return alone;
  const named = topics.map(([topic, wanting]) => `${topic} (${count(wanting, 'question')})`);
  return [
    `topics that bank.yaml lacks: ${listedFew(named, MOST_SHOWN)}. Add them there under topics:, or put all questions under one that it has with --topic T.`,
    ...topics.slice(0, MOST_SHOWN).map(([topic]) => `  ${topic}: ${topic}`),
    ...alone,
  ];
}

export function report(
  context: Context,
  tally: Tally,
  run: { folder: string; behind: readonly string[]; written: readonly string[]; isDry: boolean },
): void {
  const { added, known, refused, problems, formats: used } = tally;
  const lossy = [...tally.lossy].map(([what, { length }]) => `${what}: ${count(length, 'question')}`);
  if (context.globals.json) {
    context.printJson({
      schema: 1,
      format: [...used].join(', ') || null,
      imported: added + known,
      refused,
      problems: problems.map(({ at: { file, line }, code, message }) => ({ file, line, code, message })),
      lossy: [...lossy, ...run.behind],
      losses: [...tally.lossy].flatMap(([what, places]) => places.map(({ file, line }) => ({ file, line, what }))),
      added,
      known,
      files: run.written,
    });
    return;
  }
  const own = problems.filter(({ code }) => code !== 'unknown-topic'); // those are told all at once
  const alike = byReason(own);
  for (const group of alike.slice(0, MOST_SHOWN)) context.say(safe(refusalLine(group)));
  if (alike.length > MOST_SHOWN) context.say(`… and ${alike.length - MOST_SHOWN} more: --json lists them all`);
  for (const row of lackingTopics(tally.lacking)) context.say(safe(row));
  for (const [index, places] of [...tally.lossy.values()].entries())
    context.say(safe(`lossy: ${lossy[index]} (${placesIn(places)})`));
  for (const what of run.behind) context.say(safe(`lossy: ${what}`));
  const parts = [
    `${run.isDry ? 'Would import' : 'Imported'} ${count(added, 'question')}`,
    ...(known > 0 ? [`${known} there already`] : []),
    `refused ${refused}`,
  ];
  print(`${parts.join(', ')}.\n`);
  if (run.written.length > 0)
    context.say(
      safe(
        `Written into ${run.folder}: ${run.written.join(', ')}. ${commandLine('check')} says what they lack${tally.unproved > 0 ? ': most of all quotes of your notes' : ''}.`,
      ),
    );
}
