// Before an exam starts: what the paper is made of, and exams that can be resumed instead.
import { blank, line, span } from '../core/text.ts';
import { rule } from '../terminal/layout.ts';
import { openTerminal, run } from '../terminal/terminal.ts';
import type { Context } from './context.ts';
import { type ExamPlan, examInWords, openInWords } from './exam.ts';
import type { OpenExam } from './open-sessions.ts';

export type StartChoice = 'start' | 'quit' | OpenExam;

function clockRule({ policy }: ExamPlan): string {
  if (policy.limitMs === undefined) return '.';
  return policy.clock === 'wall'
    ? '; the deadline is absolute: it passes while you are away.'
    : '; leaving stops the clock.';
}

export async function askStart(context: Context, plan: ExamPlan, open: readonly OpenExam[]): Promise<StartChoice> {
  const { glyphs, palette } = await context.look(process.stdout);
  const terminal = openTerminal(palette);
  const offered = open.slice(0, 9);
  try {
    return await run<StartChoice>(
      terminal,
      (done) => ({
        screen: (size) => ({
          header: [line(span(plan.blueprint.title, 'strong')), rule(size.columns, glyphs.rule)],
          body: [
            line(`${examInWords(plan)}.`),
            ...plan.notes.map((note) => line(note)),
            blank,
            line(`No feedback before you submit. Everything is saved as you go${clockRule(plan)}`),
            ...(offered.length > 0 ? [blank, line(span('Open exams', 'strong'))] : []),
            ...offered.map((exam, index) => line(`${index + 1}  resume ${exam.title}: ${openInWords(exam)}`)),
          ],
          footer: [
            line(
              span(
                `Enter start${offered.length > 0 ? `  ${offered.length > 1 ? `1-${offered.length}` : '1'} resume` : ''}  q not now`,
                'quiet',
              ),
            ),
          ],
        }),
        press({ name }) {
          if (name === 'enter') done('start');
          else if (name === 'q' || name === 'esc') done('quit');
          else {
            const exam = offered[Number(name) - 1];
            if (exam) done(exam);
          }
        },
      }),
      'quit',
    );
  } finally {
    await terminal.close();
  }
}
