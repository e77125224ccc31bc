import { importPeople } from '../../../src/application/import-people.ts';
import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import type { World } from '../../support/obligations-world.ts';
import { doDuty, logRows, openDuty, pageWith, seesAll } from './acts.ts';

/** From now on this person holds a role that they did not hold before. */
async function comesToRole(world: World, person: string, role: 'deputy', site: string): Promise<void> {
  const { directory } = world.org;
  const people = directory.people.map((each) =>
    each.id === person ? { ...each, roles: [...each.roles, { ...each.roles[0], role, site }] } : each,
  );
  await importPeople(world.org.deps(), { ...directory, people } as typeof directory);
}

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-4.1b',
    'executed',
    'leaders review filtering and monitoring with evidence, and the technical lead puts right what is amiss',
    async (world) => {
      await daysGoBy(world, 45);
      world.received('p-head', 'Review filtering and monitoring. It is due on 18 January 2027.');
      await doDuty(world, 'p-head', 'filter-review', { evidence: '' });
      world.refused('p-head', 'Not saved yet. Say what was done, or where it can be seen.');
      await doDuty(world, 'p-head', 'filter-review', {
        no: ['firewall'],
        evidence: 'Report of the provider.',
      });
      world.received('p-it', 'Something to put right: Is the firewall up to date?');
      for (const who of ['p-governor', 'p-dsl'])
        world.received(who, 'Review filtering and monitoring. It was done on');
      await world.press('p-head', 'See what was done');
      world.sees('p-head', 'Report of the provider.');
      world.sees('p-head', 'Is the firewall up to date? **No**');
      seesAll(
        world,
        'p-head',
        'fit the age and ability',
        'list of members',
        'junk mail',
        'extremist material',
      );
    },
  );

  obligation(
    'BC-4.1d',
    'guided',
    'everyone finds who helps here, in the county and in the country',
    async (world) => {
      await world.say('p-vol', 'contacts');
      world.sees('p-vol', /Here\n.*North Primary School office/);
      world.sees('p-vol', /Iris Kay.*Designated safeguarding lead/);
      world.sees('p-vol', /Near you\n[\s\S]*County education safeguarding team[\s\S]*Children's social care/);
      world.sees('p-vol', /For the whole country\n[\s\S]*\*\*101\*\* Police[\s\S]*NSPCC Helpline/);
      expect(await world.org.deps().store.openCases()).toMatchObject({ items: [] });
    },
  );

  obligation(
    'BC-4.2a',
    'executed',
    'the lead is asked first, then the deputy, and the lead keeps what agencies said',
    async (world) => {
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
    },
  );

  obligation(
    'BC-4.2g',
    'recorded',
    'what was reported, decided and done stands in one record, with who and when',
    async (world) => {
      await world.report({ ticks: ['online'], story: { seen: 'A threat in a group chat.' } });
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
      const rows = await logRows(world, 'p-dsl');
      expect(rows.flat().join('\n')).toMatch(/A threat in a group chat\.[\s\S]*It is between two friends\./);
      await world.say('p-sam', 'log');
      world.sees('p-sam', 'There is nothing here for you.');
    },
  );

  obligation(
    'BC-4.3b',
    'guided',
    'staff are told what to do and what not, whom to call themselves, and how to ask for another look',
    async (world) => {
      const ticks = ['told', 'online', 'mark', 'self-harm', 'missing'] as const;
      await world.report({ by: 'p-sam', ticks });
      world.sees('p-sam', /Do now\n[\s\S]*children's social care or the police yourself, at any time/);
      world.sees('p-sam', /Do not\n[\s\S]*Do not investigate/);
      world.sees('p-sam', /Children's social care 01632 960430/);
      await world.press('p-sam', 'Why?');
      world.sees('p-sam', 'section');
      await world.take('p-dsl');
      for (const own of [
        /safe for the child to go home/,
        /say happened/,
        /not left alone/,
        /building and grounds/,
      ]) {
        await pageWith(world, 'p-dsl', own);
        world.sees('p-dsl', own);
      }
      await world.workThrough('p-dsl', { answers: { 'safe-tonight': 'Yes' } });
      await world.close('p-dsl', { confirmed: 'yes' });
      await world.say('p-sam', 'my reports');
      await world.press('p-sam', 'Open');
      world.offers('p-sam', 'I do not agree: look again');
      world.offers('p-sam', 'I have called social care or the police');
    },
  );

  obligation(
    'BC-4.4a',
    'executed',
    'the technical lead is asked for a measure and says what was done',
    async (world) => {
      await pass(world, 'p-dsl', 'security measure', { what: 'Block a chat site on all tablets.' });
      world.told('p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', 'Block a chat site on all tablets.');
      await world.press('p-it', 'Done');
      world.refused('p-it', 'Not saved yet');
      await world.press('p-it', 'Done', { done: 'Blocked, and checked on one tablet.' });
      await world.press('p-dsl', 'Open');
      world.sees('p-dsl', 'Blocked, and checked on one tablet.');
    },
  );

  obligation(
    'BC-4.4b',
    'executed',
    'a new deputy is given access to filtering and monitoring, and it is late until it is confirmed',
    async (world) => {
      await daysGoBy(world, 1);
      await comesToRole(world, 'p-pip', 'deputy', 'north');
      await world.advance({ hours: 24 });
      world.received(
        'p-it',
        'Give a new lead access to filtering and monitoring. It is due on 26 November 2026.',
      );
      await world.advance({ hours: 24 * 2 });
      world.received(
        'p-it',
        /Give a new lead access to filtering and monitoring\. It was due on 26 November 2026/,
      );
      world.received('p-head', /Give a new lead access to filtering and monitoring\..*is late/);
      await openDuty(world, 'p-it', 'lead-access');
      world.sees('p-it', 'Pip Harlow');
      await doDuty(world, 'p-it', 'lead-access', { no: ['monitoring'] });
      await world.advance({ hours: 24 * 3 });
      world.received('p-it', 'Something to put right: Can they open the monitoring system?');
      world.received('p-it', 'Give a new lead access to filtering and monitoring. It was done on');
    },
  );
});
