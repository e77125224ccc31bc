import { sentTo, standing, withDuties } from '../support/duties.ts';
import { press } from '../support/press.ts';

const WORDS = 'The filter now blocks one more site.';
const news = (org: Awaited<ReturnType<typeof withDuties>>) =>
  org.post.sent.filter(
    ({ message }) =>
      message.notification.startsWith('Signpost: something to read.') &&
      org.drawn.get(message.card) !== 'today-message',
  );

describe('what a lead tells all staff', () => {
  const written = async (start?: string) => {
    const org = await withDuties('two-schools', [], start === undefined ? {} : { start });
    const iris = org.at('p-iris');
    await iris.say('duties');
    await iris.press('Write to all staff');
    return { org, iris };
  };

  it('reaches everybody of the sites they lead, and says nothing on the outside', async () => {
    const { org, iris } = await written();
    expect(iris.texts()).toContain('Do not name a learner or a colleague');
    await iris.press('Send it to all staff', { text: WORDS });
    expect(iris.texts()).toBe('Sent. It goes to 11 people, in working hours.');
    await org.settle();
    const reached = org.directory.people.filter(({ id }) => standing(org, id).length > 0);
    const north = org.directory.people.filter(({ roles }) => roles.some(({ site }) => site === 'north'));
    expect(reached.map(({ id }) => id)).toEqual(north.map(({ id }) => id).filter((id) => id !== 'p-iris'));
    expect(JSON.stringify(org.post.sent)).not.toContain(WORDS);
    expect(standing(org, 'p-ada')).toEqual([
      'There is something to read from the safeguarding lead, 24 November 2026.',
    ]);
    const ada = org.at('p-ada');
    await ada.press('Read it');
    expect(ada.texts()).toContain(WORDS);
  });

  it('is kept, and listed for those it went to', async () => {
    const { org, iris } = await written();
    await iris.press('Send it to all staff', { text: WORDS });
    await org.settle();
    await iris.say('duties');
    expect(iris.texts()).toContain('24 November 2026, from the safeguarding lead.');
    await iris.press('Read it');
    expect(iris.texts()).toContain(WORDS);
    const finn = org.at('p-finn');
    await finn.say('duties');
    expect(finn.texts()).not.toContain('from the safeguarding lead');
  });

  it('is sent once, however often it is pressed', async () => {
    const { org, iris } = await written();
    const send = press(iris.card(), 'Send it to all staff', { text: WORDS });
    await Promise.all([1, 2, 3].map(() => org.at('p-iris').send(send)));
    await org.settle();
    await org.advance({ hours: 24 });
    expect(news(org)).toHaveLength(11);
  });

  it('is not sent empty, and not by anybody else', async () => {
    const { org, iris } = await written();
    const send = press(iris.card(), 'Send it to all staff', { text: WORDS });
    await iris.press('Send it to all staff', { text: ' ' });
    expect(iris.texts()).toContain('Not sent yet. Write a few words.');
    const ada = org.at('p-ada');
    await ada.send(send);
    expect(ada.texts()).toBe('There is nothing here for you.');
    await org.settle();
    expect(news(org)).toEqual([]);
  });

  it('is for those it went to: nobody of another school reads it', async () => {
    const { org, iris } = await written();
    await iris.press('Send it to all staff', { text: WORDS });
    await org.settle();
    const read = press(org.at('p-ada').card(), 'Read it');
    const finn = org.at('p-finn');
    await finn.send(read);
    expect(finn.texts()).toBe('There is nothing here for you.');
  });

  it('waits for the morning when it is written at night', async () => {
    const { org, iris } = await written('2026-11-24T21:00:00.000Z');
    await iris.press('Send it to all staff', { text: WORDS });
    await org.advance({ hours: 10 });
    expect(news(org)).toEqual([]);
    await org.advance({ hours: 2 });
    expect(new Set(news(org).map(({ at }) => at.slice(0, 16)))).toEqual(new Set(['2026-11-25T08:00']));
    expect(sentTo(org, 'p-ada')).toEqual([]);
  });

  it('reaches those who meet the bot in the two weeks after', async () => {
    const org = await withDuties('two-schools', [], { platforms: ['teams'] });
    const iris = org.at('p-iris', 'teams');
    await iris.join();
    await iris.say('duties');
    await iris.press('Write to all staff');
    await iris.press('Send it to all staff', { text: WORDS });
    await org.advance({ hours: 24 });
    expect(news(org)).toEqual([]);
    await org.at('p-ada', 'teams').join();
    await org.advance({ hours: 24 * 20 });
    expect(news(org).map(({ to }) => to)).toEqual(['chat-p-ada']);
    expect(await org.store.due(org.later(24 * 400), 'bulk', 100)).toHaveLength(1);
  });
});
