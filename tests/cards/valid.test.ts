import { type CardDocument, fill, words } from '../../src/cards/fill.ts';
import { Card, MAX_CARD_BYTES } from '../../src/cards/model.ts';
import { findingsIn } from '../support/card-findings.ts';
import { schemaFindings } from '../support/card-schema.ts';
import { leavesOf } from '../support/check-card.ts';
import { buttonsOf } from '../support/press.ts';
import { type Node, nodesIn, rawDocuments } from './raw-documents.ts';
import { files, SAMPLES, shown } from './samples.ts';

const every = shown.map((each) => [each.name, each] as const);
const messages = Object.entries(files.documents).filter(
  ([name]) => name.endsWith('-message') || name === 'line',
);

describe.each(every)('%s, filled', (_, each) => {
  it('is what Microsoft’s own library reads without a finding', () => {
    expect(findingsIn(each.card)).toEqual([]);
  });

  it('is what the official schema takes', () => {
    expect(schemaFindings(each.card)).toEqual([]);
  });

  it('reaches every client, with no slot left in it', () => {
    const text = JSON.stringify(each.card);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_CARD_BYTES);
    expect(text).not.toMatch(/\$\{|\$when|\$data|undefined|\[object/);
  });

  it('has inputs of different names, and at most six buttons in a row', () => {
    const leaves = leavesOf(each.card.body);
    const ids = leaves.flatMap((leaf) => (leaf.type.startsWith('Input.') ? [leaf.id] : []));
    expect(ids).toEqual([...new Set(ids)]);
    for (const leaf of leaves)
      if (leaf.type === 'ActionSet') expect(leaf.actions.length).toBeLessThanOrEqual(6);
  });

  it('has buttons that a phone has room for, each carrying the verb it is named by', () => {
    for (const { title, verb, data } of buttonsOf(each.card)) {
      expect([title, title.length <= 40 || LONG_TITLES.includes(title)]).toEqual([title, true]);
      expect(data.do).toBe(verb);
    }
  });
});

/** A client cuts off what it is not told to wrap. */
const WRAPPED = ['TextBlock', 'Input.ChoiceSet', 'Input.Toggle'];
/** Said in full all the same: a shorter one would leave out what it does. */
const LONG_TITLES: readonly string[] = ['I am connected to one of them: pass it on'];

const positiveInRows = (document: Node): readonly Node[] =>
  nodesIn(document)
    .filter((node) => '$data' in node)
    .flatMap(nodesIn)
    .filter(({ style }) => style === 'positive');

it('the guard of repeated rows finds a positive button in one, and leaves one beside them', () => {
  const button = { type: 'Action.Execute', style: 'positive' };
  const row = { $data: '${rows}', type: 'Container', items: [{ type: 'ActionSet', actions: [button] }] };
  expect(positiveInRows({ body: [row] })).toEqual([button]);
  expect(positiveInRows({ body: [{ type: 'ActionSet', actions: [button] }] })).toEqual([]);
});

describe.each(rawDocuments)('cards/%s.json', (_, document) => {
  // Slack makes the last positive button the one that sends the window, below everything: of several rows it would be
  // the last row's, and nobody could see whose.
  it('has no positive button in what is repeated', () => {
    expect(positiveInRows(document)).toEqual([]);
  });

  const nodes = nodesIn(document);
  const inputs = nodes.filter(({ type }) => String(type).startsWith('Input.'));

  it('is a card of our subset, opens in the designer, and says which language it is in', () => {
    const { success, error } = Card.safeParse(plainly(document));
    expect(error?.issues ?? []).toEqual([]);
    expect(success).toBe(true);
    expect(document).toMatchObject({
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      lang: 'en-GB',
    });
  });

  it('wraps every text and every choice, and marks every heading as one', () => {
    for (const block of nodes.filter(({ type }) => WRAPPED.includes(String(type)))) {
      expect([block.text ?? block.id, block.wrap]).toEqual([block.text ?? block.id, true]);
      const looksLikeHeading = block.size === 'Medium' || block.size === 'Large';
      if (looksLikeHeading) expect([block.text, block.style]).toEqual([block.text, 'heading']);
    }
  });

  it('labels every input, and says of every needed one what is missing', () => {
    for (const input of inputs) {
      expect([input.id, String(input.label ?? input.title ?? '')]).not.toEqual([input.id, '']);
      if (input.isRequired !== undefined)
        expect([input.id, String(input.errorMessage ?? '')]).not.toEqual([input.id, '']);
    }
  });

  it('names each button’s verb twice alike', () => {
    for (const { verb, data } of nodes.filter(({ type }) => type === 'Action.Execute'))
      expect((data as Node).do).toBe(verb);
  });
});

describe.each(messages)('%s, which stands where others may look', (name, document) => {
  it('has no box to type in', () => {
    const inputs = nodesIn(document)
      .filter(({ type }) => String(type).startsWith('Input.'))
      .map(({ type, id }) => `${type} ${id}`);
    expect(inputs).toEqual([]);
  });

  it('has no place for what a person typed', () => {
    expect(nodesIn(document).some(({ type }) => type === 'TextRun')).toBe(false);
    let refused = 0;
    for (const slots of Object.values(SAMPLES[name] ?? {}))
      for (const slot of Object.keys(slots))
        try {
          const card = fill(name, document, { ...slots, [slot]: words('Zq9 typed') });
          expect(JSON.stringify(card)).not.toContain('Zq9');
        } catch (thrown) {
          expect(String(thrown)).toMatch(/holds a person's words outside a TextRun|holds a list/);
          refused += 1;
        }
    expect(refused).toBeGreaterThan(0);
  });
});

describe('these checks (controls)', () => {
  it('refuse what is not a card of ours', () => {
    const bad = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: 'x', size: 'Huge' }],
    };
    expect(schemaFindings(bad)).not.toEqual([]);
    expect(schemaFindings({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Picture' }] })).not.toEqual(
      [],
    );
    expect(schemaFindings({ ...bad, body: [{ type: 'TextBlock', text: 'x' }], msteams: {} })).toEqual([]);
    expect(Card.safeParse(bad).success).toBe(false);
  });

  it('see a person’s words where a document has a place for them', () => {
    const run = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '${said}' }] };
    const document: CardDocument = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x', body: [run] };
    expect(JSON.stringify(fill('x', document, { said: words('Zq9 typed') }))).toContain('Zq9');
  });
});

/** Where a slot could not stand as text. */
const STANDS_FOR: Readonly<Record<string, unknown>> = {
  isRequired: true,
  url: 'https://signpost.example/files/secret',
};

/** A document with its slots as they stand, and without what only `fill` reads. */
function plainly(node: unknown, key = ''): unknown {
  if (Array.isArray(node)) return node.map((each) => plainly(each));
  if (typeof node === 'string') return STANDS_FOR[key] ?? node;
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([name]) => name !== '$when' && name !== '$data')
      .map(([name, value]) => [name, plainly(value, name)]),
  );
}
