import { intentHandler } from '../../src/application/handle-intent.ts';
import type { Intent } from '../../src/application/intent.ts';
import { textsOf } from '../support/check-card.ts';
import { type Organisation, organisation } from '../support/organisation.ts';

const TAKE_AWAY =
  'Please delete that message if it is about a child or an adult here. Tell me in our own chat.';
const SENT = 'I have sent it to your own chat with me. Please go on there.';
const ASK = 'Please ask me that in your own chat with me.';
const REFUSED = 'We did not take that. Please tell me in words, in our own chat.';
const NAME = 'robin vale';

let org: Organisation;
beforeEach(async () => {
  org = await organisation('two-schools');
});

type Said = Partial<Extract<Intent, { type: 'say' }>>;

/** In a channel of Teams, as Ada: the one answer there, and what came to her own chat. */
async function inChannel(said: Said | 'upload', isKnown = true) {
  const { person } = org.at('p-ada');
  const to = { serviceUrl: 'http://127.0.0.1', tenant: 't', conversation: 'chat-p-ada' };
  const from = {
    platform: 'teams' as const,
    account: person.teams ?? '',
    ...(isKnown && { address: { platform: 'teams' as const, to } }),
  };
  const channel = {
    platform: 'teams' as const,
    to: { serviceUrl: 'http://127.0.0.1', conversation: '19:x' },
  };
  const asked = { from, place: { type: 'shared', channel }, view: false } as const;
  const intent: Intent =
    said === 'upload' ? { type: 'upload', ...asked } : { type: 'say', text: '', ...said, ...asked };
  const answer = await intentHandler(org.deps())(intent);
  await org.settle();
  if (answer.type === 'nothing') throw new Error('Nothing was answered in the channel');
  return {
    there: textsOf(answer.card),
    inChat: org
      .at('p-ada', 'teams')
      .inbox()
      .map(({ message }) => textsOf(message.card)[0]),
  };
}

describe('what is typed at the bot where others read', () => {
  it.each<[string, Said]>([
    ['a story', { text: `${NAME} came in with a bruise` }],
    ['a story behind "report concern"', { text: 'report concern', more: true }],
    ['a story behind "report a concern"', { text: `report a concern about ${NAME}` }],
  ])('%s: one line asks to take it away, and the form waits in their own chat', async (_what, said) => {
    expect(await inChannel(said)).toEqual({ there: [TAKE_AWAY], inChat: ['Report in progress'] });
  });

  it.each<[string, string, readonly string[]]>([
    ['report concern', SENT, ['Report in progress']],
    ['my reports', ASK, []],
    ['contacts', ASK, []],
    ['what do i do if', ASK, []],
    ['', ASK, []],
    [`contacts ${NAME}`, TAKE_AWAY, []],
    [`what do i do if ${NAME} cries`, TAKE_AWAY, []],
  ])('"%s" gets one line, and nothing of ours', async (text, line, inChat) => {
    expect(await inChannel({ text })).toEqual({ there: [line], inChat });
  });

  it('keeps nothing of the words, in no record, message or log line', async () => {
    const text = `${NAME} came in with a bruise`;
    const commits: string[] = [];
    const { store } = org;
    const commit = store.commit.bind(store);
    store.commit = (change) => {
      commits.push(JSON.stringify(change));
      return commit(change);
    };
    await inChannel({ text });
    expect(commits.length).toBeGreaterThan(0);
    expect(JSON.stringify([commits, org.post.sent, org.log.lines])).not.toMatch(/robin|vale|bruise/i);
  });

  it('is answered there too where no private address is known', async () => {
    expect(await inChannel({ text: 'something is wrong' }, false)).toEqual({
      there: [TAKE_AWAY],
      inChat: [],
    });
  });

  it('a picture is refused in one line, and the form waits in their own chat', async () => {
    expect(await inChannel('upload')).toEqual({ there: [REFUSED], inChat: ['Report in progress'] });
    expect(org.log.lines).toContainEqual(expect.objectContaining({ event: 'upload-refused', code: 'teams' }));
  });
});

describe('a file in one’s own chat', () => {
  it('is refused with what to do about an image, and leaves a count and nothing else', async () => {
    const { person } = org.at('p-ada');
    const from = { platform: 'slack' as const, account: person.slack ?? '' };
    const answer = await intentHandler(org.deps())({
      type: 'upload',
      from,
      place: { type: 'private' },
      view: false,
    });
    const texts = answer.type === 'nothing' ? [] : textsOf(answer.card);
    expect(texts[0]).toBe('We did not take that');
    expect(texts).toContain('Do not send a picture, a video or a file. We will never ask for one.');
    expect(texts).toContain(
      'Do not look at the image. Do not copy, print, save, share or delete it, or send it to anyone.',
    );
    expect(texts).toContain('Report a concern');
    expect(org.log.lines.map(({ event }) => event)).toEqual(['upload-refused', 'intent-upload']);
    expect((await org.store.openCases()).items).toEqual([]);
    expect(org.post.sent).toEqual([]);
  });

  it('of somebody who is not known here is not even refused in particular', async () => {
    const from = { platform: 'slack' as const, account: 'U-nobody' };
    const place = { type: 'private' as const };
    const answer = await intentHandler(org.deps())({ type: 'upload', from, place, view: false });
    expect(answer.type === 'card' && org.drawn.get(answer.card)).toBe('not-known');
  });
});
