import { type Instant, refOf } from '../../domain/ids.ts';
import { type Directory, personById } from '../../domain/people/directory.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { readCase } from '../case/case-store.ts';
import { deliverCards, sentFor, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import type { RecordSnapshot } from '../ports.ts';
import { raiseAlert } from './alert.ts';
import type { Draft } from './draft.ts';
import {
  alertDue,
  caseIdOf,
  eraseDraft,
  type HeldDraft,
  heldIn,
  keptUntil,
  promptsOf,
  saveDraft,
} from './draft-store.ts';
import { formMessage } from './send-report.ts';

/** "In danger", and then nothing: whoever is there is called. Leads are left out unless no adult comes into it. */
async function alertAlone(deps: Deps, directory: Directory, held: HeldDraft): Promise<HeldDraft> {
  const { draft } = held;
  const due = alertDue(draft);
  if (due === undefined || due > deps.clock.now()) return held;
  const involvesLead = draft.answers.mayInvolveLead === true || draft.answers.adult !== 'no';
  const state = await raiseAlert(deps, directory, { draft, involvesLead, byItself: true });
  deps.log.warn({ event: 'alert-by-itself', record: held.id });
  const alertedAt = state.alert?.at ?? state.reportedAt;
  // A conflict means that the person is back: their own press finds the alert in the case.
  return (await saveDraft(deps, held, { ...draft, alertedAt })) ?? held;
}

/** A prompt is the form's message sent once more. */
async function promptIfDue(deps: Deps, held: HeldDraft): Promise<HeldDraft> {
  const { draft } = held;
  const now = deps.clock.now();
  const isDue = promptsOf(deps, draft).some(
    (prompt) => prompt <= now && prompt > (draft.askedAt ?? draft.startedAt),
  );
  return isDue ? ((await saveDraft(deps, held, { ...draft, askedAt: now })) ?? held) : held;
}

/** The day, in words that stay true in a message. */
const dayInWords = (deps: Deps, at: Instant): string =>
  dayOf(at, deps.organisation.timezone).toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });

async function carrier(deps: Deps, directory: Directory, draft: Draft): Promise<readonly WantedCard[]> {
  const person = personById(directory, draft.person);
  if (person === undefined || draft.askedAt === undefined) return [];
  const to = (await addressesOf(deps, person)).find(({ platform }) => platform === draft.platform);
  if (to === undefined) {
    deps.log.warn({ event: 'form-not-reachable', code: draft.platform });
    return [];
  }
  const until = dayInWords(deps, keptUntil(deps, draft));
  const ref = refOf(caseIdOf(deps, draft.submission));
  return [
    {
      for: formMessage(draft.askedAt),
      to,
      shows: `${draft.submission}|${until}`,
      message: (again) => ({
        card: deps.cards.show('form-message', { arg: draft.submission, again, until }),
        notification: deps.cards.notify('something-to-read', { ref }),
        silent: true,
      }),
    },
  ];
}

/** Messages that carried the form once and do not any more. */
function left(
  deps: Deps,
  held: HeldDraft,
  phrase: string,
  kept: readonly WantedCard[],
): readonly WantedCard[] {
  const ref = refOf(caseIdOf(deps, held.draft.submission));
  return sentFor(held.deliveries)
    .filter((sent) => !kept.some((card) => card.for === sent.for))
    .map((sent) => ({
      for: sent.for,
      to: sent.card.address,
      shows: phrase,
      message: () => ({
        card: deps.cards.show('line', { text: deps.cards.say(phrase) }),
        notification: deps.cards.notify('something-to-read', { ref }),
        silent: true,
      }),
    }));
}

/** The words are gone already, or go now; then the messages say so, and then the rest goes. */
async function clearAway(deps: Deps, held: HeldDraft): Promise<{ again?: Instant }> {
  let now = held;
  if (!held.draft.thrownAway) {
    const { askedAt: _, alertedAt: __, typed: ___, ...rest } = held.draft;
    const empty: Draft = { ...rest, step: 'right-now', answers: {}, thrownAway: true };
    const saved = await saveDraft(deps, held, empty);
    if (saved === undefined) return {};
    now = saved;
  }
  const { again } = await deliverCards(deps, now.id, now.deliveries, left(deps, now, 'form-closed', []));
  if (again !== undefined) return { again };
  await eraseDraft(deps, now);
  return {};
}

/** What a draft wants now: gone when its report is safe or its time is over, an alert, a prompt, its message. */
export async function wakeDraft(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again?: Instant }> {
  const found = heldIn(snapshot);
  if (found === undefined) return {};
  const sent = await readCase(deps, caseIdOf(deps, found.draft.submission));
  if (sent?.state.report !== undefined) {
    await eraseDraft(deps, found);
    return {};
  }
  if (found.draft.thrownAway || keptUntil(deps, found.draft) <= deps.clock.now())
    return clearAway(deps, found);
  const held = await promptIfDue(deps, await alertAlone(deps, directory, found));
  const wanted = await carrier(deps, directory, held.draft);
  const cards = [...wanted, ...(wanted.length > 0 ? left(deps, held, 'form-moved', wanted) : [])];
  const { again } = await deliverCards(deps, held.id, held.deliveries, cards);
  return again === undefined ? {} : { again };
}
