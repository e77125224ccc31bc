import { runCase } from '../../src/application/case/case-store.ts';
import type { Press } from '../../src/application/intent.ts';
import { readDraft } from '../../src/application/report/draft-store.ts';
import { PersonId, type RecordId } from '../../src/domain/ids.ts';
import { caseIdIn, fillForm, openRecord, report } from './concern.ts';
import { type Client, type Organisation, organisation, type Pack } from './organisation.ts';
import { answerLine, buttonsAbout, readBy } from './transcript.ts';

/** How somebody comes to be part of a case: at its beginning, or once it is under way. */
export type Way = 'named' | 'report-after-alert' | 'connected-after-alert' | 'pass-on' | 'named-by-lead';

export interface Case {
  readonly id: RecordId;
  readonly submission: string;
}

const LEADS = ['dsl', 'deputy', 'senior-leader'];

/** A school in which everybody met the bot, and the leads have their channel. */
export async function school(
  pack: Pack,
  options: Parameters<typeof organisation>[1] = {},
): Promise<Organisation> {
  const org = await organisation(pack, options);
  for (const { id } of org.directory.people) await org.at(id, 'teams').join();
  const site = org.at('p-ada').person.roles[0]?.site;
  const leads = org.directory.people.filter(({ roles }) =>
    roles.some((each) => each.site === site && LEADS.includes(each.role)),
  );
  await org.bindChannel(leads.map(({ id }) => id));
  // What everybody has whatever happens: an ordinary case, and a report of one's own.
  await report(org, 'p-ada');
  await org.advance({ minutes: 10 });
  return org;
}

/** Begins a report and says which case it will be. */
async function begun(org: Organisation, by: string): Promise<Case> {
  const held = await readDraft(org.deps(), PersonId.parse(by));
  return { id: await caseIdIn(org, by), submission: held?.draft.submission ?? '' };
}

/** A case that somebody comes to be part of, up to the moment when the bot knows. */
export async function caseAbout(org: Organisation, about: string, way: Way): Promise<Case> {
  const ben = org.at('p-ben');
  if (way === 'named') {
    await fillForm(ben, { adult: 'yes', adults: about, story: STORY });
    const found = await begun(org, 'p-ben');
    await ben.press('Send it');
    return found;
  }
  await ben.say('report concern');
  await ben.press('In danger now');
  const tell = ben.titles()[0] ?? '';
  const found = await begun(org, 'p-ben');
  await ben.press(tell, { where: 'Hall', callback: '07700 900100' });
  await org.settle();
  await org.advance({ minutes: 6 });
  const isNamed = way === 'report-after-alert';
  await ben.press('Continue', { 'name-1': 'Robin Vale', adult: isNamed ? 'yes' : 'no' });
  if (isNamed) await ben.press('Continue', { adults: about });
  await ben.press('Continue', { about: 'told' });
  await ben.press('Continue', STORY);
  await ben.press('Send it', way === 'connected-after-alert' ? { connected: about } : {});
  await org.settle();
  if (way === 'pass-on') {
    const theirs = org.at(about, 'teams');
    await theirs.press('Open');
    await theirs.press('I am connected to one of them: pass it on');
  }
  if (way === 'named-by-lead')
    await runCase(org.deps(), found.id, () => ({
      type: 'NamePersonInvolved',
      at: org.clock.now(),
      by: PersonId.parse('p-tom'),
      person: PersonId.parse(about),
    }));
  await org.settle();
  return found;
}

/** A case that nobody is known to be part of: the control. */
export async function caseAboutNobody(org: Organisation): Promise<Case> {
  const ben = org.at('p-ben');
  await fillForm(ben, { story: STORY });
  const found = await begun(org, 'p-ben');
  await ben.press('Send it');
  return found;
}
const STORY = { seen: 'Something was seen.', heard: 'saw', when: 'about' };

const holdsCard = (client: Client, { id }: Case): boolean =>
  client.inbox().some(({ message }) => JSON.stringify(message.card).includes(`"record":"${id}"`));

/** All that others can do on it: opened, taken, written, asked, answered, requested, raised again. */
export async function workOn(org: Organisation, about: string, found: Case): Promise<void> {
  await org.settle();
  const others = org.directory.people.filter(({ id }) => id !== about && id !== 'p-ben' && id !== 'p-ada');
  const workers = others.map(({ id }) => org.at(id)).filter((client) => holdsCard(client, found));
  for (const [nth, worker] of workers.entries()) {
    await openRecord(worker);
    if (nth > 0) continue;
    await worker.press('I have this');
    await worker.press('Add a note');
    await worker.press('Save the note', { text: 'Spoke to the child.', kind: 'call' });
    await worker.press('Ask the reporter');
    await worker.press('Send the question', { question: 'When was it?' });
  }
  await org.settle();
  const ben = org.at('p-ben');
  await ben.say('my reports');
  await ben.press('Open');
  const [request] = ben.titles().filter((title) => title.startsWith('Ask to '));
  if (request !== undefined) {
    await ben.press(request);
    await ben.press('Send the request', { text: 'With the club.' });
  }
  await ben.press('Add something');
  await ben.press('Send it', { text: 'At noon.' });
  await org.settle();
  await ben.press('I do not agree: look again');
  await ben.press('Send it', { reason: 'Nothing happened.' });
  await org.settle();
}

/** All that this person can find out: their screens on both platforms, every answer, every press. */
export async function obtain(
  org: Organisation,
  id: string,
  presses: readonly Press[],
  from: number,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const platform of ['teams', 'slack'] as const) {
    const client = org.at(id, platform);
    lines.push(answerLine('home', await client.home()));
    for (const text of [
      'help',
      'my reports',
      'contacts',
      'what do i do if',
      'report concern',
      'today',
      'cases',
      'who is on',
      'hand over',
      'away',
      'rota',
    ])
      lines.push(answerLine(text, await client.say(text)));
    for (const press of presses)
      for (const view of platform === 'teams' ? [true, false] : [true])
        lines.push(answerLine(`${platform} ${press.do} ${view}`, await client.send(press, view)));
  }
  await org.advance({ hours: 30 });
  return [...readBy(org, id, from), ...lines];
}

export const pressesOn = (org: Organisation, { id, submission }: Case): readonly Press[] =>
  buttonsAbout(org, id, submission);
