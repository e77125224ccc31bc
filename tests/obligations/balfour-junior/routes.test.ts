import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrganisationFolder } from '../../../src/compose/organisation.ts';
import { obligations } from '../../support/obligations.ts';
import { incidentLog, pass } from '../../support/obligations-acts.ts';
import { findsInRecord, numbersAre, POLICIES, seesAll } from './acts.ts';

const HERE = 'tests/obligations/balfour-junior/organisation';
const { warnings } = await loadOrganisationFolder(HERE, POLICIES);

/** What the start warns of where nobody is the deputy. */
async function withoutDeputy(): Promise<readonly string[]> {
  const copy = await mkdtemp(join(tmpdir(), 'people-'));
  await cp(HERE, copy, { recursive: true });
  const file = join(copy, 'people.csv');
  await writeFile(file, (await readFile(file, 'utf8')).replace('deputy@main staff@main', 'staff@main'));
  return (await loadOrganisationFolder(copy, POLICIES)).warnings;
}

const TICKS = ['told', 'mark', 'images', 'self-harm', 'missing', 'hate', 'message', 'rules'] as const;
/** What a lead may name, and what then has to be done. */
const KINDS = [
  ['csae', 'Ask the child how they want to be part of what happens'],
  ['exploitation', 'A child who is used for crime is being hurt'],
  ['radicalisation', 'Make a Prevent referral, or write down why not'],
  ['commerce', 'Does somebody want money, or threaten to share a picture?'],
  ['low-level', 'Looking at earlier worries, is there a pattern?'],
  ['deletion', 'Decide if anyone still needs it'],
] as const;

const NUMBERS = [
  'Emergency services 999',
  'Police 101',
  "Children's social care 01632 960430",
  'NSPCC Helpline 0808 800 5000',
];

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-3.3f',
    'executed',
    'every worry goes to the lead, then to the deputies, with the steps for it',
    async (world) => {
      await world.report({ by: 'p-vol', ticks: TICKS });
      world.told('p-head');
      world.sees('p-vol', 'It is on its way to the designated safeguarding lead (DSL).');
      await numbersAre(world, 'p-vol', ...NUMBERS);
      await world.advance({ minutes: 30 });
      world.told('p-deputy', 'p-vol');
      world.hearsNothing('p-leader');
      await world.advance({ minutes: 30 });
      world.received('p-leader', 'New, 24 November 10:05.');
      for (const other of ['p-governor', 'p-it', 'p-complaints', 'p-chair']) world.hearsNothing(other);
      await world.take('p-head');
      for (const step of [
        'Decide if it is safe for the child to go home today.',
        'what the child and the adults say happened',
        'Is an adult part of it, or was the child forced, tricked or paid?',
        'Make sure that the child is not left alone.',
        'Search the building and grounds now.',
        'Keep what was written. Report it to the site or the app where it stands.',
        'Write down who got it, when, from where, and what it says.',
      ])
        await findsInRecord(world, 'p-head', new RegExp(step));
      for (const [kind, step] of KINDS) {
        await world.report({ ticks: ['feeling'] });
        await world.take('p-head');
        await world.triage('p-head', kind);
        await findsInRecord(world, 'p-head', new RegExp(step.replace('?', '\\?')));
      }
      const channel = await world.bindChannel(['p-head', 'p-deputy']);
      await world.report({ by: 'p-con', ticks: ['home'] });
      world.channelSees(channel, 'New, 24 November');
    },
  );

  obligation(
    'BJ-3.3a',
    'executed',
    'who the deputies are is bound here, and the start warns where nobody is',
    async (world) => {
      expect(await withoutDeputy()).toContainEqual(expect.stringContaining('Nobody is "deputy" at "main"'));
      expect(warnings).not.toContainEqual(expect.stringContaining('"deputy"'));
      await world.say('p-con', 'contacts');
      world.sees('p-con', 'Vera Wynn Designated safeguarding lead (DSL)');
      world.sees('p-con', 'Nadia Marsh Deputy safeguarding lead');
      await world.report({ connected: ['p-head'] });
      world.told('p-deputy');
    },
  );

  obligation(
    'BJ-3.5e',
    'executed',
    'sexual violence or harassment is urgent, online or not: it could happen here',
    async (world) => {
      const story = { seen: 'Groping in the queue.', where: 'The yard, nothing online' };
      await world.report({ ticks: ['between-children'], story });
      world.told('p-head');
      world.received('p-head', 'Urgent');
      world.sees('p-sam', 'Take it seriously, online or not. It could happen here.');
      await world.press('p-sam', 'Why?');
      world.sees(
        'p-sam',
        /safeguarding lead \(DSL\): Balfour Junior School online safety policy, sections 3\.5 and 3\.3/,
      );
      await numbersAre(world, 'p-sam', ...NUMBERS);
      await world.advance({ minutes: 30 });
      world.told('p-deputy', 'p-sam');
      await world.advance({ minutes: 30 });
      world.received('p-leader', 'Urgent');
      await world.take('p-head');
      await world.triage('p-head', 'svsh', { offence: 'unsure' });
      await findsInRecord(
        world,
        'p-head',
        /It could happen here, online or not\. Take every pupil seriously, and never call it banter\./,
      );
      const channel = await world.bindChannel(['p-head', 'p-deputy']);
      await world.report({ ticks: ['feeling'] });
      world.seesNot('p-sam', 'It could happen here');
      await world.report({ ticks: ['between-children'] });
      world.channelSees(channel, 'Urgent');
    },
  );

  obligation(
    'BJ-6.2a',
    'executed',
    'whoever saw it can report it, and pupils who saw it are part of it',
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
      await world.take('p-head');
      seesAll(world, 'p-head', 'Saw it: Jo Frith', 'No, a pupil told them.', '"They sent it to everybody."');
    },
  );

  obligation(
    'BJ-3.4d',
    'executed',
    'what the ICT manager finds is logged, and the lead owns it',
    async (world) => {
      await world.report({ by: 'p-it', ticks: ['online'], story: { seen: 'Threats on the class board.' } });
      world.told('p-head');
      await world.take('p-head');
      seesAll(world, 'p-head', 'Reported by: Ivo Stone', 'Threats on the class board.');
      await world.triage('p-head', 'cyberbullying');
      expect(await world.canDo('p-head', 'cyberbullying.behaviour')).toBe(true);
      expect((await incidentLog(world, 'p-head'))[1]?.[4]).toContain('Ivo Stone, signed in');
      await world.say('p-it', 'my reports');
      await world.press('p-it', 'Open');
      world.sees('p-it', 'The safeguarding lead has it.');
      await world.say('p-it', 'log');
      world.refused('p-it', 'There is nothing here for you.');
    },
  );

  obligation(
    'BJ-9b',
    'executed',
    'a worry about the security of a device goes to the headteacher, not to ICT',
    async (world) => {
      await world.say('p-sam', 'lost device');
      seesAll(world, 'p-sam', 'The headteacher advises. Say so also if you are not sure.', 'section 9');
      const boxes = { device: 'Laptop 4', what: 'Left on a train, Monday.', locked: 'Yes, both.' };
      for (const [box, label] of [
        ['device', 'Which device?'],
        ['what', 'What happened, where and when?'],
        ['locked', 'Does it have a password, and is its disk encrypted?'],
      ] as const) {
        await pass(world, 'p-sam', 'unsafe device', { ...boxes, [box]: '' });
        world.refused('p-sam', `Please fill in: ${label}`);
      }
      await pass(world, 'p-sam', 'stolen device', boxes);
      world.told('p-head');
      await world.press('p-head', 'Open');
      seesAll(world, 'p-head', 'Left on a train, Monday.', 'Yes, both.');
      await world.advance({ hours: 24 * 6 });
      world.hearsNothing('p-it');
      await world.press('p-head', 'Done', { done: 'Locked from here, passwords changed.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'Locked from here, passwords changed.');
    },
  );
});
