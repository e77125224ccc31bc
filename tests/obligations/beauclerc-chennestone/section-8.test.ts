import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import type { World } from '../../support/obligations-world.ts';
import { comesBack, doDuty, formSays, linkFor, pageWith, seesAll } from './acts.ts';

async function leaderAgrees(world: World): Promise<void> {
  await world.press('p-leader', 'Open');
  world.sees('p-leader', 'Agree that this person loses access to the internet here, and until when.');
  await world.press('p-leader', 'Approve', { reason: 'For a week.' });
  world.sees('p-leader', 'approved.');
}

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-8.1a',
    'executed',
    'worries about what somebody does on social media go to the lead, and about staff to the headteacher',
    async (world) => {
      await world.report({ ticks: ['online'], story: { seen: 'A parent insults others in a group.' } });
      world.told('p-dsl');
      await world.report({
        ticks: ['online'],
        adult: ['p-pip'],
        story: { seen: 'A colleague insults parents.' },
      });
      world.told('p-head', 'p-dsl');
      world.never('p-dsl', /Pip|Harlow|insults parents/);
      world.received('p-head', 'New, 24 November 10:05.');
    },
  );

  obligation('BC-8.1b', 'executed', 'nobody loses the internet before a leader has agreed', async (world) => {
    await world.report({ ticks: ['rules'], story: { seen: 'On social media through three lessons.' } });
    await world.take('p-dsl');
    await pageWith(world, 'p-dsl', /Ask the technical lead to take the access away/);
    world.sees(
      'p-dsl',
      /Ask the technical lead to take the access away[^\n]*\n[^\n]*section 8\.1\nFirst: Agree that this person loses access/,
    );
    expect(await world.canDo('p-dsl', 'pupil-misuse.withdrawn')).toBe(false);
    world.hearsNothing('p-head');
    await world.do('p-dsl', 'pupil-misuse.propose', 'For two weeks.');
    expect(await world.canDo('p-dsl', 'pupil-misuse.withdrawn')).toBe(false);
    world.hearsNothing('p-it');
    world.received('p-head', 'needs a yes or a no');
    await world.press('p-head', 'Open');
    world.sees('p-head', 'Agree that this person loses access to the internet here, and until when.');
    await world.press('p-head', 'Approve');
    world.refused('p-head', 'Not saved yet');
    await world.press('p-head', 'Approve', { reason: 'Two weeks, and parents know.' });
    await world.step('p-dsl', 'pupil-misuse.withdrawn', { text: 'Take away login 4711 until 8 December.' });
    await world.press('p-it', 'Open');
    world.sees('p-it', 'Take away login 4711 until 8 December.');
    world.never('p-it', /Robin|Vale|lessons/);
    await world.report({ adult: ['p-pip'], ticks: ['rules'] });
    await world.take('p-head');
    await world.triage('p-head', 'staff-misuse');
    expect(await world.canDo('p-head', 'staff-misuse.withdraw')).toBe(false);
    await world.do('p-head', 'staff-misuse.propose', 'Until the talk on Friday.');
    expect(await world.canDo('p-head', 'staff-misuse.withdrawn')).toBe(false);
    await world.approve('p-head', 'staff-misuse.withdraw', 'Agreed with the chair.');
    await world.step('p-head', 'staff-misuse.withdrawn', { text: 'Take away login 0815.' });
    await world.press('p-it', 'Open');
    world.sees('p-it', 'Take away login 0815.');
    // Where the headteacher is part of it, a senior leader agrees.
    await world.report({ ticks: ['rules', 'message'], connected: ['p-head'] });
    await world.take('p-dsl');
    await world.do('p-dsl', 'pupil-misuse.propose', 'Until the talk on Monday.');
    await leaderAgrees(world);
    await world.report({ adult: ['p-pip'], ticks: ['rules'], connected: ['p-head'] });
    await world.take('p-chair');
    await world.triage('p-chair', 'staff-misuse');
    await world.do('p-chair', 'staff-misuse.propose', 'Until the talk on Monday.');
    await leaderAgrees(world);
  });

  obligation(
    'BC-8.2b',
    'executed',
    'whoever finds a post that clashes with their work tells a senior leader at once',
    async (world) => {
      await formSays(
        world,
        'p-sam',
        'clash with my job',
        'Tell us straight away.',
        'Do not answer the post.',
      );
      await pass(world, 'p-sam', 'clash with my job', { what: 'An old video of me.', where: 'A video site' });
      world.told('p-leader');
      await world.press('p-leader', 'Open');
      world.sees('p-leader', 'An old video of me.');
      await world.press('p-leader', 'Done', { done: 'Spoke with Sami; it is taken down.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Spoke with Sami; it is taken down.');
    },
  );

  obligation(
    'BC-8.2c',
    'guided',
    'a request of a learner is declined, reported and written down',
    async (world) => {
      await world.say('p-sam', 'what do I do if a learner sends a friend request');
      world.sees('p-sam', 'Do not accept, and do not answer. This goes for texts too.');
      seesAll(world, 'p-sam', 'Report it here so that it is written down.', 'If you knew the family before');
      await world.report({ ticks: ['online'], story: { seen: 'A former learner asked to follow me.' } });
      world.sees('p-sam', 'If a learner contacts you on social media, do not accept and do not answer.');
      await world.open('p-dsl');
      world.sees('p-dsl', 'A former learner asked to follow me.');
    },
  );

  obligation(
    'BC-8.2e',
    'executed',
    'a picture of a learner that a colleague posted is a matter for the headteacher, and the colleague learns nothing',
    async (world) => {
      await world.say('p-sam', 'advice post-about-work');
      seesAll(world, 'p-sam', 'no pictures, learners, families or colleagues', 'Leave out where you work.');
      world.sees('p-sam', 'Tell a senior leader at once');
      await world.report({
        adult: ['p-pip'],
        ticks: ['online', 'adult-behaviour'],
        story: { seen: 'A picture of the class is on her page.' },
      });
      world.sees('p-sam', 'Do not post about it or about anybody in it.');
      world.told('p-head', 'p-dsl');
      await world.take('p-head');
      await pageWith(world, 'p-head', /staff behaviour policy/);
      world.sees('p-head', 'Act as the staff behaviour policy and the code of conduct say.');
      const open = linkFor(world, 'p-head');
      await world.at('p-pip').send(open);
      world.refused('p-pip', 'There is nothing here for you.');
      world.hearsNothing('p-pip');
    },
  );

  obligation(
    'BC-8.3a',
    'executed',
    'no account is made for a learner under 13, and parents are decided about before the case closes',
    async (world) => {
      await world.say('p-sam', 'what do I do if an underage account turns up');
      seesAll(
        world,
        'p-sam',
        'Do not make accounts for learners of that age.',
        'The lead decides how parents are told.',
      );
      await world.report({
        children: [{ name: 'Robin Vale', year: '4' }],
        ticks: ['online'],
        story: { seen: 'Has an account at nine.' },
      });
      await world.take('p-dsl');
      await world.workThrough('p-dsl', { except: ['any-concern.parents'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Decide if parents and carers are told.');
      await world.decide('p-dsl', 'any-concern.parents', 'Not yet, because', 'They are away until Monday.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Decide if parents and carers are told.');
      await world.decide('p-dsl', 'any-concern.parents', 'Tell them', 'They can help at home.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Tell the parents. Write down whom you told');
      await world.step('p-dsl', 'any-concern.tell-parents', {
        answer: 'The mother, by phone',
        note: 'She will close it.',
      });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
    },
  );

  obligation(
    'BC-8.4b',
    'executed',
    'an official post is read and agreed by somebody else first',
    async (world) => {
      await formSays(
        world,
        'p-sam',
        'official post',
        'Write it so that anybody may read it, and keep to what you may say for the school.',
        'Make sure that everyone in a picture is allowed to be in it.',
        'Do not use private messages with learners or families, now or from the past.',
      );
      const post = { post: 'Sports day was a joy.', purpose: 'News for families', pictures: 'None' };
      await pass(world, 'p-sam', 'official post', post);
      world.told('p-leader');
      await world.press('p-leader', 'Open');
      world.sees('p-leader', 'Sports day was a joy.');
      await world.press('p-leader', 'Approve');
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Approved');
      world.fromHere();
      await pass(world, 'p-leader', 'official post', { ...post, post: 'We are hiring.', site: 'north' });
      world.told('p-head');
      await world.press('p-head', 'Open');
      world.sees('p-head', 'We are hiring.');
    },
  );

  obligation(
    'BC-8.4d',
    'recorded',
    'parents and learners are told which accounts are ours and how to use them',
    async (world) => {
      await daysGoBy(world, 63);
      world.received(
        'p-leader',
        'Tell parents and learners about our official accounts. It was due on 25 January 2027.',
      );
      await doDuty(world, 'p-leader', 'official-accounts', {
        no: ['rules'],
        evidence: 'Newsletter of 20 January.',
      });
      world.received('p-office', /Something to put right: Do they know how to use them safely/);
      await world.press('p-leader', 'See what was done');
      world.sees('p-leader', 'Newsletter of 20 January.');
      world.sees('p-leader', 'Do parents and learners know which accounts are ours? **Yes**');
      await comesBack(
        world,
        'p-leader',
        '2028-01-26',
        'Tell parents and learners about our official accounts. It is due on 26 January 2028.',
      );
    },
  );
});
