import { duty, sentTo, standing, toldOf, withDuties } from '../support/duties.ts';
import { buttonsOf, press } from '../support/press.ts';

const REVIEW = duty({
  checklist: [
    { id: 'iwf', text: 'Is the list blocked?' },
    { id: 'open', text: 'Can learners reach what they need?' },
  ],
  onNo: 'it-lead',
  evidence: true,
});
const ANSWERS = { 'q-iwf': 'yes', 'q-open': 'yes', evidence: 'The report is in the folder.' };

describe('a duty of the calendar', () => {
  it('comes to whoever holds the role, with the day and how late it is', async () => {
    const org = await withDuties('two-schools', [duty()]);
    expect(toldOf(org)).toEqual(['p-iris', 'p-owen']);
    expect(standing(org, 'p-iris')).toEqual([
      'Review of the filter. It was due on 1 September 2026. It is 84 days late.\nFor North Primary School.',
    ]);
    expect(buttonsOf(org.at('p-iris').card()).map(({ title }) => title)).toEqual([
      'Do it now',
      'Who does this?',
      'Why?',
    ]);
  });

  it('says who does it and why, when asked', async () => {
    const org = await withDuties('one-school', [duty({ owner: 'headteacher' })]);
    const iris = org.at('p-iris');
    await iris.press('Who does this?');
    expect(iris.texts()).toContain('This is for the headteacher: Iris Kay.');
    expect(iris.texts()).not.toContain('section 7.2');
    await iris.press('Why?');
    expect(iris.texts()).toContain('Why? section 7.2');
  });

  it('says so when the organisation set the interval, and not the policy', async () => {
    const set = 'The policy gives no interval; every 12 months was set by Larch Junior School.';
    const silent = { every: null, otherwise: 'P12M' };
    const org = await withDuties('one-school', [duty({ owner: 'headteacher', ...silent })]);
    expect(standing(org, 'p-iris')[0]).toContain(set);
    const plain = await withDuties('one-school', [duty({ owner: 'headteacher' })]);
    expect(standing(plain, 'p-iris')[0]).not.toContain('interval');
  });

  it('comes ahead, on the day, and weekly while it is late; an earlier card points to the newer one', async () => {
    const org = await withDuties('one-school', [
      duty({ owner: 'headteacher', first: '2026-12-15', ahead: 14 }),
    ]);
    await org.advance({ hours: 24 * 7 });
    expect(sentTo(org, 'p-iris')).toEqual(['2026-12-01T09:00']);
    await org.advance({ hours: 24 * 29 });
    expect(sentTo(org, 'p-iris')).toEqual(['01', '15', '22', '29'].map((day) => `2026-12-${day}T09:00`));
    expect(standing(org, 'p-iris')).toEqual([
      ...Array.from({ length: 3 }, () => 'There is a newer card for this.'),
      'Review of the filter. It was due on 15 December 2026. It is 15 days late.',
    ]);
  });

  it('waits over weekends and holidays for the next working morning', async () => {
    const org = await withDuties('two-schools', [duty({ owner: 'it-lead', first: '2026-12-19' })]);
    await org.advance({ hours: 24 * 60 });
    // 19 December is a Saturday; both schools are closed until 4 January.
    expect(sentTo(org, 'p-ivo').slice(0, 2)).toEqual(['2027-01-04T09:00', '2027-01-11T09:00']);
  });

  it('is done with every question answered and a word on the evidence, and refused before', async () => {
    const org = await withDuties('two-schools', [REVIEW]);
    const iris = org.at('p-iris');
    await iris.press('Do it now');
    expect(iris.texts()).toContain('Is the list blocked?');
    await iris.press('It is done', { 'q-iwf': 'yes', evidence: 'In the folder.' });
    expect(iris.answer().type).toBe('keep-form');
    expect(iris.texts()).toContain('Answer every question with yes or no. Your words are still here.');
    await iris.press('It is done', { ...ANSWERS, evidence: '' });
    expect(iris.texts()).toContain('Say what was done, or where it can be seen.');
    await iris.press('It is done', { ...ANSWERS, date: '2026-11-25' });
    expect(iris.texts()).toContain('Please give a day that is not in the future.');
    await iris.press('It is done', { ...ANSWERS, date: '2026-11-24' });
    expect(iris.texts()).toContain('It was done on 24 November 2026.');
    expect(iris.texts()).toContain('It is due again on 24 November 2027.');
    expect(iris.titles()).toEqual(['See what was done']);
    await iris.press('See what was done');
    for (const line of ['Iris Kay', 'Is the list blocked? **Yes**', 'The report is in the folder.'])
      expect(iris.texts()).toContain(line);
  });

  it('is kept as an event that says who, when and what', async () => {
    const org = await withDuties('one-school', [{ ...REVIEW, owner: 'headteacher' }]);
    const iris = org.at('p-iris');
    await iris.press('Do it now');
    const record = buttonsOf(iris.card())[0]?.data.record ?? '';
    await iris.press('It is done', ANSWERS);
    const found = await org.store.read(record as Parameters<typeof org.store.read>[0], { events: true });
    expect(found?.events.map(({ body }) => body)).toMatchObject([
      { type: 'DutyDone', by: 'p-iris', on: '2026-11-24', evidence: ANSWERS.evidence },
    ]);
  });

  it('follows from the day it was done, also when that was some days ago', async () => {
    const org = await withDuties('one-school', [duty({ owner: 'headteacher', every: 'P4W' })]);
    const iris = org.at('p-iris');
    await iris.press('Do it now');
    await iris.press('It is done', { date: '2026-11-20' });
    expect(iris.texts()).toContain('It is due again on 18 December 2026.');
    await org.advance({ hours: 24 * 30 });
    expect(sentTo(org, 'p-iris')).toEqual(['2026-11-24T10:05', '2026-12-18T09:00']);
  });

  it('is nobody else’s to see, to answer or to read', async () => {
    const org = await withDuties('two-schools', [REVIEW]);
    const iris = org.at('p-iris');
    await iris.press('Do it now');
    const done = press(iris.card(), 'It is done', ANSWERS);
    const ada = org.at('p-ada');
    await ada.send(done);
    expect(ada.texts()).toBe('There is nothing here for you.');
    await iris.send(done);
    const view = press(iris.card(), 'See what was done');
    await ada.send(view);
    expect(ada.texts()).toBe('There is nothing here for you.');
    await iris.send(view, false);
    expect(iris.texts()).toBe('Please ask me that in your own chat with me.');
  });

  it('is done once, by whoever is first', async () => {
    const org = await withDuties('two-schools', [duty({ owner: 'deputy' })]);
    const [nadia, owen] = [org.at('p-nadia'), org.at('p-owen')];
    await nadia.press('Do it now');
    await owen.press('Do it now');
    await nadia.press('It is done');
    await owen.press('It is done', { date: '2026-11-01' });
    expect(owen.texts()).toContain('It was done on 24 November 2026.');
    await org.settle();
    expect(standing(org, 'p-owen').at(-1)).toContain('It was done on 24 November 2026.');
  });
});
