import { type Block, line } from '../core/text/styled.ts';
import { titledRows } from './rows.ts';

/** Every variable that is read. */
export const variables = {
  ours: [
    ['QUIZ_BANK', 'the bank: a folder, as with --bank'],
    ['QUIZ_DATA_DIR', 'where your records are kept, as with --data-dir'],
    ['QUIZ_COLOR', 'auto, always or never, as with --color'],
    ['QUIZ_ASCII', 'no signs beyond ASCII, as with --ascii'],
    ['QUIZ_ACCESSIBLE', 'plain lines for screen readers, as with --accessible'],
  ],
  everyones: [
    ['ACCESSIBLE', 'the same as QUIZ_ACCESSIBLE'],
    ['NO_COLOR', 'no colour, unless it is empty'],
    ['FORCE_COLOR', 'colour also where the output is no terminal, unless it is empty; 0 turns it off'],
    ['TERM', '"dumb" or none means plain lines without colour, "linux" no signs beyond ASCII'],
    ['LC_ALL, LC_CTYPE, LANG', 'signs beyond ASCII are used where the first that is set says UTF-8'],
    ['WT_SESSION, TERM_PROGRAM', 'on Windows: a terminal that can draw them'],
    ['XDG_DATA_HOME, XDG_CACHE_HOME', 'where records and compiled banks go on Linux'],
  ],
} as const;

/** The page on variables of the environment. */
export function environmentPage(): Block[] {
  return [
    ...titledRows('Variables of quiz', variables.ours),
    ...titledRows('Variables that many programs know', variables.everyones),
    line('Flags beat variables, variables beat quiz config, and that beats what is usual.'),
  ];
}
