import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import type { World } from '../../support/obligations-world.ts';
import { putPeople } from '../../support/put-people.ts';
import { comesBack, doDuty, formSays, openDuty, pageWith, seesAll } from './acts.ts';

/** From now on this person holds a role that they did not hold before. */
async function comesToRole(world: World, person: string, role: 'deputy', site: string): Promise<void> {
  const { directory } = world.org;
  const people = directory.people.map((each) =>
    each.id === person ? { ...each, roles: [...each.roles, { ...each.roles[0], role, site }] } : each,
  );
  await putPeople(world.org.deps(), { ...directory, people } as typeof directory);
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
        'reach what teaching and safeguarding need, so that not too much is blocked? **Yes**',
        'a filter does not replace their own eyes? **Yes**',
      );
      await comesBack(
        world,
        'p-head',
        '2027-12-27',
        'Review filtering and monitoring. It is due on 8 January 2028.',
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
    'the technical lead is asked for a measure or to block a page, and says what was done',
    async (world) => {
      await formSays(world, 'p-dsl', 'security measure', 'Do not write anything about a learner here.');
      await pass(world, 'p-dsl', 'security measure', { what: 'Block a chat site on all tablets.' });
      world.told('p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', 'Block a chat site on all tablets.');
      await world.press('p-it', 'Done');
      world.refused('p-it', 'Not saved yet');
      await world.press('p-it', 'Done', { done: 'Blocked, and checked on one tablet.' });
      await world.press('p-dsl', 'Open');
      world.sees('p-dsl', 'Blocked, and checked on one tablet.');
      await formSays(
        world,
        'p-sam',
        'block a page',
        'If a learner saw it, or it may be against the law, report a concern as well.',
        'Do not open the page again.',
      );
      world.fromHere();
      await pass(world, 'p-sam', 'block a page', { page: 'fights.example', why: 'It shows fights.' });
      world.told('p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', 'fights.example');
      // With a worry, what is technical about it reaches them by itself.
      await world.report({ ticks: ['filter'], story: { page: 'bad.example/y', device: 'Tablet 7' } });
      await world.press('p-it', 'Open');
      seesAll(world, 'p-it', 'bad.example/y', 'Tablet 7');
      world.never('p-it', /Robin|Vale/);
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
      seesAll(world, 'p-it', 'Pip Harlow', 'Can they open the filtering system?');
      await doDuty(world, 'p-it', 'lead-access', { no: ['monitoring'] });
      await world.advance({ hours: 24 * 3 });
      world.received('p-it', 'Something to put right: Can they open the monitoring system?');
      world.received('p-it', 'Give a new lead access to filtering and monitoring. It was done on');
    },
  );
});
