import { obligations } from '../../support/obligations.ts';
import { daysGoBy, pass } from '../../support/obligations-acts.ts';
import { formSays, pageWith, seesAll } from './acts.ts';

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-9.1a',
    'executed',
    'an abusive message is a case, and the behaviour policy is followed before it closes',
    async (world) => {
      await world.report({ ticks: ['message'], story: { seen: 'Abuse was sent to a colleague by text.' } });
      seesAll(world, 'p-sam', 'If it may be a crime, say so here.', 'Do not post about it');
      world.told('p-dsl', 'p-head');
      await world.take('p-dsl');
      await world.workThrough('p-dsl', { except: ['disturbing-message.conduct'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'follow the staff behaviour policy, or the behaviour policy for a learner');
      await world.do('p-dsl', 'disturbing-message.conduct', 'Both learners were spoken to.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
    },
  );

  obligation(
    'BC-9.2a',
    'executed',
    'a phone of one’s own in a lesson needs the yes of the headteacher, and it ends',
    async (world) => {
      await world.say('p-sam', 'advice own-phone');
      seesAll(
        world,
        'p-sam',
        'Keep it off or silent in lessons and its Bluetooth hidden.',
        'In an emergency, ask the headteacher.',
      );
      await formSays(
        world,
        'p-sam',
        'personal phone',
        'Until the headteacher says yes, keep it silent and its Bluetooth off.',
        'Do not use it with learners, to take pictures, or to reach a learner or a family.',
      );
      await pass(world, 'p-sam', 'personal phone', {
        why: 'A relative is ill',
        lessons: 'This week',
        until: '2026-11-27',
      });
      world.told('p-head');
      world.hearsNothing('p-dsl');
      await world.press('p-head', 'Open');
      await world.press('p-head', 'Approve');
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Approved');
      await daysGoBy(world, 7);
      world.received('p-head', 'This ended on 27 November 2026: end it now.');
    },
  );

  obligation(
    'BC-9.2b',
    'executed',
    'a phone of one’s own used with learners goes to the headteacher',
    async (world) => {
      await world.say('p-sam', 'advice own-phone');
      world.sees('p-sam', 'Do not call, text or film a learner or a family with it.');
      await world.report({
        adult: ['p-pip'],
        ticks: ['rules'],
        story: { seen: 'Films the class with her own phone.' },
      });
      world.sees(
        'p-sam',
        'Nobody who works here uses a phone of their own to reach, film or teach a learner.',
      );
      world.told('p-head', 'p-dsl');
      world.never('p-dsl', /Pip|Harlow|Films/);
      await world.take('p-head');
      await pageWith(world, 'p-head', /LADO/);
      world.sees('p-head', 'Talk it through with the LADO within one working day.');
      await pageWith(world, 'p-head', /Act as the staff behaviour policy/);
      world.sees(
        'p-head',
        /Act as the staff behaviour policy[^\n]*\n[^\n]*\nFirst: Talk it through with the LADO/,
      );
      world.hearsNothing('p-pip');
    },
  );

  obligation(
    'BC-9.2c',
    'executed',
    'the headteacher calls the police about illegal content on a colleague’s phone, also where the colleague is a lead',
    async (world) => {
      await world.report({
        adult: ['p-dsl'],
        ticks: ['adult-behaviour'],
        story: { seen: 'Something illegal may be on her phone.' },
      });
      world.told('p-head');
      await world.take('p-head');
      await world.triage('p-head', 'staff-misuse', { offence: 'yes' });
      await world.workThrough('p-head', { except: ['staff-allegation.police'] });
      await world.close('p-head', { confirmed: 'yes' });
      world.refused(
        'p-head',
        'Call the police if it may be a crime or if there may be illegal content on a phone.',
      );
      await world.openStep('p-head', 'staff-allegation.police');
      world.notOffered('p-head', 'Not this time');
      await world.refer('p-head', 'staff-allegation.police', {
        agency: 'police',
        who: 'The duty desk',
        reference: 'P-99',
      });
      await world.press('p-head', 'What has been done');
      await world.press('p-head', 'Later');
      world.sees('p-head', /The duty desk[\s\S]*P-99/);
      await world.triage('p-head', 'deletion');
      await world.refer('p-head', 'deletion.police', { agency: 'police' });
      await world.decide('p-head', 'deletion.nobody-needs-it', 'Nobody needs it');
      await world.answer('p-head', 'deletion.nobody-hurt', 'No');
      await world.settle();
      world.hearsNothing('p-dsl');
      world.hearsNothing('p-deputy');
    },
  );

  obligation(
    'BC-9.4a',
    'executed',
    'a visitor who breaks the rules is spoken to, and a lead hears of it every time',
    async (world) => {
      await formSays(
        world,
        'p-sam',
        'visitor phone',
        'Ask them to put it away. Then tell us every time.',
        'If a learner may be hurt by it, report a concern as well.',
        'Do not take the device from a visitor.',
      );
      await pass(world, 'p-sam', 'visitor phone', {
        where: 'Playground, 9:00',
        what: 'A parent filmed the gate.',
      });
      world.told('p-dsl');
      await world.press('p-dsl', 'Open');
      world.sees('p-dsl', 'A parent filmed the gate.');
      await world.report({ ticks: ['rules'] });
      world.sees('p-sam', 'Ask a visitor to put a phone away, and tell us every time.');
    },
  );
});
