import { hasSigned } from '../../../src/application/agreements/has-signed.ts';
import { PersonId } from '../../../src/domain/ids.ts';
import {
  readAgreement,
  recordPaper,
  signAgreement,
  signOpen,
  whoHasSigned,
} from '../../support/agreement-acts.ts';
import { obligations } from '../../support/obligations.ts';
import { pass } from '../../support/obligations-acts.ts';

const ACCOUNT = {
  account: 'North Primary, on a site for pictures',
  purpose: 'News for parents',
  email: 'news@north.example',
  owner: 'Sami Wells',
  checker: 'Pip Harlow',
  'leader-one': 'Rosa Quill',
  'leader-two': 'Iris Kay',
  protected: 'Yes',
};

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-4.3a',
    'recorded',
    'staff sign that they have read the policy, and may say what could be better in it: the lead reads that',
    async (world) => {
      await readAgreement(world, 'p-sam', 'policy');
      world.sees('p-sam', 'I have read the online safety policy');
      await signOpen(world, 'p-sam', { comment: 'Section nine is hard to find.' });
      world.sees('p-sam', 'Signed. Thank you.');
      await whoHasSigned(world, 'p-dsl', 'policy');
      world.sees('p-dsl', 'Sami Wells, 24 November 2026: Section nine is hard to find.');
    },
  );

  obligation(
    ['BC-4.5a', 'BC-4.6a', 'BC-5.4b'],
    'recorded',
    'learners sign or agree as a class; parents sign what home and school agree, and that they read the information',
    async (world, met) => {
      await recordPaper(world, 'p-office', 'learner-aup', { signer: 'class', class: '1B', children: '28' });
      world.sees('p-office', 'Children (learners): 28 of 28 (100 %).');
      await recordPaper(world, 'p-office', 'learner-aup', { signer: 'child', class: '6A' });
      world.sees('p-office', 'Children (learners): 29 of 29 (100 %).');
      met('BC-4.5a');
      await recordPaper(world, 'p-office', 'home-school', { signer: 'parent', class: '6A' });
      world.sees('p-office', 'Recorded, as signed on 20 November 2026.');
      met('BC-4.6a');
      await recordPaper(world, 'p-office', 'safety-information', { signer: 'parent', class: '6A' });
      world.sees('p-office', 'Online safety information: new families');
      world.sees('p-office', 'Recorded, as signed on 20 November 2026.');
      met('BC-5.4b');
    },
  );

  obligation(
    ['BC-6b', 'BC-7.2.3c'],
    'recorded',
    'everybody agrees to post nothing that hurts, and that the school’s devices are monitored',
    async (world, met) => {
      await readAgreement(world, 'p-sam', 'staff-aup');
      world.sees('p-sam', 'I post nothing that could hurt, frighten or offend somebody of our school.');
      met('BC-6b');
      world.sees('p-sam', 'networks can be monitored and traced to me');
      await world.press('p-sam', 'Why?');
      world.sees('p-sam', '7.2.3');
      await signAgreement(world, 'p-sam', 'staff-aup');
      world.sees('p-sam', 'Acceptable use: staff and governors**. 24 November 2026');
      met('BC-7.2.3c');
    },
  );

  obligation(
    'BC-8.4c',
    'executed',
    'whoever writes on official social media signs for that first, and nobody else is asked to',
    async (world) => {
      const sam = PersonId.parse('p-sam');
      expect(await hasSigned(world.org.deps(), sam, 'social-media-aup')).toBe(false);
      await pass(world, 'p-sam', 'new official account', ACCOUNT);
      await world.press('p-head', 'Open');
      world.sees('p-head', '“Official social media: whoever writes there” is not signed yet by: Sami Wells');
      await world.press('p-head', 'Approve');
      world.refused('p-head', 'You cannot say yes yet.');
      await world.say('p-sam', 'agreements');
      world.sees('p-sam', 'Only if you need it');
      world.sees('p-sam', 'There are 2 things for you to read and sign.');
      await readAgreement(world, 'p-sam', 'social-media-aup');
      world.sees('p-sam', 'I make sure that there is consent before a picture of a learner is put up.');
      world.sees('p-sam', 'I send no private messages to learners, parents or carers, and answer none.');
      world.sees(
        'p-sam',
        'I tell my line manager, the safeguarding lead or the headteacher of any concern at once.',
      );
      await signOpen(world, 'p-sam');
      world.sees('p-sam', 'Official social media: whoever writes there**. 24 November 2026');
      expect(await hasSigned(world.org.deps(), sam, 'social-media-aup')).toBe(true);
      await world.press('p-head', 'Approve');
      world.seesNot('p-head', 'You cannot say yes yet.');
      world.seesNot('p-head', 'is not signed yet');
      expect(await hasSigned(world.org.deps(), PersonId.parse('p-pip'), 'social-media-aup')).toBe(false);
    },
  );
});
