import { obligations } from '../../support/obligations.ts';
import { found, ownReport, pageWith } from './acts.ts';

/** On the own report of whoever is worried about an adult. */
const OUTSIDE =
  /Emergency services 999\nPolice 101\nChildren's social care 01632 960430\nLocal authority designated officer \(LADO\) 01632 960440\nNSPCC Whistleblowing/;

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    'B2-10b',
    'executed',
    'what a member of staff did goes past them to a senior leader, by the code of conduct',
    async (world) => {
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      const id = await world.report({
        adult: ['p-pip'],
        ticks: ['rules'],
        story: { seen: 'Private chats at work.' },
      });
      world.told('p-leader');
      world.seesNot('p-sam', 'daily report');
      await ownReport(world, 'p-sam');
      world.sees('p-sam', OUTSIDE);
      // The student's own record, with nothing of the adult in it.
      world.channelSees(channel, 'New, 24 November 10:05.');
      expect(world.org.post.box(channel)).toHaveLength(1);
      await world.take('p-leader', id);
      expect(await pageWith(world, 'p-leader', /Decide if it may meet the harm threshold/)).toBe(true);
      await world.triage('p-leader', 'staff-misuse');
      expect(await pageWith(world, 'p-leader', /daily report|commissioner/)).toBe(false);
      await world.answer('p-leader', 'staff-misuse.harm', 'No');
      await world.openStep('p-leader', 'staff-misuse.conduct');
      world.sees(
        'p-leader',
        /Go by the staff code of conduct or the disciplinary policy\.\nWhy\? B2 Mentoring[^\n]*section 10/,
      );
      await world.press('p-leader', 'Back to the record');
      await world.workThrough('p-leader', {
        except: ['conduct', 'staff-misuse.police'],
        answers: { 'staff-misuse.crime': 'Yes', 'pupil-misuse.serious': 'No' },
      });
      await world.close('p-leader', { confirmed: 'yes' });
      world.refused('p-leader', 'Left to do: 2.');
      world.refused('p-leader', 'Go by the staff code of conduct');
      world.refused('p-leader', /Call the police, or write down why not\. \([^)]*section 10\)/);
      world.never('p-dsl', /Private chats|Pip Harlow/);
      world.hearsNothing('p-director');
      await world.report({ by: 'p-vol', adult: ['p-leader'] });
      world.told('p-director', 'p-director-2');
      world.fromHere();
      await world.report({ by: 'p-con', adult: ['p-pip'] });
      world.told('p-leader');
      await world.advance({ minutes: 30 });
      world.received('p-director', 'New, 24 November 10:05.');
      world.hearsNothing('p-pip');
    },
  );

  obligation(
    'B2-10b',
    'executed',
    'a lead, or nobody knows who: the directors hear of it, and no lead',
    async (world) => {
      for (const adult of [['p-deputy'], ['p-dsl'], 'unsure'] as const) {
        await world.report({ by: 'p-con', adult, ticks: ['rules'] });
        world.told('p-director', 'p-director-2');
        world.seesNot('p-con', 'daily report');
        await ownReport(world, 'p-con');
        world.sees('p-con', OUTSIDE);
      }
      await world.report({ danger: 'now', alert: 'independent', ticks: ['feeling'] });
      world.seesNot('p-sam', 'daily report');
      for (const adult of ['p-deputy', 'p-dsl']) {
        world.fromHere();
        await world.report({ by: 'p-con', adult: [adult], ticks: ['rules'] });
        world.told('p-director', 'p-director-2');
        await world.take('p-director');
        expect(await pageWith(world, 'p-director', /daily report/)).toBe(false);
        await world.triage('p-director', 'deletion');
        await world.refer('p-director', 'deletion.police');
        await world.decide('p-director', 'deletion.nobody-needs-it', 'Nobody needs it');
        world.fromHere();
        await world.answer('p-director', 'deletion.nobody-hurt', 'No');
        world.told('p-leader');
      }
      world.hearsNothing('p-dsl');
      world.hearsNothing('p-deputy');
      expect(await found('conflict.route')).toHaveLength(1);
    },
  );

  for (const adult of ['p-director', 'p-proprietor'])
    obligation(
      'B2-10b',
      'executed',
      `${adult}: the lead hears of it, and nobody of the board`,
      async (world) => {
        await world.report({ adult: [adult], ticks: ['rules'] });
        world.told('p-dsl');
        await ownReport(world, 'p-sam');
        world.sees('p-sam', OUTSIDE);
        await world.advance({ minutes: 30 });
        world.told('p-leader', 'p-sam');
        await world.advance({ hours: 6 });
        for (const board of ['p-director', 'p-director-2', 'p-proprietor']) world.hearsNothing(board);
      },
    );
});
