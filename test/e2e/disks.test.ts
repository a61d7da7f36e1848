// Disks and devices that are full, fill up, or take only a part: what was saved stays, and no half of anything is left.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { practised, practisedOnce } from '../support/practice.ts';
import { BIN, environment, quiz, TEA, tempFolder } from '../support/quiz.ts';
import { besideDisks, canMount, shell } from '../support/shell.ts';

const PRACTISING = ['', 'stats', 'topics', 'report', 'review', 'drill --jsonl', 'exam --jsonl'];
const WRITING = ['check', 'export', 'notes tea', 'preview leaf-which-is-green'];
const OTHERS = ['--version', '--help', 'doctor', 'config list', 'data path', 'completion bash', 'help keys'];

test.runIf(process.platform === 'linux').each([...PRACTISING, ...WRITING, ...OTHERS])(
  'quiz %s with a full device behind stdout: 5, and what to do',
  async (words) => {
    const flags = OTHERS.includes(words) ? [] : ['--bank', TEA];
    const args = [...words.split(' ').filter(Boolean), ...flags];
    const { code, err } = shell('exec "$@" > /dev/full', args, (await practisedOnce()).data);
    expect(code).toBe(5);
    expect(err).toMatch(
      /(^|\n)error: cannot write the output \(ENOSPC\)\nmake room where it goes, or send it elsewhere\n$/,
    );
  },
);

test.runIf(process.platform === 'linux').each(['stats', 'export'])(
  'quiz %s --json with a full device behind stdout: 5, told as a document',
  (verb) => {
    const { code, err } = shell('exec "$@" > /dev/full', [verb, '--json', '--bank', TEA], tempFolder());
    expect([code, JSON.parse(err)]).toEqual([
      5,
      {
        schema: 1,
        error: {
          code: 'output-refused',
          message: 'cannot write the output (ENOSPC)',
          hint: 'make room where it goes, or send it elsewhere',
        },
      },
    ]);
  },
);

test.runIf(process.platform === 'linux')('what stands behind -- is no flag: that is told in words', () => {
  const bank = folderWith({ ...DEMO, 'notes.md': `${DEMO['notes.md']}- A document comes with --json\n` });
  const { code, err } = shell('exec "$@" > /dev/full', ['notes', '--bank', bank, '--', '--json'], tempFolder());
  expect([code, err.split('\n')[0]]).toEqual([5, 'error: cannot write the output (ENOSPC)']);
});

test.runIf(canMount)(
  'a disk that takes only a part of the output is told too, and half an export is not left there',
  () => {
    const data = tempFolder();
    const line = `mount -t tmpfs -o size=64k tmpfs ${data} && "$@" > ${data}/out; echo $? >&2; rm ${data}/out; "$@" --output ${data}/bank.json; echo $?; ls ${data}`;
    const { stdout, stderr } = spawnSync(
      'unshare',
      ['-m', '/bin/sh', '-c', line, 'sh', process.execPath, BIN, 'export'],
      { env: environment(tempFolder()), encoding: 'utf8' },
    );
    expect(stderr).toMatch(/error: cannot write the output \(ENOSPC\)\n.*\n5\n/);
    expect(stderr).toMatch(/error: cannot write .*bank\.json \(ENOSPC\)\nmake room on that disk\n/);
    expect(stdout).toBe('5\n');
  },
);

test.runIf(canMount)(
  'a disk that fills up: what was saved stays, what could not be is told as NOT SAVED, and space brings it back',
  () => {
    const script = `mount -t tmpfs -o size=64k tmpfs $1 || exit 99
      (sleep 1; for i in $(seq 400); do echo '{"type":"flag"}'; done) | quiz exam --jsonl | grep -v '"ask"'
      mount -o remount,size=1m $1
      echo '{"type":"respond","response":["a"]}' | quiz exam --resume --jsonl | head -2`;
    const out = besideDisks(script, tempFolder());
    expect(out).toMatch(/code=(5|7)/);
    if (out.includes('code=5')) expect(out).toMatch(/NOT SAVED: cannot write .*ENOSPC/);
    expect(out).toContain('"resumed":true');
  },
);

test.runIf(canMount)('a backup that the disk has no room for leaves nothing behind, and names the place', async () => {
  const { data } = await practisedOnce(2);
  mkdirSync(join(data, 'backups'));
  const out = besideDisks(
    'mount -t tmpfs -o size=4k tmpfs $1/backups; quiz data backup; ls -A $1/backups | wc -l',
    data,
  );
  expect(out).toMatch(/cannot use \/\S*backups\/\S* \(ENOSPC\).*code=5\n0\n/s);
});

test.runIf(canMount).each([0, 4])(
  'practice that a disk with room for %i kB does not take leaves no session behind',
  (room) => {
    const script = `mkdir $1/open; mount -t tmpfs -o size=64k tmpfs $1/open
      dd if=/dev/zero of=$1/open/full bs=1k 2>/dev/null; truncate -s -${room}k $1/open/full
      quiz exam --jsonl; ls $1/open; rm $1/open/full; quiz doctor`;
    expect(besideDisks(script, tempFolder())).toMatch(
      /\(ENOSPC\)\n.*\ncode=5\nfull\n.*Everything is sound.\ncode=0\n$/s,
    );
  },
);

test.runIf(canMount)('quiz doctor says of a full disk that nothing can be saved there, and leaves it as it is', () => {
  const script = `mkdir $1/open; mount -t tmpfs -o size=64k tmpfs $1/open; dd if=/dev/zero of=$1/open/full bs=1k 2>/dev/null
    quiz doctor; ls -A $1/open`;
  const out = besideDisks(script, tempFolder()).replace(/\s+/g, ' ');
  expect(out).toMatch(/nothing can be saved here \(ENOSPC\) make room on that disk.* code=5 full $/);
});

test.runIf(canMount)('a merge that the disk stops says what was taken', async () => {
  const [mine, theirs] = [tempFolder(), await practisedOnce(4)];
  const out = besideDisks(
    `mkdir -p $1/closed; mount -t tmpfs -o size=8k tmpfs $1/closed; quiz data merge ${theirs.data}`,
    mine,
  );
  expect(out).toMatch(/it was stopped.*[0-3] sessions? new.*cannot use \S+ \(ENOSPC\).*code=5/s);
});

test.runIf(canMount).each([
  ['derived', ''],
  ['closed', 'mount -t tmpfs -o size=8k tmpfs $1/closed'],
])('a merge where derived/ is full names the place in %s/ that stopped it', async (place, mountMore) => {
  const [{ data }, theirs] = [await practised(), await practisedOnce(4)];
  const script = `mkdir -p $1/derived; mount -t tmpfs -o size=64k tmpfs $1/derived || exit 1; quiz stats > /dev/null
    dd if=/dev/zero of=$1/derived/z-full bs=1k count=64 2>/dev/null; ${mountMore}
    quiz data merge ${theirs.data}`;
  const told = besideDisks(script, data).split('error: ')[1];
  expect(told).toMatch(new RegExp(`^cannot use ${join(data, place)}/\\S+ \\(ENOSPC\\)\\n.*\\ncode=5`));
});

test.runIf(canMount)('where closed/ lies on another file system, an exam that ends is copied there', () => {
  const data = tempFolder();
  mkdirSync(join(data, 'closed'));
  const out = besideDisks(
    `mount -t tmpfs tmpfs $1/closed; mkdir $1/open
     echo '{"type":"finish"}' | quiz exam --jsonl | tail -1; ls $1/closed/*/*.jsonl | wc -l; ls $1/open/*.jsonl 2>/dev/null | wc -l; quiz doctor`,
    data,
  );
  expect(out).toMatch(/code=0\n1\n0\n/);
});

test.runIf(canMount)('quiz import into a bank on a full disk changes nothing, as it says', () => {
  const data = tempFolder();
  mkdirSync(join(data, 'bank'));
  writeFileSync(join(data, 'tea.json'), quiz(['export', '--bank', TEA]).out);
  const script = `mount -t tmpfs -o size=64k tmpfs $1/bank; dd if=/dev/zero of=$1/bank/full bs=1k 2>/dev/null
    quiz import $1/tea.json --bank $1/bank; ls -A $1/bank`;
  expect(besideDisks(script, data)).toMatch(/nothing was changed\ncode=5\nfull\n$/);
});

test.runIf(canMount)('quiz init on a full disk leaves nothing behind, as it says', () => {
  const data = tempFolder();
  mkdirSync(join(data, 'new'));
  const out = besideDisks('mount -t tmpfs -o size=8k tmpfs $1/new; quiz init $1/new/bank; ls -AR $1/new', data);
  expect(out).toMatch(/nothing was left there.*code=5\n\S*new:\n$/s);
});

test.each([
  ['exam', /What was saved before is safe; go on with: quiz exam --resume \d{6}-\d{6}-\w{6} --bank \S+$/m],
  ['drill', /What was saved before is safe; go on with: quiz drill --bank \S+$/m],
])('after NOT SAVED %s ends at once, while its input is open, and says how to go on', async (mode, wayOn) => {
  const data = tempFolder();
  const args = ['-c', 'ulimit -f 4; exec "$@"', 'sh', process.execPath, BIN, mode, '--jsonl', '--bank', TEA];
  const child = spawn('/bin/sh', args, { env: environment(data), cwd: data });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdout.resume();
  child.stdin.on('error', () => undefined); // it ends while we write
  child.stdin.write('{"type":"flag"}\n'.repeat(300)); // and no end
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, err]).toEqual([5, expect.stringMatching(/NOT SAVED: cannot write .* \(EFBIG\)/)]);
  expect(err).toMatch(wayOn);
});

test('a limit on the size of files ends with NOT SAVED, and what was saved stays', () => {
  const data = tempFolder();
  const line = `ulimit -f 8; (for i in $(seq 300); do echo '{"type":"flag"}'; done) | "$@"`;
  const { code, err, out } = shell(line, ['exam', '--jsonl', '--bank', TEA], data);
  expect(code).toBe(5);
  expect(err).toMatch(/NOT SAVED: cannot write .* \(EFBIG\)/);
  expect(out.split('\n').filter((text) => text.includes('"ask"')).length).toBeGreaterThan(5);
  expect(quiz(['exam', '--jsonl', '--bank', TEA, '--resume'], { data })).toMatchObject({
    code: 7,
    out: expect.stringContaining('"resumed":true'),
  });
});

test('an import whose file the disk takes a part of ends with 5, and nothing of it is there', () => {
  const folder = tempFolder();
  const cards = [1, 2, 3].map((n) => `How hot is ${'very '.repeat(200)}good tea ${n}? {=hot ~cold}\n\n`);
  writeFileSync(join(folder, 'in.gift'), cards.join(''));
  const whole = join(folder, 'whole');
  quiz(['import', join(folder, 'in.gift'), '--bank', whole]);
  const [file = ''] = readdirSync(whole).filter((name) => name.startsWith('imported'));
  const blocks = Math.floor(statSync(join(whole, file)).size / 512); // it ends within the last question, which is the last that is written
  const cut = join(folder, 'cut');
  const { code, err } = shell(
    `ulimit -f ${blocks}; "$@"`,
    ['import', join(folder, 'in.gift'), '--bank', cut],
    tempFolder(),
  );
  expect([code, err]).toEqual([
    5,
    expect.stringContaining(`cannot write into ${cut} (EFBIG)\nallow larger files (ulimit -f); nothing was changed`),
  ]);
  expect(existsSync(cut) ? readdirSync(cut) : []).toEqual([]);
});

test.runIf(spawnSync('prlimit', ['--version']).status === 0)(
  'an import into a new bank whose bank.yaml does not fit on the disk leaves no questions there either',
  () => {
    const folder = folderWith({ 'in.gift': 'Is tea hot? {=yes ~no}\n' });
    const bank = (name: string) => join(folder, `${name}-${'long'.repeat(50)}`); // its title is the name, so bank.yaml is the larger file
    quiz(['import', join(folder, 'in.gift'), '--bank', bank('whole')]);
    const { size } = statSync(join(bank('whole'), 'imported-in.yaml'));
    const args = ['import', join(folder, 'in.gift'), '--bank', bank('cut')];
    const { code, err } = shell(`prlimit --fsize=${size} "$@"`, args, tempFolder());
    expect([code, err]).toEqual([5, expect.stringContaining('nothing was changed')]);
    expect(existsSync(bank('cut'))).toBe(false);
  },
);
