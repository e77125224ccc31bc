import { obligations } from '../../support/obligations.ts';
import type { World } from '../../support/obligations-world.ts';
import { beginSearch, DEVICE, HELD } from '../../support/search.ts';
import { nextStep, searchBegins, seesAll } from './acts.ts';

const OURS = 'Why? our policy, section 6.3';
const OTHER = 'Anything to add?';

async function agrees(world: World, person: string): Promise<void> {
  await world.press(person, 'Open');
  await world.press(person, 'Approve');
}

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-6.3a',
    'executed',
    'only the headteacher and staff whom the headteacher authorised search a device',
    async (world) => {
      for (const who of ['p-sam', 'p-deputy', 'p-leader', 'p-vol']) {
        await world.say(who, 'search a device');
        world.refused(who, 'You may not search a device.');
        world.sees(
          who,
          /The headteacher or the member of staff authorised by the headteacher may\.[\s\S]*section 6\.3/,
        );
        world.notOffered(who, 'Start');
      }
      world.sees(
        'p-sam',
        'Do not search a pupil or a device. Only those whom the headteacher authorised may, step by step.',
      );
      for (const who of ['p-head', 'p-searcher']) {
        await world.say(who, 'search a device');
        world.offers(who, 'Start');
      }
    },
  );

  obligation(
    'BJ-6.3b',
    'guided',
    'a search has one of three reasons, or it does not begin',
    async (world) => {
      await beginSearch(world.at('p-searcher'), DEVICE);
      world.sees('p-searcher', 'What is the reason for the search?');
      world.sees(
        'p-searcher',
        `It may harm somebody\nIt is on the banned list\nIt may show a crime\nNone of these\n${OTHER}`,
      );
      await nextStep(world, 'p-searcher', { answer: 'None of these' });
      seesAll(world, 'p-searcher', 'Do not search it. There is no reason that allows it.');
      world.notOffered('p-searcher', 'Next');
    },
  );

  obligation(
    'BJ-6.3c',
    'executed',
    'a search that can wait waits for the yes of the headteacher, or of a deputy where the headteacher searches',
    async (world) => {
      await searchBegins(world, 'p-searcher');
      seesAll(world, 'p-searcher', 'Could somebody be hurt if the search waits?', OURS);
      world.fromHere();
      await nextStep(world, 'p-searcher', { answer: 'No' });
      world.sees('p-searcher', 'Waiting for the headteacher or the deputy safeguarding lead to agree.');
      world.sees(
        'p-searcher',
        /Agree to the search\. It waits for this[^\n]*\n[^\n]*our policy, section 6\.3/,
      );
      world.notOffered('p-searcher', 'Next');
      world.told('p-head');
      await world.press('p-head', 'Open');
      world.sees('p-head', DEVICE.device ?? '');
      await world.press('p-head', 'Decline', { reason: 'His mother is on her way.' });
      await world.press('p-searcher', 'Go on with the search');
      world.sees(
        'p-searcher',
        'The headteacher or the deputy safeguarding lead: not agreed. Do not search the device.',
      );
      await searchBegins(world, 'p-searcher');
      await nextStep(world, 'p-searcher', { answer: 'Not sure' });
      await agrees(world, 'p-head');
      await world.press('p-searcher', 'Go on with the search');
      world.sees('p-searcher', 'Tell the child why you want to search it.');
      await searchBegins(world, 'p-searcher');
      await nextStep(world, 'p-searcher', { answer: 'Yes' });
      world.sees('p-searcher', 'Tell the child why you want to search it.');
      await searchBegins(world, 'p-head');
      world.fromHere();
      await nextStep(world, 'p-head', { answer: 'No' });
      world.told('p-deputy');
    },
  );

  obligation(
    'BJ-6.3d',
    'guided',
    'the pupil is told why and how, may ask, and is asked to help, before anything is taken',
    async (world) => {
      await searchBegins(world, 'p-searcher');
      await nextStep(world, 'p-searcher', { answer: 'Yes' });
      seesAll(world, 'p-searcher', 'Tell the child why you want to search it.', OURS);
      await nextStep(world, 'p-searcher', { note: 'Told him why.' });
      seesAll(world, 'p-searcher', 'Tell the child how you will search it. Let them ask, and answer.', OURS);
      await nextStep(world, 'p-searcher', { note: 'He asked how long.' });
      seesAll(world, 'p-searcher', 'Ask the child to help. Write down what they say.', OURS);
      world.notOffered('p-searcher', 'Not this time');
      await nextStep(world, 'p-searcher', { note: 'He unlocked it.' });
      world.sees('p-searcher', 'Take the device. Write down who has it, where, and why.');
    },
  );

  obligation(
    'BJ-6.3f',
    'guided',
    'what is on a device is looked at for one of three reasons, or it is not',
    async (world) => {
      await searchBegins(world, 'p-searcher', 'It is on the banned list');
      await nextStep(world, 'p-searcher', { answer: 'Yes' });
      for (const note of ['Why.', 'How.', 'He helps.']) await nextStep(world, 'p-searcher', { note });
      await nextStep(world, 'p-searcher', HELD);
      seesAll(world, 'p-searcher', 'What is the reason to look at what is on it?', OURS);
      world.sees(
        'p-searcher',
        `It may harm somebody\nIt may disrupt learning\nIt may show a crime\nNone of these\n${OTHER}`,
      );
      await nextStep(world, 'p-searcher', { answer: 'None of these' });
      world.sees('p-searcher', 'Do not look at what is on it. There is no reason that allows it.');
    },
  );
});
