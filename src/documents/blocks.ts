import type { DocumentEntry, HandOutDocument } from '../application/hand-out/document.ts';

/** One heading or paragraph. */
export interface Block {
  readonly tag: 'H1' | 'H2' | 'H3' | 'P';
  readonly text: string;
  /** Words in front, in bold. */
  readonly label?: string;
  readonly isBold?: boolean;
  readonly isQuiet?: boolean;
  readonly isStruck?: boolean;
  readonly indent?: number;
  readonly before: number;
}

const heading = (tag: 'H1' | 'H2' | 'H3', text: string): Block => ({
  tag,
  text,
  isBold: true,
  before: tag === 'H1' ? 0 : tag === 'H2' ? 20 : 12,
});
const paragraph = (text: string, more: Partial<Block> = {}): Block => ({
  tag: 'P',
  text,
  before: 2,
  ...more,
});

function entryBlocks(document: HandOutDocument, entry: DocumentEntry, n: number): readonly Block[] {
  const { words } = document;
  const when = [
    ...(entry.happened === '' ? [] : [`${words.happened ?? ''} ${entry.happened}`]),
    `${words.written ?? ''} ${entry.written}`,
    entry.who,
    entry.reference,
  ].join(' · ');
  const isStruck = entry.struck !== undefined;
  return [
    { ...heading('H3', `${n}. ${entry.title}`), isStruck },
    paragraph(when, { isQuiet: true }),
    ...entry.lines.map(({ text, opinion }) =>
      paragraph(text, { isStruck, ...(opinion === true && { indent: 14 }) }),
    ),
    ...(entry.struck === undefined ? [] : [paragraph(entry.struck, { isBold: true })]),
  ];
}

/** A heading, and what stands under it; nothing at all where there is nothing. */
const part = (title: string | undefined, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading('H2', title ?? ''), ...blocks];

const factBlocks = (facts: HandOutDocument['facts']): readonly Block[] =>
  facts.map(({ title, text }) => paragraph(text, { label: `${title} ` }));

/** Everything that stands on the pages, in order. */
export function blocksOf(document: HandOutDocument, undrawn: boolean): readonly Block[] {
  const { words } = document;
  const records = document.records.map(({ record, events, chain }) =>
    paragraph(`${record} · ${events}${chain === '' ? '' : ` · ${chain}`}`, { isQuiet: true }),
  );
  return [
    heading('H1', document.title),
    paragraph(document.organisation, { isQuiet: true }),
    ...factBlocks(document.facts),
    ...part(words.people, factBlocks(document.people)),
    ...part(
      words.entries,
      document.entries.flatMap((entry, n) => entryBlocks(document, entry, n + 1)),
    ),
    ...part(words.openings, factBlocks(document.openings)),
    ...part(
      words.left,
      document.left.map((text) => paragraph(text)),
    ),
    ...part(words.check, [
      paragraph(words.how ?? ''),
      ...records,
      ...(undrawn ? [paragraph(words.undrawn ?? '')] : []),
    ]),
  ];
}
