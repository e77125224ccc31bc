import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import { finishDuty, openDuty, seesAll } from './acts.ts';

const PARENTS = 'Tell parents about online safety';
const LOGS = 'Look through the behaviour logs for anything online';
const DEVICE = 'Check the device that you work with';

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-5a',
    'recorded',
    'parents hear of online safety by letter and website, and have the policy; what was done is kept',
    async (world) => {
      await daysGoBy(world, 1);
      world.received('p-head', `${PARENTS}. It was due on 14 January 2027. It is one day late.`);
      world.received(
        'p-head',
        'The policy gives no interval; every 3 months was set by Larch Junior School.',
      );
      await openDuty(world, 'p-head', PARENTS);
      seesAll(
        world,
        'p-head',
        'Did something go out in a letter or a newsletter, and on the website?',
        'Do parents have this policy?',
        'section 5',
      );
      await finishDuty(world, 'p-head', { evidence: '' });
      world.refused('p-head', 'Say what was done, or where it can be seen.');
      await finishDuty(world, 'p-head', { no: ['policy'], evidence: 'Newsletter of 15 January.' });
      world.sees('p-head', 'It is due again on 15 April 2027.');
      world.received('p-head', 'Something to put right: Do parents have this policy?');
      await world.press('p-head', 'See what was done');
      world.sees('p-head', 'Newsletter of 15 January.');
    },
    { start: '2027-01-14T10:00:00.000Z' },
  );

  obligation(
    'BJ-5b',
    'executed',
    'parents know how we filter, what pupils do online and whom they meet, also when something new begins',
    async (world) => {
      const asked = {
        activity: 'Write stories, 5B',
        sites: 'stories.example',
        people: 'Their class teacher',
        begins: '2027-02-01',
      };
      await world.say('p-sam', 'new site');
      seesAll(
        world,
        'p-sam',
        'Say it before it begins. Parents are told which sites, and whom they meet there.',
        'section 5',
      );
      for (const [box, label] of [
        ['activity', 'What will pupils be asked to do, and in which class?'],
        ['sites', 'Which sites will they open?'],
        ['people', 'Who from the school will they meet online? If nobody, say so.'],
        ['begins', 'When does it begin?'],
      ] as const) {
        await pass(world, 'p-sam', 'online activity', { ...asked, [box]: '' });
        world.refused('p-sam', `Please fill in: ${label}`);
      }
      await pass(world, 'p-sam', 'new online activity', asked);
      world.told('p-head');
      await world.press('p-head', 'Open');
      seesAll(world, 'p-head', 'stories.example', 'Their class teacher');
      await world.press('p-head', 'Done', { done: '' });
      world.refused('p-head', 'Please write a few words');
      await world.press('p-head', 'Done', { done: 'In the newsletter of 15 January.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'In the newsletter of 15 January.');
      await daysGoBy(world, 1);
      await openDuty(world, 'p-head', PARENTS);
      seesAll(
        world,
        'p-head',
        'Do parents know how we filter and monitor?',
        'Do parents know which sites pupils are asked to open, and whom they meet online?',
      );
      await finishDuty(world, 'p-head', { no: ['systems'], evidence: 'Letter.' });
      world.received('p-head', 'Something to put right: Do parents know how we filter and monitor?');
    },
    { start: '2027-01-14T10:00:00.000Z' },
  );

  obligation(
    'BJ-12a',
    'recorded',
    'once a week the lead looks through the behaviour logs for what was online',
    async (world) => {
      await daysGoBy(world, 1);
      world.received('p-head', `${LOGS}. It was due on 11 January 2027. It is one day late.`);
      world.received('p-head', 'The policy gives no interval; every week was set by Larch Junior School.');
      await openDuty(world, 'p-head', LOGS);
      seesAll(
        world,
        'p-head',
        'Have you read what was written since the last time?',
        'Is everything online that may be a worry about a pupil reported here?',
        'section 12',
      );
      await world.press('p-head', 'It is done', { 'q-read': 'yes' });
      world.refused('p-head', 'Answer every question with yes or no.');
      await finishDuty(world, 'p-head', { no: ['reported'] });
      world.sees('p-head', 'It is due again on 19 January 2027.');
      world.received(
        'p-head',
        'Something to put right: Is everything online that may be a worry about a pupil reported here?',
      );
      await world.advance({ hours: 24 * 7 });
      world.received('p-head', `${LOGS}. It is due on 19 January 2027.`);
      for (const other of ['p-it', 'p-sam']) world.never(other, LOGS);
    },
    { start: '2027-01-11T10:00:00.000Z' },
  );

  obligation(
    'BJ-9a',
    'executed',
    'everybody checks their own work device in six ways, for work only, and a "no" is put right with the headteacher',
    async (world) => {
      await daysGoBy(world, 1);
      world.received('p-pip', `${DEVICE}. It was due on 20 January 2027. It is one day late.`);
      world.received(
        'p-sam',
        'The policy gives no interval; every 12 months was set by Larch Junior School.',
      );
      await openDuty(world, 'p-sam', DEVICE);
      seesAll(
        world,
        'p-sam',
        'Is its password strong: eight characters or more, of four kinds?',
        'Is its disk encrypted?',
        'Does it lock by itself when nobody uses it?',
        'Do you keep it to yourself, away from family and friends?',
        'Does it have protection against viruses and spying?',
        'Are the latest updates installed?',
        'Is it used for work only, and as was agreed?',
        'section 9',
      );
      await finishDuty(world, 'p-sam', { no: ['encrypted'] });
      world.received('p-head', 'Something to put right: Is its disk encrypted?');
      world.never('p-it', 'Something to put right');
      await world.press('p-head', 'It is put right');
      await world.press('p-head', 'Save it', { what: 'It is encrypted now.' });
      world.sees('p-head', 'It was put right on');
      await world.say('p-head', 'duties');
      world.sees('p-head', /Check the device that you work with\. 1 of \d+ people have done it\./);
    },
    { start: '2027-01-20T10:00:00.000Z' },
  );
});
