import { expect, test } from 'vitest';
import { sitDown } from '../support/pty.ts';
import { tempFolder } from '../support/quiz.ts';

test.concurrent.each([['--help'], ['drill', '--help'], ['export', '--help'], ['help', 'config']])(
  'help fits a window of 40 columns, but for commands, which stay in one piece: %s %s',
  async (...args) => {
    const seat = sitDown(args, { data: tempFolder(), columns: 40, rows: 80 });
    expect((await seat.exit).code).toBe(0);
    const rows = seat.bytes().split('\r\n');
    expect(rows.filter((row) => row.length > 40 && !row.startsWith('  $ '))).toEqual([]);
    expect(rows.filter((row) => row !== '' && row.trim() === '')).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  },
);
