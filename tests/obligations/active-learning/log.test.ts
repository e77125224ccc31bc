import { obligations } from '../../support/obligations.ts';
import { incidentLog } from '../../support/obligations-acts.ts';
import type { World } from '../../support/obligations-world.ts';
import { history, holdsOpen, readsIn } from './acts.ts';

/** Of each kind of risk: what a lead chooses, and what it brings. */
const KINDS = {
  Content: {
    'filter-breach': 'Ask the head of IT to block it, without looking.',
    'monitoring-alert': 'Write down what the alert says',
    hate: 'Keep what was written.',
    radicalisation: 'Make a Prevent referral',
    'images-seen-by-accident': 'Write down the address of the page, by hand.',
  },
  Contact: {
    csae: 'Offer help with a report to CEOP.',
    exploitation: 'Ask the child how they want to be part of what happens.',
    'disturbing-message': 'Ask whoever got it to keep it',
  },
  Conduct: {
    nudes: 'Tell the child about Report Remove',
    'indecent-images': 'Nobody deletes it before the police have answered.',
    'images-on-our-devices': 'Report it to the police before anything else is done with the device.',
    deletion: 'Ask the police if it may go.',
    svsh: 'Make a safety plan',
    cyberbullying: 'Log it, and follow the behaviour policy.',
    'ai-fakes': 'Is it sexual, or without clothes?',
    'pupil-misuse': 'Follow what was agreed with students and with parents.',
    'staff-misuse': 'Could it have hurt a child, or show that the adult may not be safe',
    'low-level': 'Looking at earlier worries, is there a pattern?',
    'search-complaint': "Write down the complaint in the person's own words",
  },
  Commerce: { commerce: 'Help the child to stop paying' },
} as const;

/** A worry that the lead has, with one thing done about it. */
async function atWork(world: World, by = 'p-sam'): Promise<void> {
  const story = {
    seen: 'A threat in a group chat.',
    where: 'The workshop',
    when: 'exact',
    date: '2026-11-23',
  };
  await world.report({ by, ticks: ['online'], story });
  await world.take('p-dsl');
  await world.answer('p-dsl', 'any-concern.found-by', 'IT');
  await world.answer('p-dsl', 'any-concern.kind-of-issue', 'Safeguarding');
}

obligations('active-learning', ({ obligation }) => {
  obligation(
    'AL-1a',
    'executed',
    'a lead names one of four kinds of risk, and everyone can read what they mean',
    async (world) => {
      for (const [kind, procedures] of Object.entries(KINDS)) {
        await world.report({ ticks: ['feeling'] });
        await world.take('p-dsl');
        await world.press('p-dsl', 'Name the kind of case');
        const names = world.policy.procedures.filter(({ id }) => id in procedures).map(({ name }) => name);
        expect(names).toHaveLength(Object.keys(procedures).length);
        for (const name of names) world.sees('p-dsl', `${name} (${kind})`);
        await world.back('p-dsl');
        await world.triage('p-dsl', Object.keys(procedures).join(','));
        await readsIn(world, 'p-dsl', ...Object.values(procedures));
      }
      await world.say('p-sam', 'what do i do if it is about commerce');
      world.sees(
        'p-sam',
        'Content: what they see, like pornography, fake news, racism, self-harm or extremism.',
      );
      world.sees(
        'p-sam',
        'Contact: who reaches them, like pressure by others, advertising or an adult who pretends.',
      );
      world.sees('p-sam', 'Conduct: what they do, like nudes, explicit pictures or bullying.');
      world.sees('p-sam', 'Commerce: what costs them, like gambling, adverts, phishing or scams.');
      world.sees('p-sam', 'The DSL names the kind. Phones count too.');
    },
  );

  obligation(
    'AL-3.3e',
    'executed',
    'bullying online is in the log, and does not close before the behaviour policy was followed',
    async (world) => {
      await atWork(world);
      await world.triage('p-dsl', 'cyberbullying');
      await holdsOpen(world, 'p-dsl', 'cyberbullying.behaviour', 'Log it, and follow the behaviour policy.');
      await world.do('p-dsl', 'cyberbullying.behaviour', 'A talk with both, and a week apart.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      const [, row] = await incidentLog(world, 'p-dsl');
      expect(row?.join('\n')).toMatch(
        /A threat in a group chat\.[\s\S]*Log it, and follow the behaviour policy\./,
      );
    },
  );

  obligation(
    'AL-3.3g',
    'recorded',
    'what an agency said is kept: who, when, and what came of it',
    async (world) => {
      await atWork(world);
      await world.form('p-dsl', 'refer', {
        agency: 'social-care',
        who: 'The duty social worker',
        reference: '4411-7',
      });
      await world.do('p-dsl', 'any-concern.record-agency', 'Early help visits on Friday.');
      await history(world, 'p-dsl');
      world.sees(
        'p-dsl',
        /Referred.*Iris Kay[\s\S]*Children's social care[\s\S]*The duty social worker[\s\S]*4411-7/,
      );
      world.sees('p-dsl', 'Early help visits on Friday.');
      const [, row] = await incidentLog(world, 'p-dsl');
      expect(row?.[3]).toContain('The duty social worker');
    },
  );

  obligation(
    ['AL-3.3d', 'AL-A4a'],
    'recorded',
    'each case is a row of the log, in the five columns of the policy',
    async (world, met) => {
      await atWork(world);
      await world.say('p-dsl', 'log');
      world.sees('p-dsl', 'Where the incident took place');
      const [header, ...rows] = await incidentLog(world, 'p-dsl');
      expect(rows).toHaveLength(1);
      expect(rows[0]?.slice(0, 3)).toEqual(['2026-11-23', 'The workshop', 'A threat in a group chat.']);
      expect(rows[0]?.[3]).toContain('Who came across it? IT');
      await world.report({
        adult: ['p-pip'],
        ticks: ['adult-behaviour'],
        story: { seen: 'Shouts at them.' },
      });
      expect((await incidentLog(world, 'p-dsl')).flat().join()).not.toMatch(/Shouts|Pip/);
      await world.say('p-director', 'log');
      world.refused('p-director', 'There is nothing here for you.');
      met('AL-3.3d');
      await world.say('p-dsl', 'log');
      for (const title of header?.slice(0, 5) ?? []) world.sees('p-dsl', title);
      expect(header).toEqual([
        'Date',
        'Where the incident took place',
        'Description of the incident',
        'Action taken',
        'Name and signature of staff member recording the incident',
        'Outcome (added by Signpost, not in the policy)',
        'Reference (added by Signpost, not in the policy)',
      ]);
      met('AL-A4a');
    },
  );

  obligation(
    'AL-3.4e',
    'recorded',
    'what the head of IT comes across is logged as found by IT, and the DSL has it',
    async (world) => {
      const story = { seen: 'Somebody got past the filter.', device: 'Laptop 4' };
      await world.report({ by: 'p-it', ticks: ['filter'], story });
      await world.take('p-dsl');
      world.sees('p-dsl', 'Reported by: Ivo Stone');
      world.sees('p-dsl', 'It is with you now.');
      await holdsOpen(world, 'p-dsl', 'any-concern.found-by', 'Who came across it?');
      await world.answer('p-dsl', 'any-concern.found-by', 'IT');
      const [, row] = await incidentLog(world, 'p-dsl');
      expect(row?.[3]).toContain('Who came across it? IT');
      expect(row?.[4]).toMatch(/^Ivo Stone, signed in, 2026-11-24 10:05$/);
      await world.say('p-it', 'log');
      world.refused('p-it', 'There is nothing here for you.');
    },
  );

  obligation(
    'AL-3.5c',
    'recorded',
    'whoever reports stands in the log with their name, the day and the time',
    async (world) => {
      await atWork(world, 'p-con');
      await world.report({ by: 'p-vol' });
      world.sees('p-vol', 'Saved, today');
      world.received('p-dsl', 'New, 24 November 10:05.');
      const rows = await incidentLog(world, 'p-dsl');
      expect(rows.slice(1).map((row) => row[4])).toEqual([
        'Cleo Dunn, signed in, 2026-11-24 10:05',
        'Finn Reed, signed in, 2026-11-24 10:05',
      ]);
    },
  );

  obligation(
    'AL-12a',
    'recorded',
    'the log tells behaviour from safeguarding, and a case does not close before that is said',
    async (world) => {
      await world.report({ ticks: ['online'] });
      await world.take('p-dsl');
      await readsIn(world, 'p-dsl', 'Is it about behaviour, about safeguarding, or both?');
      await holdsOpen(
        world,
        'p-dsl',
        'any-concern.kind-of-issue',
        'Is it about behaviour, about safeguarding, or both?',
      );
      await world.answer('p-dsl', 'any-concern.kind-of-issue', 'Both');
      const [, row] = await incidentLog(world, 'p-dsl');
      expect(row?.[3]).toContain('Is it about behaviour, about safeguarding, or both? Both');
    },
  );
});
