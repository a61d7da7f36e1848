// An exam that is given up for good: what the records, and all that tells of them, make of it.
import { beforeAll, describe, expect, test } from 'vitest';
import { mammalsBank } from '../support/mammals.ts';
import { quiz, tempFolder } from '../support/quiz.ts';

const respond = (option: string) => `{"type":"respond","response":["${option}"]}\n`;
const ABANDON = '{"type":"abandon"}\n';

/** A place in which an exam of four questions was answered to its half, one rightly, then left, taken up again and given up. */
function afterGivingUp() {
  const [data, bank] = [tempFolder(), mammalsBank()];
  const run = (args: readonly string[], input = '') => quiz([...args, '--bank', bank], { data, input });
  run(['exam', '--seed', '1', '--jsonl'], respond('alpha') + respond('bravo'));
  const end = run(['exam', '--resume', '--jsonl'], ABANDON);
  return {
    end,
    out: (...args: string[]) => run(args).out,
    code: (...args: string[]) => run(args).code,
    json: (...args: string[]) => JSON.parse(run([...args, '--json']).out),
  };
}

describe('an exam that was given up', () => {
  let given: ReturnType<typeof afterGivingUp>;
  beforeAll(() => {
    given = afterGivingUp();
  });

  test('is over, and told with the answers it had', () => {
    const { code, out } = given.end;
    expect(code).toBe(0);
    const messages = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(messages.filter(({ type }) => type === 'graded')).toMatchObject([{ slot: 1 }, { slot: 2 }]);
    expect(messages.at(-1)).toMatchObject({
      type: 'result',
      right: 1,
      of: 2,
      reason: 'left',
      pass: null,
      passed: null,
    });
  });

  test('is not open any more: neither at home nor to be resumed', () => {
    const { out, code } = given;
    expect(out()).toContain('Open exams: none');
    expect(code('exam', '--resume', '--jsonl')).toBe(2);
  });

  test('counts as no mock; its answers count, and what was not answered is no blank', () => {
    const { out, json } = given;
    expect(json('stats')).toMatchObject({ mocks: [], answers: 2, questionsSeen: 2 });
    const home = out();
    expect(home).toContain('Missed: 1 question;');
    expect(home).not.toContain('Last mock');
  });

  test('is called so wherever one looks back on it', () => {
    const { out, json } = given;
    const told = 'Given up: 1 of 2 answers right. It counts as no mock exam; the answers count as practice.';
    const report = out('report');
    expect(report.replace(/\s+/g, ' ')).toContain(told);
    expect(report).not.toMatch(/pass line|Changed or removed|unanswered/);
    expect(out('report', '--list')).toMatch(/1\/2 +50 % +given up/);
    expect(out('review')).toContain('1 of 2 right, given up');
    expect(json('report')).toMatchObject({ reason: 'left', pass: null, passed: null });
    const page = out('report', '--html', '-');
    expect(page).toContain('Exam, given up');
    expect(page).not.toMatch(/pass line|How you sat it/);
  });
});

test('what was given up did not reach the mark of --fail-under', () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  const args = ['exam', '--bank', bank, '--jsonl', '--fail-under', '50'];
  expect(quiz(args, { data, input: respond('alpha') + ABANDON })).toMatchObject({ code: 1 });
});
