import { loadOrganisationFiles } from '../../../src/compose/organisation.ts';
import { obligations } from '../../support/obligations.ts';
import { readsIn, records } from '../../support/obligations-records.ts';

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-6.4b',
    'executed',
    'an AI tool is listed as permitted after its risks were looked at and somebody said yes',
    async (world) => {
      await world.say('p-sam', 'ai tool');
      world.sees(
        'p-sam',
        'Look at the risks first: what it keeps, what it can make, and what it gets wrong.',
      );
      world.sees(
        'p-sam',
        'Do not use it before somebody has said yes, and put nothing about a pupil into it.',
      );
      const asked = { tool: 'Story helper', purpose: 'First lines of a story', who: 'Pupils with staff' };
      await records(world, 'p-sam', 'ai tool', asked);
      world.refused('p-sam', 'Fill in at least one of these: What could go wrong');
      world.hearsNothing('p-head');
      await records(world, 'p-sam', 'ai tool', {
        ...asked,
        risks: 'It makes things up: we check every line.',
      });
      world.told('p-head');
      await world.say('p-pip', 'permitted ai tools');
      world.sees('p-pip', 'No AI tool is permitted yet.');
      await world.press('p-head', 'Open');
      world.sees('p-head', /Story helper[\s\S]*It makes things up/);
      await world.press('p-head', 'Approve');
      await world.say('p-pip', 'ai tools');
      world.sees('p-pip', /Story helper[\s\S]*It stands until 24 November 2027\./);
      // One that is declined is not listed, and whoever asks for one does not answer.
      const other = { ...asked, tool: 'Face maker', assessment: 'Shared folder, AI 4' };
      await records(world, 'p-head', 'ai tool', other);
      world.received('p-leader', 'It needs a yes or a no from you.');
      await world.press('p-leader', 'Open');
      await world.press('p-leader', 'Decline', { reason: 'Faces of pupils go into it.' });
      await world.say('p-pip', 'ai tools');
      world.seesNot('p-pip', 'Face maker');
    },
  );

  obligation(
    'BJ-13a',
    'reported',
    'every policy that ours is read with is listed, and one without a link is flagged',
    async (world) => {
      await world.say('p-sam', 'policies');
      for (const title of [
        'Behaviour policy',
        'Staff disciplinary procedures',
        'Data protection and privacy notices',
        'Complaints procedure',
        'ICT and internet use policy',
      ])
        world.sees('p-sam', `${title}\nNo link is set up for it.`);
      world.seesNot('p-sam', 'Child protection policy\nNo link is set up for it.');
      await world.report({ ticks: ['online', 'between-children'] });
      await world.take('p-head');
      await world.triage('p-head', 'cyberbullying');
      await readsIn(
        world,
        'p-head',
        'No link is set up for: Behaviour policy and ICT and internet use policy.',
      );
      const { warnings } = await loadOrganisationFiles(
        'tests/obligations/balfour-junior/organisation',
        process.env.OBLIGATIONS_POLICIES ?? 'policies',
      );
      expect(warnings.join('\n')).toContain('No link is set up for "ICT and internet use policy".');
    },
  );
});
