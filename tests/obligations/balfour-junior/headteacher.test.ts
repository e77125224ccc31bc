import { loadOrganisationFolder } from '../../../src/compose/organisation.ts';
import { obligations } from '../../support/obligations.ts';
import { incidentLog } from '../../support/obligations-acts.ts';
import { withRole } from '../../support/search.ts';
import { findsInRecord, numbersAre, POLICIES, seesAll, stepSays } from './acts.ts';

const HERE = 'tests/obligations/balfour-junior/organisation';
const { directory } = await loadOrganisationFolder(HERE, POLICIES);

const LADO = 'Local authority designated officer (LADO) 01632 960440';
const POLICE = 'Police 101';
const EMERGENCY = 'Emergency services 999';
const SOCIAL_CARE = "Children's social care 01632 960430";
const WHISTLEBLOWING = 'NSPCC Whistleblowing Advice Line 0800 028 0285';

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-3.3b',
    'executed',
    'the headteacher is the lead, so a worry about the headteacher goes past the leads to the chair',
    async (world) => {
      await world.report({
        adult: ['p-head'],
        ticks: ['adult-behaviour'],
        story: { seen: 'Shouted at a pupil.' },
      });
      world.told('p-chair');
      world.sees('p-sam', 'It is on its way to someone who is not involved.');
      await world.press('p-sam', 'Why?');
      world.sees(
        'p-sam',
        /someone who is not involved: Balfour Junior School online safety policy, section 3\.3; Department for Education/,
      );
      await numbersAre(world, 'p-sam', EMERGENCY, POLICE, LADO, WHISTLEBLOWING);
      await world.take('p-chair');
      world.sees('p-chair', 'Shouted at a pupil.');
      await findsInRecord(world, 'p-chair', /Call the LADO within one working day/);
      await world.report({ by: 'p-pip', adult: 'unsure', ticks: ['feeling'] });
      world.told('p-chair');
      await world.press('p-pip', 'Why?');
      world.sees(
        'p-pip',
        /someone who is not involved: Balfour Junior School online safety policy, section 3\.3;/,
      );
      await numbersAre(world, 'p-pip', EMERGENCY, POLICE, SOCIAL_CARE, LADO, WHISTLEBLOWING);
      await world.report({ danger: 'now', alert: 'independent' });
      world.told('p-chair');
      await world.advance({ hours: 2 });
      for (const other of ['p-head', 'p-deputy', 'p-leader', 'p-governor']) world.hearsNothing(other);
      await world.say('p-head', 'log');
      expect(await incidentLog(world, 'p-head')).toHaveLength(1);
      await world.report({ adult: ['p-deputy'] });
      world.received('p-head', 'New, ');
      world.hearsNothing('p-deputy');
    },
  );

  obligation(
    'BJ-5c',
    'executed',
    'what a parent worries about goes to the headteacher first, and about the headteacher to the chair',
    async (world) => {
      for (const words of [
        'a worried parent rings',
        'a parent asks about games',
        'what do I do if a parent is worried',
      ]) {
        await world.say('p-sam', words);
        world.sees('p-sam', 'a parent is worried or has a question');
      }
      seesAll(
        world,
        'p-sam',
        'Their first contact is the headteacher, who is also the safeguarding lead.',
        'Then report it here, as told by a parent. About the headteacher? It goes to the chair of governors.',
        'section 5',
      );
      await world.report({ ticks: ['online'], story: { heard: 'parent', 'told-by': 'The mother, 08:40' } });
      world.told('p-head');
      await world.take('p-head');
      world.sees('p-head', 'No, a parent or carer told them. The mother, 08:40');
      await world.report({ adult: ['p-head'], story: { heard: 'parent', seen: 'The father complained.' } });
      world.told('p-chair');
      world.never('p-head', 'The father complained.');
      // Where two share the post, the other one does not hear of it either, and cannot be told.
      world.hearsNothing('p-leader');
      await world.take('p-chair');
      await world.openStep('p-chair', 'any-concern.inform-head');
      world.sees('p-chair', 'Nobody can be told here.');
    },
    { directory: withRole(directory, ['p-leader'], 'headteacher') },
  );

  obligation(
    'BJ-10b',
    'executed',
    'misuse by a colleague goes to the headteacher and by the disciplinary procedures, and the colleague hears nothing',
    async (world) => {
      await world.report({
        adult: ['p-it'],
        ticks: ['online'],
        story: { seen: 'A private shop on the school site.' },
      });
      world.told('p-head');
      await world.press('p-sam', 'Why?');
      world.sees(
        'p-sam',
        /someone who is not involved: Balfour Junior School online safety policy, section 10; Department for Education/,
      );
      await numbersAre(world, 'p-sam', EMERGENCY, POLICE, SOCIAL_CARE, LADO);
      await world.take('p-head');
      await world.triage('p-head', 'staff-misuse');
      expect(await world.canDo('p-head', 'staff-misuse.conduct')).toBe(false);
      await world.answer('p-head', 'staff-misuse.harm', 'No');
      await stepSays(
        world,
        'p-head',
        'staff-misuse.conduct',
        /Follow the staff disciplinary procedures[\s\S]*section 10/,
      );
      await world.workThrough('p-head', { except: ['conduct'] });
      await world.close('p-head', { confirmed: 'yes' });
      world.refused('p-head', 'Follow the staff disciplinary procedures');
      const channel = await world.bindChannel(['p-head', 'p-deputy']);
      world.fromHere();
      await world.report({ adult: ['p-pip'] });
      world.told('p-head');
      expect(world.org.post.box(channel)).toEqual([]);
      await world.advance({ minutes: 30 });
      world.told('p-chair', 'p-sam');
      world.received('p-chair', 'New, 24 November 10:05.');
      for (const other of ['p-it', 'p-pip', 'p-deputy', 'p-leader']) world.hearsNothing(other);
    },
  );
});
