import type { ChildState } from '../../domain/child/state.ts';
import { type TransferWait, waitOf } from '../../domain/child/transfer.ts';
import { ChildId, type Instant, type RecordId, refOf } from '../../domain/ids.ts';
import { type Directory, holders, type Person } from '../../domain/people/directory.ts';
import { atWork } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { deliverCards, sentFor, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { type ChildRecord, readChild, runChild } from './child-store.ts';
import { isOfSharing, sharingMessages } from './story-messages.ts';

/** Whoever leads a site that the child is at. */
const leadsOf = (deps: Deps, directory: Directory, { sites }: ChildState): readonly Person[] => [
  ...new Map(
    sites.flatMap((site) => holders(directory, site, deps.policy.leads)).map((person) => [person.id, person]),
  ).values(),
];

/** Says that something waits, and about whom only by reference; once it is done the card says that. */
function cardFor(deps: Deps, id: RecordId, waits: TransferWait['for'], isOver: boolean) {
  const slots = {
    ref: refOf(id),
    record: id,
    text: deps.cards.say(isOver ? 'transfer-chase-over' : `transfer-chase-${waits}`),
    open: isOver ? undefined : 'open',
  };
  return {
    shows: JSON.stringify(slots),
    message: () => ({
      card: deps.cards.show('child-due-message', slots),
      notification: deps.cards.notify('needs-you', { ref: refOf(id) }),
      silent: false,
    }),
  };
}

async function wantedOf(
  deps: Deps,
  directory: Directory,
  { state, snapshot }: ChildRecord,
): Promise<readonly WantedCard[]> {
  const { id } = snapshot.head;
  const wait = waitOf(state, deps.calendar);
  const sent = new Map(sentFor(snapshot.deliveries).map((each) => [each.for, each.card.address]));
  const chased =
    wait !== undefined && state.transfer?.chased.includes(wait.for) === true ? wait.for : undefined;
  const leads = chased === undefined ? [] : leadsOf(deps, directory, state);
  const wanted = await Promise.all(
    leads.map(async (person) => {
      const is = `${chased}:${state.transfer?.sent?.at ?? state.transfer?.on}:${person.id}`;
      return { is, to: sent.get(is) ?? (await addressesOf(deps, person))[0] };
    }),
  );
  const now = wanted.flatMap(({ is, to }): readonly WantedCard[] =>
    to === undefined || chased === undefined
      ? []
      : [
          {
            for: is,
            to,
            notBefore: atWork(deps.clock.now(), deps.calendar),
            ...cardFor(deps, id, chased, false),
          },
        ],
  );
  const before = [...sent].filter(([is]) => !isOfSharing(is) && !now.some((card) => card.for === is));
  return [...now, ...before.map(([is, to]) => ({ for: is, to, ...cardFor(deps, id, 'sending', true) }))];
}

/** A file that should have gone, or whose receipt is late: said once, to the leads of the child's site. */
export async function wakeChild(
  deps: Deps,
  directory: Directory,
  record: RecordId,
): Promise<{ readonly again?: Instant }> {
  const at = deps.clock.now();
  const id = ChildId.parse(record);
  await runChild(deps, id, (state) => {
    const wait = state && waitOf(state, deps.calendar);
    return wait !== undefined && wait.due <= at && state?.transfer?.chased.includes(wait.for) === false
      ? { type: 'ChaseTransfer', at, waitsFor: wait.for }
      : undefined;
  });
  const child = await readChild(deps, id);
  if (child === undefined) return {};
  const wanted = [
    ...(await wantedOf(deps, directory, child)),
    ...(await sharingMessages(deps, directory, child)),
  ];
  const { again } = await deliverCards(deps, record, child.snapshot.deliveries, wanted);
  return again === undefined ? {} : { again };
}
