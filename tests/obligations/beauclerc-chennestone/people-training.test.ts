import { obligations } from '../../support/obligations.ts';
import { firstMorning, hasDone, isAsked, ownList } from '../../support/obligations-people.ts';

const NEW = { 'p-pip': { started: '2026-11-20' } };

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    ['BC-4.2b', 'BC-5.3b'],
    'executed',
    'every member of staff has an update each year; without one for twelve months they are late, and somebody hears of it',
    async (world, met) => {
      await firstMorning(world, { 'p-sam': { trained: '2025-11-02' }, 'p-sam-2': { trained: '2025-12-04' } });
      const update = 'Safeguarding and online safety update';
      await isAsked(world, 'p-sam', update, 'It was due on 2 November 2026');
      await isAsked(world, 'p-sam-2', update, 'Due by 4 December 2026');
      world.received('p-head', '1 person you manage is late with training or agreements.');
      met('BC-4.2b');
      await ownList(world, 'p-sam');
      world.sees('p-sam', /what learners may see, who may get in touch with them, what they may do online/);
      world.sees('p-sam', /what is expected of staff/);
      met('BC-5.3b');
    },
  );

  obligation(
    'BC-4.2c',
    'executed',
    'leads learn about risk online and about special needs, as often as the organisation has it',
    async (world) => {
      await firstMorning(world);
      await isAsked(world, 'p-dsl', 'Online risk and special needs, for safeguarding leads', 'Due by');
      world.sees('p-dsl', /what children with special needs meet online/);
      world.sees('p-dsl', 'every 12 months was set by');
    },
  );

  obligation('BC-4.3c', 'recorded', 'what staff learn by themselves is kept', async (world) => {
    await firstMorning(world);
    await ownList(world, 'p-sam');
    await world.press('p-sam', 'Add something I learned');
    await world.press('p-sam', 'Save it', { what: 'How to keep data safe', date: '2026-12-24' });
    world.refused('p-sam', 'Not saved yet. Please give a day that is not in the future.');
    await world.press('p-sam', 'Save it', { what: 'How to keep data safe', date: '2026-11-02' });
    world.sees('p-sam', 'How to keep data safe');
  });

  obligation(
    ['BC-5.3a', 'BC-5.3c', 'BC-8.2a'],
    'executed',
    'at induction: the policy, that use can be traced, that conduct online counts, and social media; again each year',
    async (world, met) => {
      await firstMorning(world, NEW);
      await isAsked(
        world,
        'p-pip',
        'Online safety policy, talked through at induction',
        'Due by 18 December 2026',
      );
      world.sees('p-pip', /the online safety policy and its procedures/);
      met('BC-5.3a');
      world.sees(
        'p-pip',
        /that systems are monitored and use can be traced, that conduct online can affect your role/,
      );
      met('BC-5.3c');
      world.sees('p-pip', /what is expected on social media/);
      await ownList(world, 'p-sam');
      world.sees('p-sam', /what is expected of staff, social media/);
      met('BC-8.2a');
    },
  );

  obligation(
    'BC-5.3d',
    'recorded',
    'each member of staff states, line by line, that they know what to do about learners, colleagues and others',
    async (world) => {
      await firstMorning(world);
      await ownList(world, 'p-sam');
      world.sees('p-sam', 'Statement that you know what to do');
      await hasDone(world, 'p-sam', { date: '2026-11-24', topics: 'learners,colleagues' });
      world.sees('p-sam', 'It is noted. Something is still to be covered.');
      await ownList(world, 'p-sam');
      world.sees('p-sam', 'Still to cover: a worry about somebody else.');
      await hasDone(world, 'p-sam', { date: '2026-11-25', topics: 'community' });
      await ownList(world, 'p-sam');
      world.sees('p-sam', 'Done on 25 November 2026.');
    },
  );
});
