// Shares with the range that each may lie in, one under the other, and the line that is to be reached.
import { inPercent } from '../../core/text/wording.ts';
import type { Interval } from '../../core/wilson.ts';
import { type Markup, markup } from '../../html/markup.ts';
import { across, type Picture } from './figure.ts';

/** Shares from 0 to 1. */
export interface Range extends Interval {
  readonly label: string;
  /** How far it is set in: what is below another stands under it. */
  readonly depth?: number;
  /** The best single figure; none where there is too little to go by. */
  readonly point?: number;
  /** At the right edge: the figures in a few signs. */
  readonly value: string;
}

const ROW = 42;
const TOP = 20;
const BOTTOM = 18;
const INDENT = 14;

/** Where the track lies in its row. */
const TRACK = 22;

/** More rows go into a picture of their own, with its own scale. */
const MOST = 14;

/** The ranges in as many pictures as keep each short. `pass`: where the pass line stands, from 0 to 1. */
export function rangePictures(ranges: readonly Range[], pass?: number): Picture[] {
  const parts = Math.ceil(ranges.length / MOST);
  const each = Math.ceil(ranges.length / parts);
  return Array.from({ length: parts }, (_, part) => picture(ranges.slice(part * each, (part + 1) * each), pass));
}

function picture(ranges: readonly Range[], pass: number | undefined): Picture {
  const foot = TOP + ranges.length * ROW;
  return {
    height: foot + BOTTOM,
    inside: markup`${ranges.map(track)}
${pass !== undefined && passLine(pass, ranges.length)}
${ranges.map(dot)}
${scale(foot)}
`,
  };
}

/** The label over the whole way from 0 to 100 %, and the range on it. */
function track({ label, depth = 0, value, low, high, point }: Range, index: number): Markup {
  const y = TOP + index * ROW;
  return markup`<foreignObject x="${depth * INDENT}" y="${y}" width="70%" height="20"><div class="cut" dir="auto">${label}</div></foreignObject>
<text class="note" x="100%" y="${y + 14}" text-anchor="end">${value}</text>
<rect class="track" x="0" y="${y + TRACK}" width="100%" height="10" rx="5"/>
<rect class="${point === undefined ? 'few' : 'range'}" x="${across(low)}" y="${y + TRACK}" width="${across(high - low)}" height="10" rx="5"/>
`;
}

function dot({ point }: Range, index: number): Markup | undefined {
  if (point === undefined) return undefined;
  return markup`<circle class="point" cx="${across(point)}" cy="${TOP + index * ROW + TRACK + 5}" r="6"/>\n`;
}

/** The line at a mark from 0 to 1: named on top, and drawn across each track, not through the words between them. */
function passLine(pass: number, rows: number): Markup {
  const anchor = pass > 0.7 ? 'end' : pass < 0.3 ? 'start' : 'middle';
  const ticks = Array.from({ length: rows }, (_, index) => {
    const y = TOP + index * ROW + TRACK;
    return markup`<line class="pass" x1="${across(pass)}" x2="${across(pass)}" y1="${y - 4}" y2="${y + 14}"/>\n`;
  });
  return markup`<text class="note" x="${across(pass)}" y="12" text-anchor="${anchor}">pass line ${inPercent(pass)}</text>
${ticks}`;
}

function scale(foot: number): Markup {
  return markup`<text class="note" x="0" y="${foot + 13}">0 %</text>
<text class="note" x="50%" y="${foot + 13}" text-anchor="middle">50 %</text>
<text class="note" x="100%" y="${foot + 13}" text-anchor="end">100 %</text>`;
}
