import { obligations } from '../../support/obligations.ts';
import { caseFor, holdsOpen, readsIn } from './acts.ts';

obligations('active-learning', ({ obligation }) => {
  obligation('AL-10b', 'executed', 'a colleague who breaks the rules goes to the directors, under the disciplinary procedures and the code', async (world) => {
    const worry = { ticks: ['adult-behaviour'], story: { seen: 'Sends them messages at night.' } } as const;
    await world.report({ ...worry, adult: ['p-pip'] });
    world.told('p-director', 'p-director-2', 'p-dsl');
    world.never('p-dsl', /Pip|Harlow|messages at night/);
    world.hearsNothing('p-it');
    world.sees('p-sam', 'Local authority designated officer (LADO) 01632 960440');
    await world.take('p-director');
    await readsIn(world, 'p-director', 'Call the LADO within one working day');
    await world.triage('p-director', 'staff-misuse');
    const conduct = 'Follow the disciplinary procedures and the code of conduct, in proportion.';
    await holdsOpen(world, 'p-director', 'staff-misuse.conduct', conduct);
    await world.do('p-director', 'staff-misuse.conduct');
    await world.close('p-director', { confirmed: 'yes' });
    world.sees('p-director', 'Open it again');
    await world.report({ ...worry, adult: ['p-pip'] });
    await world.take('p-director');
    await world.triage('p-director', 'low-level,indecent-images,radicalisation');
    await readsIn(
      world,
      'p-director',
      'Looking at earlier worries, is there a pattern?',
      'Call the police at once. Ask what happens to the device, and who may know.',
      'Make a Prevent referral',
    );
    await readsIn(world, 'p-director', 'Make sure that the children are safe now.');
    await world.advance({ hours: 1 });
    world.received('p-trustee', 'Urgent');
  });

});
