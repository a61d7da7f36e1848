// What can be wrong between a bank and its notes: quotes/problems.ts, coverage.ts and notes-text.ts find it.
import type { Described } from '../rule.ts';

const LISTED = 'A crawler run lists the columns of new files';

/** A question's quote, under what the notes say of that. */
function quoting(section: string, text: string): string[] {
  return [`# under "Crawlers" the notes say: ${LISTED}`, 'quotes:', `  - { section: ${section}, text: ${text} }`];
}

export const notesForms: readonly Described[] = [
  {
    code: 'unknown-section',
    severity: 'error',
    title: 'the notes have no section of that name',
    why: 'A quote stands under a heading of the notes, named without its marks and pictograms; above the first one, under the name of the file.',
    bad: ['quotes:', '  - { section: Robots, text: They write down all the columns there are }'],
    good: ['quotes:', '  - { section: Crawlers, text: A crawler run lists the columns of new files }'],
  },
  {
    code: 'quote-not-found',
    severity: 'error',
    title: 'a quote does not stand in its section',
    why: 'A quote proves the answer in the words of your notes, errors included: only white space and Markdown marks may differ. After the notes changed, --fix takes the new words where they are certain.',
    bad: quoting('Crawlers', 'A crawler run writes down all the columns there are'),
    good: quoting('Crawlers', LISTED),
  },
  {
    code: 'quote-moved',
    severity: 'error',
    title: 'a quote stands in another section',
    why: 'The words stand once in the notes, so the question keeps its proof. Name the section in which they are now, or let --fix do it.',
    bad: quoting('Streams', LISTED),
    good: quoting('Crawlers', LISTED),
  },
  {
    code: 'quote-ambiguous',
    severity: 'warning',
    title: 'the words stand in two sections of one name',
    why: 'A line that stands twice is told by its section. Where both sections have one name, the first is taken; name the path to the one that is meant, as the screen shows it.',
    bad: [
      '# under "Glue › Limits" and "Kinesis › Limits" the notes say: The crawler run lists 50 columns at most',
      'quotes:',
      '  - { section: Limits, text: The crawler run lists 50 columns at most }',
    ],
    good: [
      '# under "Glue › Limits" and "Kinesis › Limits" the notes say: The crawler run lists 50 columns at most',
      'quotes:',
      '  - { section: Glue › Limits, text: The crawler run lists 50 columns at most }',
    ],
  },
  {
    code: 'left-out-not-found',
    severity: 'warning',
    title: 'what is left out does not stand in the notes',
    why: 'An entry under uncovered: names a statement of the notes. After they changed it may be there no more.',
    shows: 'manifest',
    bad: ['uncovered:', '  - { section: Streams, text: Nobody reads this, reason: out of date }'],
    good: ['uncovered:', '  - { section: Streams, text: Data retention is 24 hours by default., reason: out of date }'],
  },
  {
    code: 'left-out-but-quoted',
    severity: 'warning',
    title: 'what is left out is asked all the same',
    why: 'A question quotes the statement by now, so the entry under uncovered: says what is not so.',
    shows: 'manifest',
    bad: [
      'uncovered:',
      '  - { section: Crawlers, text: A crawler run lists the columns of new files, reason: too simple }',
    ],
    good: ['uncovered:', '  - { section: Streams, text: Data retention is 24 hours by default., reason: out of date }'],
  },
  {
    code: 'hidden-in-notes',
    severity: 'warning',
    title: 'the notes hold a character that cannot be seen',
    why: 'Control, zero-width and direction characters come with pasted text. Quotes and searches miss the words around them.',
    shows: 'words',
    bad: ['Amazon<U+200B>S3, where <U+200B> is a space without width.'],
    good: ['Amazon S3, typed anew.'],
  },
];
