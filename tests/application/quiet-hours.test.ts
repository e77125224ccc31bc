import { startCalendar } from '../../src/application/duties/mornings.ts';
import { report } from '../support/concern.ts';
import { duty, sentTo, standing, withDuties } from '../support/duties.ts';
import { organisation } from '../support/organisation.ts';

const NIGHT = '2026-11-24T21:00:00.000Z';
const TRAINING = 'Training: something is due.';

describe('at nine in the evening', () => {
  it('a nudge waits for the working day, and an urgent alert goes at once', async () => {
    const org = await organisation('two-schools', { start: NIGHT });
    await startCalendar(org.deps());
    await org.settle();
    const ada = org.at('p-ada');
    await ada.say('report concern');
    await ada.press('In danger now');
    await ada.press('Tell the safeguarding lead now');
    await org.advance({ minutes: 5 });
    const urgent = 'Safeguarding: urgent, please open now.';
    const alerts = org.post.sent.filter(({ message }) => message.notification.startsWith(urgent));
    expect(alerts[0]?.at).toBe(NIGHT);
    expect(org.post.sent.filter(({ message }) => message.notification === TRAINING)).toEqual([]);
    expect(sentTo(org, 'p-iris')).toEqual([]);
    await org.advance({ hours: 12 });
    expect(sentTo(org, 'p-ada', TRAINING)).toEqual(['2026-11-25T08:00']);
    expect(sentTo(org, 'p-iris')).toEqual(['2026-11-25T08:00']);
  });

  it('a reminder that was asked for at night comes in the day', async () => {
    const org = await organisation('two-schools');
    await startCalendar(org.deps());
    await org.settle();
    await org.advance({ hours: 11 });
    await org.at('p-ada').press('Remind me next week');
    await org.advance({ hours: 24 * 10 });
    expect(sentTo(org, 'p-ada', TRAINING)).toEqual(['2026-11-24T10:05', '2026-12-01T09:00']);
  });

  it('an ordinary report is told to its lead, whatever the hour', async () => {
    const org = await organisation('two-schools', { start: NIGHT });
    await report(org, 'p-ada');
    await org.settle();
    expect(org.post.sent.some(({ message }) => message.notification.startsWith('Safeguarding'))).toBe(true);
  });

  it('what is done then brings the cards up to date at once, and tells others in the morning', async () => {
    const org = await withDuties('two-schools', [duty({ owner: 'it-lead', tell: ['headteacher'] })]);
    await org.advance({ hours: 11 });
    const ivo = org.at('p-ivo');
    await ivo.press('Do it now');
    await ivo.press('It is done');
    const since = org.post.sent.length;
    await org.settle();
    expect(standing(org, 'p-ivo')[0]).toContain('It was done on 24 November 2026.');
    expect(org.post.sent.slice(since).map(({ type }) => type)).not.toContain('send');
    await org.advance({ hours: 24 });
    const told = org.post.sent
      .slice(since)
      .filter(({ type, message }) => type === 'send' && org.drawn.get(message.card) !== 'today-message');
    expect(told.map(({ at }) => at.slice(0, 16))).toEqual(['2026-11-25T08:00', '2026-11-25T08:00']);
  });
});
