import { type CaseRecord, eventsOf, readCase } from '../../src/application/case/case-store.ts';
import { caseIdOf, readDraft } from '../../src/application/report/draft-store.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { PersonId, type RecordId } from '../../src/domain/ids.ts';
import type { Client, Organisation } from './organisation.ts';

type Typed = Readonly<Record<string, string>>;

interface Concern {
  /** The button of the first step. */
  readonly danger?: string;
  /** Pressed where somebody may be in danger. */
  readonly alert?: string;
  readonly adult?: 'no' | 'yes' | 'unsure';
  readonly adults?: string;
  readonly ticks?: Typed;
  readonly story?: Typed;
  readonly connected?: string;
}

/** Up to the last page of the form. */
export async function fillForm(client: Client, concern: Concern = {}): Promise<void> {
  const { danger = 'Not today', adult = 'no', adults } = concern;
  await client.say('report concern');
  if (client.titles().includes(danger)) await client.press(danger);
  else await client.press('Continue', { danger: 'no' });
  if (concern.alert !== undefined) await client.press(concern.alert);
  await client.press('Continue', { 'name-1': 'Robin Vale', adult });
  if (adult !== 'no') await client.press('Continue', { ...(adults !== undefined && { adults }) });
  await client.press('Continue', concern.ticks ?? { about: 'told' });
  await client.press('Continue', concern.story ?? { seen: 'A bruise.', heard: 'saw', when: 'about' });
}

/** The case that belongs to the form which this person has open. */
export async function caseIdIn(org: Organisation, person: string): Promise<RecordId> {
  const held = await readDraft(org.deps(), PersonId.parse(person));
  if (held === undefined) throw new Error(`${person} has no form open`);
  return caseIdOf(org.deps(), held.draft.submission);
}

/** A whole report, sent and delivered. */
export async function report(org: Organisation, person: string, concern: Concern = {}): Promise<RecordId> {
  const client = org.at(person);
  await fillForm(client, concern);
  const id = await caseIdIn(org, person);
  await client.press('Send it', { ...(concern.connected !== undefined && { connected: concern.connected }) });
  await org.settle();
  return id;
}

export async function recordOf(org: Organisation, id: RecordId): Promise<CaseRecord> {
  const record = await readCase(org.deps(), id, true);
  if (record === undefined) throw new Error('There is no such case');
  return record;
}

export const stateOf = async (org: Organisation, id: RecordId) => (await recordOf(org, id)).state;

export const typesIn = async (org: Organisation, id: RecordId): Promise<readonly CaseEvent['type'][]> =>
  eventsOf(await recordOf(org, id)).map(({ type }) => type);

/** Opens the record the way a lead does: who is in it first, and then the story. */
export async function openRecord(lead: Client): Promise<void> {
  await lead.press('Open');
  if (lead.titles().includes('Read the record')) await lead.press('Read the record');
}

/** Who was sent something new since then, by id, without the one who reported. */
export function newlyTold(org: Organisation, since: number, except = 'p-ada'): readonly string[] {
  const boxes = org.post.sent.slice(since).flatMap(({ type, to }) => (type === 'send' ? [to] : []));
  return org.directory.people
    .filter(({ id }) => id !== except && org.boxesOf(id).some((box) => boxes.includes(box)))
    .map(({ id }) => id)
    .sort();
}
