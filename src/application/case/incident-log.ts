import { mayDo } from '../../domain/access.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { type CaseState, stepOf } from '../../domain/case/state.ts';
import { isDrill, refOf, type SiteId, type StepId } from '../../domain/ids.ts';
import { type Directory, type Person, rolesAt } from '../../domain/people/directory.ts';
import type { IncidentLog } from '../../domain/policy/incident-log.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import { type CaseRecord, eventsOf, readCase } from './case-store.ts';
import { listOf, writerIn } from './people-words.ts';
import { stepLine } from './step-words.ts';

type Column = IncidentLog['columns'][number];

/** What Signpost adds where a policy's own columns do not have it; each is marked in the file. */
const ADDED = ['recorder', 'outcome'] as const;

/** Sites whose log this person keeps: where they are one of the leads. */
export const sitesOfLog = (deps: Deps, person: Person): readonly SiteId[] =>
  deps.organisation.sites
    .map(({ id }) => id)
    .filter((site) => rolesAt(person, site).some((role) => deps.policy.leads.includes(role)));

/**
 * Cases of these sites that this person may work on, oldest first: one row a case, and never one about an adult who
 * works here, whose conduct is in no list of the children's.
 */
export async function casesOfLog(
  deps: Deps,
  directory: Directory,
  person: Person,
  since: string,
): Promise<readonly CaseRecord[]> {
  const found: CaseRecord[] = [];
  for (const site of sitesOfLog(deps, person)) {
    let cursor: string | undefined;
    do {
      const page = await deps.store.byToken(deps.keyring.token('site', site), cursor);
      // What was only tried out is in no list of what happened.
      for (const { id } of page.items.filter((each) => !isDrill(each.id))) {
        const record = await readCase(deps, id, true);
        if (record !== undefined && belongs(deps, directory, person, record, since)) found.push(record);
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return found.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** By when it was reported; of one moment, by reference, so that the same log always reads the same. */
const placeOf = ({ id, state }: CaseRecord): string => `${state.reportedAt} ${id}`;

const belongs = (
  deps: Deps,
  directory: Directory,
  person: Person,
  { state }: CaseRecord,
  since: string,
): boolean =>
  state.plan.route.about === 'child' &&
  dayOf(state.reportedAt, deps.organisation.timezone).toString() >= since &&
  mayDo(person, { type: 'work' }, state, directory);

/** The log as a table: the policy's columns in its order and words, then ours, marked. */
export function logTable(
  deps: Deps,
  directory: Directory,
  records: readonly CaseRecord[],
): readonly (readonly string[])[] {
  const { columns } = deps.policy.log;
  const added = ADDED.filter((from) => !columns.some((column) => column.from === from));
  const marked = (title: string) => deps.cards.say('log-added', { title });
  const header = [
    ...columns.map(({ title }) => title),
    ...added.map((from) => marked(deps.cards.say(`log-${from}`))),
    marked(deps.cards.say('log-reference')),
  ];
  const rows = records.map((record) => [
    ...[...columns.map(({ from }) => from), ...added].map((from) => cell(deps, directory, record, from)),
    refOf(record.id),
  ]);
  return [header, ...rows];
}

function cell(deps: Deps, directory: Directory, record: CaseRecord, from: Column['from']): string {
  const { state } = record;
  const { report } = state;
  const account = report?.account;
  switch (from) {
    case 'date':
      return account?.date || dayOf(state.reportedAt, deps.organisation.timezone).toString();
    case 'place':
      return account?.where || report?.where || state.alert?.where || '';
    case 'description':
      return (
        [account?.seen, account?.childWords].filter((text) => text).join('\n') || deps.cards.say('log-alert')
      );
    case 'action':
      return actions(deps, state, eventsOf(record)).join('\n');
    case 'recorder':
      return deps.cards.say('log-signed', {
        name: writerIn(deps, directory, state, state.reporter),
        time: Temporal.Instant.from(state.reportedAt)
          .toZonedDateTimeISO(deps.organisation.timezone)
          .toPlainDateTime()
          .toString({ smallestUnit: 'minute' })
          .replace('T', ' '),
      });
    case 'type':
      return listOf(namesOfKind(deps, state).map(({ name }) => name));
    case 'category':
      return listOf(categories(deps, state));
    case 'outcome':
      return outcome(deps, state, eventsOf(record));
    case 'site':
      return deps.organisation.sites.find(({ id }) => id === state.site)?.name ?? state.site;
  }
}

/** What kind of case it is: its procedures, without those that every case has. */
const namesOfKind = (deps: Deps, { plan }: CaseState) =>
  plan.procedures.filter(
    ({ id }) => !deps.policy.procedures.some((procedure) => procedure.id === id && procedure.always),
  );

const categories = (deps: Deps, state: CaseState): readonly string[] =>
  deps.policy.taxonomy.categories
    .filter(({ procedures }) => namesOfKind(deps, state).some(({ id }) => procedures.includes(id)))
    .map(({ name }) => name);

function actions(deps: Deps, state: CaseState, events: readonly CaseEvent[]): readonly string[] {
  const step = (id: StepId | undefined) =>
    id === undefined ? '' : stepLine(deps, state, stepOf(state, id)?.step);
  const said = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  return events.flatMap((event) => {
    switch (event.type) {
      case 'StepDone':
        return [said(step(event.step), event.answer)];
      case 'DecisionMade':
        return [said(step(event.step), event.answer, event.reason)];
      case 'ApprovalGiven':
      case 'RolesInformed':
        return [step(event.step)];
      case 'ReferralRecorded':
      case 'OwnCallRecorded':
        return [said(deps.cards.say(`agency-${event.agency}`), event.who, event.when, event.reference)];
      default:
        return [];
    }
  });
}

function outcome(deps: Deps, { progress }: CaseState, events: readonly CaseEvent[]): string {
  if (progress.status !== 'closed') return deps.cards.say('log-open');
  return events.flatMap((event) => (event.type === 'CaseClosed' ? [event.reason] : [])).at(-1) ?? '';
}
