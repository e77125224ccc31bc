import { obligations } from '../../support/obligations.ts';
import { pageWith, searched, seesAll } from './acts.ts';

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
      world.sees(
        'p-sam',
        "Do not search a learner's phone. Only a senior leader or the headteacher may, step by step.",
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
        except: ['device-custody.hold', 'device-custody.release'],
      });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused(
        'p-dsl',
        'Lock the device away, unopened. Write down what it is, who holds it, in which safe',
      );
    },
  );

  obligation(
    'BC-9.3d',
    'executed',
    'a phone goes back to a parent or carer and to nobody else',
    async (world) => {
      // What the lead asks for, the deputy answers.
      await world.report({ by: 'p-dsl', ticks: ['images'], story: { seen: 'Handed in by a friend.' } });
      await world.say('p-dsl', 'my reports');
      await world.press('p-dsl', 'Open');
      await world.press('p-dsl', 'Ask to give a device back');
      world.fromHere();
      await world.save('p-dsl', { text: 'The aunt, at 16:00.' });
      world.told('p-deputy');
      world.received('p-deputy', 'needs a yes or a no');
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
      // Nor after a search that found nothing.
      const search = await searched(world, 'No');
      await world.step('p-dsl', 'device-search.respond', { answer: 'Give it back' }, search);
      await world.openStep('p-dsl', 'device-search.release', search);
      await world.save('p-dsl', { answer: 'The child' });
      world.refused('p-dsl', 'Only these may have it: A parent or carer · The police');
      await world.step('p-dsl', 'device-search.release', { answer: 'A parent or carer' }, search);
      world.sees('p-dsl', 'Saved.');
    },
  );
});
