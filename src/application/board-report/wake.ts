import { type Instant, refOf } from '../../domain/ids.ts';
import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import { atWork } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { deliverCards, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import type { RecordSnapshot } from '../ports.ts';
import { draftReport } from './draft.ts';
import type { ReportState } from './state.ts';
import { type HeldReport, reportIn, saveReport } from './store.ts';
import { mayRelease, readersOf } from './who.ts';

/** The draft, made once; undefined: somebody changed the record meanwhile, or whoever asked has the role no more. */
async function drafted(deps: Deps, directory: Directory, held: HeldReport): Promise<ReportState | undefined> {
  const { id, version, state } = held;
  if (state.progress.standing !== 'asked') return state;
  const by = personById(directory, state.writer);
  const at = deps.clock.now();
  if (by === undefined || !mayRelease(deps, by, state)) {
    const withdrawn = { ...state, progress: { standing: 'withdrawn', at, by: state.writer } } as const;
    await saveReport(deps, id, version, withdrawn, { type: 'ReportWithdrawn', by: state.writer, at });
    return undefined;
  }
  const report = await draftReport(deps, directory, by, id, state);
  const next: ReportState = { ...state, progress: { standing: 'drafted', at, report } };
  const result = await saveReport(deps, id, version, next, { type: 'ReportDrafted', at });
  return result === 'committed' ? next : undefined;
}

/** Whom it is for now: whoever is to look at the draft, or everybody who gets what was released. */
function wanted(
  directory: Directory,
  state: ReportState,
): { readonly for: string; readonly people: readonly Person[] } {
  const { standing } = state.progress;
  if (standing === 'released') return { for: 'released', people: readersOf(directory, state) };
  const writer = standing === 'drafted' ? personById(directory, state.writer) : undefined;
  return { for: 'drafted', people: writer === undefined ? [] : [writer] };
}

/** Drafts what was asked for, and tells whoever is to look at it next. */
export async function wakeBoard(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again?: Instant }> {
  const held = reportIn(snapshot);
  const state = held && (await drafted(deps, directory, held));
  if (held === undefined || state === undefined) return {};
  const { for: what, people } = wanted(directory, state);
  const addressed = await Promise.all(
    people.map(async (person) => ({ person, to: (await addressesOf(deps, person))[0] })),
  );
  const text = deps.cards.say(`board-message-${what}`, { board: deps.policy.lexicon.board });
  const cards = addressed.flatMap(({ person, to }): readonly WantedCard[] =>
    to === undefined
      ? []
      : [
          {
            for: `${what}:${person.id}`,
            to,
            shows: text,
            notBefore: atWork(deps.clock.now(), deps.calendar),
            message: () => ({
              card: deps.cards.show('board-message', { text }),
              notification: deps.cards.notify('something-to-read', { ref: refOf(held.id) }),
              silent: false,
            }),
          },
        ],
  );
  const { again } = await deliverCards(deps, held.id, snapshot.deliveries, cards);
  return again === undefined ? {} : { again };
}
