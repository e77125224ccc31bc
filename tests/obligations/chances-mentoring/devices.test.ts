import { obligations } from '../../support/obligations.ts';
import { close, doneLast, keptOpenBy, pageWith } from './acts.ts';

const PHONE = { ticks: ['rules'], story: { seen: 'A phone was out in the corridor.' } } as const;
const EXAM = { ticks: ['rules'], story: { seen: 'A phone in the maths exam.' } } as const;

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    ['CM-MOB-b', 'CM-PUP-a'],
    'executed',
    'a phone that is seen is taken to the office, and a parent or carer gets it back and nobody else',
    async (world, met) => {
      await world.report(PHONE);
      world.sees(
        'p-sam',
        'Do not search a phone. Only the principal and deputy principals may, step by step.',
      );
      world.sees(
        'p-sam',
        "A pupil's phone is off, not on silent, and out of sight until the end of the day. Take it to the office.",
      );
      await world.take('p-dsl');
      expect(await world.canDo('p-dsl', 'pupil-misuse.hold')).toBe(false);
      await keptOpenBy(world, 'p-dsl', 'pupil-misuse.what', 'Which rule was broken? Choose the nearest.');
      await world.answer('p-dsl', 'pupil-misuse.what', 'Phones and devices');
      await keptOpenBy(world, 'p-dsl', 'pupil-misuse.taken', 'Was the phone or device taken?');
      await world.answer('p-dsl', 'pupil-misuse.taken', 'Yes');
      await keptOpenBy(
        world,
        'p-dsl',
        'pupil-misuse.hold',
        'Keep it closed in the secure place in the school office.',
      );
      for (const step of ['release', 'tell-exams', 'exam-body'])
        expect(await world.canDo('p-dsl', `pupil-misuse.${step}`)).toBe(false);
      await world.custody('p-dsl', 'pupil-misuse.hold', 'Jo Kemp, the office safe', 'Since 10:20.');
      met('CM-MOB-b');
      await keptOpenBy(
        world,
        'p-dsl',
        'pupil-misuse.release',
        'Give it back to a parent or carer, never to the pupil.',
      );
      await world.openStep('p-dsl', 'pupil-misuse.release');
      world.sees('p-dsl', /A parent or carer\nThe police/);
      await world.save('p-dsl', { answer: 'Robin Vale', note: '15:30' });
      world.refused('p-dsl', 'Only these may have it: A parent or carer');
      await world.custody(
        'p-dsl',
        'pupil-misuse.release',
        'A parent or carer',
        'The father, Tom Vale, 15:30.',
      );
      await close(world, 'p-dsl');
      world.sees('p-dsl', 'Open it again');
      await doneLast(world, 'p-dsl');
      world.sees('p-dsl', /A parent or carer[\s\S]*The father, Tom Vale, 15:30\./);
      await world.report({ ticks: ['images'] });
      world.sees('p-sam', 'Only the principal and deputy principals may, step by step.');
      await world.take('p-dsl');
      await keptOpenBy(
        world,
        'p-dsl',
        'device-custody.hold',
        'Keep it closed in the secure place in the school office.',
      );
      await world.custody('p-dsl', 'device-custody.hold', 'Jo Kemp, the office safe');
      await world.openStep('p-dsl', 'device-custody.release');
      world.sees('p-dsl', /A parent or carer\nThe police/);
      await world.save('p-dsl', { answer: 'The child', note: '15:30' });
      world.refused('p-dsl', 'Only these may have it: A parent or carer');
      met('CM-PUP-a');
    },
  );

  obligation(
    'CM-PUP-b',
    'executed',
    'a phone in an exam goes to the exams officer and to the exam body on the same day',
    async (world) => {
      await world.report(EXAM);
      await world.take('p-dsl');
      for (const later of [/Tell the exams officer/, /The exam body hears of it today/])
        expect(await pageWith(world, 'p-dsl', later)).toBe(false);
      await world.answer('p-dsl', 'pupil-misuse.what', 'A phone in an exam');
      expect(await world.canDo('p-dsl', 'pupil-misuse.taken')).toBe(true);
      world.hearsNothing('p-exams');
      expect(await world.canDo('p-dsl', 'pupil-misuse.exam-body')).toBe(false);
      await keptOpenBy(world, 'p-dsl', 'pupil-misuse.tell-exams', 'Tell the exams officer: which exam, when');
      world.fromHere();
      await world.step('p-dsl', 'pupil-misuse.tell-exams', {
        text: 'Maths, paper 2, today 09:30, candidate 1042.',
      });
      world.told('p-exams');
      await world.press('p-exams', 'Open');
      world.sees('p-exams', 'Maths, paper 2, today 09:30, candidate 1042.');
      world.never('p-exams', /Robin|Vale/);
      expect(
        await pageWith(world, 'p-dsl', /The exam body hears of it today[^\n]*\n[^\n]*\nDue today 14:05/),
      ).toBe(true);
      await keptOpenBy(world, 'p-dsl', 'pupil-misuse.exam-body', 'The exam body hears of it today.');
      await world.advance({ hours: 5 });
      world.received('p-dsl', 'Something is late.');
      await world.step('p-dsl', 'pupil-misuse.exam-body', {
        answer: 'Mona Birch, by phone',
        note: '15:10, JX-3',
      });
      await close(world, 'p-dsl');
      world.sees('p-dsl', 'Open it again');
    },
  );

  obligation(
    'CM-NET-c',
    'executed',
    'a pupil on a colleague’s login is a case, and IT changes the password',
    async (world) => {
      await world.report({ ticks: ['rules'], story: { seen: 'She worked under the login of a teacher.' } });
      world.sees('p-sam', "Nobody uses another person's login, and a pupil never uses one of staff.");
      await world.take('p-dsl');
      expect(await world.canDo('p-dsl', 'pupil-misuse.reset')).toBe(false);
      await world.openStep('p-dsl', 'pupil-misuse.what');
      world.sees('p-dsl', 'Another rule');
      await world.answer('p-dsl', 'pupil-misuse.what', "Another person's login");
      expect(await world.canDo('p-dsl', 'pupil-misuse.taken')).toBe(false);
      expect(await pageWith(world, 'p-dsl', /Speak with whoever owns it, so that it is not left open/)).toBe(
        true,
      );
      await keptOpenBy(world, 'p-dsl', 'pupil-misuse.reset', 'Have the password changed now.');
      await world.step('p-dsl', 'pupil-misuse.reset', { text: 'The login of Sami Wells: change it now.' });
      await world.press('p-it', 'Open');
      world.sees('p-it', 'The login of Sami Wells: change it now.');
      world.never('p-it', /Robin|Vale/);
      await world.press('p-it', 'Send the answer', { text: 'Changed at 10:20.' });
      await world.open('p-dsl');
      await doneLast(world, 'p-dsl');
      world.sees('p-dsl', 'Changed at 10:20.');
    },
  );

  obligation(
    'CM-INC-a',
    'executed',
    'a sanction is chosen for this pupil and what happened, with a reason, by the policies',
    async (world) => {
      await world.report(PHONE);
      await world.take('p-dsl');
      await world.openStep('p-dsl', 'any-concern.decision');
      for (const answer of [
        'Decide what follows, and say why it fits.',
        'Refer it on',
        'Help from us',
        'A sanction',
        'Disciplinary action',
        'Legal action',
        'Watch and wait',
        'Nothing more to do',
      ])
        world.sees('p-dsl', answer);
      await world.back('p-dsl');
      await keptOpenBy(
        world,
        'p-dsl',
        'pupil-misuse.proportion',
        'What follows, and why does it fit this pupil and how serious it was? No sanction comes by itself.',
      );
      await world.do(
        'p-dsl',
        'pupil-misuse.proportion',
        'A talk with the form tutor: it was the first time.',
      );
      await close(world, 'p-dsl');
      world.sees('p-dsl', 'Open it again');
      await world.report(PHONE);
      await world.take('p-dsl');
      await keptOpenBy(
        world,
        'p-dsl',
        'pupil-misuse.behaviour',
        'Follow the behaviour and anti-bullying policies.',
      );
    },
  );
});
