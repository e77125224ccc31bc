import { obligations } from '../../support/obligations.ts';
import type { World } from '../../support/obligations-world.ts';
import { historyShows, isWordsAlone, keepsTo, pressOf, stands, staysOpenFor } from './acts-11.ts';

const MUST = 'Must be done: our policy, section 11.4';
const PAGE = 'https://bad.example/x1';
const LOCKED_AWAY = 'Take the device out of use and lock it away. Write down who holds it.';
const POLICE = 'Call the police. 999 where a child is in danger, otherwise 101.';
const UNSURE =
  "Not sure if it is a crime? Ask the police or the county's education safeguarding team at once.";
const IWF = 'Report the address to the Internet Watch Foundation. Type it; do not open it.';
const ADDRESS = 'Write down the address of the page, by hand. Nobody opens it again to copy it.';
const MAY_GO = 'Ask the police if copies of it may go. Write down who answered.';
const COPIES_GO =
  'Agree that the copies go, like those in e-mails, as the police have said. Nobody looks at them.';
const POLICE_FIRST = 'Call the police before anything else is done with the device. Ask what happens to it.';
const REST_GO = 'Agree that copies which the police do not want kept go. Nobody looks at them.';

async function images(world: World, kind: string) {
  await world.report({
    ticks: ['online'],
    story: { seen: `It came up: ${kind}.`, page: PAGE, device: 'Laptop 3' },
  });
  await world.take('p-dsl');
  await world.triage('p-dsl', kind);
}

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-11.4a',
    'executed',
    'indecent images are urgent for the lead: the device is locked away, the police are told at once',
    async (world) => {
      await world.report({
        ticks: ['images'],
        story: { seen: 'A site.', where: 'At home', device: 'Their own' },
      });
      world.told('p-dsl');
      world.sees('p-sam', 'Tell us wherever it happened, in school or not, and whoever owns the device.');
      await world.open('p-dsl');
      world.sees('p-dsl', 'Urgent: today, before home time.');
      await images(world, 'indecent-images');
      world.sees('p-dsl', 'Urgent: today, before home time.');
      await keepsTo(
        world,
        'p-dsl',
        'Nobody looks at it, copies it, saves it, sends it or opens the page again.',
        'Nobody deletes it before the police have answered.',
        UNSURE,
      );
      await stands(world, 'p-dsl', LOCKED_AWAY, { must: MUST });
      await stands(world, 'p-dsl', POLICE, { must: MUST, due: 'today 11:05.' });
      await stands(world, 'p-dsl', 'Report the address of the page to the Internet Watch', {
        must: 'Should be done: our policy, section 11.4',
      });
      await stands(world, 'p-dsl', "Call children's social care, or write down why not.", {
        must: 'Do it, or say why not: our policy, section 11.4',
      });
      await staysOpenFor(world, 'p-dsl', {
        'indecent-images.device': LOCKED_AWAY,
        'indecent-images.police': POLICE,
      });
    },
  );

  obligation(
    'BC-11.4b',
    'executed',
    'seen by accident: the address goes to the IWF as words, copies go only as the police say, parents are decided about',
    async (world) => {
      await images(world, 'images-seen-by-accident');
      await keepsTo(world, 'p-dsl', 'Nobody is in trouble for saying that they saw it.');
      world.sees('p-dsl', `Page, not to be opened: ${PAGE}`);
      expect(isWordsAlone(world.at('p-dsl').card(), PAGE)).toBe(true);
      for (const text of [ADDRESS, IWF]) await stands(world, 'p-dsl', text, { must: MUST });
      await stands(world, 'p-dsl', MAY_GO, { must: 'Must be done: our policy, section 11.4' });
      await stands(world, 'p-dsl', COPIES_GO, {
        must: 'Must be done: our policy, section 11.4',
        first: MAY_GO,
      });
      expect(await world.canDo('p-dsl', 'images-seen-by-accident.copies-go')).toBe(false);
      await staysOpenFor(world, 'p-dsl', {
        'images-seen-by-accident.address': ADDRESS,
        'images-seen-by-accident.report-page': IWF,
        'images-seen-by-accident.copies-go': COPIES_GO,
      });
      await world.do('p-dsl', 'images-seen-by-accident.address', PAGE);
      await historyShows(world, 'p-dsl', new RegExp(`${ADDRESS}\\n${PAGE}`));
      expect(isWordsAlone(world.at('p-dsl').card(), PAGE)).toBe(true);
      await world.refer('p-dsl', 'images-seen-by-accident.report-page', {
        agency: 'iwf',
        who: 'Their form',
        reference: 'W-8',
      });
      await historyShows(world, 'p-dsl', /Internet Watch Foundation\nTheir form\n[\s\S]*W-8/);
      await agrees(world, 'images-seen-by-accident.copies-go');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.offers('p-dsl', 'Open it again');
      await images(world, 'images-seen-by-accident');
      await staysOpenFor(world, 'p-dsl', {
        'any-concern.parents': 'Decide if parents and carers are told.',
        'images-seen-by-accident.police-asked': MAY_GO,
      });
      await deputyAgrees(world, 'images-seen-by-accident', 'police-asked');
    },
  );

  obligation(
    'BC-11.4c',
    'executed',
    'found on a device of ours: the police first, copies kept only for them, and nothing is deleted before they advise',
    async (world) => {
      await images(world, 'images-on-our-devices');
      await keepsTo(world, 'p-dsl', 'Nobody keeps or makes a copy, unless the police ask for it.');
      await stands(world, 'p-dsl', POLICE_FIRST, {
        must: 'Must be done: our policy, section 11.4',
        due: 'today 11:05.',
      });
      await stands(world, 'p-dsl', 'Take the device or the account out of use, unopened.', { must: MUST });
      await stands(world, 'p-dsl', 'Report the address to the Internet Watch Foundation, if there is one.', {
        must: 'Should be done: our policy, section 11.4',
      });
      await stands(world, 'p-dsl', REST_GO, {
        must: 'Must be done: our policy, section 11.4',
        first: POLICE_FIRST,
      });
      expect(await world.canDo('p-dsl', 'images-on-our-devices.copies-go')).toBe(false);
      await staysOpenFor(
        world,
        'p-dsl',
        {
          'images-on-our-devices.police-first': POLICE_FIRST,
          'images-on-our-devices.apart': 'Take the device or the account out of use',
        },
        { how: 'No' },
      );
      await world.refer('p-dsl', 'images-on-our-devices.police-first', {
        who: 'PC on duty',
        reference: 'E-1',
      });
      await agrees(world, 'images-on-our-devices.copies-go');
      await images(world, 'images-on-our-devices');
      expect(await world.canDo('p-dsl', 'images-on-our-devices.lado')).toBe(false);
      await world.answer('p-dsl', 'images-on-our-devices.how', 'Not sure');
      await stands(world, 'p-dsl', 'Call the LADO. Nobody here asks who it was before they have answered.', {
        must: MUST,
        due: 'today 11:05.',
      });
      await staysOpenFor(world, 'p-dsl', { 'any-concern.parents': 'Decide if parents and carers are told.' });
      await deputyAgrees(world, 'images-on-our-devices', 'police-first');
    },
  );
});

/** Where the lead is part of it, the deputy has it and agrees. */
async function deputyAgrees(world: World, kind: string, police: string): Promise<void> {
  await world.report({ ticks: ['online'], story: { seen: `Again: ${kind}.` }, connected: ['p-dsl'] });
  await world.take('p-deputy');
  await world.triage('p-deputy', kind);
  await world.refer('p-deputy', `${kind}.${police}`);
  await world.approve('p-deputy', `${kind}.copies-go`, 'The police want nothing kept.');
  world.sees('p-deputy', 'approved.');
}

/** Only the lead or a deputy agrees that copies go, and says why. */
async function agrees(world: World, step: string): Promise<void> {
  const agree = await pressOf(world, 'p-dsl', step);
  for (const who of ['p-sam', 'p-it', 'p-head']) {
    await world.at(who).send({ ...agree, inputs: { reason: 'Away with it.' } });
    world.refused(who, 'There is nothing here for you.');
  }
  await world.press('p-dsl', 'Approve');
  world.refused('p-dsl', 'Not saved yet');
  await world.press('p-dsl', 'Approve', { reason: 'The police want nothing kept.' });
  world.sees('p-dsl', 'approved.');
}
