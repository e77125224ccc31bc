import type { Instant, PersonId, RecordId, SiteId } from '../ids.ts';
import type { AskedForm, Filled } from './state.ts';

interface Act {
  readonly at: Instant;
  readonly by: PersonId;
}
/** Which of the form's roles have somebody who may answer, by their place in its list. */
interface Manned {
  readonly at: Instant;
  readonly manned: readonly number[];
}

export type RequestCommand =
  | ({
      readonly type: 'Ask';
      readonly site: SiteId;
      readonly form: AskedForm;
      readonly filled: readonly Filled[];
      readonly until?: string;
      readonly replaces?: readonly RecordId[];
    } & Act &
      Manned)
  | ({ readonly type: 'Read' } & Act)
  | ({
      readonly type: 'Approve' | 'Decline' | 'Finish';
      readonly words: string;
      /** Something that has to be there first is not: nobody can say yes. */
      readonly isLacking?: boolean;
    } & Act)
  /** What was allowed until a day has been ended. */
  | ({ readonly type: 'End' } & Act)
  /** An entry of a register is taken back, whenever that is. */
  | ({ readonly type: 'EndEntry'; readonly words: string } & Act)
  /** The clock: whatever is due by now. */
  | ({ readonly type: 'Tick' } & Manned)
  /** How it went to tell those who were called. */
  | ({ readonly type: 'NoteReach'; readonly reached: boolean } & Manned);

export type Refusal =
  | { readonly reason: 'not-asked' }
  | { readonly reason: 'same-again' }
  | { readonly reason: 'date-past' }
  | { readonly reason: 'own-request' }
  | { readonly reason: 'already-answered' }
  | { readonly reason: 'other-answer' }
  | { readonly reason: 'needs-words' }
  | { readonly reason: 'lacking' }
  | { readonly reason: 'nothing-to-end' }
  | { readonly reason: 'nothing-due' };
