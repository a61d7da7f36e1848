// What is set, and who decides it: flags beat variables, variables beat settings, settings beat what is usual.
import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Globals } from '../../src/commands/context.ts';
import { decided } from '../../src/commands/shared/decided.ts';
import { requireKeymap } from '../../src/commands/shared/require-keymap.ts';
import type { Settings } from '../../src/store/settings/settings.ts';
import { readSettings } from '../../src/store/settings/settings-files.ts';
import { colourRule } from '../../src/terminal/painting/colour.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';
import { practisedOnce } from '../support/practice.ts';
import { BANK, TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

function listed(args: readonly string[] = [], data = tempFolder(), env: NodeJS.ProcessEnv = {}) {
  const { out } = quiz(['config', 'list', '--json', ...args], { data, env });
  const { settings } = JSON.parse(out) as { settings: { key: string; value: string | null; source: string }[] };
  return Object.fromEntries(settings.map(({ key, value, source }) => [key, [value, source]]));
}

test('untouched, every value is the usual one, and the bank is the one that would be opened', () => {
  expect(listed()).toEqual({
    'exam-date': [null, 'not set'],
    'minutes-a-day': [null, 'not set'],
    bank: [BANK, 'default'],
    color: ['auto', 'default'],
    ascii: ['off', 'default'],
    accessible: ['off', 'default'],
    keys: [null, 'not set'],
  });
});

test('a long value is listed in rows of whole words, and what decides it stays beside it', () => {
  const data = tempFolder();
  const keys = 'flag=m flagged=b missed=f guess=y hint=z undo=- skip=o compare=v view=c report=% clock=i submit=&';
  quiz(['config', 'set', 'keys', keys], { data });
  const rows = quiz(['config', 'list'], { data }).out.trimEnd().split('\n');
  const at = rows.findIndex((row) => row.startsWith(' keys '));
  expect(rows[at]).toMatch(/ settings$/);
  expect(
    rows
      .slice(at)
      .join(' ')
      .replace(/ keys| settings/g, '')
      .trim()
      .split(/ +/),
  ).toEqual(keys.split(' '));
  for (const row of rows) expect(row.length).toBeLessThanOrEqual(80);
  expect(quiz(['config', 'list', '--plain'], { data }).out).toContain(`keys\t${keys}\tsettings\t`);
});

test('each step beats the one before it', () => {
  const color = (chosen: Settings, env: NodeJS.ProcessEnv = {}, globals: Globals = {}) => {
    const { value, source } = decided('color', { globals, env, chosen });
    return [value, source];
  };
  expect(color({})).toEqual(['auto', 'default']);
  expect(color({ color: 'never' })).toEqual(['never', 'settings']);
  expect(color({ color: 'never' }, { QUIZ_COLOR: 'always' })).toEqual(['always', 'QUIZ_COLOR']);
  expect(color({ color: 'never' }, { QUIZ_COLOR: 'always' }, { color: 'auto' })).toEqual(['auto', 'flag --color']);
});

test('what is set holds until it is unset, and is listed with who decided it', () => {
  const data = tempFolder();
  quiz(['config', 'set', 'color', 'never'], { data });
  quiz(['config', 'set', 'ascii', 'on'], { data });
  const { color, ascii, accessible } = listed(['--color', 'auto'], data, { QUIZ_ACCESSIBLE: 'on' });
  expect([color, ascii, accessible]).toEqual([
    ['auto', 'flag --color'],
    ['on', 'settings'],
    ['on', 'QUIZ_ACCESSIBLE'],
  ]);
  expect(quiz(['config', 'unset', 'color'], { data }).err).toBe('color is not set from now on.\n');
  expect(listed([], data).color).toEqual(['auto', 'default']);
});

test('an exam day that is over is kept, and said to be over', () => {
  const data = tempFolder();
  expect(quiz(['config', 'set', 'exam-date', '2020-01-31'], { data }).err).toContain('That day is over');
  expect(readSettings(data).settings).toEqual({ 'exam-date': '2020-01-31' });
  const soon = `${new Date().getFullYear() + 4}-01-31`;
  expect(quiz(['config', 'set', 'exam-date', soon], { data })).toMatchObject({
    code: 0,
    err: `exam-date is ${soon} from now on.\n`,
  });
});

test('a setting without a value is told what it takes', () => {
  expect(quiz(['config', 'set', 'exam-date'])).toMatchObject({
    code: 2,
    err: 'error: the value of exam-date is missing\nwrite a day such as 2026-12-15: quiz config set exam-date …\n',
  });
});

test.each([
  ['list', 'color'],
  ['unset color', 'always'],
])('config %s takes no word more', (words, more) => {
  const [action] = words.split(' ');
  expect(quiz(['config', ...words.split(' '), more])).toEqual({
    code: 2,
    out: '',
    err: `error: quiz config ${action}: "${more}" is one word too many\nquiz config ${words}\n`,
  });
});

test('an exam day that is more than five years away is refused, and what was set stays', () => {
  const data = folderWith({ 'settings/exam-date.json': '"2020-01-31"' });
  for (const day of [`${new Date().getFullYear() + 6}-01-31`, '9999-12-31'])
    expect(quiz(['config', 'set', 'exam-date', day], { data })).toEqual({
      code: 2,
      out: '',
      err: `error: exam-date cannot be "${day}"\nthat day is more than 5 years away; write a nearer one: quiz config set exam-date …\n`,
    });
  expect(readSettings(data).settings).toEqual({ 'exam-date': '2020-01-31' });
});

test.each([
  ['color', { QUIZ_COLOR: 'blue' }, ['auto', 'default']],
  ['ascii', { QUIZ_ASCII: '' }, ['off', 'default']],
  ['ascii', { QUIZ_ASCII: '1' }, ['on', 'QUIZ_ASCII']],
  ['ascii', { QUIZ_ASCII: 'yes' }, ['on', 'QUIZ_ASCII']],
  ['ascii', { QUIZ_ASCII: '0' }, ['off', 'QUIZ_ASCII']],
  ['ascii', { QUIZ_ASCII: 'off' }, ['off', 'QUIZ_ASCII']],
  ['ascii', { QUIZ_ASCII: 'bogus' }, ['off', 'default']],
  ['accessible', { ACCESSIBLE: '1' }, ['on', 'ACCESSIBLE']],
  ['accessible', { ACCESSIBLE: '1', QUIZ_ACCESSIBLE: 'off' }, ['off', 'QUIZ_ACCESSIBLE']],
  ['accessible', { ACCESSIBLE: 'bogus' }, ['off', 'default']],
] as const)(
  'a variable that says nothing usable decides nothing; for a switch 0, off, no and false mean off: %s by %j',
  (key, env, told) => {
    const { value, source } = decided(key, { globals: {}, env, chosen: {} });
    expect([value, source]).toEqual(told);
  },
);

describe('settings that do not read', () => {
  test.each([
    ['settings.json', '{\n  "color": nevr\n}', [2, 13, 'this is not JSON']],
    ['settings.json', '{"color":"never"', [1, 17, 'this is not JSON']],
    ['settings.json', '["never"]', [1, 1, 'this is no set of settings']],
    ['settings.json', '{\n  "color": "nevr"\n}', [2, 3, 'color cannot be "nevr"']],
    ['settings/color.json', 'never', [1, 2, 'this is not JSON']],
    ['settings/color.json', '', [1, 1, 'this is not JSON']],
    ['settings/color.json', '"nevr"', [1, 1, 'color cannot be "nevr"']],
  ] as const)('%s with %j is told once, with its place, and sets nothing', (name, text, [line, column, message]) => {
    const data = folderWith({ [name]: text });
    const at = { file: name, line, column };
    const { settings, problems } = readSettings(data);
    expect(settings).toEqual({});
    expect(problems).toEqual([expect.objectContaining({ at, message, severity: 'warning' })]);
    expect(readFileSync(join(data, name), 'utf8')).toBe(text);
  });

  test('are told by every command in a line, and by quiz doctor as a warning, and the usual is used', () => {
    const data = folderWith({ 'settings.json': '{\n  "color": nevr\n}' });
    const { code, out, err } = quiz(['config', 'get', 'color'], { data });
    expect([code, out]).toEqual([0, 'auto\n']);
    expect(err).toMatch(/^settings\.json:2:13: this is not JSON; the usual is used \(.*\)\n$/);
    expect(JSON.parse(quiz(['doctor', '--json', '--bank', TEA], { data }).out).findings).toMatchObject([
      { file: 'settings.json', severity: 'warning' },
    ]);
  });

  test('are never erased: a new value comes beside the old file, and in the place of a file of its own that is kept', () => {
    const data = folderWith({ 'settings.json': '{"ascii":', 'settings/color.json': '"nev' });
    const { code, err } = quiz(['config', 'set', 'color', 'never'], { data });
    expect([code, err]).toEqual([0, expect.stringContaining('color is never from now on')]);
    expect(err).toContain(join(data, 'set-aside'));
    expect(listed([], data).color).toEqual(['never', 'settings']);
    expect(readFileSync(join(data, 'settings.json'), 'utf8')).toBe('{"ascii":');
    const [kept = ''] = readdirSync(join(data, 'set-aside'));
    expect([kept, readFileSync(join(data, 'set-aside', kept), 'utf8')]).toEqual([
      expect.stringContaining('setting-color'),
      '"nev',
    ]);
  });
});

test('a setting that is a link stays one: what it points to is replaced', () => {
  const data = folderWith({ 'dotfiles/color.json': '"always"' });
  mkdirSync(join(data, 'settings'));
  symlinkSync('../dotfiles/color.json', join(data, 'settings/color.json'));
  expect(quiz(['config', 'set', 'color', 'never'], { data }).code).toBe(0);
  expect(lstatSync(join(data, 'settings/color.json')).isSymbolicLink()).toBe(true);
  expect(JSON.parse(readFileSync(join(data, 'dotfiles/color.json'), 'utf8'))).toBe('never');
  writeFileSync(join(data, 'dotfiles/color.json'), '"auto"');
  expect(listed([], data).color).toEqual(['auto', 'settings']);
});

describe('what is listed is what is done', () => {
  test('colour', () => {
    const coloured = (env: NodeJS.ProcessEnv) =>
      quiz(['check'], { data: tempFolder(), env: { QUIZ_BANK: TEA, ...env } }).out.includes('\u001b[');
    expect(coloured({})).toBe(false);
    expect(coloured({ QUIZ_COLOR: 'always' })).toBe(true);
  });

  test.each([
    [{}, 'auto', 'off: no full screen'],
    [{ NO_COLOR: '1' }, 'auto', 'off: NO_COLOR'],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, 'auto', 'on: FORCE_COLOR=1'],
    [{ NO_COLOR: '1', FORCE_COLOR: '' }, 'auto', 'off: NO_COLOR'],
    [{ NO_COLOR: '', FORCE_COLOR: '' }, 'auto', 'off: no full screen'],
    [{ TERM: 'dumb' }, 'auto', 'off: TERM=dumb'],
    [{ NO_COLOR: '1' }, 'always', 'on: always'],
    [{ FORCE_COLOR: '1' }, 'never', 'off: never'],
  ] as const)('colour, and what decides it: %j %s', (env, choice, told) => {
    const { isOn, by } = colourRule(choice, env, false);
    expect(`${isOn ? 'on' : 'off'}: ${by}`).toBe(told);
  });

  test.each([
    [{ NO_COLOR: '1', QUIZ_COLOR: 'always' }, [], 'on: QUIZ_COLOR'],
    [{ FORCE_COLOR: '1' }, ['--color', 'never'], 'off: flag --color'],
  ] as const)('colour, as the doctor tells it: %j %j', (env, args, told) => {
    const surroundings = { data: tempFolder(), env: { QUIZ_BANK: TEA, ...env } };
    const { facts } = JSON.parse(quiz(['doctor', '--json', ...args], surroundings).out) as {
      facts: { colour: string };
    };
    expect(facts.colour).toBe(told);
    expect(quiz(['doctor', ...args], surroundings).out.includes('\u001b[')).toBe(told.startsWith('on'));
  });

  test('signs beyond ASCII', async () => {
    const { data } = await practisedOnce();
    const isAscii = (env: NodeJS.ProcessEnv) => {
      const { out } = quiz(['stats'], { data, env: { QUIZ_BANK: TEA, ...env } });
      return [...out].every((char) => char < '\u007f');
    };
    expect([isAscii({}), isAscii({ QUIZ_ASCII: 'yes' })]).toEqual([false, true]);
  });

  test('plain lines, also where ACCESSIBLE asks for them', () => {
    const screen = (env: NodeJS.ProcessEnv) =>
      JSON.parse(quiz(['doctor', '--json', '--bank', TEA], { env }).out).facts.screen;
    expect(screen({ ACCESSIBLE: '1' })).toBe('plain lines');
    expect(screen({ ACCESSIBLE: '1', QUIZ_ACCESSIBLE: 'off' })).toBe('none here, a full screen in a terminal');
  });

  test('the bank, set from wherever its folder was near, by every command that reads one', () => {
    const data = folderWith();
    cpSync(TEA, join(data, 'tea'), { recursive: true });
    quiz(['config', 'set', 'bank', 'tea'], { data });
    expect(listed([], data).bank).toEqual([join(data, 'tea'), 'settings']);
    expect(JSON.parse(quiz(['check', '--json'], { data }).out).questions).toBe(5);
    expect(JSON.parse(quiz(['export'], { data }).out).bank.id).toBe('tea');
    expect(quiz(['doctor'], { data }).out).toContain(`${join(data, 'tea')}: 5 questions`);
    expect(quiz(['config', 'get', 'bank', '--bank', TEA], { data }).out).toBe(`${TEA}\n`);
  });
});

test('a variable of ours that says nothing usable decides nothing, and is told', () => {
  const env = { QUIZ_COLOR: 'alwyas', QUIZ_ASCII: '\u001b[31m', QUIZ_ACCESSIBLE: '' };
  const { code, out, err } = quiz(['config', 'get', 'color'], { env });
  expect([code, out, err.split('\n')]).toEqual([
    0,
    'auto\n',
    [
      'QUIZ_COLOR cannot be "alwyas" and decides nothing; write auto, always or never.',
      'QUIZ_ASCII cannot be "\\u{1b}[31m" and decides nothing; write on or off.',
      '',
    ],
  ]);
});

describe('keys', () => {
  const set = (keys: string, data = tempFolder()) => quiz(['config', 'set', 'keys', keys], { data });

  test('that are moved are kept as they were written, listed, and moved back', () => {
    const data = tempFolder();
    expect(set('flag=m guess=y', data)).toEqual({
      code: 0,
      out: '',
      err: 'keys is flag=m guess=y from now on.\n',
    });
    expect(listed([], data).keys).toEqual(['flag=m guess=y', 'settings']);
    quiz(['config', 'unset', 'keys'], { data });
    expect(listed([], data).keys).toEqual([null, 'not set']);
  });

  test.each([
    ['flga=m', 'there is no action "flga"', 'did you mean flag? quiz help keys has the names of all actions'],
    ['flag', 'keys cannot be "flag"', 'write each action with its key, such as "flag=m guess=y"; quiz help keys'],
    ['flag=m flag=z', 'keys cannot be "flag=m flag=z"', 'name flag once'],
    ['flag=ctrl-f', 'flag cannot be "ctrl-f"', 'name one letter or sign; digits, arrows, Enter, Space, Esc'],
    ['flag=a', 'flag cannot be "a"', 'in a drill that key stays what it is; choose another one'],
    [
      'flag=g',
      'flag cannot be "g"',
      'in a drill that is guess; choose another key, or move that one too: "flag=g guess=…"',
    ],
  ])('that cannot be moved like %s are refused with what to do', (keys, message, hint) => {
    const failure = { exit: 'usage', message, hint: expect.stringContaining(hint) };
    expect(() => requireKeymap(keys)).toThrow(expect.objectContaining(failure));
  });

  test('that are refused leave what was set', () => {
    const data = folderWith({ 'settings/keys.json': '"flag=g guess=f"' });
    const err = 'error: keys cannot be "flag=m flag=z"\nname flag once\n';
    expect(set('flag=m flag=z', data)).toEqual({ code: 2, out: '', err });
    expect(readSettings(data).settings).toEqual({ keys: 'flag=g guess=f' });
  });

  test('that somebody wrote into the file and that cannot be are told, and the usual ones are used', () => {
    const data = folderWith({ 'settings/keys.json': '"flag=g"' });
    const { code, err } = quiz(['config', 'get', 'keys'], { data });
    expect([code, err]).toEqual([
      0,
      expect.stringContaining(
        'keys.json:1:1: keys cannot be "flag=g"; the usual is used (write actions with their keys',
      ),
    ]);
  });
});

test('a bank whose folder is not there is not set', () => {
  const data = folderWith({ 'a.txt': '' });
  for (const name of ['nowhere', 'a.txt']) {
    const { code, err } = quiz(['config', 'set', 'bank', name], { data });
    expect([code, err]).toEqual([2, expect.stringContaining(`bank cannot be "${name}": there is no such folder`)]);
  }
  expect(listed([], data).bank?.[1]).toBe('default');
});

test.each([
  [['exam', 'mla-c03', '--jsonl'], 'mla-c01'],
  [['config', 'get', 'colour'], 'did you mean color?'],
  [['config', 'lst'], 'did you mean list?'],
  [['data', 'bakup'], 'did you mean backup?'],
  [['stats', 'glu'], 'did you mean glue?'],
  [['export', '--format', 'gft'], 'did you mean gift?'],
  [['help', 'dril'], 'did you mean drill?'],
])('a slip is named with what was meant: quiz %j', (args, hint) => {
  const { code, err, out } = quiz(args);
  expect([code, out, err]).toEqual([2, '', expect.stringContaining(hint)]);
});

test('every command means the same bank: an empty QUIZ_BANK names none', () => {
  const data = tempFolder();
  quiz(['config', 'set', 'bank', TEA], { data });
  const env = { QUIZ_BANK: '' };
  expect(JSON.parse(quiz(['doctor', '--json'], { data, env }).out).facts.bank).toContain(TEA);
  expect(quiz(['preview', 'leaf-which-is-green'], { data, env }).code).toBe(0);
});

test('a folder with bank.yml is a bank as one with bank.yaml is', () => {
  const data = folderWith({ 'bank.yml': 'id: pond\n', 'q.yaml': 'questions: []\n' });
  expect(listed([], data).bank).toEqual([data, 'default']);
  expect(quiz(['topics'], { data }).err).toContain(`there are no questions in ${data}`);
});
