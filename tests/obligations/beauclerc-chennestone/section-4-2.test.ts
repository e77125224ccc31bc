import { obligations } from '../../support/obligations.ts';
import { daysGoBy, incidentLog } from '../../support/obligations-acts.ts';
import { comesBack, doDuty, startsWithout } from './acts.ts';

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-4.2a',
    'executed',
    'the lead is asked first, then the deputy, and the lead keeps what agencies said',
    async (world) => {
      await expect(startsWithout('dsl@south')).rejects.toThrow('Nobody is "dsl" at "south"');
      await world.report({ ticks: ['online'] });
      world.told('p-dsl');
      await world.advance({ hours: 4 });
      world.told('p-deputy', 'p-sam');
      world.received('p-sam', 'Saved. Nobody has opened it yet.');
      await world.take('p-deputy');
      world.sees('p-dsl', 'With the deputy lead.');
      await world.form('p-deputy', 'refer', {
        agency: 'social-care',
        who: 'The duty social worker',
        reference: '4411-7',
      });
      await world.press('p-deputy', 'What has been done');
      world.sees('p-deputy', /Referred[\s\S]*The duty social worker[\s\S]*4411-7/);
    },
  );

  obligation(
    'BC-4.2d',
    'executed',
    'the lead tells all staff what is new, and is reminded to',
    async (world) => {
      await daysGoBy(world, 56);
      world.received('p-dsl', 'Tell everyone what is new in online safety. It was due on 18 January 2027.');
      await world.say('p-dsl', 'duties');
      await world.press('p-dsl', 'Write to all staff');
      await world.press('p-dsl', 'Send it to all staff', {
        text: 'A new app lets strangers write to children.',
      });
      world.sees('p-dsl', 'Sent. It goes to');
      await world.advance({ hours: 24 });
      await world.press('p-sam', 'Read it');
      world.sees('p-sam', 'A new app lets strangers write to children.');
      await doDuty(world, 'p-dsl', 'what-is-new', { evidence: 'Written to all staff.' });
      world.received('p-dsl', 'It is due again on');
      world.received('p-sam', 'Tell everyone what is new in online safety. It was done on');
      await comesBack(
        world,
        'p-dsl',
        '2027-04-20',
        'Tell everyone what is new in online safety. It is due on 20 April 2027.',
      );
      await world.say('p-sam', 'duties');
      world.notOffered('p-sam', 'Write to all staff');
    },
  );

  obligation(
    'BC-4.2e',
    'reported',
    'the lead hears of a national day thirty days before',
    async (world) => {
      await daysGoBy(world, 1);
      world.never('p-dsl-2', 'Plan Safer Internet Day');
      await world.advance({ hours: 24 * 2 });
      world.received('p-dsl-2', 'Plan Safer Internet Day. It is due on 9 February 2027.');
      world.received('p-dsl', 'Plan Safer Internet Day. It is due on 9 February 2027.');
      await doDuty(world, 'p-dsl', 'safer-internet-day', { evidence: 'An assembly, with the library.' });
      world.received('p-head', 'Plan Safer Internet Day. It was done on');
      await comesBack(world, 'p-dsl', '2027-12-13', 'Plan Safer Internet Day. It is due on 11 January 2028.');
    },
    { start: '2027-01-08T10:00:00.000Z' },
  );

  obligation(
    'BC-4.2f',
    'recorded',
    'parents are reached in several ways, and what was done is kept',
    async (world) => {
      await daysGoBy(world, 70);
      world.received(
        'p-dsl',
        'Share online safety with parents in more than one way. It was due on 1 February 2027.',
      );
      await doDuty(world, 'p-dsl', 'parents-channels', { no: ['ways'], evidence: 'A letter in January.' });
      world.received('p-office', 'Something to put right: Did it go out in at least two different ways?');
      await world.press('p-dsl', 'See what was done');
      world.sees('p-dsl', 'A letter in January.');
      await comesBack(
        world,
        'p-dsl',
        '2027-05-03',
        'Share online safety with parents in more than one way. It was due on 2 May 2027.',
      );
    },
  );

  obligation(
    'BC-4.2g',
    'recorded',
    'what was reported, decided and done stands in one record, with who and when',
    async (world) => {
      await world.report({
        ticks: ['online'],
        story: { seen: 'A threat in a group chat.', where: 'On the bus' },
      });
      await world.take('p-dsl');
      await world.do('p-dsl', 'any-concern.wishes', 'Wants it to stop.');
      await world.decide('p-dsl', 'any-concern.decision', 'Help from us', 'It is between two friends.');
      await world.form('p-dsl', 'note', { kind: 'call', text: 'Spoke with the class teacher.' });
      await world.press('p-dsl', 'What has been done');
      for (const part of [
        'Reported',
        'Taken',
        'Wants it to stop.',
        'It is between two friends.',
        'Spoke with the class teacher.',
      ])
        world.sees('p-dsl', part);
      world.sees('p-dsl', 'Iris Kay');
      const [titles = [], row = []] = await incidentLog(world, 'p-dsl');
      expect(titles.slice(0, 5)).toEqual(['Date', 'Where', 'What happened', 'What was done', 'Recorded by']);
      expect(row.slice(0, 5)).toEqual([
        '2026-11-24',
        'On the bus',
        'A threat in a group chat.',
        expect.stringContaining('It is between two friends.'),
        expect.stringContaining('Sami Wells'),
      ]);
      await world.say('p-sam', 'log');
      world.sees('p-sam', 'There is nothing here for you.');
    },
  );
});
