import type { Answer } from '../../../src/application/intent.ts';
import type { Card, Element } from '../../../src/cards/model.ts';
import { WORDS } from '../../../src/channels/slack/words.ts';
import type { PostedMessage } from '../../support/slack-requests.ts';
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

async function only(posted: Promise<readonly PostedMessage[]>): Promise<PostedMessage> {
  const [message, ...others] = await posted;
  if (message === undefined || others.length > 0) throw new Error('Not exactly one message');
  return message;
}

describe('a command', () => {
  it.each([
    ['/report', 'concern', 'report concern'],
    ['/report', '', 'report concern'],
    ['/report', 'Concern about somebody', 'report concern'],
    ['/report', '  My   Reports ', 'my reports'],
    ['/safeguarding', 'what do I do if', 'what do i do if'],
    ['/safeguarding', '', 'help'],
  ])('%s %s is heard as "%s", in private', async (command, text, heard) => {
    slack.answer(shows(line('Here')));
    const window = await slack.people.command('ada', command, text);
    const user = slack.workspace.userId('ada');
    expect(window.text).toBe('Here');
    expect(slack.handled).toEqual([
      {
        type: 'say',
        text: heard,
        from: {
          platform: 'slack',
          account: user,
          address: { platform: 'slack', to: { team: slack.workspace.team, user } },
        },
        place: { type: 'private' },
        view: true,
      },
    ]);
  });

  it('opens the window before anything else is done', async () => {
    let opened: readonly string[] = [];
    slack.answer(async () => {
      opened = slack.workspace.calls.map(({ method }) => method);
      return shows(line('Here'));
    });
    await slack.people.command('ada', '/report');
    expect(opened).toEqual(['views.open']);
  });

  it('says so, to this person only, when no window could be opened', async () => {
    slack.workspace.fail('views.open', { type: 'error', error: 'expired_trigger_id' });
    const response = await slack.people.post(await slack.people.commandBody('ada', '/report', 'concern'));
    expect(await response.json()).toEqual({ response_type: 'ephemeral', text: WORDS.notOpened });
    expect(slack.handled).toEqual([]);
  });

  it('shows our own line when the application fails', async () => {
    slack.answer(() => Promise.reject(new Error('store is gone')));
    expect((await slack.people.command('ada', '/report')).text).toBe(WORDS.notOpened);
    expect(JSON.stringify(slack.lines)).not.toContain('store');
  });

  it('shows our own line when the card cannot be drawn', async () => {
    slack.answer(shows(card([{ type: 'Input.Text', id: 'a' }])));
    expect((await slack.people.command('ada', '/report')).text).toBe(WORDS.notShown);
  });

  it('tries once more when the first update of the window fails', async () => {
    slack.answer(shows(line('Here')));
    slack.workspace.fail('views.update', { type: 'status', status: 503 });
    expect((await slack.people.command('ada', '/report')).text).toBe('Here');
  });
});

describe('a button in a window', () => {
  it('brings what is typed, and the window shows the next card', async () => {
    slack.answer(shows(form));
    const window = await slack.people.command('ada', '/report');
    slack.answer(shows(line('Looked up')));
    const next = await slack.people.press('ada', window, 'Look it up', { saw: 'Half a' });
    expect(next.text).toBe('Looked up');
    expect(slack.handled[1]).toMatchObject({ press: { do: 'look-it-up', inputs: { saw: 'Half a' } } });
  });

  it('brings nothing that was typed when it does not take the inputs', async () => {
    slack.answer(shows(form));
    const window = await slack.people.command('ada', '/report');
    await slack.people.press('ada', window, 'Back', { saw: 'Half a' });
    expect(slack.handled[1]).toMatchObject({ press: { do: 'back', inputs: {} } });
  });

  it('keeps what is typed when the answer is that something is wrong, and says so once', async () => {
    slack.answer(shows(form));
    const window = await slack.people.command('ada', '/report');
    slack.answer({ type: 'keep-form', card: line('Nothing found.') });
    const kept = await slack.people.press('ada', window, 'Look it up', typed);
    const again = await slack.people.press('ada', kept, 'Look it up');
    expect(again.value('saw')).toBe(typed.saw);
    expect(again.text.split('Nothing found.')).toHaveLength(2);
    expect(slack.handled[2]).toMatchObject({ press: { inputs: typed } });
  });
});

describe('a button on a message', () => {
  const message = (made: Card) => ({
    card: made,
    notification: 'Safeguarding: something needs you. K7Q4',
    silent: false,
  });
  const thin = card([{ type: 'TextBlock', text: 'K7Q4 · new' }], [button('Open')]);
  const at = (to: Record<string, string>) => ({ platform: 'slack' as const, to });

  it('in a channel opens a window for the presser only, and tells the application where it was', async () => {
    const channel = slack.workspace.channelId('leads');
    const team = slack.workspace.team;
    await slack.channel.messenger.send(at({ team, channel }), message(thin));
    const posted = await only(slack.people.messages({ channel: 'leads', as: 'iris' }));
    slack.answer(shows(line('The record')));
    const window = await slack.people.press('iris', posted, 'Open');
    expect(window.text).toBe('The record');
    expect(slack.people.viewOf('ada')).toBeUndefined();
    expect(slack.handled).toMatchObject([
      {
        type: 'press',
        press: { do: 'open' },
        place: { type: 'shared', channel: at({ team, channel }) },
        view: true,
      },
    ]);
  });

  it('in a direct conversation is in private', async () => {
    await slack.channel.messenger.send(
      at({ team: slack.workspace.team, user: slack.workspace.userId('iris') }),
      message(thin),
    );
    const posted = await only(slack.people.messages({ user: 'iris' }));
    slack.answer(shows(line('The record')));
    await slack.people.press('iris', posted, 'Open');
    expect(slack.handled).toMatchObject([{ place: { type: 'private' } }]);
  });

  it('that opens no window is shown as failed by Slack, and nothing was done', async () => {
    await slack.channel.messenger.send(
      at({ team: slack.workspace.team, user: slack.workspace.userId('iris') }),
      message(thin),
    );
    const posted = await only(slack.people.messages({ user: 'iris' }));
    slack.workspace.fail('views.open', { type: 'error', error: 'expired_trigger_id' });
    await expect(slack.people.press('iris', posted, 'Open')).rejects.toThrow('got 500');
    expect(slack.handled).toEqual([]);
  });
});

describe('the other ways in', () => {
  it('the shortcut on a message opens the form and takes nothing of the message', async () => {
    slack.answer(shows(form));
    const window = await slack.people.shortcut('ada', { channel: 'C0ANYWHERE', text: 'something dreadful' });
    expect(window.text).toContain('What happened?');
    expect(slack.handled).toMatchObject([
      { type: 'say', text: 'report concern', place: { type: 'private' } },
    ]);
    expect(JSON.stringify(slack.handled)).not.toContain('dreadful');
  });

  it('App Home shows its card, and its buttons open a window', async () => {
    slack.answer(shows(card([{ type: 'TextBlock', text: 'Your reports' }], [button('Report a worry')])));
    const home = await slack.people.home('ada');
    expect(home.text).toContain('Your reports');
    slack.answer(shows(form));
    const window = await slack.people.press('ada', home, 'Report a worry');
    expect(window.text).toContain('What happened?');
    expect(slack.handled).toMatchObject([
      { type: 'home', from: { account: slack.workspace.userId('ada') } },
      { type: 'press', place: { type: 'private' } },
    ]);
  });
});
