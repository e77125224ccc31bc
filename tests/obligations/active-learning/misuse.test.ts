import { obligations } from '../../support/obligations.ts';
import { history, holdsOpen, readsIn } from './acts.ts';

obligations('active-learning', ({ obligation }) => {
  obligation(
    'AL-6.1a',
    'guided',
    'a lead who names bullying online is asked the three questions that make it one',
    async (world) => {
      await world.report({ ticks: ['online'] });
      await world.take('p-dsl');
      await world.triage('p-dsl', 'cyberbullying');
      await readsIn(
        world,
        'p-dsl',
        'First: is it done on purpose, to harm one person or a group?',
        'Second: is it done again and again?',
        'Third: is one side stronger than the other?',
      );
      await world.openStep('p-dsl', 'cyberbullying.test-power');
      world.sees('p-dsl', 'section 6.1');
      await world.save('p-dsl', { answer: 'Not sure' });
      world.sees('p-dsl', 'Saved.');
    },
  );

  obligation(
    'AL-6.2d',
    'executed',
    'what spreads is contained on every side before the case closes',
    async (world) => {
      await world.report({ ticks: ['online'], story: { page: 'chat.example/room', device: 'Tablet 2' } });
      world.sees('p-sam', 'Help to stop it from spreading. Do not collect it and do not pass it on.');
      await world.take('p-dsl');
      await world.triage('p-dsl', 'cyberbullying');
      expect(await world.canDo('p-dsl', 'cyberbullying.contain')).toBe(false);
      await world.answer('p-dsl', 'cyberbullying.spreading', 'Yes');
      await world.step('p-dsl', 'cyberbullying.contain-network');
      await world.press('p-it', 'Open');
      world.sees('p-it', /chat\.example\/room\nTablet 2/);
      world.never('p-it', /Robin|Vale|lunch/);
      const contain = 'Ask everyone who has it to stop passing it on.';
      await holdsOpen(world, 'p-dsl', 'cyberbullying.contain', contain);
      await world.do('p-dsl', 'cyberbullying.contain');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      for (const [step, words] of [
        ['contain-site', 'Report it to the site or the app where it stands.'],
        ['contain-network', 'Have it blocked on our network.'],
      ] as const) {
        await world.report({ ticks: ['online'] });
        await world.take('p-dsl');
        await world.triage('p-dsl', 'cyberbullying');
        await holdsOpen(world, 'p-dsl', `cyberbullying.${step}`, words);
      }
      await world.report({ ticks: ['home'] });
      world.seesNot('p-sam', 'Help to stop it from spreading.');
    },
  );

  obligation(
    'AL-6.2e',
    'executed',
    'where having it may be against the law the police are told in time and get the device, never a file',
    async (world) => {
      await world.report({ ticks: ['online'] });
      await world.take('p-dsl');
      await world.triage('p-dsl', 'cyberbullying');
      for (const step of ['cyberbullying.possession-police', 'cyberbullying.possession-device'])
        expect(await world.canDo('p-dsl', step)).toBe(false);
      await world.answer('p-dsl', 'cyberbullying.possession', 'Not sure');
      const police = 'Report it to the police. They get the device itself. Nobody makes or sends a copy.';
      await readsIn(world, 'p-dsl', police);
      world.sees('p-dsl', 'Due today 14:05.');
      expect(await world.canDo('p-dsl', 'cyberbullying.possession-device')).toBe(false);
      await world.openStep('p-dsl', 'cyberbullying.possession-police');
      world.notOffered('p-dsl', 'Not this time');
      world.sees('p-dsl', "You need nobody's approval to call.");
      expect(JSON.stringify(world.at('p-dsl').card())).not.toMatch(/Input\.File|upload/);
      await holdsOpen(world, 'p-dsl', 'cyberbullying.possession-police', police);
      await world.advance({ hours: 5 });
      world.received('p-dsl', 'late');
      await world.refer('p-dsl', 'cyberbullying.possession-police', { reference: 'P-12' });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Hand the device to the police. Write down who took it, and when.');
      await world.openStep('p-dsl', 'cyberbullying.possession-device');
      await world.save('p-dsl', { answer: 'The father', note: 'At noon.' });
      world.refused('p-dsl', 'Only these may have it: The police');
      await world.custody('p-dsl', 'cyberbullying.possession-device', 'The police', 'PC 7, at noon.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      const images = 'Report it to the police and hand over the device itself. Nobody makes or sends a copy.';
      const ours = 'Hand over the device itself. Nobody makes or sends a copy.';
      for (const [kind, step, words] of [
        ['indecent-images', 'indecent-images.police', images],
        ['images-seen-by-accident', 'indecent-images.police', images],
        ['images-on-our-devices', 'images-on-our-devices.police-first', ours],
      ] as const) {
        await world.report({ ticks: ['online'] });
        await world.take('p-dsl');
        await world.triage('p-dsl', kind);
        await holdsOpen(world, 'p-dsl', step, words);
      }
      // No such suspicion: then it is not a duty.
      await world.report({ ticks: ['online'] });
      await world.take('p-dsl');
      await world.triage('p-dsl', 'cyberbullying');
      await holdsOpen(
        world,
        'p-dsl',
        'cyberbullying.possession',
        'Is there reason to suspect that it is against the law to have the material?',
      );
      await world.answer('p-dsl', 'cyberbullying.possession', 'No');
      expect(await world.canDo('p-dsl', 'cyberbullying.possession-device')).toBe(false);
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
    },
  );

  obligation(
    'AL-8b',
    'executed',
    'our services for a student end only with the yes of a director',
    async (world) => {
      await world.report({ ticks: ['rules'] });
      await world.take('p-dsl');
      await holdsOpen(
        world,
        'p-dsl',
        'pupil-misuse.services',
        'Should our services for this student end because of it?',
      );
      world.hearsNothing('p-director');
      expect(await world.canDo('p-dsl', 'pupil-misuse.tell-family')).toBe(false);
      await world.answer('p-dsl', 'pupil-misuse.services', 'Yes');
      await readsIn(world, 'p-dsl', 'Waiting for the director to say yes or no.');
      expect(await world.canDo('p-dsl', 'pupil-misuse.end-services')).toBe(false);
      expect(await world.canDo('p-dsl', 'pupil-misuse.tell-family')).toBe(false);
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Agree that our services for this student end. Say why.');
      world.received('p-director', 'It needs a yes or a no from you.');
      world.received('p-director-2', 'It needs a yes or a no from you.');
      world.hearsNothing('p-trustee');
      await world.press('p-director', 'Open');
      world.sees('p-director', 'Agree that our services for this student end. Say why.');
      world.never('p-director', /Robin|Vale/);
      await world.press('p-director', 'Approve');
      world.refused('p-director', 'Not saved yet');
      await world.press('p-director', 'Approve', { reason: 'The third time, and others are hurt.' });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Tell the student and the family that our services end, and why.');
      await world.do('p-dsl', 'pupil-misuse.tell-family');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      await world.report({ ticks: ['rules'] });
      await world.take('p-dsl');
      await world.answer('p-dsl', 'pupil-misuse.services', 'Yes');
      await world.press('p-director', 'Open');
      await world.press('p-director', 'Decline', { reason: 'A last chance.' });
      world.sees('p-director', 'declined');
      expect(await world.canDo('p-dsl', 'pupil-misuse.tell-family')).toBe(false);
    },
  );

  obligation(
    'AL-10a',
    'executed',
    'a student who breaks the rules: the agreements are followed, and what follows fits',
    async (world) => {
      await world.report({ ticks: ['rules'] });
      await world.take('p-dsl');
      await holdsOpen(
        world,
        'p-dsl',
        'pupil-misuse.behaviour',
        'Follow what was agreed with students and with parents.',
      );
      await world.report({ ticks: ['rules'] });
      await world.take('p-dsl');
      const fits = 'Write down what follows, and why it fits this student and how serious it was.';
      await holdsOpen(world, 'p-dsl', 'pupil-misuse.proportion', fits);
      await world.do('p-dsl', 'pupil-misuse.proportion', 'A week without a tablet: it was the first time.');
      await history(world, 'p-dsl');
      world.sees('p-dsl', 'A week without a tablet: it was the first time.');
    },
  );

  obligation(
    'AL-10c',
    'executed',
    'when it is serious the police are considered, and the reason is kept',
    async (world) => {
      await world.report({ ticks: ['rules'] });
      await world.take('p-dsl');
      expect(await world.canDo('p-dsl', 'pupil-misuse.police')).toBe(false);
      await world.answer('p-dsl', 'pupil-misuse.serious', 'Yes');
      await holdsOpen(
        world,
        'p-dsl',
        'pupil-misuse.police',
        'Decide about the police: call them, or write down why not.',
      );
      await world.skip('p-dsl', 'pupil-misuse.police', 'It was put right the same day.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      await history(world, 'p-dsl');
      world.sees('p-dsl', 'It was put right the same day.');
    },
  );
});
