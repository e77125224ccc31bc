import { duty, sentTo, standing, toldOf, withDuties } from '../support/duties.ts';
import { press } from '../support/press.ts';

const READ = 'Signpost: something to read.';
const news = (org: Awaited<ReturnType<typeof withDuties>>, id: string) =>
  org.post
    .reached(org.boxesOf(id))
    .filter(({ type, message }) => type === 'send' && message.notification.startsWith(READ));

describe('those who are told', () => {
  const told = duty({ owner: 'it-lead', first: '2026-11-25', tell: ['chair-of-governors'], evidence: true });

  it('hear once that it is late, and once that it is done', async () => {
    const org = await withDuties('two-schools', [told]);
    await org.advance({ hours: 24 });
    expect(sentTo(org, 'p-tom')).toEqual([]);
    await org.advance({ hours: 24 * 20 });
    expect(sentTo(org, 'p-tom')).toEqual(['2026-11-26T09:00']);
    const late = 'Review of the filter. It was due on 25 November 2026 and is late.';
    expect(standing(org, 'p-tom')).toEqual([late]);
    expect(org.at('p-tom').titles()).toEqual([]);
    const ivo = org.at('p-ivo');
    await ivo.press('Do it now');
    await ivo.press('It is done', { evidence: 'The provider wrote to us.' });
    await org.settle();
    await org.advance({ hours: 24 });
    expect(news(org, 'p-tom')).toHaveLength(1);
    const done =
      'Review of the filter. It was done on 15 December 2026.\nIt is due again on 15 December 2027.';
    expect(standing(org, 'p-tom')).toEqual([done, done]);
    const tom = org.at('p-tom');
    await tom.press('See what was done');
    expect(tom.texts()).toContain('The provider wrote to us.');
  });

  it('hear nothing of lateness that there was not', async () => {
    const org = await withDuties('two-schools', [told]);
    await org.advance({ hours: 24 });
    const ivo = org.at('p-ivo');
    await ivo.press('Do it now');
    await ivo.press('It is done', { evidence: 'Seen.' });
    await org.advance({ hours: 24 * 20 });
    expect(sentTo(org, 'p-tom')).toEqual([]);
    expect(news(org, 'p-tom')).toHaveLength(1);
  });

  it('may read it, and neither do it nor put it right', async () => {
    const org = await withDuties('two-schools', [told]);
    await org.advance({ hours: 24 });
    const form = press(org.at('p-ivo').card(), 'Do it now');
    const tom = org.at('p-tom');
    await tom.send(form);
    expect(tom.texts()).toBe('There is nothing here for you.');
  });
});

describe('a question that is answered with no', () => {
  const check = duty({
    owner: 'dsl',
    checklist: [
      { id: 'locked', text: 'Does the screen lock itself?' },
      { id: 'updated', text: 'Is it up to date?' },
    ],
    onNo: 'it-lead',
  });
  const answered = async () => {
    const org = await withDuties('two-schools', [check]);
    const iris = org.at('p-iris');
    await iris.press('Do it now');
    await iris.press('It is done', { 'q-locked': 'no', 'q-updated': 'yes', note: 'Two laptops.' });
    await org.settle();
    return { org, iris };
  };

  it('is a task for the role that puts it right, with nothing of what was typed in the message', async () => {
    const { org, iris } = await answered();
    expect(iris.texts()).toContain('One thing is still to be put right.');
    expect(standing(org, 'p-ivo')).toEqual([
      'Something to put right: Does the screen lock itself?\nReview of the filter',
    ]);
    expect(JSON.stringify(org.post.sent)).not.toContain('Two laptops');
    const ivo = org.at('p-ivo');
    await ivo.press('It is put right');
    expect(ivo.texts()).toContain('Two laptops.');
  });

  it('is chased each week, and closed with what was done', async () => {
    const { org } = await answered();
    await org.advance({ hours: 24 * 15 });
    expect(sentTo(org, 'p-ivo')).toEqual(['2026-11-24T10:05', '2026-12-01T09:00', '2026-12-08T09:00']);
    const ivo = org.at('p-ivo');
    await ivo.press('It is put right');
    await ivo.press('Save it', { what: '' });
    expect(ivo.texts()).toContain('Say what was done.');
    await ivo.press('Save it', { what: 'Set to five minutes.' });
    await org.advance({ hours: 24 * 30 });
    expect(sentTo(org, 'p-ivo')).toHaveLength(3);
    expect(standing(org, 'p-ivo')).toEqual([
      ...Array.from({ length: 2 }, () => 'There is a newer card for this.'),
      'Something to put right: Does the screen lock itself?\nReview of the filter\nIt was put right on 9 December 2026.',
    ]);
    const iris = org.at('p-iris');
    await iris.say('duties');
    await iris.press('See what was done');
    expect(iris.texts()).toContain('It was put right on 9 December 2026.');
    expect(iris.texts()).toContain('Set to five minutes.');
  });

  it('is nobody else’s to put right', async () => {
    const { org } = await answered();
    const open = press(org.at('p-ivo').card(), 'It is put right');
    const ada = org.at('p-ada');
    await ada.send(open);
    expect(ada.texts()).toBe('There is nothing here for you.');
  });
});

describe('a policy that changes', () => {
  it('moves what is open to the new day, and says so on the old card', async () => {
    const first = duty({ owner: 'it-lead', first: '2026-11-20' });
    const org = await withDuties('two-schools', [first]);
    org.change([{ ...first, first: '2027-01-11' }]);
    await org.advance({ hours: 24 });
    expect(standing(org, 'p-ivo')[0]).toContain('This is due on another day now.');
    await org.advance({ hours: 24 * 50 });
    expect(sentTo(org, 'p-ivo')).toEqual(['2026-11-24T10:05', '2027-01-11T09:00']);
    org.change([first]);
    await org.advance({ hours: 24 * 2 });
    const [, moved, again] = standing(org, 'p-ivo');
    expect(moved).toContain('This is due on another day now.');
    expect(again).toContain('It was due on 20 November 2026.');
  });

  it('chases nobody for what it does not ask for any more', async () => {
    const org = await withDuties('two-schools', [duty({ owner: 'it-lead' })]);
    org.change([]);
    await org.advance({ hours: 24 * 30 });
    expect(sentTo(org, 'p-ivo')).toHaveLength(1);
    expect(standing(org, 'p-ivo')).toEqual(['The policy does not ask for this any more.']);
    expect(org.at('p-ivo').titles()).toEqual([]);
  });
});

describe('somebody who newly holds a role', () => {
  const access = duty({
    id: 'access',
    title: 'Give access to filtering and monitoring',
    owner: 'it-lead',
    every: null,
    newcomers: ['dsl', 'deputy'],
    evidence: true,
  });

  it('is a task for each of them, and for nobody who held it before', async () => {
    const org = await withDuties('two-schools', [access]);
    await org.advance({ hours: 24 * 7 });
    expect(toldOf(org)).toEqual([]);
    await org.hold('p-jo', 'deputy', 'north');
    await org.advance({ hours: 24 });
    expect(standing(org, 'p-ivo')[0]).toContain(
      'Give access to filtering and monitoring. It is due on 2 December 2026.',
    );
    expect(JSON.stringify(org.post.sent)).not.toContain('Jo Kemp');
    await org.advance({ hours: 24 * 9 });
    expect(standing(org, 'p-ivo').at(-1)).toContain('It is 9 days late.');
    const ivo = org.at('p-ivo');
    await ivo.press('Do it now');
    expect(ivo.texts()).toContain('This is about: Jo Kemp');
    await ivo.press('It is done', { evidence: 'Account made.' });
    const told = sentTo(org, 'p-ivo').length;
    await org.advance({ hours: 24 * 400 });
    expect(sentTo(org, 'p-ivo')).toHaveLength(told);
    expect(standing(org, 'p-ivo').at(-1)).toContain('It was done on 11 December 2026.');
  });
});

describe('what each does for themselves', () => {
  const device = duty({
    id: 'device',
    title: 'Check of your work device',
    owner: 'staff',
    each: true,
    every: 'P3M',
    checklist: [{ id: 'locks', text: 'Does it lock by itself?' }],
    onNo: 'it-lead',
    tell: ['it-lead'],
  });

  it('is everybody’s own, and a no goes to whoever puts it right', async () => {
    const org = await withDuties('two-schools', [device]);
    const staff = org.directory.people.filter(({ roles }) => roles.some(({ role }) => role === 'staff'));
    expect(toldOf(org)).toEqual(staff.map(({ id }) => id));
    expect(sentTo(org, 'p-rosa')).toHaveLength(1);
    const ada = org.at('p-ada');
    await ada.press('Do it now');
    const done = press(ada.card(), 'It is done', { 'q-locks': 'no' });
    const ben = org.at('p-ben');
    await ben.send(done);
    expect(ben.texts()).toBe('There is nothing here for you.');
    await ada.send(done);
    await org.settle();
    expect(standing(org, 'p-ivo').at(-1)).toContain('Something to put right: Does it lock by itself?');
    expect(standing(org, 'p-ben')[0]).toContain('It was due on 1 September 2026.');
    const vera = org.at('p-vera');
    await vera.say('duties');
    expect(vera.texts()).toContain(`Check of your work device. 1 of ${staff.length} people have done it.`);
    await ada.say('duties');
    expect(ada.texts()).toContain('It is due on 24 February 2027. Last done on 24 November 2026.');
    expect(ada.texts()).not.toContain('people have done it');
    await org.advance({ hours: 24 * 7 });
    expect(sentTo(org, 'p-ada')).toHaveLength(1);
    expect(sentTo(org, 'p-ben')).toHaveLength(2);
    expect(standing(org, 'p-tom')).toEqual([]);
  });

  it('is due for somebody who joins from the day they do', async () => {
    const org = await withDuties('two-schools', [device]);
    await org.hold('p-tom', 'staff', 'north');
    await org.advance({ hours: 24 });
    expect(standing(org, 'p-tom')[0]).toContain('It is due on 25 November 2026.');
  });
});
