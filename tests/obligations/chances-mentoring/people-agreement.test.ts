import {
  isAskedTo,
  readAgreement,
  recordPaper,
  signOpen,
  whoHasSigned,
} from '../../support/agreement-acts.ts';
import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    ['CM-CON-b', 'CM-CON-c', 'CM-CON-e', 'CM-NET-d', 'CM-EML-a', 'CM-SOC-a', 'CM-MOB-g'],
    'recorded',
    'everybody who works here signs that they have read the policy, clause by clause',
    async (world, met) => {
      await daysGoBy(world, 1);
      await isAskedTo(world, 'p-sam', 'E-safety policy');
      await readAgreement(world, 'p-sam', 'policy');
      world.sees('p-sam', 'I have read the e-safety policy and understood it');
      met('CM-CON-c');
      world.sees('p-sam', 'the rules on phones, cameras and other devices, on images, and on cyberbullying');
      met('CM-CON-b');
      world.sees('p-sam', 'what follows when somebody breaks them');
      met('CM-CON-e');
      world.sees('p-sam', 'I log off when I have finished, or when I leave a computer alone.');
      met('CM-NET-d');
      world.sees('p-sam', 'I use my work e-mail only for work, and another account for everything private.');
      met('CM-EML-a');
      world.sees('p-sam', 'I mention no pupils, parents or colleagues.');
      world.sees('p-sam', 'I discuss nothing personal about people of our community online.');
      world.sees('p-sam', 'I never present my own opinions as those of the school.');
      met('CM-SOC-a');
      world.sees('p-sam', 'I send no pictures or files from phone to phone by Bluetooth');
      await signOpen(world, 'p-sam');
      world.sees('p-sam', 'E-safety policy**. 25 November 2026, as member of staff.');
      await whoHasSigned(world, 'p-dsl', 'policy');
      world.seesNot('p-dsl', 'Sami Wells');
      world.sees('p-dsl', 'Pip Harlow');
      met('CM-MOB-g');
    },
  );

  obligation(
    'CM-EML-d',
    'recorded',
    'a pupil signs the rules, those for e-mails too; the form for parents is not there, and is not recorded',
    async (world) => {
      await recordPaper(world, 'p-office', 'pupil-rules', { signer: 'child' });
      world.sees('p-office', 'Recorded, as signed on 20 November 2026.');
      world.sees('p-office', 'Children (pupils): 1 of 1 (100 %).');
      world.sees(
        'p-office',
        '"Acceptable use form: parents" cannot be issued: "acceptable use agreement" of the policy is not there.',
      );
    },
  );
});
