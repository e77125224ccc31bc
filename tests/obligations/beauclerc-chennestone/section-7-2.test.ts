import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import { caseFor, doDuty, logRows, pageWith, seesAll } from './acts.ts';

const BREACH = {
  ticks: ['filter'],
  story: {
    seen: 'A fighting game came up.',
    page: 'games.example/fight',
    device: 'Tablet 7',
    date: '2026-11-24',
    time: '09:40',
    when: 'exact',
  },
} as const;

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-7.2a',
    'executed',
    'a review asks if too much is blocked, and staff can have a page opened for a lesson',
    async (world) => {
      await pass(world, 'p-sam', 'blocked page', {
        page: 'bodies.example',
        why: 'Health, year 6',
        until: '2026-12-01',
      });
      await world.press('p-dsl', 'Open');
      world.sees('p-dsl', 'bodies.example');
      await world.press('p-dsl', 'Approve');
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Approved');
      await daysGoBy(world, 8);
      await world.press('p-dsl', 'It is ended');
      world.received('p-sam', 'It was for use until 1 December 2026. It is ended now.');
      await world.advance({ hours: 24 * 37 });
      await doDuty(world, 'p-head', 'filter-review', { no: ['over-blocking'] });
      world.received(
        'p-it',
        'Can everyone reach what teaching and safeguarding need, so that not too much is blocked?',
      );
      await world.press('p-head', 'See what was done');
      world.sees('p-head', 'Do staff know that a filter does not replace their own eyes? **Yes**');
    },
  );

  obligation(
    'BC-7.2b',
    'executed',
    'the technical lead confirms that the filter blocks the list of abuse pages, or puts it right',
    async (world) => {
      await daysGoBy(world, 48);
      await doDuty(world, 'p-it', 'iwf-check', { no: ['iwf'] });
      world.received(
        'p-it',
        "Something to put right: Does the filter block every page on the Internet Watch Foundation's list?",
      );
      world.received(
        'p-dsl',
        "Check that the filter blocks the Internet Watch Foundation's list. It was done on",
      );
      await world.press('p-it', 'It is put right');
      await world.press('p-it', 'Save it', { what: 'The list is on again.' });
      world.sees('p-it', 'It was put right on');
    },
  );

  obligation(
    'BC-7.2c',
    'guided',
    'the screen goes off, and the lead and the technical lead hear at once',
    async (world) => {
      await world.say('p-sam', 'advice unsuitable-page');
      seesAll(world, 'p-sam', 'Have the screen turned off, at once.', 'Do not open the page again to check.');
      seesAll(
        world,
        'p-sam',
        'Tell the safeguarding lead or the technical lead.',
        'CEOP',
        'Internet Watch Foundation',
      );
      await world.report(BREACH);
      world.told('p-dsl', 'p-it');
      world.sees('p-sam', 'Ask learners to turn the screen off and to come to you.');
      await world.press('p-it', 'Open');
      world.sees('p-it', /games\.example\/fight\nTablet 7\n2026-11-24 09:40/);
      world.never('p-it', /Robin|fighting/);
    },
  );

  obligation(
    'BC-7.2d',
    'executed',
    'page, time, device and learner are written down, or the case stays open',
    async (world) => {
      await world.report(BREACH);
      await world.take('p-dsl');
      world.sees('p-dsl', /Robin Vale[\s\S]*games\.example\/fight[\s\S]*Tablet 7/);
      await world.workThrough('p-dsl', { except: ['filter-breach.log'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Write down the address of the page, the time, the device and who saw it.');
      await world.do('p-dsl', 'filter-breach.log', 'games.example/fight, 09:40, tablet 7, Robin Vale.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      expect((await logRows(world, 'p-dsl')).flat().join('\n')).toContain('A fighting game came up.');
    },
  );

  obligation(
    'BC-7.2e',
    'executed',
    'what may be against the law goes to the police at once, with nobody asked first',
    async (world) => {
      await world.report(BREACH);
      await world.take('p-dsl');
      await world.triage('p-dsl', 'filter-breach', { offence: 'yes' });
      world.sees('p-dsl', /Tell the police or CEOP at once[^\n]*\n[^\n]*section 7\.2\.2\nDue today 11:05\./);
      await world.openStep('p-dsl', 'filter-breach.police');
      world.sees('p-dsl', "You need nobody's approval to call.");
      for (const agency of ['Police', 'CEOP', 'Internet Watch Foundation']) world.sees('p-dsl', agency);
      await world.workThrough('p-dsl', { except: ['filter-breach.police', 'tell-parents'] });
      await pageWith(world, 'p-dsl', /Tell the parents/);
      expect(await world.canDo('p-dsl', 'any-concern.tell-parents')).toBe(false);
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Tell the police or CEOP at once');
      await world.refer('p-dsl', 'filter-breach.police', { agency: 'police', reference: 'P-12' });
      expect(await world.canDo('p-dsl', 'any-concern.tell-parents')).toBe(true);
    },
  );

  obligation(
    ['BC-7.2.3a', 'BC-7.2.3b'],
    'executed',
    'an alert of the monitoring becomes a case, and a lead answers it and writes it down',
    async (world, met) => {
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
      world.received('p-dsl', 'New, 24 November 10:05.');
      met('BC-7.2.3a');
      const id = caseFor(world, 'p-dsl');
      await world.take('p-dsl', id);
      // Nobody names the kind: that it came from an alert is known.
      await pageWith(world, 'p-dsl', /Write down what the alert says/);
      world.sees('p-dsl', 'Write down what the alert says, when it came, and from which device.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'You cannot close this yet.');
      await world.step('p-dsl', 'monitoring-alert.read', { note: 'At 10:02, laptop 12.' }, id);
      await world.step('p-dsl', 'monitoring-alert.child', { answer: 'Yes' }, id);
      await pageWith(world, 'p-dsl', /Make sure that the child is safe/);
      world.sees(
        'p-dsl',
        'Make sure that the child is safe, and that somebody they trust speaks with them today.',
      );
      met('BC-7.2.3b');
    },
  );
});
