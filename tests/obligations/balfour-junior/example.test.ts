import { obligations } from '../../support/obligations.ts';

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-3.3f',
    'executed',
    'a worry about a pupil goes to the headteacher, who is the lead',
    async (world) => {
      await world.report({ by: 'p-sam', ticks: ['online'] });
      world.told('p-head');
      world.offers('p-head', 'I have this');
      await world.take('p-head');
      world.sees('p-head', 'What must happen next');
      world.hearsNothing('p-governor');
      world.never('p-chair', /Robin/);
    },
  );
  obligation(
    ['BJ-6.3i', 'BJ-6.3j'],
    'executed',
    'nothing is deleted before the police have answered and the headteacher agreed',
    async (world, met) => {
      await world.report({ ticks: ['images'] });
      await world.take('p-head');
      await world.triage('p-head', 'deletion');
      world.sees('p-head', 'Ask the police if it may go.');
      expect(await world.canDo('p-head', 'deletion.agree')).toBe(false);
      await world.close('p-head');
      world.refused('p-head', 'You cannot close this yet. Left to do:');
      met('BJ-6.3i');
      await world.refer('p-head', 'deletion.police');
      await world.decide('p-head', 'deletion.nobody-needs-it', 'Nobody needs it', 'Asked all.');
      await world.answer('p-head', 'deletion.nobody-hurt', 'No');
      await world.approve('p-head', 'deletion.agree', 'The police agree.');
      world.sees('p-head', 'deleted by whoever owns the device. Nobody looks at it.: approved.');
      await world.workThrough('p-head');
      await world.close('p-head', { confirmed: 'yes' });
      world.sees('p-head', 'Open it again');
      met('BJ-6.3j');
    },
  );
});
