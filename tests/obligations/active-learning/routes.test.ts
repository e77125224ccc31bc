import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { loadOrganisationFolder } from '../../../src/compose/organisation.ts';
import { obligations } from '../../support/obligations.ts';
import { pass } from '../../support/obligations-acts.ts';
import { press } from '../../support/press.ts';
import { FOR_A_CHILD, mayCall, readsIn } from './acts.ts';

const PAGE = {
  ticks: ['filter'],
  story: {
    seen: 'A recruiting video came up.',
    page: 'videos.example/join',
    device: 'Laptop 4',
    when: 'exact',
    date: '2026-11-24',
    time: '09:40',
  },
} as const;

/** What is not online goes by the child protection policy too: what each tick brings. */
const OFFLINE = {
  told: "Check the child's own words with them.",
  mark: 'Write down what the child and the adults say happened',
  'self-harm': 'Make sure that the child is not left alone.',
  missing: 'Search the building and grounds now.',
} as const;

/** What starting says with nobody in this role. */
async function startsWithout(role: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'organisation-'));
  await cp('tests/obligations/active-learning/organisation', folder, { recursive: true });
  const people = await readFile(join(folder, 'people.csv'), 'utf8');
  await writeFile(join(folder, 'people.csv'), people.replaceAll(`${role}@main`, 'volunteer@main'));
  return loadOrganisationFolder(folder, resolve(process.env.OBLIGATIONS_POLICIES ?? 'policies'));
}

obligations('active-learning', ({ obligation }) => {
  obligation(
    'AL-3.1c',
    'executed',
    'the DSL owns a worry about a student, and the head of IT gets the technical part of it',
    async (world) => {
      await world.report(PAGE);
      world.told('p-dsl', 'p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', /videos\.example\/join\nLaptop 4\n2026-11-24 09:40/);
      world.never('p-it', /Robin|Vale|recruiting/);
      const call = world.inbox('p-dsl').at(-1);
      if (call === undefined) throw new Error('The DSL was not called');
      await world.at('p-it').send(press(call.message.card, 'Open'));
      world.refused('p-it', 'There is nothing here for you.');
      await world.take('p-dsl');
      world.sees('p-dsl', 'With the safeguarding lead.');
      await readsIn(world, 'p-dsl', 'Sent with the report to the head of IT, today 10:05');
    },
  );

  obligation(
    'AL-3.3a',
    'executed',
    'Signpost does not start with nobody as DSL, and says who it is to everyone',
    async (world) => {
      await expect(startsWithout('dsl')).rejects.toThrow(
        'Nobody is "dsl" at "main". Give somebody "dsl@main"',
      );
      await expect(startsWithout('director')).rejects.toThrow('Nobody is "director"');
      await expect(startsWithout('deputy')).resolves.toMatchObject({
        warnings: expect.arrayContaining([expect.stringContaining('Nobody is "deputy"')]),
      });
      await world.say('p-vol', 'contacts');
      world.sees('p-vol', /Iris Kay.*Designated safeguarding lead/);
      world.sees('p-vol', /Nadia Marsh.*Deputy safeguarding lead/);
    },
  );

  obligation(
    'AL-3.3b',
    'executed',
    'the head of IT and the directors read of a case what the DSL chooses, and nothing else',
    async (world) => {
      await world.report({ ...PAGE, ticks: ['online'] });
      world.told('p-dsl');
      world.hearsNothing('p-it');
      await world.take('p-dsl');
      await readsIn(
        world,
        'p-dsl',
        'Work with the head of IT on it. They read what you choose, and no name.',
        'Tell the directors. You choose what they read.',
      );
      await world.openStep('p-dsl', 'any-concern.work-with-it');
      world.sees('p-dsl', 'They will read this and nothing else.');
      expect(JSON.stringify(world.at('p-dsl').card())).toContain(
        'videos.example/join\\nLaptop 4\\n2026-11-24 09:40',
      );
      world.fromHere();
      await world.save('p-dsl', { text: 'Who was signed in on laptop 4 at 09:40?' });
      world.told('p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', 'Who was signed in on laptop 4 at 09:40?');
      await world.press('p-it', 'Send the answer', { text: 'The account of the workshop.' });
      world.never('p-it', /Robin|Vale|recruiting|videos/);
      await world.step('p-dsl', 'any-concern.inform-head', { text: 'A video got past us; all are safe.' });
      await world.press('p-director', 'Open');
      world.sees('p-director', 'A video got past us; all are safe.');
      world.never('p-director', /Robin|Vale|recruiting|workshop/);
      world.hearsNothing('p-trustee');
      await readsIn(world, 'p-dsl', 'The account of the workshop.');
    },
  );

  obligation(
    'AL-3.3c',
    'executed',
    'a worry stands in the channel of the DSL, and nobody else hears until it is left unanswered',
    async (world) => {
      await world.report({ ticks: ['told', 'mark', 'self-harm', 'missing'] });
      world.told('p-dsl');
      await world.take('p-dsl');
      await readsIn(world, 'p-dsl', ...Object.values(OFFLINE));
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await world.report({ by: 'p-con', ticks: ['home'] });
      world.channelSees(channel, 'New, 24 November 10:05.');
      for (const person of ['p-leader', 'p-it', 'p-director', 'p-trustee', 'p-complaints', 'p-pip'])
        world.hearsNothing(person);
      expect(JSON.stringify(world.org.post.box(channel))).not.toMatch(/Robin|Vale/);
      await world.report({ ticks: ['between-children'] });
      world.channelSees(channel, '**Urgent.** Please open it now.');
      await world.report({ danger: 'now', alert: 'lead' });
      await world.advance({ minutes: 5 });
      world.received('p-deputy', 'Urgent');
      world.hearsNothing('p-leader');
      await world.advance({ minutes: 5 });
      world.received('p-leader', 'Urgent');
      await world.advance({ minutes: 10 });
      for (const board of ['p-director', 'p-director-2', 'p-trustee']) {
        world.received(board, 'has not been answered');
        world.never(board, /Robin|Vale/);
      }
      world.fromHere();
      await world.report({ by: 'p-pip', danger: 'now', alert: 'independent' });
      world.told('p-director', 'p-director-2');
      await mayCall(world, 'p-con', ...FOR_A_CHILD);
    },
  );

  obligation(
    'AL-3.5d',
    'executed',
    'harassment between students goes to the DSL and the deputy at once, online or not',
    async (world) => {
      await world.report({ ticks: ['between-children'] });
      world.told('p-dsl', 'p-deputy');
      world.received('p-deputy', 'Urgent');
      world.sees('p-sam', 'Take it seriously, online or not. It could happen here.');
      await mayCall(world, 'p-sam', ...FOR_A_CHILD);
      await world.advance({ minutes: 30 });
      world.received('p-leader', 'Urgent');
      await world.take('p-deputy');
      await world.triage('p-deputy', 'svsh');
      await readsIn(
        world,
        'p-deputy',
        'It could happen here. Take every child seriously, and never call it banter.',
      );
      world.hearsNothing('p-it');
      await world.report({ ticks: ['home'] });
      world.seesNot('p-sam', 'It could happen here.');
    },
  );

  obligation(
    'AL-5c',
    'executed',
    'a worry of a parent goes to the DSL; the directors learn only that there is a query about the policy',
    async (world) => {
      await world.say('p-sam', 'advice parent-asks');
      world.sees('p-sam', 'About a student: report a concern. It goes to the DSL.');
      world.sees('p-sam', 'About the policy: type policy query. It goes to the directors.');
      world.sees('p-sam', 'They want to read more: type contacts parents.');
      await world.report({ ticks: ['online'], story: { heard: 'parent', 'told-by': 'His mother' } });
      world.told('p-dsl');
      world.hearsNothing('p-director');
      await world.take('p-dsl');
      world.sees('p-dsl', /a parent or carer told them\. His mother/);
      await world.say('p-sam', 'policy query');
      world.sees(
        'p-sam',
        'If it is about a student, report a concern in place of this. That goes to the DSL.',
      );
      world.sees('p-sam', 'Do not write anything about a student here.');
      world.fromHere();
      await pass(world, 'p-sam', 'parent query', { part: 'What is monitored', answer: 'By phone' });
      world.told('p-director', 'p-director-2');
      await world.press('p-director', 'Open');
      world.sees('p-director', 'Which part of the policy is it about?: What is monitored');
      world.sees('p-director', 'How does the parent want to be answered?: By phone');
      world.never('p-director', /Robin|Vale|mother/);
      await world.press('p-director', 'Done', { done: 'We rang.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'We rang.');
    },
  );

  obligation('AL-6.2a', 'executed', 'somebody who only saw it is part of a report', async (world) => {
    await world.report({
      by: 'p-vol',
      ticks: ['online'],
      children: [{ name: 'Robin Vale' }, { name: 'Ash Cole', part: 'saw' }],
      story: { heard: 'child', 'told-by': 'Ash Cole' },
    });
    world.sees('p-vol', 'A student who only saw it may tell you too. Say who saw it.');
    world.told('p-dsl');
    await world.open('p-dsl');
    world.sees('p-dsl', /Saw it: Ash Cole/);
    world.sees('p-dsl', /No, a student told them\. Ash Cole/);
    await world.report({ ticks: ['home'] });
    world.seesNot('p-sam', 'A student who only saw it');
  });
});
