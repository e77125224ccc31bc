import type { Instant, PersonId, RecordId, SiteId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/directory.ts';
import { addWorkingDays, later } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import type { Platform } from '../messenger.ts';
import type { Delivery, RecordSnapshot, Wake } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { writeRecord } from '../write-record.ts';
import type { Draft } from './draft.ts';

/** A draft as it stands in the store. */
export interface HeldDraft {
  readonly id: RecordId;
  readonly version: number;
  readonly draft: Draft;
  readonly deliveries: readonly Delivery<unknown>[];
}

/** "In danger" left alone this long alerts by itself. */
export const LEFT_ALONE = { minutes: 3 } as const;
/** Working days after the last change: two prompts, then it is gone. */
const PROMPTS = [1, 4] as const;
const KEPT_FOR = 5;

export const draftId = (deps: Deps, person: PersonId): RecordId => deps.keyring.recordId(`draft|${person}`);
export const caseIdOf = (deps: Deps, submission: string): RecordId =>
  deps.keyring.recordId(`case|${submission}`);

export function heldIn({ head, deliveries }: RecordSnapshot<unknown>): HeldDraft | undefined {
  const body = RecordBody.parse(head.body);
  return body.kind === 'draft'
    ? { id: head.id, version: head.version, draft: body.draft, deliveries }
    : undefined;
}

export async function readDraft(deps: Deps, person: PersonId): Promise<HeldDraft | undefined> {
  const snapshot = await deps.store.read(draftId(deps, person));
  return snapshot && heldIn(snapshot);
}

/** What the person can go on with; a thrown-away draft is none. */
export const openDraft = (held: HeldDraft | undefined): Draft | undefined =>
  held === undefined || held.draft.thrownAway ? undefined : held.draft;

export const newDraft = (deps: Deps, person: Person, site: SiteId, platform: Platform): Draft => ({
  person: person.id,
  site,
  submission: deps.ids.random(),
  step: 'right-now',
  answers: {},
  startedAt: deps.clock.now(),
  changedAt: deps.clock.now(),
  platform,
});

/** A form that was only opened holds nothing: nobody is asked to go on with it. */
export const hasBegun = (draft: Draft): boolean => draft.step !== 'right-now';

export const promptsOf = (deps: Deps, draft: Draft): readonly Instant[] =>
  hasBegun(draft) ? PROMPTS.map((days) => addWorkingDays(draft.changedAt, days, deps.calendar)) : [];

export const keptUntil = (deps: Deps, { changedAt }: Draft): Instant =>
  addWorkingDays(changedAt, KEPT_FOR, deps.calendar);

/** When the alert goes out by itself; undefined when there is none to send. */
export const alertDue = ({ answers, alertedAt, changedAt }: Draft): Instant | undefined =>
  answers.danger === 'now' && alertedAt === undefined ? later(changedAt, LEFT_ALONE) : undefined;

function wakesOf(deps: Deps, before: Draft | undefined, draft: Draft): readonly Wake[] {
  const alert = alertDue(draft);
  // A message is to be sent, or its buttons must become those of another form.
  const hasMessage =
    draft.askedAt !== undefined &&
    (draft.askedAt !== before?.askedAt || draft.submission !== before.submission);
  const times = draft.thrownAway
    ? [deps.clock.now()]
    : [
        ...(hasMessage ? [deps.clock.now()] : []),
        ...(alert === undefined ? [] : [alert]),
        ...promptsOf(deps, draft),
        keptUntil(deps, draft),
      ];
  return times.map((at) => ({ lane: 'case', at }));
}

/** One commit. The held draft with its new version, or undefined: somebody else was faster, read it again. */
export async function saveDraft(
  deps: Deps,
  before: HeldDraft | undefined,
  draft: Draft,
): Promise<HeldDraft | undefined> {
  const id = draftId(deps, draft.person);
  const expected = before?.version ?? 0;
  const wakes = wakesOf(deps, before?.draft, draft);
  const result = await writeRecord(deps, id, expected, { kind: 'draft', draft }, wakes);
  if (result === 'conflict') return undefined;
  return { id, version: expected + 1, draft, deliveries: before?.deliveries ?? [] };
}

export const eraseDraft = (deps: Deps, { id, version }: HeldDraft): Promise<'committed' | 'conflict'> =>
  deps.store.commit({ type: 'erase', id, expected: version });

/** A draft whose report is safe has served; whoever sent it need not wait for that. */
export async function eraseSentDraft(deps: Deps, person: PersonId, sent: RecordId): Promise<void> {
  const held = await readDraft(deps, person);
  if (held !== undefined && caseIdOf(deps, held.draft.submission) === sent) await eraseDraft(deps, held);
}
