// The pages that a bank can be made of: a list of what is to be done teaches nothing.
import { type Notes, titleLines } from '../bank/notes/notes.ts';

/** A point of a to-do list: "- [ ] buy tea". */
const TO_DO = /^\s*[-*+]\s+\[[ xX]\]\s/;
/** What carries no text: an empty line, a rule, the line below a heading. */
const NO_TEXT = /^[\s=*_-]*$/;

/** The notes but those that are to-do lists alone; all of them where there are no others. */
export function teachingAmong(all: readonly Notes[]): readonly Notes[] {
  const teaching = all.filter((notes) => !isToDoList(notes));
  return teaching.length > 0 ? teaching : all;
}

/** Whether a page has nothing but what is to be done below its headings. */
function isToDoList(notes: Notes): boolean {
  const titles = titleLines(notes);
  const told = notes.lines.filter((line, index) => !titles.has(index + 1) && !NO_TEXT.test(line));
  return told.length > 0 && told.every((line) => TO_DO.test(line));
}
