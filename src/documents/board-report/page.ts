import { setImmediate as turn } from 'node:timers/promises';
import type { BoardReport, Chart, Table } from '../../application/board-report/document.ts';
import { canonical } from '../../application/hand-out/document.ts';
import { refOf } from '../../domain/ids.ts';
import { drawingOf } from '../charts/draw.ts';
import { svgOf } from '../charts/svg.ts';
import { escaped } from '../escaped.ts';
import { sha256 } from '../sha256.ts';
import { STYLE } from './style.ts';
import { isHiding, isNumeric, tableOf } from './tables.ts';

/** One drawing for a desk and paper, one for a phone: letters that shrink with the picture cannot be read. */
const WIDTHS = { wide: 500, narrow: 240 } as const;
/** A table with more columns stands as one list a row on a phone. */
const COLUMNS_ON_A_PHONE = 3;
/** A cell that is no longer than a date stays on one line where there is room. */
const SHORT = 18;
const MOST_SHORT = 4;

/** As strict as the header it comes with, and still there where somebody keeps the page as a file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const items = (texts: readonly string[]): string => texts.map((text) => `<li>${escaped(text)}</li>`).join('');
const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${escaped(text)}</p>`).join('');

/** Roles are written out, because a table that is laid out as a list loses its own. */
function tableHtml(table: Table, caption: string): string {
  const { columns, rows } = table;
  const kind = (column: number, text: string): string => {
    const names = [
      ...(isNumeric(table, column) ? ['n'] : []),
      ...(columns.length <= MOST_SHORT && text.length <= SHORT ? ['k'] : []),
    ];
    return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
  };
  const head = columns
    .map((name, n) =>
      name === ''
        ? `<td role="cell"></td>`
        : `<th scope="col" role="columnheader"${kind(n, name)}>${escaped(name)}</th>`,
    )
    .join('');
  const body = rows
    .map((row) => {
      const cells = row.map((text, n) =>
        n === 0
          ? `<th scope="row" role="rowheader">${escaped(text)}</th>`
          : `<td role="cell"${kind(n, text)} data-label="${escaped(columns[n] ?? '')}">${escaped(text)}</td>`,
      );
      return `<tr role="row">${cells.join('')}</tr>`;
    })
    .join('');
  const many = columns.length > COLUMNS_ON_A_PHONE ? ' class="many"' : '';
  return `<table role="table" aria-label="${escaped(caption)}"${many}><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body}</tbody></table>`;
}

async function figureHtml(chart: Chart, words: BoardReport['words'], id: string): Promise<string> {
  await turn();
  const pictures: string[] = [];
  for (const [name, width] of Object.entries(WIDTHS)) {
    const drawing = await drawingOf(chart, width);
    if (drawing !== undefined) pictures.push(svgOf(drawing, chart.alt, name));
  }
  const caption = `<figcaption><h3 id="${id}">${escaped(chart.title)}</h3><span class="unit">${escaped(chart.unit)}</span></figcaption>`;
  if (pictures.length === 0)
    return `<figure aria-labelledby="${id}">${caption}<p>${escaped(chart.alt)}</p></figure>`;
  const hint = isHiding(chart) ? `<p class="hint">${escaped(words.hidden)}</p>` : '';
  const table = tableHtml(tableOf(chart), chart.title);
  return `<figure aria-labelledby="${id}">${caption}${pictures.join('')}${hint}<details><summary>${escaped(words.table)}</summary>${table}</details></figure>`;
}

async function sectionHtml(
  { title, lines, charts, tables }: BoardReport['sections'][number],
  words: BoardReport['words'],
  id: string,
): Promise<string> {
  const figures: string[] = [];
  for (const [n, chart] of charts.entries()) figures.push(await figureHtml(chart, words, `${id}-${n + 1}`));
  const blocks = tables.map(
    (table) => `<div class="block"><h3>${escaped(table.title)}</h3>${tableHtml(table, table.title)}</div>`,
  );
  return `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(title)}</h2>${paragraphs(lines)}${figures.join('')}${blocks.join('')}</section>`;
}

/** The report as one page that needs nothing else: no script, no picture, no address. The same report, the same page. */
export async function boardReportPage(report: BoardReport): Promise<string> {
  const { words, title, organisation, period } = report;
  const sections: string[] = [];
  for (const [n, section] of report.sections.entries())
    sections.push(await sectionHtml(section, words, `part-${n + 1}`));
  const links = report.sections
    .map(({ title: name }, n) => `<li><a href="#part-${n + 1}">${escaped(name)}</a></li>`)
    .join('');
  const figures = report.figures
    .map(({ shown, label }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(shown)}</dd></div>`)
    .join('');
  const summary = [
    figures === '' ? '' : `<dl class="figures">${figures}</dl>`,
    report.summary.length === 0 ? '' : `<ul class="brief">${items(report.summary)}</ul>`,
  ].join('');
  return [
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">`,
    `<title>${escaped(title)} · ${escaped(organisation)}</title><style>${STYLE}</style></head><body>`,
    `<a class="skip" href="#report">${escaped(words.skip)}</a>`,
    `<div class="band"><header><p class="school">${escaped(organisation)}</p><h1>${escaped(title)}</h1>`,
    `<p class="period">${escaped(period)}</p><ul class="made">${items(report.made)}</ul></header></div>`,
    links === ''
      ? ''
      : `<nav aria-labelledby="contents"><h2 id="contents">${escaped(words.contents)}</h2><ol>${links}</ol></nav>`,
    `<main id="report" tabindex="-1">`,
    `<section aria-labelledby="summary"><h2 id="summary">${escaped(words.summary)}</h2>${summary}</section>`,
    ...sections,
    `<section aria-labelledby="notes"><h2 id="notes">${escaped(words.notes)}</h2><ul class="notes">${items(report.notes)}</ul></section>`,
    `</main><footer><p>${escaped(words.check)}</p><p>${refOf(report.record)} · <code>SHA-256 ${sha256(canonical(report))}</code></p></footer>`,
    `</body></html>\n`,
  ].join('');
}
