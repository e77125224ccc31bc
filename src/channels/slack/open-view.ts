import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Card } from '../../cards/model.ts';
import { bare, plain } from './inputs.ts';
import { LIMITS, shorten } from './limits.ts';
import { readInputs, State } from './read-inputs.ts';
import { CALLBACK_ID, leaves, WORKING } from './render.ts';
import { paragraphs, readBold, wordsOf } from './rich-text.ts';
import { WORDS } from './words.ts';

/** A block comes back as we sent it: only what we read of it is checked. */
const Block = z.custom<types.KnownBlock>((block) => Sent.safeParse(block).success);
const Sent = z.union([
  z.object({ type: z.literal('input'), element: z.object({ type: z.string() }) }),
  z.object({ type: z.string().refine((type) => type !== 'input') }),
]);

const Text = z
  .object({ type: z.literal('plain_text'), text: z.string() })
  .transform(({ text }) => plain(text, LIMITS.viewTitle));

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
export function sameForm(view: OpenView, line: string, blockId = NOTICE): types.ModalView {
  const typed = readInputs(view.state);
  const notice = paragraphs([{ text: line, bold: true }])
    .slice(0, 1)
    .map((block) => ({ ...block, block_id: blockId }));
  const form = view.blocks.filter(({ block_id }) => block_id !== NOTICE && block_id !== WORKING);
  return {
    type: 'modal',
    callback_id: CALLBACK_ID,
    title: view.title ?? plain(WORDS.title, LIMITS.viewTitle),
    ...(view.private_metadata && { private_metadata: view.private_metadata }),
    ...(view.submit && { submit: view.submit }),
    ...(view.close && { close: view.close }),
    blocks: [...notice, ...form.map((block) => refill(block, typed))],
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

function refill(block: types.KnownBlock, typed: Readonly<Record<string, string>>): types.KnownBlock {
  if (block.type !== 'input') return block;
  const value = typed[block.element.action_id ?? ''];
  return { ...block, element: refilled(block.element, value) };
}

function refilled(element: types.InputBlockElement, value: string | undefined): types.InputBlockElement {
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input': {
      const { initial_value: _, ...rest } = element;
      return value === undefined ? rest : { ...rest, initial_value: value };
    }
    case 'datepicker': {
      const { initial_date: _, ...rest } = element;
      return value === undefined ? rest : { ...rest, initial_date: value };
    }
    case 'timepicker': {
      const { initial_time: _, ...rest } = element;
      return value === undefined ? rest : { ...rest, initial_time: value };
    }
    case 'radio_buttons': {
      const { initial_option: _, ...rest } = element;
      const [chosen] = chosenOf(element.options, value);
      return chosen ? { ...rest, initial_option: chosen } : rest;
    }
    case 'static_select': {
      const { initial_option: _, ...rest } = element;
      const [chosen] = chosenOf(listed(element), value);
      return chosen ? { ...rest, initial_option: chosen } : rest;
    }
    case 'checkboxes': {
      const { initial_options: _, ...rest } = element;
      const chosen = chosenOf(element.options, ...(value ?? '').split(','));
      return chosen.length > 0 ? { ...rest, initial_options: chosen } : rest;
    }
    case 'multi_static_select': {
      const { initial_options: _, ...rest } = element;
      const chosen = chosenOf(listed(element), ...(value ?? '').split(','));
      return chosen.length > 0 ? { ...rest, initial_options: chosen } : rest;
    }
    default:
      return element;
  }
}

const listed = (select: types.StaticSelect | types.MultiStaticSelect): readonly types.PlainTextOption[] => [
  ...(select.options ?? []),
  ...(select.option_groups ?? []).flatMap(({ options }) => options),
];

const chosenOf = <O extends types.Option>(
  options: readonly O[],
  ...values: readonly (string | undefined)[]
): O[] => options.filter((option) => option.value !== undefined && values.includes(option.value));
