import type { Instant, SiteId } from '../../domain/ids.ts';
import { type Directory, holders, type Person } from '../../domain/people/directory.ts';
import type { Overview } from '../../domain/people/overview.ts';
import { atWork, later } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { deliverCards, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { todayOf } from '../people/store.ts';
import type { RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { writeRecord } from '../write-record.ts';
import { readOverview } from './read.ts';

/** On the very first day everybody's record is made first. */
const AFTER = { minutes: 5 } as const;

const mondayOf = (day: string): string => {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
};

/** Once a week, on its first working morning, one for each site; looking at it twice makes no second one. */
export async function planDigests(deps: Deps): Promise<void> {
  const week = mondayOf(todayOf(deps));
  const at = atWork(later(deps.clock.now(), AFTER), deps.calendar);
  for (const { id: site } of deps.organisation.sites) {
    const id = deps.keyring.recordId(`digest|${site}|${week}`);
    await writeRecord(deps, id, 0, { kind: 'digest', site, week }, [{ lane: 'bulk', at }]);
  }
}

/** Who hears of it: the leads, or where nobody leads, whoever answers for safeguarding. */
const toldAt = (deps: Deps, directory: Directory, site: SiteId): readonly Person[] => {
  const leads = holders(directory, site, deps.policy.leads);
  return leads.length > 0 ? leads : holders(directory, site, deps.policy.independent);
};

function textOf({ cards: { say } }: Deps, { late, toCheck, notMine }: Overview): string | undefined {
  const waits = toCheck.length + notMine.length;
  const lines = [
    ...(late.length > 0
      ? [say(late.length === 1 ? 'digest-late-one' : 'digest-late', { n: late.length })]
      : []),
    ...(waits > 0 ? [say(waits === 1 ? 'digest-check-one' : 'digest-check', { n: waits })] : []),
  ];
  return lines.length === 0 ? undefined : lines.join(' ');
}

/** Nothing late and nothing to check: nothing is sent. */
export async function wakeDigest(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again?: Instant }> {
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'digest') return {};
  const text = textOf(deps, await readOverview(deps, directory, [body.site]));
  if (text === undefined) return {};
  const addressed = await Promise.all(
    toldAt(deps, directory, body.site).map(async ({ id, ...person }) => ({
      id,
      to: (await addressesOf(deps, { id, ...person }))[0],
    })),
  );
  const cards = addressed.flatMap(({ id, to }): readonly WantedCard[] =>
    to === undefined
      ? []
      : [
          {
            for: `digest:${id}`,
            to,
            shows: 'digest',
            notBefore: atWork(deps.clock.now(), deps.calendar),
            message: () => ({
              card: deps.cards.show('compliance-message', { text }),
              notification: deps.cards.notify('training'),
              silent: false,
            }),
          },
        ],
  );
  const { again } = await deliverCards(deps, snapshot.head.id, snapshot.deliveries, cards);
  return again === undefined ? {} : { again };
}
