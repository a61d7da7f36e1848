// Before an exam starts: what the paper is made of, and exams that can be resumed instead. The clock starts with the answer.
import { actionOn } from '../../core/keymap.ts';
import { blank, type Line, line, span } from '../../core/text/styled.ts';
import { sentence } from '../../core/text/wording.ts';
import { footerKeys, heading } from '../../terminal/painting/layout.ts';
import type { Context } from '../context.ts';
import { type ExamPlan, planInWords } from './exam-plan.ts';
import { type OpenExam, openInWords, resumable } from './open-exams.ts';

export type StartChoice = 'start' | 'quit' | OpenExam;

export function askStart(context: Context, plan: ExamPlan, open: readonly OpenExam[]): Promise<StartChoice> {
  return context.isLinear ? askInLines(context, plan, open) : askOnScreen(context, plan, open);
}

async function askOnScreen(context: Context, plan: ExamPlan, open: readonly OpenExam[]): Promise<StartChoice> {
  const offered = resumable(open);
  const [look, { showApp }, { moreDigits, typedNumber }] = await Promise.all([
    context.look(),
    import('../../terminal/show.ts'),
    import('../../terminal/input/typed-number.ts'),
  ]);
  const { leave, keys } = look.keys;
  const hints = [
    'Enter start',
    ...numbersOf(offered).map((numbers) => `${numbers} resume`),
    `${leave} not now`,
    `${keys} keys`,
  ].join('  ');
  let typed = '';
  return showApp<StartChoice>(look, 'start', 'quit', (terminal, done) => ({
    scrollsByRow: () => true,
    screen: (size) => ({
      header: heading(plan.blueprint.title, size, look.glyphs),
      body: introduction(plan, open),
      footer: [...(typed ? [line(span(moreDigits('Resume', typed), 'strong'))] : []), footerKeys(hints)],
    }),
    press({ name }) {
      const step = typedNumber(typed, name, offered.length);
      typed = step && !step.isWhole ? step.typed : '';
      const choice = typed === '' && choiceOf(step?.typed ?? (name === 'enter' ? '' : name), offered);
      if (choice) done(choice);
      else terminal.repaint();
    },
  }));
}

async function askInLines(context: Context, plan: ExamPlan, open: readonly OpenExam[]): Promise<StartChoice> {
  const offered = resumable(open);
  const [{ askLine }, { keys }] = await Promise.all([import('../../terminal/input/ask-line.ts'), context.look()]);
  const spoken = introduction(plan, open).filter((block) => block !== blank);
  await context.print([line(sentence(plan.blueprint.title)), ...spoken]);
  const ways = [...numbersOf(offered).map((numbers) => `${numbers} to resume`), `${keys.leave} for not now`];
  for (;;) {
    const text = await askLine(`Press Enter to start the clock, or type ${ways.join(', ')}: `);
    const typed = text?.trim().toLowerCase() ?? 'leave';
    const choice = choiceOf(actionOn('start', typed, keys) ?? typed, offered);
    if (choice) return choice;
  }
}

function choiceOf(typed: string, offered: readonly OpenExam[]): StartChoice | undefined {
  if (typed === '') return 'start';
  return typed === 'leave' || typed === 'esc' ? 'quit' : offered[Number(typed) - 1];
}

/** What is typed to resume one of them; nothing where there is none. */
function numbersOf({ length }: readonly OpenExam[]): string[] {
  if (length === 0) return [];
  return [length === 1 ? '1' : `1-${length}`];
}

function introduction(plan: ExamPlan, open: readonly OpenExam[]): Line[] {
  const offered = resumable(open);
  const others = open.filter((exam) => !offered.includes(exam));
  return [
    line(`${planInWords(plan)}.`),
    ...plan.notes.map((note) => line(note)),
    blank,
    line(`No feedback before you submit. Everything is saved as you go${clockRule(plan)}`),
    ...(open.length > 0 ? [blank, line(span('Open exams', 'strong'))] : []),
    ...offered.map((exam, index) => line(`${index + 1}  resume ${exam.title}: ${openInWords(exam)}`)),
    ...others.map((exam) => line(`-  ${exam.session}: ${openInWords(exam)}`)),
  ];
}

function clockRule({ policy }: ExamPlan): string {
  if (policy.limitMs === undefined) return '.';
  return policy.clock === 'wall'
    ? '; the deadline is absolute: it passes while you are away.'
    : '; leaving stops the clock.';
}
