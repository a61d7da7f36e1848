// A bank of four questions whose key is always `alpha`, and an exam of it that was left with all of them answered.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from './folders.ts';
import { type Outcome, quiz } from './quiz.ts';

const question = (number: number) => `  - id: q${number}
    type: single
    topics: [${number > 2 ? 'u' : 't'}]
    stem: Which animal of the notes number ${number} is a mammal that purrs?
    options:
      - { id: alpha, text: The cat number ${number}, why: "It purrs, number ${number}." }
      - { id: bravo, text: The dog number ${number}, why: "It barks, number ${number}." }
      - { id: gamma, text: The ant number ${number}, why: "It crawls, number ${number}." }
    answer: alpha
    quotes: [{ section: H, text: Cats are mammals and purr. }]
`;

export function mammalsBank(): string {
  return folderWith({
    'notes.md': '# H\n\nCats are mammals and purr.\nDogs bark a lot.\n',
    'bank.yaml': `id: tiny
title: Tiny
notes: notes.md
topics: { t: Topic T, u: Topic U }
exams:
  - { id: e, title: E, questions: 4, minutes: 10, pass: 50, weights: { t: 50, u: 50 } }
`,
    'q.yaml': `questions:\n${[1, 2, 3, 4].map(question).join('')}`,
  });
}

/** What an author does while an exam is open: every question is another one. */
export function editMammals(bank: string): void {
  const path = join(bank, 'q.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('is a mammal', 'is now a mammal'));
}

const ANSWERS = [1, 2, 3, 4]
  .map((slot) => `${JSON.stringify({ type: 'respond', slot, response: ['alpha'] })}\n`)
  .join('');

/** Answers all four questions of a new exam rightly and leaves it. */
export function leaveExam(data: string, bank: string, run = quiz): Outcome {
  return run(['exam', '--seed', '1', '--bank', bank, '--jsonl'], { data, input: ANSWERS });
}

/** Takes the open exam up and hands it in; its result. */
export function handIn(data: string, bank: string, run = quiz): Outcome & { readonly result: Record<string, unknown> } {
  const outcome = run(['exam', '--resume', '--bank', bank, '--jsonl'], { data, input: '{"type":"finish"}\n' });
  return { ...outcome, result: JSON.parse(outcome.out.trim().split('\n').at(-1) ?? '{}') };
}
