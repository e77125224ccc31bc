import { obligations } from '../../support/obligations.ts';
import { readsIn, records } from '../../support/obligations-records.ts';

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    'B2-8a',
    'executed',
    'what a mentor agreed with a student about their phone, every other mentor reads',
    async (world) => {
      const agreed = {
        student: 'Robin Vale, Group 2',
        times: 'At lunch, and after three',
        limits: 'Camera off. A call home when it gets too loud.',
      };
      await world.say('p-sam', 'phone limits');
      world.sees('p-sam', 'Agree it with the student first.');
      world.sees('p-sam', 'A worry about the student does not go here: report a concern.');
      await records(world, 'p-sam', 'set phone times', { ...agreed, times: '' });
      world.refused('p-sam', 'At which times may they use it?');
      await records(world, 'p-sam', 'set phone times', { ...agreed, limits: '' });
      world.refused('p-sam', 'which need of theirs do they follow?');
      await records(world, 'p-sam', 'set phone times', { ...agreed, student: 'Robin Vale' });
      world.refused('p-sam', 'Write a name and a class');
      await records(world, 'p-sam', 'set phone times', agreed);
      world.sees('p-sam', 'It stands until 24 May 2027.');
      await world.say('p-pip', 'phone times');
      await world.press('p-pip', 'Look', { name: 'robin vale' });
      world.sees('p-pip', 'At lunch, and after three');
      world.sees('p-pip', 'Camera off. A call home when it gets too loud.');
      world.sees('p-pip', 'Sami Wells');
      await world.press('p-pip', 'Back to the list');
      await world.press('p-pip', 'Look', { name: 'Noor Hale' });
      world.sees('p-pip', 'No times are agreed yet.');
      // Another mentor agrees something else: that is what counts from then on.
      const other = { ...agreed, times: 'Not in lessons', same: 'yes' };
      await records(world, 'p-pip', 'set phone times', other);
      await world.say('p-sam', 'device limits');
      await world.press('p-sam', 'Look', { name: 'Robin Vale', class: 'group 2' });
      world.sees('p-sam', 'Not in lessons');
      // Whoever agreed it last is asked when half a year is over; the one before is not.
      world.fromHere();
      await world.advance({ hours: 24 * 184 });
      world.received('p-pip', 'This stood until 24 May 2027. Renew it, or say that it is ended.');
      world.never('p-sam', 'Renew it');
      await world.press('p-pip', 'It is ended');
      await world.say('p-sam', 'phone times');
      world.sees('p-sam', 'No times are agreed yet.');
      await world.say('p-vol', 'phone times');
      world.sees('p-vol', 'There is nothing here for you.');
      world.never('p-vol', /Robin/);
    },
  );

  obligation(
    'B2-13a',
    'executed',
    'a step that goes with another policy shows its link, or that there is none',
    async (world) => {
      await world.report({ ticks: ['online', 'between-children'] });
      await world.take('p-dsl');
      await world.triage('p-dsl', 'cyberbullying');
      await readsIn(world, 'p-dsl', 'Goes with: Child protection policy.');
      await readsIn(world, 'p-dsl', 'No link is set up for: Behaviour policy.');
      await world.say('p-sam', 'policies');
      for (const title of [
        'Child protection policy',
        'Complaints procedure',
        'Data protection and privacy notices',
      ])
        world.sees('p-sam', title);
      world.sees('p-sam', /Staff disciplinary procedures\nNo link is set up for it\./);
    },
  );
});
