import { obligations } from '../../support/obligations.ts';
import type { World } from '../../support/obligations-world.ts';
import { seesAll } from './acts.ts';
import { historyShows, keepsTo, stands, staysOpenFor } from './acts-11.ts';

const MUST = 'Must be done: our policy, section 11.3';
const CONSIDER = 'Do it, or say why not: our policy, section 11.3';
const POLICE = 'Call the police at once. 999 where a child is in danger, otherwise 101.';
const RISK =
  'Assess the risk to each learner in it, with what makes them vulnerable. Ask other agencies what they know.';
const PARENTS =
  'Parents and carers are told once the police were called. Only a risk to the learner stops this.';
const HELP = 'Arrange counselling or pastoral help for each learner in it.';
const PART = 'Ask the learner how they want to be part of what happens.';
const UNSURE =
  "Not sure if it is a crime? Ask the county's education safeguarding team or the police at once.";
const OTHERS =
  'If children elsewhere may be in it, ask the police first, then speak to their safeguarding lead.';
const INTELLIGENCE =
  'Pass on to the child sexual exploitation team what may help to find people who exploit children.';
const BACK = 'Look back with the leadership team at how we handled it, and change what should change.';

/** Sexual and criminal: the policy asks for the same. */
const KINDS = ['csae', 'exploitation'] as const;

async function begin(world: World, kind: (typeof KINDS)[number]) {
  await world.report({ ticks: ['online'], story: { seen: `A stranger writes: ${kind}.`, where: 'At home' } });
  await world.take('p-dsl');
  await world.triage('p-dsl', kind);
}

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-11.3a',
    'executed',
    'exploitation is for the lead, wherever it happened and whoever owns the device',
    async (world) => {
      for (const kind of KINDS) {
        await world.report({ ticks: ['online'], story: { seen: `A stranger: ${kind}.`, where: 'At home' } });
        world.told('p-dsl');
        world.sees('p-sam', 'Tell us wherever it happened, in school or not, and whoever owns the device.');
        await world.take('p-dsl');
        await world.triage('p-dsl', kind);
        world.sees('p-dsl', 'Urgent: today, before home time.');
      }
      await keepsTo(world, 'p-dsl', 'A child who is used for crime is being hurt, whatever they did');
      world.hearsNothing('p-head');
    },
  );

  obligation(
    'BC-11.3b',
    'executed',
    'a device that is part of it is locked away, or it is said why not',
    async (world) => {
      for (const kind of KINDS) {
        await begin(world, kind);
        const device = 'Lock away a device that is part of it, unopened. Write down who holds it.';
        await stands(world, 'p-dsl', device, { must: CONSIDER });
        await staysOpenFor(world, 'p-dsl', { [`${kind}.device`]: device });
        await world.custody('p-dsl', `${kind}.device`, 'Iris Kay, the safe');
        await world.close('p-dsl', { confirmed: 'yes' });
        world.offers('p-dsl', 'Open it again');
      }
    },
  );

  obligation(
    'BC-11.3c',
    'executed',
    'the police are told within the hour, and social care as well where it is needed',
    async (world) => {
      for (const kind of KINDS) {
        await begin(world, kind);
        await stands(world, 'p-dsl', POLICE, { must: MUST, due: 'today 11:05.' });
        await stands(world, 'p-dsl', "Call children's social care.", {
          must: 'Should be done: our policy, section 11.3',
        });
      }
      await world.openStep('p-dsl', 'exploitation.police');
      world.notOffered('p-dsl', 'Not this time');
      await world.advance({ minutes: 61 });
      world.received('p-dsl', 'Something is late.');
      await world.open('p-dsl');
      world.sees('p-dsl', `Late: it was due today 11:05.\n${POLICE}`);
      await world.refer('p-dsl', 'exploitation.police', { who: 'The desk, 101', reference: 'P-77' });
      await historyShows(world, 'p-dsl', /The desk, 101\n[\s\S]*P-77/);
    },
  );

  obligation(
    'BC-11.3d',
    'executed',
    'the risk is assessed, parents are told unless that is a risk, and each learner gets help',
    async (world) => {
      for (const kind of KINDS) {
        await begin(world, kind);
        await stands(world, 'p-dsl', RISK, { must: MUST, first: 'What makes the learner more vulnerable' });
        await stands(world, 'p-dsl', 'Decide what happens next, and say why.', { first: RISK });
        await stands(world, 'p-dsl', PARENTS, { must: MUST, first: POLICE });
        await stands(world, 'p-dsl', HELP, { must: MUST });
        await staysOpenFor(world, 'p-dsl', {
          [`${kind}.support`]: HELP,
          [`${kind}.parents-know`]: PARENTS,
        });
        await world.openStep('p-dsl', `${kind}.parents-know`);
        world.notOffered('p-dsl', 'Not this time');
        await world.save('p-dsl', { answer: 'If we think it right', reason: 'Perhaps.' });
        world.refused('p-dsl', 'allows only this: They will be told · Not told because of a risk');
        await world.save('p-dsl', { answer: 'They will be told', reason: 'Nothing speaks against it.' });
        await world.do('p-dsl', `${kind}.support`, 'The counsellor, today.');
        await world.close('p-dsl', { confirmed: 'yes' });
        world.offers('p-dsl', 'Open it again');
        // Without an assessment there is no decision.
        await begin(world, kind);
        expect(await world.canDo('p-dsl', 'any-concern.decision')).toBe(false);
      }
    },
  );

  obligation(
    'BC-11.3e',
    'guided',
    'the learner has a say, and finds the way to a report of their own',
    async (world) => {
      for (const [kind, own] of [
        ['csae', 'If they are ready, help them to report to CEOP themselves.'],
        ['exploitation', 'If they are ready, help them to report it themselves.'],
      ] as const) {
        await begin(world, kind);
        await stands(world, 'p-dsl', `${PART} ${own}`, { must: 'Should be done: our policy, section 11.3' });
      }
      await world.say('p-dsl', 'contacts exploitation');
      world.sees('p-dsl', '**ceop.police.uk');
      await begin(world, 'csae');
      await world.refer('p-dsl', 'csae.ceop', {
        agency: 'ceop',
        who: 'The learner, with help',
        reference: 'C-2',
      });
      await historyShows(world, 'p-dsl', /CEOP\nThe learner, with help\n[\s\S]*C-2/);
    },
  );

  obligation(
    'BC-11.3f',
    'guided',
    'a lead who is not sure if it is a crime asks the county team or the police at once',
    async (world) => {
      for (const kind of KINDS) {
        await begin(world, kind);
        await keepsTo(world, 'p-dsl', UNSURE);
      }
      await world.say('p-dsl', 'contacts crime');
      seesAll(world, 'p-dsl', '**01632 960450** County education safeguarding team', '**101** Police');
    },
  );

  obligation(
    'BC-11.3g',
    'recorded',
    'what may help to find those who exploit children goes to the exploitation team',
    async (world) => {
      for (const kind of KINDS) {
        await begin(world, kind);
        await stands(world, 'p-dsl', INTELLIGENCE, { must: CONSIDER });
        await staysOpenFor(world, 'p-dsl', { [`${kind}.intelligence`]: INTELLIGENCE });
        await world.refer('p-dsl', `${kind}.intelligence`, { who: 'The team, by phone', reference: 'I-3' });
        await historyShows(world, 'p-dsl', /Somebody else\nThe team, by phone\n[\s\S]*I-3/);
      }
      await world.say('p-dsl', 'contacts exploitation');
      world.sees('p-dsl', '**01632 960460** Child sexual exploitation team');
    },
  );

  obligation(
    'BC-11.3h',
    'executed',
    'no other setting is told before the police have been asked',
    async (world) => {
      for (const kind of KINDS) {
        await begin(world, kind);
        await keepsTo(
          world,
          'p-dsl',
          'Nobody outside is told before the police have said that it is all right.',
        );
        await stands(world, 'p-dsl', OTHERS, { must: CONSIDER, first: POLICE });
        for (const locked of [`${kind}.others`, 'any-concern.other-setting'])
          expect(await world.canDo('p-dsl', locked)).toBe(false);
        await world.refer('p-dsl', `${kind}.police`);
        expect(await world.canDo('p-dsl', `${kind}.others`)).toBe(true);
        expect(await world.canDo('p-dsl', 'any-concern.other-setting')).toBe(false);
        await world.step('p-dsl', `${kind}.others`, { answer: 'Their lead', note: 'As the police agreed.' });
        world.sees('p-dsl', 'Saved.');
      }
    },
  );

  obligation(
    'BC-11.3i',
    'executed',
    'the leadership team looks back at it before it is closed',
    async (world) => {
      for (const kind of KINDS) {
        await begin(world, kind);
        await stands(world, 'p-dsl', BACK, { must: MUST, first: 'Decide what happens next, and say why.' });
        await staysOpenFor(world, 'p-dsl', { [`${kind}.look-back`]: BACK });
        await world.openStep('p-dsl', `${kind}.look-back`);
        world.notOffered('p-dsl', 'Not this time');
      }
    },
  );
});
