import type { Client } from '../support/organisation.ts';
import { buttonsOf, press } from '../support/press.ts';
import {
  asks,
  BYPASS,
  opens,
  PAGE,
  requestsOf,
  twoSchools,
  typesOf,
  withForms,
} from '../support/staff-forms.ts';
import { signed } from '../support/transcript.ts';

const NOTHING = 'There is nothing here for you.';
const wordsTo = (client: Client): string =>
  client
    .inbox()
    .map(({ message }) => JSON.stringify(message))
    .join('\n');
const mine = async (client: Client): Promise<string> => {
  await client.say('my requests');
  return client.texts();
};

describe('a request goes', () => {
  it('to the first role, as a reference and nothing else, and opening it is written down first', async () => {
    const org = await twoSchools();
    const ada = await asks(org);
    const ivo = org.at('p-ivo');
    const [message] = ivo.inbox();
    expect(message?.message.notification).toMatch(
      /^Signpost: something needs you\. [0-9A-Z]{4}-[0-9A-Z]{4}$/,
    );
    expect(org.post.sent.map(({ to }) => to)).toEqual(['U000000019']);
    expect(wordsTo(ivo)).not.toMatch(/whales|Ada Bell|opened|filter/);
    await ivo.press('Open');
    expect(ivo.texts()).toContain('Asked by: Ada Bell, today 10:05');
    expect(ivo.texts()).toContain('Which page?: A page on whales');
    expect(ivo.texts()).toContain('Until when?: 26 November 2026');
    const [request] = await requestsOf(org, 'p-ada');
    expect(typesOf(request?.events ?? [])).toEqual(['RequestMade', 'RequestRead']);
    expect(request?.events[1]).toMatchObject({ by: 'p-ivo', at: org.clock.now() });
    expect(await mine(ada)).toContain('With the');
  });

  it('past whoever asked to the next role, and to nobody else', async () => {
    const org = await twoSchools();
    await asks(org, 'p-ivo', { ...PAGE, site: 'north' });
    expect(org.post.sent.map(({ to }) => to)).toEqual(['U000000010']);
    expect((await opens(org.at('p-iris'))).titles()).toContain('Approve');
  });

  it('to the independent roles when nobody holds one of its own', async () => {
    const org = await twoSchools({ doctor: withForms({ ...BYPASS, by: ['exams-officer'] }) });
    await asks(org);
    const [first] = org.policy.independent;
    const heads = org.directory.people.filter(({ roles }) =>
      roles.some(({ role, site }) => role === first && site === 'north'),
    );
    expect(heads.length).toBeGreaterThan(0);
    expect(org.post.sent.map(({ to }) => to)).toEqual(heads.map(({ slack }) => slack));
  });

  it('nowhere when nobody is left, and the asker is told at once whom to phone', async () => {
    const loaded = await twoSchools();
    const [first] = loaded.directory.people.filter(({ id }) => id === 'p-ada');
    if (first === undefined) throw new Error('Nobody is called p-ada');
    const org = await twoSchools({ directory: { people: [first] } });
    const ada = await asks(org);
    expect(ada.texts()).toContain(
      'Nobody here can be reached for this. Phone 01632 960310 (North school office).',
    );
    expect(wordsTo(ada)).toContain('Nobody here can be reached for this.');
  });

  it('to the next role at once when nothing reaches the first', async () => {
    const org = await twoSchools();
    org.post.hooks.fault = (to) =>
      to === 'U000000019' ? { type: 'unreachable', code: 'user_disabled' } : undefined;
    await asks(org);
    expect(org.at('p-iris').inbox()).toHaveLength(1);
    const [request] = await requestsOf(org, 'p-ada');
    expect(typesOf(request?.events ?? [])).toEqual(['RequestMade', 'NextCalled']);
  });

  it('to nobody outside working hours, and the asker is told when they hear of it', async () => {
    const org = await twoSchools({ start: '2026-11-27T19:00:00.000Z' });
    const ada = await asks(org, 'p-ada', { ...PAGE, 'field-until': '2026-12-04' });
    expect(ada.texts()).toContain('They hear of it 30 November 08:00.');
    expect(org.post.sent).toEqual([]);
    await org.advance({ hours: 61 });
    expect(org.post.sent.map(({ at }) => at)).toEqual(['2026-11-30T08:00:00.000Z']);
  });
});

describe('an answer', () => {
  it('yes is given without a reason, and reaches the asker silently, with nothing in the message', async () => {
    const org = await twoSchools();
    const ada = await asks(org);
    const ivo = await opens(org.at('p-ivo'));
    await ivo.press('Approve', { reason: 'For the science week.' });
    expect(ivo.texts()).toContain('Approved.');
    await org.settle();
    const news = ada.inbox().at(-1);
    expect(news?.message).toMatchObject({ silent: true });
    expect(news?.message.notification).toContain('Signpost: something to read.');
    expect(JSON.stringify(news)).not.toContain('science');
    await opens(ada);
    expect(ada.texts()).toContain('Approved.');
    expect(ada.texts()).toContain('Answered by: Ivo Stone, today 10:05');
    expect(ada.texts()).toContain('For the science week.');
    // The card of whoever was asked has no button left.
    expect(ivo.inbox().flatMap(({ message: { card } }) => buttonsOf(card))).toEqual([]);
  });

  it('no wants a reason, and the words typed stay', async () => {
    const org = await twoSchools();
    const ada = await asks(org);
    const ivo = await opens(org.at('p-ivo'));
    await ivo.press('Decline');
    expect(ivo.answer().type).toBe('keep-form');
    expect(ivo.texts()).toContain('Not saved yet. Please write a few words');
    await ivo.press('Decline', { reason: 'It has a chat on it.' });
    await org.settle();
    await opens(ada);
    expect(ada.texts()).toContain('Declined.');
    expect(ada.texts()).toContain('It has a chat on it.');
    expect(await mine(ada)).toContain('Declined.');
  });

  it('of two who press at once is one, and the other sees how things stand', async () => {
    const org = await twoSchools({ doctor: withForms({ ...BYPASS, by: ['dsl', 'it-lead'] }) });
    await asks(org);
    await org.advance({ hours: 48 });
    const [iris, ivo] = [await opens(org.at('p-iris')), await opens(org.at('p-ivo'))];
    const [yes, no] = [press(iris.card(), 'Approve'), press(ivo.card(), 'Decline', { reason: 'No.' })];
    await Promise.all([iris.send(yes), ivo.send(no)]);
    const [request] = await requestsOf(org, 'p-ada');
    const given = typesOf(request?.events ?? []).filter((type) => /Approved|Declined/.test(type));
    expect(given).toHaveLength(1);
    const [first, second] = given[0] === 'RequestApproved' ? [iris, ivo] : [ivo, iris];
    expect(second.texts()).toContain('That was done already. Here is how things stand now.');
    expect(second.texts()).toContain(given[0] === 'RequestApproved' ? 'Approved.' : 'Declined.');
    expect(second.titles()).toEqual(['Hide']);
    expect(first.texts()).not.toContain('already');
  });

  it('of a task is a word on what was done, or why it is not for them', async () => {
    const org = await twoSchools();
    const ada = org.at('p-ada');
    for (const [button, said, standing] of [
      ['Done', 'Locked from here.', 'Done.'],
      ['Not for us, because', 'It is the office that insures it.', 'Not done, because it is not for them.'],
    ] as const) {
      await ada.say('lost device');
      await ada.press('Send', { 'field-what': `A tablet (${button})` });
      await org.settle();
      const ivo = await opens(org.at('p-ivo'));
      await ivo.press(button);
      expect(ivo.texts()).toContain('Please write a few words');
      await ivo.press(button, { done: said });
      await org.settle();
      await opens(ada);
      expect(ada.texts()).toContain(standing);
      expect(ada.texts()).toContain(said);
    }
    expect(
      (await requestsOf(org, 'p-ada')).flatMap(({ events }) => typesOf(events).slice(-1)).sort(),
    ).toEqual(['RequestDeclined', 'RequestDone']);
  });
});

describe('nobody else', () => {
  it('can open it, answer it or learn that it is there, whatever they press', async () => {
    const org = await twoSchools();
    const ada = await asks(org);
    const [request] = await requestsOf(org, 'p-ada');
    const inputs = { reason: 'x', done: 'x' };
    const verbs = ['open', 'approve', 'decline', 'done', 'not-ours', 'ended', 'hide'].map(
      (verb) => `asked.${verb}`,
    );
    for (const other of ['p-ben', 'p-vera', 'p-iris', 'p-ada'])
      for (const verb of verbs) {
        const client = org.at(other);
        await client.send(signed({ do: verb, record: request?.id }, inputs));
        expect([other, verb, client.texts()]).toEqual([other, verb, NOTHING]);
      }
    for (const verb of ['ask.open', 'ask.hide']) {
      const ivo = org.at('p-ivo');
      await ivo.send(signed({ do: verb, record: request?.id }));
      expect(ivo.texts()).toBe(NOTHING);
    }
    expect(await mine(org.at('p-ben'))).toBe('You have asked for nothing yet.');
    expect(await mine(ada)).toContain(BYPASS.title);
    expect((await requestsOf(org, 'p-ada'))[0]?.events).toHaveLength(1);
  });

  it('can answer under another kind of record', async () => {
    const org = await twoSchools();
    const ivo = org.at('p-ivo');
    await ivo.send(signed({ do: 'asked.open', record: org.deps().keyring.recordId('directory') }));
    expect(ivo.texts()).toBe(NOTHING);
  });
});
