import { obligations } from '../../support/obligations.ts';
import { FOR_AN_ADULT, holdsOpen, mayCall, readsIn } from './acts.ts';

obligations('active-learning', ({ obligation }) => {
  obligation(
    'AL-10b',
    'executed',
    'a colleague who breaks the rules goes to the directors, under the disciplinary procedures and the code',
    async (world) => {
      const worry = { ticks: ['adult-behaviour'], story: { seen: 'Sends them messages at night.' } } as const;
      await world.report({ ...worry, adult: ['p-pip'] });
      world.told('p-director', 'p-director-2', 'p-dsl');
      world.never('p-dsl', /Pip|Harlow|messages at night/);
      world.hearsNothing('p-trustee');
      await mayCall(world, 'p-sam', ...FOR_AN_ADULT);
      await world.take('p-director');
      await readsIn(world, 'p-director', 'Call the LADO within one working day');
      await world.triage('p-director', 'staff-misuse');
      const conduct = 'Follow the disciplinary procedures and the code of conduct, in proportion.';
      await holdsOpen(world, 'p-director', 'staff-misuse.conduct', conduct);
      await world.do('p-director', 'staff-misuse.conduct');
      await world.close('p-director', { confirmed: 'yes' });
      world.sees('p-director', 'Open it again');
      // A lead goes past the leads, and a director past the directors.
      for (const [by, adult] of [
        ['p-vol', ['p-dsl']],
        ['p-con', ['p-deputy']],
        ['p-leader', 'unsure'],
      ] as const) {
        world.fromHere();
        await world.report({ ...worry, by, adult });
        world.told('p-director', 'p-director-2');
        await mayCall(world, by, ...FOR_AN_ADULT);
        await world.open('p-director');
        world.sees('p-director', 'Kept from 2 people who may be part of it.');
      }
      world.hearsNothing('p-trustee');
      await world.advance({ minutes: 61 });
      world.received('p-trustee', 'Urgent');
      world.fromHere();
      await world.report({ ...worry, by: 'p-complaints', adult: ['p-director-2'] });
      world.told('p-trustee', 'p-dsl');
      await mayCall(world, 'p-complaints', ...FOR_AN_ADULT);
      await world.report({ ...worry, adult: ['p-pip'] });
      await world.take('p-director');
      await world.triage('p-director', 'low-level,indecent-images,radicalisation');
      await readsIn(
        world,
        'p-director',
        'Looking at earlier worries, is there a pattern?',
        'Call the police at once. Ask what happens to the device, and who may know.',
        'Nobody speaks to the adult about it before the LADO or the police have said how.',
      );
      world.fromHere();
      await world.report({ ...worry, adult: ['p-it'], ticks: ['filter', 'adult-behaviour'] });
      world.told('p-director', 'p-director-2', 'p-dsl');
      world.hearsNothing('p-it');
      await world.advance({ minutes: 31 });
      await world.open('p-trustee');
      world.sees('p-trustee', 'Adult in it: Ivo Stone');
    },
  );
});
