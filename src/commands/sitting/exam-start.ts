// Before an exam starts: what the paper is made of, and exams that can be resumed instead. The clock starts with the answer.
import { actionOn } from '../../core/keymap.ts';
import { blank, type Line, labelled, line, span } from '../../core/text/styled.ts';
import { sentence } from '../../core/text/wording.ts';
import { footerKeys, heading } from '../../terminal/painting/layout.ts';
import type { Context } from '../context.ts';
import { type ExamPlan, planInWords } from './exam-plan.ts';
import { type OpenExam, openInWords, resumable } from './open-exams.ts';

export type StartChoice = 'start' | 'quit' | OpenExam;

export function askStart(context: Context, plan: ExamPlan, open: readonly OpenExam[]): Promise<StartChoice> {
  const offered = resumable(open);
  const start = { title: plan.blueprint.title, told: introduction(plan, open, offered), offered };
  return context.isLinear ? askInLines(context, start) : askOnScreen(context, start);
}

/** What stands before the answer. */
interface Start {
  readonly title: string;
  readonly told: readonly Line[];
  /** The exams that can be resumed, by their numbers from 1. */
  readonly offered: readonly OpenExam[];
}

async function askOnScreen(context: Context, { title, told, offered }: Start): Promise<StartChoice> {
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
  ];
  let typed = '';
  return showApp<StartChoice>(look, 'start', 'quit', (terminal, done) => ({
    scrolling: () => 'rows',
    screen: (size) => ({
      header: heading(title, size, look.glyphs),
      body: told,
      footer: [...(typed ? [line(span(moreDigits('Resume', typed), 'strong'))] : []), footerKeys(...hints)],
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

async function askInLines(context: Context, { title, told, offered }: Start): Promise<StartChoice> {
  const [{ askLine }, { keys }] = await Promise.all([import('../../terminal/input/ask-line.ts'), context.look()]);
  await context.print([line(sentence(title)), ...told.filter((one) => one !== blank)]);
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

/** What the paper is made of, and the exams that are open: those that are `offered`, by number. */
function introduction(plan: ExamPlan, open: readonly OpenExam[], offered: readonly OpenExam[]): Line[] {
  const others = open.filter((exam) => !offered.includes(exam));
  return [
    line(`${planInWords(plan)}.`),
    ...plan.notes.map((note) => line(note)),
    blank,
    line(`No feedback before you submit. Everything is saved as you go${clockRule(plan)}`),
    ...(open.length > 0 ? [blank, line(span('Open exams', 'strong'))] : []),
    ...offered.map((exam, index) => labelled(`${index + 1}  `, `resume ${exam.title}: ${openInWords(exam)}`)),
    ...others.map((exam) => labelled('-  ', `${exam.session}: ${openInWords(exam)}`)),
  ];
}

function clockRule({ policy }: ExamPlan): string {
  if (policy.limitMs === undefined) return '.';
  return policy.clock === 'wall'
    ? '; the deadline is absolute: it passes while you are away.'
    : '; leaving stops the clock.';
}
