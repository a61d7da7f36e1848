// Before an exam starts: what the paper is made of, and exams that can be resumed instead. The clock starts with the answer.
import { actionOn } from '../../core/keymap.ts';
import { blank, type Line, line, span } from '../../core/text/styled.ts';
import { footerKeys, rule } from '../../terminal/painting/layout.ts';
import type { Context } from '../context.ts';
import { type ExamPlan, planInWords } from './exam-plan.ts';
import { type OpenExam, openInWords, resumable } from './open-sessions.ts';

export type StartChoice = 'start' | 'quit' | OpenExam;

/** More open exams than digits are named all the same, for `quiz exam --resume`. */
const MOST_OFFERED = 9;

export function askStart(context: Context, plan: ExamPlan, open: readonly OpenExam[]): Promise<StartChoice> {
  return context.isLinear ? askInLines(context, plan, open) : askOnScreen(context, plan, open);
}

async function askOnScreen(context: Context, plan: ExamPlan, open: readonly OpenExam[]): Promise<StartChoice> {
  const offered = offeredOf(open);
  const [look, { showApp }] = await Promise.all([context.look(), import('../../terminal/show.ts')]);
  const { leave, keys } = look.keys;
  const hints = [
    'Enter start',
    ...digitsOf(offered).map((digits) => `${digits} resume`),
    `${leave} not now`,
    `${keys} keys`,
  ].join('  ');
  return showApp<StartChoice>(look, 'start', 'quit', (_, done) => ({
    scrollsByRow: () => true,
    screen: ({ columns }) => ({
      header: [line(span(plan.blueprint.title, 'strong')), rule(columns, look.glyphs.rule)],
      body: introduction(plan, open),
      footer: [footerKeys(hints)],
    }),
    press({ name }) {
      const choice = choiceOf(name === 'enter' ? '' : name, offered);
      if (choice) done(choice);
    },
  }));
}

async function askInLines(context: Context, plan: ExamPlan, open: readonly OpenExam[]): Promise<StartChoice> {
  const offered = offeredOf(open);
  const [{ askLine }, { keys }] = await Promise.all([import('../../terminal/input/ask-line.ts'), context.look()]);
  const spoken = introduction(plan, open).filter((block) => block !== blank);
  await context.print([line(`${plan.blueprint.title}.`), ...spoken]);
  const others = [...digitsOf(offered).map((digits) => `${digits} to resume`), `${keys.leave} for not now`].join(', ');
  for (;;) {
    const text = await askLine(`Press Enter to start the clock, or type ${others}: `);
    const typed = text?.trim().toLowerCase() ?? 'leave';
    const choice = choiceOf(actionOn('start', typed, keys) ?? typed, offered);
    if (choice) return choice;
  }
}

function choiceOf(typed: string, offered: readonly OpenExam[]): StartChoice | undefined {
  if (typed === '') return 'start';
  return typed === 'leave' || typed === 'esc' ? 'quit' : offered[Number(typed) - 1];
}

/** What is pressed to resume one of them; nothing where there is none. */
function digitsOf({ length }: readonly OpenExam[]): string[] {
  if (length === 0) return [];
  return [length === 1 ? '1' : `1-${length}`];
}

/** The exams that have a digit. */
function offeredOf(open: readonly OpenExam[]): OpenExam[] {
  return resumable(open).slice(0, MOST_OFFERED);
}

function introduction(plan: ExamPlan, open: readonly OpenExam[]): Line[] {
  const offered = offeredOf(open);
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
