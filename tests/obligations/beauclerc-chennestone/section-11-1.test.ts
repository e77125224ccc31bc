import { obligations } from '../../support/obligations.ts';
import type { World } from '../../support/obligations-world.ts';
import { seesAll } from './acts.ts';
import { historyShows, keepsTo, stands, staysOpenFor } from './acts-11.ts';

const MUST = 'Must be done: our policy, section 11.1';
const POLICE = 'Call the police if it may be a crime, before parents or others are told.';
const PLAN = 'Make a plan of support for this learner, also if they may have caused harm.';
const HELP = 'Arrange counselling or pastoral help for each learner in it.';
const TAKEN_DOWN = 'Help with blocking, reporting and getting things taken down.';
const BACK = 'Look back at how we handled it.';
const TWO = [
  { name: 'Robin Vale', part: 'harmed' },
  { name: 'Kim Ash', part: 'caused' },
] as const;

async function harassment(
  world: World,
  offence = 'no',
  ticks: readonly ('images' | 'between-children')[] = ['between-children'],
) {
  await world.report({ ticks, children: TWO, story: { seen: 'Threats after a party.' } });
  await world.take('p-dsl');
  await world.triage('p-dsl', 'svsh', { offence });
}

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-11.1a',
    'executed',
    'the lead hears of harassment between learners at once, wherever it happened and whoever owns the device',
    async (world) => {
      const where = { seen: 'Threats in a chat, at home.', where: 'At home', device: 'Their own phone' };
      await world.report({ ticks: ['between-children'], story: where });
      world.told('p-dsl');
      world.sees('p-sam', 'Tell us wherever it happened, in school or not, and whoever owns the device.');
      await world.take('p-dsl');
      await world.triage('p-dsl', 'svsh');
      world.sees('p-dsl', 'Urgent: today, before home time.');
      await keepsTo(
        world,
        'p-dsl',
        'It could happen here. Take every child seriously, and never call it banter.',
      );
    },
    // On a Saturday evening.
    { start: '2026-11-28T19:00:00.000Z' },
  );

  obligation(
    'BC-11.1b',
    'guided',
    'a device with something about it is kept safe and closed, by the advice on searching',
    async (world) => {
      await harassment(world, 'no', ['between-children', 'images']);
      await keepsTo(
        world,
        'p-dsl',
        'Keep a device with something about it safe and closed. Follow the national advice on searching.',
      );
      const device = 'Lock the device away, unopened. Write down what it is, who holds it';
      await stands(world, 'p-dsl', device, { must: 'Must be done: our policy, sections 9.3, 11.2 and 11.1' });
      await world.custody('p-dsl', 'device-custody.hold', 'Iris Kay, the office safe');
      await historyShows(world, 'p-dsl', /in which safe place, and why\.\nIris Kay, the office safe/);
      await world.say('p-dsl', 'search a device');
      world.refused('p-dsl', 'You may not search a device.');
      await world.say('p-head', 'search a device');
      world.sees('p-head', 'Before you search a device');
    },
  );

  obligation(
    'BC-11.1c',
    'executed',
    'each learner in it has a plan of their own, somebody to talk with and help to block, report and take down',
    async (world) => {
      await harassment(world);
      for (const child of ['Robin Vale', 'Kim Ash'])
        await stands(world, 'p-dsl', PLAN, { child, must: MUST });
      for (const text of [HELP, TAKEN_DOWN]) await stands(world, 'p-dsl', text, { must: MUST });
      await staysOpenFor(world, 'p-dsl', {
        'svsh.safety-1': PLAN,
        'svsh.safety-2': 'For 2 learners.',
        'svsh.support': HELP,
        'svsh.online': TAKEN_DOWN,
      });
      await world.do('p-dsl', 'svsh.support', 'A counsellor for both.');
      await world.do('p-dsl', 'svsh.online', 'Blocked and reported.');
      await world.openStep('p-dsl', 'svsh.safety-1');
      world.sees('p-dsl', 'For: Robin Vale');
      world.notOffered('p-dsl', 'Not this time');
      await world.save('p-dsl', { note: 'Ms Hall, daily.' });
      expect(await world.canDo('p-dsl', 'svsh.safety-1')).toBe(false);
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', /Left to do: 1\.\n- Make a plan of support[^\n]*For one learner\./);
      await stands(world, 'p-dsl', PLAN, { child: 'Kim Ash', must: MUST });
      await world.do('p-dsl', 'svsh.safety-2', 'Mr Orr, daily.');
      await historyShows(
        world,
        'p-dsl',
        /plan of support[^\n]*For: Robin Vale\nMs Hall, daily\./,
        /plan of support[^\n]*For: Kim Ash\nMr Orr, daily\./,
      );
      await world.close('p-dsl', { confirmed: 'yes' });
      world.offers('p-dsl', 'Open it again');
    },
  );

  obligation(
    'BC-11.1d',
    'executed',
    'parents are told if that is right, and the reason is written down if it is not',
    async (world) => {
      await harassment(world);
      await staysOpenFor(world, 'p-dsl', { 'any-concern.parents': 'Decide if parents and carers are told.' });
      await world.openStep('p-dsl', 'any-concern.parents');
      await world.save('p-dsl', { answer: 'No, because', reason: 'The social worker asked us to wait.' });
      await historyShows(world, 'p-dsl', /No, because\nThe social worker asked us to wait\./);
      await world.close('p-dsl', { confirmed: 'yes' });
      world.offers('p-dsl', 'Open it again');
    },
  );

  obligation(
    'BC-11.1e',
    'executed',
    'where it may be a crime the police are asked before anybody else is told',
    async (world) => {
      await harassment(world, 'yes');
      await keepsTo(world, 'p-dsl', 'Nobody else is told before the police have been asked.');
      await stands(world, 'p-dsl', POLICE, { must: MUST });
      await stands(world, 'p-dsl', "Call children's social care, or write down why not.", {
        must: 'Do it, or say why not: our policy, section 11.1',
      });
      await world.decide('p-dsl', 'any-concern.decision', 'Refer it on');
      await world.openStep('p-dsl', 'any-concern.parents');
      world.sees('p-dsl', 'The police have not been asked yet: wait for their advice.');
      await world.save('p-dsl', { answer: 'Tell them', reason: 'They must know.' });
      await stands(world, 'p-dsl', 'Tell the parents.', { first: POLICE });
      for (const locked of ['any-concern.tell-parents', 'svsh.others'])
        expect(await world.canDo('p-dsl', locked)).toBe(false);
      await world.openStep('p-dsl', 'svsh.police');
      world.notOffered('p-dsl', 'Not this time');
      await world.save('p-dsl', { who: 'The desk', reference: 'P-1' });
      for (const open of ['any-concern.tell-parents', 'svsh.others'])
        expect(await world.canDo('p-dsl', open)).toBe(true);
      // Where it is no crime, nobody has to call them, and nothing waits for it.
      await harassment(world, 'no');
      world.seesNot('p-dsl', 'Nobody else is told before the police have been asked.');
      expect(await world.canDo('p-dsl', 'svsh.police')).toBe(false);
      expect(await world.canDo('p-dsl', 'svsh.others')).toBe(true);
    },
  );

  obligation(
    'BC-11.1f',
    'executed',
    'the lead of another setting is spoken to, once the police have been asked',
    async (world) => {
      await harassment(world, 'yes');
      const others = 'If children elsewhere are in it, speak to their safeguarding lead.';
      await stands(world, 'p-dsl', others, {
        must: 'Should be done: our policy, section 11.1',
        first: POLICE,
      });
      await world.refer('p-dsl', 'svsh.police');
      await world.step('p-dsl', 'svsh.others', {
        answer: 'Their lead, by phone',
        note: 'We meet on Friday.',
      });
      await historyShows(world, 'p-dsl', /Their lead, by phone\nWe meet on Friday\./);
      await harassment(world);
      await world.workThrough('p-dsl', { except: ['svsh.others'] });
      await world.close('p-dsl');
      world.refused('p-dsl', new RegExp(`Tick the box to close all the same\\.\\n- ${others}`));
    },
  );

  obligation(
    'BC-11.1g',
    'executed',
    'afterwards somebody looks back at how it was handled, or it stays open',
    async (world) => {
      await harassment(world);
      await stands(world, 'p-dsl', BACK, { must: MUST, first: 'Decide what happens next, and say why.' });
      await staysOpenFor(world, 'p-dsl', { 'svsh.look-back': BACK });
      await world.openStep('p-dsl', 'svsh.look-back');
      world.notOffered('p-dsl', 'Not this time');
      await world.save('p-dsl', { note: 'We were a day late.' });
      await world.close('p-dsl', { confirmed: 'yes' });
      seesAll(world, 'p-dsl', 'Closed');
    },
  );
});
