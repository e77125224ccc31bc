import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { doDuty, openDuty, seesAll } from './acts.ts';
import { historyShows, inChannel, keepsTo, opening, stands, staysOpenFor } from './acts-11.ts';

/** What others of its procedures ask for as well, and a case asks once. */
const SAME_ACTS = [
  'staff-allegation.lado',
  'staff-allegation.police',
  'staff-allegation.threshold-lado',
  'indecent-images.device',
  'indecent-images.police',
  'nudes.adult-police',
  'nudes.police',
  'device-custody.hold',
];
const MUST = 'Must be done: our policy, section 11.4';

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-11.4d',
    'executed',
    'an adult here who may have such images: the headteacher and the LADO, the device apart, and not a word to the leads',
    async (world) => {
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await world.report({
        adult: ['p-pip'],
        ticks: ['images'],
        story: { seen: 'On a work laptop.', device: 'Laptop 3' },
      });
      world.told('p-head');
      expect(inChannel(world, channel)).not.toMatch(/Pip|Harlow|laptop/i);
      await world.at('p-dsl').send(opening(world, 'p-head'));
      world.refused('p-dsl', 'There is nothing here for you.');
      await world.take('p-head');
      await world.triage('p-head', 'indecent-images', { adult: 'yes' });
      await keepsTo(world, 'p-head', 'Nobody speaks to the adult about it, and nobody warns them.');
      const apart =
        'Take a work device out of use, unopened, and keep it apart until the police say what to do.';
      const police = 'Call the police at once. Ask what happens to the device, and who may know.';
      await stands(world, 'p-head', apart, { must: MUST });
      await stands(world, 'p-head', 'Call the LADO.', { must: MUST, due: 'today 11:05.' });
      await stands(world, 'p-head', police, {
        must: 'Must be done: our policy, sections 9.2 and 11.4',
        due: 'today 11:05.',
      });
      await staysOpenFor(
        world,
        'p-head',
        {
          'images-staff.apart': apart,
          'images-staff.lado': 'Call the LADO.',
          'images-staff.police': police,
        },
        { parents: 'No, because' },
        SAME_ACTS,
      );
      await world.openStep('p-head', 'images-staff.apart');
      world.notOffered('p-head', 'Not this time');
      await world.save('p-head', { answer: 'The headteacher, in the safe, off' });
      await historyShows(
        world,
        'p-head',
        /until the police say what to do\.\nThe headteacher, in the safe, off/,
      );
      for (const who of ['p-dsl', 'p-deputy', 'p-it']) world.never(who, /Pip|Harlow|work laptop/);
    },
  );

  obligation(
    'BC-11.4e',
    'executed',
    'each review of the filter asks for the provider, the filter, the firewall and junk mail, with evidence',
    async (world) => {
      await daysGoBy(world, 45);
      await openDuty(world, 'p-head', 'filter-review');
      seesAll(
        world,
        'p-head',
        "Is our internet provider on the Internet Watch Foundation's list of members?",
        'Is the firewall up to date?',
        'Is junk mail held back?',
        'Do filtering and monitoring fit the age and ability of our learners?',
      );
      await world.press('p-head', 'It is done', { 'q-provider': 'yes', evidence: 'A letter.' });
      world.refused('p-head', 'Not saved yet. Answer every question with yes or no.');
      await doDuty(world, 'p-head', 'filter-review', { evidence: '' });
      world.refused('p-head', 'Say what was done, or where it can be seen.');
      await doDuty(world, 'p-head', 'filter-review', {
        no: ['provider', 'anti-spam'],
        evidence: 'Letter of the provider.',
      });
      world.received(
        'p-it',
        "Something to put right: Is our internet provider on the Internet Watch Foundation's list",
      );
      world.received('p-it', 'Something to put right: Is junk mail held back?');
      await world.press('p-head', 'See what was done');
      world.sees('p-head', 'Letter of the provider.');
    },
  );
});
