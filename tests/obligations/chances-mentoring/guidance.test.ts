import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { close, doDuty, keptOpenBy, pageWith } from './acts.ts';

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    'CM-PWD-a',
    'guided',
    'a password is its owner’s alone, and one that is typed to us is repeated nowhere',
    async (world) => {
      await world.say('p-sam', 'my password is Sunflower99');
      world.sees('p-sam', 'change the password now');
      world.never('p-sam', 'Sunflower99');
      expect(JSON.stringify(world.org.post.sent)).not.toContain('Sunflower99');
      expect(JSON.stringify(world.org.log)).not.toContain('Sunflower99');
      await world.say('p-sam', 'what do I do if somebody wants my login');
      world.sees(
        'p-sam',
        'Do not share it, and do not leave it where others find it. A pupil never works under your login.',
      );
      world.sees(
        'p-sam',
        'Log off when you have finished or leave the computer. Everyone has a user name of their own.',
      );
    },
  );

  obligation(
    'CM-EML-b',
    'guided',
    'a bullying e-mail is kept as evidence and not answered, and nothing offers to take it away',
    async (world) => {
      await world.report({
        ticks: ['online', 'between-children'],
        story: { seen: 'Nasty e-mails since Monday.' },
      });
      world.sees('p-sam', 'Nobody answers a nasty e-mail or deletes it, also not the pupil. It is evidence.');
      world.notOffered('p-sam', /delet/i);
      await world.take('p-dsl');
      await world.triage('p-dsl', 'cyberbullying');
      await keptOpenBy(
        world,
        'p-dsl',
        'cyberbullying.keep-messages',
        'Ask the pupil to keep the e-mail or message as evidence. They do not answer it, and do not take it away.',
      );
      expect(await pageWith(world, 'p-dsl', /delet/i)).toBe(false);
      world.notOffered('p-dsl', /delet/i);
      await world.do('p-dsl', 'cyberbullying.keep-messages', 'Printed nothing; all kept.');
      await close(world, 'p-dsl');
      world.sees('p-dsl', 'Open it again');
      await world.report({ ticks: ['online'] });
      await world.take('p-dsl');
      await world.triage('p-dsl', 'cyberbullying');
      await keptOpenBy(
        world,
        'p-dsl',
        'cyberbullying.behaviour',
        'Follow the behaviour and anti-bullying policies.',
      );
      await world.report({ ticks: ['message'] });
      world.sees('p-sam', 'Do not answer the message, delete it or pass it on. Do not pay.');
      await world.take('p-dsl');
      await keptOpenBy(
        world,
        'p-dsl',
        'disturbing-message.keep-messages',
        'Ask whoever got it, a pupil or a colleague, to keep it as it is and not to answer.',
      );
    },
  );

  obligation(
    'CM-EML-c',
    'executed',
    'a plan to meet somebody from the internet is urgent, and nobody goes alone',
    async (world) => {
      await world.say('p-sam', 'a pupil wants to meet up with an online friend');
      world.sees('p-sam', 'Report a concern now, and choose: Tonight, or should not go home yet.');
      world.sees('p-sam', 'Say that nobody goes without a responsible adult.');
      world.sees('p-sam', 'Do not let them go alone to find out who it is.');
      for (const line of ['999', '101', 'CEOP']) world.sees('p-sam', line);
      const plan = {
        ticks: ['online'],
        story: { seen: 'She meets a friend from a game on Friday.' },
      } as const;
      await world.report(plan);
      world.sees(
        'p-sam',
        'Does a pupil plan to meet somebody from the internet? Do not wait. Speak to the safeguarding lead now.',
      );
      await world.take('p-dsl');
      world.seesNot('p-dsl', 'Urgent');
      world.hearsNothing('p-deputy');
      await world.triage('p-dsl', 'planned-meeting');
      world.sees('p-dsl', 'Urgent');
      for (const lead of ['p-dsl', 'p-deputy'])
        world.received(lead, 'Safeguarding: urgent, please open now.');
      expect(await pageWith(world, 'p-dsl', /See to it now[^\n]*\n[^\n]*\nDue today 11:05/)).toBe(true);
      world.hearsNothing('p-head');
      await world.advance({ minutes: 61 });
      world.received('p-head', 'Safeguarding: urgent, please open now.');
      await world.take('p-dsl');
      await keptOpenBy(
        world,
        'p-dsl',
        'planned-meeting.not-alone',
        'See to it now that nobody goes alone: with a responsible adult who knows of it, or not at all.',
      );
      await world.do('p-dsl', 'planned-meeting.not-alone', 'Her aunt knows, and goes along.');
      await close(world, 'p-dsl');
      world.sees('p-dsl', 'Open it again');
      await world.report(plan);
      await world.take('p-dsl');
      await world.triage('p-dsl', 'planned-meeting');
      await keptOpenBy(
        world,
        'p-dsl',
        'planned-meeting.police',
        'Call the police if an adult may be behind it',
        'Do it, or say why not',
      );
      world.fromHere();
      await world.report({ ...plan, danger: 'tonight' });
      world.told('p-dsl');
      world.received('p-dsl', 'Safeguarding: urgent, please open now.');
      await world.report(plan);
      await world.take('p-dsl');
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await world.triage('p-dsl', 'planned-meeting');
      world.channelSees(channel, 'Safeguarding: urgent, please open now.');
    },
  );

  obligation(
    'CM-EML-e',
    'guided',
    'a difficult e-mail to a parent is copied to a line manager or head of department',
    async (world) => {
      await world.say('p-sam', 'what do I do if I write to parents about something contentious');
      world.sees(
        'p-sam',
        'Copy it to your line manager or to the head of your department, and keep the language professional.',
      );
      world.sees('p-sam', 'Do not send it from a private address.');
      world.sees('p-sam', 'section E-mail');
    },
  );

  obligation(
    ['CM-MOB-a', 'CM-PUP-c'],
    'guided',
    'visitors keep phones silent and at their own risk, and pupils call home from a school phone',
    async (world, met) => {
      await world.say('p-office', 'visitor');
      world.sees(
        'p-office',
        'Ask them to keep it silent, and say that whatever they bring is at their own risk.',
      );
      met('CM-MOB-a');
      await world.say('p-sam', 'what do I do if a pupil must call home');
      world.sees('p-sam', "They may use a school phone. Parents ring the office, not the pupil's phone.");
      world.sees('p-sam', '01632 960410');
      met('CM-PUP-c');
    },
  );

  obligation(
    'CM-INC-b',
    'recorded',
    'pupils’ work on screens is looked at every four weeks, and what was seen is kept',
    async (world) => {
      await daysGoBy(world, 49);
      world.received(
        'p-leader',
        "Look at pupils' work on screens and write it down. It was due on 11 January 2027.",
      );
      await doDuty(world, 'p-leader', 'work-seen', { evidence: '' });
      world.refused('p-leader', 'Not saved yet. Say what was done, or where it can be seen.');
      await doDuty(world, 'p-leader', 'work-seen', {
        no: ['all', 'passed'],
        evidence: 'Groups 1 and 2: folders looked at, 12 January.',
      });
      world.received('p-leader', 'Something to put right: Was work of every group looked at?');
      world.received('p-leader', 'Something to put right: Was every worry passed on as a concern?');
      world.received('p-head', "Look at pupils' work on screens and write it down. It was done on");
      await world.press('p-head', 'See what was done');
      world.sees('p-head', 'Groups 1 and 2: folders looked at, 12 January.');
      world.sees('p-leader', 'It is due again on 9 February 2027.');
    },
  );
});
