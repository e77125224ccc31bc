import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Card } from '../../cards/model.ts';
import { bare } from './inputs.ts';
import { shorten } from './limits.ts';
import { readInputs, State } from './read-inputs.ts';
import { leaves } from './render.ts';
import { paragraphs, readBold, wordsOf } from './rich-text.ts';

const Block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  element: z.looseObject({ type: z.string(), action_id: z.string().optional() }).optional(),
});
type Block = z.infer<typeof Block>;

const Text = z.object({ type: z.literal('plain_text'), text: z.string(), emoji: z.boolean().optional() });

/** A view as somebody has it on the screen, with what they typed. */
export const OpenView = z.object({
  id: z.string(),
  type: z.enum(['modal', 'home']),
  callback_id: z.string().optional(),
  private_metadata: z.string().optional(),
  title: Text.nullish(),
  submit: Text.nullish(),
  close: Text.nullish(),
  blocks: z.array(Block),
  state: State.optional(),
});
export type OpenView = z.infer<typeof OpenView>;

const NOTICE = 'notice';

/**
 * The same form with the same words in it and one line above. Slack keeps typed text while block and action ids stay, but
 * says so nowhere in its reference, so the text is put back as initial values as well.
 */
export function sameForm(view: OpenView, line: string, blockId = NOTICE): Readonly<Record<string, unknown>> {
  const typed = readInputs(view.state);
  const lines: readonly types.KnownBlock[] = paragraphs([{ text: line, bold: true }]).slice(0, 1);
  return {
    type: 'modal',
    ...(view.callback_id && { callback_id: view.callback_id }),
    ...(view.private_metadata && { private_metadata: view.private_metadata }),
    ...(view.title && { title: view.title }),
    ...(view.submit && { submit: view.submit }),
    ...(view.close && { close: view.close }),
    blocks: [
      ...lines.map((block) => ({ ...block, block_id: blockId })),
      ...view.blocks
        .filter(({ block_id }) => block_id !== NOTICE && block_id !== blockId)
        .map((block) => refill(block, typed)),
    ],
  };
}

/** The input that an error line can stand under: Slack takes it under inputs only. */
export const firstInput = (view: OpenView): string | undefined =>
  view.blocks.find((block) => block.type === 'input')?.block_id;

/** Our words at the top of a card, up to its first input or button. */
export function firstWords(card: Card): string {
  const all = leaves(card.body);
  const end = all.findIndex(({ type }) => type.startsWith('Input.') || type === 'ActionSet');
  const lines = all.slice(0, end === -1 ? all.length : end).flatMap((leaf) => {
    if (leaf.type === 'TextBlock') return [wordsOf(readBold(leaf.text))];
    return leaf.type === 'RichTextBlock' ? [wordsOf(leaf.inlines)] : [];
  });
  return shorten(bare(lines.join(' ')) || bare(card.fallbackText), 500);
}

const Options = z.array(z.looseObject({ value: z.string().optional() }));
const Listed = z.object({
  options: Options.optional(),
  option_groups: z.array(z.object({ options: Options })).optional(),
});

function refill(block: Block, typed: Readonly<Record<string, string>>): Block {
  const { element } = block;
  if (block.type !== 'input' || element === undefined) return block;
  const { initial_value, initial_date, initial_time, initial_option, initial_options, ...empty } = element;
  const value = typed[element.action_id ?? ''];
  return { ...block, element: value === undefined ? empty : { ...empty, ...initial(element, value) } };
}

function initial(element: NonNullable<Block['element']>, value: string): Readonly<Record<string, unknown>> {
  switch (element.type) {
    case 'datepicker':
      return { initial_date: value };
    case 'timepicker':
      return { initial_time: value };
    case 'static_select':
    case 'radio_buttons':
      return { initial_option: optionsOf(element).find((option) => option.value === value) };
    case 'checkboxes':
    case 'multi_static_select': {
      const values = value.split(',');
      return { initial_options: optionsOf(element).filter((option) => values.includes(option.value ?? '')) };
    }
    default:
      return { initial_value: value };
  }
}

function optionsOf(element: NonNullable<Block['element']>): z.infer<typeof Options> {
  const listed = Listed.safeParse(element);
  if (!listed.success) return [];
  return [
    ...(listed.data.options ?? []),
    ...(listed.data.option_groups ?? []).flatMap(({ options }) => options),
  ];
}
