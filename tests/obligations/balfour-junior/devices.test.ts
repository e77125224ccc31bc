import { obligations } from '../../support/obligations.ts';
import { pass } from '../../support/obligations-acts.ts';
import { beginSearch, DEVICE } from '../../support/search.ts';
import { findsInRecord, found, nextStep, seesAll, staysOpenFor, stepSays, wasDone } from './acts.ts';

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-6.3j',
    'executed',
    'a nude is not looked at: the device is taken, the lead hears at once and decides by the national advice',
    async (world) => {
      await world.report({ ticks: ['images'] });
      world.told('p-head');
      world.received('p-head', 'Urgent');
      seesAll(
        world,
        'p-sam',
        'Do not look at the image. Do not copy, print, save, share or delete it, or send it to anyone.',
        'Take the device from the pupil, unopened. Whoever this goes to decides what happens next.',
        'Do not search a pupil or a device. Only those whom the headteacher authorised may, step by step.',
      );
      await world.take('p-head');
      await findsInRecord(
        world,
        'p-head',
        /Nobody looks at the image, copies it, saves it, sends it or asks to be shown it\./,
      );
      await stepSays(
        world,
        'p-head',
        'device-custody.hold',
        /Take the device and lock it away, unopened\. Write down what it is, who holds it[\s\S]*section 6\.3/,
      );
      await world.answer('p-head', 'nudes.adult', 'No');
      await stepSays(
        world,
        'p-head',
        'nudes.respond',
        /Decide what we do, by the national advice on nudes and on searching\.\n[^\n]*section 6\.3; UKCIS, Sharing nudes[^\n]*; Department for Education, Searching/,
      );
      await staysOpenFor(
        world,
        'p-head',
        ['device-custody.hold'],
        /Left to do: \d[\s\S]*Take the device and lock it away, unopened\./,
      );
      expect(await found('guard.missing')).toEqual([]);
      await beginSearch(world.at('p-searcher'), DEVICE);
      seesAll(
        world,
        'p-searcher',
        'Do not search if there may be a nude image on it. Stop at once if you see one.',
      );
      await nextStep(world, 'p-searcher', { answer: 'It may harm somebody' });
      await nextStep(world, 'p-searcher', { answer: 'Not sure' });
      world.sees('p-searcher', /Stop\. Do not look any further\./);
      await world.say('p-sam', 'search a device');
      world.sees(
        'p-sam',
        'Take the device from the pupil, unopened. Whoever this goes to decides what happens next.',
      );
      await world.report({ ticks: ['feeling'] });
      world.seesNot('p-sam', 'Take the device from the pupil');
    },
  );

  obligation(
    'BJ-6.3k',
    'recorded',
    'who holds a device, where, since when and why is on record until somebody has it back',
    async (world) => {
      await world.report({ ticks: ['images'] });
      await world.take('p-head');
      await stepSays(
        world,
        'p-head',
        'device-custody.hold',
        /unopened\. Write down what it is, who holds it, in which place, since when and why\.\n[^\n]*section 6\.3/,
      );
      expect(await world.canDo('p-head', 'device-custody.release')).toBe(false);
      await staysOpenFor(
        world,
        'p-head',
        ['device-custody.hold'],
        /Left to do: 2\.\n- Take the device and lock it away[\s\S]*- Give it back/,
      );
      await world.custody(
        'p-head',
        'device-custody.hold',
        'Vera Wynn, office safe',
        'Grey phone, since 10:10, for the police.',
      );
      await stepSays(
        world,
        'p-head',
        'device-custody.release',
        /Give it back, once nobody needs it\.[\s\S]*section 6\.3/,
      );
      await world.close('p-head', { confirmed: 'yes' });
      world.refused('p-head', /Left to do: 1\.\n- Give it back/);
      await world.say('p-sam', 'my reports');
      await world.press('p-sam', 'Open');
      await world.press('p-sam', 'Ask to give a device back');
      world.sees('p-sam', 'Which device, to whom, and is it certain that the police do not need it?');
      world.fromHere();
      await world.save('p-sam', { text: 'The grey phone, to his mother.' });
      world.told('p-head');
      await world.open('p-head');
      await world.press('p-head', 'Approve or decline');
      await world.press('p-head', 'Approve');
      world.sees('p-head', 'Ask to give a device back: approved.');
      await world.custody('p-head', 'device-custody.release', 'A parent or carer', 'The mother, 15:20.');
      await wasDone(world, 'p-head', /Vera Wynn, office safe\n[\s\S]*The mother, 15:20\./);
      // Nobody answers what they asked for themselves: then a deputy does.
      await world.report({ by: 'p-head', ticks: ['images'] });
      for (const [button, text] of [
        ['Ask to give a device back', 'The grey phone, to his mother.'],
        ['Ask to share it outside the school', 'With the youth club.'],
      ] as const) {
        await world.say('p-head', 'my reports');
        await world.press('p-head', 'Open');
        await world.press('p-head', button);
        world.fromHere();
        await world.save('p-head', { text });
        world.told('p-deputy');
      }
      await world.report({ by: 'p-pip', ticks: ['feeling'] });
      await world.say('p-pip', 'my reports');
      await world.press('p-pip', 'Open');
      world.notOffered('p-pip', 'Ask to give a device back');
    },
  );

  obligation(
    'BJ-6.3l',
    'executed',
    'a search follows the national advice, and a complaint goes to the complaints procedure',
    async (world) => {
      await beginSearch(world.at('p-searcher'), DEVICE);
      world.sees(
        'p-searcher',
        'Why? our policy, section 6.3; Department for Education, Searching, screening and confiscation (2022)',
      );
      await nextStep(world, 'p-searcher', { answer: 'It may show a crime' });
      world.sees('p-searcher', 'Why? our policy, section 6.3; UKCIS, Sharing nudes and semi-nudes (2024)');
      await world.say('p-sam', 'help');
      world.sees('p-sam', /A complaint goes to\nOwen Pike/);
      world.fromHere();
      await world.say('p-sam', 'complaint');
      seesAll(
        world,
        'p-sam',
        'It goes to the complaints procedure, whether it is about a search or about what was removed.',
        'Do not answer it yourself.',
        'section 6.3',
      );
      await pass(world, 'p-sam', 'search complaint', {
        from: '',
        complaint: '"You went through his photos."',
      });
      world.refused('p-sam', 'Please fill in: Who complains, and how can they be reached?');
      await pass(world, 'p-sam', 'complaint about a search', { from: 'The mother, by phone', complaint: '' });
      world.refused('p-sam', 'Please fill in: What do they say, in their own words?');
      await pass(world, 'p-sam', 'complaint', {
        from: 'The mother, by phone',
        complaint: '"You went through his photos."',
      });
      world.told('p-complaints');
      await world.press('p-complaints', 'Open');
      world.sees('p-complaints', '"You went through his photos."');
      await world.press('p-complaints', 'Done', { done: 'The complaints procedure has begun.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'The complaints procedure has begun.');
    },
  );
});
