// Fairness: while an exam of the bank is open, in whichever terminal, an assistant gets nothing. The one place that decides it.
import { Failure } from '../../failure.ts';
import type { Tool } from '../../mcp/tool.ts';
import { commandLine } from '../../system/command-line.ts';
import type { Context } from '../context.ts';
import { openExams } from '../sitting/open-sessions.ts';

/**
 * The tools as an assistant may call them: each asks before it begins, and again before its reply leaves, whether an exam of
 * this bank is open. All of them: notes and explanations hold keys, findings and statistics hint at them. An exam that was left
 * is open too: whoever could look things up meanwhile would sit another exam. The bank may be given another id while an assistant works
 * with it: it is closed under each that it has had.
 */
export function closedDuringExams(context: Pick<Context, 'sessions' | 'bank'>, tools: readonly Tool[]): Tool[] {
  const ids = new Set<string>();
  const refuseDuringExam = async () => {
    const { id } = await context.bank();
    ids.add(id);
    for (const id of ids) {
      const [open] = openExams(context.sessions, id);
      if (open) throw examOpen(open.session);
    }
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
