import { startCalendar } from '../../src/application/duties/mornings.ts';
import { Instant, PersonId } from '../../src/domain/ids.ts';
import { report } from '../support/concern.ts';
import { type Options, type Organisation, organisation } from '../support/organisation.ts';

const LEADS = ['p-iris', 'p-nadia', 'p-owen', 'p-lena'];

async function begun(options: Options = {}): Promise<Organisation> {
  const org = await organisation('two-schools', {
    ...options,
    doctor: (deps) => ({
      ...deps,
      policy: { ...deps.policy, duties: [], training: [], review: { ...deps.policy.review, due: null } },
    }),
  });
  await startCalendar(org.deps());
  await org.settle();
  return org;
}

/** The moments at which somebody was sent the card of a morning. */
const sentTo = (org: Organisation, id: string): readonly string[] =>
  org.post
    .reached(org.boxesOf(id))
    .filter(({ type, message }) => type === 'send' && org.drawn.get(message.card) === 'today-message')
    .map(({ at }) => at.slice(0, 16));
const cardOf = (org: Organisation, id: string): string =>
  JSON.stringify(
    org.post
      .reached(org.boxesOf(id))
      .findLast(({ message }) => org.drawn.get(message.card) === 'today-message')?.message,
  );

describe('the card of a morning', () => {
  it('comes to every lead each working morning, and to nobody on the first day', async () => {
    const org = await begun();
    expect(LEADS.flatMap((id) => sentTo(org, id))).toEqual([]);
    await org.advance({ hours: 24 * 7 });
    for (const id of LEADS)
      expect(sentTo(org, id)).toEqual(
        ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'].map((day) => `${day}T09:00`),
      );
    expect(cardOf(org, 'p-iris')).toContain('Your day, Tuesday 1 December');
    expect(cardOf(org, 'p-iris')).toContain('Nothing is waiting.');
  });

  it('comes to whoever may only come to work on a case when one waits for them', async () => {
    const org = await begun();
    await report(org, 'p-ada', { adult: 'yes', adults: 'p-iris' });
    await org.advance({ hours: 24 });
    expect(sentTo(org, 'p-vera')).toHaveLength(1);
    expect(sentTo(org, 'p-hugh')).toEqual([]);
    expect(sentTo(org, 'p-ada')).toEqual([]);
    expect(cardOf(org, 'p-iris')).toContain('Nothing is waiting.');
  });

  it('says how much waits, and nothing of what', async () => {
    const org = await begun();
    const id = await report(org, 'p-ada');
    await org.advance({ hours: 24 });
    const card = cardOf(org, 'p-iris');
    expect(card).toContain('1 thing cannot wait.');
    expect(card).toContain('Safeguarding: something needs you. ');
    expect(card).not.toMatch(new RegExp(`Robin|told someone|${id}`));
    const iris = org.at('p-iris');
    await iris.press('Open Today');
    expect(iris.texts()).toContain('Today, Wednesday 25 November');
  });

  it('is quiet where nothing presses', async () => {
    const org = await begun();
    await org.advance({ hours: 24 });
    expect(cardOf(org, 'p-iris')).toContain('"silent":true');
    expect(cardOf(org, 'p-iris')).toContain('Signpost: something to read. ');
  });

  it('comes on no day that is closed, and begins again after the holidays', async () => {
    const org = await begun({ start: '2026-12-17T10:05:00.000Z' });
    await org.advance({ hours: 24 * 20 });
    expect(sentTo(org, 'p-iris').map((at) => at.slice(0, 10))).toEqual([
      '2026-12-18',
      '2027-01-04',
      '2027-01-05',
      '2027-01-06',
    ]);
  });

  it('comes once, however often the bot is started anew', async () => {
    const org = await begun();
    org.clock.move({ hours: 23 });
    for (let n = 0; n < 3; n += 1) {
      org.restart();
      await startCalendar(org.deps());
      await org.settle();
    }
    expect(sentTo(org, 'p-iris')).toEqual(['2026-11-25T09:05']);
  });

  it('comes once when the bot was stopped between planning and sending', async () => {
    const org = await begun();
    org.post.hooks.fault = () => ({ type: 'not-sent', code: 'down' });
    org.clock.move({ hours: 23 });
    await org.settle();
    expect(sentTo(org, 'p-iris')).toEqual([]);
    org.post.hooks.fault = undefined;
    org.restart();
    await org.advance({ minutes: 10 });
    expect(sentTo(org, 'p-iris')).toHaveLength(1);
  });

  it('is not sent when its day is over', async () => {
    const org = await begun();
    // Down over the whole of Wednesday, from its morning on; up again on Thursday before work.
    org.clock.move({ hours: 42 });
    await org.settle();
    await org.advance({ hours: 8 });
    expect(sentTo(org, 'p-iris').map((at) => at.slice(0, 10))).toEqual(['2026-11-26']);
  });

  it('is not for somebody who is away', async () => {
    const nadia = PersonId.parse('p-nadia');
    const away = {
      person: nadia,
      by: nadia,
      from: Instant.parse('2026-11-25T00:00:00.000Z'),
      until: Instant.parse('2026-11-26T00:00:00.000Z'),
    };
    const { directory } = await organisation('two-schools');
    const org = await begun({ directory: { ...directory, absences: [away] } });
    await org.advance({ hours: 48 });
    expect(sentTo(org, 'p-nadia').map((at) => at.slice(0, 10))).toEqual(['2026-11-26']);
    expect(sentTo(org, 'p-iris')).toHaveLength(2);
  });
});
