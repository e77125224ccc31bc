import { barred, mannedRungs, mayDo, onRung } from '../../domain/access.ts';
import { clocksDue } from '../../domain/case/clocks.ts';
import { type CaseState, ownerOf } from '../../domain/case/state.ts';
import { type Instant, type RecordId, refOf } from '../../domain/ids.ts';
import { type Directory, personById } from '../../domain/people/directory.ts';
import { deliverCards, sentFor } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { proposeAfterCase } from '../duties/proposals.ts';
import { eraseSentDraft } from '../report/draft-store.ts';
import { keepLowLevel } from '../staff-concerns/keep.ts';
import { wantedCards } from './case-cards.ts';
import { type CaseRecord, readCase, runCase } from './case-store.ts';
import { keepChildRecord } from './child-record.ts';

/** Calls the next rung: the wait is over, or nobody on this one can be reached. */
async function escalate(
  deps: Deps,
  id: RecordId,
  directory: Directory,
  because: 'waited' | 'unreachable',
  rung?: number,
): Promise<void> {
  await runCase(deps, id, (record) =>
    record === undefined
      ? undefined
      : {
          type: 'Escalate',
          at: deps.clock.now(),
          by: record.state.reporter,
          manned: mannedRungs(record.state, directory),
          because,
          ...(rung !== undefined && { rung }),
        },
  );
  deps.log.warn({ event: 'escalated', record: id, code: because });
}

/** Whoever had it has left, or may not work it any more: it is called again, as if they had gone off duty. */
async function ownerLeft(deps: Deps, { id, state }: CaseRecord, directory: Directory): Promise<boolean> {
  const owner = ownerOf(state);
  const isGone = (now: CaseState): boolean => {
    const person = owner && personById(directory, owner);
    return person === undefined || !mayDo(person, { type: 'work' }, now, directory);
  };
  if (owner === undefined || !isGone(state)) return false;
  const ran = await runCase(deps, id, (record) =>
    record !== undefined && ownerOf(record.state) === owner && isGone(record.state)
      ? { type: 'LeaveDuty', at: deps.clock.now(), by: owner }
      : undefined,
  );
  if (ran.ok) deps.log.warn({ event: 'owner-left', record: id });
  return ran.ok;
}

/** Where everybody on this rung is away, and somebody further up is not, nobody waits for the clock. */
async function manned(deps: Deps, record: CaseRecord, directory: Directory): Promise<CaseRecord> {
  const { id, state } = record;
  const isDeserted =
    state.progress.status === 'new' &&
    state.clock !== undefined &&
    onRung(state, directory, state.rung).length === 0 &&
    mannedRungs(state, directory).some((rung) => rung > state.rung);
  if (!isDeserted) return record;
  await escalate(deps, id, directory, 'unreachable', state.rung);
  return (await readCase(deps, id)) ?? record;
}

/** What the clock alone does: each is said once, to whoever has the case. */
async function clockRuns(deps: Deps, { id, state }: CaseRecord): Promise<boolean> {
  const at = deps.clock.now();
  const types = clocksDue(state, at, deps.calendar);
  for (const type of types) {
    await runCase(deps, id, (record) => record && { type, at, by: record.state.reporter });
    deps.log.warn({ event: 'time-over', record: id, code: type });
  }
  return types.length > 0;
}

/** The task and the person of "task:0:p-ada:1:teams". */
const askedIn = (sentFor: string): string => sentFor.split(':').slice(0, 3).join(':');

/** "lead:p-iris:0:teams" and "lead:p-iris:1:teams" are for the same person. */
const sameHolder = (a: string, b: string): boolean =>
  a.startsWith('lead:')
    ? a.split(':')[1] === b.split(':')[1]
    : a.startsWith('task:')
      ? askedIn(a) === askedIn(b)
      : a.startsWith('channel:') && b.startsWith('channel:');

/** What is said in the place of a card that has served. */
function insteadOf(sentFor: string, kept: readonly string[]): string {
  if (kept.some((other) => sameHolder(other, sentFor))) return 'newer-card';
  return /^(question|approve|spot|meeting):/.test(sentFor) ? 'answered' : 'nothing-here';
}

/** Cards that stand with people for whom they are no longer meant say so, without a word about the case. */
async function withdraw(
  deps: Deps,
  record: CaseRecord,
  directory: Directory,
  kept: readonly string[],
): Promise<void> {
  const out = barred(record.state, directory);
  const stale = sentFor(record.snapshot.deliveries).filter((sent) => !kept.includes(sent.for));
  await deliverCards(
    deps,
    record.id,
    record.snapshot.deliveries,
    stale.map((sent) => {
      const isOut = [...out].some((person) => sent.for.split(':').includes(person));
      const text = deps.cards.say(isOut ? 'nothing-here' : insteadOf(sent.for, kept));
      return {
        for: sent.for,
        to: sent.card.address,
        shows: text,
        // Whoever is part of it loses the card while they look at it, too.
        evenIfHeld: isOut,
        message: () => ({
          card: deps.cards.show('line', { text }),
          notification: deps.cards.notify('something-to-read', { ref: refOf(record.id) }),
          silent: true,
        }),
      };
    }),
  );
}

/** An alert and its route, the report and its route: nobody has done anything yet. */
const EVENTS_OF_A_REPORT = 4;
const isJustSent = ({ events, informed }: CaseState): boolean =>
  events - informed.filter(({ by }) => by === undefined).length <= EVENTS_OF_A_REPORT;

/** What a case wants now: the ladder climbed if its clock ran out, every card as it should be. */
export async function wakeCase(
  deps: Deps,
  id: RecordId,
  directory: Directory,
): Promise<{ readonly again?: Instant }> {
  const before = await readCase(deps, id);
  if (before === undefined) return {};
  const clock = before.state.clock;
  const hasWaited = clock !== undefined && clock.at <= deps.clock.now();
  if (hasWaited) await escalate(deps, id, directory, 'waited');
  const hasLeft = await ownerLeft(deps, before, directory);
  const isOver = await clockRuns(deps, before);
  const isChanged = hasWaited || hasLeft || isOver;
  const found = (isChanged ? await readCase(deps, id) : undefined) ?? before;
  const record = await manned(deps, found, directory);
  await keepChildRecord(deps, record, directory);
  await keepLowLevel(deps, record, directory);
  await proposeAfterCase(deps, directory, id, record.state);
  const wanted = await wantedCards(deps, record, directory);
  const { unreachable, again } = await deliverCards(deps, id, record.snapshot.deliveries, wanted.cards);
  await withdraw(
    deps,
    record,
    directory,
    wanted.cards.map((card) => card.for),
  );
  if (before.state.report !== undefined && isJustSent(before.state))
    await eraseSentDraft(deps, before.state.reporter, id);
  const lost = (person: { id: string }) => {
    const theirs = wanted.cards.filter((card) => card.for.startsWith(`lead:${person.id}:`));
    return theirs.every((card) => unreachable.includes(card.for));
  };
  const isWaitedFor = record.state.progress.status === 'new' && record.state.clock !== undefined;
  if (isWaitedFor && wanted.present.length > 0 && wanted.present.every(lost))
    await escalate(deps, id, directory, 'unreachable', record.state.rung);
  // The channel refused its card just now: whoever it was to reach there is told one to one, at once.
  if (unreachable.some((card) => card.startsWith('channel:'))) return { again: deps.clock.now() };
  return again === undefined ? {} : { again };
}
