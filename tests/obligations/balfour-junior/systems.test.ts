import { obligations } from '../../support/obligations.ts';
import { pass } from '../../support/obligations-acts.ts';
import { findsInRecord, seesAll, staysOpenFor, stepSays } from './acts.ts';

const BREACH = {
  ticks: ['filter'],
  story: {
    seen: 'A fight came up.',
    page: 'games.example/x',
    device: 'Tablet 7',
    date: '2026-11-24',
    time: '09:40',
    when: 'exact',
  },
} as const;

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-3.5b',
    'executed',
    'a filter that failed is told to the lead and, without a name, to the ICT manager',
    async (world) => {
      await world.fill(BREACH);
      world.sees('p-sam', 'The ICT manager gets this part only: the address, the device and the time.');
      await world.press('p-sam', 'Send it');
      world.told('p-head', 'p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', /games\.example\/x\nTablet 7\n2026-11-24 09:40/);
      world.never('p-it', /Robin|fight/);
      await world.report({ ticks: ['filter'], story: { seen: 'A fight came up.' } });
      await world.take('p-head');
      await stepSays(
        world,
        'p-head',
        'filter-failure.technical',
        /The ICT manager is told the page, the device and the time, and nothing about a pupil\.[\s\S]*section 3\.5/,
      );
      await stepSays(
        world,
        'p-head',
        'filter-breach.block',
        /Ask the ICT manager to block it, without looking\.\n[^\n]*section 3\.4/,
      );
      await staysOpenFor(
        world,
        'p-head',
        ['technical'],
        /Left to do: 1\.\n- The ICT manager is told the page/,
      );
      world.fromHere();
      await world.step('p-head', 'filter-failure.technical', { text: 'A game site, today.' });
      world.told('p-it');
    },
  );

  obligation(
    'BJ-3.5c',
    'executed',
    'nobody goes around the filter before a yes, and a yes has a ticket, a class and an end',
    async (world) => {
      const asked = {
        page: 'bodies.example',
        purpose: 'Health',
        class: '5B',
        until: '2026-11-26',
        ticket: 'T-77',
      };
      await world.say('p-sam', 'filter bypass');
      seesAll(
        world,
        'p-sam',
        'Ask in the ticket system first. Write its number here.',
        'Do not go around the filter before somebody has said yes.',
        'section 3.5',
      );
      for (const [box, label] of [
        ['page', 'Which site or page?'],
        ['purpose', 'What will you teach with it?'],
        ['class', 'For which class?'],
        ['until', 'Until when?'],
        ['ticket', 'The number in the ticket system'],
      ] as const) {
        await pass(world, 'p-sam', 'blocked site', { ...asked, [box]: '' });
        world.refused('p-sam', `Please fill in: ${label}`);
      }
      await pass(world, 'p-sam', 'bypass the filter', asked);
      world.told('p-it');
      world.sees('p-sam', 'With the ICT manager. No answer yet.');
      await world.press('p-it', 'Open');
      seesAll(world, 'p-it', 'T-77', '5B');
      await world.press('p-it', 'Decline', { reason: '' });
      world.refused('p-it', 'Please write a few words');
      await world.press('p-it', 'Approve', { reason: '' });
      world.sees('p-it', 'Approved');
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Approved');
      await world.advance({ hours: 24 * 3 });
      world.received('p-it', 'This ended on 26 November 2026: end it now.');
      world.hearsNothing('p-head');
      await pass(world, 'p-sam', 'blocked page', { ...asked, until: '2026-12-30' });
      await world.advance({ hours: 24 * 5 });
      world.received('p-head', 'It needs a yes or a no from you.');
      await world.press('p-head', 'Open');
      await world.press('p-head', 'Approve');
      world.sees('p-head', 'Approved');
    },
  );

  obligation('BJ-7b', 'executed', 'an alert of the monitoring becomes a case of the lead', async (world) => {
    await world.say('p-it', 'alert');
    const alert = {
      seen: 'Search for ways to hurt oneself.',
      also: 'online',
      device: 'Laptop 12',
      adult: 'no',
      'name-1': 'Robin Vale',
    };
    await world.press('p-it', 'Continue', alert);
    await world.press('p-it', 'Send it');
    world.told('p-head');
    await world.press('p-head', 'Open');
    await world.press('p-head', 'Read the record');
    await world.press('p-head', 'I have this');
    world.sees('p-head', 'No, it came from a filter or monitoring alert.');
    await findsInRecord(
      world,
      'p-head',
      /Write down what the alert says, when it came, and from which device\.\n[^\n]*section 7/,
    );
    await world.close('p-head', { confirmed: 'yes' });
    world.refused('p-head', 'You cannot close this yet.');
  });
});
