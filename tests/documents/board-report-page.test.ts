import type { Page } from 'playwright-core';
import type { BoardReport } from '../../src/application/board-report/document.ts';
import { boardReportPage } from '../../src/documents/board-report/page.ts';
import { boardReportPdf } from '../../src/documents/board-report/pdf.ts';
import { boardReport } from '../support/board-report.ts';
import { openPage } from '../support/chromium.ts';
import { releasedReport } from '../support/released-report.ts';
import { pagePicture, pdfPicture } from '../support/screens.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;\u0000\${x}`;

/** The same report with this in place of, or behind, every text of it. */
const filled = (report: BoardReport, text: (own: string) => string): BoardReport => {
  const fill = (value: unknown, key?: string): unknown => {
    if (typeof value === 'string') return ['kind', 'record', 'at'].includes(key ?? '') ? value : text(value);
    if (Array.isArray(value)) return value.map((each) => fill(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each, name)]));
  };
  return fill(report) as BoardReport;
};

let opened: Awaited<ReturnType<typeof openPage>>;
const asked: string[] = [];
beforeAll(async () => {
  opened = await openPage();
  opened.page.on('request', (request) => asked.push(request.url()));
  opened.page.on('console', (message) => asked.push(message.text()));
});
afterAll(() => opened.close());

async function show(html: string, width: number): Promise<Page> {
  await opened.page.setViewportSize({ width, height: 800 });
  await opened.page.setContent(html);
  return opened.page;
}
/** What the browser says to this expression. */
const ask = async <Answer>(page: Page, expression: string): Promise<Answer> =>
  (await page.evaluate(expression)) as Answer;

const TAGS = `[...document.querySelectorAll('*')].filter((each) => !each.parentElement?.closest('svg')).map((each) => each.tagName)`;
const DRAWN = `[...new Set([...document.querySelectorAll('svg *')].map((each) => each.tagName))].sort()`;

describe('a report for the board as a page', () => {
  it('is the same each time, and needs nothing else: no script, no address', async () => {
    const html = await boardReportPage(boardReport());
    expect(await boardReportPage(boardReport())).toBe(html);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|@import|url\(|javascript:|\son\w+=/iu);
    expect(html.match(/https?:[^"<]*/gu)?.every((each) => each === 'http://www.w3.org/2000/svg')).toBe(true);
    await show(html, 1200);
    expect(asked).toEqual([]);
  });

  it('has one heading of the first level, and leaves out none', async () => {
    const page = await show(await boardReportPage(boardReport()), 1200);
    const levels = await ask<number[]>(
      page,
      `[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((each) => Number(each.tagName[1]))`,
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, n) => {
      expect(level - (levels[n - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('says what each picture shows, once, and has its figures as a table with heads', async () => {
    const page = await show(await boardReportPage(boardReport()), 1200);
    const charts = boardReport().sections.flatMap((section) => section.charts);
    const alts = await ask<string[]>(
      page,
      `[...document.querySelectorAll('svg[role=img]')].filter((each) => each.checkVisibility()).map((each) => each.getAttribute('aria-label'))`,
    );
    expect(alts).toEqual(charts.map(({ alt }) => alt));
    const isBare = await ask<number>(
      page,
      `[...document.querySelectorAll('table')].filter((each) => !each.getAttribute('aria-label') || !each.querySelector('th[scope=col]') || [...each.tBodies[0].rows].some((row) => !row.querySelector('th[scope=row]'))).length`,
    );
    expect(isBare).toBe(0);
    expect(await ask(page, `document.querySelectorAll('figure table').length`)).toBe(charts.length);
  });

  it('has its landmarks, and a first stop that leads to what it is about', async () => {
    const page = await show(await boardReportPage(boardReport()), 1200);
    for (const [role, count] of [
      ['banner', 1],
      ['navigation', 1],
      ['main', 1],
      ['contentinfo', 1],
    ] as const)
      expect([role, await page.getByRole(role).count()]).toEqual([role, count]);
    expect(await page.getByRole('region').count()).toBe(boardReport().sections.length + 2);
    await page.keyboard.press('Tab');
    expect(await ask(page, `document.activeElement.textContent`)).toBe('To the report');
    expect(await ask(page, `document.querySelectorAll('a:not([href^="#"])').length`)).toBe(0);
    const dead = `[...document.querySelectorAll('a')].filter((each) => document.querySelector(each.hash) === null).length`;
    expect(await ask(page, dead)).toBe(0);
    expect(
      await ask(
        page,
        `new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)).size === document.querySelectorAll('[id]').length`,
      ),
    ).toBe(true);
    expect([await ask(page, 'document.documentElement.lang'), await page.title()]).toEqual([
      'en-GB',
      'Online safety and safeguarding: report to the governing board · Fernhill School',
    ]);
  });

  it('is text wherever somebody wrote markup', async () => {
    const plain = await show(await boardReportPage(filled(boardReport(), (own) => `${own}x`)), 1200);
    const tags = await ask<string[]>(plain, TAGS);
    const page = await show(await boardReportPage(filled(boardReport(), (own) => own + HOSTILE)), 1200);
    expect((await ask<string[]>(page, TAGS)).join(' ')).toBe(tags.join(' '));
    expect(await ask(page, `document.querySelector('h1').textContent`)).toContain(
      '<script>alert(1)</script>',
    );
    expect(await ask(page, `document.querySelector('svg').getAttribute('aria-label')`)).toContain(
      '"><script>',
    );
    expect(await ask(page, DRAWN)).toEqual(['path', 'text']);
    expect(tags).not.toContain('SCRIPT');
  });

  for (const width of [320, 360, 700, 1200])
    it(`is never wider than a window of ${width} pixels, and nothing in it is cut`, async () => {
      const wide = `[document.documentElement.scrollWidth, ...[...document.querySelectorAll('body *')].filter((each) => each.checkVisibility() && !each.closest('svg') && !each.closest('thead')).map((each) => each.getBoundingClientRect().right)].reduce((a, b) => Math.max(a, b))`;
      for (const report of [boardReport(), filled(boardReport(), (own) => `${own} ${'W'.repeat(60)}`)]) {
        const page = await show(await boardReportPage(report), width);
        await ask(page, `document.querySelectorAll('details').forEach((each) => { each.open = true; })`);
        expect(Math.floor(await ask<number>(page, wide))).toBeLessThanOrEqual(width);
        const shown = `[...document.querySelectorAll('svg')].filter((each) => each.checkVisibility()).map((each) => each.getAttribute('class')).every((each) => each === '${width < 680 ? 'narrow' : 'wide'}')`;
        expect(await ask(page, shown)).toBe(true);
      }
    });

  it('has no label in a chart that lies on another', async () => {
    for (const width of [360, 1200]) {
      const page = await show(await boardReportPage(boardReport()), width);
      const overlaps = await ask<string[]>(
        page,
        `[...document.querySelectorAll('svg')].filter((each) => each.checkVisibility()).flatMap((svg) => {
          const boxes = [...svg.querySelectorAll('text')].map((each) => [each.textContent, each.getBoundingClientRect()]);
          return boxes.flatMap(([one, a], n) => boxes.slice(n + 1).flatMap(([two, b]) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4 ? [one + ' on ' + two] : []));
        })`,
      );
      expect([width, overlaps]).toEqual([width, []]);
    }
  });

  it('is for framing', async () => {
    const report = await releasedReport();
    const html = await boardReportPage(report);
    await pagePicture(await show(html, 1200), 'board-report-page', 1500);
    await pagePicture(await show(html, 360), 'board-report-phone', 1400);
    const pdf = await boardReportPdf(report);
    await pdfPicture(pdf, 'board-report-pdf', 3);
    expect(pdf.length).toBeGreaterThan(html.length / 10);
  });
});
