import { intentHandler } from '../../../src/application/handle-intent.ts';
import { obligations } from '../../support/obligations.ts';
import { pass } from '../../support/obligations-acts.ts';
import type { World } from '../../support/obligations-world.ts';
import { beginSearch, DEVICE, history, holdsOpen, readsIn, searchOn, upToEvidence } from './acts.ts';

/** A search that found something, in the hands of somebody else than whoever searched. */
async function searched(world: World, evidence: string, by = 'p-sam', lead = 'p-dsl') {
  const id = await beginSearch(world, by);
  await searchOn(world, by, ...upToEvidence, { answer: evidence });
  await world.advance({ minutes: lead === 'p-dsl' ? 0 : 31 });
  await world.take(lead, id);
  return {
    id,
    step: (step: string, typed: Readonly<Record<string, string>>) =>
      world.step(lead, `device-search.${step}`, typed, id),
    canDo: (person: string, step: string) => world.canDo(person, `device-search.${step}`, id),
  };
}

/** They open what they were asked, see what it is, and say yes. */
async function agrees(world: World, person: string, what: string): Promise<void> {
  await world.press(person, 'Open');
  world.sees(person, what);
  await world.press(person, 'Approve', { reason: 'It is right.' });
  world.sees(person, `${what}: approved.`);
}

obligations('active-learning', ({ obligation }) => {
  obligation(
    'AL-6.3a',
    'executed',
    'any of the staff may search with one of three reasons, and nobody without one',
    async (world) => {
      await world.say('p-vol', 'search a device');
      world.refused('p-vol', 'You may not search a device.');
      await world.say('p-sam', 'search a device');
      await world.press('p-sam', 'Start', DEVICE);
      for (const reason of [
        'It may harm somebody',
        'It may disrupt learning',
        'It may break the rules',
        'None of these',
      ])
        world.sees('p-sam', reason);
      world.seesNot('p-sam', 'banned list');
      world.seesNot('p-sam', 'It may show a crime');
      await searchOn(world, 'p-sam', { answer: 'None of these' });
      world.sees('p-sam', 'That is all for you.');
      world.sees('p-sam', 'Do not search it. There is no reason that allows it.');
      await beginSearch(world, 'p-pip');
      await searchOn(world, 'p-pip', ...upToEvidence.slice(0, 5));
      world.sees('p-pip', 'What is the reason to look at what is on it?');
      for (const reason of ['It may harm somebody', 'It may disrupt learning', 'It may break the rules'])
        world.sees('p-pip', reason);
      world.seesNot('p-pip', 'It may show a crime');
      await searchOn(world, 'p-pip', { answer: 'None of these' });
      world.sees('p-pip', 'Do not look at what is on it. There is no reason that allows it.');
    },
  );

  obligation(
    'AL-6.3b',
    'executed',
    'what happens to what was found is never decided by one person alone',
    async (world) => {
      const wait = 'Agree to the search. It waits for this, unless somebody could be hurt by waiting.';
      const erase = 'Agree that this file is deleted, as an exception. Say why. Nobody does it alone.';
      const agree = 'Agree with what the member of staff did and found, and with what happens to the device.';
      await beginSearch(world, 'p-pip');
      await searchOn(world, 'p-pip', { answer: 'No' });
      const asks = 'Waiting for the designated safeguarding lead (DSL) or the member of the leadership team';
      world.sees('p-pip', asks);
      await agrees(world, 'p-dsl', wait);
      await beginSearch(world, 'p-dsl');
      await searchOn(world, 'p-dsl', { answer: 'No' });
      await agrees(world, 'p-leader', wait);
      // Whoever searches is one of two; the other is the DSL, or a leader where the DSL searched.
      for (const [searcher, lead, second] of [
        ['p-sam', 'p-dsl', 'p-dsl'],
        ['p-dsl', 'p-deputy', 'p-leader'],
      ] as const) {
        const file = await searched(world, 'No', searcher, lead);
        const decide =
          'Decide with the member of staff: keep the device as evidence, the police, or ask for a file to go.';
        await readsIn(world, lead, decide);
        await file.step('respond', { answer: 'Ask for a file to go', reason: 'Together.' });
        await file.step('erase-ground', { answer: 'It would hurt somebody if it stayed' });
        expect(await file.canDo(lead, 'erase')).toBe(false);
        await file.step('erase-police', { who: 'The desk', reference: 'P-1' });
        if (second === lead) await world.openStep(lead, 'device-search.erase', file.id);
        else await world.press(second, 'Open');
        world.sees(second, erase);
        await world.press(second, 'Approve', { reason: 'It hurts her.' });
        world.sees(second, `${erase}: approved.`);
        const back = await searched(world, 'No', searcher, lead);
        expect(await back.canDo(lead, 'together')).toBe(false);
        await back.step('respond', { answer: 'Give it back', reason: 'Together.' });
        await holdsOpen(world, lead, 'device-search.together', agree, back.id);
        if (second === lead) await world.openStep(lead, 'device-search.together', back.id);
        else await world.press(second, 'Open');
        world.sees(second, agree);
        await world.press(second, 'Approve');
        world.sees(second, `${agree}: approved.`);
      }
      // Also where nobody searched, the DSL who decides does not agree to deleting as well.
      await world.report({ ticks: ['images'] });
      await world.take('p-dsl');
      await world.triage('p-dsl', 'deletion');
      await world.refer('p-dsl', 'deletion.police');
      await world.decide('p-dsl', 'deletion.nobody-needs-it', 'Nobody needs it');
      await world.answer('p-dsl', 'deletion.nobody-hurt', 'No');
      await readsIn(world, 'p-dsl', 'Waiting for the member of the leadership team to say yes or no.');
      expect(await world.canDo('p-dsl', 'deletion.agree')).toBe(false);
      const deletes =
        'A second person agrees that it may be deleted by whoever owns the device. Nobody looks at it.';
      await agrees(world, 'p-leader', deletes);
    },
  );

  obligation(
    'AL-6.3c',
    'executed',
    'nobody looks at what may be a nude image or a crime to have: the DSL is told at once and decides',
    async (world) => {
      await world.report({ ticks: ['images'] });
      world.sees(
        'p-sam',
        'Do not look at what may be a nude image, or an image that it is a crime to have. Tell the DSL at once.',
      );
      world.told('p-dsl');
      world.received('p-dsl', 'Urgent');
      const client = world.at('p-sam');
      const from = { platform: 'slack', account: client.person.slack ?? '' } as const;
      const answer = await intentHandler(world.org.deps())({
        type: 'upload',
        from,
        place: { type: 'private' },
        view: true,
      });
      expect(JSON.stringify(answer)).toContain('Do not send a picture, a video or a file.');
      await world.report({ ticks: ['home'] });
      world.seesNot('p-sam', /nude|The police get it/);
      await world.report({ ticks: ['images'] });
      await world.take('p-dsl');
      world.sees('p-dsl', 'The same for any image that it is a crime to have.');
      await holdsOpen(
        world,
        'p-dsl',
        'nudes.respond',
        'Decide what happens next, by the national advice on searching and on nudes.',
      );
      await world.triage('p-dsl', 'indecent-images');
      await readsIn(world, 'p-dsl', 'Nobody looks at it, copies it');
      // A search ends where such an image is thought of, and where it is seen.
      await beginSearch(world, 'p-pip');
      await world.press('p-pip', 'Stop: there may be an indecent image');
      world.sees('p-pip', /Why\?.*our policy, section 6\.3/);
      const seen = await beginSearch(world, 'p-sam');
      await searchOn(world, 'p-sam', ...upToEvidence.slice(0, 7));
      world.sees(
        'p-sam',
        'Did you see a nude image, an image that it is a crime to have, or what may be one?',
      );
      await searchOn(world, 'p-sam', { answer: 'Not sure' });
      world.sees('p-sam', 'Stop. Do not look any further.');
      await world.take('p-dsl', seen);
      expect(await world.canDo('p-dsl', 'device-search.seen-next', seen)).toBe(true);
      await world.say('p-sam', 'search a device');
      await world.press('p-sam', 'Start', DEVICE);
      await searchOn(world, 'p-sam', { answer: 'It may break the rules' });
      world.sees('p-sam', 'Could there be a nude image on it, or an image that it is a crime to have?');
    },
  );

  obligation(
    'AL-6.3d',
    'executed',
    'a device that may show a crime is kept for the police, and nothing on it goes',
    async (world) => {
      const search = await searched(world, 'Not sure');
      world.sees(
        'p-sam',
        'Nothing on it is deleted. The device stays closed until the police have it or have said no.',
      );
      await search.step('hand-over', { who: 'PC at the desk', reference: 'E-5' });
      await search.step('respond', { answer: 'Ask for a file to go', reason: 'With Sami.' });
      world.sees('p-dsl', 'The file stays. It may show a crime, so nobody deletes it.');
      expect(await search.canDo('p-dsl', 'erase')).toBe(false);
      await history(world, 'p-dsl');
      world.sees('p-dsl', 'PC at the desk');
      const other = await searched(world, 'Yes');
      const handOver = 'Give the device itself to the police, with nobody copying or sending a file.';
      await holdsOpen(world, 'p-dsl', 'device-search.hand-over', handOver, other.id);
      await world.report({ ticks: ['images'] });
      world.sees('p-sam', 'If the device may show a crime, take it, unopened. The police get it.');
      await world.take('p-dsl');
      await world.triage('p-dsl', 'nudes', { offence: 'yes' });
      await holdsOpen(
        world,
        'p-dsl',
        'device-custody.hand-over',
        'Give it to the police, unopened, if it may show a crime.',
      );
    },
  );

  obligation(
    'AL-6.3e',
    'guided',
    'a search shows where the national advice on searching and on nudes stands',
    async (world) => {
      await world.say('p-sam', 'search a device');
      await world.press('p-sam', 'Start', DEVICE);
      world.sees('p-sam', 'gov.uk/government/publications/searching-screening-and-confiscation');
      world.sees('p-sam', 'gov.uk/government/organisations/uk-council-for-internet-safety');
    },
  );

  obligation(
    'AL-6.3f',
    'executed',
    'a complaint about a search goes to whoever deals with complaints',
    async (world) => {
      await world.say('p-vol', 'complaint about a search');
      world.sees('p-vol', 'It goes by the complaints procedure.');
      world.sees('p-vol', 'Do not answer it yourself.');
      await pass(world, 'p-vol', 'search complaint', { from: 'The mother', complaint: 'Nobody told her.' });
      world.told('p-complaints');
      await world.press('p-complaints', 'Open');
      world.sees('p-complaints', /The mother[\s\S]*Nobody told her\./);
      await world.report({ ticks: ['rules'] });
      await world.take('p-dsl');
      await world.triage('p-dsl', 'search-complaint');
      await world.step('p-dsl', 'search-complaint.pass-on', {
        text: 'A complaint about the search of Monday.',
      });
      await world.press('p-complaints', 'Open');
      world.sees('p-complaints', 'A complaint about the search of Monday.');
      world.never('p-complaints', /Robin|Vale/);
    },
  );
});
