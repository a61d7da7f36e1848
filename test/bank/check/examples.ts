// A bad and a good example of each rule that looks at one item.
import { readNotes } from '../../../src/bank/notes/notes.ts';
import type { Common } from '../../../src/core/items/item.ts';
import type { Body } from '../../../src/core/items/kinds/index.ts';
import { cloze, multiple, options, single } from './items.ts';

export const notes = [
  readNotes(
    'notes.md',
    '# Streams\n\nData retention is 24 hours by default.\nOnce data is inserted in the stream it can not be deleted by anybody.\n',
  ),
];
export const quote = {
  section: 'Streams',
  text: 'Data retention is 24 hours by default.',
  file: 'notes.md',
  lines: [3, 3],
  path: ['Streams'],
  context: {},
} as const;

type Changes = Partial<Common> & { readonly body?: Body };
type Example = readonly [code: string, bad: Changes, good: Changes];

/** Without its `without`-th option's rationale, or with another. */
function withWhy(why: string | undefined): Body {
  const [first, ...others] = options('*The crawler run', 'The bucket policy', 'The shard count');
  if (!first) throw new Error('no option');
  const { why: _, ...bare } = first;
  return { type: 'single', options: [why === undefined ? bare : { ...bare, why }, ...others], answer: ['a'] };
}

export const unexplained: Body = {
  type: 'single',
  options: [
    { id: 'a', text: 'The crawler run' },
    { id: 'b', text: 'The bucket policy' },
  ],
  answer: ['a'],
};

export const examples: readonly Example[] = [
  [
    'same-option',
    { body: single('*The crawler run', 'the  crawler run.', 'A shard') },
    { body: single('*`String`', '`string`', 'Number') },
  ],
  [
    'count-differs',
    {
      stem: 'Which of these services work without servers? (Choose TWO.)',
      body: multiple('*Ash', '*Elm', '*Oak', 'Fir'),
    },
    {
      stem: 'Which of these services work without servers? (Choose TWO.)',
      body: multiple('*Ash', '*Elm', 'Oak', 'Fir'),
    },
  ],
  [
    'count-missing',
    { stem: 'Which of these services work without any servers?', body: multiple('*Ash', '*Elm', 'Oak') },
    { stem: 'Which two of these services work without servers?', body: multiple('*Ash', '*Elm', 'Oak') },
  ],
  ['all-of-the-above', { body: single('*Ash', 'Elm', 'All of the above') }, { body: single('*Ash', 'Elm', 'None') }],
  [
    'key-not-in-notes',
    {
      level: 'recall',
      stem: 'For how long are records kept by default?',
      quotes: [quote],
      body: single('1 day', '*7 days', '30 days'),
    },
    {
      level: 'recall',
      stem: 'For how long are records kept by default?',
      quotes: [quote],
      body: single('1 hour', '*24 hours', '48 hours'),
    },
  ],
  ['no-quote', { quotes: [] }, { quotes: [{ ...quote, text: 'The crawler run lists the columns.' }] }],
  [
    'copied-from-notes',
    { stem: 'Once data is inserted in the stream it can not be deleted. Who says so?' },
    { stem: 'A wrong record was sent an hour ago. Who can take it out of the stream again?' },
  ],
  [
    'no-explanation',
    { body: unexplained },
    { body: unexplained, why: 'The crawler run lists columns and the policy grants access.' },
  ],
  ['option-unexplained', { body: withWhy(undefined) }, {}],
  ['thin-explanation', { body: withWhy('This is wrong.') }, {}],
  ['same-explanation', { body: withWhy('The reason for option number 2 is told here in full.') }, {}],
  [
    'unclosed-mark',
    { stem: 'Which of these keys is **never managed by the provider itself?' },
    { stem: 'What is 2**3, and which **bold** key or <my_bucket> goes with it?' },
  ],
  [
    'shown-mark',
    { stem: 'Which crawler of the team (a *Bacillus subtilis*) lists the columns?' },
    { stem: 'Which of *.csv and *.md does f(*a, **k) of `**p**` list: 2*a*b, __init__, a_b_c or Vec<b>?' },
  ],
  [
    'hidden-character',
    { stem: 'Which of these services lists the col\u200bumns of files?' },
    { stem: 'Which emoji 👩‍🔬 stands for the scientist of the team?' },
  ],
  [
    'key-in-stem',
    {
      stem: 'A crawler run was started by the team at noon. What lists the columns?',
      body: single('*A crawler run', 'A bucket policy', 'A shard'),
    },
    {
      stem: 'The team weighs a crawler run and a shard. What lists the columns?',
      body: single('*A crawler run', 'A bucket policy', 'A shard'),
    },
  ],
  [
    'key-echoes-stem',
    {
      stem: 'Where does a query engine look up the catalog of tables it needs?',
      body: single('*The catalogs', 'The triggers', 'The buckets'),
    },
    {
      stem: 'Where does a query engine look up the catalog of tables it needs?',
      body: single('*The catalogs', 'The catalog jobs', 'The buckets'),
    },
  ],
  [
    'only-key-specific',
    { body: single('rather quickly', '*within 60 seconds', 'rather slowly') },
    { body: single('within 10 seconds', '*within 60 seconds', 'rather slowly') },
  ],
  [
    'longest-is-right',
    { body: single('Ash', 'Elm', '*The oak that stands behind the house') },
    { body: single('The elm that stands before the barn', 'Elm', '*The oak that stands behind the house') },
  ],
  [
    'uneven-options',
    { body: single('Ash', 'The elm that stands before the barn today', '*Oak') },
    { body: single('Ash', 'Elm and oak', '*Oak') },
  ],
  ['long-stem', { stem: `${'word '.repeat(120)}what?` }, { stem: `${'word '.repeat(115)}what?` }],
  [
    'long-option',
    { body: single('*Ash', 'elm '.repeat(36), 'Oak') },
    { body: single('*Ash', 'elm '.repeat(35), 'Oak') },
  ],
  [
    'absolute-distractor',
    { body: single('*It keeps records', 'It always drops records', 'It sends records') },
    { body: single('*It always keeps records', 'It drops records', 'It sends records') },
  ],
  [
    'only-absolute-differs',
    { body: single('*The owner can read it', 'Only the owner can read it', 'A guest reads it') },
    { body: single('*The owner can read it', 'Only the guest can read it', 'A robot reads it') },
  ],
  [
    'hedged-key',
    { body: single('It is free', '*It is usually cheaper', 'It is dearer') },
    { body: single('It is usually free', '*It is usually cheaper', 'It is dearer') },
  ],
  [
    'negative-stem',
    { stem: 'Which of these services is NOT able to list the columns?' },
    { stem: 'The team does not want servers. Which service has the LEAST cost at least for a year?' },
  ],
  [
    'negative-unmarked',
    { stem: 'Which of these services is not able to list the columns?' },
    { stem: 'Which of these services is NOT able to list the columns?' },
  ],
  [
    'double-negative',
    {
      stem: 'Which statement about the streams is NOT true today?',
      body: single('*They do not store data', 'They store data', 'They scale'),
    },
    {
      stem: 'Which statement about the streams is NOT true today?',
      body: single('*They store data', 'They split data', 'They scale'),
    },
  ],
  [
    'vague-amount',
    { stem: 'Which storage class suits data that is read often?' },
    { stem: 'How many shards are needed for data that is read every 5 minutes?' },
  ],
  [
    'option-in-option',
    { body: single('*Encrypt the bucket', 'Encrypt the bucket and log requests', 'Tag it') },
    { body: single('*S3', 'S3 Glacier', 'EBS') },
  ],
  [
    'opposite-options',
    { body: single('*Shards can be merged', 'Shards cannot be merged', 'Shards are free') },
    { body: single('*Shards can be merged', 'Streams cannot be merged', '[]', '""') },
  ],
  [
    'repeated-start',
    { body: single('*It is used to encrypt', 'It is used to audit', 'It is used to tag') },
    { body: single('*It is used to encrypt', 'It is used for audits', 'It tags') },
  ],
  ['unfocused-stem', { stem: 'Which of the following is true?' }, { stem: 'For how long does a stream keep records?' }],
  [
    'hard-sentences',
    {
      stem: 'Notwithstanding organizational considerations regarding administrative responsibilities of interdepartmental communication authorities for the implementation of comprehensive documentation, which alternative is appropriate?',
    },
    {
      stem: 'Two teams of the firm share one bucket, and each of them may see only its own files. What do they need to set up first for that?',
    },
  ],
  [
    'thin-scenario',
    { scenario: true, stem: 'A firm uses a bucket. Which class is cheapest?' },
    {
      scenario: true,
      stem: 'A firm keeps logs that nobody reads after the first month, but that the auditor may ask for within a day. Which class costs it least over the years?',
    },
  ],
  [
    'article-mismatch',
    { stem: 'The records of a stream are grouped in a ____.', body: cloze('archive') },
    { stem: 'The records of a stream are grouped in an ____.', body: cloze('archive', 'HTTP archive') },
  ],
  [
    'gap-missing',
    { stem: 'The records of a stream are grouped in an archive by the service.', body: cloze('archive') },
    { stem: 'In what are the records of a stream grouped by the service?', body: cloze('archive') },
  ],
  [
    'several-gaps',
    { stem: 'The records of a stream that has ____ shards are grouped in an ____.', body: cloze('archive') },
    { stem: 'The records of a stream that has two shards are grouped in a ____ ____.', body: cloze('data lake') },
  ],
  [
    'numbers-unordered',
    { body: single('365 days', '*24 hours', '7 days') },
    { body: single('*24 hours', '7 days', '365 days') },
  ],
  ['unknown-waiver', { waive: { 'longest-is-rigth': 'a name' } }, { waive: { 'longest-is-right': 'a name' } }],
];
