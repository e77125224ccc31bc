import type { Instant, RecordId } from '../domain/ids.ts';
import { RecordId as RecordIdSchema } from '../domain/ids.ts';
import type { Directory, Person } from '../domain/people/directory.ts';
import { daysLate, lastDayOf } from '../domain/reviews/cycle.ts';
import { dayOf, nextMorning } from '../domain/time/working-time.ts';
import { addressesOf } from './addresses.ts';
import { deliverCards } from './deliver.ts';
import type { Deps } from './deps.ts';
import type { Answer } from './intent.ts';
import { listOf, shortOf } from './people-words.ts';
import type { RecordSnapshot } from './ports.ts';
import { RecordBody } from './records.ts';
import { nothingHere, type Pressed } from './work-case.ts';
import { writeRecord } from './write-record.ts';

type Review = Extract<RecordBody, { kind: 'review' }>;

const dueOf = (deps: Deps): string | undefined =>
  deps.policy.review.due === null ? undefined : lastDayOf(deps.policy.review.due);

/** True when the policy's own review is late. */
export function reviewDue(deps: Deps, today: string): boolean {
  const due = dueOf(deps);
  return due !== undefined && due < today;
}

/** One record a due day: its owner is told once, and the card stays until somebody starts. */
export async function startReview(deps: Deps, now: Instant): Promise<void> {
  const due = dueOf(deps);
  if (due === undefined) return;
  const id = deps.keyring.recordId(`review|${deps.policy.id}|${due}`);
  if ((await deps.store.read(id)) !== undefined) return;
  const body: Review = { kind: 'review', policy: deps.policy.id, due, standing: 'due', applied: [] };
  await writeRecord(deps, id, 0, body, [{ lane: 'bulk', at: now }]);
}

/** Whoever holds the owner's role, at any site. */
const ownersOf = (deps: Deps, directory: Directory): readonly Person[] =>
  directory.people.filter((person) => person.roles.some(({ role }) => role === deps.policy.review.owner));

function slotsOf(deps: Deps, directory: Directory, id: RecordId, review: Review) {
  const today = dayOf(deps.clock.now(), deps.organisation.timezone).toString();
  const date = Temporal.PlainDate.from(review.due).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return {
    review: id,
    text: deps.cards.say('review-late', {
      title: deps.policy.title,
      date,
      days: daysLate(review.due, today),
    }),
    who: deps.cards.say('review-owner', {
      role: shortOf(deps.policy, deps.policy.review.owner),
      people: listOf(ownersOf(deps, directory).map(({ name }) => name)),
    }),
    why: deps.policy.review.source,
    started: review.standing === 'started' ? deps.cards.say('review-started') : undefined,
    open: review.standing === 'due',
  };
}

export async function wakeReview(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again?: Instant }> {
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'review') return {};
  const { id } = snapshot.head;
  const addressed = await Promise.all(
    ownersOf(deps, directory).map(async (person) =>
      (await addressesOf(deps, person)).slice(0, 1).map((to) => ({ person, to })),
    ),
  );
  const cards = addressed.flat().map(({ person, to }) => ({
    for: `review:${person.id}:${to.platform}`,
    to,
    shows: body.standing,
    message: () => ({
      card: deps.cards.show('review-message', { ...slotsOf(deps, directory, id, body), showWho: false }),
      notification: deps.cards.notify('reviews'),
      silent: false,
    }),
  }));
  const { again } = await deliverCards(deps, id, snapshot.deliveries, cards);
  if (again !== undefined) return { again };
  // On Teams nobody can be written to before they have met the bot: they may have by tomorrow.
  const isWaiting = body.standing === 'due' && addressed.some((found) => found.length === 0);
  return isWaiting ? { again: nextMorning(deps.clock.now(), deps.organisation.timezone) } : {};
}

/** "Start the review", "Who does this?" */
export async function pressReview({ deps, directory, person, press }: Pressed): Promise<Answer> {
  const id = RecordIdSchema.safeParse(press.record);
  const snapshot = id.success ? await deps.store.read(id.data) : undefined;
  const body = snapshot === undefined ? undefined : RecordBody.parse(snapshot.head.body);
  const isOwner = ownersOf(deps, directory).some((owner) => owner.id === person.id);
  if (snapshot === undefined || body?.kind !== 'review' || !isOwner) return nothingHere(deps);
  const next: Review =
    press.do === 'review.start' && body.standing === 'due'
      ? { ...body, standing: 'started', startedBy: person.id }
      : body;
  if (next !== body) {
    const { head } = snapshot;
    await writeRecord(deps, head.id, head.version, next, [{ lane: 'bulk', at: deps.clock.now() }]);
    deps.kick();
  }
  const card = deps.cards.show('review-message', {
    ...slotsOf(deps, directory, snapshot.head.id, next),
    showWho: press.do === 'review.who',
  });
  return { type: 'card', card };
}
