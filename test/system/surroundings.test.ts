import { expect, test } from 'vitest';
import { calledAs } from '../../src/system/surroundings.ts';

const npx = { npm_command: 'exec', npm_lifecycle_event: 'npx' };

test.each([
  ['from a shell', {}, '/usr/lib/node_modules/notes-quiz/dist/main.cjs', 'quiz'],
  [
    'by a script of npm',
    { npm_command: 'run-script', npm_lifecycle_event: 'start' },
    '/p/node_modules/notes-quiz/m',
    'quiz',
  ],
  ['in a clone or a project', npx, '/home/me/clone/dist/main.cjs', 'npx quiz'],
  ['from the registry', npx, '/home/me/.npm/_npx/ccf9/node_modules/notes-quiz/dist/main.cjs', 'npx notes-quiz'],
  ['on Windows', npx, 'C:\\Users\\me\\AppData\\Local\\npm-cache\\_npx\\ccf9\\main.cjs', 'npx notes-quiz'],
])('started %s', (_, env, file, name) => {
  expect(calledAs(env, file)).toBe(name);
});
