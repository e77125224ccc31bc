import type { Card, Element } from './model.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? '');

const box = (label: string | undefined, size: 'line' | 'lines'): string =>
  `<div class="ask${size === 'line' ? ' half' : ''}"><b>${html(label ?? '')}</b><div class="${size}"></div></div>`;

/** An element as it stands on paper: inputs are boxes to write in or to tick, and there is nothing to press. */
function onPaper(element: Element): string {
  switch (element.type) {
    case 'TextBlock':
      return element.style === 'heading' ? `<h2>${html(element.text)}</h2>` : `<p>${html(element.text)}</p>`;
    case 'RichTextBlock':
      return `<p>${html(element.inlines.map(({ text }) => text).join(''))}</p>`;
    case 'FactSet':
      return element.facts.map(({ title, value }) => `<p>${html(`${title} ${value}`)}</p>`).join('');
    case 'Input.Text':
      return box(element.label, element.isMultiline === true ? 'lines' : 'line');
    case 'Input.Date':
    case 'Input.Time':
    case 'Input.Number':
      return box(element.label, 'line');
    case 'Input.Toggle':
      return `<p>☐ ${html(element.title)}</p>`;
    case 'Input.ChoiceSet': {
      const choices = element.choices.map(({ title }) => `<span>☐ ${html(title)}</span>`).join(' ');
      return `<div class="ask"><b>${html(element.label ?? '')}</b><div>${choices}</div></div>`;
    }
    case 'ActionSet':
      return '';
    case 'Container':
      return `<div class="${element.style ?? 'default'}">${element.items.map(onPaper).join('')}</div>`;
    case 'ColumnSet':
      return element.columns.flatMap(({ items }) => items.map(onPaper)).join('');
  }
}

/** For printing: two sides of A4 for a form as long as ours. */
const STYLE = `@page{size:A4;margin:10mm}body{font:9pt/1.15 sans-serif;max-width:190mm;margin:0 auto}
h2{font-size:11pt;margin:1.6mm 0 .4mm;border-top:1px solid #000;padding-top:1mm}p{margin:.5mm 0}
.half{display:inline-block;width:49%;vertical-align:bottom}.ask{margin:1mm 0;break-inside:avoid}.ask span{margin-right:4mm;white-space:nowrap}
.line{border:1px solid #555;height:5mm}.lines{border:1px solid #555;height:11mm}
.warning,.attention,.emphasis{border-left:3px solid #000;padding-left:2mm;margin:1mm 0}`;

/** Cards one after the other, as one page of HTML to print and to write on by hand. */
export const paperHtml = (title: string, cards: readonly Card[]): string =>
  `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(title)}</title><style>${STYLE}</style><body>${cards.flatMap(({ body }) => body.map(onPaper)).join('\n')}</body></html>`;
