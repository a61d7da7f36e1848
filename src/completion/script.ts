// The script that a shell loads, from @bomb.sh/tab. It calls `quiz complete -- WORDS` on each Tab and reads the reply.
import { script } from '@bomb.sh/tab';
import type { Shell } from './shells.ts';

/** Prints the script: the library writes to standard output itself. */
export function printScript(shell: Shell): void {
  script(shell, 'quiz', 'quiz');
  // Without this bash offers no files where the reply leaves them to it (@bomb.sh/tab 0.0.22).
  if (shell === 'bash') process.stdout.write('complete -o default -F __quiz_complete quiz\n');
}
