import type { Instant, RecordId } from '../../domain/ids.ts';
import { refOf } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { holdersAt, ownersOf, type Recurring } from '../../domain/reviews/duties.ts';
import {
  type DutyRound,
  isOpen,
  isOver,
  isProposed,
  leftToMend,
  onMorning,
} from '../../domain/reviews/round.ts';
import { atWork, nextWorkingMorning } from '../../domain/time/working-time.ts';
import { addressesOf, channelsOf } from '../addresses.ts';
import { isOurs } from '../audience.ts';
import { deliverCards, sentFor, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import type { Address, Message } from '../messenger.ts';
import type { RecordSnapshot } from '../ports.ts';
import { doneLine, dueLine, dutyOf, dutySlots, mendersOf, mendSlots, proposalSlots, today } from './cards.ts';
import { type HeldRound, roundIn, saveRound, soon } from './store.ts';

/** What a card is for: which kind, which time of telling, which person. */
interface Purpose {
  readonly person: Person;
  readonly for: string;
  readonly shows: object;
  readonly message: () => Message;
}

/** Everything that somebody is to have now because of this round. */
function purposes(deps: Deps, directory: Directory, id: RecordId, round: DutyRound): readonly Purpose[] {
  const duty = dutyOf(deps, directory, round);
  const owners = duty ? ownersOf(deps.policy, directory, duty, round) : [];
  const isOwner = ({ id: who }: Person) => owners.some((owner) => owner.id === who);
  const told =
    duty && !duty.each
      ? holdersAt(directory, round.sites, duty.tell).filter((person) => !isOwner(person))
      : [];
  const cardOf = (person: Person, kind: string, news = false): Purpose => {
    const slots = dutySlots(deps, directory, id, round, { isOwner: isOwner(person), mayDate: true });
    const card = () => deps.cards.show('duty-message', slots);
    const notification = news
      ? deps.cards.notify('something-to-read', { ref: refOf(id) })
      : deps.cards.notify('reviews');
    return {
      person,
      for: `${kind}:${person.id}`,
      shows: slots,
      message: () => ({ card: card(), notification, silent: news }),
    };
  };
  if (isAnswered(round)) return owners.map((person) => proposalOf(deps, id, round, person));
  const isLate = round.due < today(deps) && round.rounds > 0;
  const isAsked = round.undated === true && round.rounds > 0;
  const { progress } = round;
  const doer = progress.standing === 'done' ? progress.by : undefined;
  const shared = progress.standing === 'done' ? (progress.shared?.with ?? []) : [];
  const readers = [...told, ...holdersAt(directory, round.sites, shared)].filter(
    (person, n, all) => person.id !== doer && all.findIndex(({ id: who }) => who === person.id) === n,
  );
  return [
    ...(round.rounds > 0 ? owners.map((person) => cardOf(person, `due:${round.rounds}`)) : []),
    ...(isLate || isAsked ? told.map((person) => cardOf(person, 'late')) : []),
    ...(doer === undefined ? [] : readers.map((person) => cardOf(person, 'done', true))),
    ...(duty ? mending(deps, directory, id, round, duty) : []),
  ];
}

const isAnswered = ({ progress: { standing } }: DutyRound): boolean =>
  standing === 'proposed' || standing === 'taken-up' || standing === 'declined';

/** "Review the policy now?": of what happened it says no more than that it did. */
function proposalOf(deps: Deps, id: RecordId, round: DutyRound, person: Person): Purpose {
  const slots = proposalSlots(deps, id, round);
  return {
    person,
    for: `propose:${person.id}`,
    shows: slots,
    message: () => ({
      card: deps.cards.show('proposal-message', slots),
      notification: deps.cards.notify('reviews'),
      silent: false,
    }),
  };
}

const mending = (
  deps: Deps,
  directory: Directory,
  id: RecordId,
  round: DutyRound,
  duty: Recurring,
): readonly Purpose[] =>
  round.toMend.flatMap((mend) => {
    const slots = mendSlots(deps, id, round, mend);
    return mendersOf(deps, directory, duty, round).map((person) => ({
      person,
      for: `mend:${mend.id}:${mend.rounds}:${person.id}`,
      shows: slots,
      message: () => ({
        card: deps.cards.show('mend-message', slots),
        notification: deps.cards.notify('reviews'),
        silent: false,
      }),
    }));
  });

/** News of what is over reaches only those who have a card of it already, except that it is done. */
const isNew = (round: DutyRound, wanted: string): boolean => {
  const [kind, question] = wanted.split(':');
  if (kind === 'done') return true;
  if (kind === 'mend') return leftToMend(round).some(({ id }) => id === question);
  if (kind === 'propose') return isProposed(round) && round.toldOn !== undefined;
  return isOpen(round);
};

async function cardsOf(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
  round: DutyRound,
): Promise<readonly WantedCard[]> {
  const { id } = snapshot.head;
  const sent = new Map(sentFor(snapshot.deliveries).map((each) => [each.for, each.card.address]));
  const notBefore = atWork(deps.clock.now(), deps.calendar);
  const wanted = purposes(deps, directory, id, round).filter(
    (purpose) => sent.has(purpose.for) || isNew(round, purpose.for),
  );
  const addressed = await Promise.all(
    wanted.map(async (purpose) => ({
      purpose,
      to: sent.get(purpose.for) ?? (await addressesOf(deps, purpose.person))[0],
    })),
  );
  const cards = addressed.flatMap(({ purpose, to }): readonly WantedCard[] =>
    to === undefined ? [] : [{ ...purpose, to, notBefore, shows: JSON.stringify(purpose.shows) }],
  );
  const channels = await channelCards(deps, directory, round, sent, notBefore);
  const all = [...cards, ...channels];
  const others = [...sent].filter(([is]) => !all.some((card) => card.for === is));
  return [...all, ...others.map(([is, to]) => gone(deps, directory, round, is, to))];
}

/** The leads' channel hears that the policy's review is late, where only people of this organisation read it. */
async function channelCards(
  deps: Deps,
  directory: Directory,
  round: DutyRound,
  sent: ReadonlyMap<string, Address>,
  notBefore: Instant,
): Promise<readonly WantedCard[]> {
  const duty = dutyOf(deps, directory, round);
  const isLate = isOpen(round) && round.rounds > 0 && round.due < today(deps);
  if (duty?.channel === undefined || round.because !== undefined) return [];
  const places = await Promise.all(
    round.sites.map(async (site) =>
      (await channelsOf(deps, site)).map((to) => ({ to, is: `channel:${site}:${to.platform}` })),
    ),
  );
  const open = await Promise.all(
    places.flat().map(async (place) => ({
      ...place,
      isOpen: sent.has(place.is) || (isLate && (await isOurs(deps, place.to, directory))),
    })),
  );
  const { progress, title, due } = round;
  const text =
    progress.standing === 'done'
      ? doneLine(deps, round, progress)
      : progress.standing === 'moved'
        ? deps.cards.say('duty-moved')
        : dueLine(deps, { title, due, isReview: true });
  return open
    .filter((place) => place.isOpen)
    .map(({ to, is }) => ({
      for: is,
      to: sent.get(is) ?? to,
      notBefore,
      shows: text,
      message: () => ({
        card: deps.cards.show('line', { text }),
        notification: deps.cards.notify('reviews'),
        silent: false,
      }),
    }));
}

/** A card of an earlier time says that there is a newer one; that of somebody who does it no more says so. */
function gone(deps: Deps, directory: Directory, round: DutyRound, is: string, to: Address): WantedCard {
  const duty = dutyOf(deps, directory, round);
  const [kind] = is.split(':');
  const people =
    duty === undefined
      ? []
      : kind === 'due' || kind === 'propose'
        ? ownersOf(deps.policy, directory, duty, round)
        : mendersOf(deps, directory, duty, round);
  const isTheirs = people.some(({ id }) => is.endsWith(`:${id}`));
  const phrase = duty === undefined ? 'duty-gone' : isTheirs ? 'newer-card' : 'duty-elsewhere';
  return {
    for: is,
    to,
    shows: phrase,
    message: () => ({
      card: deps.cards.show('line', { text: deps.cards.say(phrase) }),
      notification: deps.cards.notify('reviews'),
      silent: true,
    }),
  };
}

/**
 * The first look of a day tells anew whoever is to be told, and makes the wake-up of the next morning: one a day, however
 * many wake-ups come. Undefined: somebody changed the round meanwhile.
 */
async function morning(
  deps: Deps,
  directory: Directory,
  held: HeldRound,
): Promise<{ readonly round: DutyRound; readonly again?: Instant } | undefined> {
  const { id, version, round } = held;
  const duty = dutyOf(deps, directory, round);
  const now = deps.clock.now();
  if (duty === undefined || isOver(round) || round.lookedOn === today(deps)) return { round };
  const opens = atWork(now, deps.calendar);
  if (opens > now) return { round, again: opens };
  const next = onMorning(round, duty, today(deps));
  const wake = nextWorkingMorning(now, deps.calendar);
  return (await saveRound(deps, id, version, next, [wake])) === 'committed' ? { round: next } : undefined;
}

/** Sends what a round wants now, and brings everything that was sent up to date. */
export async function wakeDuty(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again?: Instant }> {
  const held = roundIn(snapshot);
  if (held === undefined) return {};
  const looked = await morning(deps, directory, held);
  if (looked === undefined) return { again: soon(deps) };
  const cards = await cardsOf(deps, directory, snapshot, looked.round);
  const { again } = await deliverCards(deps, held.id, snapshot.deliveries, cards);
  const next = [again, looked.again].filter((at) => at !== undefined).sort()[0];
  return next === undefined ? {} : { again: next };
}
