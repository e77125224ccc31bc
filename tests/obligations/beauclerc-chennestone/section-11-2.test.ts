import { obligations } from '../../support/obligations.ts';
import type { World } from '../../support/obligations-world.ts';
import { seesAll } from './acts.ts';
import { historyShows, keepsTo, pressOf, stands, staysOpenFor, upload } from './acts-11.ts';

const MUST = 'Must be done: our policy, section 11.2';
const RISK =
  'Assess the risk to each learner in it, with what makes them vulnerable. Ask other agencies what they know.';
const PLAN = 'Make a plan of support for this learner: who talks with them, and when. Do not blame.';
const BACK = 'Look back with the leadership team at how we handled it, and change what should change.';
const ONLY_WAY = 'Exception: write down why there is truly no other way than that a safeguarding lead looks.';
const LOOKED =
  'Say who looked, why, who was with them, and when. Only the lead or a deputy may, and nothing is kept or copied.';
const NETWORK = 'Was it taken, sent or kept on our network or on a device of ours?';
const CLOSED =
  'Have it closed to everybody. The technical lead reads the page, the device and the time, and no name.';
const APART = 'Keep it apart where nobody can reach it. Write down who keeps it, and where. Nobody looks.';
const LOCKED_AWAY =
  'Lock the device away, unopened. Write down what it is, who holds it, in which safe place, and why.';
const STORY = {
  seen: 'They say that a picture goes round.',
  page: 'bad.example/x',
  device: 'Tablet 7',
  when: 'about',
};

async function nudes(world: World) {
  await world.report({ ticks: ['images'], story: STORY });
  await world.take('p-dsl');
}

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-11.2a',
    'executed',
    'a nude image of a learner is for the lead, on site or off, on our device or theirs',
    async (world) => {
      await world.report({
        ticks: ['images'],
        story: { ...STORY, device: 'A phone from home', where: 'A park' },
      });
      world.told('p-dsl');
      world.sees('p-sam', 'It is on its way to the designated safeguarding lead (DSL).');
      world.sees('p-sam', 'Tell us wherever it happened, in school or not, and whoever owns the device.');
      await world.advance({ minutes: 30 });
      world.received('p-deputy', 'New, 24 November 10:05.');
      world.hearsNothing('p-head');
    },
  );

  obligation(
    'BC-11.2b',
    'executed',
    'staff never look; a lead only where there is no other way, and says why, when and who was with them',
    async (world) => {
      await world.say('p-sam', 'advice asked-to-look');
      world.sees('p-sam', 'Do not look. Nobody here looks, whoever asks and for whatever reason.');
      await nudes(world);
      await keepsTo(
        world,
        'p-dsl',
        'Nobody looks at the image, copies it, saves it, sends it or asks to be shown it.',
      );
      await stands(world, 'p-dsl', LOOKED, {
        must: 'May be done: our policy, section 11.2',
        first: ONLY_WAY,
      });
      expect(await world.canDo('p-dsl', 'nudes.looked')).toBe(false);
      await world.do('p-dsl', 'nudes.only-way', 'The police asked us to, by phone, 10:20.');
      const asked = await pressOf(world, 'p-dsl', 'nudes.looked');
      for (const who of ['p-sam', 'p-head', 'p-leader', 'p-it', 'p-dsl-2']) {
        await world.at(who).send({ ...asked, inputs: { reason: 'I want to see it.' } });
        world.refused(who, 'There is nothing here for you.');
      }
      await world.openStep('p-dsl', 'nudes.looked');
      await world.press('p-dsl', 'Approve');
      world.refused('p-dsl', 'Not saved yet');
      await world.press('p-dsl', 'Approve', {
        reason: 'The lead, 10:30, with the deputy there, for the police.',
      });
      await historyShows(
        world,
        'p-dsl',
        /The police asked us to, by phone, 10:20\./,
        /Approved[^\n]*\nSay who looked[^\n]*\nThe lead, 10:30, with the deputy there, for the police\./,
      );
      // Where the lead is part of it, the deputy says so and nobody else.
      await world.report({ ticks: ['images'], story: { seen: 'Another.' }, connected: ['p-dsl'] });
      await world.take('p-deputy');
      await world.do('p-deputy', 'nudes.only-way', 'The police asked us to.');
      await world.approve('p-deputy', 'nudes.looked', 'The deputy, 11:00, with the headteacher there.');
      world.sees('p-deputy', 'approved.');
    },
  );

  obligation(
    'BC-11.2c',
    'executed',
    'nobody sends, keeps or asks for such an image: a file is refused and only counted',
    async (world) => {
      await world.report({ ticks: ['images'] });
      seesAll(
        world,
        'p-sam',
        'Do not send a picture, a video or a file. We will never ask for one.',
        'Do not look at the image. Do not copy, print, save, share or delete it, or send it to anyone.',
        'Do not ask the child to show it, send it or download it.',
      );
      for (const who of ['p-sam', 'p-dsl', 'p-head']) {
        const before = world.org.log.lines.length;
        expect(await upload(world, who)).toContain('We did not take that');
        const logged = world.org.log.lines.slice(before).map(({ event }) => event);
        expect(logged).toEqual(['upload-refused', 'intent-upload']);
      }
    },
  );

  obligation(
    'BC-11.2d',
    'executed',
    'the device is locked away, unopened, by name and place',
    async (world) => {
      await nudes(world);
      world.sees(
        'p-sam',
        "You may take a learner's phone if it may hold such an image. Keep it somewhere safe, unopened.",
      );
      await stands(world, 'p-dsl', LOCKED_AWAY, {
        must: 'Must be done: our policy, sections 9.3, 11.2 and 11.1',
      });
      await staysOpenFor(world, 'p-dsl', { 'device-custody.hold': 'Lock the device away, unopened.' });
      await world.openStep('p-dsl', 'device-custody.hold');
      world.notOffered('p-dsl', 'Not this time');
      await world.save('p-dsl', { answer: 'Iris Kay, the safe in the office' });
      await historyShows(world, 'p-dsl', /Lock the device away[^\n]*\nIris Kay, the safe in the office/);
    },
  );

  obligation(
    'BC-11.2e',
    'executed',
    'an image on our network is closed to everybody and kept apart, and the technical lead learns no name',
    async (world) => {
      await nudes(world);
      await stands(world, 'p-dsl', NETWORK, { must: MUST });
      for (const later of ['block', 'apart'])
        expect(await world.canDo('p-dsl', `nudes.${later}`)).toBe(false);
      await world.answer('p-dsl', 'nudes.network', 'Not sure');
      for (const text of [CLOSED, APART]) await stands(world, 'p-dsl', text, { must: MUST });
      await staysOpenFor(world, 'p-dsl', { 'nudes.block': CLOSED, 'nudes.apart': APART });
      await world.custody('p-dsl', 'nudes.apart', 'Iris Kay, a locked account');
      await world.openStep('p-dsl', 'nudes.block');
      world.sees('p-dsl', /They will read this and nothing else\.\nIt goes to: Ivo Stone/);
      await world.save('p-dsl');
      await world.press('p-it', 'Open');
      seesAll(world, 'p-it', 'bad.example/x', 'Tablet 7');
      world.never('p-it', /Robin|Vale|picture goes round/);
      await world.close('p-dsl', { confirmed: 'yes' });
      world.offers('p-dsl', 'Open it again');
      await world.report({ ticks: ['images'], story: { seen: 'On a phone at home.' } });
      await world.take('p-dsl');
      await world.answer('p-dsl', 'nudes.network', 'No');
      for (const none of ['block', 'apart']) expect(await world.canDo('p-dsl', `nudes.${none}`)).toBe(false);
      await world.answer('p-dsl', 'nudes.adult', 'No');
    },
  );

  obligation(
    'BC-11.2f',
    'executed',
    'the risk to each learner, with what makes them vulnerable and what agencies know, comes before any decision',
    async (world) => {
      await nudes(world);
      await stands(world, 'p-dsl', RISK, { must: MUST, first: 'What makes the learner more vulnerable' });
      await stands(world, 'p-dsl', 'Decide what happens next, and say why.', { first: RISK });
      await world.answer('p-dsl', 'nudes.adult', 'No');
      await world.do('p-dsl', 'any-concern.vulnerable', 'In care.');
      await stands(world, 'p-dsl', 'Decide what we do, by the national advice.', { must: MUST, first: RISK });
      for (const decision of ['any-concern.decision', 'nudes.respond'])
        expect(await world.canDo('p-dsl', decision)).toBe(false);
      await world.openStep('p-dsl', 'nudes.risk');
      world.notOffered('p-dsl', 'Not this time');
      await world.save('p-dsl', { note: 'Medium; social care knows the family.' });
      for (const decision of ['any-concern.decision', 'nudes.respond'])
        expect(await world.canDo('p-dsl', decision)).toBe(true);
    },
  );

  obligation(
    'BC-11.2h',
    'executed',
    'each learner in it gets support: a plan for each, and it stays open until both are made',
    async (world) => {
      const children = [
        { name: 'Robin Vale', part: 'harmed' },
        { name: 'Kim Ash', part: 'saw' },
      ] as const;
      await world.report({ ticks: ['images'], story: STORY, children });
      await world.take('p-dsl');
      for (const { name } of children) await stands(world, 'p-dsl', PLAN, { child: name, must: MUST });
      await staysOpenFor(world, 'p-dsl', { 'nudes.support-1': PLAN, 'nudes.support-2': 'For 2 learners.' });
      await world.do('p-dsl', 'nudes.support-2', 'The tutor, on Fridays.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', /Left to do: 1\.\n- Make a plan of support[^\n]*For one learner\./);
      await stands(world, 'p-dsl', PLAN, { child: 'Robin Vale', must: MUST });
      expect(await world.canDo('p-dsl', 'nudes.support-2')).toBe(false);
      await world.do('p-dsl', 'nudes.support-1', 'The counsellor, on Mondays.');
      await historyShows(
        world,
        'p-dsl',
        /For: Kim Ash\nThe tutor, on Fridays\./,
        /For: Robin Vale\nThe counsellor, on Mondays\./,
      );
      await world.close('p-dsl', { confirmed: 'yes' });
      world.offers('p-dsl', 'Open it again');
    },
  );

  obligation(
    'BC-11.2j',
    'executed',
    'the leadership team looks back at it before it is closed, and changes what should change',
    async (world) => {
      await nudes(world);
      await stands(world, 'p-dsl', BACK, { must: MUST, first: 'Decide what we do, by the national advice.' });
      await staysOpenFor(world, 'p-dsl', { 'nudes.look-back': BACK });
      await world.openStep('p-dsl', 'nudes.look-back');
      world.notOffered('p-dsl', 'Not this time');
      await world.save('p-dsl', { note: 'The office gets a second safe.' });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.offers('p-dsl', 'Open it again');
    },
  );
});
