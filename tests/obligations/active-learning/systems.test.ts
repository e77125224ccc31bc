import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import { caseFor, doDuty, readsIn } from './acts.ts';

obligations('active-learning', ({ obligation }) => {
  obligation(
    'AL-3.4a',
    'recorded',
    'the head of IT reviews filtering and monitoring, and the day, the findings and who it was are kept',
    async (world) => {
      await daysGoBy(world, 24);
      world.received('p-it', 'Review filtering and monitoring. It was due on 14 December 2026.');
      world.received('p-it', 'The policy gives no interval; every 12 months was set by Kestrel Learning.');
      world.received('p-dsl', /Review filtering and monitoring\..*is late/);
      await doDuty(world, 'p-it', 'filter-review', { evidence: '' });
      world.refused('p-it', 'Not saved yet. Say what was done, or where it can be seen.');
      await doDuty(world, 'p-it', 'filter-review', {
        no: ['extremism'],
        evidence: 'Report of the provider.',
      });
      world.received('p-it', 'Something to put right: Is terrorist and extremist material held back?');
      world.received('p-dsl', 'Review filtering and monitoring. It was done on 18 December 2026.');
      await world.press('p-dsl', 'See what was done');
      world.sees('p-dsl', 'Ivo Stone');
      world.sees('p-dsl', 'Report of the provider.');
      world.sees('p-dsl', 'Is terrorist and extremist material held back? **No**');
      world.sees('p-dsl', 'Do they keep students from harmful content and contact? **Yes**');
    },
  );

  obligation(
    ['AL-3.4b', 'AL-3.4c'],
    'executed',
    'the head of IT checks the systems each week, and protections that are old are put right',
    async (world, met) => {
      await daysGoBy(world, 14);
      world.received('p-it', 'Check that our systems are safe. It was due on 7 December 2026.');
      world.never('p-sam', /our systems are safe/);
      await doDuty(world, 'p-it', 'security-check', { evidence: '' });
      world.refused('p-it', 'Not saved yet. Say what was done, or where it can be seen.');
      await doDuty(world, 'p-it', 'security-check', { no: ['protection', 'blocking', 'monitoring'] });
      world.received(
        'p-it',
        'Something to put right: Are the protections against viruses and malware up to date?',
      );
      world.received('p-it', 'Something to put right: Are dangerous sites and downloads blocked?');
      world.received('p-it', 'Something to put right: Does the monitoring run on all our systems?');
      await world.press('p-it', 'It is put right');
      await world.press('p-it', 'Save it', { what: 'All machines have the update.' });
      world.sees('p-it', 'It was put right on');
      met('AL-3.4b');
      world.received('p-it', 'It is due again on 15 December 2026.');
      world.received('p-dsl', 'Check that our systems are safe. It was done on 8 December 2026.');
      await world.advance({ hours: 24 * 7 });
      world.received('p-it', 'Check that our systems are safe. It is due on 15 December 2026.');
      await world.advance({ hours: 24 * 2 });
      world.received('p-dsl', 'Check that our systems are safe.');
      met('AL-3.4c');
    },
  );

  obligation(
    'AL-3.4d',
    'executed',
    'staff ask the head of IT to block a page, and read what was done',
    async (world) => {
      await world.say('p-sam', 'block page');
      world.sees('p-sam', 'If a student saw it, report a concern as well.');
      world.sees('p-sam', 'Do not open it again.');
      await pass(world, 'p-sam', 'dangerous site', { page: 'tools.example/free', why: 'Comes with malware' });
      world.told('p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', /tools\.example\/free[\s\S]*Comes with malware/);
      await world.press('p-it', 'Done');
      world.refused('p-it', 'Not saved yet');
      await world.press('p-it', 'Done', { done: 'Blocked for everyone.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Blocked for everyone.');
      world.hearsNothing('p-dsl');
    },
  );

  obligation(
    'AL-7b',
    'executed',
    'an alert of the monitoring opens a case of the DSL, and the review looks at everybody',
    async (world) => {
      await world.say('p-it', 'alert');
      await world.press('p-it', 'Continue', {
        seen: 'Search for ways to hurt oneself.',
        also: 'online',
        device: 'Laptop 12',
        adult: 'no',
        'name-1': 'Robin Vale',
      });
      await world.press('p-it', 'Send it');
      world.told('p-dsl');
      const id = caseFor(world, 'p-dsl');
      await world.take('p-dsl', id);
      world.sees('p-dsl', 'it came from a filter or monitoring alert');
      await world.step('p-dsl', 'monitoring-alert.read', { note: 'At 10:02.' }, id);
      await world.step('p-dsl', 'monitoring-alert.child', { answer: 'Not sure' }, id);
      await readsIn(world, 'p-dsl', 'Make sure that the child is safe');
      await daysGoBy(world, 21);
      await doDuty(world, 'p-it', 'filter-review', { no: ['everyone'] });
      world.received(
        'p-it',
        'Are the websites of students, staff, volunteers, trustees and visitors monitored?',
      );
    },
  );

  obligation(
    'AL-8a',
    'executed',
    'a device that a student gets is in the register until it is back, and one of their own is a breach',
    async (world) => {
      await world.say('p-sam', 'student device');
      world.sees('p-sam', 'Give out only a device that is tracked and monitored.');
      const boxes = { asset: 'Tablet 31', student: 'Robin Vale', from: '2026-11-24', until: '2026-12-04' };
      await pass(world, 'p-sam', 'register a device', { ...boxes, until: '' });
      world.refused('p-sam', 'Please fill in: When does it come back?');
      await pass(world, 'p-sam', 'register a device', boxes);
      world.told('p-it');
      await world.press('p-it', 'Open');
      world.sees(
        'p-it',
        /Tablet 31[\s\S]*Robin Vale[\s\S]*From when\?: 24 November 2026[\s\S]*4 December 2026/,
      );
      await world.press('p-it', 'Approve');
      await daysGoBy(world, 14);
      world.received('p-it', 'This ended on 4 December 2026: end it now.');
      await world.press('p-it', 'It is ended');
      world.received('p-sam', 'It was for use until 4 December 2026. It is ended now.');
      await world.say('p-sam', 'advice student-phone');
      world.sees('p-sam', 'Ask for it to be put away. Students work with our devices alone.');
      world.sees('p-sam', 'Report it every time: tick that rules were broken.');
      world.sees('p-sam', 'Do not look through it.');
      world.fromHere();
      await world.report({ ticks: ['rules'], story: { seen: 'Used a phone in the workshop.' } });
      world.told('p-dsl');
      world.sees(
        'p-sam',
        'Students work with our devices alone. Ask for a device of their own to be put away, and tell us here.',
      );
      await world.take('p-dsl');
      await readsIn(world, 'p-dsl', 'Follow what was agreed with students and with parents.');
      await world.report({ ticks: ['online'] });
      world.seesNot('p-sam', 'Students work with our devices alone.');
    },
  );

  obligation(
    'AL-9a',
    'executed',
    'the six duties for a work device are checked, and what is amiss goes to the head of IT',
    async (world) => {
      await world.say('p-sam', 'advice work-device');
      for (const line of [
        'Strong password: eight characters or more, large, small, numbers and signs.',
        'Encrypted disk, and it locks by itself.',
        'Keep the virus protection on and take every update.',
        'Do not lend it to family or friends, and do nothing but work on it.',
        'Not sure that it is safe? Ask the head of IT: type lost device.',
      ])
        world.sees('p-sam', line);
      await daysGoBy(world, 16);
      world.received('p-leader', 'Check the devices that staff work with. It was due on 9 December 2026.');
      world.received('p-leader', 'every 3 months was set by Kestrel Learning');
      const all = ['password', 'encrypted', 'locks', 'shared', 'virus', 'updates'];
      await doDuty(world, 'p-leader', 'device-check', { no: all, evidence: '' });
      for (const question of [
        'Has each a strong password, eight characters of four kinds or more?',
        'Is each disk encrypted?',
        'Does each lock by itself when nobody uses it?',
        'Is none shared with family or friends?',
        'Has each a protection against viruses and spyware?',
        'Has each the latest updates?',
      ])
        world.received('p-it', `Something to put right: ${question}`);
    },
  );

  obligation(
    'AL-9b',
    'executed',
    'a device that is lost or not safe goes to the head of IT, whose number everybody has',
    async (world) => {
      await world.say('p-sam', 'contacts device');
      world.sees('p-sam', /01632 960450.*Head of IT/);
      await world.say('p-sam', 'lost device');
      world.sees('p-sam', 'Tell us now, also if you only think so.');
      world.sees('p-sam', 'Do not use it until the head of IT has answered.');
      await pass(world, 'p-sam', 'unsafe device', {
        device: 'Laptop 9',
        what: 'Left on a bus',
        locked: 'Yes, both',
      });
      world.told('p-it');
      await world.press('p-it', 'Open');
      world.sees(
        'p-it',
        /Laptop 9[\s\S]*Left on a bus[\s\S]*Was it locked with a password and encrypted\?: Yes, both/,
      );
      await world.press('p-it', 'Done', { done: 'Locked and wiped from here.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Locked and wiped from here.');
      world.hearsNothing('p-dsl');
    },
  );
});
