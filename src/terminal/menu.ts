// Menus of inquirer's own: loaded only when one is shown.
import { ExitPromptError } from '@inquirer/core';
import inquirer from 'inquirer';
import type { Topic } from '../core/item.ts';
import { safe } from '../core/safe.ts';

/** Lets the learner pick a topic from the tree. Undefined where they think better of it. */
export async function pickTopic(topics: ReadonlyMap<Topic, string>): Promise<Topic | undefined> {
  const choices = [...topics].map(([value, title]) => ({
    value,
    name: `${'  '.repeat(value.split('/').length - 1)}${safe(title)}`,
  }));
  const pageSize = Math.max(5, (process.stdout.rows || 24) - 4);
  try {
    const { topic } = await inquirer.prompt<{ topic: Topic }>([
      { type: 'select', name: 'topic', message: 'Which topic? (Ctrl-C goes back)', choices, pageSize, loop: false },
    ]);
    return topic;
  } catch (error) {
    if (error instanceof ExitPromptError) return undefined;
    throw error;
  }
}
