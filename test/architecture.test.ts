// The walls of docs and code: who may import whom, and what the pure folders must not touch.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../src');

interface Import {
  /** The importing file, from src: "core/sitting/state.ts". */
  readonly file: string;
  /** The imported file from src, or the package's name. */
  readonly target: string;
  readonly onlyTypes: boolean;
  readonly dynamic: boolean;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts'));
const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const source = sourceOf(file);
  const written = [...source.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)];
  const awaited = [...source.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)];
  return [
    ...written.map(([, type, target = '']) => ({
      file,
      target: resolved(file, target),
      onlyTypes: type !== undefined,
      dynamic: false,
    })),
    ...awaited.map(([, target = '']) => ({ file, target: resolved(file, target), onlyTypes: false, dynamic: true })),
  ];
}

function resolved(file: string, target: string): string {
  return target.startsWith('.') ? posix.normalize(posix.join(dirname(file), target)) : target;
}

/** The folder of a file of ours, or the file itself where it lies in src or is a part of the system; the package's name otherwise. */
function placeOf(target: string): string {
  if (target.startsWith('system/')) return target;
  return files.includes(target) && target.includes('/') ? (target.split('/')[0] ?? '') : target;
}

const isPackage = ({ target }: Import) => !files.includes(target) && !target.startsWith('..');
const told = (found: readonly Import[]) => found.map(({ file, target }) => `${file} imports ${target}`);

test('every import of ours is found: each names a file that is there, or a package', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(imports.filter(({ target }) => target.endsWith('.ts') && !files.includes(target))).toEqual([]);
  const importing = files.filter((file) => /^import\b/m.test(sourceOf(file)));
  expect(importing.filter((file) => !imports.some((one) => one.file === file))).toEqual([]);
});

describe('import directions', () => {
  /** What whoever keeps files has of the system, and how it fails. */
  const forFiles = [
    'failure.ts',
    'system/alive.ts',
    'system/chance.ts',
    'system/folders.ts',
    'system/headed.ts',
    'system/held-file.ts',
    'system/if-allowed.ts',
    'system/if-possible.ts',
    'system/twice.ts',
    'version.ts',
  ];
  const may: Readonly<Record<string, readonly string[]>> = {
    core: ['core'],
    learning: ['learning', 'core'],
    bank: ['bank', 'core', ...forFiles, 'system/put-new.ts', 'system/regular.ts'],
    authoring: ['authoring', 'core', 'bank'],
    store: ['store', 'core', 'learning', ...forFiles, 'system/this-process.ts', 'system/usual-folders.ts'],
    boot: [
      'boot',
      'system/chance.ts',
      'failure.ts',
      'system/folders.ts',
      'system/regular.ts',
      'system/given-folders.ts',
      'system/twice.ts',
      'system/usual-folders.ts',
      'version.ts',
    ],
    html: ['html', 'core'],
    interop: ['interop', 'bank', 'core', 'html'], // a record is good if the bank's own reader takes it
    reports: ['reports', 'core', 'learning', 'html'],
    terminal: ['terminal', 'core', 'reports', 'system/interrupt.ts', 'system/monotonic.ts', 'system/output.ts'],
    jsonl: ['jsonl', 'core'],
    help: ['help', 'core', 'bank', 'interop', 'terminal', 'failure.ts'], // it shows what they have, and no more
    completion: ['completion', 'core'],
    mcp: ['mcp', 'core', 'failure.ts', 'system/output.ts'],
  };
  /** Types cost nothing at run time: a front end implements the contract of the loop, a report paints what others found. */
  const mayAsTypes: Readonly<Record<string, readonly string[]>> = {
    terminal: ['sit.ts', 'bank', 'learning'],
    jsonl: ['sit.ts'],
    mcp: ['sit.ts'],
    reports: ['bank', 'store'],
  };

  test.each(Object.keys(may).filter((folder) => files.some((file) => file.startsWith(`${folder}/`))))(
    '%s',
    (folder) => {
      const strays = imports.filter((one) => {
        if (placeOf(one.file) !== folder || isPackage(one)) return false;
        const place = placeOf(one.target);
        return !may[folder]?.includes(place) && !(one.onlyTypes && mayAsTypes[folder]?.includes(place));
      });
      expect(told(strays)).toEqual([]);
    },
  );

  /** A folder's folders and the files beside them, each after those it may build on; '' is every file beside them that is not named. */
  const orders: Readonly<Record<string, readonly string[]>> = {
    core: ['', 'text', 'shapes', 'items', 'papers', 'sitting'],
    learning: ['learner', 'standing', 'choosing'],
    bank: ['files.ts', 'files-below.ts', 'yaml', 'notes', 'quotes', 'compiled', '', 'editing', 'check'],
    store: ['disk', 'journal', 'sessions', 'settings', 'derived', 'care'],
    interop: [
      'format.ts',
      'words',
      'reading',
      'writing.ts',
      'markup',
      'tables',
      'data',
      'markdown',
      'anki',
      'gift',
      'moodle',
      'qti',
      '',
    ],
  };

  test.each(Object.entries(orders))(
    'the folders of %s each build on those before them; a type may look ahead',
    (root, order) => {
      const within = imports.filter(({ file, target }) => file.startsWith(`${root}/`) && target.startsWith(`${root}/`));
      const rankOf = (path: string) => {
        const [, place = '', inFolder] = path.split('/');
        return order.indexOf(inFolder !== undefined || order.includes(place) ? place : '');
      };
      expect(within.length).toBeGreaterThan(40);
      expect(files.filter((file) => file.startsWith(`${root}/`) && rankOf(file) < 0)).toEqual([]);
      expect(told(within.filter(({ file, target, onlyTypes }) => !onlyTypes && rankOf(target) > rankOf(file)))).toEqual(
        [],
      );
    },
  );

  test('the loop knows the engine, the clock and the journal’s type, and no front end', () => {
    const of = imports.filter(({ file }) => file === 'sit.ts');
    expect([...new Set(of.map(({ target }) => placeOf(target)))].sort()).toEqual([
      'core',
      'store',
      'system/clock.ts',
      'system/interrupt.ts',
    ]);
    expect(told(of.filter(({ target, onlyTypes }) => placeOf(target) === 'store' && !onlyTypes))).toEqual([]);
  });

  test('nothing imports cli but main', () => {
    const of = imports.filter(({ target }) => target === 'cli.ts');
    expect(of.map(({ file }) => file)).toEqual(['main.ts']);
  });

  test('nothing imports commands but cli and its verbs, and that only when one is called', () => {
    const of = imports.filter(({ target, file }) => placeOf(target) === 'commands' && placeOf(file) !== 'commands');
    expect([...new Set(of.map(({ file }) => file))]).toEqual([
      'cli.ts',
      'verbs/author.ts',
      'verbs/practise.ts',
      'verbs/progress.ts',
      'verbs/setup.ts',
      'verbs/verb.ts',
    ]);
    expect(told(of.filter(({ dynamic, onlyTypes }) => !dynamic && !onlyTypes))).toEqual([]);
  });

  test('pages are loaded only when one is asked for', () => {
    const isPage = (file: string) => file.startsWith('reports/html/');
    const of = imports.filter(({ file, target }) => isPage(target) && !isPage(file));
    expect(told(of)).toEqual([
      'commands/stats.ts imports reports/html/stats-page.ts',
      'commands/sitting/result-page.ts imports reports/html/report-page.ts',
    ]);
    expect(told(of.filter(({ dynamic }) => !dynamic))).toEqual([]);
  });

  test('no two files need each other to start, over however many others', () => {
    const next = new Map(
      files.map(
        (file) => [file, imports.filter((one) => one.file === file && !one.onlyTypes && !one.dynamic)] as const,
      ),
    );
    const circles = files.filter((start) => {
      const seen = new Set<string>();
      const open = [start];
      for (let file = open.pop(); file !== undefined; file = open.pop()) {
        for (const { target } of next.get(file) ?? []) {
          if (target === start) return true;
          if (seen.has(target)) continue;
          seen.add(target);
          open.push(target);
        }
      }
      return false;
    });
    expect(circles).toEqual([]);
  });
});

describe('the pure folders', () => {
  const pure = files.filter((file) => /^(core|learning|authoring)\//.test(file));

  test('import nothing of Node and no package but the one for forgetting, which is as pure as they are', () => {
    const foreign = imports.filter((one) => pure.includes(one.file) && isPackage(one));
    const allowed = ({ file, target }: Import) => file === 'learning/learner/memory.ts' && target === 'ts-fsrs';
    expect(told(foreign.filter((one) => !allowed(one)))).toEqual([]);
  });

  test.each([
    ['the time', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b/],
    ['chance', /\bMath\.random\b|\bcrypto\b|\brandomUUID\b/],
    ['the process', /\bprocess\b\s*[.[]|\bglobalThis\b|\bconsole\./],
    ['timers', /\bset(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/],
    ['the machine’s language or zone', /\btoLocale\w+\(|\bIntl\b|\blocaleCompare\b|\bgetTimezoneOffset\b/],
  ])('do not know %s', (_, banned) => {
    const found = pure.filter((file) => banned.test(withoutComments(sourceOf(file))));
    expect(found).toEqual([]);
  });
});

/** Words in comments are no calls. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

describe('heavy packages have one home each', () => {
  test.each([
    ['yaml', /^bank\/(yaml\/\w[\w-]*|editing\/(append|edits|fix))\.ts$/],
    ['marked', /^interop\/markdown\/text\.ts$/],
    ['csv-parse', /^interop\/tables\/rows\.ts$/],
    ['htmlparser2', /^interop\/markup\/(html|xml)\.ts$/],
    ['fflate', /^interop\/qti\/zip\.ts$/],
    ['chalk', /^terminal\//],
    ['@inquirer/core', /^terminal\//],
    ['inquirer', /^terminal\//],
    ['fast-wrap-ansi', /^terminal\//],
    ['lowdb', /^store\//],
    ['write-file-atomic', /^(store\/disk\/replace-file|bank\/editing\/replace)\.ts$/],
    ['env-paths', /^system\/usual-folders/],
    ['commander', /^(cli|help\/verb-help|verbs\/\w+|completion\/verbs)\.ts$/],
    ['@modelcontextprotocol/server', /^mcp\/(server|wire|schema-check)\.ts$/],
  ])('%s', (name, home) => {
    const users = imports.filter(({ target }) => target === name || target.startsWith(`${name}/`));
    expect(users.length).toBeGreaterThan(0);
    expect(told(users.filter(({ file }) => !home.test(file)))).toEqual([]);
  });

  test('every package that is imported is declared', () => {
    const manifest: { devDependencies: Record<string, string>; dependencies?: Record<string, string> } = JSON.parse(
      readFileSync(join(root, '../package.json'), 'utf8'),
    );
    const declared = Object.keys({ ...manifest.devDependencies, ...manifest.dependencies });
    const foreign = imports.filter((one) => isPackage(one) && !one.target.startsWith('node:'));
    const name = (target: string) =>
      (target.startsWith('@') ? target.split('/').slice(0, 2) : target.split('/').slice(0, 1)).join('/');
    expect(told(foreign.filter(({ target }) => !declared.includes(name(target))))).toEqual([]);
  });
});

test('an assistant gets no tool that does not ask whether an exam is open', () => {
  const users = imports.filter(({ target }) => target === 'mcp/server.ts').map(({ file }) => file);
  expect(users).toEqual(['commands/mcp.ts']);
  expect(sourceOf('commands/mcp.ts')).toMatch(/const tools = closedDuringExams\(/);
});

test('the program ends in one place: nothing but cli, ending and main sets an exit code or exits', () => {
  const found = files.filter((file) => /\bprocess\.exit(Code)?\b/.test(withoutComments(sourceOf(file))));
  expect(found.filter((file) => !['cli.ts', 'ending/ending.ts', 'main.ts'].includes(file))).toEqual([]);
});

test('no code asks whether it is being tested', () => {
  const found = files.filter((file) => /NODE_ENV|VITEST/.test(sourceOf(file)));
  expect(found).toEqual([]);
});

test('there are no default exports and no enums', () => {
  expect(files.filter((file) => /^export default|^(export )?(const )?enum /m.test(sourceOf(file)))).toEqual([]);
});

test('no file has more than 250 lines', () => {
  const lines = (file: string) => sourceOf(file).trimEnd().split('\n').length;
  expect(files.filter((file) => lines(file) > 250)).toEqual([]);
});

test('no function has more than 60 lines', () => {
  const long = files.flatMap((file) =>
    [...sourceOf(file).matchAll(/^(?:export )?(?:async )?function\*? ?(\w+)[\s\S]*?^}/gm)]
      .filter(([text]) => text.split('\n').length > 60)
      .map(([, name]) => `${file}: ${name}`),
  );
  expect(long).toEqual([]);
});

/** Types are not asked for: a caller may want to name what a function gives. */
test('every function, class and constant that is exported is used in another file, be it a test', () => {
  const users = ['src', 'test', 'bench', 'scripts'].flatMap((folder) => usersUnder(join(root, '..', folder)));
  const byTheBundler = ['terminal/input/no-editor.ts: editAsync']; // build.js puts it in the place of a package
  const unused = files.flatMap((file) => {
    const texts = users.filter(({ targets }) => targets.has(join(root, file))).map(({ text }) => text);
    return exportsOf(file)
      .filter((name) => !texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)))
      .map((name) => `${file}: ${name}`);
  });
  expect(unused).toEqual(byTheBundler);
});

/** The sources of a folder, each with the files that it names. */
function usersUnder(folder: string): { text: string; targets: ReadonlySet<string> }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      const named = text.matchAll(/'(\.\.?\/[^']+\.ts)'/g);
      return { text, targets: new Set(Array.from(named, ([, name = '']) => join(folder, dirname(path), name))) };
    });
}

function exportsOf(file: string): string[] {
  const written = sourceOf(file).matchAll(/^export (?:async )?(?:function\*?|class|const) (\w+)/gm);
  return Array.from(written, ([, name = '']) => name);
}
