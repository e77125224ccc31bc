import { type Instant, refOf } from '../../domain/ids.ts';
import { askIn } from '../../domain/people/answer-ask.ts';
import { approversOf } from '../../domain/people/approvers.ts';
import { type Directory, holders, type Person } from '../../domain/people/directory.ts';
import { isAnnounced } from '../../domain/people/role-news.ts';
import { addWorkingDays, atWork, nextWorkingMorning } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { deliverCards, sentFor, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { storedDirectory, todayOf } from '../directory.ts';
import type { RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';

interface Thin {
  /** Something is to be decided; otherwise there is only something to read. */
  readonly isAsked: boolean;
  readonly text: string;
  readonly button: string;
  readonly do: string;
  readonly isOpen: boolean;
}

const shown = ({ isAsked: _, ...slots }: Thin) => slots;

/** One card a person; whoever cannot be written to yet is tried again on the next working morning. */
async function tell(
  deps: Deps,
  snapshot: RecordSnapshot<unknown>,
  people: readonly Person[],
  thin: Thin,
  /** Another round is another card. */
  round = 0,
): Promise<{ readonly again?: Instant }> {
  const { id } = snapshot.head;
  const now = deps.clock.now();
  const card = (about: Thin): Omit<WantedCard, 'for' | 'to'> => ({
    shows: `${about.text}|${about.isOpen}`,
    notBefore: atWork(now, deps.calendar),
    message: () => ({
      card: deps.cards.show('people-message', { ...shown(about), record: id }),
      notification: deps.cards.notify(about.isAsked ? 'needs-you' : 'something-to-read', { ref: refOf(id) }),
      silent: !about.isAsked,
    }),
  });
  const sent = sentFor(snapshot.deliveries);
  const found = await Promise.all(
    people.map(async (person) => {
      const own = round === 0 ? `people:${person.id}` : `people:${person.id}:${round}`;
      const to = sent.find((each) => each.for === own)?.card.address ?? (await addressesOf(deps, person))[0];
      return to === undefined ? [] : [{ for: own, to, ...card(thin) }];
    }),
  );
  const wanted = found.flat();
  const done = sent
    .filter((each) => !wanted.some((one) => one.for === each.for))
    .map((each) => ({ for: each.for, to: each.card.address, ...card({ ...thin, isOpen: false }) }));
  const { again } = await deliverCards(deps, id, snapshot.deliveries, [...wanted, ...done]);
  const later = found.some((each) => each.length === 0) ? nextWorkingMorning(now, deps.calendar) : undefined;
  const first = [again, later].filter((at) => at !== undefined).sort()[0];
  return first === undefined ? {} : { again: first };
}

/** The others who safeguard at the site hear that roles have changed there; what changed opens in private. */
export async function wakeNews(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ readonly again?: Instant }> {
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'role-news') return {};
  const { site, changes } = body.news;
  const told = changes.filter((change) => isAnnounced(deps.policy, change));
  const readers = holders(directory, site, [...deps.policy.leads, ...deps.policy.independent]).filter(
    (reader) => told.some(({ person }) => person !== reader.id),
  );
  const name = deps.organisation.sites.find(({ id }) => id === site)?.name ?? site;
  return tell(deps, snapshot, readers, {
    text: deps.cards.say('roles-changed', { site: name }),
    button: deps.cards.say('roles-open'),
    do: 'people.roles',
    isOpen: true,
    isAsked: false,
  });
}

/** Unanswered this long, they are asked again; after so many times it only stands in `people`. */
const PATIENCE_DAYS = 3;
const MOST_ROUNDS = 8;

/** How often they were to be asked again by now, and when they are the next time. */
function roundOf(
  { clock, calendar }: Deps,
  since: Instant,
): { readonly round: number; readonly next?: Instant } {
  const rounds = Array.from({ length: MOST_ROUNDS }, (_, n) =>
    addWorkingDays(since, PATIENCE_DAYS * (n + 1), calendar),
  );
  const round = rounds.filter((at) => at <= clock.now()).length;
  const next = rounds[round];
  return { round, ...(next !== undefined && { next }) };
}

/** Whoever may say yes is asked; once it is answered, their cards say so. */
export async function wakeAsk(
  deps: Deps,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ readonly again?: Instant }> {
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'access-ask') return {};
  const { directory } = await storedDirectory(deps);
  const ask = body.answer === undefined ? askIn(directory, body.ask) : undefined;
  const { round, next } = roundOf(deps, body.ask.since);
  const asked = ask === undefined ? [] : approversOf(deps.policy, directory, ask, todayOf(deps));
  const thin = {
    text: deps.cards.say(ask === undefined ? 'access-answered' : 'access-asked'),
    button: deps.cards.say('access-open'),
    do: 'people.ask',
    isOpen: ask !== undefined,
    isAsked: true,
  };
  const told = await tell(deps, snapshot, asked, thin, round);
  const times = [told.again, ask === undefined ? undefined : next].filter((at) => at !== undefined).sort();
  return times[0] === undefined ? {} : { again: times[0] };
}
