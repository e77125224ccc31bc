import { obligations } from '../../support/obligations.ts';
import { logRows } from './acts.ts';
import { historyShows, keepsTo, stands, staysOpenFor } from './acts-11.ts';

const PARENTS =
  'Decide if parents and carers are told. Do not tell them if that could put the learner at risk.';
const CRIMES = [
  ['filter', 'filter-breach'],
  ['hate', 'hate'],
  ['online', 'cyberbullying'],
] as const;
const RISK =
  'Assess the risk to each learner in it, with what makes them vulnerable. Ask other agencies what they know.';
const RISKS = [
  ['nudes', 'nudes.risk'],
  ['csae', 'csae.risk'],
  ['exploitation', 'exploitation.risk'],
] as const;

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
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await world.report({ ticks: ['online'], story: { seen: 'For both leads.' } });
      world.channelSees(channel, 'New, 24 November');
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
      await keepsTo(
        world,
        'p-dsl',
        'Nobody asks the child again before social care or the police have said how.',
      );
      await stands(world, 'p-dsl', "Call children's social care, or write down why not.", {
        must: 'Do it, or say why not',
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
      // What follows is decided once the risk is known; calling for help waits for nothing.
      for (const [kind, step] of RISKS) {
        await world.report({ ticks: ['online'], story: { seen: `It was ${kind}.` } });
        await world.take('p-dsl');
        await world.triage('p-dsl', kind);
        await stands(world, 'p-dsl', 'Decide what happens next, and say why.', { first: RISK });
        expect(await world.canDo('p-dsl', 'any-concern.decision')).toBe(false);
        await world.refer('p-dsl', `${kind}.social-care`);
        await world.do('p-dsl', 'any-concern.vulnerable', 'In care.');
        await world.do('p-dsl', step, 'High; social care knows the family.');
        await world.decide('p-dsl', 'any-concern.decision', 'Refer it on');
        world.sees('p-dsl', 'Saved.');
      }
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
});
