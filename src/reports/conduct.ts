// How a session was sat, in words: the figures are core/sitting/conduct.ts.
import { type Conduct, conductOf } from '../core/sitting/conduct.ts';
import { type Paper, ranOutUnseen, type State } from '../core/sitting/state.ts';
import { type Block, blank, labelled } from '../core/text/styled.ts';
import { clockTime, count, timeSpent } from '../core/text/wording.ts';
import { isWholeExam } from './given-up.ts';

/** How it was sat, where there is something to say. */
export function conductLines(paper: Paper, state: State): Block[] {
  const rows = conductInWords(paper, state);
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return [blank, ...rows.map(([name, text]) => labelled(name.padEnd(width), text))];
}

type Row = readonly [name: string, text: string];

/** The same as rows. A drill, or an exam that was given up, has no pace: of it only what the candidate marked is told. */
export function conductInWords(paper: Paper, state: State): Row[] {
  const conduct = conductOf(paper, state);
  return isWholeExam(state) ? examInWords(conduct, state) : marksInWords(conduct);
}

function examInWords(conduct: Conduct, state: State): Row[] {
  const { thirds, slowest, changed, struck, keysStruck } = conduct;
  const { limitMs } = state.started.policy;
  const limit = limitMs === undefined ? '' : ` of ${clockTime(limitMs)}`;
  const pace = thirds.map((ms) => timeSpent(ms)).join(' · ');
  const slow = slowest.map(({ slot, ms }) => `question ${slot} (${timeSpent(ms)})`).join(', ');
  const end = ranOutUnseen(state) ? '; the rest ran out while nobody was there' : '';
  const crossedOut = `options of ${count(struck, 'question')}, the right one in ${keysStruck}`;
  return [
    ['Time', `${timeSpent(state.now.ms)}${limit}${end}`],
    ['Pace', `${pace} a question${thirds.length === 3 ? ', by thirds' : ''}`],
    ...(slow === '' ? [] : [['Slowest', slow] as const]),
    ...(changed.count > 0 ? [['Changed', changedInWords(changed)] as const] : []),
    ...marksInWords(conduct),
    ...(struck > 0 ? [['Crossed out', crossedOut] as const] : []),
  ];
}

function marksInWords({ flagged, guessed }: Conduct): Row[] {
  const marks = { Flagged: flagged, Guessed: guessed };
  return Object.entries(marks).flatMap(([name, { count, right }]): Row[] =>
    count > 0 ? [[name, `${count}: ${right} right`]] : [],
  );
}

function changedInWords({ count, becameRight, becameWrong }: Conduct['changed']): string {
  return `${count}: ${becameRight} became right, ${becameWrong} became wrong, ${count - becameRight - becameWrong} no difference`;
}
