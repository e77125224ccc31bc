import type { types } from '@slack/bolt';
import type { Element } from '../../cards/model.ts';
import { assertNever } from '../../domain/ids.ts';
import { inert } from './escape.ts';
import { LIMITS, shorten, within } from './limits.ts';
import { WORDS } from './words.ts';

export type Input = Extract<Element, { type: `Input.${string}` }>;
type ChoiceSet = Extract<Input, { type: 'Input.ChoiceSet' }>;
type Toggle = Extract<Input, { type: 'Input.Toggle' }>;

export const bare = (text: string): string => inert(text).trim();

export const plain = (text: string, max: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: shorten(bare(text), max),
  emoji: false,
});

/**
 * One input. Its block and its action carry the input's own id, so that Slack keeps what was typed when the view is
 * updated (slackapi/bolt-js issue 290, read 2026-11-21).
 */
export function inputBlock(input: Input): types.InputBlock {
  return {
    type: 'input',
    block_id: within(input.id, LIMITS.blockId, 'the id of an input'),
    label: plain(labelOf(input), LIMITS.inputLabel),
    optional: input.isRequired !== true,
    element: elementOf(input),
  };
}

/** Slack demands a label; a tick box without one is labelled by its own words and ticked with "Yes". */
function labelOf(input: Input): string {
  const label = bare(input.label ?? '');
  if (input.type !== 'Input.Toggle' || fits(input)) return label || input.id;
  return [label, bare(input.title)].filter((words) => words !== '').join('\n') || input.id;
}

const fits = (toggle: Toggle): boolean =>
  bare(toggle.label ?? '') !== '' &&
  bare(toggle.title) !== '' &&
  bare(toggle.title).length <= LIMITS.optionText;

function elementOf(input: Input): types.InputBlockElement {
  const action_id = input.id;
  switch (input.type) {
    case 'Input.Text':
      return {
        type: 'plain_text_input',
        action_id,
        multiline: input.isMultiline === true,
        max_length: roomFor(input),
        ...placeholder(input.placeholder),
        // What is already written is never cut: sending the form again would lose the rest.
        ...(input.value && {
          initial_value: within(input.value, LIMITS.plainTextInput, 'the text of an input'),
        }),
      };
    case 'Input.Number':
      return {
        type: 'number_input',
        action_id,
        is_decimal_allowed: true,
        ...(input.min !== undefined && { min_value: String(input.min) }),
        ...(input.max !== undefined && { max_value: String(input.max) }),
        ...(input.value !== undefined && { initial_value: String(input.value) }),
      };
    // Slack's pickers know no earliest or latest day: the answer is checked when it comes.
    case 'Input.Date':
      return { type: 'datepicker', action_id, ...(input.value && { initial_date: day(input.value) }) };
    case 'Input.Time':
      return { type: 'timepicker', action_id, ...(input.value && { initial_time: time(input.value) }) };
    case 'Input.Toggle':
      return tickBox(input);
    case 'Input.ChoiceSet':
      return choices(input);
    default:
      return assertNever(input, 'input');
  }
}

const roomFor = ({ maxLength, value }: Extract<Input, { type: 'Input.Text' }>): number =>
  Math.min(LIMITS.plainTextInput, Math.max(maxLength ?? LIMITS.plainTextInput, value?.length ?? 0));

function placeholder(text: string | undefined): { placeholder?: types.PlainTextElement } {
  return text === undefined || bare(text) === '' ? {} : { placeholder: plain(text, LIMITS.placeholder) };
}

function day(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new Error('A date in a card is not written as YYYY-MM-DD');
  return value;
}

function time(value: string): string {
  if (!/^\d{2}:\d{2}$/.test(value)) throw new Error('A time in a card is not written as HH:MM');
  return value;
}

function tickBox(input: Toggle): types.Checkboxes {
  const on = input.valueOn ?? 'true';
  const option = optionOf(fits(input) ? input.title : WORDS.yes, on);
  return {
    type: 'checkboxes',
    action_id: input.id,
    options: [option],
    ...(input.value === on && { initial_options: [option] }),
  };
}

function choices(input: ChoiceSet): types.InputBlockElement {
  const action_id = input.id;
  const many = input.isMultiSelect === true;
  const options = input.choices.map(({ title, value }) => optionOf(title, value));
  const values = input.choices.map(({ value }) => value);
  if (new Set(values).size < values.length || (many && values.some((value) => value.includes(',')))) {
    throw new Error(`Two choices of ${input.id} have the same value, or one of several has a comma in it`);
  }
  const chosen = many ? (input.value ?? '').split(',') : [input.value ?? ''];
  const ticked = options.filter(({ value }) => chosen.includes(value));
  const [first] = ticked;
  if (many) {
    const initial = ticked.length > 0 ? { initial_options: ticked } : {};
    if (options.length <= LIMITS.tickOptions) return { type: 'checkboxes', action_id, options, ...initial };
    const listed = { ...inGroups(options), ...placeholder(input.placeholder) };
    return { type: 'multi_static_select', action_id, ...listed, ...initial };
  }
  const initial = first ? { initial_option: first } : {};
  if (input.style === 'expanded' && options.length <= LIMITS.tickOptions) {
    return { type: 'radio_buttons', action_id, options, ...initial };
  }
  const listed = { ...inGroups(options), ...placeholder(input.placeholder) };
  return { type: 'static_select', action_id, ...listed, ...initial };
}

type ValuedOption = types.PlainTextOption & { readonly value: string };

/** A title too long for an option goes on in the smaller line below it. */
function optionOf(title: string, value: string): ValuedOption {
  const words = bare(title) || value;
  const kept = within(value, LIMITS.optionValue, 'the value of a choice');
  if (kept === '') throw new Error('A choice in a card has no value: Slack cannot give back an empty one');
  const text = plain(words, LIMITS.optionText);
  if (words.length <= LIMITS.optionText) return { text, value: kept };
  const rest = words.slice(text.text.length - 1);
  return { text, value: kept, description: plain(`…${rest}`, LIMITS.optionDescription) };
}

/** A long list, such as a staff directory, is grouped from the first name to the last of each hundred. */
function inGroups(
  options: readonly ValuedOption[],
): Required<Pick<types.StaticSelect, 'options'>> | Required<Pick<types.StaticSelect, 'option_groups'>> {
  if (options.length <= LIMITS.selectOptions) return { options: [...options] };
  if (options.length > LIMITS.selectOptions * LIMITS.optionGroups) {
    throw new Error(`Slack takes at most ${LIMITS.selectOptions * LIMITS.optionGroups} choices in a list`);
  }
  const groups = [];
  for (let start = 0; start < options.length; start += LIMITS.selectOptions) {
    const group = options.slice(start, start + LIMITS.selectOptions);
    const [from, to] = [group[0]?.text.text ?? '', group.at(-1)?.text.text ?? ''];
    const label = plain(`${shorten(from, 35)} – ${shorten(to, 35)}`, LIMITS.optionGroupLabel);
    groups.push({ label, options: group });
  }
  return { option_groups: groups };
}
