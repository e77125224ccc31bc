import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { comesBack, doDuty, formSays, pageWith, seesAll } from './acts.ts';

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation('BC-5.1a', 'executed', 'no class goes online before its lesson about safety', async (world) => {
    await formSays(
      world,
      'p-sam',
      'go online',
      'Teach the online safety lesson first.',
      'Nobody goes online before that lesson.',
    );
    await world.press('p-sam', 'Send', { 'field-who': 'Year 3', 'field-lesson': '' });
    world.refused('p-sam', 'Please fill in: When was the online safety lesson?');
    world.hearsNothing('p-leader');
    await world.press('p-sam', 'Send', { 'field-who': 'Year 3', 'field-lesson': '2026-11-25' });
    world.received('p-leader', 'It needs a yes or a no from you.');
    await world.press('p-leader', 'Open');
    world.sees('p-leader', 'When was the online safety lesson?: 25 November 2026');
    await world.press('p-leader', 'Approve');
    await world.press('p-sam', 'Open');
    world.sees('p-sam', 'Approved');
  });

  obligation(
    'BC-5.1b',
    'reported',
    'each September somebody is asked to put up the posters and to say that systems are monitored',
    async (world) => {
      await daysGoBy(world, 1);
      world.never('p-leader', /posters|systems are monitored/);
      await world.advance({ hours: 24 * 14 });
      world.received(
        'p-leader',
        'Put up the posters about using computers well. It is due on 1 September 2027.',
      );
      world.received('p-leader', 'that our systems are monitored. It is due on 1 September 2027.');
      for (const id of ['posters', 'monitoring-notice']) {
        await doDuty(world, 'p-leader', id, { evidence: '' });
        world.refused('p-leader', 'Say what was done, or where it can be seen.');
        await doDuty(world, 'p-leader', id, { evidence: 'In every room, and said in assembly.' });
      }
      world.received('p-leader', 'It is due again on');
      await comesBack(
        world,
        'p-leader',
        '2028-08-17',
        'Put up the posters about using computers well. It is due on 31 August 2028.',
        'Tell learners and everyone else that our systems are monitored. It is due on 31 August 2028.',
      );
    },
    { start: '2027-08-16T10:00:00.000Z' },
  );

  obligation(
    'BC-5.2a',
    'executed',
    'what makes a learner more vulnerable is written down before the risk is assessed',
    async (world) => {
      await world.report({ ticks: ['images'] });
      await world.take('p-dsl');
      expect(await world.canDo('p-dsl', 'nudes.risk')).toBe(false);
      await pageWith(world, 'p-dsl', /Assess the risk/);
      world.sees(
        'p-dsl',
        /Assess the risk to each learner[\s\S]*First: What makes the learner more vulnerable/,
      );
      await world.openStep('p-dsl', 'any-concern.vulnerable');
      world.sees('p-dsl', 'care, SEND, mental health, new to English, trauma or loss');
      await world.do('p-dsl', 'any-concern.vulnerable', 'In care since spring, and SEND.');
      expect(await world.canDo('p-dsl', 'nudes.risk')).toBe(true);
      await world.do('p-dsl', 'nudes.risk', 'High; the social worker agrees.');
      await world.press('p-dsl', 'What has been done');
      world.sees('p-dsl', 'In care since spring, and SEND.');
      await world.report({ ticks: ['online'] });
      await world.take('p-dsl');
      await world.workThrough('p-dsl', { except: ['any-concern.vulnerable'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'What makes the learner more vulnerable');
    },
  );

  obligation(
    'BC-5.4a',
    'recorded',
    'parents are shown the policy and offered a session, and what is missing is made good',
    async (world) => {
      await daysGoBy(world, 70);
      world.received(
        'p-leader',
        'Show parents the policy, and offer a session about online safety. It is due on 1 March 2027.',
      );
      await doDuty(world, 'p-leader', 'parents-information', { no: ['prospectus'], evidence: '' });
      world.refused('p-leader', 'Not saved yet. Say what was done, or where it can be seen.');
      await doDuty(world, 'p-leader', 'parents-information', {
        no: ['prospectus'],
        evidence: 'Evening on 3 March.',
      });
      world.received('p-office', 'Something to put right: Does the prospectus?');
      await world.press('p-leader', 'See what was done');
      seesAll(world, 'p-leader', 'Evening on 3 March.', 'newsletter', 'website', 'session for parents');
      await comesBack(
        world,
        'p-leader',
        '2028-01-03',
        'Show parents the policy, and offer a session about online safety. It is due on 2 February 2028.',
      );
    },
  );
});
