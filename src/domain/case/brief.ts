import { z } from 'zod';
import { ChildId, Instant, PersonId, RecordId, SiteId } from '../ids.ts';
import { Role, Urgency } from '../policy/facts.ts';
import { Agency } from '../policy/step.ts';
import type { Calendar } from '../time/working-time.ts';
import { Report } from './report.ts';
import { type CaseState, dueOf, openSteps, ownerOf } from './state.ts';
import { MeetingKind } from './work/meetings.ts';

/**
 * What lists know of a case: who may see it, and what waits in it. Sealed beside the record, so that ten thousand of them
 * can be looked through; what was said and what happened is not in it.
 */
export const CaseBrief = z.strictObject({
  kind: z.literal('case'),
  site: SiteId,
  reporter: PersonId,
  reportedAt: Instant,
  status: z.enum(['new', 'opened', 'owned', 'closed']),
  owner: PersonId.optional(),
  urgency: Urgency,
  about: z.enum(['child', 'adult']),
  /** Its procedures, by id. */
  kinds: z.array(z.string()),
  /** As `access` wants it. */
  report: Report.pick({ adults: true, connected: true }).optional(),
  mayInvolveLead: z.boolean(),
  conflicted: z.array(PersonId),
  rung: z.int(),
  plan: z.strictObject({
    leads: z.array(Role),
    route: z.strictObject({ exclude: z.array(Role), rungs: z.array(z.array(Role)), channel: z.boolean() }),
  }),
  /** Shown only to whoever has opened the case. */
  children: z.array(z.strictObject({ name: z.string(), register: ChildId.optional() })),
  openedBy: z.array(PersonId),
  /** When the next `must` step is due. */
  due: Instant.optional(),
  /** `must` steps whose time is over. */
  late: z.int(),
  /** Referrals that wait for a reply. */
  waits: z.array(z.strictObject({ agency: Agency, due: Instant.optional(), chased: z.int() })),
  meetings: z.array(z.strictObject({ kind: MeetingKind, when: Instant })),
  /** When the reporter was asked something that they have not answered. */
  askedAt: Instant.optional(),
  tasks: z.int(),
  handedTo: PersonId.optional(),
  beside: RecordId.optional(),
  /** When it was last copied into the system that keeps the record. */
  copied: Instant.optional(),
  drill: z.literal(true).optional(),
});
export type CaseBrief = z.infer<typeof CaseBrief>;

const LONGEST_NAME = 60;

export function briefOf(state: CaseState, calendar: Calendar): CaseBrief {
  const { report, plan, progress } = state;
  const owner = ownerOf(state);
  const must =
    progress.status === 'closed' ? [] : openSteps(state).filter(({ step }) => step.modality === 'must');
  const due = must.flatMap((each) => dueOf(state, each, calendar) ?? []).sort()[0];
  const { exclude, rungs, channel } = plan.route;
  return {
    kind: 'case',
    site: state.site,
    reporter: state.reporter,
    reportedAt: state.reportedAt,
    status: progress.status,
    ...(owner !== undefined && { owner }),
    urgency: plan.urgency,
    about: plan.route.about,
    kinds: plan.procedures.map(({ id }) => id),
    ...(report && { report: { adults: report.adults, connected: report.connected } }),
    mayInvolveLead: state.mayInvolveLead,
    conflicted: state.conflicted,
    rung: state.rung,
    plan: { leads: plan.leads, route: { exclude, rungs, channel } },
    children: state.children.map(({ name, description }, place) => {
      const register = state.links.find(({ child }) => child === place)?.register;
      return { name: (name || description).slice(0, LONGEST_NAME), ...(register && { register }) };
    }),
    openedBy: state.openedBy.map(({ by }) => by),
    ...(due && { due }),
    late: must.filter(({ step }) => state.late.includes(step.id)).length,
    waits: state.referrals
      // Without a time: an agency that tells nobody what came of it; or it was taken further, by a step that has none.
      .filter(
        ({ due: wait, stages, replies }) => wait !== undefined || (stages.length > 0 && replies.length === 0),
      )
      .map(({ agency, due: wait, chased }) => ({ agency, ...(wait && { due: wait }), chased })),
    meetings: state.meetings
      .filter(({ standing }) => standing === 'planned')
      .map(({ kind, when }) => ({ kind, when })),
    ...(state.question && { askedAt: state.question.at }),
    tasks: state.tasks.filter(({ done }) => !done).length,
    ...(state.handed && { handedTo: state.handed.to }),
    ...(state.copied && { copied: state.copied.at }),
    ...(state.beside && { beside: state.beside.record }),
    ...(report?.drill && { drill: report.drill }),
  };
}
