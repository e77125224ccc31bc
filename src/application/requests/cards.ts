import { refOf } from '../../domain/ids.ts';
import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import { calledFor, endersOf } from '../../domain/request/access.ts';
import type { RequestState } from '../../domain/request/state.ts';
import { addressesOf } from '../addresses.ts';
import { sentFor, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { newsSlots } from './mine.ts';
import type { RequestRecord } from './store.ts';
import { dayInWords } from './words.ts';

/** A reference and what is wanted of them: nothing of what was asked for. */
export function askedSlots(deps: Deps, { id, state }: RequestRecord) {
  const isOver = state.progress.status === 'over';
  const text = isOver
    ? deps.cards.say(state.form.keep?.expires === undefined ? 'asked-over' : 'asked-over-kept', {
        date: dayInWords(state.until ?? ''),
      })
    : deps.cards.say(`asked-${state.form.answer}`);
  return { ref: refOf(id), record: id, text, over: isOver };
}

/** Whoever somebody waits for now: an answer, or the end of what was allowed. */
export function waitedFor(state: RequestState, directory: Directory): readonly Person[] {
  if (state.progress.status === 'waiting') return calledFor(state, directory);
  return state.progress.status === 'over' ? endersOf(state, directory) : [];
}

/** "asked:p-iris:waiting:0": a round is a card of its own, and so is the end. */
export const askedFor = ({ round, progress }: RequestState, person: Person): string =>
  `asked:${person.id}:${progress.status}:${round}`;

async function toPerson(
  deps: Deps,
  person: Person,
  wanted: Omit<WantedCard, 'to'>,
): Promise<readonly WantedCard[]> {
  const addresses = await addressesOf(deps, person);
  return addresses.map((to) => ({ ...wanted, to, for: `${wanted.for}:${to.platform}` }));
}

/** What the asker hears of, each a card of its own; a change that follows is shown on the last of them. */
function newsOf({ state, snapshot }: RequestRecord): string | undefined {
  const { status } = state.progress;
  // Whoever wrote it down needs no news of it; who must end it is asked.
  if (state.form.answer === 'record') return undefined;
  if (status === 'waiting') {
    const wasTold = sentFor(snapshot.deliveries).some((sent) => sent.for.startsWith('news:nobody:'));
    return state.nobody || wasTold ? 'nobody' : undefined;
  }
  return status === 'over' || status === 'ended' ? 'over' : 'answer';
}

/** Every message that somebody is to have about this request now. */
export async function wantedOf(
  deps: Deps,
  record: RequestRecord,
  directory: Directory,
): Promise<readonly WantedCard[]> {
  const { id, state } = record;
  const asked = askedSlots(deps, record);
  const toAsked = waitedFor(state, directory).map((person) =>
    toPerson(deps, person, {
      for: askedFor(state, person),
      shows: asked.text,
      message: () => ({
        card: deps.cards.show('asked-message', asked),
        notification: deps.cards.notify('request', { ref: refOf(id) }),
        silent: false,
      }),
    }),
  );
  const asker = personById(directory, state.asker);
  const news = newsOf(record);
  const slots = newsSlots(deps, record, directory);
  const toAsker =
    asker === undefined || news === undefined
      ? []
      : [
          toPerson(deps, asker, {
            for: `news:${news}`,
            shows: slots.line,
            message: () => ({
              card: deps.cards.show('ask-news-message', slots),
              notification: deps.cards.notify('something-to-read', { ref: refOf(id) }),
              silent: true,
            }),
          }),
        ];
  return (await Promise.all([...toAsked, ...toAsker])).flat();
}
