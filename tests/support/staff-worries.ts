import { lowLevelId, readLowLevel } from '../../src/application/staff-concerns/low-level-store.ts';
import { PersonId, type RecordId } from '../../src/domain/ids.ts';
import { openRecord, report } from './concern.ts';
import type { Client, Organisation } from './organisation.ts';

export const STORY = { seen: 'He gave a learner a lift.', heard: 'saw', when: 'about' };
export const LOW = { outcome: 'not-met', reason: 'A lift home, unasked.', done: 'It was talked through.' };
export const BEN = PersonId.parse('p-ben');

export const worry = (org: Organisation, adults = 'p-ben', by = 'p-ada') =>
  report(org, by, { adult: 'yes', adults, ticks: { also: 'adult-behaviour' }, story: STORY });

export async function judged(manager: Client, typed: Readonly<Record<string, string>> = LOW): Promise<void> {
  await openRecord(manager);
  if (manager.titles().includes('I have this')) await manager.press('I have this');
  await manager.press('Judge by the threshold');
  await manager.press('Save the judgement', typed);
}

/** A worry about Ben, judged by the head of his school to be below the threshold. */
export async function lowLevel(org: Organisation, manager = org.at('p-vera')): Promise<RecordId> {
  const id = await worry(org);
  await judged(manager);
  await org.settle();
  return id;
}
export const kept = async (org: Organisation, of: RecordId, adult: PersonId | undefined = BEN) =>
  readLowLevel(org.deps(), lowLevelId(org.deps(), of, adult), true);
