import type { types } from '@slack/bolt';
import { Card, type Element } from '../../../src/cards/model.ts';
import { messageBlocks } from '../../../src/channels/slack/render.ts';
import { findings } from '../../../src/channels/slack/validate.ts';

const card = (body: Element[], actions: Card['actions'] = []): Card =>
  Card.parse({ type: 'AdaptiveCard', version: '1.5', fallbackText: 'A card', body, actions });

describe('the validator', () => {
  const header = (text: string): types.KnownBlock => ({ type: 'header', text: { type: 'plain_text', text } });

  it.each([
    ['too many blocks', Array.from({ length: 51 }, () => header('a'))],
    ['no blocks', []],
    ['a long header', [header('x'.repeat(151))]],
    ['an empty header', [header(' ')]],
    ['markup', [{ type: 'context', elements: [{ type: 'mrkdwn', text: '<!channel>' }] }]],
    ['another block', [{ type: 'section', text: { type: 'plain_text', text: 'a' } }]],
    [
      'a mention',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'here' }] }],
        },
      ],
    ],
    [
      'two of an id',
      [
        { ...header('a'), block_id: 'a' },
        { ...header('b'), block_id: 'a' },
      ],
    ],
    ['no buttons', [{ type: 'actions', elements: [] }]],
  ] as const)('finds %s', (_, blocks) => {
    expect(findings(blocks as readonly types.KnownBlock[])).not.toEqual([]);
  });

  it('finds inputs without a submit, long titles and long data in a window', () => {
    const input = messageBlocks(card([{ type: 'Input.Text', id: 'a', label: 'A' }]));
    const view: types.ModalView = {
      type: 'modal',
      title: { type: 'plain_text', text: 'x'.repeat(25) },
      private_metadata: 'x'.repeat(3001),
      blocks: input,
    };
    expect(findings(view)).toEqual([
      'private_metadata: over 3000 characters',
      'title: over 24 characters',
      'submit: missing beside inputs',
    ]);
  });
});
