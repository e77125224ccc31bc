import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import { doDuty } from './acts.ts';

obligations('active-learning', ({ obligation }) => {
  obligation('AL-3.6b', 'guided', 'parents can be pointed to where they read more', async (world) => {
    await world.say('p-sam', 'contacts parents');
    world.sees('p-sam', /For a parent or carer\n[\s\S]*saferinternet\.org\.uk/);
    world.sees('p-sam', /For a parent or carer\n[\s\S]*childnet\.com/);
    world.seesNot('p-sam', 'Head of IT');
  });

  obligation(
    'AL-5a',
    'recorded',
    'a leader tells parents by letter or website, at meetings, and with the policy, and says so',
    async (world) => {
      await daysGoBy(world, 49);
      world.received('p-leader', 'Tell parents about online safety. It was due on 11 January 2027.');
      world.received('p-leader', 'The policy gives no interval; every 3 months was set by Kestrel Learning.');
      await doDuty(world, 'p-leader', 'parents', { evidence: '' });
      world.refused('p-leader', 'Not saved yet. Say what was done, or where it can be seen.');
      await doDuty(world, 'p-leader', 'parents', {
        no: ['home', 'policy', 'meeting'],
        evidence: 'Letter of 10 January.',
      });
      world.received(
        'p-leader',
        'Something to put right: Did something go home, by letter, website or learning platform?',
      );
      world.received('p-leader', 'Something to put right: Do parents have this policy?');
      world.received('p-leader', 'Something to put right: Was it talked about when parents met?');
      world.never('p-sam', 'Tell parents about online safety. It');
      await world.press('p-leader', 'See what was done');
      world.sees('p-leader', 'Letter of 10 January.');
    },
  );

  obligation(
    'AL-5b',
    'executed',
    'before a new online activity parents hear of its sites and adults, and of the filter each term',
    async (world) => {
      await world.say('p-sam', 'new activity');
      world.sees('p-sam', 'Say which sites students use, and whom of us they meet online.');
      world.sees('p-sam', 'Do not begin before the parents know.');
      const boxes = {
        activity: 'A film club',
        sites: 'films.example',
        adults: 'Two tutors',
        begins: '2026-12-07',
      };
      await pass(world, 'p-sam', 'online activity', { ...boxes, adults: '' });
      world.refused('p-sam', 'Please fill in: Which adults of ours meet them online?');
      await pass(world, 'p-sam', 'online activity', boxes);
      world.told('p-leader');
      await world.press('p-leader', 'Open');
      world.sees('p-leader', /A film club[\s\S]*films\.example[\s\S]*Two tutors[\s\S]*7 December 2026/);
      await world.press('p-leader', 'Done', { done: 'Letter to eleven families.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Letter to eleven families.');
      await daysGoBy(world, 49);
      await doDuty(world, 'p-leader', 'parents', { no: ['systems'] });
      world.received(
        'p-leader',
        'Something to put right: Do parents know what we use to filter and to monitor?',
      );
    },
  );

  obligation(
    'AL-6.2c',
    'recorded',
    'a leader sends leaflets about cyberbullying, with evidence',
    async (world) => {
      await daysGoBy(world, 57);
      world.received(
        'p-leader',
        'Send parents a leaflet about cyberbullying. It was due on 18 January 2027.',
      );
      world.received(
        'p-leader',
        'The policy gives no interval; every 12 months was set by Kestrel Learning.',
      );
      await doDuty(world, 'p-leader', 'leaflets', { evidence: '' });
      world.refused('p-leader', 'Not saved yet. Say what was done, or where it can be seen.');
      await doDuty(world, 'p-leader', 'leaflets', { evidence: 'Leaflet to all, 20 January.' });
      world.sees('p-leader', 'It is due again on');
      await world.press('p-leader', 'See what was done');
      world.sees('p-leader', 'Leaflet to all, 20 January.');
    },
  );
});
