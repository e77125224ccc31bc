import { obligations } from '../../support/obligations.ts';
import { incidentLog } from '../../support/obligations-acts.ts';
import { found, pageWith } from './acts.ts';

const RECORDS = ['daily-report', 'incident-report', 'individual-log'];
const KINDS = ['Content', 'Contact', 'Conduct', 'Commerce'];

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    'B2-1a',
    'executed',
    'every incident is one of four kinds of risk before it closes, and AI is content',
    async (world) => {
      await world.report({ ticks: ['feeling'] });
      await world.take('p-dsl');
      await world.openStep('p-dsl', 'incident.risk');
      world.sees(
        'p-dsl',
        /made by AI is content[\s\S]*Your answer\nContent\nContact\nConduct\nCommerce\nAnything to add/,
      );
      await world.press('p-dsl', 'Back to the record');
      await world.workThrough('p-dsl', { except: ['incident.risk'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', /Left to do: 1\.\n- Which kind of risk is it/);
      await world.answer('p-dsl', 'incident.risk', 'Commerce');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      await world.report();
      await world.take('p-dsl');
      await world.press('p-dsl', 'Name the kind of case');
      for (const kind of KINDS) world.sees('p-dsl', `(${kind})`);
      for (const procedure of [
        'A fake made by a computer (Content)',
        'Hate (Content)',
        'Being drawn into extremism (Content)',
        'Something unsafe got through the filter (Content)',
        'Sexual abuse or exploitation (Contact)',
        'Criminal exploitation (Contact)',
        'A nasty or frightening message (Contact)',
        'A nude or semi-nude image (Conduct)',
        'Indecent images of children (Conduct)',
        'Sexual violence or harassment between children (Conduct)',
        'Bullying online (Conduct)',
        'Rules for phones or computers were broken (Conduct)',
        'An adult here who broke the rules online (Conduct)',
        'A low-level worry about an adult (Conduct)',
        'Deleting an image or a file (Conduct)',
        'Money, gambling or scams online (Commerce)',
      ])
        world.sees('p-dsl', procedure);
    },
  );

  obligation(
    'B2-3.2d',
    'executed',
    'nothing closes before the daily report, the incident report and the own log are ticked',
    async (world) => {
      await world.report();
      await world.take('p-dsl');
      await world.workThrough('p-dsl', { except: RECORDS });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Left to do: 3.');
      for (const which of [
        'First record: it is on the daily report',
        'Second record: an incident report',
        'Third record: it is in',
      ])
        world.refused('p-dsl', which);
      for (const record of RECORDS) {
        await world.openStep('p-dsl', `incident.${record}`);
        world.notOffered('p-dsl', 'Not this time');
        await world.do('p-dsl', `incident.${record}`, `No. 12, ${record}`);
      }
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      await world.press('p-dsl', 'What has been done');
      while (world.at('p-dsl').titles().includes('Later')) await world.press('p-dsl', 'Later');
      world.sees('p-dsl', 'No. 12, individual-log');
    },
  );

  obligation(
    'B2-3.2g',
    'recorded',
    'whom the lead called, when, their reference and what was said stay with the case',
    async (world) => {
      await world.report();
      await world.take('p-dsl');
      const call = {
        agency: 'social-care',
        who: 'The duty social worker',
        date: '2026-11-24',
        time: '10:00',
        reference: '4411-7',
      };
      await world.form('p-dsl', 'refer', call);
      await world.openStep('p-dsl', 'any-concern.record-agency');
      world.sees('p-dsl', 'Why? B2 Mentoring online safety policy, section 3.2');
      await world.save('p-dsl', { note: 'They visit tonight and ring back.' });
      await world.press('p-dsl', 'What has been done');
      world.sees(
        'p-dsl',
        /Referred today 10:05, Iris Kay\nChildren's social care\nThe duty social worker\n[\s\S]*10:00[\s\S]*4411-7/,
      );
      world.sees('p-dsl', 'They visit tonight and ring back.');
    },
  );

  obligation(
    'B2-3.2h',
    'executed',
    'the commissioner is briefed, or the lead writes down why not, before a case closes',
    async (world) => {
      await world.report();
      await world.take('p-dsl');
      expect(await world.canDo('p-dsl', 'incident.commissioner')).toBe(false);
      await world.workThrough('p-dsl', { except: ['commissioner'] });
      expect(await world.canDo('p-dsl', 'incident.commissioner')).toBe(true);
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', /Left to do: 1\.\n- Brief the commissioner of the placement/);
      await world.step('p-dsl', 'incident.commissioner', {
        answer: 'The council, by phone',
        note: 'Told of it at 14:00.',
      });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      await world.report();
      await world.take('p-dsl');
      await world.workThrough('p-dsl', { except: ['commissioner'] });
      await world.skip('p-dsl', 'incident.commissioner', 'The family pays for the place.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      expect(await found('commissioner.noclock')).toHaveLength(1);
    },
  );

  obligation(
    'B2-3.3c',
    'guided',
    'who reports is told to put it on the daily report, without a word of it; nobody else is',
    async (world) => {
      await world.report({ by: 'p-con', ticks: ['feeling'], story: { seen: 'A quarrel over a game.' } });
      world.sees(
        'p-con',
        "Put it on today's daily report as well: the time and our reference, and nothing else of it.",
      );
      world.told('p-dsl');
      await world.take('p-dsl');
      world.sees('p-dsl', 'A quarrel over a game.');
      world.seesNot('p-dsl', "today's daily report as well");
      world.never('p-sam', 'daily report');
    },
  );

  obligation(
    'B2-4a',
    'executed',
    'every student counts as vulnerable, and abuse or exploitation before is yes, no or not sure',
    async (world) => {
      await world.report();
      await world.take('p-dsl');
      await pageWith(world, 'p-dsl', /counts as vulnerable/);
      world.sees('p-dsl', /Every student here counts as vulnerable and has SEND\.[^\n]*\n[^\n]*section 4/);
      await world.openStep('p-dsl', 'incident.history');
      world.sees('p-dsl', /exploited sexually or for crime \(CSE, CCE\)\?[\s\S]*\nYes\nNo\nNot sure\n/);
      await world.press('p-dsl', 'Back to the record');
      await world.workThrough('p-dsl', { except: ['history'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', /Left to do: 1\.\n- Was the student abused before/);
      await world.answer('p-dsl', 'incident.history', 'Not sure');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
    },
  );

  obligation(
    ['B2-12a', 'B2-A4a'],
    'executed',
    'the lead fetches the log with the four columns of the policy, and ours marked beside them',
    async (world, met) => {
      const story = {
        seen: 'A threat in a group chat.',
        where: 'The kitchen',
        date: '2026-11-23',
        when: 'exact',
      };
      await world.report({ ticks: ['online'], story });
      await world.take('p-dsl');
      await world.do('p-dsl', 'incident.daily-report', 'Page 4.');
      await world.advance({ minutes: 1 });
      await world.report({ adult: ['p-pip'], story: { seen: 'Shouted at a student.' } });
      const [header, row, ...rest] = await incidentLog(world, 'p-dsl');
      world.sees('p-dsl', 'Get the file');
      expect(row?.slice(0, 3)).toEqual(['2026-11-23', 'The kitchen', 'A threat in a group chat.']);
      expect(row?.[3]).toContain('First record: it is on the daily report');
      expect(JSON.stringify(rest)).not.toContain('Shouted');
      met('B2-12a');
      expect(header).toEqual([
        'Date',
        'Where the incident took place',
        'Description of the incident',
        'Action taken',
        'Recorded by (added by Signpost, not in the policy)',
        'Outcome (added by Signpost, not in the policy)',
        'Reference (added by Signpost, not in the policy)',
      ]);
      expect(row?.[4]).toBe('Sami Wells, signed in, 2026-11-24 10:05');
      expect(await found('log.column')).toHaveLength(1);
      await world.say('p-sam', 'log');
      world.refused('p-sam', 'There is nothing here for you.');
      met('B2-A4a');
    },
  );
});
