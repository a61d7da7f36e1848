// What a user installs.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './measure.js';
import { row } from './table.js';

export function packageSection() {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ size }] = JSON.parse(stdout);
  return {
    title: 'What is installed',
    rows: [
      row('other packages', Object.keys(dependencies).length, { goal: 0, ceiling: 0, unit: '' }),
      row('the package, packed', size / 1e6, { goal: 0.4, ceiling: 1, unit: 'MB' }),
    ],
  };
}
