// `quiz review`: a past session question by question, with the quotes that prove each answer.
import { result } from '../core/sitting/result.ts';
import { type State, wasGivenUp } from '../core/sitting/state.ts';
import { type Block, blank, line, span } from '../core/text/styled.ts';
import { count } from '../core/text/wording.ts';
import { explanationLines, questionLines } from '../reports/explanation.ts';
import { answerRecords, reportDocument } from '../reports/report.ts';
import { type Remark, remarkInWords } from '../reports/unshown.ts';
import { commandPiece } from '../system/command-line.ts';
import type { Context } from './context.ts';
import { pastSession } from './sitting/past-session.ts';
import { pagesOf, type ReviewOptions, type ReviewPages, slotsNamed } from './sitting/review-pages.ts';
import type { Walk } from './sitting/review-walk.ts';
import { hasGraded } from './sitting/sessions-named.ts';
import { keepStudied } from './sitting/studied.ts';

export async function review(given: Context, name: string | undefined, options: ReviewOptions): Promise<void> {
  const past = await pastSession(given, 'review', name);
  const { context, state, paper } = past;
  const found = pagesOf(paper, state, options);
  const { json, plain } = context.globals;
  if (json || plain) {
    const { slots, ...rest } = reportDocument(state, paper);
    const named = slotsNamed(state, options);
    const meant = slots.filter(({ slot }) => named.includes(slot));
    if (json) context.printJson({ ...rest, slots: meant });
    else await context.print([answerRecords(meant)]);
    return;
  }
  const shown = new Set<number>();
  try {
    if (context.showsPages && found.pages.length > 0)
      await walkOnScreen({ ...past, ...found, shown, later: new Set<Remark>() });
    else await printAll(context, state, found, shown);
  } finally {
    await keepStudied(past, shown);
  }
}

async function walkOnScreen(what: Walk): Promise<void> {
  const { context, later } = what;
  const [{ onTerminal }, { walk }, look] = await Promise.all([
    import('../terminal/show.ts'),
    import('./sitting/review-walk.ts'),
    context.look(),
  ]);
  await onTerminal(look.palette, (terminal) => walk(what, terminal, look));
  for (const remark of later) context.say(remarkInWords(remark));
}

async function printAll(
  context: Context,
  state: State,
  { pages, remarks }: ReviewPages,
  shown: Set<number>,
): Promise<void> {
  const { glyphs } = await context.look();
  const { right, of } = result(state);
  const end = wasGivenUp(state) ? ', given up' : '';
  const blocks: Block[] = [line(span(state.started.form.title, 'strong'), `   ${right} of ${of} right${end}`), blank];
  for (const { slot, explained } of pages) {
    blocks.push(
      ...questionLines(explained.question, `Question ${slot}`),
      ...explanationLines(explained.grading, explained.item, explained.question, glyphs, {
        context: true,
        stem: false,
      }),
      blank,
    );
  }
  if (!hasGraded(state))
    blocks.push(
      line(
        'Nothing was answered in this session. Those with answers: ',
        span(commandPiece('report', '--list'), 'strong'),
      ),
    );
  else if (pages.length === 0) blocks.push(line(`${count(0, 'question')} to show.`));
  blocks.push(...remarks.map((remark) => line(remarkInWords(remark))));
  await context.print(blocks);
  for (const { slot } of pages) shown.add(slot);
}
