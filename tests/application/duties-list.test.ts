import { workOnce } from '../../src/application/due-work.ts';
import { duty, sentTo, standing, toldOf, withDuties } from '../support/duties.ts';
import { memoryStore } from '../support/memory-store.ts';

describe('duties, when they are typed', () => {
  const lock = duty({ id: 'lock', title: 'Lock check', owner: 'it-lead', evidence: true });
  const later = duty({ id: 'later', title: 'Poster check', owner: 'senior-leader', first: '2027-09' });

  it('are what is due for me, with its buttons, and nothing of what others do', async () => {
    const org = await withDuties('two-schools', [lock, later]);
    const ivo = org.at('p-ivo');
    await ivo.say('duties');
    expect(ivo.texts()).toContain('Lock check. It was due on 1 September 2026.');
    expect(ivo.texts()).not.toContain('Poster check');
    await ivo.press('Do it now');
    await ivo.press('It is done', { evidence: 'All locked.' });
    await ivo.say('what is due');
    expect(ivo.texts()).toContain('Nothing is due for you.');
    expect(ivo.texts()).toContain(
      'Lock check. It is due on 24 November 2027. Last done on 24 November 2026.',
    );
    await ivo.press('See what was done');
    expect(ivo.texts()).toContain('All locked.');
  });

  it.each(['p-iris', 'p-vera', 'p-tom'])('are all of them for %s, who leads, heads or chairs', async (id) => {
    const org = await withDuties('two-schools', [lock, later]);
    const leader = org.at(id);
    await leader.say('duties');
    expect(leader.texts()).toContain('Nothing is due for you.');
    expect(leader.texts()).toContain('Lock check. It was due on 1 September 2026. It is 84 days late.');
    expect(leader.texts()).toContain('Poster check. It is due on 30 September 2027.');
    expect(leader.titles()).not.toContain('Do it now');
  });

  it('are nothing for anybody else, and no button of theirs', async () => {
    const org = await withDuties('two-schools', [lock, later]);
    const ada = org.at('p-ada');
    await ada.say('help');
    expect(ada.titles()).not.toContain('What is due');
    await ada.say('duties');
    expect(ada.texts()).toContain('Nothing is due for you.');
    expect(ada.texts()).not.toContain('check');
    const ivo = org.at('p-ivo');
    await ivo.home();
    await ivo.press('What is due');
    expect(ivo.texts()).toContain('Lock check');
  });

  it('name what is to be put right', async () => {
    const checklist = [{ id: 'all', text: 'Are all screens locked?' }];
    const org = await withDuties('two-schools', [{ ...lock, owner: 'dsl', checklist, onNo: 'it-lead' }]);
    const iris = org.at('p-iris');
    await iris.press('Do it now');
    await iris.press('It is done', { 'q-all': 'no', evidence: 'Walked round.' });
    const ivo = org.at('p-ivo');
    await ivo.say('duties');
    expect(ivo.texts()).toContain('Something to put right: Are all screens locked?');
    await ivo.press('It is put right');
    await ivo.press('Save it', { what: 'Locked them.' });
    await ivo.say('duties');
    expect(ivo.texts()).not.toContain('Are all screens locked?');
  });
});

describe('one round for those who share it', () => {
  it('is each site’s own where different people do it', async () => {
    const org = await withDuties('two-schools', [duty()]);
    expect(standing(org, 'p-iris')[0]).toContain('For North Primary School.');
    expect(standing(org, 'p-owen')[0]).toContain('For South Primary School.');
    await org.at('p-iris').press('Do it now');
    const iris = org.at('p-iris');
    await iris.press('Do it now');
    await iris.press('It is done');
    await org.advance({ hours: 24 * 8 });
    expect(standing(org, 'p-owen').at(-1)).toContain('It is 92 days late.');
    await iris.say('duties');
    expect(iris.texts()).toContain('It is due on 24 November 2027. Last done on 24 November 2026. For North');
    expect(iris.texts()).toContain('It was due on 1 September 2026. It is 92 days late. For South');
  });

  it('is one where the same people do it everywhere', async () => {
    const org = await withDuties('two-schools', [duty({ owner: 'it-lead' })]);
    expect(sentTo(org, 'p-ivo')).toHaveLength(1);
    expect(standing(org, 'p-ivo')[0]).not.toContain('For ');
  });

  it('falls to whoever answers for safeguarding where nobody holds the role', async () => {
    const org = await withDuties('two-schools', [duty({ owner: 'exams-officer' })]);
    expect(toldOf(org)).toEqual(['p-vera', 'p-hugh']);
    const vera = org.at('p-vera');
    await vera.press('Who does this?');
    expect(vera.texts()).toContain('Nobody is the exams officer here, so it comes to Vera Wynn.');
  });
});

describe('over restarts, and with several instances', () => {
  it('nothing is sent twice, and nothing is lost', async () => {
    const store = memoryStore();
    const org = await withDuties('two-schools', [duty({ owner: 'it-lead', first: '2026-12-01' })], { store });
    await org.advance({ hours: 24 * 6 });
    for (let day = 0; day < 10; day += 1) {
      org.restart();
      await org.advance({ hours: 22 });
      await Promise.all([workOnce(org.deps(), 'one'), workOnce(org.deps(), 'two')]);
      await org.advance({ hours: 2 });
    }
    expect(sentTo(org, 'p-ivo')).toEqual(['2026-12-01T09:00', '2026-12-08T09:00']);
  });

  it('a worker that slept through the morning tells on the next one', async () => {
    const org = await withDuties('two-schools', [duty({ owner: 'it-lead', first: '2026-11-26' })]);
    // Nobody works from Wednesday noon to Thursday, nine in the evening.
    await org.advance({ hours: 24 });
    org.clock.move({ hours: 35 });
    await org.settle();
    expect(sentTo(org, 'p-ivo')).toEqual([]);
    await org.advance({ hours: 24 });
    expect(sentTo(org, 'p-ivo')).toEqual(['2026-11-27T08:00']);
  });

  it('wakes no more often than once a day for each thing that is due, however often it changes', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const checklist = ids.map((id) => ({ id, text: `Is ${id} right?` }));
    const org = await withDuties('two-schools', [duty({ owner: 'it-lead', onNo: 'it-lead', checklist })]);
    const ivo = org.at('p-ivo');
    await ivo.press('Do it now');
    await ivo.press('It is done', Object.fromEntries(ids.map((id) => [`q-${id}`, 'no'])));
    await org.advance({ hours: 24 });
    for (let task = 0; task < 4; task += 1) {
      await ivo.say('duties');
      await ivo.press('It is put right');
      await ivo.press('Save it', { what: 'Mended.' });
    }
    await org.advance({ hours: 24 * 2 });
    // The calendar’s own, and one for the duty, of which one thing is still to be put right.
    expect(await org.store.due(org.later(24 * 4), 'bulk', 100)).toHaveLength(2);
    await ivo.say('duties');
    await ivo.press('It is put right');
    await ivo.press('Save it', { what: 'Mended.' });
    await org.advance({ hours: 24 * 5 });
    expect(await org.store.due(org.later(24 * 4), 'bulk', 100)).toHaveLength(1);
  });

  it('waits for an owner whom nothing reaches yet', async () => {
    const org = await withDuties('two-schools', [duty({ owner: 'it-lead' })], { platforms: ['teams'] });
    await org.advance({ hours: 24 });
    expect(sentTo(org, 'p-ivo')).toEqual([]);
    await org.at('p-ivo', 'teams').join();
    await org.advance({ hours: 24 });
    expect(sentTo(org, 'p-ivo')).toEqual(['2026-11-26T09:00']);
  });
});
