import { z } from 'zod';

/**
 * The closed subset of Adaptive Cards 1.5 that Signpost uses (https://adaptivecards.io/explorer/).
 * Whatever is not here is not in a card: every renderer is total over these members.
 */

const Spacing = z.enum(['None', 'Small', 'Default', 'Medium', 'Large']);
const placed = { id: z.string().optional(), spacing: Spacing.optional(), separator: z.boolean().optional() };

/** Our own words. People's words never stand here: Teams reads it as Markdown. */
export const TextBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string(),
  ...placed,
  style: z.enum(['default', 'heading']).optional(),
  size: z.enum(['Small', 'Default', 'Medium', 'Large']).optional(),
  weight: z.enum(['Default', 'Bolder']).optional(),
  isSubtle: z.boolean().optional(),
  wrap: z.boolean().optional(),
});

export const TextRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string(),
  weight: z.enum(['Default', 'Bolder']).optional(),
  italic: z.boolean().optional(),
  isSubtle: z.boolean().optional(),
});
export type TextRun = z.infer<typeof TextRun>;

/** People's words: a run is shown as it is, never as Markdown. */
export const RichTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(TextRun).min(1),
  ...placed,
});

export const FactSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: z.string(), value: z.string() })).min(1),
  ...placed,
});

const input = {
  id: z.string().min(1).max(100),
  label: z.string().optional(),
  isRequired: z.boolean().optional(),
  errorMessage: z.string().optional(),
  spacing: Spacing.optional(),
  separator: z.boolean().optional(),
};
export const Choice = z.strictObject({ title: z.string(), value: z.string() });
export const InputText = z.strictObject({
  type: z.literal('Input.Text'),
  ...input,
  placeholder: z.string().optional(),
  isMultiline: z.boolean().optional(),
  maxLength: z.int().positive().optional(),
  style: z.enum(['Text', 'Tel']).optional(),
  value: z.string().optional(),
});
export const InputDate = z.strictObject({
  type: z.literal('Input.Date'),
  ...input,
  min: z.string().optional(),
  max: z.string().optional(),
  value: z.string().optional(),
});
export const InputTime = z.strictObject({
  type: z.literal('Input.Time'),
  ...input,
  value: z.string().optional(),
});
export const InputNumber = z.strictObject({
  type: z.literal('Input.Number'),
  ...input,
  min: z.number().optional(),
  max: z.number().optional(),
  value: z.number().optional(),
});
export const InputToggle = z.strictObject({
  type: z.literal('Input.Toggle'),
  ...input,
  title: z.string(),
  /** Without it a client cuts long words off. */
  wrap: z.boolean().optional(),
  value: z.string().optional(),
  valueOn: z.string().optional(),
  valueOff: z.string().optional(),
});
/** A multi-select answers with its values joined by commas. */
export const InputChoiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...input,
  choices: z.array(Choice).min(1),
  isMultiSelect: z.boolean().optional(),
  style: z.enum(['compact', 'expanded', 'filtered']).optional(),
  wrap: z.boolean().optional(),
  placeholder: z.string().optional(),
  value: z.string().optional(),
});

/** What a button carries: a verb, a reference, and a signed action id. No authority. */
export const ActionData = z.strictObject({
  do: z.string(),
  record: z.string().optional(),
  arg: z.string().optional(),
  actionId: z.string().optional(),
  sig: z.string().optional(),
});
export type ActionData = z.infer<typeof ActionData>;

export const ActionExecute = z.strictObject({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: ActionData,
  /** `positive` marks the step forward: the submit button of a Slack modal. */
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  /** `none` sends the press without the inputs (Back, Hide). */
  associatedInputs: z.enum(['auto', 'none']).optional(),
});
export type ActionExecute = z.infer<typeof ActionExecute>;

/** Opens a page of this bot in the reader's browser: a file that is waiting there, for a few minutes. */
export const ActionOpenUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title: z.string(),
  url: z.url({ protocol: /^https?$/ }),
});
export type ActionOpenUrl = z.infer<typeof ActionOpenUrl>;

export const ActionSet = z.strictObject({
  type: z.literal('ActionSet'),
  actions: z
    .array(z.discriminatedUnion('type', [ActionExecute, ActionOpenUrl]))
    .min(1)
    .max(6),
  ...placed,
});

const Leaf = z.discriminatedUnion('type', [
  TextBlock,
  RichTextBlock,
  FactSet,
  InputText,
  InputDate,
  InputTime,
  InputNumber,
  InputToggle,
  InputChoiceSet,
  ActionSet,
]);
export type Leaf = z.infer<typeof Leaf>;

const place = z.strictObject(placed);
export type Container = z.infer<typeof place> & {
  type: 'Container';
  items: Element[];
  style?: 'default' | 'emphasis' | 'attention' | 'warning' | 'good' | undefined;
};
export type ColumnSet = z.infer<typeof place> & {
  type: 'ColumnSet';
  columns: { type: 'Column'; width?: 'auto' | 'stretch' | undefined; items: Element[] }[];
};
export type Element = Leaf | Container | ColumnSet;

const Items: z.ZodType<Element[]> = z.lazy(() => z.array(Element).min(1));
const Container: z.ZodType<Container> = z.strictObject({
  type: z.literal('Container'),
  items: Items,
  ...placed,
  style: z.enum(['default', 'emphasis', 'attention', 'warning', 'good']).optional(),
});
const ColumnSet: z.ZodType<ColumnSet> = z.strictObject({
  type: z.literal('ColumnSet'),
  columns: z
    .array(
      z.strictObject({
        type: z.literal('Column'),
        width: z.enum(['auto', 'stretch']).optional(),
        items: Items,
      }),
    )
    .min(1)
    .max(3),
  ...placed,
});
export const Element: z.ZodType<Element> = z.union([Leaf, Container, ColumnSet]);

export const Card = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json').optional(),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  lang: z.literal('en-GB').optional(),
  /** Spoken in place of the card where a client cannot show it. */
  fallbackText: z.string(),
  body: z.array(Element).min(1),
  actions: z.array(ActionExecute).max(6).optional(),
});
export type Card = z.infer<typeof Card>;

/** Filled cards stay under this many bytes of UTF-8 (Teams allows 100 KB a message in UTF-16, other documents say 28). */
export const MAX_CARD_BYTES = 25 * 1024;
