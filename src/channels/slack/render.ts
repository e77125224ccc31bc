import type { types } from '@slack/bolt';
import type { ActionExecute, Card, Element } from '../../cards/model.ts';
import { assertNever } from '../../domain/ids.ts';
import { actionsBlocks, dataOf, type Numbered } from './buttons.ts';
import { bare, inputBlock, plain } from './inputs.ts';
import { LIMITS, within } from './limits.ts';
import { ownWords, paragraphs, readBold, wordsOf } from './rich-text.ts';
import { WORDS } from './words.ts';

export const CALLBACK_ID = 'signpost';
/** Marks the line that something is still going on; the next answer replaces it. */
export const WORKING = 'working';

/** One place is kept free in a view, for the line that says why the form stayed open. */
const MODAL_BLOCKS = LIMITS.viewBlocks - 1;

export const messageBlocks = (card: Card): types.KnownBlock[] => capped(blocksOf(card), LIMITS.messageBlocks);

export const homeView = (card: Card): types.HomeView => ({
  type: 'home',
  blocks: capped(blocksOf(card), LIMITS.viewBlocks),
  callback_id: CALLBACK_ID,
});

/**
 * Slack gives a modal one submit button of at most 24 characters, demands it where there are inputs, and checks the needed
 * ones only there. So the step forward (the last `positive` action, else the last one that takes the inputs) becomes the
 * submit when its words fit. When they do not: without inputs it stays a button with all its words; with inputs the submit
 * says "Continue" and the last line of the view says in full what that will do.
 */
export function modalView(card: Card): types.ModalView {
  const inputs = hasInputs(card.body);
  const forward = stepForward(card, inputs);
  if (inputs && forward === undefined) {
    throw new Error('A card with inputs has no action that takes them: Slack cannot send such a form');
  }
  const short = forward !== undefined && bare(forward.title).length <= LIMITS.viewTitle;
  const submit = short || inputs ? forward : undefined;
  if (submit && bare(submit.title) === '') throw new Error('A button in a card has no words on it');
  const blocks = blocksOf(card, submit);
  if (submit && !short) blocks.push(...paragraphs([{ text: `${WORDS.goOn}: ${submit.title}`, bold: true }]));
  return {
    type: 'modal',
    callback_id: CALLBACK_ID,
    title: plain(WORDS.title, LIMITS.viewTitle),
    close: plain(WORDS.close, LIMITS.viewTitle),
    blocks: capped(blocks, MODAL_BLOCKS),
    ...(submit && {
      submit: plain(short ? submit.title : WORDS.goOn, LIMITS.viewTitle),
      private_metadata: within(dataOf(submit), LIMITS.privateMetadata, "the data of a view's submit"),
    }),
  };
}

/** A view with one line of ours and nothing else. */
export const lineView = (line: string, blockId?: string): types.ModalView => ({
  type: 'modal',
  callback_id: CALLBACK_ID,
  title: plain(WORDS.title, LIMITS.viewTitle),
  close: plain(WORDS.close, LIMITS.viewTitle),
  blocks: paragraphs([{ text: line }]).map((block) => (blockId ? { ...block, block_id: blockId } : block)),
});

function stepForward(card: Card, inputs: boolean): ActionExecute | undefined {
  const actions = allActions(card).filter((action) => !inputs || action.associatedInputs !== 'none');
  return actions.findLast((action) => action.style === 'positive') ?? (inputs ? actions.at(-1) : undefined);
}

const allActions = (card: Card): readonly ActionExecute[] => [
  ...leaves(card.body).flatMap((leaf) =>
    leaf.type === 'ActionSet' ? leaf.actions.filter((each) => each.type === 'Action.Execute') : [],
  ),
  ...(card.actions ?? []),
];

const hasInputs = (body: readonly Element[]): boolean =>
  leaves(body).some((leaf) => leaf.type.startsWith('Input.'));

/** Columns stand below each other, and a container is its items: a phone has one column. */
export function leaves(
  elements: readonly Element[],
): readonly Exclude<Element, { items: unknown } | { columns: unknown }>[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case 'Container':
        return leaves(element.items);
      case 'ColumnSet':
        return element.columns.flatMap((column) => leaves(column.items));
      default:
        return [element];
    }
  });
}

function blocksOf(card: Card, submit?: ActionExecute): types.KnownBlock[] {
  const numbered: Numbered = { next: 0 };
  const seen = new Set<string>();
  const blocks: types.KnownBlock[] = leaves(card.body).flatMap((leaf) => {
    if (leaf.type.startsWith('Input.') && leaf.id !== undefined) {
      if (seen.has(leaf.id)) throw new Error(`Two inputs of a card have the id ${leaf.id}`);
      seen.add(leaf.id);
    }
    return blocksOfLeaf(leaf, numbered, submit);
  });
  blocks.push(...actionsBlocks(card.actions ?? [], numbered, submit));
  return blocks.length > 0 ? blocks : [...paragraphs([{ text: card.fallbackText.trim() || WORDS.title }])];
}

function blocksOfLeaf(
  leaf: ReturnType<typeof leaves>[number],
  numbered: Numbered,
  submit: ActionExecute | undefined,
): readonly types.KnownBlock[] {
  switch (leaf.type) {
    case 'TextBlock': {
      const runs = readBold(leaf.text);
      const words = bare(wordsOf(runs));
      const unstyled = runs.every((run) => run.bold !== true);
      if (leaf.style === 'heading' && unstyled && words !== '' && words.length <= LIMITS.headerText) {
        return [{ type: 'header', text: plain(words, LIMITS.headerText) }];
      }
      if (leaf.isSubtle === true && unstyled && words !== '' && words.length <= LIMITS.text) {
        return [{ type: 'context', elements: [plain(words, LIMITS.text)] }];
      }
      return ownWords(leaf.text, leaf.style === 'heading' || leaf.weight === 'Bolder');
    }
    case 'RichTextBlock':
      return paragraphs(
        leaf.inlines.map(({ text, weight, italic }) => ({
          text,
          bold: weight === 'Bolder',
          italic: italic === true,
        })),
      );
    case 'FactSet':
      return paragraphs(
        leaf.facts.flatMap(({ title, value }, at) => [
          { text: `${at > 0 ? '\n' : ''}${title}: `, bold: true },
          { text: value },
        ]),
      );
    case 'ActionSet':
      return actionsBlocks(leaf.actions, numbered, submit);
    case 'Input.Text':
    case 'Input.Date':
    case 'Input.Time':
    case 'Input.Number':
    case 'Input.Toggle':
    case 'Input.ChoiceSet':
      return [inputBlock(leaf)];
    default:
      return assertNever(leaf, 'card element');
  }
}

const isProse = (block: types.KnownBlock): boolean => block.type !== 'input' && block.type !== 'actions';

/** Too many blocks: inputs and buttons all stay, and a line stands where words had to go. */
function capped(blocks: readonly types.KnownBlock[], max: number): types.KnownBlock[] {
  if (blocks.length <= max) return [...blocks];
  const needed = blocks.filter((block) => !isProse(block)).length;
  if (needed >= max)
    throw new Error(`Slack takes at most ${max} blocks and this card needs ${needed} for inputs`);
  const shown: types.KnownBlock[] = [];
  let room = max - needed - 1;
  let told = false;
  for (const block of blocks) {
    if (!isProse(block)) shown.push(block);
    else if (room > 0) {
      shown.push(block);
      room -= 1;
    } else if (!told) {
      shown.push(...paragraphs([{ text: WORDS.more }]));
      told = true;
    }
  }
  return shown;
}
