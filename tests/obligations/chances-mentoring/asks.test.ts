import { obligations } from '../../support/obligations.ts';
import { pass } from '../../support/obligations-acts.ts';

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    ['CM-NET-e', 'CM-IMG-b'],
    'executed',
    'music, shops and social networks are opened for a lesson, by a deputy principal, and until a day',
    async (world, met) => {
      await world.say('p-sam', 'unblock');
      world.sees('p-sam', 'Say what it is for in teaching. Nothing else opens a site.');
      world.sees('p-sam', 'Music, films, shopping, social networks and newsgroups stay closed until then.');
      const asked = { site: 'beats.example', purpose: 'Rhythm, group 2', until: '2026-12-01' };
      await pass(world, 'p-sam', 'music site', { ...asked, purpose: '' });
      world.refused('p-sam', 'What will pupils learn with it?');
      await pass(world, 'p-sam', 'music site', { ...asked, until: '' });
      world.refused('p-sam', 'Until when?');
      await pass(world, 'p-sam', 'music site', { ...asked, site: '' });
      world.refused('p-sam', 'Which site?');
      await pass(world, 'p-sam', 'music site', asked);
      world.told('p-leader', 'p-leader-2');
      world.hearsNothing('p-it');
      await world.press('p-leader', 'Open');
      world.sees('p-leader', /beats\.example[\s\S]*Rhythm, group 2/);
      await world.press('p-leader', 'Approve');
      await world.press('p-sam', 'Open');
      world.sees('p-sam', /Approved\.\nAnswered by: Rosa Quill/);
      await world.advance({ hours: 24 * 8 });
      world.received('p-leader', 'This ended on 1 December 2026: end it now.');
      met('CM-NET-e');
      await pass(world, 'p-sam', 'social network', {
        ...asked,
        site: 'friends.example',
        until: '2026-12-18',
      });
      await world.press('p-leader-2', 'Open');
      await world.press('p-leader-2', 'Decline');
      world.refused('p-leader-2', 'Not saved yet');
      await world.press('p-leader-2', 'Decline', { reason: 'Nothing there is for teaching.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', /Declined[\s\S]*Nothing there is for teaching\./i);
      met('CM-IMG-b');
    },
  );

  obligation(
    ['CM-NET-f', 'CM-NET-g'],
    'executed',
    'a laptop is lent for work only and comes back, and IT hears what is broken',
    async (world, met) => {
      await world.say('p-sam', 'borrow');
      world.sees('p-sam', 'It is for your work here and for nothing else, and nobody else uses it.');
      const loan = { device: 'Laptop 14', accept: 'I use it for my work only', until: '2026-12-18' };
      await pass(world, 'p-sam', 'borrow', { ...loan, accept: '' });
      world.refused('p-sam', 'Write: I use it for my work only');
      await pass(world, 'p-sam', 'borrow', { ...loan, device: '' });
      world.refused('p-sam', 'Which one, with its number?');
      await pass(world, 'p-sam', 'borrow', { ...loan, until: '' });
      world.refused('p-sam', 'Until when?');
      await pass(world, 'p-sam', 'borrow', loan);
      world.told('p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', /Laptop 14[\s\S]*I use it for my work only/);
      await world.press('p-it', 'Approve');
      await world.say('p-sam', 'my requests');
      world.sees('p-sam', 'Borrow a computer or laptop');
      await world.advance({ hours: 24 * 27 });
      world.received('p-it', 'This ended on 18 December 2026: end it now.');
      await pass(world, 'p-it', 'borrow', { ...loan, until: '2026-12-22' });
      world.received('p-leader', 'It needs a yes or a no from you.');
      met('CM-NET-f');
      world.fromHere();
      await pass(world, 'p-sam', 'fault', { what: 'The socket at table 3' });
      world.refused('p-sam', 'What is wrong with it?');
      world.sees('p-sam', 'Do not use it, and keep pupils away from it.');
      await pass(world, 'p-sam', 'fault', { wrong: 'It sparks.' });
      world.refused('p-sam', 'What is it, and where does it stand?');
      await pass(world, 'p-sam', 'fault', { what: 'The socket at table 3', wrong: 'It sparks.' });
      world.told('p-it');
      await pass(world, 'p-it', 'fault', { what: 'My own chair', wrong: 'It is broken.' });
      world.told('p-office');
      await world.press('p-it', 'Open');
      world.sees('p-it', /The socket at table 3[\s\S]*It sparks\./);
      await world.press('p-it', 'Done', { done: 'Switched off and taped over.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Switched off and taped over.');
      met('CM-NET-g');
    },
  );

  obligation(
    'CM-EML-f',
    'executed',
    'an e-mail to another organisation is written like a letter, and a deputy principal agrees where that is needed',
    async (world) => {
      await world.say('p-sam', 'external email');
      world.sees('p-sam', 'Write it with the care of a letter on headed paper, in our house style.');
      world.sees('p-sam', "Do not put a worry about a pupil in it. Calling for help needs nobody's yes.");
      await pass(world, 'p-sam', 'external e-mail', { to: 'The sports centre' });
      world.refused('p-sam', 'What does it say, in short?');
      await pass(world, 'p-sam', 'external e-mail', { about: 'We ask for the hall.' });
      world.refused('p-sam', 'Who gets it?');
      await pass(world, 'p-sam', 'external e-mail', {
        to: 'The sports centre',
        about: 'We ask for the hall.',
      });
      world.told('p-leader', 'p-leader-2');
      await world.press('p-leader', 'Open');
      world.sees('p-leader', /The sports centre[\s\S]*We ask for the hall\./);
      await world.press('p-leader', 'Decline', { reason: 'The hall is booked.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'The hall is booked.');
    },
  );

  obligation(
    'CM-MOB-c',
    'executed',
    'pictures and recordings wait for the principal, with purpose, who, consent, day and end',
    async (world) => {
      await world.say('p-sam', 'photo request');
      world.sees(
        'p-sam',
        'Do not take, record or share anything before the principal or a deputy principal has said yes.',
      );
      world.sees('p-sam', 'A pupil whose parents have not agreed is in no picture, film or recording.');
      const asked = {
        purpose: 'The summer display',
        who: 'Group 2; I take it',
        consent: 'Jo Kemp, on Monday: all seven',
        day: '2026-11-26',
        until: '2026-12-04',
      };
      for (const [box, label] of [
        ['purpose', 'What is it for?'],
        ['who', 'Who will be in it, and who takes it?'],
        ['consent', 'Who checked that the parents of everyone in it have agreed?'],
        ['day', 'On which day?'],
        ['until', 'Until when is it kept or shown?'],
      ] as const) {
        await pass(world, 'p-sam', 'photo request', { ...asked, [box]: '' });
        world.refused('p-sam', label);
      }
      world.hearsNothing('p-head');
      await pass(world, 'p-sam', 'recording', asked);
      world.told('p-head');
      await world.press('p-head', 'Open');
      for (const part of [
        'The summer display',
        'Group 2; I take it',
        'all seven',
        '26 November 2026',
        '4 December 2026',
      ])
        world.sees('p-head', part);
      await world.press('p-head', 'Approve');
      await world.press('p-sam', 'Open');
      world.sees('p-sam', /Approved\.\nAnswered by: Vera Wynn/);
      await world.advance({ hours: 24 * 13 });
      world.received('p-head', 'This ended on 4 December 2026: end it now.');
      world.fromHere();
      await pass(world, 'p-head', 'film', { ...asked, day: '2026-12-07', until: '2026-12-18' });
      world.told('p-leader', 'p-leader-2');
      await world.press('p-leader', 'Open');
      await world.press('p-leader', 'Decline');
      world.refused('p-leader', 'Not saved yet');
      await world.press('p-leader', 'Decline', { reason: 'One parent has not agreed.' });
      await world.press('p-head', 'Open');
      world.sees('p-head', 'One parent has not agreed.');
      world.hearsNothing('p-office');
    },
  );

  obligation(
    'CM-MOB-f',
    'executed',
    'pupils use phones in a lesson when a deputy principal has agreed to the activity, and no longer',
    async (world) => {
      await world.say('p-sam', 'phones in a lesson');
      world.sees('p-sam', 'You lead the activity, and each pupil asks you before a phone is turned on.');
      world.sees('p-sam', 'Nobody sends pictures or files from phone to phone.');
      const asked = { activity: 'A quiz on rivers', group: 'Group 3', until: '2026-11-26' };
      for (const [box, label] of [
        ['activity', 'What will pupils do with them?'],
        ['group', 'Which group?'],
        ['until', 'Until when?'],
      ] as const) {
        await pass(world, 'p-sam', 'phones in lesson', { ...asked, [box]: '' });
        world.refused('p-sam', label);
      }
      await pass(world, 'p-sam', 'pupils use phones', asked);
      world.told('p-leader', 'p-leader-2');
      await world.press('p-leader', 'Open');
      world.sees('p-leader', /A quiz on rivers[\s\S]*Group 3/);
      await world.press('p-leader', 'Approve');
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Approved.');
      await world.advance({ hours: 72 });
      world.received('p-leader', 'This ended on 26 November 2026: end it now.');
      // Where no deputy principal answers for two working days, the principal hears of it.
      await pass(world, 'p-sam', 'pupils use phones', { ...asked, until: '2026-12-18' });
      await world.advance({ hours: 24 * 4 });
      world.received('p-head', 'It needs a yes or a no from you.');
      world.hearsNothing('p-chair');
    },
  );
});
