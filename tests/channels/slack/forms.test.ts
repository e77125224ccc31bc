import type { Answer } from '../../../src/application/intent.ts';
import type { Card, Element } from '../../../src/cards/model.ts';
import { WORDS } from '../../../src/channels/slack/words.ts';
import { type SlackChannel, startSlackChannel } from '../../support/slack-server.ts';

const seed = {
  users: ['ada', 'iris'],
  channels: [{ name: 'leads', private: true, members: ['iris', 'ada'] }],
};
let slack: SlackChannel;
beforeEach(async () => {
  slack = await startSlackChannel(seed);
});
afterEach(() => slack.close());

const card = (body: Element[], actions: Card['actions'] = []): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: 'A card',
  body,
  actions,
});
const line = (text: string): Card => card([{ type: 'TextBlock', text }]);
const shows = (made: Card): Answer => ({ type: 'card', card: made });
const button = (title: string, more: object = {}): NonNullable<Card['actions']>[number] => ({
  type: 'Action.Execute',
  title,
  verb: 'go',
  data: { do: title.toLowerCase().replaceAll(' ', '-'), actionId: 'a1', sig: 's1' },
  ...more,
});
const form = card(
  [
    { type: 'TextBlock', text: 'What happened?' },
    { type: 'Input.Text', id: 'saw', label: 'What did you see?', isMultiline: true, isRequired: true },
    { type: 'Input.Date', id: 'day', label: 'When?' },
    {
      type: 'Input.ChoiceSet',
      id: 'ticks',
      label: 'What applies',
      isMultiSelect: true,
      choices: [
        { title: 'A mark', value: 'mark' },
        { title: 'A phone', value: 'phone' },
      ],
    },
  ],
  [
    button('Back', { associatedInputs: 'none' }),
    button('Send it', { style: 'positive' }),
    button('Look it up'),
  ],
);
const typed = { saw: 'A mark on the left arm', day: '2026-11-20', ticks: 'mark,phone' };

describe('a form', () => {
  it('brings what was typed and chosen under the ids of the inputs, and shows the next card', async () => {
    slack.answer(shows(form));
    const window = await slack.people.command('ada', '/report');
    slack.answer(shows(line('Saved')));
    const next = await slack.people.submit('ada', window, typed);
    expect(next?.text).toBe('Saved');
    expect(next?.submit).toBeUndefined();
    expect(slack.handled[1]).toMatchObject({
      type: 'press',
      press: { do: 'send-it', actionId: 'a1', sig: 's1', inputs: typed },
      place: { type: 'private' },
      view: true,
    });
  });

  it('leaves out what was left empty', async () => {
    slack.answer(shows(form));
    const window = await slack.people.command('ada', '/report');
    await slack.people.submit('ada', window, { saw: 'Something' });
    expect(slack.handled[1]).toMatchObject({ press: { inputs: { saw: 'Something' } } });
  });

  it('closes when there is nothing more to show', async () => {
    slack.answer(shows(form));
    const window = await slack.people.command('ada', '/report');
    slack.answer({ type: 'nothing' });
    expect(await slack.people.submit('ada', window, typed)).toBeUndefined();
  });

  it('stays open with its words and says why, when it was not saved', async () => {
    slack.answer(shows(form));
    const window = await slack.people.command('ada', '/report');
    slack.answer({ type: 'keep-form', card: line('Not saved yet. Phone **01632 960001**.') });
    const kept = await slack.people.submit('ada', window, typed);
    expect(kept?.errors).toEqual({ saw: 'Not saved yet. Phone 01632 960001.' });
    expect(['saw', 'day', 'ticks'].map((id) => kept?.value(id))).toEqual(Object.values(typed));
  });

  it('stays open with its words when the application fails', async () => {
    slack.answer(shows(form));
    const window = await slack.people.command('ada', '/report');
    slack.answer(() => Promise.reject(new Error('disk full')));
    const kept = await slack.people.submit('ada', window, typed);
    expect(kept?.errors).toEqual({ saw: WORDS.failed });
    expect(kept?.value('saw')).toBe(typed.saw);
  });

  it('is not sent by Slack while a needed input is empty', async () => {
    slack.answer(shows(form));
    const window = await slack.people.command('ada', '/report');
    await expect(slack.people.submit('ada', window, { day: '2026-11-20' })).rejects.toThrow('is needed');
  });
});

describe('a form whose answer takes long', () => {
  beforeEach(async () => {
    await slack.close();
    slack = await startSlackChannel(seed, 1);
  });

  /** Sends the form and gives the answer only after Slack has shown that it is being saved. */
  async function submitSlowly(answer: Answer | Error) {
    slack.answer(shows(form));
    const window = await slack.people.command('ada', '/report');
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    slack.answer(() => promise);
    const payload = {
      type: 'view_submission',
      ...slack.people.person('ada'),
      view: { ...window.frame, state: window.type(typed).state },
    };
    const first = (await (await slack.people.postPayload(payload)).json()) as { view: object };
    if (answer instanceof Error) reject(answer);
    else resolve(answer);
    await slack.channel.idle();
    return { saving: JSON.stringify(first.view), after: slack.people.viewOf('ada') };
  }

  it('keeps the words on the screen while it says that it is saving', async () => {
    const { saving, after } = await submitSlowly(shows(line('Saved')));
    expect(saving).toContain(WORDS.working);
    expect(saving).toContain(`"initial_value":"${typed.saw}"`);
    expect(saving).toContain('"initial_date":"2026-11-20"');
    expect(saving).toMatch(/"initial_options":\[[^\]]*"mark"[^\]]*"phone"/);
    expect(after?.text).toBe('Saved');
  });

  it.each([
    ['was not saved', { type: 'keep-form', card: line('Not saved yet.') } as const, 'Not saved yet.'],
    ['failed', new Error('disk full'), WORDS.failed],
  ])('loses nothing when it %s', async (_, answer, words) => {
    const { after } = await submitSlowly(answer);
    expect(after?.text).toContain(words);
    expect(after?.text).not.toContain(WORDS.working);
    expect(after?.submit).toBe('Send it');
    expect(after?.frame.private_metadata).toContain('send-it');
    expect(['saw', 'day', 'ticks'].map((id) => after?.value(id))).toEqual(Object.values(typed));
  });

  it('says that it can be closed when there is nothing more to show', async () => {
    expect((await submitSlowly({ type: 'nothing' })).after?.text).toBe(WORDS.finished);
  });
});
