import { obligations } from '../../support/obligations.ts';
import { closes, findsInRecord, seesAll, staysOpenFor, stepSays, wasDone } from './acts.ts';

const PHONE = { ticks: ['rules'], story: { seen: 'Filmed in the playground with a phone.' } } as const;
const YEARS =
  'Only Years 5 and 6 who travel alone may bring a phone. It is off, handed in first thing, not used in the day.';

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-10a',
    'executed',
    'misuse by a pupil goes by our policies, and the answer to it is in proportion',
    async (world) => {
      await world.report({ ticks: ['rules'], story: { seen: "Used another pupil's login." } });
      await world.take('p-head');
      await stepSays(
        world,
        'p-head',
        'pupil-misuse.behaviour',
        /Follow the policies on behaviour and on using the internet\.\nWhy\? Balfour Junior School online safety policy, section 10/,
      );
      await stepSays(world, 'p-head', 'pupil-misuse.proportion', 'section 10');
      await staysOpenFor(
        world,
        'p-head',
        ['behaviour', 'proportion'],
        'Left to do: 2.',
        'Follow the policies on behaviour and on using the internet.',
        'Write down what follows, and why it fits this pupil, what happened and how serious it was.',
      );
      await world.do('p-head', 'pupil-misuse.behaviour', 'Talked with him and his mother.');
      await world.do('p-head', 'pupil-misuse.proportion', 'First time, no harm done: a talk is enough.');
      await closes(world, 'p-head');
    },
  );

  obligation(
    'BJ-10c',
    'executed',
    'where it is illegal or serious, the police are considered, and a reason stands where they are not called',
    async (world) => {
      const consider =
        /Consider the police: report it to them, or write down why not\.\nWhy\? Balfour Junior School online safety policy, section 10/;
      await world.report({ ticks: ['rules'] });
      await world.take('p-head');
      expect(await world.canDo('p-head', 'pupil-misuse.police')).toBe(false);
      await world.answer('p-head', 'pupil-misuse.serious', 'Not sure');
      await stepSays(world, 'p-head', 'pupil-misuse.police', consider);
      await staysOpenFor(world, 'p-head', ['pupil-misuse.police'], /Left to do: 1\.\n- Consider the police/);
      await world.skip('p-head', 'pupil-misuse.police', 'Asked on 101: no crime.');
      await closes(world, 'p-head');
      await world.report({ adult: ['p-pip'], ticks: ['online'] });
      await world.take('p-head');
      await world.triage('p-head', 'staff-misuse');
      await world.answer('p-head', 'staff-misuse.crime', 'Yes');
      await stepSays(world, 'p-head', 'staff-misuse.police', consider);
      await world.triage('p-head', 'staff-misuse', { offence: 'yes' });
      // One call is asked for, not two.
      expect(await world.canDo('p-head', 'staff-misuse.police')).toBe(false);
      await stepSays(
        world,
        'p-head',
        'staff-allegation.police',
        /Call the police if it may be a crime, or write down why not\.\nWhy\? Balfour Junior School online safety policy, section 10/,
      );
      await world.report({ ticks: ['hate'] });
      await world.take('p-head');
      await world.triage('p-head', 'hate', { offence: 'yes' });
      await stepSays(
        world,
        'p-head',
        'hate.police',
        /Call the police if it may be a crime, or write down why not\.\nWhy\? Balfour Junior School online safety policy, section 10/,
      );
      await world.skip('p-head', 'hate.police', 'A word that he did not know.');
      world.sees('p-head', 'Saved.');
    },
  );

  obligation(
    'BJ-8a',
    'executed',
    'a phone in school: Years 5 and 6 alone on their way, off, handed in, not used',
    async (world) => {
      await world.say('p-sam', 'advice pupil-phone');
      seesAll(
        world,
        'p-sam',
        'Only pupils in Years 5 and 6 who travel to and from school on their own may bring one.',
        'It is switched off, handed to the class teacher first thing and locked away. Nobody uses one in the day.',
        'Anything else breaks our rules: report it. The phone may be taken away.',
        'section 8',
      );
      for (const words of ['what do I do if a mobile is found', "a pupil's phone", 'the phone rings']) {
        await world.say('p-sam', words);
        world.sees('p-sam', 'a pupil has a phone in school');
      }
      await world.report({ ...PHONE, children: [{ name: 'Robin Vale', year: 'Year 4' }] });
      seesAll(
        world,
        'p-sam',
        YEARS,
        'Do not search a pupil or a device. Only those whom the headteacher authorised may, step by step.',
      );
      world.told('p-head');
      await world.take('p-head');
      await world.openStep('p-head', 'pupil-misuse.phone');
      world.sees(
        'p-head',
        /a phone that should not be here, was not handed in, or was used in the day\? Was it taken away\?\nWhy\? Balfour Junior School online safety policy, section 8/,
      );
      world.sees('p-head', 'Yes, and it was taken\nYes, and it was not taken\nNo\n');
      await world.press('p-head', 'Back to the record');
      await staysOpenFor(
        world,
        'p-head',
        ['pupil-misuse.phone'],
        /Left to do: 1\.\n- Is it a phone that should not be here/,
      );
      await world.answer('p-head', 'pupil-misuse.phone', 'Yes, and it was not taken');
      world.never('p-head', 'Give the phone back');
      await closes(world, 'p-head');
      await world.report({ ticks: ['feeling'] });
      world.seesNot('p-sam', YEARS);
      world.seesNot('p-sam', 'Do not take a phone away');
    },
  );

  obligation(
    'BJ-8b',
    'recorded',
    'a phone that was taken is on record until somebody has it back',
    async (world) => {
      await world.report(PHONE);
      world.sees(
        'p-sam',
        'Do not take a phone away if the headteacher has not authorised you. Ask for it to be handed in.',
      );
      await world.take('p-head');
      expect(await world.canDo('p-head', 'pupil-misuse.confiscated')).toBe(false);
      await world.answer('p-head', 'pupil-misuse.phone', 'Yes, and it was taken');
      await stepSays(
        world,
        'p-head',
        'pupil-misuse.confiscated',
        /A phone was taken: who holds it, in which secure place, since when and why\?\nWhy\? Balfour Junior School online safety policy, sections 8 and 6\.3/,
      );
      await findsInRecord(
        world,
        'p-head',
        /Give the phone back[^\n]*\n[^\n]*section 8\nFirst: A phone was taken/,
      );
      expect(await world.canDo('p-head', 'pupil-misuse.given-back')).toBe(false);
      await staysOpenFor(
        world,
        'p-head',
        ['confiscated'],
        /Left to do: 2\.\n- A phone was taken[\s\S]*- Give the phone back/,
      );
      await world.custody(
        'p-head',
        'pupil-misuse.confiscated',
        'The class teacher',
        'Locked drawer, since 9:05: used in class.',
      );
      await world.openStep('p-head', 'pupil-misuse.given-back');
      await world.save('p-head', { answer: 'A friend' });
      world.refused('p-head', 'Only these may have it: A parent or carer · The pupil · The police');
      await world.custody('p-head', 'pupil-misuse.given-back', 'A parent or carer', 'The mother, 15:20.');
      await closes(world, 'p-head');
      await wasDone(world, 'p-head', 'The mother, 15:20.');
    },
  );
});
