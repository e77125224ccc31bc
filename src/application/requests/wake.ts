import { type Instant, refOf } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { endersOf, mannedRoles, mayAnswer } from '../../domain/request/access.ts';
import type { RequestCommand } from '../../domain/request/commands.ts';
import { decide } from '../../domain/request/decide.ts';
import { atWork } from '../../domain/time/working-time.ts';
import { deliverCards, sentFor, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import type { RecordSnapshot } from '../ports.ts';
import { endReplaced } from '../registers/replaced.ts';
import { askedFor, waitedFor, wantedOf } from './cards.ts';
import { type RequestRecord, readRequest, requestIn, runRequest } from './store.ts';

/** What is said in the place of a card that has served. */
function insteadOf(deps: Deps, { state }: RequestRecord, directory: Directory, sent: string): string {
  const { say } = deps.cards;
  const [kind, id] = sent.split(':');
  if (kind === 'news') return say('newer-card');
  const isStillAsked = directory.people.some(
    (person) => person.id === id && mayAnswer(person, state, directory),
  );
  const isKept = endersOf(state, directory).some((person) => person.id === id);
  if (!isStillAsked && !isKept) return say('nothing-here');
  const isWaitedFor = waitedFor(state, directory).some((person) => person.id === id);
  return say(isWaitedFor ? 'newer-card' : 'answered');
}

/** Cards of earlier rounds, and with people who are no longer waited for, have no button left. */
async function withdraw(
  deps: Deps,
  record: RequestRecord,
  directory: Directory,
  kept: readonly WantedCard[],
): Promise<Instant | undefined> {
  const { id, snapshot } = record;
  const stale = sentFor(snapshot.deliveries).filter((sent) => !kept.some((card) => card.for === sent.for));
  const cards = stale.map((sent): WantedCard => {
    const text = insteadOf(deps, record, directory, sent.for);
    return {
      for: sent.for,
      to: sent.card.address,
      shows: text,
      message: () => ({
        card: deps.cards.show('line', { text }),
        notification: deps.cards.notify('something-to-read', { ref: refOf(id) }),
        silent: true,
      }),
    };
  });
  return (await deliverCards(deps, id, snapshot.deliveries, cards)).again;
}

/** Runs what the clock or a delivery means, if it means anything; the request as it is then. */
async function step(
  deps: Deps,
  before: RequestRecord,
  command: RequestCommand,
): Promise<RequestRecord | undefined> {
  const isDue = decide(command, before.state, { calendar: deps.calendar }).ok;
  if (!isDue) return undefined;
  const ran = await runRequest(deps, before.id, () => command);
  return ran.ok ? readRequest(deps, before.id) : undefined;
}

/** A card that would make a sound with somebody who is asked: after a fault it can come up again in the night. */
const isNudge = ({ snapshot }: RequestRecord, card: WantedCard): boolean =>
  card.for.startsWith('asked:') && !sentFor(snapshot.deliveries).some((sent) => sent.for === card.for);

/** What a request wants now: whoever is late asked again, the next role called, every card as it should be. */
export async function wakeRequest(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ readonly again?: Instant }> {
  const before = requestIn(snapshot);
  if (before === undefined) return {};
  const at = deps.clock.now();
  const manned = mannedRoles(before.state, directory);
  const tick: RequestCommand = { type: 'Tick', at, manned };
  const record = (await step(deps, before, (await endReplaced(deps, before, at)) ?? tick)) ?? before;
  const { state } = record;
  // Quiet hours: a wake-up for that time came with the change that set it.
  if (state.tell > at) return {};
  const wanted = await wantedOf(deps, record, directory);
  const opens = atWork(at, deps.calendar);
  const toSend = opens > at ? wanted.filter((card) => !isNudge(record, card)) : wanted;
  const { unreachable, again } = await deliverCards(deps, record.id, record.snapshot.deliveries, toSend);
  const later = await withdraw(deps, record, directory, wanted);
  const reached = waitedFor(state, directory).some((person) =>
    wanted.some(({ for: to }) => to.startsWith(`${askedFor(state, person)}:`) && !unreachable.includes(to)),
  );
  await step(deps, record, { type: 'NoteReach', at, reached, manned });
  const morning = toSend.length < wanted.length ? opens : undefined;
  const [soonest] = [again, later, morning].filter((each) => each !== undefined).sort();
  return soonest === undefined ? {} : { again: soonest };
}
