// How an exam was sat, in words: the figures are core/sitting/conduct.ts.
import { type Conduct, conductOf } from '../core/sitting/conduct.ts';
import { type Paper, ranOutUnseen, type State } from '../core/sitting/session.ts';
import { type Block, blank, labelled } from '../core/text/styled.ts';
import { clockTime, count, timeSpent } from '../core/text/wording.ts';

/** How the exam was sat; a drill has no pace to keep. */
export function conductLines(paper: Paper, state: State): Block[] {
  const rows = conductInWords(paper, state);
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return [blank, ...rows.map(([name, text]) => labelled(name.padEnd(width), text))];
}

export function conductInWords(paper: Paper, state: State): (readonly [name: string, text: string])[] {
  const { thirds, slowest, changed, flagged, struck, keysStruck } = conductOf(paper, state);
  const { limitMs } = state.started.policy;
  const limit = limitMs === undefined ? '' : ` of ${clockTime(limitMs)}`;
  const pace = thirds.map((ms) => timeSpent(ms)).join(' · ');
  const slow = slowest.map(({ slot, ms }) => `question ${slot} (${timeSpent(ms)})`).join(', ');
  return [
    [
      'Time',
      `${timeSpent(state.now.ms)}${limit}${ranOutUnseen(state) ? '; the rest ran out while nobody was there' : ''}`,
    ],
    ['Pace', `${pace} a question${thirds.length === 3 ? ', by thirds' : ''}`],
    ...(slow === '' ? [] : [['Slowest', slow] as const]),
    ...(changed.count > 0 ? [['Changed', changedInWords(changed)] as const] : []),
    ...(flagged.count > 0 ? [['Flagged', `${flagged.count}: ${flagged.right} right`] as const] : []),
    ...(struck > 0
      ? [['Crossed out', `options of ${count(struck, 'question')}, the right one in ${keysStruck}`] as const]
      : []),
  ];
}

function changedInWords({ count, becameRight, becameWrong }: Conduct['changed']): string {
  return `${count}: ${becameRight} became right, ${becameWrong} became wrong, ${count - becameRight - becameWrong} no difference`;
}
