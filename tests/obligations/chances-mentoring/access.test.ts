import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import { doDuty, joins } from './acts.ts';

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    'CM-NET-a',
    'executed',
    'nobody gets a login before it is known when they signed the policy',
    async (world) => {
      await world.say('p-leader', 'network access');
      world.sees(
        'p-leader',
        'First the e-safety policy is read, and signed that it is understood. Then a login is made.',
      );
      world.sees('p-leader', 'Nobody lends a login in the meantime.');
      const signed = { who: 'Cleo Dunn, a mentor', signed: '2026-11-23', kept: 'In the staff file' };
      await pass(world, 'p-leader', 'new login', { ...signed, signed: '' });
      world.refused('p-leader', 'On which day did they sign the policy?');
      await pass(world, 'p-leader', 'new login', { ...signed, kept: '' });
      world.refused('p-leader', 'Where is the signature kept?');
      await pass(world, 'p-leader', 'new login', { ...signed, who: '' });
      world.refused('p-leader', 'Who is it for?');
      world.hearsNothing('p-it');
      await pass(world, 'p-leader', 'new account', signed);
      world.told('p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', /Cleo Dunn, a mentor[\s\S]*23 November 2026[\s\S]*In the staff file/);
      await world.press('p-it', 'Not for us, because', { done: 'The signature is not in the file.' });
      await world.press('p-leader', 'Open');
      world.sees('p-leader', 'The signature is not in the file.');
      world.hearsNothing('p-leader-2');
      await pass(world, 'p-it', 'new login', signed);
      world.received('p-leader-2', 'A colleague has passed something on.');
    },
  );

  obligation(
    'CM-NET-b',
    'executed',
    'IT says of everybody new that the login is their own, and that the information system has another password',
    async (world) => {
      await daysGoBy(world, 1);
      await joins(world, 'p-con', 'main');
      await world.advance({ hours: 24 });
      world.received('p-it', 'Give somebody new a login of their own.');
      await doDuty(world, 'p-it', 'login', { no: ['signed', 'own', 'mis'] });
      for (const question of [
        'Have they signed that they read and understood the e-safety policy?',
        'Do they have a user name and a password that nobody else has?',
        'Does the management information system ask for a separate password?',
      ])
        world.received('p-it', `Something to put right: ${question}`);
      world.received('p-leader', 'Give somebody new a login of their own. It was done on');
    },
  );
});
