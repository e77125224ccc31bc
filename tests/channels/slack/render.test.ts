import type { types } from '@slack/bolt';
import fc from 'fast-check';
import { ActionData, Card, type Element } from '../../../src/cards/model.ts';
import { inert } from '../../../src/channels/slack/escape.ts';
import { LIMITS } from '../../../src/channels/slack/limits.ts';
import { homeView, leaves, messageBlocks, modalView } from '../../../src/channels/slack/render.ts';
import { findings } from '../../../src/channels/slack/validate.ts';
import { WORDS } from '../../../src/channels/slack/words.ts';
import { arbitraryForm, arbitraryMessage, INJECTIONS } from '../../support/arbitrary-card.ts';
import { wordsIn } from '../../support/slack-screen.ts';

const card = (body: Element[], actions: Card['actions'] = []): Card =>
  Card.parse({ type: 'AdaptiveCard', version: '1.5', fallbackText: 'A card', body, actions });

/** Every object in a payload, whatever its depth. */
function objectsIn(payload: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(payload)) return payload.flatMap(objectsIn);
  if (payload === null || typeof payload !== 'object') return [];
  return [payload as Record<string, unknown>, ...Object.values(payload).flatMap(objectsIn)];
}

/** One line of letters: blocks may break a text anywhere, and a description goes on where a title ended. */
const letters = (text: string): string => inert(text).replace(/[\s…\\*]/g, '');
const shownIn = (blocks: readonly types.AnyBlock[]): string =>
  letters(blocks.map((block) => wordsIn(block as types.KnownBlock)).join(''));

const alone = /[A-Za-z]{3,}/g;
const plainWords = (text: string): readonly string[] => inert(text).match(alone) ?? [];

describe('any card in Slack', () => {
  it('is a card of the model in the first place', () => {
    fc.assert(fc.property(arbitraryForm, (form) => Card.safeParse(form).success));
  });

  it.each([
    ['a message', (any: Card) => messageBlocks(any)],
    ['a window', (any: Card) => modalView(any)],
    ['App Home', (any: Card) => homeView(any)],
  ])('keeps to every limit as %s', (_, draw) => {
    fc.assert(
      fc.property(fc.oneof(arbitraryMessage, arbitraryForm), (any) => {
        // More inputs and sets of buttons than a message has blocks is a documented refusal.
        const needed = leaves(any.body).filter(
          ({ type }) => type.startsWith('Input.') || type === 'ActionSet',
        );
        fc.pre(needed.length + 1 < LIMITS.messageBlocks);
        expect(findings(draw(any))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is never read as markup: every text is plain, and only buttons and inputs do anything', () => {
    const known = new Set([
      'modal',
      'plain_text',
      'header',
      'context',
      'rich_text',
      'rich_text_section',
      'rich_text_list',
      'text',
      'input',
      'actions',
      'button',
      'plain_text_input',
      'number_input',
      'datepicker',
      'timepicker',
      'checkboxes',
      'radio_buttons',
      'static_select',
      'multi_static_select',
    ]);
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        for (const object of objectsIn(modalView(form))) {
          if (object.type !== undefined) expect(known).toContain(object.type);
          if (object.type === 'plain_text') expect(object.emoji).toBe(false);
          expect(object).not.toHaveProperty('url');
        }
      }),
    );
  });

  it.each(INJECTIONS)('shows what a person typed as it is: %j', (typed) => {
    const blocks = messageBlocks(
      card([{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: `a ${typed} b` }] }]),
    );
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: `a ${inert(typed)} b` }] }],
      },
    ]);
  });

  it('cannot be turned around by direction marks', () => {
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        const words = objectsIn(modalView(form)).map((object) => object.text);
        expect(
          words.filter((text) => typeof text === 'string' && /[\u202A-\u202E\u2066-\u2069]/.test(text)),
        ).toEqual([]);
      }),
    );
  });

  it('loses no word of what it says while there is room', () => {
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        const view = modalView(form);
        const shown = shownIn(view.blocks) + letters(view.submit?.text ?? '');
        fc.pre(!shown.includes(letters(WORDS.more)));
        for (const leaf of leaves(form.body)) {
          const said =
            leaf.type === 'TextBlock'
              ? [leaf.text.replaceAll('**', '')]
              : leaf.type === 'RichTextBlock'
                ? leaf.inlines.map(({ text }) => text)
                : leaf.type === 'FactSet'
                  ? leaf.facts.flatMap(({ title, value }) => [title, value])
                  : leaf.type === 'ActionSet'
                    ? leaf.actions.map(({ title }) => title)
                    : leaf.type === 'Input.ChoiceSet'
                      ? [leaf.label ?? '', ...leaf.choices.map(({ title }) => title)]
                      : leaf.type === 'Input.Toggle'
                        ? [leaf.label ?? '', leaf.title]
                        : [leaf.label ?? ''];
          for (const word of said.flatMap(plainWords)) expect(shown).toContain(word);
        }
        for (const { title } of form.actions ?? []) {
          for (const word of plainWords(title)) expect(shown).toContain(word);
        }
      }),
    );
  });

  it('carries each button as the few signed fields and nothing else', () => {
    fc.assert(
      fc.property(arbitraryMessage, (message) => {
        const buttons = objectsIn(messageBlocks(message)).filter((object) => object.type === 'button');
        for (const button of buttons) {
          expect(ActionData.safeParse(JSON.parse(String(button.value))).success).toBe(true);
        }
      }),
    );
  });
});
