import { type SlotData, words } from '../../cards/fill.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { mannedRoles } from '../../domain/request/access.ts';
import { answerOf, type RequestState } from '../../domain/request/state.ts';
import { sitePhone } from '../advice/phones.ts';
import { labelOf, listOf, nameOf } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
export const dayInWords = (day: string): string => DAY.format(Temporal.PlainDate.from(day));

/** The roles that were called and have somebody: "the ICT manager and the headteacher". */
function calledRoles({ policy }: Deps, state: RequestState, directory: Directory): string {
  const manned = mannedRoles(state, directory).filter((at) => at <= state.rung);
  return listOf(
    state.form.roles.filter((_, at) => manned.includes(at)).map((role) => `the ${labelOf(policy, role)}`),
  );
}

/** How it stands, without a word of what anybody wrote: it can stand in a message too. */
export function standingLine(deps: Deps, state: RequestState, directory: Directory): string {
  const { say } = deps.cards;
  const date = state.until === undefined ? '' : dayInWords(state.until);
  const { status } = state.progress;
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
  if (answer === undefined) return { by: undefined, answer: undefined };
  const time = clockTime(deps, answer.at);
  return { by: words(`${nameOf(deps, directory, answer.by)}, ${time}`), answer: words(answer.words) };
}
