import type { Deps } from '../../../src/application/deps.ts';
import {
  cardsAsking,
  expectVisitor,
  isAskedTo,
  readAgreement,
  recordPaper,
  signAgreement,
  whoHasSigned,
  withTextsOf,
} from '../../support/agreement-acts.ts';
import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';

const STAFF = 'Acceptable use: staff, directors and volunteers';

obligations('active-learning', ({ obligation }) => {
  obligation(
    ['AL-3.1d', 'AL-3.2a'],
    'reported',
    'a director who has not signed the policy stands outstanding, and directors see shares without names',
    async (world, met) => {
      await signAgreement(world, 'p-sam', 'policy');
      await whoHasSigned(world, 'p-dsl', 'policy');
      world.sees('p-dsl', 'Olive Tarn');
      await signAgreement(world, 'p-director-2', 'policy');
      await whoHasSigned(world, 'p-dsl', 'policy');
      world.seesNot('p-dsl', 'Olive Tarn');
      world.sees('p-dsl', 'Hugh Lamb');
      met('AL-3.1d');
      await whoHasSigned(world, 'p-director');
      world.sees('p-director', 'Staff and contractors: 1 of 8 (12 %).');
      world.sees('p-director', 'Those who oversee us (directors): 1 of 3 (33 %).');
      world.notOffered('p-director', 'Who has not signed');
      world.never('p-director', /Wells|Tarn/);
      met('AL-3.2a');
    },
  );

  // The version that runs, as whoever owns the policy raises it.
  const held = { version: 1 };
  const versioned = (deps: Deps): Deps => ({ ...deps, policy: { ...deps.policy, version: held.version } });
  obligation(
    'AL-3.5a',
    'executed',
    'a new version of the policy is sent to every audience anew',
    async (world) => {
      const everybody = ['p-dsl', 'p-director', 'p-trustee', 'p-it', 'p-sam', 'p-vol', 'p-con'];
      await daysGoBy(world, 1);
      for (const person of everybody) await signAgreement(world, person, 'policy');
      for (const person of everybody) world.sees(person, 'You have read and signed everything.');
      held.version += 1;
      world.org.restart();
      const asked = new Map(everybody.map((person) => [person, cardsAsking(world, person)]));
      await daysGoBy(world, 1);
      for (const person of everybody) {
        expect(cardsAsking(world, person)).toBeGreaterThan(asked.get(person) ?? 0);
        await world.say(person, 'agreements');
        world.sees(person, 'There is one thing for you to read and sign.');
        world.sees(person, /Version 1, text/);
      }
    },
    { doctor: versioned },
  );

  obligation(
    ['AL-3.5b', 'AL-7a', 'AL-A1a', 'AL-A2a'],
    'executed',
    'what has no text is issued to nobody, with the appendix that is missing; the policy is sent all the same',
    async (world, met) => {
      await daysGoBy(world, 1);
      await isAskedTo(world, 'p-sam', 'Online safety policy');
      await world.say('p-sam', 'agreements');
      world.sees('p-sam', 'There is one thing for you to read and sign.');
      world.sees('p-sam', 'Online safety policy');
      world.seesNot('p-sam', 'Acceptable use');
      await whoHasSigned(world, 'p-dsl');
      world.sees('p-dsl', `"${STAFF}" cannot be issued: appendix 2 of the policy is under development.`);
      met('AL-3.5b');
      world.sees('p-dsl', 'Not available.');
      world.seesNot('p-dsl', '100 %');
      met('AL-A2a');
      await world.say('p-dsl', 'families');
      world.sees(
        'p-dsl',
        '"Acceptable use: students and parents" cannot be issued: appendix 1 of the policy is under development.',
      );
      world.notOffered('p-dsl', 'Record a signature');
      met('AL-A1a');
      await readAgreement(world, 'p-sam', 'policy');
      world.sees(
        'p-sam',
        'I use our internet and systems for learning, or for my role, and for nothing else.',
      );
      met('AL-7a');
    },
  );

  obligation(
    ['AL-3.6a', 'AL-3.7a'],
    'recorded',
    'once there is a text, student and parent both sign it, and a visitor is pending until they have',
    async (world, met) => {
      await recordPaper(world, 'p-sam', 'student-aup', { signer: 'parent' });
      world.sees('p-sam', 'Robin Vale, 5B: not signed yet by the student');
      await recordPaper(world, 'p-sam', 'student-aup', { signer: 'child' });
      world.sees('p-sam', 'Children (students): 1 of 1 (100 %).');
      world.seesNot('p-sam', 'not signed yet');
      met('AL-3.6a');
      await expectVisitor(world, 'p-sam');
      world.sees('p-sam', 'Clearance pending');
      await world.press('p-sam', 'Read it together');
      await world.press('p-sam', 'They agree');
      world.sees('p-sam', 'Cleared: they have agreed.');
      met('AL-3.7a');
    },
    { doctor: withTextsOf('student-aup', 'visitor-aup') },
  );
});
