import type { RecordId } from '../../../src/domain/ids.ts';
import { obligations } from '../../support/obligations.ts';
import type { World } from '../../support/obligations-world.ts';
import { HELD } from '../../support/search.ts';
import { findsInRecord, nextStep, searchBegins, searchEnds, seesAll, stepSays } from './acts.ts';

const OURS = 'Why? our policy, section 6.3';

const asksForItToGo = (world: World, id: RecordId): Promise<void> =>
  world.step('p-head', 'device-search.respond', { answer: 'Ask for a file to go', reason: 'With Kit.' }, id);

/** Searched by somebody authorised because it could not wait, and in the headteacher's hands. */
async function searched(world: World, found: Parameters<typeof searchEnds>[2] = {}) {
  const id = await searchBegins(world, 'p-searcher');
  await nextStep(world, 'p-searcher', { answer: 'Yes' });
  await searchEnds(world, 'p-searcher', found);
  await world.take('p-head', id);
  return id;
}

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    ['BJ-6.3e', 'BJ-6.3i'],
    'executed',
    'a file goes as an exception, for one of two reasons, with a reason written down, and by nobody alone',
    async (world, met) => {
      const id = await searched(world);
      expect(await world.canDo('p-head', 'device-search.erase', id)).toBe(false);
      await asksForItToGo(world, id);
      await world.openStep('p-head', 'device-search.erase-ground', id);
      world.sees(
        'p-head',
        /would hurt somebody if it stayed\nThe child or a parent refuses to remove it\nNone of these/,
      );
      await world.save('p-head', { answer: 'The child or a parent refuses to remove it' });
      expect(await world.canDo('p-head', 'device-search.erase', id)).toBe(false);
      await world.step('p-head', 'device-search.erase-police', { who: 'The desk', reference: 'P-1' }, id);
      await world.openStep('p-head', 'device-search.erase', id);
      world.sees('p-head', /Agree that this file is deleted, as an exception\. Say why\.[\s\S]*section 6\.3/);
      await world.press('p-head', 'Approve', { reason: '' });
      world.refused('p-head', 'Please write a few words');
      await world.press('p-head', 'Approve', { reason: 'It names two pupils, and he will not.' });
      world.sees('p-head', 'Nobody does it alone.: approved.');
      // What the headteacher found is for another senior leader to agree to.
      const own = await searchBegins(world, 'p-head');
      await nextStep(world, 'p-head', { answer: 'Yes' });
      await searchEnds(world, 'p-head');
      await world.take('p-head', own);
      await world.step(
        'p-head',
        'device-search.respond',
        { answer: 'Ask for a file to go', reason: 'Agreed.' },
        own,
      );
      await world.step(
        'p-head',
        'device-search.erase-ground',
        { answer: 'It would hurt somebody if it stayed' },
        own,
      );
      world.fromHere();
      await world.step('p-head', 'device-search.erase-police', { who: 'The desk', reference: 'P-2' }, own);
      world.told('p-leader');
      met('BJ-6.3e');
      const none = await searched(world);
      await asksForItToGo(world, none);
      await world.step('p-head', 'device-search.erase-ground', { answer: 'None of these' }, none);
      await findsInRecord(world, 'p-head', /The file stays\. There is no reason that allows more\./);
      expect(await world.canDo('p-head', 'device-search.erase', none)).toBe(false);
      // What came with a report goes the same way: the lead agrees, or a senior leader where the lead is part of it.
      await world.report({ connected: ['p-head'] });
      await world.take('p-deputy');
      await world.triage('p-deputy', 'deletion');
      await world.refer('p-deputy', 'deletion.police');
      await world.decide('p-deputy', 'deletion.nobody-needs-it', 'Nobody needs it');
      world.fromHere();
      await world.answer('p-deputy', 'deletion.nobody-hurt', 'No');
      world.told('p-leader');
      await world.report();
      await world.take('p-head');
      await world.triage('p-head', 'deletion');
      await world.refer('p-head', 'deletion.police');
      await world.decide('p-head', 'deletion.nobody-needs-it', 'Nobody needs it');
      world.fromHere();
      await world.answer('p-head', 'deletion.nobody-hurt', 'No');
      await world.approve('p-head', 'deletion.agree', 'It hurts two pupils.');
      world.sees(
        'p-head',
        'Agree that it may be deleted by whoever owns the device. Nobody looks at it.: approved.',
      );
      met('BJ-6.3i');
    },
  );

  obligation(
    'BJ-6.3g',
    'executed',
    'what follows is decided together, and whoever is at risk comes first',
    async (world) => {
      const id = await searchBegins(world, 'p-searcher');
      await nextStep(world, 'p-searcher', { answer: 'Yes' });
      for (const note of ['Why.', 'How.', 'He helps.']) await nextStep(world, 'p-searcher', { note });
      await nextStep(world, 'p-searcher', HELD);
      await nextStep(world, 'p-searcher', { answer: 'It may show a crime' });
      await nextStep(world, 'p-searcher', { note: 'Two minutes.' });
      await nextStep(world, 'p-searcher', { answer: 'No' });
      await nextStep(world, 'p-searcher', { note: 'Threats in a chat.' });
      seesAll(world, 'p-searcher', 'Could somebody be at risk because of what is on it?', OURS);
      await nextStep(world, 'p-searcher', { answer: 'Not sure' });
      seesAll(world, 'p-searcher', 'May it show a crime?', OURS);
      await nextStep(world, 'p-searcher', { answer: 'No' });
      world.notOffered('p-searcher', 'Next');
      await world.take('p-head', id);
      await findsInRecord(
        world,
        'p-head',
        /what happens to what was found[\s\S]*First: Keep whoever is at risk safe first/,
      );
      expect(await world.canDo('p-head', 'device-search.respond', id)).toBe(false);
      await world.workThrough('p-head', { except: ['safety-first'] }, id);
      await world.close('p-head', { confirmed: 'yes' });
      world.refused('p-head', 'Decide with the member of staff what happens to what was found.');
      await world.step('p-head', 'device-search.safety-first', { note: 'Moved to another group.' }, id);
      await stepSays(
        world,
        'p-head',
        'device-search.respond',
        /Decide with the member of staff what happens to what was found\.\n[^\n]*section 6\.3/,
        id,
      );
    },
  );

  obligation(
    'BJ-6.3h',
    'executed',
    'what may show a crime is not deleted, and the police get the device',
    async (world) => {
      const id = await searched(world, { evidence: 'Not sure' });
      world.sees(
        'p-searcher',
        'Nothing on it is deleted. The device stays closed until the police have it or have said no.',
      );
      await findsInRecord(
        world,
        'p-head',
        /Hand the device itself to the police\. Nobody sends or copies a file\.\n[^\n]*sections 6\.3 and 6\.2\nDue /,
      );
      await world.openStep('p-head', 'device-search.hand-over', id);
      world.notOffered('p-head', 'Not this time');
      await world.press('p-head', 'Back to the record');
      expect(await world.canDo('p-head', 'device-search.respond', id)).toBe(false);
      await world.workThrough('p-head', { except: ['device-search.hand-over'] }, id);
      await world.close('p-head', { confirmed: 'yes' });
      world.refused('p-head', 'Hand the device itself to the police.');
      await world.step('p-head', 'device-search.hand-over', { who: 'The desk', reference: 'P-3' }, id);
      await asksForItToGo(world, id);
      await findsInRecord(world, 'p-head', /The file stays\. It may show a crime, so nobody deletes it\./);
      expect(await world.canDo('p-head', 'device-search.erase-ground', id)).toBe(false);
      // A device that came with a report, and not by a search.
      await world.report({ ticks: ['images'] });
      await world.take('p-head');
      await world.triage('p-head', 'deletion', { offence: 'unsure' });
      await findsInRecord(
        world,
        'p-head',
        /Hand it to the police, unopened, if it may show a crime\.\n[^\n]*section 6\.3\nDue /,
      );
      await world.openStep('p-head', 'device-custody.hand-over');
      world.notOffered('p-head', 'Not this time');
      await world.press('p-head', 'Back to the record');
      await stepSays(
        world,
        'p-head',
        'deletion.police',
        /Ask the police if it may go\. If it may show a crime it stays, and the device goes to them\./,
      );
      expect(await world.canDo('p-head', 'deletion.agree')).toBe(false);
    },
  );
});
