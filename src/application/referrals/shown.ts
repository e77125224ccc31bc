import type { SlotData } from '../../cards/fill.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { isAwaited, type Referral } from '../../domain/case/work/referrals.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';

/** More open referrals than this have a page of their own. */
const ON_RECORD = 2;

export const agencyName = (deps: Deps, { agency }: Pick<Referral, 'agency'>): string =>
  deps.cards.say(`agency-${agency}`);

/** Since when, or until when, a reply is waited for; or what came. Our words, and no name. */
export function standingOf(deps: Deps, referral: Referral): string {
  const { say } = deps.cards;
  const agency = agencyName(deps, referral);
  const { due, late } = referral;
  if (due !== undefined)
    return say(late ? 'referral-late' : 'referral-waits', { agency, time: clockTime(deps, due) });
  const last = referral.replies.at(-1);
  const stage = referral.stages.at(-1);
  // A step that has no time: it was taken, and nobody is reminded of it.
  if (stage !== undefined && (last === undefined || stage.at > last.at))
    return say('referral-taken', { agency, time: clockTime(deps, stage.at) });
  return last === undefined
    ? say('referral-made', { agency, time: clockTime(deps, referral.at) })
    : say('referral-replied', {
        agency,
        outcome: say(`outcome-${last.outcome}`),
        time: clockTime(deps, last.at),
      });
}

/** Late ones first, then the one that is due soonest. */
const soonest = (a: Referral, b: Referral): number => {
  const late = Number(b.late ?? false) - Number(a.late ?? false);
  return late !== 0 ? late : (a.due ?? '') < (b.due ?? '') ? -1 : 1;
};

/** A line for each referral, with the button that opens it. */
export const referralSlots = (deps: Deps, referrals: CaseState['referrals']): readonly SlotData[] =>
  referrals
    .map((referral, n) => ({ referral, n }))
    .toSorted((a, b) => soonest(a.referral, b.referral))
    .map(({ referral, n }) => ({
      late: referral.late === true,
      line: standingOf(deps, referral),
      do: 'referral.open',
      arg: `${n}`,
      title: deps.cards.say('button-referral', { agency: agencyName(deps, referral) }),
    }));

/** What the record's first page says: a line for each that has had no reply, or one for all of many. */
export function openReferrals(deps: Deps, { referrals }: Pick<CaseState, 'referrals'>): readonly SlotData[] {
  const open = referrals.map((each, n) => ({ each, n })).filter(({ each }) => isAwaited(each));
  if (open.length === 0) return [];
  if (open.length > ON_RECORD) {
    const late = open.filter(({ each }) => each.late).length;
    const line = deps.cards.say('referral-many', { count: open.length, late });
    return [
      { late: late > 0, line, do: 'referral.list', arg: '', title: deps.cards.say('button-referrals') },
    ];
  }
  return referralSlots(deps, referrals).filter(({ arg }) => open.some(({ n }) => `${n}` === arg));
}
