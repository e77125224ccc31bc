import type { Commit, Head, Json, Lane, Listed, Page, Store } from '../../src/application/ports.ts';
import { Instant, RecordId } from '../../src/domain/ids.ts';

export const recordId = (n: number): RecordId => RecordId.parse(`r${String(n).padStart(25, '0')}`);

/** Minutes after a fixed moment. */
export const minute = (n: number): Instant =>
  Instant.parse(new Date(Date.UTC(2026, 10, 21, 14, 5) + n * 60_000).toISOString());

type Write = Extract<Commit<Json>, { type: 'write' }>;

export interface WriteParts extends Partial<Pick<Head<Json>, 'status' | 'tokens' | 'body' | 'brief'>> {
  readonly events?: readonly (readonly [seq: number, body: Json])[];
  readonly wakes?: readonly (readonly [lane: Lane, at: Instant])[];
}

/** The commit that follows version `expected` of a record. */
export const change = (id: RecordId, expected: number, parts: WriteParts = {}): Write => ({
  type: 'write',
  expected,
  head: {
    id,
    version: expected + 1,
    status: parts.status ?? 'open',
    tokens: parts.tokens ?? [],
    body: parts.body ?? `version ${expected + 1}`,
    ...(parts.brief !== undefined && { brief: parts.brief }),
  },
  events: (parts.events ?? []).map(([seq, body]) => ({ seq, body })),
  wakes: (parts.wakes ?? []).map(([lane, at]) => ({ lane, at })),
});

export const idsOf = ({ items }: Page<Listed<unknown>>): readonly RecordId[] => items.map(({ id }) => id);

export async function allPages<Item>(
  list: (cursor?: string) => Promise<Page<Item>>,
): Promise<Page<Item>['items'][]> {
  const pages: Page<Item>['items'][] = [];
  let cursor: string | undefined;
  do {
    const page = await list(cursor);
    pages.push(page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return pages;
}

/** What is left when the last part of a commit on an existing record is refused. */
export async function afterRefusedPart(store: Store, id: RecordId) {
  await store.commit(
    change(id, 0, { tokens: ['before'], events: [[1, 'one']], wakes: [['case', minute(0)]] }),
  );
  const bad = change(id, 1, {
    tokens: ['after'],
    events: [
      [2, 'two'],
      [1, 'one again'],
    ],
    wakes: [['case', minute(1)]],
  });
  const refused = await store.commit(bad).then(
    () => false,
    () => true,
  );
  const found = await store.read(id, { events: true });
  return {
    refused,
    version: found?.head.version,
    events: found?.events.map(({ seq }) => seq),
    wakes: (await store.due(minute(9), 'case', 10)).length,
    before: idsOf(await store.byToken('before')),
    after: idsOf(await store.byToken('after')),
  };
}
