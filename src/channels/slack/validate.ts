import type { types } from '@slack/bolt';
import { LIMITS } from './limits.ts';

/** What Slack would refuse, as "where: what"; never the words themselves. Nothing is sent while this finds something. */
export function findings(
  payload: types.HomeView | types.ModalView | readonly types.KnownBlock[],
): readonly string[] {
  const found: string[] = [];
  const say = (where: string, what: string): void => {
    found.push(`${where}: ${what}`);
  };
  if ('type' in payload) checkView(payload, say);
  else checkBlocks(payload, LIMITS.messageBlocks, say);
  return found;
}

type Say = (where: string, what: string) => void;

function checkView(view: types.HomeView | types.ModalView, say: Say): void {
  checkBlocks(view.blocks, LIMITS.viewBlocks, say);
  if (Buffer.byteLength(JSON.stringify(view)) > LIMITS.viewBytes) say('view', 'too large');
  atMost(view.callback_id, LIMITS.callbackId, 'callback_id', say);
  atMost(view.private_metadata, LIMITS.privateMetadata, 'private_metadata', say);
  if (view.type !== 'modal') return;
  checkText(view.title, LIMITS.viewTitle, 'title', say);
  checkText(view.submit, LIMITS.viewTitle, 'submit', say);
  checkText(view.close, LIMITS.viewTitle, 'close', say);
  if (!view.submit && view.blocks.some(({ type }) => type === 'input'))
    say('submit', 'missing beside inputs');
}

function checkBlocks(blocks: readonly types.AnyBlock[], max: number, say: Say): void {
  if (blocks.length === 0) say('blocks', 'none');
  if (blocks.length > max) say('blocks', 'too many');
  const ids = blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]));
  if (new Set(ids).size < ids.length) say('blocks', 'block_id twice');
  blocks.forEach((block, at) => {
    const where = `blocks[${at}]`;
    atMost(block.block_id, LIMITS.blockId, `${where}.block_id`, say);
    if (isOurs(block)) checkBlock(block, where, say);
    else say(where, 'a block that we never send');
  });
}

type Ours =
  | types.ActionsBlock
  | types.ContextBlock
  | types.HeaderBlock
  | types.InputBlock
  | types.RichTextBlock;
const OURS: readonly string[] = ['actions', 'context', 'header', 'input', 'rich_text'];
const isOurs = (block: types.AnyBlock): block is Ours => OURS.includes(block.type);

function checkBlock(block: Ours, where: string, say: Say): void {
  switch (block.type) {
    case 'header':
      checkText(block.text, LIMITS.headerText, where, say);
      break;
    case 'context':
      counted(block.elements, LIMITS.contextElements, where, say);
      for (const element of block.elements) {
        if (element.type === 'image') say(where, 'an image');
        else checkText(element, LIMITS.text, where, say);
      }
      break;
    case 'rich_text':
      checkRichText(block, where, say);
      break;
    case 'input':
      checkText(block.label, LIMITS.inputLabel, `${where}.label`, say);
      checkElement(block.element, `${where}.element`, say);
      break;
    case 'actions':
      checkButtons(block, where, say);
  }
}

function checkButtons(block: types.ActionsBlock, where: string, say: Say): void {
  counted(block.elements, LIMITS.actionsElements, where, say);
  const ids = block.elements.map(({ action_id }) => action_id);
  if (new Set(ids).size < ids.length) say(where, 'action_id twice');
  for (const element of block.elements) {
    atMost(element.action_id, LIMITS.actionId, `${where}.action_id`, say);
    if (element.type === 'button') {
      checkText(element.text, LIMITS.buttonText, where, say);
      atMost(element.value, LIMITS.buttonValue, `${where}.value`, say);
    } else say(where, 'not a button');
  }
}

function checkRichText(block: types.RichTextBlock, where: string, say: Say): void {
  const sections = block.elements.flatMap((element) => {
    if (element.type === 'rich_text_section') return [element];
    if (element.type === 'rich_text_list') return element.elements;
    say(where, 'neither text nor a list');
    return [];
  });
  const texts = sections.flatMap(({ elements }) =>
    elements.flatMap((element) => {
      if (element.type === 'text') return [element.text];
      say(where, 'more than plain text');
      return [];
    }),
  );
  if (sections.length === 0 || sections.some(({ elements }) => elements.length === 0)) say(where, 'empty');
  if (texts.some((text) => text === '')) say(where, 'an empty text');
  if (texts.join('').length > LIMITS.text) say(where, 'too long');
}

function checkElement(element: types.InputBlockElement, where: string, say: Say): void {
  atMost(element.action_id, LIMITS.actionId, `${where}.action_id`, say);
  if ('placeholder' in element)
    checkText(element.placeholder, LIMITS.placeholder, `${where}.placeholder`, say);
  switch (element.type) {
    case 'plain_text_input':
      if ((element.max_length ?? 0) > LIMITS.plainTextInput) say(where, 'max_length');
      atMost(element.initial_value, element.max_length ?? LIMITS.plainTextInput, where, say);
      break;
    case 'number_input':
    case 'datepicker':
    case 'timepicker':
      break;
    case 'checkboxes':
    case 'radio_buttons':
      checkOptions(element.options, LIMITS.tickOptions, where, say);
      break;
    case 'static_select':
    case 'multi_static_select':
      checkList(element, where, say);
      break;
    default:
      say(where, 'an element that we never send');
  }
}

function checkList(element: types.StaticSelect | types.MultiStaticSelect, where: string, say: Say): void {
  const { options, option_groups: groups } = element;
  if ((options === undefined) === (groups === undefined)) say(where, 'not one list');
  if (options) checkOptions(options, LIMITS.selectOptions, where, say);
  if (groups) counted(groups, LIMITS.optionGroups, where, say);
  for (const group of groups ?? []) {
    checkText(group.label, LIMITS.optionGroupLabel, where, say);
    checkOptions(group.options, LIMITS.selectOptions, where, say);
  }
}

function checkOptions(options: readonly types.Option[], max: number, where: string, say: Say): void {
  counted(options, max, where, say);
  if (new Set(options.map(({ value }) => value)).size < options.length) say(where, 'value twice');
  for (const option of options) {
    checkText(option.text, LIMITS.optionText, where, say);
    checkText(option.description, LIMITS.optionDescription, where, say);
    if (!option.value) say(where, 'no value');
    atMost(option.value, LIMITS.optionValue, where, say);
  }
}

function checkText(text: types.TextObject | undefined, max: number, where: string, say: Say): void {
  if (text === undefined) return;
  if (text.type !== 'plain_text') say(where, 'text that Slack would read as markup');
  if (text.text.trim() === '') say(where, 'no words');
  atMost(text.text, max, where, say);
}

function atMost(text: string | undefined, max: number, where: string, say: Say): void {
  if ((text ?? '').length > max) say(where, `over ${max} characters`);
}

function counted(items: readonly unknown[], max: number, where: string, say: Say): void {
  if (items.length === 0) say(where, 'none');
  if (items.length > max) say(where, `over ${max}`);
}
