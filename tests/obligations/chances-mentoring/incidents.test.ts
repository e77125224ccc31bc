import { obligations } from '../../support/obligations.ts';
import { incidentLog } from '../../support/obligations-acts.ts';
import { close, found, keptOpenBy, pageWith } from './acts.ts';

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    ['CM-INC-c', 'CM-CON-a'],
    'executed',
    'everyone finds on one screen where to report, and the path that the policy lacks is Signpost’s own',
    async (world, met) => {
      for (const person of ['p-vol', 'p-con', 'p-office']) {
        await world.say(person, 'help');
        world.sees(person, 'Press the first button, or type **report concern**. You do not need proof.');
        world.offers(person, 'Report a concern');
      }
      await world.press('p-con', 'Report a concern');
      world.sees('p-con', 'Is a pupil in danger?');
      await world.report({ by: 'p-vol', ticks: ['filter', 'rules'] });
      world.sees('p-vol', 'Saved, today');
      world.told('p-dsl');
      met('CM-CON-a');
      await world.report({ ticks: ['told'] });
      world.told('p-dsl');
      world.sees('p-sam', 'It is on its way to the designated safeguarding lead (DSL)');
      await world.press('p-sam', 'Why?');
      world.sees('p-sam', /because the policy does not say; .*Keeping children safe in education/);
      await world.advance({ minutes: 31 });
      world.told('p-deputy', 'p-sam', 'p-vol');
      await world.advance({ minutes: 31 });
      world.received('p-head', 'Safeguarding: urgent, please open now.');
      world.hearsNothing('p-leader');
      expect(await found('escalation.undefined')).toEqual([
        expect.stringMatching(/^error: It speaks of escalation and describes none/),
      ]);
      met('CM-INC-c');
    },
  );

  obligation(
    'CM-INC-d',
    'recorded',
    'the local authority, CEOP and the police are at hand, and each call is written down',
    async (world) => {
      await world.say('p-sam', 'contacts agency');
      for (const line of [
        /\*\*101\*\* Police/,
        /CEOP/,
        /\*\*01632 960450\*\* Local authority safeguarding team/,
      ])
        world.sees('p-sam', line);
      await world.say('p-sam', 'contacts council');
      world.sees('p-sam', 'Local authority safeguarding team');
      world.seesNot('p-sam', 'CEOP');
      await world.say('p-sam', 'contacts');
      for (const line of [/Iris Kay.*Designated safeguarding lead/, /Nadia Marsh.*Deputy safeguarding lead/])
        world.sees('p-sam', line);
      for (const line of [/01632 960430.*Children's social care/, /01632 960440.*LADO/, /Childline/])
        world.sees('p-sam', line);
      await world.report({ ticks: ['online'] });
      for (const line of ['Police 101', 'Local authority safeguarding team 01632 960450'])
        world.sees('p-sam', line);
      await world.take('p-dsl');
      for (const agency of ['police', 'ceop', 'other'])
        await world.form('p-dsl', 'refer', {
          agency,
          who: `Duty desk of ${agency}`,
          reference: `R-${agency}`,
        });
      await world.do(
        'p-dsl',
        'Each contact with the council, CEOP, the police or others: who, when, their reference, what was said.',
        'Rang the council at 11:00, LA-5: come back on Friday.',
      );
      await world.press('p-dsl', 'What has been done');
      for (const part of ['R-police', 'R-ceop', 'R-other', 'LA-5: come back on Friday.'])
        world.sees('p-dsl', part);
    },
  );

  obligation(
    'CM-INC-f',
    'executed',
    'parents are told by the lead and never by a message of ours, and it is written down whom, how and when',
    async (world) => {
      await world.report({ ticks: ['online'] });
      await world.take('p-dsl');
      await world.decide('p-dsl', 'any-concern.decision', 'Help from us');
      await world.decide('p-dsl', 'any-concern.parents', 'Not yet, because', 'The pupil asked for one day.');
      await keptOpenBy(world, 'p-dsl', 'any-concern.parents', 'Parents are told of every incident');
      world.fromHere();
      await world.decide('p-dsl', 'any-concern.parents', 'Tell them', 'It is safe.');
      await close(world, 'p-dsl');
      world.refused('p-dsl', 'Tell the parents or carers of each pupil in it.');
      await world.step('p-dsl', 'any-concern.tell-parents', {
        answer: 'The mother, by phone',
        note: '15:40, all of it.',
      });
      world.told();
      await world.press('p-dsl', 'What has been done');
      world.sees('p-dsl', /The mother, by phone[\s\S]*15:40, all of it\./);
    },
  );

  obligation(
    'CM-INC-g',
    'executed',
    'a message is kept, a lead judges it, and what is disturbing or unlawful goes to the police',
    async (world) => {
      const threat = {
        ticks: ['message'],
        story: { seen: 'A threat came to a colleague by e-mail.' },
      } as const;
      await world.report({ ...threat, children: [{ describe: 'Nobody: it came to a colleague' }] });
      world.sees('p-sam', 'Nobody answers a nasty e-mail or deletes it, also not the pupil. It is evidence.');
      await world.take('p-dsl');
      await keptOpenBy(
        world,
        'p-dsl',
        'disturbing-message.judged',
        'Is it particularly disturbing, or may it break the law?',
      );
      await world.decide('p-dsl', 'disturbing-message.judged', 'Not sure', 'It names a knife.');
      await close(world, 'p-dsl');
      world.refused('p-dsl', 'Call the police. They have to hear of a message like this.');
      expect(await pageWith(world, 'p-dsl', /Call the police\. They[^\n]*\n[^\n]*\nDue today 14:05/)).toBe(
        true,
      );
      await world.openStep('p-dsl', 'disturbing-message.police');
      world.notOffered('p-dsl', 'Not this time');
      await world.refer('p-dsl', 'disturbing-message.police', { agency: 'police', reference: 'P-7' });
      await close(world, 'p-dsl');
      world.sees('p-dsl', 'Open it again');
      await world.report(threat);
      await world.take('p-dsl');
      expect(await world.canDo('p-dsl', 'disturbing-message.police')).toBe(false);
      await world.decide('p-dsl', 'disturbing-message.judged', 'Yes', 'It is a threat.');
      await keptOpenBy(world, 'p-dsl', 'disturbing-message.police', 'Call the police.');
      await world.refer('p-dsl', 'disturbing-message.police', { agency: 'police' });
      await world.report(threat);
      await world.take('p-dsl');
      await world.decide('p-dsl', 'disturbing-message.judged', 'No', 'Rude, and nothing more.');
      world.sees('p-dsl', 'Saved.');
      await keptOpenBy(
        world,
        'p-dsl',
        'disturbing-message.keep-messages',
        'keep it as it is and not to answer',
      );
      await world.do('p-dsl', 'disturbing-message.keep-messages', 'Kept.');
      await close(world, 'p-dsl');
      world.sees('p-dsl', 'Open it again');
    },
  );

  obligation(
    ['CM-RAT-a', 'CM-INC-h'],
    'executed',
    'a case is of content or of contact, and every case stands in the one log that the policy lacks',
    async (world, met) => {
      await world.report({ ticks: ['online'], story: { seen: 'Nasty e-mails.', where: 'Room 2' } });
      await world.take('p-dsl');
      await world.press('p-dsl', 'Name the kind of case');
      for (const kind of ['Content', 'Contact', 'Bullying online', 'A nude or semi-nude image'])
        world.sees('p-dsl', kind);
      world.seesNot('p-dsl', /Conduct|Commerce/);
      await world.back('p-dsl');
      await world.triage('p-dsl', 'cyberbullying');
      expect(await found('taxonomy.partial')).toEqual([
        'error: The risks here are 2 and leave out Commerce (Rationale)',
        expect.stringMatching(
          /leave out Conduct; under Contact stand .*nude image, .*Bullying online.* \(Rationale\)$/,
        ),
      ]);
      met('CM-RAT-a');
      await world.decide('p-dsl', 'any-concern.decision', 'A sanction', 'It was the second time.');
      await world.report({ ticks: ['filter'], story: { seen: 'A page of weapons.' } });
      const [titles, first, second, ...others] = await incidentLog(world, 'p-dsl');
      expect(titles?.slice(0, 6)).toEqual([
        'Date',
        'Where',
        'What happened',
        'What was done',
        'Recorded by',
        'Kind of risk',
      ]);
      expect(first?.slice(0, 3)).toEqual(['2026-11-24', 'Room 2', 'Nasty e-mails.']);
      expect(first?.[3]).toMatch(/A sanction.*It was the second time\./);
      expect(first?.[4]).toMatch(/^Sami Wells, signed in, 2026-11-24 10:05$/);
      expect([first?.[5], second?.[5]]).toEqual(['Contact', 'Content']);
      expect(others).toEqual([]);
      expect(await found('log.missing')).toEqual([expect.stringMatching(/^error: /)]);
      await world.say('p-leader', 'log');
      world.refused('p-leader', 'There is nothing here for you.');
      met('CM-INC-h');
    },
  );
});
