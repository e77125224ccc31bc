import type { Instant, RecordId } from '../domain/ids.ts';
import type { Directory } from '../domain/people/directory.ts';
import { later } from '../domain/time/working-time.ts';
import { wakeGate } from './agreements/wake-gate.ts';
import { wakeBoard } from './board-report/wake.ts';
import { wakeCase } from './case/wake-case.ts';
import { wakeChild } from './children/wake-child.ts';
import { wakeDigest } from './compliance/digest.ts';
import { wakeStaffRound } from './compliance/staff-round.ts';
import { wakeAbsence, wakeDirectory } from './cover/wake-absences.ts';
import type { Deps } from './deps.ts';
import { wakeDesk } from './desk/morning.ts';
import { readDirectory } from './directory.ts';
import { wakeCalendar } from './duties/mornings.ts';
import { wakeDuty } from './duties/wake.ts';
import { codeOf } from './fault-code.ts';
import { wakeNotice } from './notices/notices.ts';
import { wakePolicyNotice } from './notices/policy-notice.ts';
import { renewRoll, wakeRoll } from './people/roll.ts';
import { wakeAsk, wakeNews } from './people/tell.ts';
import { wakePeople } from './people/wake.ts';
import { wakeSync } from './people/wake-sync.ts';
import type { DueRow, Lane } from './ports.ts';
import { RecordBody } from './records.ts';
import { wakeDraft } from './report/wake-draft.ts';
import { wakeRequest } from './requests/wake.ts';
import { wakePerson } from './training/wake.ts';

const LEASE = { seconds: 30 } as const;
/** So many records of a lane are worked on at once, and no more wait for an answer of a platform. */
const HANDS = 20;
/** After a fault: soon, then ever later, and never given up. */
const afterFault = (attempt: number) => ({ seconds: Math.min(2 ** attempt, 300) });

/** Does what a record wants now. What it wants, its own state says: the row is only a wake-up. */
async function wake(
  deps: Deps,
  row: DueRow,
  read: () => Promise<Directory>,
): Promise<{ readonly again?: Instant }> {
  const snapshot = await deps.store.read(row.record);
  if (snapshot === undefined) return {};
  const directory = await read();
  const body = RecordBody.parse(snapshot.head.body);
  switch (body.kind) {
    case 'case':
      return wakeCase(deps, row.record, directory);
    case 'child':
      return wakeChild(deps, directory, row.record);
    case 'draft':
      return wakeDraft(deps, directory, snapshot);
    case 'person':
      return wakePerson(deps, directory, snapshot);
    case 'roll':
      return wakeRoll(deps, directory);
    case 'gate':
      return wakeGate(deps, directory, snapshot);
    case 'duty':
      return wakeDuty(deps, directory, snapshot);
    case 'notice':
      return wakeNotice(deps, directory, snapshot);
    case 'request':
      return wakeRequest(deps, directory, snapshot);
    case 'staff-round':
      return wakeStaffRound(deps, directory, snapshot);
    case 'digest':
      return wakeDigest(deps, directory, snapshot);
    case 'board-report':
      return wakeBoard(deps, directory, snapshot);
    case 'calendar':
      return wakeCalendar(deps, directory, snapshot);
    case 'desk':
      return wakeDesk(deps, directory, snapshot);
    case 'policy-notice':
      return wakePolicyNotice(deps, directory, snapshot);
    case 'directory':
      await wakeDirectory(deps, directory);
      await renewRoll(deps);
      return wakePeople(deps);
    case 'people-sync':
      return wakeSync(deps, directory, snapshot);
    case 'role-news':
      return wakeNews(deps, directory, snapshot);
    case 'access-ask':
      return wakeAsk(deps, snapshot);
    case 'absence':
      return wakeAbsence(deps, directory, snapshot);
    case 'family':
    case 'visitor':
    case 'training':
    case 'attempts':
    case 'low-level':
    case 'file':
    case 'chat':
    case 'bulk-turn':
      return {};
  }
}

/** False: somebody else has the row. */
async function perform(
  deps: Deps,
  row: DueRow,
  owner: string,
  directory: () => Promise<Directory>,
): Promise<boolean> {
  const held = await deps.store.claim(row, owner, later(deps.clock.now(), LEASE));
  if (held === undefined) return false;
  try {
    const { again } = await wake(deps, held, directory);
    await deps.store.settle(held, again === undefined ? { type: 'done' } : { type: 'again', at: again });
  } catch (fault) {
    deps.log.error({
      event: 'wake-failed',
      record: held.record,
      code: codeOf(fault),
      n: held.attempt,
    });
    await deps.store.settle(held, { type: 'again', at: later(deps.clock.now(), afterFault(held.attempt)) });
  }
  return true;
}

/** Read when the first asks, once for all rows of a look: it can be the largest record there is. */
function directoryOnce(deps: Deps): () => Promise<Directory> {
  let found: Promise<Directory> | undefined;
  return () => {
    found ??= readDirectory(deps);
    return found;
  };
}

/** One lane, and the records of it that are being worked on. */
export interface LaneWork {
  /** Begins what is due, as far as there are hands; each promise ends when a record is done with. */
  look(): Promise<readonly Promise<number>[]>;
}

/** What holds a lane back. */
export interface Restraint {
  /** How many records may be in hand now. */
  readonly room: () => number;
  /** Whether what is due is ours to do. */
  readonly isMine: () => Promise<boolean>;
}
const free: Restraint = { room: () => HANDS, isMine: async () => true };

/** Rows of one record are done one after another, so that a card is never sent twice by two of them. */
export function laneWork(
  deps: () => Deps,
  lane: Lane,
  owner: string,
  { room, isMine }: Restraint = free,
): LaneWork {
  const busy = new Set<RecordId>();

  async function workOn(
    given: Deps,
    record: RecordId,
    rows: readonly DueRow[],
    directory: () => Promise<Directory>,
  ): Promise<number> {
    try {
      // Another instance is at this record: the rest of its rows waits for the next look.
      for (const row of rows) if (!(await perform(given, row, owner, directory))) break;
      return rows.length;
    } finally {
      busy.delete(record);
    }
  }

  return {
    async look() {
      const hands = Math.min(HANDS, room()) - busy.size;
      if (hands <= 0) return [];
      const given = deps();
      // Of what is in hand another row may be due: it is passed over.
      const rows = await given.store.due(given.clock.now(), lane, hands + busy.size);
      if (rows.length === 0 || !(await isMine())) return [];
      const records = Map.groupBy(
        rows.filter(({ record }) => !busy.has(record)),
        ({ record }) => record,
      );
      const directory = directoryOnce(given);
      return [...records].slice(0, hands).map(([record, theirs]) => {
        busy.add(record);
        return workOn(given, record, theirs, directory);
      });
    },
  };
}

/** One look at what is due: `case` before `bulk`, always. Answers how many rows were done. */
export async function workOnce(deps: Deps, owner: string): Promise<number> {
  const lanes: readonly Lane[] = ['case', 'bulk'];
  for (const lane of lanes) {
    const done = await Promise.all(await laneWork(() => deps, lane, owner).look());
    if (done.length > 0) return done.reduce((sum, rows) => sum + rows, 0);
  }
  return 0;
}
