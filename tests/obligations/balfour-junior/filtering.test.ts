import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import { finishDuty, openDuty, seesAll } from './acts.ts';

const REVIEW = 'Review filtering and monitoring against the national standards';

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    ['BJ-3.1e', 'BJ-3.1f', 'BJ-3.1h'],
    'executed',
    'the board reviews filtering against the four national standards, with roles assigned and not too much blocked',
    async (world, met) => {
      await daysGoBy(world, 1);
      world.received('p-chair', `${REVIEW}. It is due on 25 January 2027.`);
      await openDuty(world, 'p-chair', REVIEW);
      seesAll(
        world,
        'p-chair',
        'Was it talked through with the ICT manager and with the service providers?',
        'First standard: is it clear who manages filtering and who manages monitoring?',
        'Second standard: was all of it reviewed within the last year?',
        'Third standard: is harmful content blocked?',
        'Fourth standard: does the monitoring find what safeguarding needs to know?',
      );
      await world.press('p-chair', 'It is done', { 'q-roles': 'yes', evidence: 'Minutes.' });
      world.refused('p-chair', 'Answer every question with yes or no.');
      await finishDuty(world, 'p-chair', { evidence: '' });
      world.refused('p-chair', 'Say what was done, or where it can be seen.');
      met('BJ-3.1e');
      world.sees(
        'p-chair',
        'Third standard as well: can lessons reach what they need, so that not too much is blocked?',
      );
      await finishDuty(world, 'p-chair', { no: ['over-blocking', 'roles'], evidence: 'Minutes of January.' });
      world.received(
        'p-head',
        'Something to put right: Third standard as well: can lessons reach what they need',
      );
      met('BJ-3.1h');
      world.received('p-head', 'Something to put right: First standard: is it clear who manages filtering');
      met('BJ-3.1f');
      for (const told of ['p-head', 'p-governor'])
        world.received(told, `${REVIEW}. It was done on 14 January 2027.`);
    },
    { start: '2027-01-13T10:00:00.000Z' },
  );

  obligation(
    'BJ-3.1g',
    'executed',
    'a year after the last review it is late, and the chair and the lead are told',
    async (world) => {
      await daysGoBy(world, 1);
      await openDuty(world, 'p-chair', REVIEW);
      await finishDuty(world, 'p-chair', { evidence: 'Minutes.' });
      world.sees('p-chair', 'It is due again on 26 January 2028.');
      await world.advance({ hours: 24 * 366 });
      world.received('p-chair', `${REVIEW}. It was due on 26 January 2028. It is one day late.`);
      for (const told of ['p-head', 'p-governor'])
        world.received(told, `${REVIEW}. It was due on 26 January 2028 and is late.`);
    },
    { start: '2027-01-25T10:00:00.000Z' },
  );

  obligation(
    'BJ-3.3d',
    'executed',
    'the lead finds out how filtering and monitoring work, and the chair hears when that is late',
    async (world) => {
      const title = 'Find out how our filtering and monitoring work';
      await daysGoBy(world, 3);
      world.received('p-head', `${title}. It was due on 18 January 2027. It is 3 days late.`);
      world.received(
        'p-head',
        /Find out how our filtering[^\n]*\nThe policy gives no interval; every 12 months was set by Larch Junior School\./,
      );
      world.received('p-chair', `${title}. It was due on 18 January 2027 and is late.`);
      await openDuty(world, 'p-head', title);
      seesAll(
        world,
        'p-head',
        'With the ICT manager: do you know what is filtered, what is monitored and on which devices?',
        'Do you know what happens with an alert?',
        'sections 3.3 and 3.5',
      );
      await finishDuty(world, 'p-head', { no: ['alerts'] });
      world.received('p-it', 'Something to put right: Do you know what happens with an alert?');
    },
    { start: '2027-01-18T10:00:00.000Z' },
  );

  obligation(
    'BJ-3.4a',
    'recorded',
    'ICT reviews and updates filter and monitoring every year, against extremism too, and the board can see it',
    async (world) => {
      const title = 'Review and update the filter and the monitoring';
      await daysGoBy(world, 1);
      world.received('p-it', `${title}. It is due on 11 January 2027.`);
      await openDuty(world, 'p-it', title);
      seesAll(
        world,
        'p-it',
        'Do they keep pupils from harmful content and contact?',
        'Is terrorist and extremist material held back?',
        'Are the sites that pupils, staff, volunteers, governors and visitors open monitored?',
      );
      await finishDuty(world, 'p-it', { evidence: '' });
      world.refused('p-it', 'Say what was done, or where it can be seen.');
      await finishDuty(world, 'p-it', { no: ['extremism'], evidence: 'Report of the provider.' });
      world.sees('p-it', 'It is due again on 29 December 2027.');
      world.received('p-it', 'Something to put right: Is terrorist and extremist material held back?');
      world.received('p-head', `${title}. It was done on`);
      await world.press('p-chair', 'See what was done');
      seesAll(
        world,
        'p-chair',
        'Report of the provider.',
        'Is terrorist and extremist material held back? **No**',
      );
    },
    { start: '2026-12-28T10:00:00.000Z' },
  );

  obligation(
    ['BJ-3.4b', 'BJ-3.4c'],
    'executed',
    'malware protection and the whole security are checked by ICT, and a dangerous site is blocked when asked',
    async (world, met) => {
      await pass(world, 'p-sam', 'dangerous site', { page: 'games.example/x', why: '' });
      world.refused('p-sam', 'Please fill in: What is dangerous about it, in a few words?');
      seesAll(
        world,
        'p-sam',
        'If a pupil saw it, report a concern as well.',
        'Do not open it again.',
        'section 3.4',
      );
      await pass(world, 'p-sam', 'block a page', { page: '', why: 'Malware' });
      world.refused('p-sam', 'Please fill in: The address, or what is downloaded');
      await pass(world, 'p-sam', 'block a site', { page: 'games.example/x', why: 'Malware' });
      world.told('p-it');
      await world.press('p-it', 'Open');
      await world.press('p-it', 'Done', { done: 'Blocked on all devices.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Blocked on all devices.');
      await daysGoBy(world, 2);
      const malware = 'Check the protection against viruses and malware';
      world.received('p-it', `${malware}. It was due on 12 January 2027. It is 2 days late.`);
      world.received('p-it', 'The policy gives no interval; every month was set by Larch Junior School.');
      world.received('p-head', `${malware}. It was due on 12 January 2027 and is late.`);
      await openDuty(world, 'p-it', malware);
      seesAll(
        world,
        'p-it',
        'Is the protection up to date on every device?',
        'Are dangerous sites and downloads blocked?',
      );
      await finishDuty(world, 'p-it', { no: ['updated'] });
      world.received('p-it', 'Something to put right: Is the protection up to date on every device?');
      met('BJ-3.4b');
      const security = 'Check the security of all our systems';
      world.received('p-it', `${security}. It was due on 13 January 2027. It is one day late.`);
      world.received('p-it', 'The policy gives no interval; every 3 months was set by Larch Junior School.');
      world.received('p-head', `${security}. It was due on 13 January 2027 and is late.`);
      await openDuty(world, 'p-it', security);
      await finishDuty(world, 'p-it', { evidence: '' });
      world.refused('p-it', 'Say what was done, or where it can be seen.');
      await finishDuty(world, 'p-it', { evidence: 'Scan of 14 January.' });
      world.sees('p-it', 'It is due again on 14 April 2027.');
      met('BJ-3.4c');
    },
    { start: '2027-01-12T10:00:00.000Z' },
  );
});
