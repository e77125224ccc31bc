import type { types } from '@slack/bolt';

/** One window, App Home or message as the person's Slack shows it: its words, buttons and inputs. */
export class Screen {
  readonly id: string;
  readonly blocks: readonly types.KnownBlock[];
  readonly frame: Readonly<Record<string, unknown>>;
  /** Lines that Slack put under inputs because of our answer to the last submission. */
  readonly errors: Readonly<Record<string, string>>;
  private readonly typed: ReadonlyMap<string, string>;

  constructor(
    id: string,
    frame: Readonly<Record<string, unknown>>,
    typed: ReadonlyMap<string, string> = new Map(),
    errors: Readonly<Record<string, string>> = {},
  ) {
    this.id = id;
    this.frame = frame;
    this.blocks = (frame.blocks ?? []) as readonly types.KnownBlock[];
    this.typed = typed;
    this.errors = errors;
  }

  /** Every word on it, one line a block. */
  get text(): string {
    return [...this.blocks.map(wordsIn), ...Object.values(this.errors)].join('\n');
  }

  get submit(): string | undefined {
    return (this.frame.submit as types.PlainTextElement | null | undefined)?.text;
  }

  get buttons(): readonly string[] {
    return this.elements().map((button) => button.text.text);
  }

  get inputs(): readonly string[] {
    return this.inputBlocks().map((block) => block.block_id ?? '');
  }

  /** What stands in an input now: typed, or there from the start. */
  value(input: string): string | undefined {
    const block = this.input(input);
    return this.typed.get(block.block_id ?? '') ?? initialOf(block.element);
  }

  button(title: string): types.Button {
    const found = this.elements().find((button) => button.text.text === title);
    if (!found) throw new Error(`No button "${title}" here, but: ${this.buttons.join(' | ')}`);
    return found;
  }

  /** By id or by label. */
  input(name: string): types.InputBlock {
    const found = this.inputBlocks().find((block) => block.block_id === name || block.label.text === name);
    if (!found)
      throw new Error(`No input "${name}" here, but: ${this.inputs.join(' | ')}\n${this.text.slice(0, 300)}`);
    return found;
  }

  /** The same screen after typing; refuses what a person could not do in Slack. */
  type(inputs: Readonly<Record<string, string>>): Screen {
    const typed = new Map(this.typed);
    for (const [name, value] of Object.entries(inputs)) {
      const block = this.input(name);
      assertPossible(block, value);
      typed.set(block.block_id ?? '', value);
    }
    return new Screen(this.id, this.frame, typed);
  }

  /** The screen after an update: Slack keeps what was typed where block and action ids stay. */
  updated(frame: Readonly<Record<string, unknown>>): Screen {
    return new Screen(this.id, { ...this.frame, ...frame }, this.typed);
  }

  refused(errors: Readonly<Record<string, string>>): Screen {
    for (const input of Object.keys(errors)) this.input(input);
    return new Screen(this.id, this.frame, this.typed, errors);
  }

  /** Slack does not send a form while a needed input is empty. */
  assertComplete(): void {
    for (const block of this.inputBlocks()) {
      if (block.optional !== true && !this.value(block.block_id ?? '')) {
        throw new Error(`Slack would not send this form: "${block.label.text}" is needed`);
      }
    }
  }

  get state(): { readonly values: Readonly<Record<string, unknown>> } {
    return {
      values: Object.fromEntries(
        this.inputBlocks().map((block) => {
          const id = block.block_id ?? '';
          return [id, { [block.element.action_id ?? '']: typedIn(block.element, this.value(id)) }];
        }),
      ),
    };
  }

  private elements(): readonly types.Button[] {
    return this.blocks
      .flatMap((block) => (block.type === 'actions' ? block.elements : []))
      .filter((element) => element.type === 'button');
  }

  private inputBlocks(): readonly types.InputBlock[] {
    return this.blocks.filter((block) => block.type === 'input');
  }
}

const optionsOf = (element: types.InputBlockElement): readonly types.Option[] => {
  const { options = [], option_groups = [] } = element as types.StaticSelect;
  return [...options, ...option_groups.flatMap((group) => group.options)];
};

function assertPossible(block: types.InputBlock, value: string): void {
  const { element } = block;
  if (element.type === 'plain_text_input' && value.length > (element.max_length ?? 3000)) {
    throw new Error(`Slack takes at most ${element.max_length} characters in "${block.label.text}"`);
  }
  if (
    ['checkboxes', 'radio_buttons', 'static_select', 'multi_static_select'].includes(element.type) &&
    value
  ) {
    const known = optionsOf(element).map((option) => option.value);
    const unknown = value.split(',').find((one) => !known.includes(one));
    if (unknown !== undefined) {
      throw new Error(`"${block.label.text}" has no choice ${unknown}, but: ${known.join(' | ')}`);
    }
  }
}

function initialOf(element: types.InputBlockElement): string | undefined {
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return element.initial_value;
    case 'datepicker':
      return element.initial_date;
    case 'timepicker':
      return element.initial_time;
    case 'radio_buttons':
    case 'static_select':
      return element.initial_option?.value;
    case 'checkboxes':
    case 'multi_static_select':
      return element.initial_options?.map((option) => option.value).join(',');
    default:
      throw new Error(`This client does not know ${element.type}`);
  }
}

/** As Slack sends it: one field, named after the kind of input, and null when it is empty. */
function typedIn(element: types.InputBlockElement, value: string | undefined): object {
  const chosen = optionsOf(element).filter((option) => (value ?? '').split(',').includes(option.value ?? ''));
  switch (element.type) {
    case 'datepicker':
      return { type: element.type, selected_date: value || null };
    case 'timepicker':
      return { type: element.type, selected_time: value || null };
    case 'radio_buttons':
    case 'static_select':
      return { type: element.type, selected_option: chosen[0] ?? null };
    case 'checkboxes':
    case 'multi_static_select':
      return { type: element.type, selected_options: chosen };
    default:
      return { type: element.type, value: value || null };
  }
}

/** Every word of a block, as a person reads it. */
export function wordsIn(block: types.KnownBlock): string {
  const found: string[] = [];
  const visit = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (value !== null && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) visit(inner, name);
    } else if (typeof value === 'string' && key === 'text') found.push(value);
  };
  visit(block, '');
  return found.join(block.type === 'rich_text' ? '' : ' ');
}
