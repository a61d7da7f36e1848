// `quiz help NAME` for what is no command: a topic, or a code of `quiz check`.
import { keymapOf } from '../core/keymap.ts';
import { topics } from '../help/topics.ts';
import type { Context } from './context.ts';
import { unknown } from './shared/values.ts';

export async function help(context: Context, name: string, commands: readonly string[]): Promise<void> {
  const { codePage, codes } = await import('../help/codes.ts');
  const topic = topics.find((one) => one.name === name);
  const page = topic ? await topic.page(keymapOf(context.settings.keys)) : codePage(name);
  if (page.length === 0) {
    const known = [...commands, ...topics.map((one) => one.name), ...codes];
    throw unknown('command', name, known, 'quiz help lists the commands, quiz help codes the findings of a check');
  }
  await context.print(page);
}
