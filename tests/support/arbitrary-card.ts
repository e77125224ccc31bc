import fc from 'fast-check';
import type { ActionExecute, Card, Element, Leaf } from '../../src/cards/model.ts';

/** What somebody may type to be taken for markup, a mention, a link, a slot, or to turn the reading direction. */
export const INJECTIONS = [
  '<!channel>',
  '<!here|here>',
  '<@U012AB3CD>',
  '<#C024BE7LR>',
  '<https://evil.example|your bank>',
  '[click](https://evil.example)',
  '<at>Everyone</at>',
  `\${name}`,
  '*bold* _it_ ~no~ `code`',
  '**bold**',
  '&lt;b&gt;',
  ':rotating_light:',
  'abc\u202Edcba',
  '\u2066hidden\u2069',
  'null\u0000byte',
  '👩‍👩‍👧 \u{1F9D2}',
  '- not a list',
  '"}],"type":"x',
] as const;

const word = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z]{1,12}$/) },
  { weight: 1, arbitrary: fc.constantFrom(...INJECTIONS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
);
const words = (most: number) => fc.array(word, { minLength: 0, maxLength: most }).map((all) => all.join(' '));
/** Usually short, now and then longer than any block takes. */
const prose = fc.oneof({ weight: 8, arbitrary: words(12) }, { weight: 1, arbitrary: words(1200) });
const title = words(14).map((text) => `Go ${text}`);
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Leaves out what is `undefined`: the card model has optional fields, not undefined ones. */
const tidy = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;

const textBlock = fc.record({
  type: fc.constant('TextBlock' as const),
  text: prose,
  style: maybe(fc.constantFrom('default' as const, 'heading' as const)),
  weight: maybe(fc.constantFrom('Default' as const, 'Bolder' as const)),
  isSubtle: maybe(fc.boolean()),
});
const richText = fc.record({
  type: fc.constant('RichTextBlock' as const),
  inlines: fc.array(
    fc
      .record({
        type: fc.constant('TextRun' as const),
        text: prose,
        weight: maybe(fc.constantFrom('Default' as const, 'Bolder' as const)),
        italic: maybe(fc.boolean()),
      })
      .map(tidy),
    { minLength: 1, maxLength: 4 },
  ),
});
const factSet = fc.record({
  type: fc.constant('FactSet' as const),
  facts: fc.array(fc.record({ title: words(3), value: prose }), { minLength: 1, maxLength: 5 }),
});

const labelled = { id, label: maybe(words(10)), isRequired: maybe(fc.boolean()) };
const inputText = fc.record({
  type: fc.constant('Input.Text' as const),
  ...labelled,
  placeholder: maybe(words(40)),
  isMultiline: maybe(fc.boolean()),
  maxLength: maybe(fc.integer({ min: 1, max: 9000 })),
  value: maybe(words(20)),
});
const inputDate = fc.record({
  type: fc.constant('Input.Date' as const),
  ...labelled,
  value: maybe(fc.constant('2026-11-20')),
});
const inputTime = fc.record({
  type: fc.constant('Input.Time' as const),
  ...labelled,
  value: maybe(fc.constant('14:05')),
});
const inputNumber = fc.record({
  type: fc.constant('Input.Number' as const),
  ...labelled,
  min: maybe(fc.constant(0)),
  max: maybe(fc.constant(400)),
  value: maybe(fc.integer({ min: 0, max: 400 })),
});
const inputToggle = fc.record({
  type: fc.constant('Input.Toggle' as const),
  ...labelled,
  title: words(20),
  value: maybe(fc.constantFrom('true', 'false')),
});
const choiceSet = fc
  .record({
    type: fc.constant('Input.ChoiceSet' as const),
    ...labelled,
    titles: fc.oneof(
      { weight: 6, arbitrary: fc.array(words(6), { minLength: 1, maxLength: 12 }) },
      { weight: 1, arbitrary: fc.array(words(2), { minLength: 90, maxLength: 240 }) },
    ),
    isMultiSelect: maybe(fc.boolean()),
    style: maybe(fc.constantFrom('compact' as const, 'expanded' as const, 'filtered' as const)),
    value: maybe(fc.constantFrom('c0', 'c0,c1', 'gone')),
  })
  .map(({ titles, ...rest }) => ({
    ...rest,
    choices: titles.map((text, at) => ({ title: text, value: `c${at}` })),
  }));

const action: fc.Arbitrary<ActionExecute> = fc
  .record({
    type: fc.constant('Action.Execute' as const),
    title,
    verb: fc.constant('press'),
    data: fc
      .record({
        do: id,
        record: maybe(fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{26}$/)),
        arg: maybe(words(4)),
        actionId: maybe(fc.stringMatching(/^[A-Za-z0-9_-]{22}$/)),
        sig: maybe(fc.stringMatching(/^[A-Za-z0-9_-]{43}$/)),
      })
      .map(tidy),
    style: maybe(fc.constantFrom('default' as const, 'positive' as const, 'destructive' as const)),
    associatedInputs: maybe(fc.constantFrom('auto' as const, 'none' as const)),
  })
  .map((made) => tidy(made) as ActionExecute);
const actionSet = fc.record({
  type: fc.constant('ActionSet' as const),
  actions: fc.array(action, { minLength: 1, maxLength: 6 }),
});

const input = fc
  .oneof(inputText, inputDate, inputTime, inputNumber, inputToggle, choiceSet)
  .map((made) => tidy(made) as Leaf);
const leaf = fc
  .oneof(
    { weight: 4, arbitrary: textBlock },
    { weight: 3, arbitrary: richText },
    { weight: 1, arbitrary: factSet },
    { weight: 1, arbitrary: actionSet },
  )
  .map((made) => tidy(made) as Leaf);

const element = (leaves: fc.Arbitrary<Leaf>): fc.Arbitrary<Element> =>
  fc.letrec<{ element: Element }>((tie) => ({
    element: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 5, arbitrary: leaves },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant('Container' as const),
          items: fc.array(tie('element'), { minLength: 1, maxLength: 4 }),
          style: fc.constantFrom('default' as const, 'attention' as const, 'warning' as const),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant('ColumnSet' as const),
          columns: fc.array(
            fc.record({
              type: fc.constant('Column' as const),
              items: fc.array(tie('element'), { minLength: 1, maxLength: 3 }),
            }),
            { minLength: 1, maxLength: 3 },
          ),
        }),
      },
    ),
  })).element;

/** Ids of inputs are told apart, as a card's must be. */
function numbered(elements: readonly Element[], next: { at: number }): Element[] {
  return elements.map((each) => {
    if (each.type === 'Container') return { ...each, items: numbered(each.items, next) };
    if (each.type === 'ColumnSet') {
      return {
        ...each,
        columns: each.columns.map((column) => ({ ...column, items: numbered(column.items, next) })),
      };
    }
    if (!each.type.startsWith('Input.')) return each;
    next.at += 1;
    return { ...each, id: `${each.id}-${next.at}` } as Element;
  });
}

const send: ActionExecute = { type: 'Action.Execute', title: 'Send it', verb: 'send', data: { do: 'send' } };

function arbitrary(leaves: fc.Arbitrary<Leaf>, form: boolean): fc.Arbitrary<Card> {
  return fc
    .record({
      fallbackText: words(8).map((text) => `Card ${text}`),
      body: fc.array(element(leaves), { minLength: 1, maxLength: 14 }),
      actions: fc.array(action, { maxLength: 4 }),
    })
    .map(({ fallbackText, body, actions }) => ({
      type: 'AdaptiveCard' as const,
      version: '1.5' as const,
      fallbackText,
      body: numbered(body, { at: 0 }),
      actions: form ? [...actions, send] : actions,
    }));
}

/** Something to read and to press. */
export const arbitraryMessage = arbitrary(leaf, false);
/** A form; it can always be sent. */
export const arbitraryForm = arbitrary(fc.oneof(leaf, input), true);
