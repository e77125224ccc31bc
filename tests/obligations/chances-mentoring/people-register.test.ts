import { obligations } from '../../support/obligations.ts';
import { looksUp, readsIn, records } from '../../support/obligations-records.ts';

const PUPIL = 'Robin Vale, Group 2';
const SIGNED = {
  ...{ pupil: PUPIL, internet: 'Yes', pictures: 'Yes' },
  ...{ parent: 'The mother', signed: '2026-11-23' },
};

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    'CM-INT-a',
    'guided',
    'a case offers the three policies that it goes with, each with its link',
    async (world) => {
      await world.report();
      await world.take('p-dsl');
      await readsIn(
        world,
        'p-dsl',
        'Goes with: Behaviour policy, Safeguarding policy and Anti-bullying policy.',
        'Open: Behaviour policy',
        'Open: Safeguarding policy',
        'Open: Anti-bullying policy',
      );
      world.seesNot('p-dsl', 'No link is set up for');
      const links = JSON.stringify(world.at('p-dsl').card());
      for (const name of ['behaviour', 'safeguarding', 'anti-bullying'])
        expect(links).toContain(`https://chances.example/${name}`);
    },
  );

  obligation(
    'CM-CON-d',
    'executed',
    'for a new pupil whose parents have agreed to nothing yet, staff read that no consent is recorded',
    async (world) => {
      await looksUp(world, 'p-sam', 'consent', { name: 'Robin Vale', class: 'Group 2' });
      world.sees('p-sam', 'No consent is recorded.');
      // Only those who keep it write it down.
      await world.say('p-sam', 'record consent');
      world.sees('p-sam', 'There is nothing here for you.');
      await world.say('p-office', 'write down consent');
      world.sees('p-office', 'Write it as it stands on the form that the parent or carer signed.');
      world.sees('p-office', 'A parent changes their mind? Fill this in again: the newest counts.');
      await records(world, 'p-office', 'record consent', { ...SIGNED, internet: '' });
      world.refused('p-office', 'May the pupil use the internet and our other technology?');
      await records(world, 'p-office', 'record consent', { ...SIGNED, internet: 'No' });
      await looksUp(world, 'p-sam', 'consent', { name: 'Robin Vale', class: 'Group 2' });
      world.sees('p-sam', /May the pupil use the internet and our other technology\?:? No/);
      // The parent changes their mind: the newest counts. Then they take it back.
      await records(world, 'p-office', 'record consent', { ...SIGNED, same: 'yes' });
      await looksUp(world, 'p-sam', 'consent', { name: 'Robin Vale' });
      world.sees('p-sam', /May the pupil use the internet and our other technology\?:? Yes/);
      await looksUp(world, 'p-office', 'consent', { name: 'Robin Vale' });
      await world.press('p-office', 'End it', { why: 'The mother wrote to us.' });
      world.sees('p-office', 'Because: The mother wrote to us.');
      await looksUp(world, 'p-sam', 'consent', { name: 'Robin Vale' });
      world.sees('p-sam', 'No consent is recorded.');
    },
  );

  obligation(
    'CM-IMG-a',
    'executed',
    'a picture with a pupil whose parents have not agreed gets no yes before they have',
    async (world) => {
      const asked = {
        ...{ purpose: 'The summer display', who: 'I take it', consent: 'Jo Kemp' },
        ...{ day: '2026-11-26', until: '2026-12-04', pupils: `${PUPIL}\nNoor Hale, Group 3` },
      };
      await records(world, 'p-office', 'record consent', { ...SIGNED, pupil: 'Noor Hale, Group 3' });
      await records(world, 'p-office', 'record consent', { ...SIGNED, pictures: 'No' });
      await records(world, 'p-sam', 'photo request', asked);
      world.sees('p-sam', `No consent is recorded. Missing for: ${PUPIL}`);
      world.told('p-head');
      await world.press('p-head', 'Open');
      world.sees('p-head', `Missing for: ${PUPIL}`);
      await world.press('p-head', 'Approve');
      world.sees('p-head', 'You cannot say yes yet.');
      world.offers('p-head', 'Decline');
      await world.say('p-sam', 'my requests');
      world.seesNot('p-sam', 'Approved.');
      // The parents agree after all.
      await records(world, 'p-leader', 'record consent', { ...SIGNED, same: 'yes' });
      world.sees('p-leader', 'Saved. It stands in the register.');
      await world.press('p-head', 'Approve');
      world.seesNot('p-head', 'Missing for');
      await world.say('p-head', 'allowed pictures');
      world.sees('p-head', /The summer display[\s\S]*It stands until 4 December 2026\./);
    },
  );

  obligation(
    'CM-WEB-b',
    'executed',
    'a blog or an account for teaching is approved, protected, and in the register with its owner',
    async (world) => {
      await world.say('p-sam', 'teacher blog');
      world.sees('p-sam', 'Protect it with a password, and write there as you would speak in school.');
      world.sees('p-sam', 'Do not use an account of your own private life.');
      const asked = {
        ...{ account: 'River blog, rivers.example', purpose: 'What we find in the river' },
        ...{ owner: 'p-sam', password: 'Yes' },
      };
      await records(world, 'p-sam', 'new blog', { ...asked, owner: '' });
      world.refused('p-sam', 'Who runs it?');
      await records(world, 'p-sam', 'new blog', { ...asked, password: '' });
      world.refused('p-sam', 'Is it protected with a password?');
      await world.say('p-it', 'approved accounts');
      world.sees('p-it', 'No account is approved.');
      await records(world, 'p-sam', 'new blog', asked);
      world.told('p-leader', 'p-leader-2');
      await world.press('p-leader', 'Open');
      world.sees('p-leader', /River blog[\s\S]*Who runs it\?: Sami Wells/);
      await world.press('p-leader', 'Approve');
      await world.say('p-it', 'blogs');
      world.sees('p-it', 'River blog, rivers.example');
      await world.press('p-it', 'Open');
      world.sees('p-it', /Who runs it\?: Sami Wells[\s\S]*Answered by: Rosa Quill/);
      await world.advance({ hours: 24 * 367 });
      world.received('p-leader', 'Renew it, or say that it is ended.');
    },
  );
});
