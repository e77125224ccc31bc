import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import type { Referral } from '../../domain/case/work/referrals.ts';
import { refOf } from '../../domain/ids.ts';
import { stageAfter } from '../../domain/policy/referrals.ts';
import { agencies } from '../case/case-forms.ts';
import type { CaseRecord } from '../case/case-store.ts';
import { nameOf } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import type { Pressed } from '../case/work-case.ts';
import { glance } from '../told/shown.ts';
import { type Asked, argFor } from './asked.ts';
import { agencyName, referralSlots, standingOf } from './shown.ts';

/** Characters a part of a draft, as of a copied record: a Slack box takes 3,000. */
const PAGE = 2_900;
const PIECES = new RegExp(`[\\s\\S]{1,${PAGE}}`, 'gu');
/** Referrals on one page, and lines of one referral. */
const LISTED = 8;
const LINES = 10;
const LONGEST_LINE = 300;
const LONGEST_NAME = 80;

const typed = (inputs: Readonly<Record<string, string>>): SlotData =>
  Object.fromEntries(Object.entries(inputs).map(([id, value]) => [`typed-${id}`, words(value)]));

const onCase = ({ id }: CaseRecord, notice?: string): SlotData => ({ ref: refOf(id), case: id, notice });

/** For whom the text is, about which child, and what was said about consent. */
export function startCard({ deps, press }: Pressed, record: CaseRecord, asked: Asked): Card {
  const { children } = record.state;
  return deps.cards.show('referral-start', {
    ...typed(press.inputs),
    ...(asked.agency !== undefined && { 'typed-agency': words(asked.agency) }),
    ...(children.length > 1 && { 'typed-child': words(`${asked.place}`) }),
    ...onCase(record),
    agencies: agencies(deps),
    children:
      children.length > 1
        ? children.map(({ name, knownAs, description }, place) => ({
            title: deps.cards.say('hand-which', { n: place + 1 }),
            name: glance(name || knownAs || description, LONGEST_NAME),
            value: `${place}`,
          }))
        : [],
    arg: asked.from,
    back: asked.from || 'refer',
  });
}

/** One part of the text, in a box to copy from. */
export function draftCard({ deps }: Pressed, record: CaseRecord, text: string, asked: Asked): Card {
  const parts = text.match(PIECES) ?? [''];
  const part = asked.page < parts.length ? asked.page : 0;
  const { agency = 'other' } = asked;
  return deps.cards.show('referral-draft', {
    ...onCase(record),
    agency: agencyName(deps, { agency }),
    page: deps.cards.say('page', { page: part + 1, pages: parts.length }),
    text: words(parts[part] ?? ''),
    next: part + 1 < parts.length ? argFor({ ...asked, page: part + 1 }) : undefined,
    again: argFor({ ...asked, page: 0 }),
    back: asked.from || 'refer',
  });
}

/** "20 November 10:05, Team manager, Duty manager: …": what came of it so far, newest first. */
function linesOf({ deps, directory }: Pressed, { stages, replies }: Referral): readonly SlotData[] {
  const { say } = deps.cards;
  const said = [
    ...stages.map(({ at, by, stage, who, text }) => ({ at, by, title: stage, text: [who, text] })),
    ...replies.map(({ at, by, outcome, text }) => ({
      at,
      by,
      title: say(`outcome-${outcome}`),
      text: [text],
    })),
  ];
  return said
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, LINES)
    .map(({ at, by, title, text }) => ({
      title: `${clockTime(deps, at)}. ${title}.`,
      text: glance(text.filter(Boolean).join(': '), LONGEST_LINE),
      by: words(nameOf(deps, directory, by)),
    }));
}

/** The next step of the local way to settle it; none once they have taken it on. */
function furtherTitle({ deps }: Pressed, { agency, stages, replies, due }: Referral): string | undefined {
  const isOver = due === undefined && replies.at(-1)?.outcome === 'accepted';
  return isOver ? undefined : stageAfter(deps.policy.referrals, agency, stages.length)?.title;
}

/** One referral: what was written down, how it stands, and what can be done about it. */
export function referralCard(
  pressed: Pressed,
  record: CaseRecord,
  n: number,
  found: Referral,
  { notice, saved }: { readonly notice?: string; readonly saved?: string } = {},
): Card {
  const { deps } = pressed;
  const { who, when, reference, consent } = found;
  return deps.cards.show('referral', {
    ...onCase(record, notice),
    saved,
    late: found.late === true,
    line: standingOf(deps, found),
    who: glance(who, LONGEST_LINE),
    when: when === '' ? undefined : words(when),
    reference: reference === '' ? undefined : glance(reference, LONGEST_LINE),
    consent: consent && deps.cards.say(`consent-${consent.answer}`),
    why: consent === undefined || consent.why === '' ? undefined : glance(consent.why, LONGEST_LINE),
    lines: linesOf(pressed, found),
    arg: `${n}`,
    stage: furtherTitle(pressed, found),
    list: record.state.referrals.length > 1,
  });
}

/** Every referral of the case, the late ones first. */
export function listCard({ deps }: Pressed, record: CaseRecord, page: number): Card {
  const all = referralSlots(deps, record.state.referrals);
  const from = page * LISTED < all.length ? page * LISTED : 0;
  return deps.cards.show('referral-list', {
    ...onCase(record),
    referrals: all.slice(from, from + LISTED),
    next: from + LISTED < all.length ? `${from / LISTED + 1}` : undefined,
    nobody: all.length === 0,
  });
}

/** "They replied": what came of it. */
export const replyCard = (
  { deps, press }: Pressed,
  record: CaseRecord,
  n: number,
  found: Referral,
  notice?: string,
) =>
  deps.cards.show('referral-reply', {
    ...typed(press.inputs),
    ...onCase(record, notice),
    agency: agencyName(deps, found),
    arg: `${n}`,
  });

/** "Take it further": which step it is, whom it was taken to, and what was said. */
export function furtherCard(
  pressed: Pressed,
  record: CaseRecord,
  n: number,
  found: Referral,
  notice?: string,
): Card {
  const { deps, press } = pressed;
  const stage = stageAfter(deps.policy.referrals, found.agency, found.stages.length);
  return deps.cards.show('referral-further', {
    ...typed(press.inputs),
    ...onCase(record, notice),
    line: standingOf(deps, found),
    stage: stage?.title ?? '',
    text: stage?.text ?? '',
    why: deps.policy.referrals.source,
    arg: `${n}`,
  });
}
