import type { RecordId } from '../../domain/ids.ts';
import type { Deps } from '../deps.ts';
import { RecordBody } from '../records.ts';

export type Roll = Extract<RecordBody, { kind: 'roll' }>;

export interface HeldRoll {
  readonly id: RecordId;
  readonly version: number;
  readonly roll: Roll | undefined;
}

export async function readRoll(deps: Deps): Promise<HeldRoll> {
  const id = deps.keyring.recordId('roll');
  const snapshot = await deps.store.read(id);
  const body = snapshot && RecordBody.parse(snapshot.head.body);
  return { id, version: snapshot?.head.version ?? 0, roll: body?.kind === 'roll' ? body : undefined };
}

/** Whether those who were here before Signpost are still being written down. */
export async function isFirstRoll(deps: Deps): Promise<boolean> {
  const { roll } = await readRoll(deps);
  return roll === undefined || roll.first === true;
}
