import { organisation } from '../support/organisation.ts';
import { press } from '../support/press.ts';
import {
  asks,
  BYPASS,
  LOST,
  opens,
  PAGE,
  requestsOf,
  twoSchools,
  typesOf,
  withForms,
} from '../support/staff-forms.ts';

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
