import type { Instant, PersonId, RecordId, SiteId, StepId } from '../ids.ts';
import type { Facts, Role } from '../policy/facts.ts';
import type { Agency } from '../policy/step.ts';
import type { Calendar } from '../time/working-time.ts';
import type { DecisionKind, NoteKind } from './events.ts';
import type { Plan, PlannedStep } from './plan.ts';
import type { Report } from './report.ts';
import type { DrillCommand } from './work/drill.ts';
import type { HandOverCommand } from './work/hand-over.ts';
import type { LinkCommand } from './work/links.ts';
import type { MeetingCommand } from './work/meetings.ts';
import type { Consent, ReferralCommand } from './work/referrals.ts';
import type { ReminderCommand } from './work/reminders.ts';
import type { TaskCommand } from './work/tasks.ts';
import type { ThresholdCommand } from './work/threshold.ts';

/** Who, when, and by which button: the same for every command. */
export interface Act {
  readonly at: Instant;
  readonly by: PersonId;
  readonly action?: string;
}

/** What the rules make of a report, and which rungs have somebody who may act (by index into the plan's rungs). */
export interface Routed {
  readonly facts: Facts;
  readonly plan: Plan;
  readonly manned: readonly number[];
}

/** Imperatives. Whoever gives one has passed `access`; `decide` judges by the state of the case. */
export type CaseCommand =
  | (Act &
      Routed & {
        type: 'RaiseAlert';
        site: SiteId;
        mayInvolveLead: boolean;
        byItself: boolean;
        /** Adults already named in the form: they are left out from the first card on. */
        involved: readonly PersonId[];
        where: string;
        callback: string;
      })
  | (Act &
      Routed & {
        type: 'ReportConcern';
        site: SiteId;
        report: Report;
        content: string;
        /** It is a child's own record, beside that of a case about an adult. */
        beside?: { readonly record: RecordId; readonly conflicted: readonly PersonId[] };
      })
  | (Act & {
      type: 'KeepChildRecord';
      record: RecordId;
      content: string;
      conflicted: readonly PersonId[];
    })
  | (Act & { type: 'OpenRecord' })
  | (Act & { type: 'OpenRequest'; step: StepId })
  | (Act & { type: 'RequestCard' })
  | (Act & { type: 'TakeCase' })
  /** `plan`: with the independent roles as rungs, when nobody else of its own is left. */
  | (Act & { type: 'PassOn'; plan?: Plan; manned: readonly number[] })
  | (Act & { type: 'NamePersonInvolved'; person: PersonId })
  | (Act & Routed & { type: 'Triage' })
  | (Act & {
      type: 'AddNote';
      kind: NoteKind;
      text: string;
      opinion: string;
      happened: string;
      present: string;
    })
  /** `stops`: there may be an image. It waits for nothing, and takes the place of an earlier answer. */
  | (Act & { type: 'DoStep'; step: StepId; answer: string; note: string; stops?: true })
  | (Act & { type: 'ReasonAway'; step: StepId; reason: string })
  | (Act & { type: 'Decide'; step: StepId; answer: string; reason: string; seen: number })
  /** `to` is the step's own; the text is what they will read, and all of it. */
  | (Act & {
      type: 'Inform';
      step: StepId;
      text: string;
      /** Nobody holds the roles, or only people who must learn nothing. */
      nobody?: true;
    })
  | (Act & { type: 'ReplyToInform'; step: StepId; text: string })
  | (Act & { type: 'ChaseSteps' })
  | (Act & { type: 'RequestApproval'; step: PlannedStep; text: string })
  | (Act & { type: 'Approve'; step: StepId; reason: string; seen: number })
  | (Act & { type: 'Decline'; step: StepId; reason: string; seen: number })
  | (Act & { type: 'AskReporter'; question: string })
  | (Act & { type: 'GiveInformation'; text: string })
  | (Act & {
      type: 'RecordReferral';
      step?: StepId;
      agency: Agency;
      who: string;
      when: string;
      reference: string;
      consent?: Consent;
      due?: Instant;
    })
  | (Act & { type: 'RecordOwnCall'; agency: Agency; who: string; when: string; reference: string })
  | (Act & {
      type: 'RaiseAgain';
      reason: string;
      rungs: readonly (readonly Role[])[];
      manned: readonly number[];
    })
  | (Act & {
      type: 'Escalate';
      manned: readonly number[];
      because: 'waited' | 'unreachable';
      /** The rung that could not be reached, so that two who see it climb once. */
      rung?: number;
    })
  | (Act & {
      type: 'Close';
      reason: string;
      line: string;
      reference: string;
      needsReference: boolean;
      confirmed: boolean;
      seen: number;
    })
  | (Act & { type: 'RecordDecision'; what: DecisionKind; reason: string })
  | LinkCommand
  | ReferralCommand
  | MeetingCommand
  | TaskCommand
  | ReminderCommand
  | HandOverCommand
  | ThresholdCommand
  | DrillCommand
  | (Act & {
      type: 'HandOut';
      what: 'case-file' | 'chronology' | 'copy';
      reader: string;
      left: readonly string[];
      hash: string;
    })
  | (Act & { type: 'Reopen'; reason: string });

/** Why not. Each has its own words in `cards/refusals.json`. */
export type Refusal =
  | { readonly reason: 'not-reported' }
  | { readonly reason: 'same-again' }
  | { readonly reason: 'already-done' }
  | { readonly reason: 'closed' }
  | { readonly reason: 'no-such-step' }
  | { readonly reason: 'owned-by-another' }
  /** `step` is the one that is locked, `steps` are those that come first. */
  | { readonly reason: 'locked'; readonly steps: readonly PlannedStep[]; readonly step: PlannedStep }
  /** The answer is none of those that the policy allows. */
  | { readonly reason: 'not-offered'; readonly steps: readonly PlannedStep[] }
  /** It would reach nobody: the lead tells somebody in person, and writes that down. */
  | { readonly reason: 'nobody-to-tell' }
  | { readonly reason: 'own-proposal' }
  | { readonly reason: 'needs-words' }
  /** Others have read it there: a second person must agree. */
  | { readonly reason: 'needs-second' }
  /** It is somebody else already: that is taken back first. */
  | { readonly reason: 'linked-already' }
  | { readonly reason: 'no-such-child' }
  | { readonly reason: 'not-owner' }
  /** What was ticked and what was decided do not go together. */
  | { readonly reason: 'limbs-differ' }
  /** Nobody has said yet whether the harm threshold is met. */
  | { readonly reason: 'threshold-unsure' }
  | { readonly reason: 'steps-left'; readonly steps: readonly PlannedStep[] }
  /** `silent`: agencies whose reply is still waited for. */
  | {
      readonly reason: 'confirm';
      readonly steps: readonly PlannedStep[];
      readonly silent?: readonly Agency[];
      /** Meetings that nobody has written up, and tasks that are not done. */
      readonly unsettled?: number;
    }
  | { readonly reason: 'needs-reference' }
  | { readonly reason: 'changed-meanwhile' }
  | { readonly reason: 'nothing-to-raise' };

/** What `decide` may know besides history: how this organisation counts working time. */
export interface Rules {
  readonly calendar: Calendar;
}
