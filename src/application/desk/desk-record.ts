import type { Instant, PersonId, RecordId } from '../../domain/ids.ts';
import { later } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import { codeOf } from '../fault-code.ts';
import { RecordBody } from '../records.ts';
import { writeRecord } from '../write-record.ts';

export type DeskBody = Extract<RecordBody, { kind: 'desk' }>;

/** What one person was sent is kept by the month, so that no record of it grows for ever. */
export const mornings = (deps: Deps, person: PersonId, day: string): RecordId =>
  deps.keyring.recordId(`desk|${person}|${day.slice(0, 7)}`);
const looks = (deps: Deps, person: PersonId): RecordId => deps.keyring.recordId(`desk|${person}`);

export async function readDeskRecord(
  deps: Deps,
  id: RecordId,
): Promise<{ readonly version: number; readonly body: DeskBody | undefined }> {
  const snapshot = await deps.store.read(id);
  const body = snapshot && RecordBody.parse(snapshot.head.body);
  return { version: snapshot?.head.version ?? 0, body: body?.kind === 'desk' ? body : undefined };
}

/** Looked at again within this time is the same look: "new since" still says what it said. */
const SAME_LOOK = { minutes: 30 } as const;

async function note(deps: Deps, person: PersonId): Promise<Instant | undefined> {
  const id = looks(deps, person);
  const now = deps.clock.now();
  const { version, body } = await readDeskRecord(deps, id);
  if (body?.looked !== undefined && later(body.looked, SAME_LOOK) > now) return body.before;
  const before = body?.looked;
  // A conflict means that another press of the same person was faster: theirs is as fresh as ours.
  await writeRecord(deps, id, version, { kind: 'desk', person, looked: now, ...(before && { before }) });
  return before;
}

/** When this person looked before, and that they looked now. Where that cannot be saved they see their desk all the same. */
export async function noteLook(deps: Deps, person: PersonId): Promise<Instant | undefined> {
  try {
    return await note(deps, person);
  } catch (fault) {
    deps.log.warn({ event: 'look-not-noted', code: codeOf(fault) });
    return undefined;
  }
}
