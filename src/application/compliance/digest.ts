import type { Instant, SiteId } from '../../domain/ids.ts';
import { type Directory, holders, type Person } from '../../domain/people/directory.ts';
import { atWork, later } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { deliverCards, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { todayOf } from '../people/store.ts';
import type { RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { writeRecord } from '../write-record.ts';
import { readOverview } from './read.ts';
import { waitsFor } from './waits.ts';

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

/** Who checks what people say they did, besides: only that is for them. */
const checkersAt = (deps: Deps, directory: Directory, site: SiteId): readonly Person[] =>
  holders(
    directory,
    site,
    deps.policy.training.flatMap(({ verify = [] }) => verify),
  );

const everybodyAt = (deps: Deps, directory: Directory, site: SiteId): readonly Person[] => [
  ...new Map(
    [...toldAt(deps, directory, site), ...checkersAt(deps, directory, site)].map((each) => [each.id, each]),
  ).values(),
];

async function textFor(deps: Deps, directory: Directory, person: Person, sites: readonly SiteId[]) {
  const { say } = deps.cards;
  const leads = sites.some((site) => toldAt(deps, directory, site).some(({ id }) => id === person.id));
  const overview = await readOverview(deps, directory, sites);
  const { toCheck, notMine } = waitsFor(deps, directory, person, overview);
  const late = leads ? overview.late.length : 0;
  const waits = toCheck.length + (leads ? notMine.length : 0);
  const lines = [
    ...(late > 0 ? [say(late === 1 ? 'digest-late-one' : 'digest-late', { n: late })] : []),
    ...(waits > 0 ? [say(waits === 1 ? 'digest-check-one' : 'digest-check', { n: waits })] : []),
  ];
  return lines.length === 0 ? undefined : lines.join(' ');
}

/** Whoever hears of several sites hears of them together, with the first. */
const heardBy = (deps: Deps, directory: Directory, person: Person): readonly SiteId[] =>
  deps.organisation.sites
    .map(({ id }) => id)
    .filter((site) => everybodyAt(deps, directory, site).some(({ id }) => id === person.id));

/** Nothing late and nothing to check: nothing is sent. */
export async function wakeDigest(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again?: Instant }> {
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'digest') return {};
  const addressed = await Promise.all(
    everybodyAt(deps, directory, body.site).map(async (person) => {
      const sites = heardBy(deps, directory, person);
      const text = sites[0] === body.site ? await textFor(deps, directory, person, sites) : undefined;
      return { id: person.id, text, to: (await addressesOf(deps, person))[0] };
    }),
  );
  const cards = addressed.flatMap(({ id, text, to }): readonly WantedCard[] =>
    to === undefined || text === undefined
      ? []
      : [
          {
            for: `digest:${id}`,
            to,
            shows: 'digest',
            // Next week there is another.
            once: true,
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
