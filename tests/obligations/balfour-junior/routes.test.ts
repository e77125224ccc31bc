import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrganisationFolder } from '../../../src/compose/organisation.ts';
import { obligations } from '../../support/obligations.ts';
import { withRole } from '../../support/search.ts';
import { findsInRecord, incidentLog, POLICIES, pass, seesAll, stepSays } from './acts.ts';

const HERE = 'tests/obligations/balfour-junior/organisation';
const { directory, warnings } = await loadOrganisationFolder(HERE, POLICIES);

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
  ['deletion', "Decide if anyone still needs it"],
] as const;

obligations('balfour-junior', ({ obligation }) => {
  obligation('BJ-3.3f', 'executed', 'every worry goes to the lead, then to the deputies, with the steps for it', async (world) => {
    await world.report({ by: 'p-vol', ticks: TICKS });
    world.told('p-head');
    world.sees('p-vol', 'It is on its way to the designated safeguarding lead (DSL).');
    seesAll(world, 'p-vol', /Children's social care 01632 960430\nPolice 101/, 'NSPCC Helpline 0808 800 5000');
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
  });

  obligation(
    'BJ-3.3b',
    'executed',
    'the headteacher is the lead, so a worry about the headteacher goes past the leads to the chair',
    async (world) => {
      await world.report({ adult: ['p-head'], ticks: ['adult-behaviour'], story: { seen: 'Shouted at a pupil.' } });
      world.told('p-chair');
      world.sees('p-sam', 'It is on its way to someone who is not involved.');
      seesAll(world, 'p-sam', 'Local authority designated officer (LADO) 01632 960440', 'NSPCC Whistleblowing Advice Line 0800');
      await world.press('p-sam', 'Why?');
      world.sees('p-sam', /someone who is not involved: Balfour Junior School online safety policy, section 3\.3; Department for Education/);
      await world.take('p-chair');
      world.sees('p-chair', 'Shouted at a pupil.');
      await findsInRecord(world, 'p-chair', /Call the LADO within one working day/);
      await world.report({ adult: 'unsure', ticks: ['feeling'] });
      world.told('p-chair');
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
      await world.say('p-sam', 'what do I do if a parent is worried');
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
      // Where two share the post, the other one does not hear of it either.
      world.hearsNothing('p-leader');
    },
    { directory: withRole(directory, ['p-leader'], 'headteacher') },
  );

  obligation('BJ-3.3a', 'executed', 'who the deputies are is bound here, and the start warns where nobody is', async (world) => {
    expect(await withoutDeputy()).toContainEqual(expect.stringContaining('Nobody is "deputy" at "main"'));
    expect(warnings).not.toContainEqual(expect.stringContaining('"deputy"'));
    await world.say('p-con', 'contacts');
    world.sees('p-con', 'Vera Wynn Designated safeguarding lead (DSL)');
    world.sees('p-con', 'Nadia Marsh Deputy safeguarding lead');
    await world.report({ connected: ['p-head'] });
    world.told('p-deputy');
  });

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
      seesAll(world, 'p-sam', /Children's social care 01632 960430\nPolice 101/, 'NSPCC Helpline 0808 800 5000');
      await world.press('p-sam', 'Why?');
      world.sees('p-sam', /safeguarding lead \(DSL\): Balfour Junior School online safety policy, sections 3\.5 and 3\.3/);
      await world.advance({ minutes: 30 });
      world.told('p-deputy', 'p-sam');
      await world.advance({ minutes: 30 });
      world.received('p-leader', 'Urgent');
      await world.take('p-head');
      await world.triage('p-head', 'svsh', { offence: 'unsure' });
      await findsInRecord(world, 'p-head', /It could happen here\. Take every child seriously, and never call it banter\./);
      const channel = await world.bindChannel(['p-head', 'p-deputy']);
      await world.report({ ticks: ['feeling'] });
      world.seesNot('p-sam', 'It could happen here');
      await world.report({ ticks: ['between-children'] });
      world.channelSees(channel, 'Urgent');
    },
  );

  obligation('BJ-6.2a', 'executed', 'whoever saw it can report it, and pupils who saw it are part of it', async (world) => {
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
  });

  obligation('BJ-3.4d', 'executed', 'what the ICT manager finds is logged, and the lead owns it', async (world) => {
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
  });

  obligation(
    'BJ-10b',
    'executed',
    'misuse by a colleague goes to the headteacher and by the disciplinary procedures, and the colleague hears nothing',
    async (world) => {
      await world.report({ adult: ['p-it'], ticks: ['online'], story: { seen: 'A private shop on the school site.' } });
      world.told('p-head');
      seesAll(world, 'p-sam', 'Local authority designated officer (LADO) 01632 960440', "Children's social care 01632 960430");
      await world.press('p-sam', 'Why?');
      world.sees('p-sam', /someone who is not involved: Balfour Junior School online safety policy, section 10; Department for Education/);
      await world.take('p-head');
      await world.triage('p-head', 'staff-misuse');
      expect(await world.canDo('p-head', 'staff-misuse.conduct')).toBe(false);
      await world.answer('p-head', 'staff-misuse.harm', 'No');
      await stepSays(world, 'p-head', 'staff-misuse.conduct', /Follow the staff disciplinary procedures[\s\S]*section 10/);
      await world.workThrough('p-head', { except: ['conduct'] });
      await world.close('p-head', { confirmed: 'yes' });
      world.refused('p-head', 'Follow the staff disciplinary procedures');
      const channel = await world.bindChannel(['p-head', 'p-deputy']);
      await world.report({ names: ['Supply Teacher'] });
      expect(world.org.post.box(channel)).toEqual([]);
      await world.advance({ minutes: 30 });
      world.received('p-chair', 'New, 24 November 10:05.');
      for (const other of ['p-it', 'p-deputy', 'p-leader']) world.hearsNothing(other);
    },
  );

  obligation('BJ-9b', 'executed', 'a worry about the security of a device goes to the headteacher, not to ICT', async (world) => {
    await world.say('p-sam', 'lost device');
    seesAll(world, 'p-sam', 'The headteacher advises. Say so also if you are not sure.', 'section 9');
    const boxes = { device: 'Laptop 4', what: 'Left on a train, Monday.', locked: '' };
    await pass(world, 'p-sam', 'unsafe device', boxes);
    world.refused('p-sam', 'Please fill in: Does it have a password, and is its disk encrypted?');
    await pass(world, 'p-sam', 'stolen device', { ...boxes, locked: 'Yes, both.' });
    world.told('p-head');
    await world.press('p-head', 'Open');
    seesAll(world, 'p-head', 'Left on a train, Monday.', 'Yes, both.');
    await world.advance({ hours: 24 * 6 });
    world.hearsNothing('p-it');
    await world.press('p-head', 'Done', { done: 'Locked from here, passwords changed.' });
    await world.press('p-sam', 'Open');
    world.sees('p-sam', 'Locked from here, passwords changed.');
  });
});
