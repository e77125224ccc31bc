import type { RecordId } from '../../ids.ts';
import { ok, refuse } from '../../result.ts';
import type { Changed } from './change.ts';
import { type Act, checkDay } from './days.ts';
import type { Learned, PersonRecord } from './state.ts';

/** Something that nobody asked for: a course outside, or what somebody read by themselves. */
export function learn(record: PersonRecord, learned: Learned, today: string): Changed {
  const wrong = checkDay(learned.on, today);
  if (wrong !== undefined) return refuse(wrong);
  if (learned.what === '') return refuse('empty');
  if (record.learned.some(({ on, what }) => on === learned.on && what === learned.what))
    return refuse('nothing-new');
  return ok({
    record: { ...record, learned: [...record.learned, learned] },
    event: { type: 'LearningAdded', learned },
  });
}

/** An update was opened: the first time counts. */
export function readUpdate(
  record: PersonRecord,
  notice: RecordId,
  { by, at }: Pick<Act, 'by' | 'at'>,
): Changed {
  if (record.read[notice] !== undefined) return refuse('nothing-new');
  return ok({
    record: { ...record, read: { ...record.read, [notice]: at } },
    event: { type: 'UpdateRead', notice, by, at },
  });
}
