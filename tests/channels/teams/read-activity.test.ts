import { readActivity } from '../../../src/channels/teams/read-activity.ts';
import { CHANNEL, payload, TENANT } from '../../support/teams.ts';

const serviceUrl = `https://smba.trafficmanager.net/uk/${TENANT}/`;
const bot = '28:00000000-0000-0000-0000-000000000002';
const account = '00000000-0000-0000-0000-000000000102';
const rosa = {
  platform: 'teams',
  account,
  address: {
    platform: 'teams',
    to: { serviceUrl, conversation: 'a:1personalRosa', tenant: TENANT, bot, user: '29:1aRosaQuill' },
  },
};
const inChannel = {
  type: 'shared',
  channel: { platform: 'teams', to: { serviceUrl, conversation: CHANNEL, tenant: TENANT, bot } },
};
const press = {
  do: 'send',
  record: '0123456789abcdefghjkmnpqrs',
  arg: 'who',
  actionId: 'AAAAAAAAAAAAAAAAAAAAAA',
  sig: 'c2ln',
  inputs: { who: 'A pupil in the blue coat', ticks: 'told,mark', sure: 'true', count: '3', agreed: 'false' },
};

/** Enough for the messenger to begin a conversation: a report begun in a channel goes on in private. */
const { conversation: _, ...unbegun } = rosa.address.to;
const seenInChannel = { ...rosa, address: { ...rosa.address, to: unbegun } };

describe('an activity becomes an intent', () => {
  it('when somebody types in their own chat', () => {
    expect(readActivity(payload('message-personal'))).toEqual({
      type: 'say',
      text: 'report concern',
      from: rosa,
      place: { type: 'private' },
      view: false,
    });
  });

  it('when somebody mentions the bot in a channel, with an address that still wants a conversation', () => {
    expect(readActivity(payload('message-channel'))).toEqual({
      type: 'say',
      text: 'report concern',
      from: seenInChannel,
      place: inChannel,
      view: false,
    });
  });

  it('when somebody presses a button in their own chat: what is not the button is an input', () => {
    expect(readActivity(payload('press-personal'))).toEqual({
      type: 'press',
      press,
      from: rosa,
      place: { type: 'private' },
      view: true,
    });
  });

  it('when somebody presses a button in a channel: no view, and the channel without its thread', () => {
    expect(readActivity(payload('press-channel'))).toEqual({
      type: 'press',
      press,
      from: seenInChannel,
      place: inChannel,
      view: false,
    });
  });

  it('when the bot is installed for a person', () => {
    expect(readActivity(payload('installed-personal'))).toEqual({
      type: 'installed',
      from: rosa,
      place: { type: 'private' },
    });
  });

  it.each(['installed-channel', 'members-added-channel'])(
    'when the bot arrives in a channel (%s)',
    (name) => {
      expect(readActivity(payload(name))).toEqual({
        type: 'installed',
        from: seenInChannel,
        place: inChannel,
      });
    },
  );
});

describe('what was typed', () => {
  const mention = { type: 'mention', mentioned: { id: bot, name: 'Signpost' }, text: '<at>Signpost</at>' };
  const other = { type: 'mention', mentioned: { id: '29:1other', name: 'Owen Pike' }, text: '<at>Owen</at>' };
  const saying = (text: string | null, entities: unknown = [mention, other, 'odd', null]) =>
    readActivity({ ...payload('message-personal'), text, entities });

  it.each([
    ['report concern', 'report concern'],
    ['/report concern', 'report concern'],
    ['/ Report   CONCERN ', 'report concern'],
    ['\u00a0report&nbsp;concern\r\n', 'report concern'],
    ['<at>Signpost</at> <at>Signpost</at> /report concern', 'report concern'],
    ['/report', 'report concern'],
    ['concern', 'report concern'],
    ['report concern Amber in 4B has a bruise', 'report concern'],
    ['My  Reports', 'my reports'],
    ['what&#39;s &amp; &lt;b&gt;', "what's & <b>"],
    ['&amp;nbsp;x', '&nbsp;x'],
    ['//help', '/help'],
    ['<at>Owen</at> help', '<at>owen</at> help'],
    ['help\u200b', 'help'],
    ['reports', 'reports'],
    ['', ''],
  ])('%j is %j', (text, said) => {
    expect(saying(text)).toMatchObject({ type: 'say', text: said });
  });

  it('is nothing when a picture came without words', () => {
    expect(saying(null)).toMatchObject({ text: '' });
  });

  it('loses no letters to an empty mention', () => {
    expect(saying('help', [{ ...mention, text: '' }])).toMatchObject({ text: 'help' });
  });
});

describe('what is not an intent', () => {
  const [message, pressed, installed] = [
    payload('message-personal'),
    payload('press-personal'),
    payload('installed-personal'),
  ];
  const pressing = (value: unknown) => ({ ...pressed, value });
  const from = { id: '29:1aRosaQuill' };

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['text', 'report concern'],
    ['a list', []],
    ['an empty object', {}],
    ['a message of another Bot Framework channel', { ...message, channelId: 'directline' }],
    ['a message without a sender that Entra knows', { ...message, from }],
    ['a message without any tenant', { ...message, conversation: { id: 'a:1' }, channelData: {} }],
    ['a message that answers to no address', { ...message, serviceUrl: 'javascript:alert(1)' }],
    ['the submit button of somebody else', { ...message, text: undefined, value: { x: 1 } }],
    ['a reaction', { ...message, type: 'messageReaction' }],
    ['a press without an action', pressing({})],
    ['a press without data', pressing({ action: { verb: 'send' } })],
    ['a press without a verb', pressing({ action: { data: { who: 'x' } } })],
    ['a press whose verb is a number', pressing({ action: { data: { do: 7 } } })],
    ['a press whose record is an object', pressing({ action: { data: { do: 'send', record: {} } } })],
    ['a press without a value', pressing(undefined)],
    ['another invoke', { ...pressed, name: 'task/fetch' }],
    ['a press without a sender that Entra knows', { ...pressed, from }],
    ['an uninstallation', { ...installed, action: 'remove' }],
    ['a person who joins', { ...payload('members-added-channel'), membersAdded: [{ id: '29:1other' }] }],
  ])('%s', (_what, activity) => {
    expect(readActivity(activity)).toBeUndefined();
  });

  it('keeps a hostile input name harmless', () => {
    const data = JSON.parse('{"do":"send","__proto__":"x","constructor":"y","who":"z"}');
    const intent = readActivity(pressing({ action: { data } }));
    if (intent?.type !== 'press') throw new Error('Not a press');
    expect(intent.press.inputs.who).toBe('z');
    expect(Object.getPrototypeOf(intent.press.inputs)).toBe(Object.prototype);
  });
});
