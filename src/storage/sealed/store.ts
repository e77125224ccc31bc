import type {
  Commit,
  Delivery,
  Head,
  Json,
  Listed,
  Page,
  Store,
  StoredEvent,
} from '../../application/ports.ts';
import type { RecordId } from '../../domain/ids.ts';
import { checkCommit } from '../check-commit.ts';
import { recentRecords } from '../recent-records.ts';
import { sealedBriefs } from './briefs.ts';
import { EventEnvelope, GENESIS, HeadEnvelope, linkText, parseJson } from './envelopes.ts';
import type { SealingKeyring } from './keyring.ts';
import { broken, openJson } from './open-json.ts';
import { sealText } from './seal.ts';

export interface SealedOptions {
  readonly store: Store<string>;
  readonly keyring: SealingKeyring;
  readonly organisation: string;
  /** Records that are read with almost every request (the directory): opened once for each version of them. */
  readonly kept?: readonly RecordId[];
  /** Told of each record that a list shows without its brief, because that does not open. */
  readonly damaged?: (record: RecordId) => void;
}

/** Records whose plain key stays in memory. */
const PLAIN_KEYS_KEPT = 500;

/** What must be known of a record before anything can be added to it. */
interface Tip {
  readonly version: number;
  readonly wrapped: string;
  readonly key: Buffer;
  readonly seq: number;
  readonly last: string;
}

type Write<Body> = Extract<Commit<Body>, { type: 'write' }>;

/** A kept record as it was opened last. */
interface Opened {
  readonly sealed: Head<string>;
  readonly tip: Tip;
  readonly head: Head<Json>;
}

/** Everything that the seal binds: what was opened with exactly this needs no second look. An empty body is one we have. */
const isSame = (a: Head<string>, b: Head<string>): boolean =>
  (a.body === b.body || b.body === '') &&
  a.brief === b.brief &&
  a.version === b.version &&
  a.status === b.status &&
  a.tokens.join(',') === b.tokens.join(',');

/** Encryption around any store: what goes in and comes out is `Json`, what lies inside is sealed. */
export function sealedStore({
  store,
  keyring,
  organisation,
  kept = [],
  damaged,
}: SealedOptions): Store<Json> {
  const tips = recentRecords<Tip>(PLAIN_KEYS_KEPT);
  const opened = new Map<RecordId, Opened>();
  const briefs = sealedBriefs(keyring, organisation, damaged);

  const place = (record: RecordId, field: string): string => `v1|${organisation}|${record}|${field}`;
  /** Whether there is a brief is bound as well: taking it away would hide what lists should show. */
  const headPlace = (head: Head<unknown>, { seq, last }: Pick<Tip, 'seq' | 'last'>): string =>
    place(
      head.id,
      `head|${head.version}|${head.status}|${head.tokens.join(',')}|${seq}|${last}${head.brief === undefined ? '' : '|brief'}`,
    );

  function openHead(
    head: Head<string>,
    known = opened.get(head.id),
  ): { readonly tip: Tip; readonly head: Head<Json> } {
    if (known === undefined || !isSame(known.sealed, head)) return openAnew(head);
    tips.remember(head.id, known.tip);
    return known;
  }

  function openAnew(head: Head<string>): { readonly tip: Tip; readonly head: Head<Json> } {
    const envelope = HeadEnvelope.safeParse(parseJson(head.body));
    if (!envelope.success) throw broken(head.id, 'the head');
    const { key: wrapped, seq, last, data } = envelope.data;
    const key = keyring.unwrapDataKey(head.id, wrapped);
    if (key === undefined) throw broken(head.id, 'the data key');
    const { id, version, status, tokens } = head;
    const body = openJson(key, data, id, headPlace(head, { seq, last }), 'the head');
    const { brief } = briefs.open(head);
    const tip = { version, wrapped, key, seq, last };
    tips.remember(id, tip);
    const found = { tip, head: { id, version, status, tokens, body, ...(brief !== undefined && { brief }) } };
    if (kept.includes(id)) opened.set(id, { sealed: head, ...found });
    return found;
  }

  function openEvents(
    record: RecordId,
    tip: Tip,
    events: readonly StoredEvent<string>[],
  ): { readonly events: readonly StoredEvent<Json>[]; readonly chain: readonly string[] } {
    const chain: string[] = [];
    let prev = GENESIS;
    const opened = events.map(({ seq, body }, index) => {
      const envelope = EventEnvelope.safeParse(parseJson(body));
      if (!envelope.success) throw broken(record, `event ${seq}`);
      const { data, hash } = envelope.data;
      const link = keyring.link(linkText(organisation, record, seq, prev, data));
      if (seq !== index + 1 || envelope.data.prev !== prev || hash !== link)
        throw broken(record, `event ${seq}`);
      prev = hash;
      chain.push(hash);
      return { seq, body: openJson(tip.key, data, record, place(record, `event|${seq}`), `event ${seq}`) };
    });
    if (opened.length !== tip.seq || prev !== tip.last) throw broken(record, 'the end of its history');
    return { events: opened, chain };
  }

  /** The state to build on, or `undefined` when the record is no longer at that version. */
  async function tipAt(record: RecordId, version: number): Promise<Tip | undefined> {
    if (version === 0) {
      const { key, wrapped } = keyring.newDataKey(record);
      return { version, wrapped, key, seq: 0, last: GENESIS };
    }
    const known = tips.get(record);
    if (known?.version === version) return known;
    const found = await store.read(record);
    return found?.head.version === version ? openHead(found.head).tip : undefined;
  }

  function sealWrite(
    change: Write<Json>,
    before: Tip,
  ): { readonly sealed: Write<string>; readonly tip: Tip } {
    const { head } = change;
    let { seq, last } = before;
    const events = change.events.map((event) => {
      seq += 1;
      if (event.seq !== seq)
        throw new Error(`Record ${head.id}: event ${event.seq} was given where ${seq} follows`);
      const data = sealText(before.key, JSON.stringify(event.body), place(head.id, `event|${seq}`));
      const prev = last;
      last = keyring.link(linkText(organisation, head.id, seq, prev, data));
      return { seq, body: JSON.stringify({ v: 1, prev, hash: last, data } satisfies EventEnvelope) };
    });
    const tip = { ...before, version: head.version, seq, last };
    const data = sealText(tip.key, JSON.stringify(head.body), headPlace(head, tip));
    const body = JSON.stringify({ v: 1, key: tip.wrapped, seq, last, data } satisfies HeadEnvelope);
    const { id, version, status, tokens } = head;
    const sealed = { id, version, status, tokens, body, ...briefs.seal(head, tip.key, tip.wrapped) };
    return { sealed: { ...change, head: sealed, events }, tip };
  }

  const openPage = (page: Page<Listed<string>>): Page<Listed<Json>> => ({
    ...page,
    items: page.items.map(briefs.openInList),
  });

  async function keyOf(record: RecordId): Promise<Buffer> {
    const known = tips.get(record);
    if (known !== undefined) return known.key;
    const found = await store.read(record);
    if (found === undefined) throw new Error(`Record ${record} is gone`);
    return openHead(found.head).tip.key;
  }

  return {
    async read(id, options) {
      const known = opened.get(id);
      const found = await store.read(id, { ...options, ...(known && { known: known.sealed.version }) });
      if (found === undefined) {
        tips.forget(id);
        return undefined;
      }
      const { tip, head } = openHead(found.head, known);
      const history = options?.events === true ? openEvents(id, tip, found.events) : undefined;
      return {
        head,
        events: history?.events ?? [],
        ...(options?.chain === true && history !== undefined && { chain: history.chain }),
        deliveries: found.deliveries.map(({ id: delivery, body }) => ({
          id: delivery,
          body: openJson(tip.key, body, id, place(id, `delivery|${delivery}`), 'a delivery'),
        })),
      };
    },
    async commit(change) {
      checkCommit(change);
      if (change.type === 'erase') {
        const erased = await store.commit(change);
        tips.forget(change.id);
        briefs.forget(change.id);
        return erased;
      }
      const before = await tipAt(change.head.id, change.expected);
      if (before === undefined) return 'conflict';
      const { sealed, tip } = sealWrite(change, before);
      const result = await store.commit(sealed);
      if (result === 'committed') tips.remember(change.head.id, tip);
      return result;
    },
    async saveDelivery(record, delivery: Delivery<Json>, options) {
      const key = await keyOf(record);
      const bound = place(record, `delivery|${delivery.id}`);
      const body = sealText(key, JSON.stringify(delivery.body), bound);
      return store.saveDelivery(record, { id: delivery.id, body }, options);
    },
    due: (now, lane, n) => store.due(now, lane, n),
    claim: (row, owner, until) => store.claim(row, owner, until),
    settle: (row, settlement) => store.settle(row, settlement),
    byToken: async (token, cursor) => openPage(await store.byToken(token, cursor)),
    openCases: async (cursor) => openPage(await store.openCases(cursor)),
    probe: () => store.probe(),
    close: () => store.close(),
  };
}
