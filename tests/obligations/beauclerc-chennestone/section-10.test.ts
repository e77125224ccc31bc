import { obligations } from '../../support/obligations.ts';
import { linkFor, seesAll } from './acts.ts';
import { keepsTo, stands, staysOpenFor } from './acts-11.ts';

const COUNTY = "Not sure? Ask the county's education safeguarding team.";
const CRIME =
  "If it may be a crime: 999 in danger, otherwise the police on 101 or the county's education safeguarding team.";
const LOOK_BACK =
  'Look back together. Write down what we learned, and what changes in our policies or teaching.';

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-10a',
    'guided',
    'everyone finds where to report, to complain and to blow the whistle, and is asked to keep it to themselves',
    async (world) => {
      for (const who of ['p-vol', 'p-con', 'p-sam-2']) {
        await world.say(who, 'help');
        world.offers(who, 'Report a concern');
        world.sees(who, /Somebody is not acting, or you want to complain\n/);
        world.sees(who, /\*\*01632 960470\*\* Complaints procedure/);
        world.sees(who, /\*\*0800 028 0285\*\* NSPCC Whistleblowing Advice Line/);
      }
      await world.say('p-sam', 'what do I do if I want to blow the whistle');
      seesAll(
        world,
        'p-sam',
        'Ask the office for the complaints procedure. It is there for parents and learners too.',
        'If nobody acts, call the whistleblowing line. You may always call the police or social care yourself.',
        '0800 028 0285',
      );
      await world.report({ ticks: ['online'] });
      world.sees('p-sam', 'Do not talk about it with anyone else, and do not post it in a chat.');
    },
  );

  obligation(
    'BC-10b',
    'executed',
    'nobody closes a case before everyone has looked back and written down what was learned',
    async (world) => {
      await world.report({ ticks: ['online'] });
      await world.take('p-dsl');
      await stands(world, 'p-dsl', LOOK_BACK, {
        must: 'Must be done: our policy, section 10',
        first: 'Decide what happens next, and say why.',
      });
      await staysOpenFor(world, 'p-dsl', { 'any-concern.lessons': LOOK_BACK });
      await world.openStep('p-dsl', 'any-concern.lessons');
      world.notOffered('p-dsl', 'Not this time');
      await world.save('p-dsl', { note: 'A lesson on group chats in Year 5.' });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.offers('p-dsl', 'Open it again');
      await world.press('p-dsl', 'What has been done');
      world.sees('p-dsl', 'A lesson on group chats in Year 5.');
    },
  );

  obligation(
    'BC-10c',
    'guided',
    "a lead or deputy who is not sure asks the county's education safeguarding team",
    async (world) => {
      await world.report({ ticks: ['online'] });
      await world.advance({ hours: 4 });
      await world.take('p-deputy');
      await keepsTo(world, 'p-deputy', COUNTY);
      await world.say('p-deputy', 'contacts unsure');
      world.sees('p-deputy', '**01632 960450** County education safeguarding team');
      world.sees('p-deputy', 'Advice when a lead is not sure');
      world.seesNot('p-deputy', 'Childnet');
    },
  );

  obligation(
    'BC-10d',
    'guided',
    'what may be a crime goes to the police on 101 or the county team, and in danger 999 comes first',
    async (world) => {
      await world.say('p-vol', 'report concern');
      await world.press('p-vol', 'In danger now');
      world.sees('p-vol', /Call 999 now\n.*Do not wait for this form/);
      await world.report({ danger: 'now', ticks: ['message'] });
      world.sees('p-sam', 'Call 999 now. Stay with the child if it is safe.');
      world.sees(
        'p-sam',
        'If it may be a crime, say so here. The police can be called on 101, or 999 in danger.',
      );
      await world.report({ ticks: ['told'] });
      world.seesNot('p-sam', 'If it may be a crime, say so here.');
      await world.take('p-dsl');
      world.seesNot('p-dsl', CRIME);
      await world.triage('p-dsl', 'cyberbullying', { offence: 'yes' });
      await keepsTo(world, 'p-dsl', CRIME);
      await stands(world, 'p-dsl', 'Call the police on 101 if it may be a crime.', {
        must: 'Must be done: our policy, section 10',
      });
      await world.openStep('p-dsl', 'cyberbullying.police');
      world.notOffered('p-dsl', 'Not this time');
      await world.say('p-sam', 'my reports');
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'If it may be a crime, say so here.');
      await world.say('p-sam', 'what do I do if I do not know if it is a crime');
      seesAll(
        world,
        'p-sam',
        "Call 999 in danger, otherwise 101. You need nobody's yes.",
        'Report a concern. The lead asks the county team.',
        /01632 960450/.source,
      );
    },
  );

  obligation(
    'BC-10e',
    'executed',
    'nothing leaves our schools before the police or the county team were asked and a lead or headteacher agreed',
    async (world) => {
      await world.report({ ticks: ['online'] });
      await world.take('p-dsl');
      await world.decide('p-dsl', 'any-concern.decision', 'Help from us');
      const asked = 'Before anyone outside hears of it, ask the police or the county';
      await stands(world, 'p-dsl', 'Agree that it goes beyond our schools.', { first: asked });
      const agreed = 'Agree that it goes beyond our schools.';
      await stands(world, 'p-dsl', 'Tell others outside our schools who may be at risk.', { first: agreed });
      await stands(world, 'p-dsl', 'Speak to the safeguarding lead of another setting', { first: agreed });
      for (const locked of ['outside-agreed', 'tell-community', 'other-setting'])
        expect(await world.canDo('p-dsl', `any-concern.${locked}`)).toBe(false);
      await world.do('p-dsl', 'any-concern.outside-asked', 'The county team, at 10:30: go on.');
      for (const locked of ['tell-community', 'other-setting'])
        expect(await world.canDo('p-dsl', `any-concern.${locked}`)).toBe(false);
      world.received('p-head', 'needs a yes or a no');
      await world.press('p-head', 'Open');
      world.sees('p-head', "Say what the police or the county's team answered.");
      await world.press('p-head', 'Approve');
      world.refused('p-head', 'Not saved yet');
      await world.press('p-head', 'Approve', { reason: 'The county team has no objection.' });
      await world.step('p-dsl', 'any-concern.tell-community', {
        answer: 'The club, by phone',
        note: 'A scam.',
      });
      await world.step('p-dsl', 'any-concern.other-setting', {
        answer: 'Their lead, by phone',
        note: 'Today.',
      });
      world.sees('p-dsl', 'Saved.');
      // Where the headteacher is part of it, the lead agrees.
      await world.report({ ticks: ['message'], connected: ['p-head'] });
      await world.take('p-dsl');
      await world.do('p-dsl', 'any-concern.outside-asked', 'The county team.');
      await world.approve('p-dsl', 'any-concern.outside-agreed', 'The county team has no objection.');
      world.sees('p-dsl', 'approved.');
      // Where it may be a crime, the police come before the county team.
      for (const [tick, kind] of [
        ['filter', 'filter-breach'],
        ['hate', 'hate'],
        ['online', 'cyberbullying'],
        ['images', 'nudes'],
      ] as const) {
        await world.report({ ticks: [tick], story: { seen: `It was ${kind}.` } });
        await world.take('p-dsl');
        await world.triage('p-dsl', kind, { offence: 'yes' });
        await world.do('p-dsl', 'any-concern.outside-asked', 'The county team.');
        await stands(world, 'p-dsl', agreed, { first: '' });
        await world.refer('p-dsl', `${kind}.police`);
        await stands(world, 'p-dsl', agreed, { waits: 'Waiting for the headteacher to say yes or no.' });
      }
    },
  );

  obligation(
    'BC-10f',
    'executed',
    'somebody outside a case who comes by its button sees nothing, and that they tried is written down',
    async (world) => {
      await world.report({ ticks: ['told'], story: { seen: 'A secret at lunch.' } });
      const link = linkFor(world, 'p-dsl');
      for (const who of ['p-pip', 'p-governor', 'p-dsl-2', 'p-head']) {
        await world.at(who).send(link);
        world.refused(who, 'There is nothing here for you.');
        world.never(who, /A secret at lunch|Robin Vale/);
      }
      await world.take('p-dsl');
      await world.press('p-dsl', 'What has been done');
      world.sees('p-dsl', 'Somebody who is not part of this tried to open it: colleague, today 10:05.');
      world.sees('p-dsl', 'tried to open it: headteacher, today 10:05.');
      world.seesNot('p-dsl', /tried to open it: safeguarding lead/);
    },
  );
});
