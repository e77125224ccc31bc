import type { Instant, RecordId } from '../domain/ids.ts';
import { later } from '../domain/time/working-time.ts';
import type { Deps } from './deps.ts';
import { asDrill } from './drill/mark.ts';
import type { Address, Message, SendResult } from './messenger.ts';
import type { Delivery } from './ports.ts';
import { DeliveryBody, type SentCard } from './records.ts';

/** One card that somebody is to have now. */
export interface WantedCard {
  /** Whom and what it is for ("lead:p-iris"): unique within the record. */
  readonly for: string;
  readonly to: Address;
  /** What the message looks like now; another value means that a card already sent is brought up to date. */
  readonly shows: string;
  /** `again` labels a card whose first sending may have arrived. */
  readonly message: (again: boolean) => Message;
  /** A message of ours that is already there and becomes this card. */
  readonly inPlaceOf?: SentCard | undefined;
  /** A new message waits until then; one that is there is brought up to date at any hour. */
  readonly notBefore?: Instant;
  /**
   * True: where nobody can tell whether it arrived, it is not sent again. For nudges, which come round by themselves; what
   * is about a child is sent again and says so.
   */
  readonly once?: boolean;
  /** True: brought up to date at once, also while its reader has a view open in its place. */
  readonly evenIfHeld?: boolean;
}

export interface Delivered {
  /** Whom no new message reaches any more: the next person, now. */
  readonly unreachable: readonly string[];
  /** When to try again, if something is to be tried again. */
  readonly again?: Instant;
}

/** As long as a row is held: longer, and whoever was sending is gone. */
const SENDING = { seconds: 30 } as const;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5 * 60_000;
const retryAfter = (attempt: number): number => Math.min(FIRST_RETRY_MS * 2 ** attempt, LONGEST_RETRY_MS);

const idOf = (deps: Deps, record: RecordId, wanted: string): string =>
  deps.keyring.sign(`delivery|${record}|${wanted}`);

interface Attempt {
  readonly retryInMs?: number;
  readonly unreachable?: true;
}

function outcome(result: SendResult | { type: 'updated' | 'card-gone' }, attempt: number): Attempt {
  switch (result.type) {
    case 'sent':
    case 'updated':
    case 'card-gone':
      return {};
    case 'throttled':
      return { retryInMs: result.retryAfterMs };
    case 'not-sent':
    case 'ambiguous':
    case 'credentials':
      return { retryInMs: retryAfter(attempt) };
    case 'unreachable':
    case 'poison':
      return { unreachable: true };
  }
}

/** Brings every card of a record up to date: sends what is missing, changes what is stale, each at most once at a time. */
export async function deliverCards(
  deps: Deps,
  record: RecordId,
  deliveries: readonly Delivery<unknown>[],
  wanted: readonly WantedCard[],
): Promise<Delivered> {
  const known = new Map(deliveries.map(({ id, body }) => [id, DeliveryBody.parse(body)]));
  const unreachable: string[] = [];
  const retries: number[] = [];
  // All at once: one address that hangs must not keep the others waiting, nor outlast the lease.
  await Promise.all(
    wanted.map(async (card) => {
      const id = idOf(deps, record, card.for);
      const result = await deliverOne(deps, record, id, known.get(id), card);
      if (result.unreachable) unreachable.push(card.for);
      if (result.retryInMs !== undefined) retries.push(result.retryInMs);
    }),
  );
  const soonest = retries.length === 0 ? undefined : Math.min(...retries);
  return {
    unreachable,
    ...(soonest !== undefined && { again: later(deps.clock.now(), { milliseconds: Math.ceil(soonest) }) }),
  };
}

async function deliverOne(
  deps: Deps,
  record: RecordId,
  id: string,
  before: DeliveryBody | undefined,
  card: WantedCard,
): Promise<Attempt> {
  if (before?.standing === 'failed') return { unreachable: true };
  if (before?.standing === 'unsure') return {};
  const messenger = deps.messengers[card.to.platform];
  const message = (again: boolean): Message => {
    const made = card.message(again);
    return { ...made, card: asDrill(deps, record, made.card) };
  };
  if (messenger === undefined) return { unreachable: true };
  const save = (body: DeliveryBody, isNew = false) =>
    deps.store.saveDelivery(record, { id, body }, { isNew });
  const there = before?.standing === 'sent' ? before.card : before === undefined ? card.inPlaceOf : undefined;
  if (there !== undefined) {
    if (before?.standing === 'sent' && before.shows === card.shows) return {};
    const held = before?.standing === 'sent' ? before.heldUntil : undefined;
    if (held !== undefined && held > deps.clock.now() && card.evenIfHeld !== true)
      return { retryInMs: Date.parse(held) - Date.parse(deps.clock.now()) };
    const result = await messenger.update(there.address, there.messageId, message(false));
    deps.log.info({ event: 'card-updated', record, code: result.type });
    // A card that is gone is not a person who is gone: nothing climbs because of it.
    if (result.type === 'updated' || result.type === 'card-gone')
      await save({ standing: 'sent', for: card.for, card: there, shows: card.shows });
    const { retryInMs } = outcome(result, 0);
    return retryInMs === undefined ? {} : { retryInMs };
  }
  const now = deps.clock.now();
  if (card.notBefore !== undefined && card.notBefore > now)
    return { retryInMs: Date.parse(card.notBefore) - Date.parse(now) };
  const busy = before?.standing === 'sending' ? before.until : undefined;
  if (busy !== undefined && busy > now) return { retryInMs: Date.parse(busy) - Date.parse(now) };
  const unsure = { standing: 'unsure', for: card.for } as const;
  // Whoever was sending it is gone, and did not say what became of it.
  if (card.once === true && busy !== undefined) {
    await save(unsure);
    return {};
  }
  const attempt = before?.standing === 'sending' ? before.attempt + 1 : 0;
  const sending = { standing: 'sending', for: card.for, attempt } as const;
  // Two instances can be at one record, each with a row of its own: the one that writes this first sends.
  if (!(await save({ ...sending, until: later(now, SENDING) }, before === undefined)))
    return { retryInMs: FIRST_RETRY_MS };
  const result = await messenger.send(card.to, message(attempt > 0));
  deps.log.info({ event: 'card-sent', record, code: result.type, n: attempt });
  if (result.type === 'sent') {
    const { address, messageId } = result;
    const sent = { address: { platform: address.platform, to: { ...address.to } }, messageId };
    await save({ standing: 'sent', for: card.for, card: sent, shows: card.shows });
  }
  if (result.type === 'unreachable' || result.type === 'poison')
    await save({ standing: 'failed', for: card.for, code: result.code });
  if (card.once === true && result.type === 'ambiguous') {
    await save(unsure);
    return {};
  }
  const tried = outcome(result, attempt);
  if (tried.retryInMs !== undefined) await save(sending);
  return tried;
}

/** The message of ours that stands for this, if it was sent. */
export function sentCard(
  deps: Deps,
  record: RecordId,
  deliveries: readonly Delivery<unknown>[],
  wanted: string,
): SentCard | undefined {
  const id = idOf(deps, record, wanted);
  const found = deliveries.find((each) => each.id === id);
  const body = found === undefined ? undefined : DeliveryBody.parse(found.body);
  return body?.standing === 'sent' ? body.card : undefined;
}

/** What earlier cards were for, so that those no longer wanted can say so. */
export const sentFor = (
  deliveries: readonly Delivery<unknown>[],
): readonly { readonly for: string; readonly card: SentCard }[] =>
  deliveries.flatMap(({ body }) => {
    const parsed = DeliveryBody.parse(body);
    return parsed.standing === 'sent' ? [{ for: parsed.for, card: parsed.card }] : [];
  });

/** What a new message could not be sent for: there is no way to them. */
export const refusedFor = (deliveries: readonly Delivery<unknown>[]): ReadonlySet<string> =>
  new Set(
    deliveries.flatMap(({ body }) => {
      const parsed = DeliveryBody.parse(body);
      return parsed.standing === 'failed' ? [parsed.for] : [];
    }),
  );

/** A view is left alone this long after the last press in it. */
const HOLD = { minutes: 10 } as const;
/** Renewed only when this little is left, so that a press seldom costs a write. */
const RENEW = { minutes: 5 } as const;

/**
 * On Teams a private view stands in the place of the message it was opened from. While somebody reads or types there,
 * that one message is not brought up to date; every other card is.
 */
export async function holdCards(deps: Deps, record: RecordId, where: Address): Promise<void> {
  const snapshot = await deps.store.read(record);
  const now = deps.clock.now();
  for (const { id, body } of snapshot?.deliveries ?? []) {
    const sent = DeliveryBody.parse(body);
    if (sent.standing !== 'sent' || sent.card.address.platform !== where.platform) continue;
    if (sent.card.address.to.conversation !== where.to.conversation) continue;
    if (sent.heldUntil !== undefined && sent.heldUntil > later(now, RENEW)) continue;
    await deps.store.saveDelivery(record, { id, body: { ...sent, heldUntil: later(now, HOLD) } });
  }
}
