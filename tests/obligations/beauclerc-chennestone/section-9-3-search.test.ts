import { obligations } from '../../support/obligations.ts';
import { caseFor, logRows, searched, searchOn, startSearch } from './acts.ts';
import { stands } from './acts-11.ts';

const CONSENT =
  'A parent or carer has agreed to the search: write down who, when and how. Without that, decline, and nobody searches.';
const AGREE = 'Agree to the search. It waits for this, unless somebody could be hurt by waiting.';
const MUST = 'Must be done: our policy, section 9.3';

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-9.3c',
    'executed',
    'only a leader searches, and only once a parent or carer has agreed',
    async (world) => {
      await world.say('p-sam', 'search a device');
      world.refused('p-sam', 'You may not search a device.');
      world.sees('p-sam', 'The senior leader or the headteacher may.');
      world.sees(
        'p-sam',
        "Do not search a learner's phone. Only a senior leader or the headteacher may, step by step.",
      );
      await world.say('p-dsl', 'search a device');
      world.refused('p-dsl', 'You may not search a device.');
      await world.say('p-head', 'search a device');
      world.sees('p-head', 'Before you search a device');
      await startSearch(world, 'p-leader');
      const reasons = 'It may harm somebody\nIt may break the rules\nIt may show a crime\nNone of these\n';
      world.sees('p-leader', reasons);
      await searchOn(world, 'p-leader', { answer: 'It may break the rules' });
      world.sees('p-leader', 'Could there be a nude or indecent image of a child on it?');
      world.hearsNothing('p-head');
      for (const answer of ['No', 'Yes']) await searchOn(world, 'p-leader', { answer });
      world.sees('p-leader', 'Waiting for the senior leader or the headteacher to agree.');
      world.sees('p-leader', CONSENT);
      world.notOffered('p-leader', 'Next');
      await world.take('p-dsl', caseFor(world, 'p-dsl'));
      await stands(world, 'p-dsl', CONSENT, { must: MUST });
      await world.press('p-head', 'Open');
      await world.press('p-head', 'Approve');
      world.refused('p-head', 'Not saved yet');
      await world.press('p-head', 'Approve', { reason: 'The mother agreed by phone at 10:15.' });
      await world.press('p-leader', 'Go on with the search');
      world.sees('p-leader', 'Tell the child why you want to search it.');
      await startSearch(world, 'p-leader', 'It may break the rules', 'No', 'Yes');
      await world.press('p-head', 'Open');
      await world.press('p-head', 'Decline', { reason: 'The father does not agree.' });
      await world.press('p-leader', 'Go on with the search');
      world.sees('p-leader', 'not agreed. Do not search the device.');
      // One that can wait needs the yes of another leader as well, and not before the parent's.
      await startSearch(world, 'p-head', 'It may break the rules', 'No', 'No');
      world.sees('p-head', 'Waiting for the senior leader or the headteacher to agree.');
      world.seesNot('p-head', AGREE);
      for (const asked of [CONSENT, AGREE]) {
        await world.press('p-leader', 'Open');
        world.sees('p-leader', asked);
        await world.press('p-leader', 'Approve', { reason: 'The mother agreed by phone at 11:00.' });
        await world.press('p-head', 'Go on with the search');
        if (asked === CONSENT)
          world.sees('p-head', 'Waiting for the headteacher or the senior leader to agree.');
      }
      world.sees('p-head', 'Tell the child why you want to search it.');
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
      await world.workThrough('p-dsl', {
        except: ['device-custody.hand-over', 'nudes.police', 'release'],
        answers: { 'nudes.adult': 'No' },
      });
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
      const search = await searched(world, 'Yes');
      const text = 'Hand the device itself to the police. Nobody sends or copies a file.';
      await stands(world, 'p-dsl', text, { must: MUST });
      await world.openStep('p-dsl', 'device-search.hand-over', search);
      world.notOffered('p-dsl', 'Not this time');
      expect((await logRows(world, 'p-dsl')).flat().join('\n')).toMatch(/PC at the desk[\s\S]*The police/);
    },
  );
});
