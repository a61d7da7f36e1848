// The pages in a real browser: on a phone and a desktop, in light and dark, for people who do not see them, and on paper.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { unicode } from '../../src/core/text/glyphs.ts';
import { reportPage } from '../../src/reports/html/report-page.ts';
import { statsPage } from '../../src/reports/html/stats-page.ts';
import { itemOf } from '../support/arbitraries.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { pastIn } from '../support/history.ts';
import { BANK, quiz, tempFolder } from '../support/quiz.ts';
import { answers, paperOf, play, startedWith, step } from '../support/sittings.ts';
import { figures, topic, typedAs } from '../support/stats.ts';

const folder = tempFolder();
const pages: Record<string, string> = {};

if (noBrowser !== undefined) process.stderr.write(`The pages are not tried in a browser: ${noBrowser}.\n`);

describe.skipIf(noBrowser !== undefined)('in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    const data = await pastIn(BANK, 3);
    for (const command of ['stats', 'report']) pages[command] = quiz([command, '--html', '-'], { data }).out;
    browser = await openBrowser();
  }, 120_000);

  afterEach(() => Promise.all((browser?.contexts() ?? []).map((context) => context.close())));

  afterAll(() => browser?.close());

  interface Sight {
    readonly page: Page;
    /** What the browser complained of. */
    readonly complaints: string[];
  }

  /** Opens a page as a file, offline, with all folds open where that is asked for. */
  async function look(
    html: string,
    {
      width = 1280,
      colorScheme = 'light',
      open = false,
    }: { width?: number; colorScheme?: 'light' | 'dark'; open?: boolean },
  ): Promise<Sight> {
    const file = join(folder, 'page.html');
    writeFileSync(file, html);
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, offline: true });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(file).href);
    if (open) await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
    return { page, complaints };
  }

  describe.each(['stats', 'report'])('the page of quiz %s', (command) => {
    test.each(['light', 'dark'] as const)(
      'has nothing that axe finds fault with, all folds open, in %s',
      async (colorScheme) => {
        const { page } = await look(pages[command] ?? '', { colorScheme, open: true });
        await page.evaluate(axe.source);
        const { violations, passes } = (await page.evaluate('axe.run()')) as axe.AxeResults;
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(['color-contrast', 'svg-img-alt', 'region']));
      },
    );

    test.each([360, 1280])('is never wider than a window of %i', async (width) => {
      const { page } = await look(pages[command] ?? '', { width, open: true });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    });

    test('makes the browser complain of nothing', async () => {
      const { complaints } = await look(pages[command] ?? '', { open: true });
      expect(complaints).toEqual([]);
    });

    test('runs no script, even if one came in', async () => {
      const injected = (pages[command] ?? '').replace(
        '</main>',
        '<script>document.title = "owned"</script><img src="data:," onerror="document.title = \'owned\'"></main>',
      );
      const { page, complaints } = await look(injected, {});
      expect(await page.title()).not.toBe('owned');
      expect(complaints.join('\n')).toMatch(/script.*Content Security Policy/is);
    });

    test('has two looks', async () => {
      const groundIn = async (colorScheme: 'light' | 'dark') => {
        const { page } = await look(pages[command] ?? '', { colorScheme });
        return page.evaluate('getComputedStyle(document.body).backgroundColor');
      };
      expect(await groundIn('light')).toBe('rgb(255, 255, 255)');
      expect(await groundIn('dark')).toBe('rgb(26, 28, 31)');
    });

    test('opens all folds on paper, in light', async () => {
      const { page } = await look(pages[command] ?? '', { colorScheme: 'dark' });
      const heights = 'Array.from(document.querySelectorAll("details > table"), (table) => table.checkVisibility())';
      expect(new Set((await page.evaluate(heights)) as boolean[])).toEqual(new Set([false]));
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
      expect(new Set((await page.evaluate(heights)) as boolean[])).toEqual(new Set([true]));
    });

    test('is read with the keyboard: the first Tab stands on a fold, Enter opens it', async () => {
      const { page } = await look(pages[command] ?? '', {});
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.parentElement.open')).toBe(true);
    });
  });

  test('code keeps its lines on a phone and on paper, and a long one does not widen the page', async () => {
    const text = `\`\`\`\nfor x in y:\n    print(x)\n${'w'.repeat(200)}\n\`\`\``;
    const options = ['a', 'b'].map((id) => ({ id, text }));
    const item = { ...itemOf('q', { type: 'single', options, answer: ['a'] }), stem: text, case: { id: 'c', text } };
    const { state, paper } = play(paperOf([item]), startedWith([item]), [...answers(['b']), step({ type: 'finish' })]);
    const html = reportPage(state, paper, { titles: new Map(), glyphs: unicode }, (iso) => iso, typedAs('quiz'));
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await look(html, { width: 360, colorScheme, open: true });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      const shown = 'Array.from(document.querySelectorAll("pre"), (block) => block.innerText.split("\\n").slice(0, 2))';
      expect(await page.evaluate(shown)).toEqual(Array(4).fill(['for x in y:', '    print(x)']));
    }
  });

  test('words that no line holds do not widen a page, in whatever script', async () => {
    for (const word of ['w'.repeat(200), '\u05e9'.repeat(200)]) {
      const told = {
        ...figures,
        topics: [topic(word, { title: word })],
        weak: [word],
        confusions: figures.confusions.map((pair) => ({ ...pair, chosen: word, right: word })),
        mocks: figures.mocks.map((mock) => ({ ...mock, profile: word })),
        questions: { ...figures.questions, challenged: [{ id: word, text: word }] },
      };
      const html = statsPage(told, {
        title: word,
        part: word,
        pass: 0.72,
        today: 20782,
        typed: typedAs('quiz'),
        when: (iso) => iso,
      });
      const { page } = await look(html, { width: 360, open: true });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    }
  });
});
