import { loadOrganisationFiles } from '../../../src/compose/organisation.ts';
import { obligations } from '../../support/obligations.ts';
import { readsIn } from '../../support/obligations-records.ts';

obligations('active-learning', ({ obligation }) => {
  obligation(
    'AL-13a',
    'reported',
    'every policy that ours is read with is listed, and one without a link is flagged where it is needed',
    async (world) => {
      await world.say('p-sam', 'policies');
      for (const title of [
        'Child protection policy',
        'Behaviour agreement',
        'Staff disciplinary procedures',
        'Data protection and privacy notices',
        'Complaints procedure',
        'Student and parent user agreement',
      ])
        world.sees('p-sam', `${title}\nNo link is set up for it.`);
      await world.report({ ticks: ['online', 'between-children'] });
      await world.take('p-dsl');
      await world.triage('p-dsl', 'cyberbullying');
      await readsIn(
        world,
        'p-dsl',
        'No link is set up for: Behaviour agreement and Student and parent user agreement.',
      );
      // Whoever starts the bot is told too.
      const { warnings } = await loadOrganisationFiles(
        'tests/obligations/active-learning/organisation',
        process.env.OBLIGATIONS_POLICIES ?? 'policies',
      );
      expect(warnings.join('\n')).toContain('No link is set up for "Student and parent user agreement".');
    },
  );
});
