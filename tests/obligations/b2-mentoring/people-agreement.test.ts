import {
  cardsAsking,
  expectVisitor,
  isAskedTo,
  openTeam,
  readAgreement,
  recordPaper,
  signAgreement,
  signOpen,
  whoHasSigned,
} from '../../support/agreement-acts.ts';
import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    ['B2-3.1d', 'B2-3.1e', 'B2-3.3a'],
    'executed',
    'directors and people from agencies are sent the policy and the agreement, and stand outstanding until they sign',
    async (world, met) => {
      await daysGoBy(world, 1);
      await isAskedTo(world, 'p-con', 'Online safety policy');
      await signAgreement(world, 'p-con', 'policy');
      world.sees('p-con', 'Online safety policy**. 25 November 2026, as contractor.');
      met('B2-3.3a');
      await isAskedTo(world, 'p-director', 'Acceptable use: staff, board and volunteers');
      await whoHasSigned(world, 'p-dsl', 'policy');
      world.sees('p-dsl', 'Hugh Lamb');
      await signAgreement(world, 'p-director', 'policy');
      await whoHasSigned(world, 'p-dsl', 'policy');
      world.seesNot('p-dsl', 'Hugh Lamb');
      world.sees('p-dsl', 'Olive Tarn');
      met('B2-3.1d');
      // The text calls it appendix 3; what is there is appendix 2.
      await readAgreement(world, 'p-director', 'staff-aup');
      await world.press('p-director', 'Why?');
      world.sees('p-director', 'section Appendix 2');
      await signAgreement(world, 'p-director', 'staff-aup');
      world.sees(
        'p-director',
        'Acceptable use: staff, board and volunteers**. 25 November 2026, as director.',
      );
      met('B2-3.1e');
    },
  );

  obligation(
    ['B2-3.2b', 'B2-7a'],
    'reported',
    'who leads sees how many of five populations, and of visitors, have signed what',
    async (world, met) => {
      for (const person of ['p-sam', 'p-vol', 'p-proprietor'])
        await signAgreement(world, person, 'staff-aup');
      await signAgreement(world, 'p-sam', 'policy');
      for (const signer of ['child', 'parent']) await recordPaper(world, 'p-sam', 'student-aup', { signer });
      await recordPaper(world, 'p-sam', 'student-aup', { signer: 'child', child: 'Noor Ash' });
      await expectVisitor(world, 'p-sam');
      await whoHasSigned(world, 'p-dsl');
      for (const line of [
        'Children (students): 2 of 2 (100 %).',
        'Parents and carers: 1 of 2 (50 %).',
        'Staff and contractors: 1 of 10 (10 %).',
        'Volunteers: 1 of 1 (100 %).',
        'Those who oversee us (board of directors): 1 of 3 (33 %).',
        'Visitors: 0 of 1 (0 %).',
      ])
        world.sees('p-dsl', line);
      met('B2-7a');
      await whoHasSigned(world, 'p-dsl', 'policy');
      world.sees('p-dsl', 'Have not signed yet: 13.');
      world.sees('p-dsl', 'Pip Harlow');
      world.seesNot('p-dsl', 'Sami Wells');
      await whoHasSigned(world, 'p-dsl', 'staff-aup');
      world.sees('p-dsl', 'Have not signed yet: 11.');
      await world.say('p-dsl', 'compliance');
      world.sees('p-dsl', 'Safeguarding and online safety refresher');
      met('B2-3.2b');
    },
  );

  obligation(
    'B2-3.3b',
    'executed',
    'whoever has not signed is reminded, then their line manager hears it, and the lead sees who it is',
    async (world) => {
      await daysGoBy(world, 1);
      const asked = cardsAsking(world, 'p-sam');
      await world.advance({ hours: 24 * 14 });
      expect(cardsAsking(world, 'p-sam')).toBeGreaterThan(asked);
      await isAskedTo(world, 'p-sam', 'Acceptable use: staff, board and volunteers');
      await world.advance({ hours: 24 * 21 });
      world.received('p-leader', /people you manage are late/);
      await openTeam(world, 'p-leader');
      world.sees('p-leader', 'Sami Wells');
      world.received('p-dsl', /people are late with/);
      await whoHasSigned(world, 'p-dsl', 'staff-aup');
      world.sees('p-dsl', 'Sami Wells');
    },
  );

  obligation(
    ['B2-3.4b', 'B2-A1a'],
    'recorded',
    'the agreement of students counts when the student and a parent have signed it, each with a day',
    async (world, met) => {
      await recordPaper(world, 'p-coordinator', 'student-aup', { signer: 'child' });
      world.sees('p-coordinator', 'Robin Vale, 5B: not signed yet by a parent or carer');
      met('B2-3.4b');
      await recordPaper(world, 'p-coordinator', 'student-aup', { signer: 'parent', on: '2026-11-23' });
      world.sees('p-coordinator', 'Recorded, as signed on 23 November 2026.');
      world.sees('p-coordinator', 'Parents and carers: 1 of 1 (100 %).');
      world.seesNot('p-coordinator', 'not signed yet');
      met('B2-A1a');
    },
  );

  obligation(
    'B2-3.5a',
    'recorded',
    'a visitor reads and agrees with their host before they use anything',
    async (world) => {
      await expectVisitor(world, 'p-sam');
      world.sees('p-sam', 'Clearance pending');
      await world.press('p-sam', 'Read it together');
      world.sees('p-sam', 'are monitored');
      await world.press('p-sam', 'They agree');
      world.sees('p-sam', 'Cleared: they have agreed.');
    },
  );

  obligation(
    ['B2-9b', 'B2-A2a'],
    'recorded',
    'staff agree to work devices for work only and to monitoring, and sign with name, role, day and the very text',
    async (world, met) => {
      await readAgreement(world, 'p-sam', 'staff-aup');
      world.sees('p-sam', 'our devices anywhere, only for teaching and for my work');
      world.sees('p-sam', 'I agree that the websites I visit, and how I use the systems, are monitored.');
      await world.press('p-sam', 'Next page');
      world.sees('p-sam', 'I sign as Sami Wells, mentor or other member of staff.');
      await signOpen(world, 'p-sam');
      world.sees(
        'p-sam',
        /24 November 2026, as mentor or other member of staff\. Version 1, text [0-9A-F]{4}-[0-9A-F]{4}\./,
      );
      met('B2-A2a');
      await readAgreement(world, 'p-pip', 'staff-aup');
      world.sees('p-pip', 'our devices anywhere, only for teaching and for my work');
      await signOpen(world, 'p-pip');
      world.sees('p-pip', 'Signed. Thank you.');
      met('B2-9b');
    },
  );
});
