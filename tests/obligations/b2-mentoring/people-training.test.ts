import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { firstMorning, hasDone, isAsked, ownList, session } from '../../support/obligations-people.ts';

const NEW = { 'p-pip': { started: '2026-11-20' } };
const OWN_INTERVAL = /The policy gives no interval; every academic year was set by/;

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    ['B2-6.2b', 'B2-11e'],
    'executed',
    'directors, proprietors and volunteers are trained, bullying online included; how often is said to be the organisation’s own',
    async (world, met) => {
      await firstMorning(world);
      await ownList(world, 'p-proprietor');
      world.sees('p-proprietor', 'Bullying online, for proprietors');
      world.sees(
        'p-proprietor',
        'It covers: what bullying online is and does and how to support those it happens to.',
      );
      await ownList(world, 'p-vol');
      world.sees('p-vol', /bullying online and how to support those it happens to/);
      met('B2-6.2b');
      world.sees('p-vol', OWN_INTERVAL);
      await ownList(world, 'p-director');
      world.sees('p-director', 'Online safety for directors');
      world.sees('p-director', 'Next due by 31 December 2027.');
      world.sees('p-director', OWN_INTERVAL);
      met('B2-11e');
    },
  );

  obligation('B2-11a', 'executed', 'whoever starts has an induction with its four topics', async (world) => {
    await firstMorning(world, NEW);
    await isAsked(world, 'p-pip', 'Online safety at induction', 'Due by 18 December 2026');
    world.sees(
      'p-pip',
      'It covers: using the internet safely, keeping children safe online, bullying online and being drawn into extremism online.',
    );
    world.sees('p-pip', 'section 11');
    await ownList(world, 'p-sam');
    world.sees('p-sam', 'Nothing to do.');
  });

  obligation(
    'B2-11b',
    'executed',
    'staff refresh once in each academic year, and hear of updates in between',
    async (world) => {
      await firstMorning(world, { 'p-sam': { trained: '2026-08-31' }, 'p-pip': { trained: '2026-09-01' } });
      await isAsked(
        world,
        'p-sam',
        'Safeguarding and online safety refresher',
        'It was due on 31 October 2026',
      );
      await ownList(world, 'p-pip');
      world.sees('p-pip', 'Done on 1 September 2026. Next due by 31 October 2027.');
      await world.say('p-dsl', 'duties');
      await world.press('p-dsl', 'Write to all staff');
      await world.press('p-dsl', 'Send it to all staff', { text: 'A new trick is going round.' });
      await world.settle();
      world.received('p-pip', 'There is something to read');
    },
  );

  obligation(
    'B2-11c',
    'recorded',
    'training that leaves a topic out is not whole: what is uncovered is listed until it is covered',
    async (world) => {
      await firstMorning(world, { 'p-sam': { trained: '2025-09-03' }, 'p-pip': { started: '2026-11-20' } });
      await session(world, 'p-dsl', { names: 'Pip Harlow', topics: 'safe-use,online', date: '2026-11-24' });
      world.sees('p-dsl', 'bullying online');
      world.sees('p-dsl', 'being drawn into extremism online');
      await ownList(world, 'p-pip');
      world.sees('p-pip', 'Still to cover: bullying online and being drawn into extremism online.');
      const most = 'technology,between-children,images,signs,weighing,choices,cyberbullying';
      await hasDone(world, 'p-sam', { date: '2026-11-20', topics: most });
      await ownList(world, 'p-sam');
      world.sees('p-sam', 'Still to cover: the online side of violence between children.');
      await hasDone(world, 'p-sam', { date: '2026-11-24', topics: 'offline' });
      world.sees('p-sam', 'It is noted as done.');
    },
  );

  obligation(
    'B2-11d',
    'executed',
    'the lead’s certificate holds for two years, their knowledge for one: both clocks run, and the board hears of it',
    async (world) => {
      await firstMorning(world);
      await ownList(world, 'p-dsl');
      world.sees('p-dsl', 'Child protection course for safeguarding leads');
      world.sees('p-dsl', 'Yearly update for safeguarding leads');
      await world.press('p-dsl', 'I have done it');
      await world.press('p-dsl', 'Save it', { date: '2024-10-01', certificate: 'cert 77' });
      world.never('p-director', /late with training/);
      await daysGoBy(world, 14);
      await isAsked(
        world,
        'p-dsl',
        'Child protection course for safeguarding leads',
        'It was due on 1 October 2026',
      );
      world.received('p-director', '1 person you manage is late with training or agreements.');
      world.received('p-director-2', '1 person is late with training that you are to know about.');
      await world.press('p-director', 'See who');
      world.sees(
        'p-director',
        'Child protection course for safeguarding leads: It was due on 1 October 2026.',
      );
    },
    { start: '2026-09-21T09:00:00.000Z' },
  );
});
