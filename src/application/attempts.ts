import type { RecordId, SiteId } from '../domain/ids.ts';
import { type Directory, type Person, personById } from '../domain/people/directory.ts';
import { roleWord } from './case/people-words.ts';
import { clockTime } from './case/status-line.ts';
import type { Deps } from './deps.ts';
import { codeOf } from './fault-code.ts';
import { type Attempt, RecordBody } from './records.ts';
import { writeRecord } from './write-record.ts';

/** As many as are kept of one case, the last ones. */
const KEPT = 50;
const SHOWN = 10;
const TRIES = 4;

const attemptsId = (deps: Deps, target: RecordId): RecordId => deps.keyring.recordId(`attempts|${target}`);

async function read(
  deps: Deps,
  target: RecordId,
): Promise<{ readonly version: number; readonly attempts: readonly Attempt[] }> {
  const found = await deps.store.read(attemptsId(deps, target));
  if (found === undefined) return { version: 0, attempts: [] };
  const body = RecordBody.parse(found.head.body);
  return { version: found.head.version, attempts: body.kind === 'attempts' ? body.attempts : [] };
}

/**
 * Somebody who may not tried to open what this id names. Written down alike whether there is a case or not, so that the time
 * it takes tells nothing. The answer is the same words either way: no fault here may change it.
 */
export async function noteAttempt(deps: Deps, target: RecordId, { id: by }: Person): Promise<void> {
  try {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const { version, attempts } = await read(deps, target);
      const kept = [...attempts, { by, at: deps.clock.now() }].slice(-KEPT);
      const body = { kind: 'attempts', attempts: kept } as const;
      if ((await writeRecord(deps, attemptsId(deps, target), version, body)) === 'committed') return;
    }
    deps.log.warn({ event: 'attempt-not-noted', code: 'conflict' });
  } catch (fault) {
    deps.log.warn({ event: 'attempt-not-noted', code: codeOf(fault) });
  }
}

/** The last of them, a line each, for those who may read the case: a role and a time, and no name. */
export async function attemptLines(
  deps: Deps,
  target: RecordId,
  site: SiteId,
  directory: Directory,
): Promise<readonly string[]> {
  const { attempts } = await read(deps, target);
  const lines = attempts.slice(-SHOWN).map(({ by, at }) => {
    const role = roleWord(deps, personById(directory, by), site);
    return deps.cards.say('attempt', { role, time: clockTime(deps, at) });
  });
  const before = attempts.length - lines.length;
  return before > 0 ? [deps.cards.say('attempts-before', { count: before }), ...lines] : lines;
}
