import { type SlotData, words } from '../../cards/fill.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { mannedRoles } from '../../domain/request/access.ts';
import { answerOf, type RequestState } from '../../domain/request/state.ts';
import { sitePhone } from '../advice/phones.ts';
import { labelOf, listOf, nameOf } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';

type KeptState = Pick<RequestState, 'form' | 'progress' | 'until'>;

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
export const dayInWords = (day: string): string => DAY.format(Temporal.PlainDate.from(day));

/** The roles that were called and have somebody: "the ICT manager and the headteacher". */
function calledRoles({ policy }: Deps, state: RequestState, directory: Directory): string {
  const manned = mannedRoles(state, directory).filter((at) => at <= state.rung);
  return listOf(
    state.form.roles.filter((_, at) => manned.includes(at)).map((role) => `the ${labelOf(policy, role)}`),
  );
}

/** How an entry of a register stands; undefined for what is in none, or not yet. */
export function keptLine({ cards }: Pick<Deps, 'cards'>, { form, progress, until }: KeptState) {
  if (form.keep === undefined) return undefined;
  const date = until === undefined ? '' : dayInWords(until);
  switch (progress.status) {
    case 'approved':
    case 'done':
      return cards.say(until === undefined ? 'kept-stands' : 'kept-stands-until', { date });
    case 'over':
      return cards.say('kept-over', { date });
    case 'ended':
      return cards.say('kept-ended');
    default:
      return undefined;
  }
}

/** The same beside the answer that somebody waited for. What was asked for until a day says so itself. */
function keptWhile(deps: Deps, state: RequestState): string | undefined {
  const kept = keptLine(deps, state);
  const { status } = state.progress;
  if (state.form.answer === 'record') return kept;
  const hasOwnDay = state.until !== undefined && state.form.keep?.expires === undefined;
  if (kept === undefined || hasOwnDay) return undefined;
  return status === 'approved' || status === 'done' ? `${deps.cards.say(`ask-${status}`)} ${kept}` : kept;
}

/** How it stands, without a word of what anybody wrote: it can stand in a message too. */
export function standingLine(deps: Deps, state: RequestState, directory: Directory): string {
  const { say } = deps.cards;
  const date = state.until === undefined ? '' : dayInWords(state.until);
  const { status } = state.progress;
  const kept = keptWhile(deps, state);
  if (kept !== undefined) return kept;
  switch (status) {
    case 'waiting':
      return state.nobody
        ? say('ask-nobody', { ...sitePhone(deps, state.site) })
        : say('ask-waiting', { roles: calledRoles(deps, state, directory) });
    case 'declined':
      return say(state.form.answer === 'approve' ? 'ask-declined' : 'ask-not-ours');
    case 'approved':
    case 'done':
      return say(`ask-${status}`);
    case 'lapsed':
    case 'over':
    case 'ended':
      return say(`ask-${status}`, { date });
  }
}

/** What was written in the form, box by box. */
export const filledSlots = (state: RequestState): readonly SlotData[] =>
  state.filled
    .filter(({ text }) => text !== '')
    .map(({ label, kind, text }) => ({
      label: `${label}: `,
      text: kind === 'date' ? dayInWords(text) : words(text),
    }));

/** Who answered, when, and with which words. */
export function answerSlots(deps: Deps, state: RequestState, directory: Directory): SlotData {
  const answer = answerOf(state);
  // Whoever only wrote it down answered nobody.
  if (answer === undefined || state.form.answer === 'record') return { by: undefined, answer: undefined };
  const time = clockTime(deps, answer.at);
  return { by: words(`${nameOf(deps, directory, answer.by)}, ${time}`), answer: words(answer.words) };
}
