import { obligations } from '../../support/obligations.ts';
import type { World } from '../../support/obligations-world.ts';
import { seesAll } from './acts.ts';
import { historyShows, keepsTo, pressOf, stands } from './acts-11.ts';

const POLICE = 'Call the police, or write down why not. If an adult is part of it, call at once.';
const AGREE = 'Agree that it may be deleted by whoever owns the device. Nobody looks at it.';

async function deletion(world: World) {
  await world.report({ ticks: ['images'] });
  await world.take('p-dsl');
  await world.triage('p-dsl', 'deletion');
}
const canAgree = (world: World) => world.canDo('p-dsl', 'deletion.agree');

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-11.2g',
    'executed',
    'by what the risk is, the lead decides about police, social care and parents, and why',
    async (world) => {
      await world.report({ ticks: ['images'] });
      await world.take('p-dsl');
      for (const call of [POLICE, "Call children's social care, or write down why not."])
        await stands(world, 'p-dsl', call, { must: 'Do it, or say why not: our policy, section 11.2' });
      await world.do('p-dsl', 'any-concern.vulnerable', 'None.');
      await world.do('p-dsl', 'nudes.risk', 'High: it was passed on.');
      await world.decide('p-dsl', 'any-concern.decision', 'Refer it on', 'It was passed on.');
      await world.decide('p-dsl', 'any-concern.parents', 'Tell them', 'They can help.');
      await stands(world, 'p-dsl', 'Tell the parents.', { first: POLICE });
      expect(await world.canDo('p-dsl', 'any-concern.tell-parents')).toBe(false);
      await world.openStep('p-dsl', 'nudes.police');
      await world.press('p-dsl', 'Not this time');
      await world.save('p-dsl', { reason: '' });
      world.refused('p-dsl', 'Not saved yet. Please write a few words');
      await world.save('p-dsl', { reason: 'Two learners of the same age, no pressure.' });
      expect(await world.canDo('p-dsl', 'any-concern.tell-parents')).toBe(true);
      await world.refer('p-dsl', 'nudes.social-care', {
        agency: 'social-care',
        who: 'The desk',
        reference: 'S-4',
      });
      await world.answer('p-dsl', 'nudes.adult', 'No');
      await world.openStep('p-dsl', 'nudes.respond');
      await world.save('p-dsl', { reason: 'We act with social care.' });
      await historyShows(
        world,
        'p-dsl',
        /High: it was passed on\./,
        /Refer it on\nIt was passed on\./,
        /Not this time[^\n]*\nCall the police[^\n]*\nTwo learners of the same age/,
        /The desk\n[\s\S]*S-4/,
        /by the national advice\.\n[^\n]+\nWe act with social care\./,
      );
    },
  );

  obligation(
    'BC-11.2i',
    'executed',
    'it is deleted only when no agency needs it, nobody could be hurt, and the lead has agreed',
    async (world) => {
      await deletion(world);
      await keepsTo(world, 'p-dsl', 'Nobody deletes it. Only the steps for deleting can open that.');
      for (const [text, section] of [
        ['Ask the police if it may go. Write down who answered', 'sections 11.2 and 11.4'],
        ['Decide if anyone still needs it, like the police, social care', 'section 11.2'],
        ['Could a child, or an inquiry, be hurt if it goes?', 'section 11.2'],
      ] as const)
        await stands(world, 'p-dsl', text, { must: `Must be done: our policy, ${section}` });
      expect(await canAgree(world)).toBe(false);
      await world.decide('p-dsl', 'deletion.nobody-needs-it', 'Nobody needs it', 'Asked both.');
      expect(await canAgree(world)).toBe(false);
      await world.answer('p-dsl', 'deletion.nobody-hurt', 'No');
      await stands(world, 'p-dsl', AGREE, { first: 'Ask the police if it may go.' });
      expect(await canAgree(world)).toBe(false);
      await world.refer('p-dsl', 'deletion.police', { who: 'PC on duty', reference: 'D-1' });
      await stands(world, 'p-dsl', AGREE, { must: 'May be done: our policy, section 11.2' });
      const agree = await pressOf(world, 'p-dsl', 'deletion.agree');
      for (const who of ['p-sam', 'p-head', 'p-leader', 'p-it']) {
        await world.at(who).send({ ...agree, inputs: { reason: 'Let us be done with it.' } });
        world.refused(who, 'There is nothing here for you.');
      }
      await world.press('p-dsl', 'Approve');
      world.refused('p-dsl', 'Not saved yet');
      await world.press('p-dsl', 'Approve', { reason: 'The police and social care need nothing.' });
      await historyShows(
        world,
        'p-dsl',
        /Approved[^\n]*\nAgree that it may be deleted[^\n]*\nThe police and social care/,
      );
      // One of the two is missing: it stays.
      await deletion(world);
      await world.refer('p-dsl', 'deletion.police');
      await world.answer('p-dsl', 'deletion.nobody-hurt', 'No');
      await world.decide('p-dsl', 'deletion.nobody-needs-it', 'Not sure', 'Social care has not answered.');
      await keepsTo(world, 'p-dsl', 'It stays. Somebody may still need it.');
      expect(await canAgree(world)).toBe(false);
      await deletion(world);
      await world.refer('p-dsl', 'deletion.police');
      await world.decide('p-dsl', 'deletion.nobody-needs-it', 'Nobody needs it', 'Asked.');
      await world.answer('p-dsl', 'deletion.nobody-hurt', 'Yes');
      await keepsTo(world, 'p-dsl', 'It stays. A child or an inquiry could be hurt.');
      expect(await canAgree(world)).toBe(false);
    },
  );

  obligation(
    'BC-11.2k',
    'guided',
    'whoever asks finds who helps with nudes, for learners, parents and staff, and no case is opened',
    async (world) => {
      for (const who of ['p-sam', 'p-vol', 'p-con']) {
        await world.say(who, 'contacts nudes');
        world.sees(who, /For a learner\n[\s\S]*Childline[\s\S]*CEOP[\s\S]*Childnet/);
        world.sees(who, /For a parent or carer\n[\s\S]*NSPCC Helpline[\s\S]*Internet Matters/);
        world.sees(who, /For staff\n[\s\S]*Professionals Online Safety Helpline/);
        seesAll(
          world,
          who,
          'Lucy Faithfull Foundation',
          'Marie Collins Foundation',
          'Internet Watch Foundation',
        );
        world.seesNot(who, 'Get Safe Online');
      }
      world.hearsNothing('p-dsl');
      expect(await world.org.deps().store.openCases()).toMatchObject({ items: [] });
    },
  );
});
