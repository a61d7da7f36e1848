// quiz import and quiz export as a user runs them.
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';
import { TEA } from '../support/quiz.ts';

const quiz = inOneProcess();

const GIFT = 'First? {=yes ~no}\n\nSecond? {=one ~two ~three}\n';
const json = (text: string) => JSON.parse(text);

describe('quiz import', () => {
  test('makes a bank that can be asked at once, and that quiz check finds quotes missing in', () => {
    const folder = folderWith({ 'capital cities.gift': GIFT });
    const bank = join(folder, 'new bank');
    const { code, out } = quiz(['import', join(folder, 'capital cities.gift'), '--bank', bank]);
    expect([code, out]).toEqual([0, 'Imported 2 questions, refused 0.\n']);
    expect(readdirSync(bank).sort()).toEqual(['bank.yaml', 'imported-capital-cities.yaml']);
    expect(readFileSync(join(bank, 'bank.yaml'), 'utf8')).toBe('id: new-bank\ntitle: new bank\n');
    expect(quiz(['drill', '--jsonl', '-n', '1', '--bank', bank]).out).toContain('"type":"ask"');
    const { problems, errors } = json(quiz(['check', '--json', '--bank', bank]).out);
    expect(errors).toBe(0);
    expect(problems.filter((problem: { code: string }) => problem.code === 'no-quote')).toHaveLength(2);
  });

  test('twice makes no doubles, and leaves what was edited', () => {
    const folder = folderWith({ 'a.gift': GIFT });
    const bank = join(folder, 'bank');
    const args = ['import', join(folder, 'a.gift'), '--bank', bank, '--json'];
    expect(json(quiz(args).out)).toMatchObject({ imported: 2, refused: 0, added: 2, known: 0 });
    const file = join(bank, 'imported-a.yaml');
    const edited = readFileSync(file, 'utf8').replace('First?', 'The very first?');
    writeFileSync(file, edited);
    writeFileSync(join(folder, 'a.gift'), `${GIFT}\nThird? {T}\n`);
    expect(json(quiz(args).out)).toMatchObject({ imported: 3, added: 1, known: 2, files: ['imported-a-2.yaml'] });
    expect(readFileSync(file, 'utf8')).toBe(edited);
    expect(json(quiz(args).out)).toMatchObject({ imported: 3, added: 0, known: 3, files: [] });
    expect(json(quiz(['export', '--bank', bank]).out).questions).toHaveLength(3);
  });

  test('a text that was changed in the source is told, and makes no double', () => {
    const options = '{=ant ~bee ~crab}';
    const folder = folderWith({ 'a.gift': `Which walks? ${options}\n\nIs it so? {T}\n` });
    const bank = join(folder, 'bank');
    const again = (text: string) => {
      writeFileSync(join(folder, 'a.gift'), text);
      return json(quiz(['import', join(folder, 'a.gift'), '--bank', bank, '--json']).out);
    };
    quiz(['import', join(folder, 'a.gift'), '--bank', bank]);
    const { problems, added } = again(`Which of them walks? ${options}\n\nIs it really so? {T}\n`);
    expect(problems).toEqual([expect.objectContaining({ line: 1, code: 'changed-text' })]);
    expect(problems[0].message).toContain('imported-a.yaml:2 with another text, "Which walks?"');
    expect(added).toBe(1); // a statement alone cannot be told from another
    const both = again(`Which walks? ${options}\n\nWhich has six legs and no wings? ${options}\n`);
    expect(both).toMatchObject({ added: 1, known: 1, refused: 0 });
    const two = again(`Which of them walks? ${options}\n\nWhich of them runs? ${options}\n`);
    expect(two).toMatchObject({ added: 2, refused: 0 }); // either could be the one of the bank
  });

  test('under another name makes no doubles either, whatever was edited and in whatever order the options stand', () => {
    const folder = folderWith({ 'a.gift': GIFT, 'b.gift': GIFT, 'c.gift': 'second? {~three =one ~two}\n' });
    const bank = join(folder, 'bank');
    const from = (name: string) => json(quiz(['import', join(folder, name), '--bank', bank, '--json']).out);
    from('a.gift');
    const file = join(bank, 'imported-a.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('First?', 'The very first?'));
    expect(from('b.gift')).toMatchObject({ imported: 2, added: 0, known: 2, files: [] });
    expect(from('c.gift')).toMatchObject({ imported: 1, added: 0, known: 1, files: [] });
  });

  test('what a question lost is told with its place, and what is nothing but a picture is refused', () => {
    const gift =
      'See ![map]\\: <img src\\="m.png" alt\\="a map">, which town? {=A ~B}\n\n<img src\\="n.png"> {=A ~B}\n\nWhich flag? {=<img src\\="x.png"> ~B}\n';
    const folder = folderWith({ 'a.gift': gift });
    const args = ['import', join(folder, 'a.gift'), '--bank', join(folder, 'bank'), '--dry-run'];
    const { code, err } = quiz(args);
    expect(code).toBe(1);
    expect(err).toContain(`lossy: pictures: 1 question (${join(folder, 'a.gift')}:1)\n`);
    expect(err).toMatch(/a\.gift:3: the question is a picture, which cannot be shown \[only-picture\]/);
    expect(err).toMatch(/a\.gift:5: option 1 is a picture without words, which cannot be shown \[only-picture\]/);
    expect(json(quiz([...args, '--json']).out)).toMatchObject({
      lossy: ['pictures: 1 question'],
      losses: [{ file: join(folder, 'a.gift'), line: 1, what: 'pictures' }],
    });
  });

  test('a picture is refused with what to do instead', () => {
    const folder = folderWith({ 'page.png': Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1') });
    const { code, err } = quiz(['import', join(folder, 'page.png'), '--bank', join(folder, 'bank')]);
    expect(code).toBe(3);
    expect(err).toMatch(/page\.png:1: this is a picture, and questions are read from text: .*OCR.* \[not-text\]\n/);
  });

  test('two answers to one question contradict each other: the second is refused with both places', () => {
    const folder = folderWith({ 'a.gift': `${GIFT}\nSecond? {~three ~one =two}\n`, 'b.gift': 'First? {~yes =no}\n' });
    const bank = join(folder, 'bank');
    const a = quiz(['import', join(folder, 'a.gift'), '--bank', bank]);
    expect([a.code, a.out]).toEqual([1, 'Imported 2 questions, refused 1.\n']);
    expect(a.err).toContain(
      `a.gift:5: the same question stands at ${join(folder, 'a.gift')}:3 with another answer: "one" there, "two" here; one of them is wrong [contradiction]`,
    );
    const b = json(quiz(['import', join(folder, 'b.gift'), '--bank', bank, '--json']).out);
    expect(b).toMatchObject({ imported: 0, refused: 1, problems: [{ code: 'contradiction', line: 1 }] });
    expect(b.problems[0].message).toContain('stands at imported-a.yaml:');
  });

  test('an edit that broke a question makes no double either', () => {
    const folder = folderWith({ 'a.gift': GIFT });
    const bank = join(folder, 'bank');
    const args = ['import', join(folder, 'a.gift'), '--bank', bank, '--json'];
    quiz(args);
    const file = join(bank, 'imported-a.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('answer: a', 'answer: zz'));
    expect(json(quiz(args).out)).toMatchObject({ imported: 2, added: 0, known: 2 });
    writeFileSync(file, 'questions: [');
    const { code, err } = quiz(args);
    expect([code, json(err).error.code]).toEqual([3, 'bank-broken']);
  });

  test('says where each refused record stands, and exits 1; with none taken in 3, and nothing is made', () => {
    const folder = folderWith({
      'some.gift': `${GIFT}\nNo key? {~a ~b}\n`,
      'none.gift': 'Text.\n',
      'empty.csv': '',
      'cut.json': '[{"a":',
    });
    const bank = join(folder, 'bank');
    const some = quiz(['import', join(folder, 'some.gift'), '--bank', bank]);
    expect(some.code).toBe(1);
    expect(some.err).toContain(`${join(folder, 'some.gift')}:5: no option is marked as right [no-key]`);
    const none = quiz([
      'import',
      join(folder, 'none.gift'),
      join(folder, 'empty.csv'),
      join(folder, 'cut.json'),
      '--json',
      '--bank',
      join(folder, 'other'),
    ]);
    expect(none.code).toBe(3);
    const { imported, refused, problems } = json(none.out);
    expect([imported, refused]).toEqual([0, 3]);
    expect(problems.map(({ code, line }: { code: string; line: number }) => `${code}:${line}`)).toEqual([
      'no-answer-block:1',
      'no-questions:1',
      'broken-json:1',
    ]);
    expect(existsSync(join(folder, 'other'))).toBe(false);
  });

  test('a file that is named twice, or lies in a folder that is named too, is read once', () => {
    const data = folderWith({ 'in/some.gift': GIFT });
    const { code, out } = quiz(['import', 'in/some.gift', 'in', './in/some.gift', '--bank', 'bank', '--topic', 't'], {
      data,
    });
    expect([code, out]).toEqual([0, expect.stringMatching(/^Imported \d questions?, refused 0\.$/m)]);
  });

  test('a dry run writes nothing', () => {
    const folder = folderWith({ 'a.gift': GIFT });
    const { code, out } = quiz(['import', join(folder, 'a.gift'), '--bank', join(folder, 'bank'), '--dry-run']);
    expect([code, out, existsSync(join(folder, 'bank'))]).toEqual([0, 'Would import 2 questions, refused 0.\n', false]);
  });

  test('takes folders and standard input, and says what it passes over', () => {
    const folder = folderWith({
      'in/a.gift': GIFT,
      'in/deep/b.csv': 'question,option 1,option 2,answer\nThird?,yes,no,option 1\n',
      'in/picture.png': 'x',
    });
    const { code, out, err } = quiz(['import', join(folder, 'in'), '--bank', join(folder, 'bank')]);
    expect([code, out]).toEqual([0, 'Imported 3 questions, refused 0.\n']);
    expect(err).toContain('picture.png');
    const piped = quiz(['import', '-', '--format', 'gift', '--bank', join(folder, 'piped')], { input: GIFT });
    expect([piped.code, readdirSync(join(folder, 'piped')).sort()]).toEqual([0, ['bank.yaml', 'imported-stdin.yaml']]);
  });

  test('a folder that is a bank with mistakes in bank.yaml is refused as export refuses it, and nothing is written', () => {
    const folder = folderWith({
      'own/bank.yaml': 'id: own\ntitel: Own\nnotes: notes.md\n',
      'own/notes.md': '# Own\n\n1. Which?\n- [x] a\n- [ ] b\n',
      'own/one.csv': 'question,a,b,answer\nWhich?,x,y,A\n',
    });
    const [own, other] = [join(folder, 'own'), join(folder, 'other')];
    const told = quiz(['import', own, '--bank', other]);
    expect([told.code, existsSync(other)]).toEqual([3, false]);
    const exported = quiz(['export', '--bank', own]);
    expect(told.err.replaceAll(`${own}/`, '')).toContain(exported.err);
    expect(told.err).toContain(`error: ${own}/bank.yaml:2:1: `);
  });

  test('of a folder that is a bank the questions are read, and it is told how to practise with it as it is', () => {
    const folder = folderWith({ 'tea.md': '# Tea\n\n## Green\n\n- Green tea is steamed early.\n' });
    const bank = join(folder, 'tea');
    quiz(['init', bank, '--notes', join(folder, 'tea.md')]);
    expect(readdirSync(bank)).toEqual(['bank.yaml', 'examples.yaml', 'schema', 'tea.md']);
    const other = quiz(['import', bank, '--bank', join(folder, 'other')]);
    expect(other).toMatchObject({ code: 0, out: 'Imported 1 question, refused 0.\n' });
    expect(other.err).toContain(`To practise with it as it is: quiz drill --bank ${bank}\n`);
    const same = quiz(['import', bank, '--bank', bank]);
    expect(same).toMatchObject({ code: 0, out: 'Imported 0 questions, 1 there already, refused 0.\n' });
    expect(same.err).toContain('of it only the questions are read. It is the bank that they go into, too: quiz check');
  });

  test('a folder without a file that could hold questions is said to be so', () => {
    const folder = folderWith({ 'notes.docx': 'x' });
    const { code, err } = quiz(['import', folder, '--bank', join(folder, 'bank')]);
    expect(code).toBe(3);
    expect(err).toContain(`there is no file to import in ${folder}`);
    expect(existsSync(join(folder, 'bank'))).toBe(false);
  });

  test('asks for a bank, a known format, columns that can be read, and files that are there', () => {
    const folder = folderWith({ 'a.gift': GIFT, 'b.txt': 'what is this\n' });
    const file = join(folder, 'a.gift');
    const bank = ['--bank', join(folder, 'bank')];
    expect(quiz(['import', file]).code).toBe(2);
    expect(quiz(['import', file, '--format', 'gif', ...bank])).toMatchObject({
      code: 2,
      err: expect.stringContaining('gift'),
    });
    expect(quiz(['import', file, '--columns', 'x', ...bank]).code).toBe(2);
    writeFileSync(join(folder, 'c.csv'), 'Frage;A;B;Richtig\nWelche?;x;y;B\n');
    const csv = (columns: string) => quiz(['import', join(folder, 'c.csv'), '--columns', columns, ...bank]);
    expect(csv('question=Frge,options=2-3,answer=4')).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /there is no column "Frge"\ndid you mean Frage\? the columns of .*c\.csv are 1 "Frage", 2 "A", 3 "B", 4 "Richtig"/,
      ),
    });
    expect(csv('question=1,options=2-3,answer=5')).toMatchObject({ code: 2 });
    expect(existsSync(join(folder, 'bank'))).toBe(false);
    expect(csv('question=Frage,options=A-B,answer=Richtig')).toMatchObject({ code: 0 });
    expect(quiz(['import', join(folder, 'nothing.gift'), ...bank]).code).toBe(3);
    expect(quiz(['import', join(folder, 'b.txt'), ...bank])).toMatchObject({
      code: 3,
      err: expect.stringContaining('unknown-format'),
    });
  });

  test.each(['-', 'empty.gift', 'empty.yaml', 'empty.zip', 'empty.anything'])(
    'of %s without a word that is said',
    (name) => {
      const data = folderWith(name === '-' ? {} : { [name]: '\n  \n' });
      const { code, err } = quiz(['import', name, '--bank', 'bank', '--topic', 't'], { data, input: '' });
      expect([code, err]).toEqual([3, expect.stringContaining('there is nothing in it [no-questions]')]);
    },
  );

  test('a bank with topics of its own takes questions under one of them only', () => {
    const folder = folderWith(DEMO);
    const source = join(
      folderWith({ 'a.gift': `$CATEGORY: s3/encryption\n\n${GIFT}\n$CATEGORY: sports\n\nThird? {T}\n` }),
      'a.gift',
    );
    expect(json(quiz(['import', source, '--bank', folder, '--dry-run', '--json']).out)).toMatchObject({
      imported: 2,
      refused: 1,
      problems: [{ code: 'unknown-topic', line: 9 }],
    });
    expect(quiz(['import', source, '--bank', folder, '--topic', 'sports']).code).toBe(2);
    expect(quiz(['import', source, '--bank', folder, '--topic', 'glue']).code).toBe(0);
    expect(quiz(['check', '--bank', folder, '--json']).out).toContain('"errors":0');
  });

  test('topics are found by id, title and the last part of an id, in capitals or not, unless several are called so', () => {
    const manifest =
      'id: b\ntitle: B\ntopics: { salts: Salts of the body, drugs: Drugs, drugs/beta: Beta blockers, drugs/doses: Doses, salts/doses: Doses }\n';
    const topics = ['Salts', 'Salts of the Body', 'beta blockers', 'BETA', 'Drugs/Beta', 'Doses', 'Opioids'];
    const rows = topics.map((topic) => `What of ${topic}?,Yes,No,1,${topic}`);
    const folder = folderWith({ 'bank.yaml': manifest, 'q.yaml': 'questions: []\n' });
    const source = join(
      folderWith({ 'a.csv': `question,option 1,option 2,answer,topic\n${rows.join('\n')}\n` }),
      'a.csv',
    );
    const { code, err } = quiz(['import', source, '--bank', folder]);
    expect([code, err]).toEqual([1, expect.stringContaining('lacks: Doses (1 question) and Opioids (1 question).')]);
    const { questions } = json(quiz(['export', '--bank', folder]).out);
    expect(questions.map((question: { topics: string[] }) => question.topics)).toEqual([
      ['salts'],
      ['salts'],
      ['drugs/beta'],
      ['drugs/beta'],
      ['drugs/beta'],
    ]);
  });

  test('topics that the bank lacks are named once with their number, and hide nothing else that is wrong', () => {
    const rows = Array.from({ length: 24 }, (_, at) => `Port ${at}?,A,B,1,${at % 3 === 0 ? 'other' : 'ports'}`);
    const source = join(
      folderWith({
        'a.csv': `question,option 1,option 2,answer,topic\n${rows.join('\n')}\nBroken?,A,B,7,ports\nBare?,A,B,1,\n`,
      }),
      'a.csv',
    );
    const folder = folderWith(DEMO);
    const { code, err } = quiz(['import', source, '--bank', folder]);
    expect(code).toBe(3);
    expect(err).toContain('a.csv:26: ');
    expect(err).not.toContain('[unknown-topic]');
    expect(err).toContain('topics that bank.yaml lacks: ports (16 questions) and other (8 questions). Add them');
    expect(err).toContain('\n  ports: ports\n  other: other\n1 question without a topic: say --topic T.\n');
    const { problems } = json(quiz(['import', source, '--bank', folder, '--json']).out);
    expect(problems).toContainEqual(
      expect.objectContaining({ line: 3, code: 'unknown-topic', message: expect.stringContaining('"ports"') }),
    );
  });

  test('a reason that many rows share is told once, with their lines and what else the file may be', () => {
    const rows = Array.from({ length: 30 }, (_, at) => `Port of ${at}\t${at}\tports`).join('\n');
    const source = join(folderWith({ 'cards.tsv': rows }), 'cards.tsv');
    const { err } = quiz(['import', source, '--bank', folderWith()]);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringContaining(
        'read with --format anki [no-columns] (and 29 more like it: lines 2, 3, 4, 5, 6, 7, 8, 9 …)',
      ),
    ]);
    const gift = join(folderWith({ 'a.gift': 'A text.\n\nOne? {=a ~b}\n\nAnother text.\n' }), 'a.gift');
    expect(quiz(['import', gift, '--dry-run', '--bank', folderWith()]).err).toContain(
      `${gift}:1: there is no answer in braces: a description, which asks nothing [no-answer-block] (and 1 more like it: line 5)`,
    );
  });

  test('what was there already is not called imported, and quotes that came along are not called lacking', () => {
    const folder = folderWith(DEMO);
    const source = join(folderWith({ 'a.gift': GIFT }), 'a.gift');
    const args = ['import', source, '--bank', folder, '--topic', 'glue'];
    expect(quiz(args)).toMatchObject({
      out: 'Imported 2 questions, refused 0.\n',
      err: expect.stringContaining('most of all quotes'),
    });
    expect(quiz(args).out).toBe('Imported 0 questions, 2 there already, refused 0.\n');
    const empty = { 'bank.yaml': DEMO['bank.yaml'], 'notes.md': DEMO['notes.md'] };
    const taken = join(
      folderWith({ 'own.json': quiz(['export', '--bank', folderWith({ ...empty, 'b.yaml': DEMO['b.yaml'] })]).out }),
      'own.json',
    );
    const { err } = quiz([
      'import',
      taken,
      '--bank',
      folderWith({ 'bank.yaml': DEMO['bank.yaml'], 'notes.md': DEMO['notes.md'] }),
    ]);
    expect(err).toMatch(/says what they lack\.$/m);
  });

  test.runIf(process.getuid?.() !== 0)('a bank that cannot be written to stays as it is', () => {
    const folder = folderWith({ 'a.gift': GIFT, 'bank/bank.yaml': 'id: x\n' });
    chmodSync(join(folder, 'bank'), 0o500);
    expect(quiz(['import', join(folder, 'a.gift'), '--bank', join(folder, 'bank')]).code).toBe(5);
    expect(readdirSync(join(folder, 'bank'))).toEqual(['bank.yaml']);
  });
});

describe('quiz export', () => {
  test('json is the whole bank, and comes back as it was', () => {
    const folder = folderWith();
    const { out } = quiz(['export', '--bank', TEA]);
    const document = json(out);
    expect(Object.keys(document).slice(0, 4)).toEqual(['schema', 'bank', 'topics', 'exams']);
    writeFileSync(join(folder, 'tea.json'), out);
    const again = join(folder, 'again');
    expect(quiz(['import', join(folder, 'tea.json'), '--bank', again]).code).toBe(0);
    const back = json(quiz(['export', '--bank', again]).out);
    const asked = ({ questions }: typeof document) =>
      questions.map(({ file, line, quotes, ...question }: Record<string, unknown>) => question);
    expect(asked(back)).toEqual(asked(document));
  });

  test('its exams and titles of topics stay behind at an import, which is said until the bank has some', () => {
    const own = { 'bank.yaml': DEMO['bank.yaml'], 'notes.md': DEMO['notes.md'] };
    const folder = folderWith({ 'own.json': quiz(['export', '--bank', folderWith(DEMO)]).out });
    const file = join(folder, 'own.json');
    const into = (bank: string, ...flags: string[]) => quiz(['import', file, '--bank', bank, ...flags]);
    const told = [
      `exams are not taken in (mock): write them under exams: in bank.yaml (${file})`,
      `titles of topics are not taken in (s3/encryption, glue): write them under topics: in bank.yaml (${file})`,
    ];
    const bare = join(folder, 'bare');
    expect(into(bare, '--dry-run').err).toContain(told.map((line) => `lossy: ${line}\n`).join(''));
    expect(json(into(bare, '--json').out).lossy).toEqual(expect.arrayContaining(told));
    expect(into(folderWith(own)).err).not.toContain('not taken in');
    writeFileSync(file, quiz(['export', '--bank', bare]).out); // nothing of it was written by an author
    expect(into(join(folder, 'other'), '--dry-run').err).not.toContain('not taken in');
  });

  test('overwrites nothing, and what it writes is for its owner only', () => {
    const folder = folderWith();
    const file = join(folder, 'tea.gift');
    expect(quiz(['export', '--output', file, '--bank', TEA]).code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
    const before = readFileSync(file, 'utf8');
    const { code, err } = quiz(['export', '--output', file, '--bank', BANK_OF_NONE, '--json']);
    expect(code).not.toBe(0);
    expect(err).toContain('error');
    expect(quiz(['export', '--output', file, '--bank', TEA]).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('says what a format has no place for', () => {
    const { out, err } = quiz(['export', '--format', 'aiken', '--bank', TEA]);
    expect(out).toContain('ANSWER: ');
    expect(err).toMatch(/^lossy: .*Aiken/m);
  });

  test('a paper comes with its key beside it', () => {
    const folder = folderWith();
    expect(quiz(['export', '--format', 'paper', '--output', join(folder, 'mock.html'), '--bank', TEA]).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['mock-key.html', 'mock.html']);
    const { questions } = json(quiz(['export', '--bank', TEA]).out);
    const whys: string[] = questions.flatMap(({ options = [] }: { options?: { why?: string }[] }) =>
      options.flatMap(({ why }) => why ?? []),
    );
    const paper = readFileSync(join(folder, 'mock.html'), 'utf8');
    expect(whys.length).toBeGreaterThan(3);
    expect(whys.filter((why) => paper.includes(why))).toEqual([]);
    expect(readFileSync(join(folder, 'mock-key.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
  });

  test.each(['json', 'gift', 'moodle-xml', 'aiken', 'csv', 'anki', 'markdown', 'qti'])(
    '%s of the bank that ships comes back whole',
    (format) => {
      const folder = folderWith();
      const ending = {
        json: 'json',
        gift: 'gift',
        'moodle-xml': 'xml',
        aiken: 'aiken',
        csv: 'csv',
        anki: 'txt',
        markdown: 'md',
        qti: 'zip',
      }[format];
      const file = join(folder, `all.${ending}`);
      expect(quiz(['export', '--format', format, '--output', file]).code).toBe(0);
      const { imported, refused } = json(
        quiz(['import', file, '--bank', join(folder, 'bank'), '--dry-run', '--json']).out,
      );
      expect(refused).toBe(0);
      expect(imported).toBeGreaterThan(200);
    },
  );
});

const BANK_OF_NONE = join(TEA, 'nothing');
