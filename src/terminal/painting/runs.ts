// A text that is wrapped, taken apart at the commands in it that no row holds: each of them stands in a row of its own.

import { type Span, span } from '../../core/text/styled.ts';
import { atCommands } from '../../core/text/wrap.ts';

interface Run {
  readonly spans: readonly Span[];
  readonly isCommand: boolean;
}

/** What ends a sentence or goes on in it right behind a command: in a row of its own the command ends by itself. */
const BEHIND = /^[.,;:]?\s*/;

/** One run where every command fits. */
export function runsOf(spans: readonly Span[], fits: (text: string) => boolean): readonly Run[] {
  const runs: { readonly spans: Span[]; readonly isCommand: boolean }[] = [{ spans: [], isCommand: false }];
  for (const { text, role } of spans)
    for (const [index, part] of atCommands(text).entries()) {
      if (index % 2 === 1 && !fits(part))
        runs.push({ spans: [span(part, role)], isCommand: true }, { spans: [], isCommand: false });
      else if (part !== '') {
        const current = runs.at(-1)?.spans ?? [];
        current.push(span(current.length === 0 && runs.length > 1 ? part.replace(BEHIND, '') : part, role));
      }
    }
  const filled = runs.filter((run) => run.spans.some(({ text }) => text.trim() !== ''));
  return filled.length > 0 ? filled : runs;
}
