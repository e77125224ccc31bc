import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { firstMorning, hasDone, isAsked, ownList, session } from '../../support/obligations-people.ts';

const OWN_INTERVAL = /The policy gives no interval; every academic year was set by/;

obligations('active-learning', ({ obligation }) => {
  obligation(
    ['AL-6.2b', 'AL-11e'],
    'executed',
    'trustees, directors and volunteers are trained, bullying online included',
    async (world, met) => {
      await firstMorning(world, { 'p-trustee': { trained: '2025-11-02' } });
      await ownList(world, 'p-trustee');
      world.sees('p-trustee', 'Bullying online, for trustees');
      world.sees('p-trustee', 'Next due by 31 December 2026.');
      await ownList(world, 'p-sam');
      world.sees('p-sam', /bullying online and how to support those it happens to/);
      met('AL-6.2b');
      for (const [person, name] of [
        ['p-director', 'Online safety for directors'],
        ['p-vol', 'Online safety for volunteers'],
      ] as const) {
        await ownList(world, person);
        world.sees(person, name);
        world.sees(person, OWN_INTERVAL);
      }
      met('AL-11e');
    },
  );

  obligation('AL-11a', 'executed', 'whoever starts has an induction', async (world) => {
    await firstMorning(world, { 'p-pip': { started: '2026-11-20' } });
    await isAsked(world, 'p-pip', 'Online safety at induction', 'Due by 18 December 2026');
    world.sees('p-pip', /bullying online and being drawn into extremism online/);
  });

  obligation(
    'AL-11b',
    'executed',
    'who has refreshed nothing this year is late after the day that the pack gives',
    async (world) => {
      await firstMorning(world, { 'p-sam': { trained: '2025-10-20' } });
      await isAsked(world, 'p-sam', 'Safeguarding and online safety refresher', 'Due by 31 October 2026');
      await daysGoBy(world, 25);
      await isAsked(
        world,
        'p-sam',
        'Safeguarding and online safety refresher',
        'It was due on 31 October 2026',
      );
    },
    { start: '2026-10-12T09:00:00.000Z' },
  );

  obligation('AL-11c', 'recorded', 'what training left out is listed until it is covered', async (world) => {
    await firstMorning(world, { 'p-sam': { trained: '2025-09-03' }, 'p-pip': { started: '2026-11-20' } });
    await session(world, 'p-dsl', {
      names: 'Pip Harlow',
      topics: 'safe-use,online,cyberbullying',
      date: '2026-11-24',
    });
    world.sees('p-dsl', 'being drawn into extremism online');
    world.seesNot('p-dsl', 'using the internet safely');
    await ownList(world, 'p-sam');
    world.sees('p-sam', /how to spot the signs, how students learn to weigh up risks/);
    await hasDone(world, 'p-sam', { date: '2026-11-20', topics: 'technology,images' });
    await ownList(world, 'p-sam');
    world.sees('p-sam', /Still to cover: how children hurt each other online, .* and bullying online/);
    await hasDone(world, 'p-sam', {
      date: '2026-11-24',
      topics: 'between-children,offline,signs,weighing,choices,cyberbullying',
    });
    world.sees('p-sam', 'It is noted as done.');
  });

  obligation(
    'AL-11d',
    'executed',
    'for the deputy as for the lead: a course every two years, an update every year',
    async (world) => {
      await firstMorning(world);
      for (const person of ['p-dsl', 'p-deputy']) {
        await hasDone(world, person, { date: '2025-10-05', certificate: 'C-1' });
        await hasDone(world, person, { date: '2025-10-05' });
        await ownList(world, person);
        world.sees(person, 'Done on 5 October 2025. Next due by 5 October 2027.');
        world.sees(person, 'Due by 5 October 2026.');
      }
      await daysGoBy(world, 18);
      await isAsked(
        world,
        'p-deputy',
        'Yearly update for safeguarding leads',
        'It was due on 5 October 2026',
      );
      world.received('p-director', '2 people are late with training that you are to know about.');
    },
    { start: '2026-09-21T09:00:00.000Z' },
  );
});
