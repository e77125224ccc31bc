import type { SlotData } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import { cited, listOf, shortOf } from '../case/people-words.ts';
import type { Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import { isOpen, reportsNow } from './ask.ts';
import { periodWords } from './draft.ts';
import { type HeldReport, reportsOf } from './store.ts';
import { mayRead, mayRelease, sitesOfReader, sitesOfWriter } from './who.ts';

type Asking = Pick<Pressed, 'deps' | 'directory' | 'person'>;

function openedLine({ cards: { say } }: Asking['deps'], n: number): string {
  if (n === 0) return say('board-opened-none');
  return n === 1 ? say('board-opened-one') : say('board-opened', { n });
}

function rowOf(asking: Asking, { id, state }: HeldReport): SlotData {
  const { deps, directory, person } = asking;
  const { progress, openings } = state;
  const { say } = deps.cards;
  const period = periodWords(deps, state);
  const at = 'at' in progress ? dayWords(dayOf(progress.at, deps.organisation.timezone).toString()) : '';
  const standing = say(`board-is-${progress.standing}`, { date: at });
  return {
    report: id,
    period,
    standing,
    opened:
      progress.standing === 'released' && mayRelease(deps, person, state)
        ? openedLine(deps, openings.length)
        : undefined,
    canGet: progress.standing === 'released' && mayRead(deps, directory, person, state),
  };
}

/** What there is to release or to read; undefined: nothing of this is theirs. */
export async function boardCard(asking: Asking, notice?: string): Promise<Card | undefined> {
  const { deps, directory, person } = asking;
  const { say, show } = deps.cards;
  const sites = sitesOfWriter(deps, person);
  const reads = sitesOfReader(deps, person);
  if (sites.length === 0 && reads.length === 0) return undefined;
  const { reports, open, period } = await reportsNow(deps, sites.length > 0 ? sites : reads);
  const known = new Map([...reports, ...(await reportsOf(deps, reads))].map((each) => [each.id, each]));
  const seen = [...known.values()].filter((each) => mayRead(deps, directory, person, each.state));
  const draft = open?.state.progress.standing === 'drafted' ? open.state.progress.report : undefined;
  const isMine = open !== undefined && mayRelease(deps, person, open.state);
  const { to = [] } = deps.policy.board ?? {};
  return show('board', {
    notice,
    board: deps.policy.lexicon.board,
    writes: sites.length > 0,
    next:
      open === undefined
        ? period
          ? say('board-next', { from: dayWords(period.from), until: dayWords(period.until) })
          : say('board-next-none')
        : undefined,
    canDraft: open === undefined && period !== undefined && sites.length > 0,
    canAsk: open === undefined && period !== undefined && sites.length === 0,
    busy: open !== undefined && (draft === undefined || !isMine) ? say('board-busy') : undefined,
    draft: draft !== undefined && isMine,
    report: open?.id ?? '',
    period: open && periodWords(deps, open.state),
    summary: isMine ? (draft?.summary ?? []).map((text) => ({ text })) : [],
    goes: say('board-goes', { roles: listOf(to.map((role) => shortOf(deps.policy, role))) }),
    why: cited(deps, deps.policy.board?.source ?? ''),
    hasReports: seen.some((each) => !isOpen(each)),
    reports: seen.filter((each) => !isOpen(each)).map((each) => rowOf(asking, each)),
  });
}
