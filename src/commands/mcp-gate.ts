// Fairness: while an exam of the bank is open, in whichever terminal, an assistant gets nothing. The one place that decides it.
import { Failure } from '../failure.ts';
import type { Tool } from '../mcp/tool.ts';
import type { Context } from './context.ts';
import { openExams } from './open-sessions.ts';

/**
 * The tools as an assistant may call them: each asks before it begins, and again before its reply leaves, whether an exam of
 * this bank is open. All of them: notes and explanations hold keys, findings and statistics hint at them. An exam that was left
 * is open too: whoever could look things up meanwhile would sit another exam.
 */
export function closedDuringExams(
  { sessions }: Pick<Context, 'sessions'>,
  bank: string,
  tools: readonly Tool[],
): Tool[] {
  const refuseDuringExam = () => {
    const [open] = openExams(sessions, bank);
    if (open) throw examOpen(open.session);
  };
  return tools.map((tool) => ({
    ...tool,
    async run(given) {
      refuseDuringExam();
      const reply = await tool.run(given);
      refuseDuringExam();
      return reply;
    },
  }));
}

function examOpen(session: string): Failure {
  return new Failure(
    'usage',
    'exam-open',
    'an exam of this bank is open; until it is handed in, assistants see neither questions nor notes',
    `the candidate goes on with it, or hands it in: quiz exam --resume ${session}`,
  );
}
