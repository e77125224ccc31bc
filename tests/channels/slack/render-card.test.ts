import type { types } from '@slack/bolt';
import { Card, type Element } from '../../../src/cards/model.ts';
import { LIMITS } from '../../../src/channels/slack/limits.ts';
import { messageBlocks, modalView } from '../../../src/channels/slack/render.ts';
import { findings } from '../../../src/channels/slack/validate.ts';
import { WORDS } from '../../../src/channels/slack/words.ts';
import { wordsIn } from '../../support/slack-screen.ts';

const card = (body: Element[], actions: Card['actions'] = []): Card =>
  Card.parse({ type: 'AdaptiveCard', version: '1.5', fallbackText: 'A card', body, actions });

const action = (title: string, more: object = {}): NonNullable<Card['actions']>[number] => ({
  type: 'Action.Execute',
  title,
  verb: 'go',
  data: { do: 'go', arg: title.slice(0, 10) },
  ...more,
});

describe('our own words', () => {
  const draw = (text: string, more: object = {}) =>
    messageBlocks(card([{ type: 'TextBlock', text, ...more }]));

  it('shows **bold** as bold and a signed-off star as a star', () => {
    expect(draw('Call **999** \\*now\\*')).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Call ' },
              { type: 'text', text: '999', style: { bold: true } },
              { type: 'text', text: ' *now*' },
            ],
          },
        ],
      },
    ]);
  });

  it('shows lines that begin with a dash as a list', () => {
    expect(draw('Do now:\n- Stay\n- Listen')).toMatchObject([
      {
        elements: [
          { type: 'rich_text_section' },
          { type: 'rich_text_list', style: 'bullet', elements: [{}, {}] },
        ],
      },
    ]);
  });

  it('shows a heading as a heading, and a long one in bold', () => {
    expect(draw('Right now', { style: 'heading' })).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'Right now', emoji: false } },
    ]);
    expect(draw('long '.repeat(40), { style: 'heading' })).toMatchObject([
      { elements: [{ elements: [{ style: { bold: true } }] }] },
    ]);
  });
});

describe('a long account', () => {
  const account = Array.from({ length: 1600 }, (_, at) => `word${at}`).join(' ');

  it('is spread over blocks, whole and in order', () => {
    const view = modalView(card([{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: account }] }]));
    expect(account.length).toBeGreaterThan(8000);
    expect(view.blocks.length).toBeGreaterThan(2);
    expect(view.blocks.map((block) => wordsIn(block as types.KnownBlock)).join('')).toBe(account);
    expect(findings(view)).toEqual([]);
  });

  it('is never cut inside a character', () => {
    const view = modalView(
      card([{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: `a${'🧒'.repeat(4000)}` }] }]),
    );
    for (const block of view.blocks) expect(wordsIn(block as types.KnownBlock).isWellFormed()).toBe(true);
  });

  it('that needs more blocks than there are says so, and keeps its buttons', () => {
    const many: Element[] = Array.from({ length: 120 }, (_, at) => ({
      type: 'TextBlock',
      text: `Line ${at}`,
    }));
    const blocks = messageBlocks(card(many, [action('Open')]));
    expect(blocks).toHaveLength(LIMITS.messageBlocks);
    expect(blocks.map(wordsIn).slice(-2)).toEqual([WORDS.more, 'Open']);
  });
});

describe('a window', () => {
  const name: Element = { type: 'Input.Text', id: 'name', label: 'Name' };
  const line: Element = { type: 'TextBlock', text: 'Hello' };

  it('has its step forward as the submit button and the others in it', () => {
    const view = modalView(
      card([name], [action('Back', { associatedInputs: 'none' }), action('Send it', { style: 'positive' })]),
    );
    expect(view.submit?.text).toBe('Send it');
    expect(JSON.parse(view.private_metadata ?? '')).toEqual({ do: 'go', arg: 'Send it' });
    expect(view.blocks.map((block) => wordsIn(block as types.KnownBlock))).toEqual(['Name', 'Back']);
  });

  it('says in full what Continue will do when the words do not fit on the submit button', () => {
    const title = 'Send it to the designated safeguarding lead';
    const view = modalView(card([name], [action(title, { style: 'positive' })]));
    expect(view.submit?.text).toBe('Continue');
    expect(wordsIn(view.blocks.at(-1) as types.KnownBlock)).toBe(`Continue: ${title}`);
  });

  it('without inputs keeps a long step forward as a button with all its words', () => {
    const title = 'Tell the designated safeguarding lead now';
    const view = modalView(card([line], [action(title, { style: 'positive' })]));
    expect(view.submit).toBeUndefined();
    expect(wordsIn(view.blocks.at(-1) as types.KnownBlock)).toBe(title);
  });

  it('with inputs and nothing that would take them is refused', () => {
    expect(() => modalView(card([name]))).toThrow('no action that takes them');
    expect(() => modalView(card([name], [action('Back', { associatedInputs: 'none' })]))).toThrow(
      'no action',
    );
  });

  it('puts words too long for a button above it', () => {
    const title = `Tell ${'somebody '.repeat(12)}now`;
    const blocks = messageBlocks(card([line], [action(title)]));
    expect(blocks.map(wordsIn)[1]).toBe(title);
    expect(wordsIn(blocks[2] as types.KnownBlock)).toMatch(/…$/);
  });
});

describe('an input', () => {
  const draw = (input: Element) => modalView(card([input], [action('Send it')])).blocks[0];

  it('has its own id as block and action, so that Slack keeps what was typed', () => {
    expect(
      draw({ type: 'Input.Text', id: 'said', label: 'What was said', isMultiline: true, maxLength: 8000 }),
    ).toEqual({
      type: 'input',
      block_id: 'said',
      label: { type: 'plain_text', text: 'What was said', emoji: false },
      optional: true,
      element: { type: 'plain_text_input', action_id: 'said', multiline: true, max_length: 3000 },
    });
  });

  const choices = (n: number) =>
    Array.from({ length: n }, (_, at) => ({ title: `Choice ${at}`, value: `c${at}` }));
  it.each([
    ['radio_buttons', 10, { style: 'expanded' }],
    ['static_select', 11, { style: 'expanded' }],
    ['static_select', 3, { style: 'compact' }],
    ['static_select', 3, {}],
    ['checkboxes', 10, { isMultiSelect: true }],
    ['multi_static_select', 11, { isMultiSelect: true }],
  ] as const)('is %s for %d choices with %j', (type, n, more) => {
    expect(draw({ type: 'Input.ChoiceSet', id: 'c', choices: choices(n), ...more })).toMatchObject({
      element: { type },
    });
  });

  it('groups a directory of more than a hundred people', () => {
    const block = draw({ type: 'Input.ChoiceSet', id: 'c', choices: choices(150), style: 'filtered' });
    expect(block).toMatchObject({
      element: {
        option_groups: [
          { label: { text: 'Choice 0 – Choice 99' } },
          { label: { text: 'Choice 100 – Choice 149' } },
        ],
      },
    });
  });

  it('starts with what was chosen before', () => {
    const more = { isMultiSelect: true, value: 'c0,c2' };
    const block = draw({ type: 'Input.ChoiceSet', id: 'c', choices: choices(3), ...more });
    expect(block).toMatchObject({ element: { initial_options: [{ value: 'c0' }, { value: 'c2' }] } });
  });

  it('is a tick box that answers with its own word', () => {
    expect(
      draw({ type: 'Input.Toggle', id: 't', title: 'I have told somebody', valueOn: 'told' }),
    ).toMatchObject({
      label: { text: 'I have told somebody' },
      element: { type: 'checkboxes', options: [{ text: { text: 'Yes' }, value: 'told' }] },
    });
  });
});

describe('what would be cut if it were not refused', () => {
  const long = 'x'.repeat(4000);
  const text = (more: object): Element => ({ type: 'Input.Text', id: 'a', ...more }) as Element;

  it.each([
    [
      'the data of a button',
      () => messageBlocks(card([text({})], [action('Go', { data: { do: 'go', arg: long } })])),
    ],
    [
      "the data of a window's submit",
      () => modalView(card([text({})], [action('Go', { data: { do: 'go', arg: long } })])),
    ],
    ['words typed before', () => modalView(card([text({ value: long })], [action('Go')]))],
    [
      'the value of a choice',
      () =>
        messageBlocks(card([{ type: 'Input.ChoiceSet', id: 'a', choices: [{ title: 'A', value: long }] }])),
    ],
    ['an id used twice', () => messageBlocks(card([text({}), text({})]))],
  ])('is an error that does not quote it: %s', (_, draw) => {
    let message = '';
    try {
      draw();
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(/^Error: /);
    expect(message).not.toContain('xxx');
  });
});
