import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import { doDuty, found } from './acts.ts';

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    'B2-3.4a',
    'executed',
    "any member of staff takes a parent's question about the policy, and it is no case",
    async (world) => {
      await world.say('p-con', 'policy query');
      world.sees('p-con', 'Any of us may take the question. Write it as the parent asked it.');
      world.sees('p-con', 'A worry about a student is no question: report a concern.');
      await world.press('p-con', 'Send', { 'field-question': '' });
      world.refused('p-con', 'Please fill in: What does the parent ask or say about the policy?');
      await world.press('p-con', 'Send', {
        'field-question': 'Who looks at the logs?',
        'field-reach': 'By phone',
      });
      world.told('p-dsl');
      expect(await world.org.store.openCases()).toMatchObject({ items: [] });
      await world.press('p-dsl', 'Open');
      world.sees('p-dsl', 'Who looks at the logs?');
      world.sees('p-dsl', 'By phone');
      await world.press('p-dsl', 'Done', { done: 'Rang the parent.' });
      await world.press('p-con', 'Open');
      world.sees('p-con', 'Rang the parent.');
    },
  );

  obligation('B2-3.4c', 'guided', 'parents are pointed to the places that are still there', async (world) => {
    await world.say('p-sam', 'what do I do if a parent asks where to read about it');
    world.sees('p-sam', 'Name the places below. They are for parents.');
    world.sees('p-sam', 'saferinternet.org.uk** UK Safer Internet Centre');
    world.sees('p-sam', 'childnet.com** Childnet');
    await world.say('p-sam', 'contacts parents');
    world.sees('p-sam', /For a parent or carer\n[^\n]*UK Safer Internet Centre[^\n]*\n[^\n]*Childnet/);
    world.seesNot('p-sam', /disrespect/i);
    expect(await found('reference.stale')).toEqual([expect.stringContaining('a campaign that has closed')]);
  });

  obligation(
    'B2-5a',
    'recorded',
    'parents are told about internet safety and shown the policy, and what was done is kept',
    async (world) => {
      await daysGoBy(world, 48);
      world.received('p-leader', 'Tell parents about internet safety. It is due on 11 January 2027.');
      await doDuty(world, 'p-leader', 'parents-safety', { evidence: '' });
      world.refused('p-leader', 'Not saved yet. Say what was done, or where it can be seen.');
      await doDuty(world, 'p-leader', 'parents-safety', {
        no: ['website'],
        evidence: 'The letter of 11 January.',
      });
      world.sees('p-leader', 'It is due again on 11 April 2027.');
      await world.press('p-leader', 'See what was done');
      world.sees('p-leader', /Did a letter or another message about it go home\? \*\*Yes\*\*/);
      world.sees('p-leader', /Does our website say it\? \*\*No\*\*/);
      world.sees('p-leader', /Was this policy shared with parents\? \*\*Yes\*\*/);
      world.sees('p-leader', 'The letter of 11 January.');
      world.sees('p-leader', 'section 5');
    },
  );

  obligation(
    'B2-6.2c',
    'reported',
    'parents are sent what they need to know about bullying, and the missing interval is said',
    async (world) => {
      expect(await found('interval.missing')).toContainEqual(
        expect.stringMatching(/"Send parents what they need to know about cyber-bullying"; P12M is used/),
      );
      await daysGoBy(world, 55);
      world.received(
        'p-leader',
        'Send parents what they need to know about cyber-bullying. It is due on 18 January 2027.',
      );
      world.received(
        'p-leader',
        'The policy gives no interval; every 12 months was set by Thistle Mentoring.',
      );
      await doDuty(world, 'p-leader', 'parents-bullying', { evidence: '' });
      world.refused('p-leader', 'Not saved yet. Say what was done');
      await doDuty(world, 'p-leader', 'parents-bullying', { evidence: 'A leaflet.' });
      world.sees('p-leader', 'It is due again on 18 January 2028.');
      await world.press('p-leader', 'See what was done');
      for (const asked of [
        'Does it name the signs?',
        'Does it say how to report it?',
        'Does it say how to help a child?',
      ])
        world.sees('p-leader', asked);
    },
  );

  obligation(
    'B2-7b',
    'recorded',
    'our internet is for education and work, and the monitoring of every group is checked',
    async (world) => {
      await world.say('p-vol', 'advice our-internet');
      world.sees('p-vol', 'It is for education and for your work alone.');
      world.sees('p-vol', 'Know that the websites that all of us visit are monitored.');
      await daysGoBy(world, 48);
      world.received('p-it', 'Check that the websites visited are monitored. It is due on 11 January 2027.');
      await doDuty(world, 'p-it', 'monitoring', { no: ['board'], evidence: '' });
      world.refused('p-it', 'Not saved yet. Say what was done, or where it can be seen.');
      await doDuty(world, 'p-it', 'monitoring', { no: ['board'], evidence: 'The report of January.' });
      world.sees('p-it', 'It is due again on 8 February 2027.');
      world.received('p-it', 'Something to put right: Those that proprietors visit?');
      world.received('p-dsl', 'Check that the websites visited are monitored. It was done on');
      await world.press('p-it', 'See what was done');
      for (const group of ['students', 'staff and volunteers', 'proprietors', 'visitors'])
        world.sees('p-it', new RegExp(`Those that ${group} visit`));
      world.sees('p-it', 'Was all of it for education or for work?');
    },
  );

  obligation(
    'B2-9a',
    'guided',
    'work devices are kept safe: staff are told how, and it is checked',
    async (world) => {
      await world.say('p-sam', 'advice work-device');
      world.sees(
        'p-sam',
        'Use a password of 8 characters or more, with capitals, numbers and special characters.',
      );
      world.sees('p-sam', 'Encrypt the disk, and let it lock by itself.');
      world.sees('p-sam', 'Keep the protection against viruses and spyware on, and install updates.');
      world.sees('p-sam', 'Do not lend it to family or friends, and do not use it for anything but work.');
      world.sees('p-sam', 'Type lost device: IT operations advise you.');
      await daysGoBy(world, 55);
      world.received('p-it', 'Check the work devices that leave the building. It is due on 18 January 2027.');
      await doDuty(world, 'p-it', 'work-devices', { evidence: '' });
      world.refused('p-it', 'Not saved yet. Say what was done');
      await doDuty(world, 'p-it', 'work-devices', { no: ['disk'], evidence: 'The list of devices.' });
      world.sees('p-it', 'It is due again on 18 April 2027.');
      world.received('p-it', 'Something to put right: Is each disk encrypted?');
      await world.press('p-it', 'See what was done');
      for (const asked of [
        '8 characters or more, of every kind?',
        'lock by itself?',
        'Does nobody in a family use one?',
        'are updates on?',
      ])
        world.sees('p-it', asked);
    },
  );

  obligation(
    'B2-9c',
    'executed',
    'a lost or unsafe device goes to IT operations, who are told if it is encrypted',
    async (world) => {
      const lost = { device: 'Laptop 4', what: 'Left on the bus at 08:10' };
      await pass(world, 'p-vol', 'lost-device', { device: '', encrypted: '', what: '' });
      world.refused(
        'p-vol',
        /fill in: Which device\?, Is its disk encrypted, and is it locked with a password\? and What happened/,
      );
      world.sees(
        'p-vol',
        'IT operations advise on every worry about the security of a device, however small.',
      );
      await pass(world, 'p-vol', 'unsafe device', { ...lost, encrypted: 'Yes, both' });
      world.told('p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', /Laptop 4[\s\S]*Is its disk encrypted[^\n]*Yes, both[\s\S]*Left on the bus/);
      await world.press('p-it', 'Done', { done: 'Locked from here; say so to the driver.' });
      await world.press('p-vol', 'Open');
      world.sees('p-vol', 'Locked from here; say so to the driver.');
      world.hearsNothing('p-dsl');
    },
  );

  obligation(
    'B2-A2c',
    'executed',
    'no photograph of a student before a teacher has said yes',
    async (world) => {
      const photo = { who: 'R.V.', why: 'For the wall', day: '2026-12-01' };
      await world.say('p-sam', 'photo-request');
      world.sees('p-sam', 'Until a teacher has said yes here, it is not authorised: take no photograph.');
      world.sees('p-sam', 'Do not send us the photograph.');
      await pass(world, 'p-sam', 'photo', { who: '', why: '', day: '' });
      world.refused('p-sam', 'Which students? Initials only, What is it for? and On which day?');
      await pass(world, 'p-sam', 'photo', photo);
      world.told('p-coordinator');
      world.sees('p-sam', 'With the teacher (mentor coordinator). No answer yet.');
      await world.press('p-coordinator', 'Open');
      world.sees('p-coordinator', 'On which day?: 1 December 2026');
      await world.press('p-coordinator', 'Decline');
      world.refused('p-coordinator', 'Please write a few words');
      await world.press('p-coordinator', 'Decline', { reason: 'The parents said no.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', /Declined\.[\s\S]*The parents said no\./);
      // A teacher does not say yes to themself.
      world.fromHere();
      await pass(world, 'p-coordinator', 'photo', photo);
      world.told('p-director', 'p-director-2');
      await world.press('p-director', 'Open');
      await world.press('p-director', 'Approve');
      await world.press('p-coordinator', 'Open');
      world.sees('p-coordinator', 'Approved.');
    },
  );
});
