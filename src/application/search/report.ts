import { factsOf, LONGEST, type Report } from '../../domain/case/report.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { RecordId, SiteId } from '../../domain/ids.ts';
import { type Person, rolesAt } from '../../domain/people/directory.ts';
import type { Facts } from '../../domain/policy/facts.ts';
import { readCase, runCase } from '../case/case-store.ts';
import type { Deps } from '../deps.ts';
import type { Form } from '../report/form-cards.ts';
import { routed } from '../report/routing.ts';

/** The procedure that guides a search. */
export const SEARCH = 'device-search';

/** Sites where this person may search a device, by the roles that the policy names. */
export function sitesToSearch({ policy, organisation }: Deps, person: Person): readonly SiteId[] {
  const roles = policy.search?.by ?? [];
  const isGuided = policy.procedures.some(({ id }) => id === SEARCH);
  return isGuided
    ? organisation.sites
        .map(({ id }) => id)
        .filter((site) => rolesAt(person, site).some((role) => roles.includes(role)))
    : [];
}

/** What is asked before the first step. */
export interface Asked {
  readonly site: SiteId;
  /** A colleague's own device is searched by nobody: no search begins. */
  readonly owner: 'child' | 'ours';
  readonly device: string;
  readonly whose: string;
  readonly where: string;
  readonly others: string;
}

function reportOf(deps: Deps, { owner, device, whose, where, others }: Asked): Report {
  const { say } = deps.cards;
  const now = Temporal.Instant.from(deps.clock.now()).toZonedDateTimeISO(deps.organisation.timezone);
  const seen = [
    say('spot-report'),
    owner === 'ours' ? say('spot-ours', deps.policy.lexicon) : '',
    others === '' ? '' : `${say('spot-others')} ${others}`,
  ];
  return {
    danger: 'no',
    where,
    callback: '',
    // Nobody has said that they did anything: whose device it is, is all that is known.
    children: [{ name: whose, knownAs: '', year: '', description: '', part: 'harmed' }],
    adult: 'no',
    adults: [],
    harms: ['feeling'],
    account: {
      seen: seen
        .filter((line) => line !== '')
        .join('\n')
        .slice(0, LONGEST.seen),
      childWords: '',
      heard: 'saw',
      toldBy: '',
      said: '',
      seemed: '',
      when: 'exact',
      date: now.toPlainDate().toString(),
      time: now.toPlainTime().toString({ smallestUnit: 'minute' }),
      whenNote: '',
      where,
      wants: '',
      opinion: '',
      done: '',
      toldLead: 'no',
      places: '',
      mark: '',
      page: '',
      device,
    },
    connected: [],
    mayInvolveLead: false,
  };
}

/**
 * A search is a case from its first moment: one commit, and the team hears of it as of any other. Undefined when the case
 * that belongs to this form is somebody else's.
 */
export async function beginSearch(
  { deps, directory, person }: Form,
  id: RecordId,
  asked: Asked,
  actionId: string,
): Promise<CaseState | undefined> {
  const report = reportOf(deps, asked);
  const facts: Facts = { ...factsOf(report, directory), device: ['yes'], category: [SEARCH] };
  // Without the time: the same form sent again a minute later is the same search.
  const content = deps.keyring.sign(JSON.stringify(asked));
  const ran = await runCase(
    deps,
    id,
    (record) =>
      record !== undefined && record.state.reporter !== person.id
        ? undefined
        : {
            type: 'ReportConcern',
            at: deps.clock.now(),
            by: person.id,
            action: `${actionId}.${content}`,
            site: record?.state.site ?? asked.site,
            report,
            content,
            ...routed(deps, directory, {
              site: record?.state.site ?? asked.site,
              facts,
              report,
              conflicted: record?.state.conflicted,
              atLeast: record?.state.plan.urgency ?? 'today',
            }),
          },
    { isNew: true },
  );
  if (!ran.ok && ran.refusal.reason !== 'same-again') return undefined;
  return ran.ok ? ran.value : (await readCase(deps, id))?.state;
}
