import { barred } from '../../domain/access.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { isDrill, type RecordId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { dutiesOf, ownersOf, REVIEW_ID, type Recurring } from '../../domain/reviews/duties.ts';
import type { DutyRound } from '../../domain/reviews/round.ts';
import { nextWorkingMorning } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import { untilCommitted } from '../until-committed.ts';
import { writeRecord } from '../write-record.ts';
import { lookAtDuties, readCalendar } from './calendar.ts';
import { today } from './cards.ts';
import { seesAll } from './list.ts';
import { readRound, saveRound } from './store.ts';

const reviewOf = (deps: Deps): Recurring | undefined =>
  dutiesOf(deps.policy).find(({ id }) => id === REVIEW_ID);

/** One proposal for one event, whoever says so how often. */
async function propose(
  deps: Deps,
  duty: Recurring,
  event: string,
  because: NonNullable<DutyRound['because']>,
): Promise<RecordId> {
  const id = deps.keyring.recordId(`proposal|${event}`);
  if ((await readRound(deps, id)) !== undefined) return id;
  const round: DutyRound = {
    duty: REVIEW_ID,
    title: duty.title,
    due: today(deps),
    sites: deps.organisation.sites.map(({ id: site }) => site),
    rounds: 0,
    progress: { standing: 'proposed' },
    because,
    toMend: [],
    events: 0,
  };
  // Not at the moment it happened: the time of a card would say which case it was.
  const at = because.what === 'case' ? nextWorkingMorning(deps.clock.now(), deps.calendar) : deps.clock.now();
  await saveRound(deps, id, 0, round, [at], { type: 'ReviewProposed', ...because });
  deps.kick();
  return id;
}

/** A case of which its own record says that it is closed. Where an owner of the review is part of it, nothing is proposed. */
export async function proposeAfterCase(
  deps: Deps,
  directory: Directory,
  id: RecordId,
  state: CaseState,
): Promise<void> {
  const wanted = deps.policy.review.after?.procedures ?? [];
  const duty = reviewOf(deps);
  if (duty === undefined || wanted.length === 0 || isDrill(id) || state.progress.status !== 'closed') return;
  if (state.plan.route.about !== 'child') return;
  if (!state.plan.procedures.some((procedure) => wanted.includes(procedure.id))) return;
  const out = barred(state, directory);
  const sites = deps.organisation.sites.map((site) => site.id);
  if (ownersOf(deps.policy, directory, duty, { sites }).some((owner) => out.has(owner.id))) return;
  await propose(deps, duty, `case|${id}`, { what: 'case', text: '' });
}

/** Whether this policy wants to be looked at after a change of the systems. */
const wantsTechnical = ({ policy }: Deps): boolean => policy.review.after?.technical === true;

/** Who may say that the systems have changed: whoever runs them, and whoever leads here. */
export const mayTellChange = (deps: Deps, person: Person): boolean =>
  wantsTechnical(deps) &&
  (seesAll(deps, person) ||
    person.roles.some(({ role }) => ['it-lead', 'senior-leader', deps.policy.review.owner].includes(role)));

export async function proposeAfterChange(deps: Deps, event: string, text: string): Promise<void> {
  const duty = reviewOf(deps);
  if (duty !== undefined) await propose(deps, duty, `technical|${event}`, { what: 'technical', text });
}

/** The review is due from today on: the calendar opens it, unless one is open that was due before. */
export async function reviewNow(deps: Deps, directory: Directory): Promise<void> {
  const result = await untilCommitted('The calendar', async () => {
    const { id, calendar } = await readCalendar(deps);
    const snapshot = await deps.store.read(id);
    const day = today(deps);
    const entries = (calendar.entries ?? []).map((entry) =>
      entry.duty === REVIEW_ID && (entry.sooner ?? '9') > day ? { ...entry, sooner: day } : entry,
    );
    const next = await lookAtDuties(deps, directory, { ...calendar, entries }, day);
    const version = snapshot?.head.version ?? 0;
    return writeRecord(deps, id, version, next);
  });
  if (result === 'committed') deps.kick();
}
