import { startCalendar } from '../../src/application/duties/mornings.ts';
import { type Instant, SiteId } from '../../src/domain/ids.ts';
import type { Duty } from '../../src/domain/policy/duty.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { later } from '../../src/domain/time/working-time.ts';
import { textsOf } from './check-card.ts';
import { type Organisation, organisation, type Pack } from './organisation.ts';
import { buttonsOf } from './press.ts';
import { putPeople } from './put-people.ts';

type Review = Partial<Policy['review']>;
interface Options extends Omit<NonNullable<Parameters<typeof organisation>[1]>, 'doctor'> {
  /** What the policy says of its own review; else it is far off. */
  readonly review?: Review;
  /** Days on which the organisation works. */
  readonly days?: readonly number[];
}

/** A yearly check of the lead's, due on 1 September 2026: late when the clock starts. */
export const duty = (more: Partial<Duty> = {}): Duty => ({
  id: 'filter-review',
  title: 'Review of the filter',
  owner: 'dsl',
  every: 'P12M',
  first: '2026-09-01',
  ahead: 0,
  checklist: [],
  tell: [],
  evidence: false,
  source: 'section 7.2',
  ...more,
});

interface Changing extends Organisation {
  /** The policy is read anew, as after a restart. */
  readonly change: (next: readonly Duty[], review?: Review) => void;
  /** From now on this person holds one role more. */
  readonly hold: (id: string, role: Role, site: string) => Promise<void>;
  /** So many hours from now. */
  readonly later: (hours: number) => Instant;
}

/** A yearly review of the headteacher's, without anything special. */
const PLAIN = { due: '2099-01-01', every: 'P12M', owner: 'headteacher', source: 'section 12' } as const;

/** An organisation whose policy has these duties and no others, on its first morning with them. */
export async function withDuties(
  pack: Pack,
  duties: readonly Duty[],
  options: Options = {},
): Promise<Changing> {
  const { review = { due: '2099-01-01' }, days, ...others } = options;
  const now = { duties, review };
  const org = await organisation(pack, {
    ...others,
    doctor: (deps) => ({
      ...deps,
      ...(days && { calendar: { ...deps.calendar, days: [...days] } }),
      policy: {
        ...deps.policy,
        duties: [...now.duties],
        training: [],
        audits: [],
        agreements: [],
        review: { ...PLAIN, ...now.review },
      },
    }),
  });
  await startCalendar(org.deps());
  await org.settle();
  return {
    ...org,
    change: (next, changed) => {
      now.duties = next;
      now.review = changed ?? now.review;
      org.restart();
    },
    later: (hours) => later(org.clock.now(), { hours }),
    hold: async (id, role, site) => {
      const more = { role, site: SiteId.parse(site) };
      const people = org.directory.people.map((person) =>
        person.id === id ? { ...person, roles: [...person.roles, more] } : person,
      );
      await putPeople(org.deps(), { people });
    },
  };
}

/** When somebody was sent a new message of this kind, day and time. */
export const sentTo = (org: Organisation, id: string, notification = 'Reviews: something is due.') =>
  org.post
    .reached(org.boxesOf(id))
    .filter(({ type, message }) => type === 'send' && message.notification === notification)
    .map(({ at }) => at.slice(0, 16));

export const toldOf = (org: Organisation, notification?: string): readonly string[] =>
  org.directory.people.filter(({ id }) => sentTo(org, id, notification).length > 0).map(({ id }) => id);

/** What each message of somebody says now, oldest first; the cards of a morning are another matter. */
export const standing = (org: Organisation, id: string): readonly string[] =>
  org
    .at(id)
    .inbox()
    .filter(({ message: { card } }) => org.drawn.get(card) !== 'today-message')
    .map(({ message: { card } }) => {
      const titles = buttonsOf(card).map(({ title }) => title);
      return textsOf(card)
        .filter((line) => !titles.includes(line))
        .join('\n');
    });
