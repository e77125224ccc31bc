import { obligations } from '../../support/obligations.ts';
import { incidentLog } from '../../support/obligations-acts.ts';
import { closes, findsInRecord, seesAll, stepSays, wasDone } from './acts.ts';

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-1a',
    'executed',
    'a case is one of four kinds of risk, and what puts the pupil at greater risk is written down',
    async (world) => {
      await world.report({ ticks: ['feeling'] });
      await world.take('p-head');
      await world.press('p-head', 'Name the kind of case');
      for (const kind of [
        'Being drawn into extremism (Content)',
        'Hate (Content)',
        'Something unsafe got through the filter (Content)',
        'An alert from the monitoring (Content)',
        'Sexual abuse or exploitation (Contact)',
        'Criminal exploitation (Contact)',
        'A nasty or frightening message (Contact)',
        'A nude or semi-nude image (Conduct)',
        'Sexual violence or harassment between children (Conduct)',
        'Bullying online (Conduct)',
        'A fake made by a computer (Conduct)',
        'Indecent images of children (Conduct)',
        'Rules for phones or computers were broken (Conduct)',
        'An adult here who broke the rules online (Conduct)',
        'A low-level worry about an adult (Conduct)',
        'Deleting an image or a file (Conduct)',
        'Money, gambling or scams online (Commerce)',
      ])
        world.sees('p-head', kind);
      await world.back('p-head');
      await stepSays(
        world,
        'p-head',
        'any-concern.vulnerable',
        /Is the pupil at greater risk online: SEND, abused before, something else\? Write down what\.\n[^\n]*section 1/,
      );
      await world.workThrough('p-head', { except: ['vulnerable'] });
      await world.close('p-head');
      world.refused('p-head', 'Is the pupil at greater risk online');
      await world.do('p-head', 'any-concern.vulnerable', 'SEND, and new here.');
      await closes(world, 'p-head');
      await wasDone(world, 'p-head', 'SEND, and new here.');
    },
  );

  obligation(
    'BJ-3.3g',
    'recorded',
    'every incident is a row of the log, with our own columns where the policy has none',
    async (world) => {
      const story = { seen: 'A threat in a game.', where: 'Room 5', date: '2026-11-23', when: 'exact' };
      await world.report({ ticks: ['online'], story });
      await world.take('p-head');
      await world.decide('p-head', 'any-concern.decision', 'Help from us', 'Both are in 5B.');
      await world.report({ adult: ['p-pip'], story: { seen: 'Shouted at a pupil.' } });
      await world.say('p-deputy', 'log');
      world.offers('p-deputy', 'Make the file');
      const [header, row, ...rest] = await incidentLog(world, 'p-head');
      world.sees('p-head', 'Get the file');
      expect(header?.slice(0, 6)).toEqual([
        'Date',
        'Where',
        'What happened',
        'What was done',
        'Recorded by',
        'Outcome (added by Signpost, not in the policy)',
      ]);
      expect(row?.slice(0, 3)).toEqual(['2026-11-23', 'Room 5', 'A threat in a game.']);
      expect(row?.[3]).toContain('Both are in 5B.');
      expect(JSON.stringify(rest)).not.toContain('Shouted');
      for (const other of ['p-governor', 'p-chair', 'p-it']) {
        await world.say(other, 'log');
        world.refused(other, 'There is nothing here for you.');
      }
    },
  );

  obligation(
    'BJ-3.5d',
    'executed',
    'what staff report is logged in their name, and they are told how to help',
    async (world) => {
      await world.report({ by: 'p-con', ticks: ['online'], story: { seen: 'Names were called in a chat.' } });
      seesAll(
        world,
        'p-con',
        'Saved, today 10:05. Reference ',
        'Help to stop it from being passed on. Do not collect it.',
      );
      const [, row] = await incidentLog(world, 'p-head');
      expect(row?.slice(2, 5)).toEqual([
        'Names were called in a chat.',
        '',
        'Cleo Dunn, signed in, 2026-11-24 10:05',
      ]);
      await world.take('p-head');
      await world.triage('p-head', 'cyberbullying');
      await world.say('p-con', 'my reports');
      await world.press('p-con', 'Open');
      world.sees('p-con', 'The safeguarding lead has it.');
      await world.report({ ticks: ['feeling'] });
      world.seesNot('p-sam', 'Help to stop it');
    },
  );

  obligation(
    'BJ-3.3j',
    'recorded',
    'what agencies said stays with the case, and nothing else leaves the school without a yes',
    async (world) => {
      await world.report({ ticks: ['feeling'] });
      await world.say('p-sam', 'my reports');
      await world.press('p-sam', 'Open');
      await world.press('p-sam', 'Ask to share it outside the school');
      world.sees(
        'p-sam',
        "With whom, what exactly, and why? Calling the police, social care or the LADO needs nobody's yes.",
      );
      world.fromHere();
      await world.save('p-sam', { text: 'The youth club, that Robin is bullied there.' });
      world.told('p-head');
      await world.take('p-head');
      await findsInRecord(world, 'p-head', /Ask to share it outside the school/);
      await world.press('p-head', 'Approve or decline');
      await world.press('p-head', 'Approve', { reason: '' });
      world.refused('p-head', 'Please write a few words');
      await world.press('p-head', 'Approve', { reason: 'His mother agreed.' });
      world.sees('p-head', 'Ask to share it outside the school: approved.');
      await world.form('p-head', 'refer', {
        agency: 'social-care',
        who: 'The duty social worker',
        reference: '4411-7',
      });
      await stepSays(
        world,
        'p-head',
        'any-concern.record-agency',
        /Write down a call or a meeting with an agency[\s\S]*section 3\.3/,
      );
      await world.do('p-head', 'any-concern.record-agency', 'They visit tonight and ring back.');
      await world.press('p-head', 'What has been done');
      world.sees('p-head', /Children's social care\nThe duty social worker\n[\s\S]*4411-7/);
      world.sees('p-head', 'They visit tonight and ring back.');
    },
  );

  obligation(
    'BJ-3.6b',
    'guided',
    'parents are shown to the two places that the policy names',
    async (world) => {
      await world.say('p-sam', 'contacts parents');
      seesAll(
        world,
        'p-sam',
        /For a parent or carer\n[\s\S]*saferinternet\.org\.uk[^\n]*UK Safer Internet Centre/,
        /For a parent or carer\n[\s\S]*childnet\.com[^\n]*Childnet/,
      );
      await world.say('p-vol', 'contacts');
      world.sees('p-vol', /For the whole country\n[\s\S]*UK Safer Internet Centre[\s\S]*Childnet/);
    },
  );
});
