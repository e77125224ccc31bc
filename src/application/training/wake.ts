import type { Instant } from '../../domain/ids.ts';
import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import { look } from '../../domain/people/record/change.ts';
import { tellTeam } from '../../domain/people/record/team.ts';
import { atWork, later, nextWorkingMorning } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { deliverCards, sentFor, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import type { Address, Message } from '../messenger.ts';
import { asksNow, type HeldPerson, personIn, savePerson, todayOf } from '../people/store.ts';
import type { RecordSnapshot } from '../ports.ts';
import { dueSlots, notificationOf } from './card.ts';
import { hasAccount } from './late.ts';
import { teamSlots, tellOthers } from './team.ts';

/** Cards of earlier rounds are known by what they begin with. */
const KINDS = ['due:', 'team:'] as const;

type Sent = ReadonlyMap<string, Address>;

function cardsOf(
  deps: Deps,
  directory: Directory,
  person: Person,
  { record }: HeldPerson,
  sent: Sent,
  fallback: Address | undefined,
): readonly WantedCard[] {
  const notBefore = atWork(deps.clock.now(), deps.calendar);
  const card = (
    round: string,
    name: string,
    slots: ReturnType<typeof dueSlots>,
    notification: string,
  ): readonly WantedCard[] => {
    const to = sent.get(round) ?? fallback;
    const message = (): Message => ({ card: deps.cards.show(name, slots), notification, silent: false });
    return to === undefined
      ? []
      : [{ for: round, to, notBefore, once: true, shows: JSON.stringify(slots), message }];
  };
  const { round, teamRound } = record;
  const asks = asksNow(deps, person, record);
  const wanted = [
    ...(round === 0
      ? []
      : card(
          `due:${round}`,
          'training-message',
          dueSlots(deps, person, record),
          notificationOf(deps, record, asks),
        )),
    ...(teamRound === 0
      ? []
      : card(
          `team:${teamRound}`,
          'team-message',
          teamSlots(deps, directory, person, record),
          deps.cards.notify('training'),
        )),
  ];
  const isEarlier = (each: string) =>
    KINDS.some((kind) => each.startsWith(kind)) && !wanted.some((now) => now.for === each);
  const earlier = [...sent].filter(([each]) => isEarlier(each));
  return [...wanted, ...earlier.map(([each, to]) => older(deps, each, to))];
}

/** An earlier card has no buttons any more, so that none is pressed in vain. */
const older = (deps: Deps, is: string, to: Address): WantedCard => ({
  for: is,
  to,
  shows: 'newer-card',
  message: () => ({
    card: deps.cards.show('line', { text: deps.cards.say('newer-card') }),
    notification: deps.cards.notify('training'),
    silent: true,
  }),
});

interface Looked {
  readonly held: HeldPerson;
  readonly again?: Instant;
}

/**
 * What the clock asks for: others are told first, so that a breakdown in between tells them again, which changes nothing.
 * Undefined: somebody changed the record meanwhile.
 */
async function looked(
  deps: Deps,
  directory: Directory,
  person: Person,
  held: HeldPerson,
  isMet: boolean,
): Promise<Looked | undefined> {
  const now = deps.clock.now();
  const noted = await tellOthers(deps, directory, person, held.record);
  const isDue = held.record.wake !== undefined && held.record.wake <= now;
  const opens = atWork(now, deps.calendar);
  const record = { ...held.record, noted: [...noted] };
  const isChanged = JSON.stringify(noted) !== JSON.stringify(held.record.noted);
  if (!isDue && !isChanged) return { held };
  const save = async (next: HeldPerson['record'], wake?: Instant, event?: ReturnType<typeof look>) => {
    const change = { record: next, ...(event?.ok && event.value.event && { event: event.value.event }) };
    const saved = await savePerson(deps, person, held, change, { quiet: true, ...(wake && { wake }) });
    return saved === 'committed' ? { held: { ...held, record: next } } : undefined;
  };
  if (!isDue || opens > now) return save(record, isDue ? opens : held.record.wake);
  // On Teams nobody can be written to before they have met the bot: they may have by tomorrow.
  if (!isMet && hasAccount(deps, person)) return save(record, nextWorkingMorning(now, deps.calendar));
  const today = todayOf(deps);
  const nudged = look(record, asksNow(deps, person, record), today);
  const own = nudged.ok ? nudged.value.record : record;
  const team = tellTeam(own, today);
  return save(team.ok ? team.value.record : own, undefined, isMet ? nudged : undefined);
}

/** Sends what somebody is to be told now, and brings everything that they were sent up to date. */
export async function wakePerson(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again?: Instant }> {
  const found = personIn(snapshot);
  const person = found && personById(directory, found.record.person);
  // Whoever has left is reminded of nothing.
  if (found === undefined || person === undefined) return {};
  const [address] = await addressesOf(deps, person);
  const now = await looked(deps, directory, person, found, address !== undefined);
  if (now === undefined) return { again: later(deps.clock.now(), { seconds: 1 }) };
  const sent = new Map(sentFor(snapshot.deliveries).map((each) => [each.for, each.card.address]));
  const cards = cardsOf(deps, directory, person, now.held, sent, address);
  const { again } = await deliverCards(deps, found.id, snapshot.deliveries, cards);
  return again === undefined ? {} : { again };
}
