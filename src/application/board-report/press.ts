import { RecordId } from '../../domain/ids.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import { linkTo } from '../files.ts';
import type { Answer } from '../intent.ts';
import { askForReport, reportsNow } from './ask.ts';
import { boardCard } from './list.ts';
import { changeReport, type HeldReport, readReport } from './store.ts';
import { mayRead, mayRelease } from './who.ts';

type Asking = Pick<Pressed, 'deps' | 'directory' | 'person' | 'view'>;

async function shown(asking: Asking, notice?: string): Promise<Answer> {
  const card = await boardCard(asking, notice && asking.deps.cards.say(notice));
  return card === undefined ? nothingHere(asking.deps) : { type: 'card', card };
}

/** `board report`. Where the answer is a message, only that there is something stays there. */
export async function boardReport(asking: Asking): Promise<Answer> {
  const { deps, view } = asking;
  if (view) return shown(asking);
  const card = await boardCard(asking);
  return card === undefined
    ? nothingHere(deps)
    : { type: 'card', card: deps.cards.show('board-message', { text: deps.cards.say('board-here') }) };
}

/** Asked for once: the bot drafts it as due work, and tells whoever is to look at it. */
async function ask(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person } = pressed;
  const asked = await askForReport(deps, directory, person);
  if (asked === 'nobody') return nothingHere(deps);
  return shown(pressed, asked === 'asked' ? 'board-asked' : undefined);
}

async function release(pressed: Pressed, { id, state: draft }: HeldReport): Promise<Answer> {
  const { deps, person } = pressed;
  // Somebody else released one of these months meanwhile: no month is in two reports.
  const { until } = await reportsNow(deps, draft.sites);
  if (draft.progress.standing === 'drafted' && until !== undefined && until >= draft.period.from)
    return shown(pressed, 'board-months-told');
  const at = deps.clock.now();
  const done = await changeReport(deps, id, (state) =>
    state.progress.standing === 'drafted' && mayRelease(deps, person, state)
      ? {
          state: {
            ...state,
            progress: { standing: 'released', at, by: person.id, report: state.progress.report },
          },
          event: { type: 'ReportReleased', by: person.id, at },
        }
      : undefined,
  );
  return shown(pressed, done.ok ? 'board-released' : undefined);
}

/** A draft that is left can be drafted again; what was released stays released. */
async function leave(pressed: Pressed, { id }: HeldReport): Promise<Answer> {
  const { deps, person } = pressed;
  const at = deps.clock.now();
  const done = await changeReport(deps, id, (state) =>
    state.progress.standing === 'drafted' && mayRelease(deps, person, state)
      ? {
          state: { ...state, progress: { standing: 'withdrawn', at, by: person.id } },
          event: { type: 'ReportWithdrawn', by: person.id, at },
        }
      : undefined,
  );
  return shown(pressed, done.ok ? 'board-left' : undefined);
}

/** A link that works once, for ten minutes. */
async function get({ deps, person, press }: Pressed, { id }: HeldReport): Promise<Answer> {
  const form = press.arg === 'page' ? 'page' : 'pdf';
  const url = await linkTo(deps, person.id, { kind: 'board-report', record: id, form });
  if (url === undefined) return line(deps, 'no-address');
  return { type: 'card', card: deps.cards.show('board-link', { url }) };
}

/** Every button of the report to the board. */
export async function pressBoard(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  if (press.do === 'board.open') return shown(pressed);
  if (press.do === 'board.draft') return ask(pressed);
  const id = RecordId.safeParse(press.record);
  const held = id.success ? await readReport(deps, id.data) : undefined;
  if (held === undefined || !mayRead(deps, directory, person, held.state)) return nothingHere(deps);
  switch (press.do) {
    case 'board.release':
      return release(pressed, held);
    case 'board.leave':
      return leave(pressed, held);
    case 'board.get':
      return get(pressed, held);
    default:
      return line(deps, 'older-button');
  }
}
