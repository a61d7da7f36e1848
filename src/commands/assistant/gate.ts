// Fairness: while an exam of the bank is open, in whichever terminal, an assistant gets nothing. The one place that decides it.
import { Failure } from '../../failure.ts';
import type { Tool } from '../../mcp/tool.ts';
import { commandLine } from '../../system/command-line.ts';
import type { Context } from '../context.ts';
import { openExams } from '../sitting/open-exams.ts';

/**
 * The tools as an assistant may call them: before each begins, and again before its reply leaves, it is made sure that no exam
 * of this bank is open. That holds for all tools, since notes and explanations hold keys, and findings and statistics hint at
 * them. An exam that was left counts as open: with things looked up meanwhile it would be another exam. The bank may get another
 * id while an assistant works with it, so exams under all ids that it has had count.
 */
export function closedDuringExams(
  { sessions, bank: openBank }: Pick<Context, 'sessions' | 'bank'>,
  tools: readonly Tool[],
): Tool[] {
  const ids = new Set<string>();
  const refuseDuringExam = async () => {
    const bank = await openBank();
    ids.add(bank.id);
    const [open] = [...ids].flatMap((id) => openExams(sessions, id));
    if (open) throw examOpen(open.session);
  };
  return tools.map((tool) => ({
    ...tool,
    async run(given) {
      await refuseDuringExam();
      const reply = await tool.run(given);
      await refuseDuringExam();
      return reply;
    },
  }));
}

function examOpen(session: string): Failure {
  return new Failure(
    'usage',
    'exam-open',
    'an exam of this bank is open; until it is handed in or given up, assistants see neither questions nor notes',
    `the candidate goes on with it, hands it in, or gives it up: ${commandLine('exam', '--resume', session)}`,
  );
}
