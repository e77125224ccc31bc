import type { Answer, Intent } from '../../../src/application/intent.ts';
import { readActivity } from '../../../src/channels/teams/read-activity.ts';
import { teams } from '../../../src/channels/teams/teams.ts';
import { capturedLog } from '../../support/captured-log.ts';
import { type FakeConnector, startFakeConnector } from '../../support/fake-connector.ts';
import { startFileHost } from '../../support/file-host.ts';
import { cardSaying, payload, TENANT, WORDS } from '../../support/teams.ts';

const html = (content: unknown) => ({ attachments: [{ contentType: 'text/html', content }] });
const kind = (contentType: string) => ({ attachments: [{ contentType, contentUrl: 'https://x.example/1' }] });
const emoji = '<img itemtype="http://schema.skype.com/Emoji" src="https://x.example/sad.png">';
const typeOf = (changes: object, name = 'message-personal') =>
  readActivity({ ...payload(name), ...changes })?.type;

describe('a file or a picture in a message of Teams', () => {
  it.each(['file-personal', 'picture-personal', 'picture-channel'])(
    '%s is an upload, and no more',
    (name) => {
      const intent = readActivity(payload(name));
      expect(intent).toMatchObject({ type: 'upload', view: false });
      expect(Object.keys(intent ?? {}).toSorted()).toEqual(['from', 'place', 'type', 'view']);
      expect(JSON.stringify(intent)).not.toMatch(/Robin|hostedContents|download|look/i);
    },
  );

  it.each<readonly [string, object]>([
    ['a picture', kind('image/png')],
    ['a video', kind('video/mp4')],
    ['a sound', kind('audio/ogg')],
    ['a document', kind('application/pdf')],
    ['a file of another cloud', kind('reference')],
    ['a picture within the words', html('<p>See <img src="https://x.example/1"></p>')],
    ['a picture after an emoji', html(`<p>${emoji}<img src="https://x.example/1"></p>`)],
    ['a file within the words', html('<attachment id="00000000-0000-0000-0000-0000000000f1"></attachment>')],
  ])('%s is an upload, with words or without', (_what, changes) => {
    expect(typeOf(changes)).toBe('upload');
    expect(typeOf({ ...changes, text: null })).toBe('upload');
  });

  it.each<readonly [string, object]>([
    ['words alone', {}],
    ['no list at all', { attachments: null }],
    ['the same words with their markup', html('<p>report concern</p>')],
    ['an emoji', html(`<p>report concern ${emoji}</p>`)],
    ['a quoted message', html('<attachment id="1795252631644"></attachment><p>report concern</p>')],
    ['a quoted message by name', kind('messageReference')],
    ['a card of another app', kind('application/vnd.microsoft.card.adaptive')],
    ['something without a kind', { attachments: [null, 7, {}, { contentType: 9 }] }],
    ['markup that is none', html({ img: '<img>' })],
  ])('%s is what was typed', (_what, changes) => {
    expect(typeOf(changes)).toBe('say');
  });

  it('an emoji, as Teams sends it, stops no report', () => {
    expect(readActivity(payload('emoji-personal'))).toMatchObject({ type: 'say', text: 'report concern' });
  });
});

describe('an upload that arrives', () => {
  let connector: FakeConnector;
  let host: Awaited<ReturnType<typeof startFileHost>>;
  beforeEach(async () => {
    [connector, host] = await Promise.all([startFakeConnector(), startFileHost()]);
  });
  afterEach(() => Promise.all([connector.close(), host.close()]));

  it.each(['file-personal', 'picture-personal', 'picture-channel'])(
    '%s is answered where it was sent, and nobody goes to where the file lies',
    async (name) => {
      const intents: Intent[] = [];
      const log = capturedLog();
      const refused = cardSaying('We did not take that');
      const { receive } = teams({
        app: { type: 'local' },
        tenants: [TENANT],
        handle: async (intent): Promise<Answer> => {
          intents.push(intent);
          return { type: 'card', card: refused };
        },
        log,
        ...WORDS,
        timeoutMs: 2_000,
      });
      const body = { ...host.holding(payload(name)), serviceUrl: connector.url };
      expect(JSON.stringify(body)).toContain(host.url);
      expect(await receive(body, '')).toEqual({ status: 200 });
      expect(intents.map(({ type }) => type)).toEqual(['upload']);
      expect(connector.arrived).toHaveLength(1);
      expect(JSON.stringify(connector.arrived[0]?.body)).toContain('We did not take that');
      expect(host.fetched).toEqual([]);
      expect(JSON.stringify([intents, log.lines])).not.toContain(host.url);
      // The host is there for whoever does come.
      await fetch(`${host.url}/control`);
      expect(host.fetched).toEqual(['/control']);
    },
  );
});

describe('what was typed behind a report in a channel', () => {
  const saying = (text: string) => readActivity({ ...payload('message-channel'), text, entities: [] });
  it.each([
    ['report concern', undefined],
    ['Report concern!', undefined],
    ['report', undefined],
    ['concern', undefined],
    ['report concern Robin has a bruise', true],
    ['concern about Robin', true],
  ])('%s: more is %s, and is not taken', (text, more) => {
    const intent = saying(text);
    expect(intent).toMatchObject({ type: 'say', text: 'report concern' });
    expect(intent?.type === 'say' ? intent.more : 'none').toBe(more);
    expect(JSON.stringify(intent)).not.toContain('Robin');
  });
});
