import { obligations } from '../../support/obligations.ts';
import type { World } from '../../support/obligations-world.ts';
import { logRows, pageWith, searchOn, seesAll } from './acts.ts';

/** Up to where the policy wants the yes of a parent or carer. */
async function startSearch(world: World, person: string): Promise<void> {
  await world.say(person, 'search a device');
  const asked = { site: 'north', device: 'A phone', whose: 'Robin Vale', where: 'Office' };
  await world.press(person, 'Start', asked);
  for (const answer of ['It may break the rules', 'No', 'Yes']) await searchOn(world, person, { answer });
}

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-9.3a',
    'guided',
    'phones are handed in before registration, and families are called through the office',
    async (world) => {
      await world.say('p-sam', "what do I do if a learner's phone rings in a lesson");
      world.sees('p-sam', "a learner's phone rings in a lesson");
      await world.say('p-sam', 'advice phone-in-lesson');
      world.sees('p-sam', 'Phones are handed in at the office before registration. Take it there now.');
      seesAll(world, 'p-sam', 'Do not look through it.', 'only a parent or carer gets it back');
      await world.say('p-sam', 'what do I do if they want to call home');
      world.sees('p-sam', 'Ask the office to call and pass on the message.');
    },
  );

  obligation(
    'BC-9.3b',
    'executed',
    'a phone that is used against the rules, or may hold such an image, is taken and kept safe',
    async (world) => {
      await world.report({ ticks: ['rules'], story: { seen: 'Used a phone in class.' } });
      world.sees(
        'p-sam',
        'You may take a phone that a learner uses against the rules. Bring it to the office.',
      );
      await world.take('p-dsl');
      await world.workThrough('p-dsl', { except: ['pupil-misuse.hold', 'pupil-misuse.behaviour'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused(
        'p-dsl',
        /Follow the behaviour and anti-bullying policies[\s\S]*who holds it, in which safe place, and why/,
      );
      await world.custody('p-dsl', 'pupil-misuse.hold', 'The office, in the safe');
      world.sees('p-dsl', 'Saved.');
      await world.report({ ticks: ['images'] });
      world.sees(
        'p-sam',
        "You may take a learner's phone if it may hold such an image. Keep it somewhere safe, unopened.",
      );
      await world.take('p-dsl');
      await world.workThrough('p-dsl', {
        except: ['nudes.device', 'device-custody.hold', 'device-custody.release'],
      });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Lock the device away, unopened. Write down who holds it.');
      world.refused('p-dsl', 'Write down what it is, who holds it, in which safe place, and why.');
    },
  );

  obligation(
    'BC-9.3d',
    'executed',
    'a phone goes back to a parent or carer and to nobody else',
    async (world) => {
      await world.report({ ticks: ['rules'] });
      await world.take('p-dsl');
      await pageWith(world, 'p-dsl', /Give the phone back/);
      world.sees('p-dsl', /Give the phone back[^\n]*\n[^\n]*\nFirst: If a learner's phone was taken/);
      expect(await world.canDo('p-dsl', 'pupil-misuse.release')).toBe(false);
      await world.custody('p-dsl', 'pupil-misuse.hold', 'The office');
      await world.openStep('p-dsl', 'pupil-misuse.release');
      await world.save('p-dsl', { answer: 'The learner' });
      world.refused('p-dsl', 'Only these may have it: A parent or carer');
      await world.custody('p-dsl', 'pupil-misuse.release', 'A parent or carer', 'The father, 15:30');
      world.sees('p-dsl', 'Saved.');
      await world.report({ ticks: ['images'] });
      await world.say('p-sam', 'my reports');
      await world.press('p-sam', 'Open');
      await world.press('p-sam', 'Ask to give a device back');
      world.sees('p-sam', 'Which parent or carer is taking it? It goes to nobody else.');
      await world.save('p-sam', { text: 'The mother, at 15:30.' });
      world.received('p-dsl', 'needs a yes or a no');
      await world.take('p-dsl');
      await world.custody('p-dsl', 'device-custody.hold', 'The safe');
      await world.answer('p-dsl', 'nudes.adult', 'No');
      await world.skip('p-dsl', 'nudes.police', 'They do not need it.');
      await world.openStep('p-dsl', 'device-custody.release');
      await world.save('p-dsl', { answer: 'The child' });
      world.refused('p-dsl', 'Only these may have it: A parent or carer');
      await world.custody('p-dsl', 'device-custody.release', 'A parent or carer', 'The mother, 15:30');
      world.sees('p-dsl', 'Saved.');
    },
  );

  obligation(
    'BC-9.3c',
    'executed',
    'only a leader searches, and only once a parent or carer has agreed',
    async (world) => {
      await world.say('p-sam', 'search a device');
      world.refused('p-sam', 'You may not search a device.');
      world.sees('p-sam', 'The senior leader or the headteacher may.');
      await world.say('p-dsl', 'search a device');
      world.refused('p-dsl', 'You may not search a device.');
      await world.say('p-head', 'search a device');
      world.sees('p-head', 'Before you search a device');
      await startSearch(world, 'p-leader');
      world.sees('p-leader', 'Waiting for');
      world.sees('p-leader', 'A parent or carer has agreed to the search: write down who, when and how.');
      world.notOffered('p-leader', 'Next');
      await world.press('p-head', 'Open');
      await world.press('p-head', 'Approve');
      world.refused('p-head', 'Not saved yet');
      await world.press('p-head', 'Approve', { reason: 'The mother agreed by phone at 10:15.' });
      await world.press('p-leader', 'Go on with the search');
      world.sees('p-leader', 'Tell the child why you want to search it.');
      await startSearch(world, 'p-leader');
      await world.press('p-head', 'Open');
      await world.press('p-head', 'Decline', { reason: 'The father does not agree.' });
      await world.press('p-leader', 'Go on with the search');
      world.sees('p-leader', 'not agreed. Do not search the device.');
    },
  );

  obligation(
    'BC-9.3e',
    'executed',
    'a device that may show a crime goes to the police before anybody else',
    async (world) => {
      await world.report({ ticks: ['images'] });
      await world.take('p-dsl');
      await world.triage('p-dsl', 'nudes', { offence: 'yes' });
      world.sees('p-dsl', 'Hand it to the police, unopened, if it may show a crime.');
      await world.custody('p-dsl', 'device-custody.hold', 'Iris Kay, the safe');
      expect(await world.canDo('p-dsl', 'device-custody.release')).toBe(false);
      await world.workThrough('p-dsl', { except: ['device-custody.hand-over', 'nudes.police', 'release'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Hand it to the police, unopened');
      await world.refer('p-dsl', 'device-custody.hand-over', {
        agency: 'police',
        who: 'PC at the desk',
        reference: 'E-5',
      });
      await world.refer('p-dsl', 'nudes.police', { agency: 'police' });
      await world.custody('p-dsl', 'device-custody.release', 'The police', 'Collected at 16:00');
      world.sees('p-dsl', 'Saved.');
      expect((await logRows(world, 'p-dsl')).flat().join('\n')).toMatch(/PC at the desk[\s\S]*The police/);
    },
  );
});
