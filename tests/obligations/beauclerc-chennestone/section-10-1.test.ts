import { obligations } from '../../support/obligations.ts';
import { logRows, seesAll } from './acts.ts';
import { historyShows, inChannel, keepsTo, opening, stands, staysOpenFor } from './acts-11.ts';

const PARENTS =
  'Decide if parents and carers are told. Do not tell them if that could put the learner at risk.';
const LADO = 'Talk it through with the LADO within one working day.';
const CONDUCT = 'Act as the staff behaviour policy and the code of conduct say.';
const CRIMES = [
  ['filter', 'filter-breach'],
  ['hate', 'hate'],
  ['online', 'cyberbullying'],
] as const;
const STORY = { seen: 'Films learners on a phone of their own.' };

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-10.1a',
    'executed',
    'whatever happened to a learner online, the lead of that school hears of it and keeps it in the records',
    async (world) => {
      for (const tick of ['told', 'online', 'images', 'between-children', 'hate', 'home'] as const) {
        await world.report({ ticks: [tick], story: { seen: `Of this kind: ${tick}.` } });
        world.told('p-dsl');
      }
      await world.report({ by: 'p-sam-2', ticks: ['online'], story: { seen: 'In the south.' } });
      world.told('p-dsl-2');
      await world.advance({ hours: 4 });
      world.received('p-deputy-2', 'New, 24 November 10:05.');
      world.never('p-dsl', 'In the south.');
      const rows = await logRows(world, 'p-dsl');
      expect(rows.flat().join('\n')).toMatch(/Of this kind: told\.[\s\S]*Of this kind: home\./);
    },
  );

  obligation(
    'BC-10.1b',
    'guided',
    "the lead goes by the county's thresholds, and keeps which agency was told and what it said",
    async (world) => {
      await world.report({ ticks: ['told'] });
      await world.take('p-dsl');
      await keepsTo(
        world,
        'p-dsl',
        "Whom to call: go by the county's thresholds. Not sure? Ask the county's education safeguarding team.",
      );
      await stands(world, 'p-dsl', 'Write down a call or a meeting with an agency', {
        must: 'May be done: our policy, sections 4.2 and 10.1',
      });
      await world.form('p-dsl', 'refer', {
        agency: 'social-care',
        who: 'The front desk',
        reference: '4411-12',
      });
      await world.do('p-dsl', 'any-concern.record-agency', 'County team, 11:15: level three.');
      await historyShows(
        world,
        'p-dsl',
        /Children's social care\nThe front desk\n4411-12/,
        /County team, 11:15: level three\./,
      );
    },
  );

  obligation(
    'BC-10.1c',
    'executed',
    'telling parents is decided before a case closes, never where it could put the learner at risk',
    async (world) => {
      await world.report({ ticks: ['online'] });
      await world.take('p-dsl');
      await stands(world, 'p-dsl', PARENTS, {
        must: 'Must be done: our policy, section 10.1',
        first: 'Decide what happens next, and say why.',
      });
      await staysOpenFor(world, 'p-dsl', { 'any-concern.parents': PARENTS });
      await world.openStep('p-dsl', 'any-concern.parents');
      world.sees('p-dsl', 'Do not tell parents if a child at home could be hurt.');
      await world.save('p-dsl', { answer: 'No, because', reason: '' });
      world.refused('p-dsl', 'Not saved yet. Please write a few words');
      await world.save('p-dsl', { answer: 'Tell them', reason: 'They can help.' });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Tell the parents. Write down whom you told, how and when, and what was said.');
      await world.step('p-dsl', 'any-concern.tell-parents', { answer: 'The father, by phone', note: 'All.' });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.offers('p-dsl', 'Open it again');
      // Where it may be a crime they hear of it after the police.
      for (const [tick, kind] of CRIMES) {
        await world.report({ ticks: [tick], story: { seen: `It was ${kind}.` } });
        await world.take('p-dsl');
        await world.triage('p-dsl', kind, { offence: 'yes' });
        await world.decide('p-dsl', 'any-concern.decision', 'Refer it on');
        await world.decide('p-dsl', 'any-concern.parents', 'Tell them');
        await stands(world, 'p-dsl', 'Tell the parents. Write down', { first: '' });
        expect(await world.canDo('p-dsl', 'any-concern.tell-parents')).toBe(false);
        await world.refer('p-dsl', `${kind}.police`);
        expect(await world.canDo('p-dsl', 'any-concern.tell-parents')).toBe(true);
      }
    },
  );

  obligation(
    'BC-10.2a',
    'executed',
    'a complaint about staff goes to the headteacher of that school alone, and the leads get the learner and no word of the adult',
    async (world) => {
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await world.report({ adult: ['p-pip'], ticks: ['rules'], story: STORY });
      world.told('p-head');
      world.sees('p-sam', 'It is on its way to someone who is not involved.');
      world.channelSees(channel, 'New, 24 November 10:05.');
      expect(world.org.post.box(channel)).toHaveLength(1);
      expect(inChannel(world, channel)).not.toMatch(/Pip|Harlow|phone/);
      await world.open('p-head');
      seesAll(world, 'p-head', 'This is about an adult here.', 'Adult in it: Pip Harlow', STORY.seen);
      await world.at('p-dsl').send(opening(world, 'p-head'));
      world.refused('p-dsl', 'There is nothing here for you.');
      await world.report({ by: 'p-sam-2', adult: ['p-pip-2'], ticks: ['rules'], story: STORY });
      world.told('p-head-2', 'p-dsl-2');
      await world.open('p-dsl-2', world.org.deps().keyring.recordId(`child|${world.newest()}`));
      world.sees('p-dsl-2', 'May have been harmed: Robin Vale');
      world.sees(
        'p-dsl-2',
        'There is a worry that involves this child. For what happened, ask the headteacher',
      );
      for (const who of ['p-dsl', 'p-deputy', 'p-dsl-2', 'p-deputy-2'])
        world.never(who, /Pip|Harlow|Wren|Salter|Films learners/);
      await world.advance({ minutes: 30 });
      world.received('p-chair', 'New, 24 November 10:05.');
      world.fromHere();
      // About a leader, or nobody knows whom: the leads hear nothing at all. About the headteacher: the chair.
      await world.report({ by: 'p-con', site: 'south', adult: ['p-leader'], story: STORY });
      world.told('p-head-2');
      await world.report({ by: 'p-con', site: 'south', adult: ['p-deputy-2'], story: STORY });
      world.told('p-head-2');
      await world.report({ by: 'p-con', site: 'south', adult: 'unsure', story: STORY });
      world.told('p-head-2');
      await world.report({ by: 'p-con', site: 'south', adult: ['p-head-2'], story: STORY });
      world.told('p-chair', 'p-dsl-2');
    },
  );

  obligation(
    'BC-10.2b',
    'executed',
    'what an adult is said to have done online is talked through with the LADO before the case closes',
    async (world) => {
      await world.report({ adult: ['p-pip'], ticks: ['online', 'adult-behaviour'], story: STORY });
      world.sees('p-sam', 'Local authority designated officer (LADO) 01632 960440');
      await world.take('p-head');
      await stands(world, 'p-head', LADO, {
        must: 'Must be done: our policy, section 10.2',
        due: 'tomorrow 10:05.',
      });
      await staysOpenFor(world, 'p-head', {
        'staff-allegation.lado': LADO,
        'staff-allegation.conduct': CONDUCT,
      });
      await world.openStep('p-head', 'staff-allegation.lado');
      world.notOffered('p-head', 'Not this time');
      await world.save('p-head', {
        who: 'The officer on duty',
        date: '2026-11-24',
        time: '10:40',
        reference: 'L-9',
      });
      await historyShows(world, 'p-head', /LADO[^\n]*\nThe officer on duty\n[^\n]*10:40[^\n]*\nL-9/);
      await world.report({ names: ['A former coach'], ticks: ['adult-behaviour'], story: STORY });
      await world.take('p-head');
      await world.advance({ hours: 25 });
      world.received('p-head', 'Something is late.');
    },
  );

  obligation(
    'BC-10.2c',
    'executed',
    'then the headteacher acts as the staff behaviour policy and the code of conduct say',
    async (world) => {
      await world.report({ adult: ['p-pip'], ticks: ['adult-behaviour'], story: STORY });
      await world.take('p-head');
      await stands(world, 'p-head', CONDUCT, {
        must: 'Must be done: our policy, sections 10.2, 9.2 and 8.2',
        first: LADO,
      });
      await world.triage('p-head', 'staff-misuse');
      await stands(world, 'p-head', CONDUCT, {
        must: 'Must be done: our policy, sections 10.2 and 8.1',
        first: 'Could it have hurt a child, or show that the adult may not be safe with children?',
      });
      await world.answer('p-head', 'staff-misuse.harm', 'No');
      await staysOpenFor(world, 'p-head', {
        'staff-misuse.conduct': CONDUCT,
        'staff-allegation.conduct': CONDUCT,
      });
      world.sees('p-head', 'Left to do: 2.');
      for (const each of ['staff-misuse', 'staff-allegation'])
        await world.do('p-head', `${each}.conduct`, 'A written warning, and a talk.');
      await world.close('p-head', { confirmed: 'yes' });
      world.offers('p-head', 'Open it again');
    },
  );
});
