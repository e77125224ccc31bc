import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import type { BoardReport, Chart } from '../../src/application/board-report/document.ts';
import { canonical } from '../../src/application/hand-out/document.ts';
import { verdictOf } from '../../src/cli/verify.ts';
import { attachedIn } from '../../src/documents/attached.ts';
import { flow, type Piece } from '../../src/documents/board-report/flow.ts';
import { boardReportPage } from '../../src/documents/board-report/page.ts';
import { boardReportPdf, REPORT_DRAWN_BY } from '../../src/documents/board-report/pdf.ts';
import { DARK, LIGHT } from '../../src/documents/charts/colours.ts';
import { drawingOf } from '../../src/documents/charts/draw.ts';
import { roomOf } from '../../src/documents/charts/drawing.ts';
import { svgOf } from '../../src/documents/charts/svg.ts';
import { checkFile } from '../../src/documents/check.ts';
import { sha256 } from '../../src/documents/sha256.ts';
import { boardReport, counted } from '../support/board-report.ts';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b));
const charts = (report: BoardReport): readonly Chart[] =>
  report.sections.flatMap((section) => section.charts);

const drawn = async (chart: Chart, width = 475) => {
  const drawing = await drawingOf(chart, width);
  if (drawing === undefined) throw new Error('There is nothing to draw');
  return drawing;
};
const pictures = (report: BoardReport): Promise<readonly string[]> =>
  Promise.all(charts(report).map(async (chart) => svgOf(await drawn(chart), chart.alt, 'wide')));

/** Everything in a file that is compressed, as text. */
function streamsIn(pdf: Uint8Array): readonly string[] {
  const bytes = Buffer.from(pdf);
  const found: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      found.push(inflateSync(bytes.subarray(at + 7, bytes.indexOf('\nendstream', at))).toString('latin1'));
    } catch {
      // A stream that is not compressed holds no text of ours.
    }
  }
  return found;
}

/** Every package that is loaded as soon as this file is: through imports that stand at the head of files. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, from = ''] of text.matchAll(/^(?:import|export) (?!type)[^;]*? from '([^']+)';/gmu)) {
    if (from.startsWith('.')) loadedWith(resolve(dirname(file), from), seen);
    else seen.add(from);
  }
  return seen;
}

it('loads what draws charts and pages with the first report, and not with the server', () => {
  const atStart = loadedWith(resolve('src/main.ts'));
  expect(['vega', 'vega-lite', 'pdfkit'].filter((name) => atStart.has(name))).toEqual([]);
  expect([atStart.has('restify'), atStart.has('botbuilder')]).toEqual([true, true]);
  const withReport = loadedWith(resolve('src/documents/board-report/pdf.ts'));
  expect(['vega', 'vega-lite', 'pdfkit'].filter((name) => !withReport.has(name))).toEqual([]);
  // Whoever checks a file without a chart in it waits for none.
  expect(loadedWith(resolve('src/documents/check.ts')).has('vega')).toBe(false);
});

describe('a count that is too small to be shown', () => {
  it('is the same picture, page and file whatever it was', async () => {
    const [one, ...others] = await Promise.all(
      [1, 2, 3, 4].map(async (hidden) => {
        const report = boardReport(hidden);
        return { svg: await pictures(report), page: await boardReportPage(report), report };
      }),
    );
    for (const other of others) expect(other).toEqual(one);
    expect(same(await boardReportPdf(boardReport(1)), await boardReportPdf(boardReport(4)))).toBe(true);
  });

  it('is another picture, page and file where it is shown', async () => {
    const report = boardReport(9);
    expect(await pictures(report)).not.toEqual(await pictures(boardReport(1)));
    expect(await boardReportPage(report)).not.toBe(await boardReportPage(boardReport(1)));
    expect(same(await boardReportPdf(report), await boardReportPdf(boardReport(1)))).toBe(false);
  });

  it('is a hatched mark of one size, with its words beside it, and never nought', async () => {
    const bars = (most: number): Chart => ({
      title: '',
      alt: '',
      kind: 'bars',
      unit: '',
      measures: [counted('a', most), counted('b', 2), counted('c', 0)],
    });
    for (const most of [5, 50, 5000]) {
      const { shapes } = await drawn(bars(most));
      expect(shapes.filter(({ type }) => type === 'hidden')).toEqual([
        expect.objectContaining({ width: 16, height: 14 }),
      ]);
      const texts = shapes.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []));
      expect(texts).toEqual(['a', 'b', 'c', `${most}`, '<5', '0']);
    }
  });

  it('breaks a line, and has room for its words in a stack', async () => {
    const [, stacked, , line] = charts(boardReport());
    if (stacked === undefined || line === undefined) throw new Error('The sample has no such chart');
    for (const shape of (await drawn(line)).shapes)
      if (shape.type === 'stroke' && shape.paint === 's0')
        expect(shape.path.match(/[ML]/g)).toEqual(['M', 'L', 'L']);
    const words = {
      ...stacked,
      measures: stacked.measures.map((each) =>
        each.value === null ? { ...each, shown: 'not shown' } : each,
      ),
    };
    for (const shape of (await drawn(words)).shapes)
      if (shape.type === 'hidden') expect(shape.width).toBeGreaterThan(roomOf('not shown', 9));
  });
});

describe('a chart', () => {
  const measure = fc.record({
    label: fc.constantFrom(
      'Sep',
      'Oct',
      'A longer label that needs two lines',
      'Wrap\u0000me <b>&"',
      '日本語',
      '',
    ),
    series: fc.constantFrom(undefined, 'Contact', 'Conduct', 'Content', 'x'.repeat(40), 'Fifth', 'Sixth'),
    value: fc.oneof(
      fc.constant(null),
      fc.nat(1_000_000),
      fc.constant(0),
      fc.double({ min: 0, max: 100, noNaN: true }),
    ),
  });
  const chart = fc.record({
    kind: fc.constantFrom('bars', 'stacked', 'line'),
    measures: fc.uniqueArray(measure, {
      minLength: 1,
      maxLength: 14,
      selector: ({ label, series }) => `${label}|${series}`,
    }),
  });
  type Arbitrated = typeof chart extends fc.Arbitrary<infer Made> ? Made : never;
  const made = ({ kind, measures }: Arbitrated): Chart => ({
    title: 't',
    alt: 'a',
    kind: kind as Chart['kind'],
    unit: 'u',
    measures: measures.map(({ label, series, value }) => ({
      label,
      ...(series !== undefined && { series }),
      value,
      shown: value === null ? '<5' : String(Math.round(value)),
    })),
  });

  it('stays inside its picture, and is the same each time, whatever it counts', async () => {
    await fc.assert(
      fc.asyncProperty(chart, fc.constantFrom(240, 500), async (given, width) => {
        const drawing = await drawn(made(given), width);
        for (const shape of drawing.shapes) {
          if (shape.type === 'text' || shape.type === 'hidden') {
            expect(Number.isFinite(shape.x) && Number.isFinite(shape.y)).toBe(true);
            expect(shape.y).toBeGreaterThanOrEqual(0);
            expect(shape.y).toBeLessThanOrEqual(drawing.height);
            expect(shape.x).toBeGreaterThanOrEqual(-8);
            expect(shape.x).toBeLessThanOrEqual(width);
          } else expect(shape.path).not.toMatch(/NaN|Infinity|undefined/);
        }
        const svg = svgOf(drawing, 'a', 'wide');
        expect(svg).toBe(svgOf(await drawn(made(given), width), 'a', 'wide'));
        expect(svg).not.toMatch(/<b>|\u0000/u);
      }),
      { numRuns: 40 },
    );
  });

  it('prints every value that it has room for, and says where it has not', async () => {
    for (const chart of charts(boardReport())) {
      const { shapes, omits } = await drawn(chart);
      const texts = shapes.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []));
      const missing = chart.measures.filter(({ value, shown }) => value !== 0 && !texts.includes(shown));
      expect([chart.title, omits || missing.length === 0]).toEqual([chart.title, true]);
    }
    const crowded = ['a', 'b', 'c'].map((label) => ({
      ...counted(label, label === 'a' ? 900 : 5),
      label: 'x',
      series: label,
    }));
    const stacked: Chart = { title: '', alt: '', kind: 'stacked', unit: '', measures: crowded };
    expect((await drawn(stacked)).omits).toBe(true);
    expect(
      await boardReportPdf(
        boardReport(3, { sections: [{ title: '', lines: [], tables: [], charts: [stacked] }] }),
      ).then(latin),
    ).toMatch(/\/S \/TD\b/);
  });

  it('with nothing to draw says so in words', async () => {
    const empty: Chart = {
      title: 'Nothing',
      alt: 'Nothing was counted.',
      kind: 'bars',
      unit: '',
      measures: [],
    };
    const report = boardReport(3, { sections: [{ title: 'S', lines: [], tables: [], charts: [empty] }] });
    const page = await boardReportPage(report);
    expect(page).toContain('<p>Nothing was counted.</p>');
    expect(page).not.toContain('<svg');
    expect(latin(await boardReportPdf(report))).not.toContain('/S /Figure');
  });

  it('keeps what is read apart from what it is read on, on paper, on a light page and on a dark one', () => {
    const light = (hex: string): number => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5]
        .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: string, b: string): number => {
      const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
      return (high + 0.05) / (low + 0.05);
    };
    for (const colours of [LIGHT, DARK]) {
      for (const name of ['ink', 'quiet'] as const)
        expect(contrast(colours[name], colours.paper)).toBeGreaterThan(4.5);
      for (const n of [0, 1, 2, 3, 4] as const)
        expect([n, contrast(colours[`s${n}`], colours[`on${n}`]) > 4.5]).toEqual([n, true]);
      for (const line of ['s0', 's1', 's4'] as const)
        expect([line, contrast(colours[line], colours.paper) > 3]).toEqual([line, true]);
      for (const [a, b] of [
        ['s0', 's1'],
        ['s1', 's2'],
      ] as const)
        expect(contrast(colours[a], colours[b])).toBeGreaterThan(1.9);
    }
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 1);
  });
});

describe('a report for the board as PDF', () => {
  it('is the same bytes each time, and draws as it did: other bytes need another number in REPORT_DRAWN_BY', async () => {
    const first = await boardReportPdf(boardReport());
    expect(same(await boardReportPdf(boardReport()), first)).toBe(true);
    expect([REPORT_DRAWN_BY, createHash('sha256').update(first).digest('hex')]).toEqual([
      'Signpost board pages 1',
      '345d3b91b1b88e28f3be31131854b9f9e1a37ad1e5b7bb8046ab5e6564994756',
    ]);
  });

  it('carries its own data, and says in which language and under which title it is', async () => {
    const report = boardReport();
    const pdf = await boardReportPdf(report);
    expect(attachedIn(pdf)).toBe(canonical(report));
    expect(latin(pdf)).toContain('/Lang (en-GB)');
    expect(latin(pdf)).toContain(`(${report.title}, ${report.period})`);
    expect(latin(pdf)).toContain(`(SHA-256 ${sha256(canonical(report))})`);
    expect(latin(pdf)).toContain('/DisplayDocTitle true');
  });

  it('has a tree of headings, lists, tables and figures, and words for each figure', async () => {
    const report = boardReport();
    const pdf = latin(await boardReportPdf(report));
    const count = (tag: string) => pdf.match(new RegExp(`/S /${tag}\\b`, 'g'))?.length ?? 0;
    expect(pdf).toContain('/StructTreeRoot');
    expect([count('Document'), count('H1')]).toEqual([1, 1]);
    expect(count('Sect')).toBe(report.sections.length + 2);
    expect(count('H2')).toBe(report.sections.length + 3);
    const tables = report.sections.flatMap((section) => section.tables);
    expect(count('H3')).toBe(tables.length + charts(report).length);
    expect([count('L'), count('LI')]).toEqual([1, report.summary.length]);
    expect(count('TOCI')).toBe(report.sections.length);
    expect(count('Table')).toBe(tables.length);
    expect(count('TR')).toBe(tables.reduce((sum, { rows }) => sum + rows.length + 1, 0));
    expect(count('TH')).toBe(
      tables.reduce((sum, { columns, rows }) => sum + columns.length + rows.length, 0),
    );
    expect(count('Figure')).toBe(charts(report).length);
    for (const { alt } of charts(report)) expect(pdf).toContain(`/Alt (${alt})`);
    expect(pdf.match(/\/Scope \/Column/g)?.length).toBe(
      tables.reduce((sum, { columns }) => sum + columns.length, 0),
    );
    expect(
      streamsIn(await boardReportPdf(report)).filter((text) => text.includes('/Artifact')).length,
    ).toBeGreaterThan(4);
  });

  it('has all its paragraphs and long tables over as many pages as they need', async () => {
    const rows = Array.from({ length: 120 }, (_, n) => [`Row ${n} ${'long '.repeat(n % 9)}`, `${n}`]);
    const long = 'A sentence about nothing in particular that goes on. '.repeat(160);
    const sections = [
      {
        title: 'Long',
        lines: [long, 'x'.repeat(900)],
        charts: [],
        tables: [{ title: 'T', columns: ['What', 'n'], rows }],
      },
    ];
    const pdf = latin(await boardReportPdf(boardReport(3, { sections })));
    expect(pdf.match(/\/S \/TR\b/g)?.length).toBe(121);
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(5);
  });

  it('keeps a heading on the page of what it is about, and the head of a table on each page of it', async () => {
    const seen: string[] = [];
    const pages = { count: 0 };
    const pdf = {
      addPage: () => (pages.count += 1),
      markContent: () => undefined,
      endMarkedContent: () => undefined,
    } as never;
    const piece = (name: string, height: number, more: Partial<Piece> = {}): Piece => ({
      before: 0,
      height,
      draw: (y) => seen.push(`${name} ${pages.count} ${y}`),
      ...more,
    });
    const head = { height: 10, draw: (y: number) => seen.push(`head ${pages.count} ${y}`) };
    await flow(
      pdf,
      [
        piece('a', 650),
        piece('title', 20, { isBound: true }),
        piece('b', 100),
        piece('row', 500, { head }),
        piece('row', 90, { head }),
      ],
      1,
    );
    expect(seen).toEqual(['a 1 72', 'title 2 72', 'b 2 92', 'row 2 192', 'head 3 72', 'row 3 82']);
  });

  it('lets others have their turn while it is made', async () => {
    let turns = 0;
    let isDone = false;
    const count = async (): Promise<void> => {
      while (!isDone) {
        turns += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const counting = count();
    await boardReportPdf(boardReport());
    isDone = true;
    await counting;
    expect(turns).toBeGreaterThan(charts(boardReport()).length);
  });

  it('can be checked with nothing else at hand, and is known as changed wherever one byte is another', async () => {
    const report = boardReport();
    const pdf = await boardReportPdf(report);
    const found = await checkFile(pdf);
    expect(verdictOf(found)).toEqual({
      code: 0,
      text: expect.stringMatching(
        /^This is the board report that Signpost made for Fernhill School on 2026-12-19T09:30:00.000Z \(Autumn term 2026: .*\), reference 0123-4567; nothing was changed\./,
      ),
    });
    const step = Math.floor(pdf.length / 7);
    for (let at = 9; at < pdf.length; at += step) {
      const other = Buffer.from(pdf);
      other[at] = (other[at] ?? 0) ^ 1;
      expect([at, verdictOf(await checkFile(other)).code]).toEqual([at, 1]);
    }
  });
});
