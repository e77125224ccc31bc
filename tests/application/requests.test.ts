import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { buttonsOf, press } from '../support/press.ts';
import { BYPASS, LOST, requestsOf, typesOf, withForms } from '../support/staff-forms.ts';
import { signed } from '../support/transcript.ts';

const NOTHING = 'There is nothing here for you.';
const PAGE = { 'field-site': 'A page on whales', 'field-until': '2026-11-26' };
/** IT is Ivo at both schools; Iris leads safeguarding at north, Owen at south. */
const twoSchools = (options = {}) =>
  organisation('two-schools', { doctor: withForms(BYPASS, LOST), ...options });

async function asks(org: Organisation, who = 'p-ada', typed: Readonly<Record<string, string>> = PAGE) {
  const client = org.at(who);
  await client.say('unblock');
  await client.press('Send', typed);
  await org.settle();
  return client;
}
const wordsTo = (client: Client): string =>
  client
    .inbox()
    .map(({ message }) => JSON.stringify(message))
    .join('\n');
const openOf = (client: Client) => {
  const message = client.inbox().findLast(({ message: { card } }) => buttonsOf(card).length > 0);
  if (message === undefined) throw new Error('No message with a button');
  return message.message.card;
};
/** Opens the newest message with a button, whatever is on the screen. */
const opens = async (client: Client) => {
  await client.send(press(openOf(client), 'Open'));
  return client;
};
const mine = async (client: Client): Promise<string> => {
  await client.say('my requests');
  return client.texts();
};

describe('the list of what can be asked for', () => {
  it('is one press from help and from the App Home, and is typed as "forms"', async () => {
    const org = await twoSchools();
    const ada = org.at('p-ada');
    await ada.home();
    await ada.press('Ask for something or pass it on');
    const fromHome = ada.titles();
    await ada.say('help');
    await ada.press('Ask for something or pass it on');
    expect(ada.titles()).toEqual(fromHome);
    await ada.say('forms');
    expect(ada.titles()).toEqual([BYPASS.title, LOST.title, 'My requests']);
    await ada.press(LOST.title);
    expect(ada.texts()).toContain('Phone the office too.');
  });

  it('says that there is none where the policy has none, and help does not offer it', async () => {
    const org = await twoSchools({ doctor: withForms() });
    const ada = org.at('p-ada');
    await ada.say('forms');
    expect(ada.texts()).toContain('nothing to ask for here');
    await ada.say('help');
    expect(ada.titles()).not.toContain('Ask for something or pass it on');
  });

  it.each(['lost device', 'lost-device', LOST.title.toLowerCase()])('opens at once for %s', async (said) => {
    const org = await twoSchools();
    const ada = org.at('p-ada');
    await ada.say(said);
    expect(ada.titles()).toEqual(['Send', 'Not now']);
    expect(ada.texts()).toContain('Why? Invented policy, section 9');
  });

  it('stands in no shared place, and keeps nothing that is not sent', async () => {
    const org = await twoSchools();
    const ada = org.at('p-ada');
    await ada.say('lost device');
    await ada.press('Not now');
    expect(ada.texts()).toContain('Nothing was sent');
    await ada.say('lost device');
    await ada.send(press(ada.card(), 'Send', { 'field-what': 'A tablet' }), false);
    expect(ada.texts()).toBe('Please ask me that in your own chat with me.');
    expect(await requestsOf(org, 'p-ada')).toEqual([]);
  });
});

describe('a form', () => {
  it('says what to do and what not, and keeps every word of one that is not complete', async () => {
    const org = await twoSchools();
    const ada = org.at('p-ada');
    await ada.say('open a page');
    expect(ada.texts()).toContain('Say what you will teach with it.');
    expect(ada.texts()).toContain('Do not\nDo not go around the filter.');
    await ada.press('Send', { 'field-purpose': 'A lesson on whales' });
    expect(ada.answer().type).toBe('keep-form');
    expect(ada.texts()).toContain('Please fill in: Which page? and Until when?');
    expect(JSON.stringify(ada.card())).toContain('A lesson on whales');
    await ada.press('Send', PAGE);
    expect(ada.texts()).toContain('Saved and sent');
    expect(ada.texts()).toContain('What is it for?: A lesson on whales');
  });

  it.each([
    ['2026-11-23', 'That day is over.'],
    ['next week', 'Choose a day from the calendar.'],
  ])('refuses %s as the last day, in words, and sends nothing', async (day, said) => {
    const org = await twoSchools();
    const ada = await asks(org, 'p-ada', { ...PAGE, 'field-until': day });
    expect(ada.texts()).toContain(said);
    expect(JSON.stringify(ada.card())).toContain('A page on whales');
    expect(org.post.sent).toEqual([]);
    expect(await requestsOf(org, 'p-ada')).toEqual([]);
  });

  it('takes only as much as every reader can be shown', async () => {
    const org = await twoSchools();
    const ada = await asks(org, 'p-ada', { ...PAGE, 'field-site': 'x'.repeat(1001) });
    expect(ada.texts()).toContain('takes 1000 characters');
    for (const letter of ['語', '"']) {
      const long = { 'field-site': letter.repeat(1000), 'field-purpose': letter.repeat(1000) };
      const again = await asks(org, 'p-ada', { ...PAGE, ...long });
      expect(again.texts()).toContain('Saved and sent');
    }
  });

  it('asks people of several sites which one it is for', async () => {
    const org = await twoSchools();
    const rosa = await asks(org, 'p-rosa', PAGE);
    expect(rosa.texts()).toContain('Choose the site.');
    await rosa.press('Send', { site: 'south' });
    await org.settle();
    expect(rosa.texts()).toContain('Saved and sent');
    expect((await opens(org.at('p-ivo'))).texts()).toContain('For South Primary School.');
  });

  it('sent twice gives the same answer, also after a restart, and with other words is another request', async () => {
    const org = await twoSchools();
    const ada = org.at('p-ada');
    await ada.say('unblock');
    const send = press(ada.card(), 'Send', PAGE);
    const other = press(ada.card(), 'Send', { ...PAGE, 'field-site': 'A page on sharks' });
    await Promise.all([ada.send(send), ada.send(send)]);
    const first = ada.texts();
    org.restart();
    await org.settle();
    await ada.send(send);
    expect(ada.texts()).toBe(first);
    await org.advance({ hours: 168 });
    await ada.send(send);
    expect(ada.texts()).toContain('went by without an answer');
    expect((await requestsOf(org, 'p-ada')).map(({ events }) => typesOf(events)[0])).toEqual(['RequestMade']);
    await ada.send({ ...other, inputs: { ...other.inputs, 'field-until': '2026-12-04' } });
    expect(await requestsOf(org, 'p-ada')).toHaveLength(2);
  });

  it('that cannot be saved gives every word back, and is sent by trying again', async () => {
    const isBroken = { now: false };
    const org = await organisation('two-schools', {
      doctor: (deps) => ({
        ...withForms(BYPASS)(deps),
        store: {
          ...deps.store,
          commit: (change) => (isBroken.now ? Promise.reject(new Error('disk')) : deps.store.commit(change)),
        },
      }),
    });
    const ada = org.at('p-ada');
    await ada.say('unblock');
    isBroken.now = true;
    await ada.press('Send', PAGE);
    expect(ada.texts()).toContain('Not saved yet. Your words are still here.');
    isBroken.now = false;
    await ada.press('Try again');
    expect(ada.texts()).toContain('Saved and sent');
    expect(ada.texts()).toContain('A page on whales');
  });
});

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
