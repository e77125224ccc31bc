import { join } from 'node:path';
import { reviewPolicy } from '../../../src/storage/files/load-policy.ts';
import {
  expectVisitor,
  isAskedTo,
  recordPaper,
  signAgreement,
  whoHasSigned,
  withTextsOf,
} from '../../support/agreement-acts.ts';
import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';

const STAFF =
  '"Acceptable use: staff, governors and volunteers" cannot be issued: appendix 3 of the policy is not there.';

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    ['BJ-3.1i', 'BJ-3.5a', 'BJ-3.2a'],
    'executed',
    'governors, staff, contractors and volunteers are sent the policy, and the headteacher sees who has not signed',
    async (world, met) => {
      await daysGoBy(world, 1);
      await isAskedTo(world, 'p-governor', 'Online safety policy');
      await signAgreement(world, 'p-governor', 'policy');
      world.sees('p-governor', 'as governor. Version');
      met('BJ-3.1i');
      for (const person of ['p-sam', 'p-vol', 'p-con'])
        await isAskedTo(world, person, 'Online safety policy');
      await signAgreement(world, 'p-con', 'policy');
      world.sees('p-con', 'as contractor. Version');
      met('BJ-3.5a');
      await whoHasSigned(world, 'p-head', 'policy');
      world.sees('p-head', 'Sami Wells');
      world.seesNot('p-head', 'Cleo Dunn');
      await signAgreement(world, 'p-sam', 'policy');
      await whoHasSigned(world, 'p-head', 'policy');
      world.seesNot('p-head', 'Sami Wells');
      world.sees('p-head', 'Pip Harlow');
      met('BJ-3.2a');
    },
  );

  obligation(
    'BJ-7a',
    'executed',
    'three appendices are not there: nothing of them is issued, who leads and the linter say which',
    async (world) => {
      const found = await reviewPolicy(
        join('policies', 'balfour-junior.yaml'),
        'policies/library',
        Temporal.PlainDate.from('2026-11-21'),
      );
      const missing = found.filter(({ stops }) => stops === 'agreements');
      expect(missing.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
        Array.from({ length: 3 }, () => 'error appendix.missing'),
      );
      await world.say('p-sam', 'agreements');
      world.seesNot('p-sam', 'Acceptable use');
      await whoHasSigned(world, 'p-head');
      world.sees('p-head', STAFF);
      world.sees('p-head', 'appendix 1 of the policy is not there');
      world.sees('p-head', 'appendix 2 of the policy is not there');
      world.sees('p-head', 'Not available.');
    },
  );

  obligation(
    ['BJ-3.6a', 'BJ-3.7a'],
    'recorded',
    'with the text that the organisation gives, pupil and parent both sign, and a visitor is pending until they have',
    async (world, met) => {
      for (const signer of ['child', 'parent']) await recordPaper(world, 'p-sam', 'older-aup', { signer });
      world.sees('p-sam', 'Children (pupils): 1 of 1 (100 %).');
      world.sees('p-sam', 'Parents and carers: 1 of 1 (100 %).');
      met('BJ-3.6a');
      await expectVisitor(world, 'p-sam');
      world.sees('p-sam', 'Clearance pending');
      await world.say('p-head', 'visitors');
      world.sees('p-head', 'Invented Visitor, with Sami Wells');
      await world.press('p-sam', 'Read it together');
      await world.press('p-sam', 'They agree');
      world.sees('p-sam', 'Cleared: they have agreed.');
      met('BJ-3.7a');
    },
    { doctor: withTextsOf('older-aup', 'visitor-aup') },
  );
});
