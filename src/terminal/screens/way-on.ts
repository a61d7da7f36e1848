// A command on a screen. One that was cut into rows would be another one when it is copied.
import { type Line, line } from '../../core/text/styled.ts';
import { keptTogether } from '../../core/text/wording.ts';
import { stringWidth, textWidth } from '../painting/paint.ts';

/** Whether a window of so many columns shows the command in one piece. */
export function fitsInOneRow(command: string, columns: number): boolean {
  return stringWidth(command) <= textWidth(columns);
}

/** The command behind what it is for, or in the row below; `instead` stands there where no row holds it: it is told past the screen. */
export function wayOn(aim: string, command: string, columns: number, instead: string): Line[] {
  const [piece, whole] = [keptTogether(command), `${aim} ${keptTogether(command)}`];
  if (fitsInOneRow(whole, columns)) return [line(whole)];
  return fitsInOneRow(piece, columns) ? [line(aim), line(piece)] : [line(instead)];
}
