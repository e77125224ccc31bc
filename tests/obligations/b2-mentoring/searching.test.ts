import { obligations } from '../../support/obligations.ts';
import { pass } from '../../support/obligations-acts.ts';
import { beginSearch, HELD } from '../../support/search.ts';
import { agrees, asked, DEVICE, found, inChannel, nextStep } from './acts.ts';

const GROUNDS =
  'It may harm somebody\nIt may disrupt learning\nIt may break the rules\nNone of these\nAnything to add?';

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    'B2-6.3a',
    'guided',
    'staff may search for harm, disruption or broken rules, and for nothing else',
    async (world) => {
      await world.say('p-vol', 'search a device');
      world.sees('p-vol', 'You may not search a device.');
      world.sees('p-vol', /The mentor or other member of staff may\.[\s\S]*section 6\.3/);
      await beginSearch(world.at('p-pip'), DEVICE);
      world.sees('p-pip', `Do you reasonably suspect that something on it did harm, or could?`);
      world.sees('p-pip', GROUNDS);
      await nextStep(world, 'p-pip', { answer: 'None of these' });
      world.sees('p-pip', 'Do not search it. There is no reason that allows it.');
      world.fromHere();
      await asked(world, 'p-sam');
      await agrees(world, 'p-dsl');
      await world.press('p-sam', 'Go on with the search');
      for (const note of ['Told why.', 'Told how.', 'They help.']) await nextStep(world, 'p-sam', { note });
      await nextStep(world, 'p-sam', HELD);
      world.sees('p-sam', `What is the reason to look at what is on it?`);
      world.sees('p-sam', GROUNDS);
      await nextStep(world, 'p-sam', { answer: 'None of these' });
      world.sees('p-sam', 'Do not look at what is on it. There is no reason that allows it.');
    },
  );

  obligation(
    'B2-6.3c',
    'recorded',
    'a device kept for the police after a disclosure is written down: who, where, since when',
    async (world) => {
      await world.report({ ticks: ['told', 'online'] });
      world.sees(
        'p-sam',
        'You may take the device as evidence for the police. Bring it closed to the safeguarding lead.',
      );
      await world.take('p-dsl');
      await world.openStep('p-dsl', 'disclosure.for-police');
      world.sees(
        'p-dsl',
        'A device kept as evidence for the police: who holds it, in which place, and since when?',
      );
      await world.save('p-dsl', { answer: 'Sami Wells, office safe', note: 'Since 10:20, for the police.' });
      await world.press('p-dsl', 'What has been done');
      world.sees('p-dsl', /Sami Wells, office safe\nSince 10:20, for the police\./);
      world.sees('p-dsl', /today 10:05, Iris Kay\nA device kept as evidence/);
      await world.report({ ticks: ['told'] });
      world.seesNot('p-sam', 'You may take the device');
      await world.take('p-dsl');
      expect(await world.canDo('p-dsl', 'disclosure.for-police')).toBe(false);
      expect(await world.canDo('p-dsl', 'disclosure.safe-tonight')).toBe(true);
      await world.report({ ticks: ['images'] });
      await world.take('p-dsl');
      await world.workThrough('p-dsl', { except: ['device-custody.hold', 'device-custody.release'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', /rite down what it is, who holds it, where, and why\./);
      await world.custody('p-dsl', 'device-custody.hold', 'Sami Wells, office safe');
      world.sees('p-dsl', 'Saved.');
    },
  );

  obligation(
    'B2-6.3d',
    'guided',
    'a search shows the national advice on searching and on nudes',
    async (world) => {
      await world.say('p-sam', 'advice search');
      world.sees('p-sam', 'gov.uk/government/publications/searching-screening-and-confiscation');
      world.sees('p-sam', 'gov.uk/government/publications/sharing-nudes-and-semi-nudes-advice');
      world.sees(
        'p-sam',
        'You need a good reason: it may harm somebody, disrupt teaching or break our rules.',
      );
      world.sees('p-sam', 'Type search a device, and go step by step.');
      world.sees(
        'p-sam',
        'Nothing is deleted before the safeguarding lead or a senior leader agreed with you.',
      );
      await beginSearch(world.at('p-sam'), DEVICE);
      world.sees(
        'p-sam',
        'Why? our policy, section 6.3; Department for Education, Searching, screening and confiscation (2022)',
      );
      await nextStep(world, 'p-sam', { answer: 'It may break the rules' });
      world.sees('p-sam', 'Why? our policy, section 6.3; UKCIS, Sharing nudes and semi-nudes (2024)');
      expect(await found('reference.stale')).toEqual([expect.stringContaining('COVID-19')]);
    },
  );

  obligation(
    'B2-6.3e',
    'executed',
    'nobody looks at a nude of a child, copies it, sends it on or keeps it',
    async (world) => {
      await world.report({ ticks: ['images'] });
      world.sees(
        'p-sam',
        'Do not look at the image. Do not copy, print, save, share or delete it, or send it to anyone.',
      );
      await world.take('p-dsl');
      world.sees('p-dsl', 'Nobody looks at the image, copies it, saves it, sends it or asks to be shown it.');
      world.sees('p-dsl', 'Nobody deletes it. Only the steps for deleting can open that.');
      expect(await inChannel(world, 'p-pip', { type: 'upload' })).toContain('We did not take that.');
      await beginSearch(world.at('p-sam'), DEVICE);
      await nextStep(world, 'p-sam', { answer: 'It may harm somebody' });
      await nextStep(world, 'p-sam', { answer: 'Not sure' });
      world.sees(
        'p-sam',
        /Stop\. Do not look any further\.\nDo not look at the image\. Do not copy, photograph, save, send or delete/,
      );
      world.seesNot('p-sam', 'What is the reason to look');
      expect(await found('guard.missing')).toHaveLength(1);
    },
  );

  obligation(
    'B2-6.3f',
    'executed',
    'a complaint about a search goes to the complaints procedure',
    async (world) => {
      await world.say('p-sam', 'help');
      world.sees('p-sam', /A complaint goes to\nOwen Pike/);
      await pass(world, 'p-sam', 'search complaint', { complaint: '', whose: '' });
      world.refused('p-sam', "What is the complaint, in the person's own words? and Who complains?");
      await pass(world, 'p-sam', 'complain about a search', {
        complaint: '"You went through my photos."',
        whose: 'R.V.',
      });
      world.told('p-complaints');
      await world.press('p-complaints', 'Open');
      world.sees('p-complaints', '"You went through my photos."');
      await world.press('p-complaints', 'Done', { done: 'It is with the complaints procedure.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'It is with the complaints procedure.');
      world.hearsNothing('p-dsl');
      await world.say('p-pip', 'complaint');
      world.sees('p-pip', 'whether it is about the search or about something that was removed');
      world.sees('p-pip', 'Nobody changes what was written about the search.');
    },
  );
});
