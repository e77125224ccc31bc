import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import { comesBack, doDuty, formSays, logRows, seesAll } from './acts.ts';

const MESSAGE = { ticks: ['message'], story: { seen: 'A threat came by e-mail to the office.' } } as const;

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-7.3a',
    'executed',
    'no name and no story stands in a message, and what is read is written down',
    async (world) => {
      await world.report({
        children: [{ name: 'Robin Vale', year: '4' }],
        ticks: ['online'],
        story: { seen: 'A secret.' },
      });
      world.told('p-dsl');
      expect(JSON.stringify(world.org.post.sent)).not.toMatch(/Robin|Vale|secret/);
      expect(JSON.stringify(world.org.log)).not.toMatch(/Robin|Vale|secret/);
      await world.open('p-dsl');
      await world.press('p-dsl', 'What has been done');
      world.sees('p-dsl', /Opened/);
      await world.say('p-sam', 'advice personal-data');
      seesAll(
        world,
        'p-sam',
        'Do not put names in chats, file names or subject lines.',
        'Write what is needed',
      );
    },
  );

  obligation(
    'BC-7.4a',
    'executed',
    'virus protection, software, files, logins and screens are checked, and what is not right is put right',
    async (world) => {
      await daysGoBy(world, 62);
      await doDuty(world, 'p-it', 'network-check', { no: ['virus', 'files'] });
      world.received('p-it', 'Something to put right: Is the virus protection up to date?');
      world.received('p-it', 'Something to put right: Were the files on the network checked?');
      world.received('p-leader', 'Check that our systems are safe. It was done on');
      await world.press('p-leader', 'See what was done');
      seesAll(
        world,
        'p-leader',
        'Are screens locked when nobody sits there? **Yes**',
        'all software',
        'a login and a password of their own',
      );
      await world.say('p-sam', 'advice own-login');
      world.sees('p-sam', 'lock the screen when you leave');
      await comesBack(
        world,
        'p-it',
        '2027-04-26',
        'Check that our systems are safe. It was due on 25 April 2027.',
      );
    },
  );

  obligation(
    'BC-7.4.1a',
    'guided',
    'a password that is typed to us is repeated nowhere, and its owner is told to change it',
    async (world) => {
      await world.say('p-sam', 'my password is Sunflower99');
      world.sees('p-sam', 'change the password now');
      world.never('p-sam', 'Sunflower99');
      expect(JSON.stringify(world.org.post.sent)).not.toContain('Sunflower99');
      expect(JSON.stringify(world.org.log)).not.toContain('Sunflower99');
      await world.say('p-sam', 'advice own-login');
      world.sees('p-sam', 'Do not lend a login, not to a colleague and not to a learner.');
    },
  );

  obligation(
    'BC-7.6a',
    'executed',
    'pictures of learners are published after a yes, with consent, and not for ever',
    async (world) => {
      await formSays(
        world,
        'p-sam',
        'publish photos',
        "Use the school's camera or tablet.",
        'Do not take or keep a picture of a learner with a device of your own.',
        'Do not send us the picture.',
      );
      await pass(world, 'p-sam', 'publish photos', {
        what: 'Sports day',
        where: 'Website',
        until: '2026-12-18',
      });
      world.refused('p-sam', 'Please fill in: Where is the consent of each family kept?');
      world.hearsNothing('p-head');
      await pass(world, 'p-sam', 'publish photos', {
        what: 'Sports day',
        consent: 'All on file in the office',
        where: 'Website',
        until: '2026-12-18',
      });
      await world.press('p-head', 'Open');
      world.sees('p-head', 'All on file in the office');
      await world.press('p-head', 'Decline');
      world.refused('p-head', 'Not saved yet');
      await world.press('p-head', 'Decline', { reason: 'One family has not agreed.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'One family has not agreed.');
      const agreed = { what: 'The choir', consent: 'All on file', where: 'Website', until: '2026-12-18' };
      await pass(world, 'p-sam', 'publish photos', agreed);
      await world.press('p-head', 'Open');
      await world.press('p-head', 'Approve');
      await daysGoBy(world, 27);
      world.received('p-head', 'This ended on 18 December 2026: end it now.');
    },
  );

  obligation(
    'BC-7.7a',
    'guided',
    'staff hear how to send what is sensitive, and pass on junk instead of forwarding it',
    async (world) => {
      await world.say('p-sam', 'what do I do if I must send something encrypted');
      seesAll(
        world,
        'p-sam',
        'Use your work address and send it encrypted.',
        'Do not use a private address for work.',
      );
      world.sees('p-sam', 'An answer out of working hours is never expected.');
      world.sees('p-sam', 'Do not open a private account with your work address.');
      await world.say('p-sam', 'junk mail');
      world.sees('p-sam', 'Do not pass it on');
      await world.press('p-sam', 'Send', { 'field-sender': 'prize@letters.example' });
      await world.press('p-it', 'Open');
      world.sees('p-it', 'prize@letters.example');
      await world.press('p-it', 'Done', { done: 'Blocked and reported to the provider.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Blocked and reported to the provider.');
    },
  );

  obligation(
    'BC-7.7b',
    'executed',
    'an offensive message goes to the lead and the headteacher at once and into the records',
    async (world) => {
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await world.report(MESSAGE);
      world.told('p-dsl', 'p-head');
      for (const who of ['p-dsl', 'p-head']) world.received(who, 'New, 24 November 10:05.');
      expect(world.org.post.box(channel)).toEqual([]);
      world.sees(
        'p-sam',
        /designated safeguarding lead \(DSL\).*headteacher|headteacher.*designated safeguarding lead/,
      );
      await world.take('p-head');
      world.sees('p-dsl', 'With the headteacher.');
      await world.workThrough('p-head', { except: ['disturbing-message.details'] });
      await world.close('p-head', { confirmed: 'yes' });
      world.refused('p-head', 'Write down who got it, when, from where, and what it says.');
      const [row, ...others] = await logRows(world, 'p-dsl');
      expect(row).toContain('A threat came by e-mail to the office.');
      expect(others).toEqual([]);
    },
  );

  obligation(
    'BC-7.7.1a',
    'executed',
    'what can wait waits for working hours, and what cannot does not',
    async (world) => {
      await daysGoBy(world, 0);
      await world.say('p-dsl', 'duties');
      await world.press('p-dsl', 'Write to all staff');
      await world.press('p-dsl', 'Send it to all staff', { text: 'New advice on group chats.' });
      await world.advance({ hours: 2 });
      world.hearsNothing('p-pip');
      await world.report({ danger: 'tonight', ticks: ['told'] });
      world.received('p-dsl', 'Safeguarding: urgent, please open now.');
      await world.advance({ hours: 10 });
      world.received('p-pip', 'There is something to read from the safeguarding lead');
      const told = world.inbox('p-pip').filter(({ message }) => message.notification.startsWith('Signpost'));
      expect(told.map(({ at }) => at.slice(11, 16))).toEqual(['08:00']);
    },
    { start: '2026-11-24T21:00:00.000Z' },
  );

  obligation(
    'BC-7.8a',
    'executed',
    'the headteacher answers for the app that records progress, and staff hear how to use it',
    async (world) => {
      await daysGoBy(world, 70);
      await doDuty(world, 'p-head', 'progress-app', {
        no: ['encrypted'],
        evidence: 'Ten tablets looked at.',
      });
      world.received('p-it', 'Something to put right: Is each device that leaves the building encrypted?');
      world.received('p-head', 'One thing is still to be put right.');
      await world.press('p-head', 'See what was done');
      seesAll(
        world,
        'p-head',
        "Is it used on the school's devices alone? **Yes**",
        'Do its users have strong passwords and log out? **Yes**',
      );
      await world.say('p-sam', 'what do I do if I use the tracking app');
      seesAll(
        world,
        'p-sam',
        'Do not open or feed the app with your own phone.',
        'is encrypted',
        'with a strong password',
      );
      await formSays(world, 'p-sam', 'lost laptop', 'Say what was on it.', 'Was it locked and encrypted?');
      const lost = { device: 'Laptop 3', locked: 'Yes, both', where: 'The bus, this morning' };
      await pass(world, 'p-sam', 'lost laptop', lost);
      await world.press('p-it', 'Open');
      world.sees('p-it', 'The bus, this morning');
      await comesBack(
        world,
        'p-head',
        '2028-02-02',
        "Check the app that records learners' progress. It is due on 2 February 2028.",
      );
    },
  );
});
