import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { firstMorning, hasDone, isAsked, ownList, session } from '../../support/obligations-people.ts';

const NEW = { 'p-pip': { started: '2026-11-20' } };
const ALL_BUT_FILTERING = 'technology,between-children,images,offline,signs,weighing,choices,cyberbullying';

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-3.1b',
    'executed',
    'training without filtering and monitoring is not whole',
    async (world) => {
      await firstMorning(world, { 'p-sam': { trained: '2025-09-03' } });
      await hasDone(world, 'p-sam', { date: '2026-11-20', topics: ALL_BUT_FILTERING });
      await ownList(world, 'p-sam');
      world.sees('p-sam', 'Still to cover: filtering and monitoring: what is expected, and who does what.');
      await ownList(world, 'p-sam');
      world.sees('p-sam', 'It was due on 31 October 2026.');
    },
  );

  obligation(
    ['BJ-3.1c', 'BJ-3.3m'],
    'executed',
    'all staff get an update at least once a year: its readers are counted, and without one the lead and the chair hear of it',
    async (world, met) => {
      await daysGoBy(world, 12);
      world.received(
        'p-head',
        'Tell all staff what is new in online safety. It was due on 12 February 2027.',
      );
      world.received('p-chair', 'Tell all staff what is new in online safety');
      met('BJ-3.1c');
      await world.say('p-head', 'duties');
      await world.press('p-head', 'Write to all staff');
      await world.press('p-head', 'Send it to all staff', { text: 'What is new this year.' });
      await world.advance({ minutes: 5 });
      for (const person of ['p-sam', 'p-pip']) {
        await world.press(person, 'Read it');
        world.sees(person, 'What is new this year.');
      }
      await world.say('p-head', 'duties');
      await world.press('p-head', 'Read it');
      world.sees('p-head', /Opened by 2 of 12 people\./);
      met('BJ-3.3m');
    },
    { start: '2027-02-11T10:00:00.000Z' },
  );

  obligation('BJ-3.3i', 'recorded', 'what the lead delivers is in each one’s own record', async (world) => {
    await firstMorning(world, { 'p-sam': { started: '2026-11-20' }, 'p-pip': { started: '2026-11-20' } });
    const all = 'safe-use,online,cyberbullying,radicalisation';
    await session(world, 'p-head', { names: 'Sami Wells', topics: all, date: '2026-11-24' });
    await ownList(world, 'p-sam');
    world.sees('p-sam', 'Done on 24 November 2026.');
    await ownList(world, 'p-pip');
    world.sees('p-pip', 'Due by 18 December 2026.');
  });

  obligation(
    ['BJ-6.2b', 'BJ-11d'],
    'executed',
    'governors and volunteers are trained, bullying online included; whoever has not been is reminded',
    async (world, met) => {
      await firstMorning(world, {
        'p-governor': { trained: '2025-11-20' },
        'p-vol': { trained: '2026-10-01' },
      });
      await ownList(world, 'p-governor');
      world.sees('p-governor', /bullying online and how to support those it happens to/);
      await ownList(world, 'p-vol');
      world.sees('p-vol', /bullying online and how to support those it happens to/);
      met('BJ-6.2b');
      await daysGoBy(world, 12);
      await isAsked(world, 'p-governor', 'Online safety for governors', 'Due by 31 December 2026');
      await ownList(world, 'p-vol');
      world.sees('p-vol', 'Done on 1 October 2026. Next due by 31 December 2027.');
      await daysGoBy(world, 32);
      await world.say('p-head', 'compliance');
      world.sees('p-head', /Greta Holm[\s\S]*?Online safety for governors/);
      met('BJ-11d');
    },
  );

  obligation('BJ-11a', 'executed', 'whoever starts has an induction with its topics', async (world) => {
    await firstMorning(world, NEW);
    await isAsked(world, 'p-pip', 'Online safety at induction', 'Due by 18 December 2026');
    world.sees('p-pip', /using the internet safely, .*bullying online and being drawn into extremism online/);
  });

  obligation(
    'BJ-11b',
    'executed',
    'who has not refreshed this year is reminded every week, and their line manager hears of it',
    async (world) => {
      await firstMorning(world, { 'p-sam': { trained: '2025-09-03' } });
      await isAsked(
        world,
        'p-sam',
        'Safeguarding and online safety refresher',
        'It was due on 31 October 2026',
      );
      world.received('p-head', '1 person you manage is late with training or agreements.');
      await daysGoBy(world, 8);
      world.received('p-sam', 'There is a newer card for this.');
    },
  );

  obligation(
    'BJ-11c',
    'executed',
    'lead and deputies: a course every two years and an update each year; who has neither is flagged to the lead and the chair',
    async (world) => {
      await firstMorning(world);
      for (const person of ['p-head', 'p-deputy']) {
        await ownList(world, person);
        world.sees(person, 'Child protection course for safeguarding leads');
        world.sees(person, 'Yearly update for safeguarding leads');
      }
      await hasDone(world, 'p-head', { date: '2026-03-01', certificate: 'H-1' });
      await hasDone(world, 'p-head', { date: '2026-03-01' });
      await daysGoBy(world, 50);
      world.received('p-chair', '2 people are late with training that you are to know about.');
      await world.press('p-chair', 'See who');
      world.sees('p-chair', /Child protection course for safeguarding leads: It was due on/);
      world.sees('p-chair', /Nadia Marsh\nChild protection course/);
    },
  );
});
