import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrganisationFolder } from '../../../src/compose/organisation.ts';
import { obligations } from '../../support/obligations.ts';
import { found, ownReport, pageWith, policies } from './acts.ts';

const HERE = 'tests/obligations/b2-mentoring/organisation';

/** The people with one text put in the place of another. */
async function peopleWith(from: string, to: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'people-'));
  await cp(HERE, copy, { recursive: true });
  const file = join(copy, 'people.csv');
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
  return copy;
}

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    'B2-1b',
    'executed',
    'a worry is named, answered, and called on when nobody answers',
    async (world) => {
      await world.report({ ticks: ['told'] });
      world.told('p-dsl');
      world.sees('p-sam', 'It is on its way to the designated safeguarding lead (DSL).');
      await ownReport(world, 'p-sam');
      world.sees('p-sam', /Emergency services 999\nPolice 101\nChildren's social care 01632 960430/);
      await world.advance({ minutes: 30 });
      world.told('p-deputy', 'p-sam');
      world.hearsNothing('p-leader');
      await world.advance({ minutes: 30 });
      world.received('p-leader', 'New, 24 November 10:05.');
      await world.advance({ hours: 4 });
      world.received('p-director', 'has not been answered');
      world.never('p-director', /Robin|Vale/);
      await world.take('p-deputy');
      await world.triage('p-deputy', 'csae');
      await pageWith(world, 'p-deputy', /Call the police at once\./);
      world.sees('p-deputy', 'Call the police at once.');
    },
  );

  obligation(
    'B2-3.2a',
    'executed',
    'without a bound lead nothing starts, and everybody finds who it is',
    async (world) => {
      const nobody = await peopleWith('dsl@main staff@main', 'staff@main');
      await expect(loadOrganisationFolder(nobody, policies())).rejects.toThrow('Nobody is "dsl" at "main"');
      await expect(loadOrganisationFolder(HERE, policies())).resolves.toBeDefined();
      expect(await found('role.unbound')).toEqual([expect.stringContaining('stands only in another policy')]);
      await world.say('p-con', 'contacts');
      world.sees('p-con', 'Iris Kay Designated safeguarding lead (DSL)');
      world.sees('p-con', 'Nadia Marsh Deputy safeguarding lead');
    },
  );

  obligation(
    'B2-3.2c',
    'executed',
    'every kind of worry goes to the lead, with the steps for it',
    async (world) => {
      const ticks = ['told', 'mark', 'images', 'self-harm', 'missing', 'hate', 'filter', 'message'] as const;
      await world.report({ by: 'p-vol', ticks });
      world.told('p-dsl');
      await world.take('p-dsl');
      for (const step of [
        'Decide if it is safe for the child to go home today.',
        'what the child and the adults say happened',
        'Is an adult part of it, or was the child forced, tricked or paid?',
        'Make sure that the child is not left alone.',
        'Search the building and grounds now.',
        'Keep what was written. Report it to the site or the app where it stands.',
        'Ask whoever runs the filter to block it',
        'Write down who got it, when, from where, and what it says.',
        'Write down what it is, who holds it, where, and why.',
      ]) {
        await pageWith(world, 'p-dsl', new RegExp(step));
        world.sees('p-dsl', step);
      }
      world.hearsNothing('p-director');
      world.fromHere();
      await world.step('p-dsl', 'any-concern.inform-head', { text: 'A worry; everybody is safe.' });
      world.told('p-director', 'p-director-2');
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await world.report({ by: 'p-con', ticks: ['feeling'] });
      world.channelSees(channel, 'New, 24 November 10:05.');
      world.hearsNothing('p-leader');
    },
  );

  obligation(
    'B2-3.3d',
    'executed',
    'sexual harassment offline is taken as it is online, urgent, and goes to the lead',
    async (world) => {
      const story = { seen: 'Groping in the queue.', where: 'The yard, nothing online' };
      await world.report({ ticks: ['between-children'], story });
      world.told('p-dsl');
      world.received('p-dsl', 'Urgent');
      world.sees('p-sam', 'Take it seriously, online or offline. It could happen here.');
      await ownReport(world, 'p-sam');
      world.sees('p-sam', /Emergency services 999\nPolice 101\nChildren's social care 01632 960430/);
      await world.advance({ minutes: 30 });
      world.told('p-deputy', 'p-sam');
      await world.advance({ minutes: 30 });
      world.received('p-leader', 'New, 24 November 10:05.');
      await world.take('p-dsl');
      await world.triage('p-dsl', 'svsh', { offence: 'unsure' });
      await pageWith(world, 'p-dsl', /Online or offline/);
      world.sees('p-dsl', 'Online or offline: it could happen here. Take every student seriously');
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await world.report({ ticks: ['feeling'] });
      world.seesNot('p-sam', 'It could happen here');
      await world.report({ ticks: ['between-children'], story });
      world.channelSees(channel, 'Urgent');
    },
  );

  obligation(
    'B2-5b',
    'executed',
    'what a parent worries about goes to the safeguarding lead first',
    async (world) => {
      await world.say('p-sam', 'what do I do if a worried parent stops me');
      world.sees('p-sam', 'Their first contact is the safeguarding lead: give them the number.');
      world.sees('p-sam', '01632 960410');
      world.sees('p-sam', 'Then report it here, as told by a parent or carer.');
      await world.report({ ticks: ['online'], story: { heard: 'parent', 'told-by': 'The mother, 09:30' } });
      world.told('p-dsl');
      await world.take('p-dsl');
      world.sees('p-dsl', 'No, a parent or carer told them. The mother, 09:30');
      world.hearsNothing('p-leader');
    },
  );

  obligation(
    'B2-6.2a',
    'executed',
    'students report, also as witnesses, through whoever they tell',
    async (world) => {
      await world.fill({ by: 'p-pip', ticks: ['online'], story: { heard: 'saw' } });
      world.sees('p-pip', 'How you know: I saw or heard it (also as a witness)');
      await world.report({
        ticks: ['online', 'told'],
        children: [
          { name: 'Robin Vale', part: 'harmed' },
          { name: 'Jo Frith', part: 'saw' },
        ],
        story: { heard: 'child', 'child-words': '"They sent it to everybody."' },
      });
      await world.take('p-dsl');
      world.sees('p-dsl', 'Saw it: Jo Frith');
      world.sees('p-dsl', 'No, a student told them.');
      world.sees('p-dsl', '"They sent it to everybody."');
    },
  );

  obligation(
    'B2-A1b',
    'recorded',
    'what a student found is kept as told by a student, with the time',
    async (world) => {
      const story = { heard: 'child', 'told-by': 'Robin, at 10:15', page: 'clips.example' };
      await world.report({ ticks: ['online'], story });
      world.told('p-dsl', 'p-it');
      await world.take('p-dsl');
      world.sees('p-dsl', 'First-hand: No, a student told them. Robin, at 10:15');
      world.sees('p-dsl', 'Reported by: Sami Wells, today 10:05');
    },
  );

  obligation(
    'B2-A2b',
    'executed',
    'distressing material is told to the lead and to the ICT manager, who reads nothing of a student',
    async (world) => {
      const story = { seen: 'A film of a fight.', page: 'clips.example/v', device: 'Laptop 4' };
      await world.report({ ticks: ['online'], story });
      world.told('p-dsl', 'p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', 'clips.example/v\nLaptop 4');
      await world.take('p-dsl');
      world.sees('p-dsl', 'Sent with the report to the ICT manager');
      await world.report({ by: 'p-pip', ticks: ['filter'], story });
      world.told('p-dsl', 'p-it');
      await world.report({ ticks: ['online'], story: { seen: 'A film of a fight.' } });
      world.told('p-dsl');
      await world.take('p-dsl');
      await world.workThrough('p-dsl', { except: ['technical'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'The ICT manager is told the page, the device and the time');
      await world.step('p-dsl', 'distressing-material.technical', { text: 'A site with fights, today.' });
      world.told('p-it');
      world.never('p-it', /Robin|A film/);
      await world.report({ ticks: ['told'] });
      world.told('p-dsl');
    },
  );
});
