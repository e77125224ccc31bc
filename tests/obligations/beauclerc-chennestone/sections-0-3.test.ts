import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { doDuty } from './acts.ts';

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-0b',
    'executed',
    'each school has its own lead, and the safeguarding governor hears when nobody answers',
    async (world) => {
      await world.report({ by: 'p-sam', site: 'north' });
      world.told('p-dsl');
      await world.report({ by: 'p-sam-2', site: 'south' });
      world.told('p-dsl-2');
      await world.say('p-sam-2', 'contacts');
      world.sees('p-sam-2', /Alma Crane.*Designated safeguarding lead/);
      world.seesNot('p-sam-2', 'Iris Kay');
      await world.report({ by: 'p-pip', danger: 'now', alert: 'lead' });
      await world.advance({ hours: 3 });
      world.received('p-governor', 'has not been answered');
      world.never('p-governor', /Robin|Vale/);
    },
  );

  obligation(
    'BC-1a',
    'executed',
    'a lead chooses among content, contact and conduct, and no fourth kind',
    async (world) => {
      await world.report();
      await world.take('p-dsl');
      await world.press('p-dsl', 'Name the kind of case');
      for (const kind of ['Content', 'Contact', 'Conduct']) world.sees('p-dsl', kind);
      world.seesNot('p-dsl', 'Commerce');
    },
  );

  obligation(
    ['BC-2a', 'BC-2b'],
    'executed',
    'everyone who works here may report what happened anywhere, and it stays within that school',
    async (world, met) => {
      const bus = { seen: 'A chat on Sunday, on the bus, on their own phone.' };
      for (const by of ['p-con', 'p-it', 'p-office-2']) {
        await world.report({ by, site: 'south', ticks: ['online'], story: bus });
        world.sees(by, 'Saved, today');
        world.sees(by, 'wherever it happened, in school or not, and whoever owns the device');
      }
      await world.report({ by: 'p-vol', ticks: ['online'], story: bus });
      world.sees('p-vol', 'Saved, today');
      met('BC-2a');
      world.fromHere();
      const id = await world.report({ by: 'p-con', site: 'south' });
      world.told('p-dsl-2');
      await world.take('p-dsl-2', id);
      world.sees('p-dsl-2', 'What must happen next');
      await world.report({ by: 'p-con', site: 'south', adult: ['p-pip-2'] });
      world.told('p-head-2', 'p-dsl-2');
      await world.report({ by: 'p-con', site: 'north', adult: ['p-pip'] });
      world.told('p-head', 'p-dsl');
      met('BC-2b');
    },
  );

  obligation(
    'BC-3b',
    'executed',
    'the monitoring is checked every four weeks, with evidence, and what is amiss is put right',
    async (world) => {
      await daysGoBy(world, 49);
      world.received('p-dsl', 'Check what the monitoring service found. It was due on 11 January 2027.');
      world.received('p-dsl', 'every 4 weeks was set by North and South Primary Schools');
      await doDuty(world, 'p-dsl', 'monitoring-check', { evidence: '' });
      world.refused('p-dsl', 'Not saved yet. Say what was done, or where it can be seen.');
      await doDuty(world, 'p-dsl', 'monitoring-check', { no: ['read', 'acted', 'works'] });
      world.sees('p-dsl', 'It is due again on 9 February 2027.');
      for (const what of [
        'Are all reports of the monitoring service read?',
        'Is each concern in the safeguarding records?',
        'Does monitoring work on every device that we own or lend?',
      ])
        world.received('p-it', `Something to put right: ${what}`);
      world.received('p-head', 'Check what the monitoring service found. It was done on');
    },
  );

  obligation(
    'BC-3c',
    'executed',
    'the headteacher reads of a case what the lead chooses, and nothing else',
    async (world) => {
      await world.report({ children: [{ name: 'Robin Vale' }], ticks: ['online'] });
      await world.take('p-dsl');
      world.hearsNothing('p-head');
      await world.step('p-dsl', 'any-concern.inform-head', {
        text: 'A worry online; two learners, all safe.',
      });
      world.received('p-head', 'There is something here for you to read.');
      await world.press('p-head', 'Open');
      world.sees('p-head', 'A worry online; two learners, all safe.');
      world.sees('p-head', 'This is all there is to see.');
      world.never('p-head', /Robin|Vale|lunch/);
      world.hearsNothing('p-head-2');
    },
  );
});
