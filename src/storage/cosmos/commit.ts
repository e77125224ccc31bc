import type { OperationInput } from '@azure/cosmos';
import type { Commit, CommitResult } from '../../application/ports.ts';
import type { RecordId } from '../../domain/ids.ts';
import { checkCommit } from '../check-commit.ts';
import { recentRecords } from '../recent-records.ts';
import { eventItem, HEAD_ID, HeadItem, headItem, IdItem, partitionOf, wakeItem } from './items.ts';
import { type Answered, type CosmosRequests, succeeded } from './requests.ts';

type Write = Extract<Commit<string>, { type: 'write' }>;
type Erase = Extract<Commit<string>, { type: 'erase' }>;

/** More than the sealed store remembers: both must know the same head, or a re-made draft could be mistaken for the old one. */
const ETAGS_KEPT = 2_000;
const ERASE_ATTEMPTS = 5;
const OTHERS_PER_BATCH = 99;

export function cosmosCommits(requests: CosmosRequests, organisation: string) {
  const known = recentRecords<{ readonly version: number; readonly etag: string }>(ETAGS_KEPT);

  async function readHead(id: RecordId): Promise<HeadItem | undefined> {
    const found = await requests.pointRead(partitionOf(organisation, id), HEAD_ID);
    if (found === undefined) return undefined;
    const head = HeadItem.parse(found);
    known.remember(id, { version: head.version, etag: head._etag });
    return head;
  }

  async function etagAt(id: RecordId, version: number): Promise<string | undefined> {
    const remembered = known.get(id);
    if (remembered?.version === version) return remembered.etag;
    const head = await readHead(id);
    return head?.version === version ? head._etag : undefined;
  }

  async function write({ head, expected, events, wakes }: Write): Promise<CommitResult> {
    const pk = partitionOf(organisation, head.id);
    const etag = expected === 0 ? undefined : await etagAt(head.id, expected);
    if (expected !== 0 && etag === undefined) return 'conflict';
    const item = headItem(organisation, head);
    const operations: OperationInput[] = [
      etag === undefined
        ? { operationType: 'Create', resourceBody: item }
        : { operationType: 'Replace', id: HEAD_ID, ifMatch: etag, resourceBody: item },
      ...events.map(
        (event): OperationInput => ({
          operationType: 'Create',
          resourceBody: eventItem(organisation, head, event),
        }),
      ),
      ...wakes.map(
        (wake, index): OperationInput => ({
          operationType: 'Create',
          resourceBody: wakeItem(organisation, head, index, wake),
        }),
      ),
    ];
    const answers = await requests.batch(pk, operations);
    if (refusedByHead(answers)) return 'conflict';
    const [first] = answers;
    if (first === undefined || !answers.every(succeeded)) {
      const statuses = answers.map(({ status }) => status).join(' ');
      throw new Error(`Nothing was saved: record ${head.id} refused a part of the commit (${statuses})`);
    }
    known.remember(head.id, { version: head.version, etag: first.etag });
    return 'committed';
  }

  const partsOf = async (pk: string): Promise<readonly string[]> => {
    const found = await requests.query('SELECT c.id FROM c WHERE c.pk = @pk', { pk }, Infinity, pk);
    return found.map((item) => IdItem.parse(item).id).filter((id) => id !== HEAD_ID);
  };

  /**
   * The head goes first, with as much as fits in its batch: it holds the key, and without it nothing can be added.
   * What was added while we looked, and what did not fit, goes after.
   */
  async function erase({ id, expected }: Erase): Promise<CommitResult> {
    const pk = partitionOf(organisation, id);
    for (let attempt = 1; attempt <= ERASE_ATTEMPTS; attempt += 1) {
      const etag = await etagAt(id, expected);
      if (etag === undefined) return 'conflict';
      const others = (await partsOf(pk)).slice(0, OTHERS_PER_BATCH);
      // The service takes a condition on a delete; only the library's type leaves it out.
      const head = { operationType: 'Delete', id: HEAD_ID, ifMatch: etag } as const;
      const answers = await requests.batch(pk, [
        head,
        ...others.map((other): OperationInput => ({ operationType: 'Delete', id: other })),
      ]);
      if (refusedByHead(answers)) return 'conflict';
      // A wake-up that was settled meanwhile is no longer there to delete: look again.
      if (!answers.every(succeeded)) continue;
      known.forget(id);
      for (const left of await partsOf(pk)) await requests.remove(pk, left);
      return 'committed';
    }
    throw new Error(`Nothing was erased: record ${id} kept changing`);
  }

  return {
    readHead,
    commit(change: Commit<string>): Promise<CommitResult> {
      checkCommit(change);
      return change.type === 'write' ? write(change) : erase(change);
    },
  };
}

/** Whether it is the head that refused; what else may refuse is no conflict but a fault. */
function refusedByHead(answers: readonly Answered[]): boolean {
  const refusal = answers.find((answer) => !succeeded(answer) && answer.status !== 424);
  return refusal !== undefined && refusal === answers[0] && [404, 409, 412].includes(refusal.status);
}
