import { z } from 'zod';
import { type SlotData, words } from '../../cards/fill.ts';
import { latestAfter } from '../../domain/reviews/cycle.ts';
import type { Filled, Known } from '../../domain/reviews/done.ts';
import { plansNext, type Recurring } from '../../domain/reviews/duties.ts';
import type { DutyRound } from '../../domain/reviews/round.ts';
import { nameOf, rolesWord, sentence, shortOf } from '../case/people-words.ts';
import { nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { readCalendar } from './calendar.ts';
import { dateWords, dutyOf, restLines, sitesLine, today } from './cards.ts';
import type { Held } from './held.ts';
import { readRound } from './store.ts';
import { openThemes } from './themes.ts';

/** Before an id of the checklist, or of another duty, so that neither is taken for another box. */
const QUESTION = 'q-';
const WHERE = 'where-';
/** As much as one card takes when everything was put right, whatever the script. */
const MOST = { note: 1000, evidence: 2000, what: 300, where: 300 } as const;

export const typed = ({ press }: Pressed, id: string, most: keyof typeof MOST): string =>
  (press.inputs[id] ?? '').slice(0, MOST[most]).trim();

/** The day on which another duty was last done at these sites, also if that was a minute ago. */
async function lastDone(deps: Deps, duty: string, { sites }: DutyRound): Promise<string | undefined> {
  const { entries = [] } = (await readCalendar(deps)).calendar;
  const theirs = entries.filter((entry) => entry.duty === duty && sites.includes(entry.site));
  const days = await Promise.all(
    theirs.map(async ({ done, record }) => {
      const progress = record && (await readRound(deps, record))?.round.progress;
      return progress?.standing === 'done' ? progress.on : done?.on;
    }),
  );
  // Where several sites share it, the one that did it first counts: all of them have done it by then.
  return days.every((day) => day !== undefined) ? days.toSorted()[0] : undefined;
}

/** What its being done depends on besides what is typed. */
export async function knownOf(deps: Deps, duty: Recurring, round: DutyRound): Promise<Known> {
  const { entries = [] } = (await readCalendar(deps)).calendar;
  const last = entries.find(
    (entry) => entry.duty === duty.id && entry.about === round.about && round.sites.includes(entry.site),
  );
  const needed = await Promise.all(
    (duty.needs ?? []).map(async (id) => [id, await lastDone(deps, id, round)] as const),
  );
  return { today: today(deps), lastOn: last?.done?.on, needed: Object.fromEntries(needed) };
}

/** What is said of what was refused: which other duty, who is to have it, the last day that can be. */
function problemSlots(deps: Deps, duty: Recurring, on: string) {
  const [needed] = (duty.needs ?? []).map((id) => titleOf(deps, id));
  const latest = latestAfter(duty, on);
  return {
    title: needed ?? '',
    roles: rolesWord(deps, duty.share ?? []),
    date: latest === undefined ? '' : dateWords(latest),
  };
}

const titleOf = ({ policy }: Deps, id: string): string =>
  policy.duties.find((duty) => duty.id === id)?.title ?? id;

const dayIn = (text: string | undefined, otherwise: string): string =>
  z.iso.date().catch(otherwise).parse(text);

/** What a review, a meeting or a check with evidence asks for beyond its questions. */
function beyond(pressed: Pressed, duty: Recurring, known: Known): SlotData {
  const { deps, press } = pressed;
  const { say } = deps.cards;
  const on = dayIn(press.inputs.date, today(deps));
  const latest = plansNext(duty) ? latestAfter(duty, on) : undefined;
  const needs = (duty.needs ?? []).map((id) => ({ id, title: titleOf(deps, id), done: known.needed?.[id] }));
  return {
    restsOn: duty.isReview ? restLines(deps).map((text) => ({ text })) : [],
    met: needs.flatMap(({ title, done }) =>
      done === undefined ? [] : [{ text: say('duty-need-done', { title, date: dateWords(done) }) }],
    ),
    needs: needs.map(({ id, title, done }) => ({
      id: `${WHERE}${id}`,
      text: say(done === undefined ? 'duty-need' : 'duty-need-other', { title }),
      value: words(press.inputs[`${WHERE}${id}`] ?? ''),
    })),
    attending: (duty.meeting ?? []).map((role) => ({
      title: sentence(shortOf(deps.policy, role)),
      value: role,
    })),
    isMeeting: duty.meeting !== undefined,
    'typed-present': words(press.inputs.present ?? ''),
    ask: say(duty.meeting === undefined ? 'duty-ask' : 'duty-ask-meeting'),
    share: duty.share && say('duty-share', { roles: rolesWord(deps, duty.share) }),
    'typed-shared': words(press.inputs.shared ?? ''),
    'typed-shared-on': words(press.inputs['shared-on'] ?? today(deps)),
    next: latest && say('duty-next-ask', { date: dateWords(latest) }),
    'typed-next': words(press.inputs.next ?? latest ?? ''),
  };
}

export async function form(pressed: Pressed, { id, round, duty }: Held, problem?: string): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  if (duty === undefined) return nothingHere(deps);
  const known = await knownOf(deps, duty, round);
  const questions = duty.checklist.map(({ id: question, text }) => ({
    id: `${QUESTION}${question}`,
    text,
    value: words(press.inputs[`${QUESTION}${question}`] ?? ''),
  }));
  const on = dayIn(press.inputs.date, today(deps));
  const themes = duty.shows === undefined ? [] : await openThemes(deps, directory, person);
  const shown = deps.cards.show('form-duty', {
    duty: id,
    notice: problem && deps.cards.say(problem, problemSlots(deps, duty, on)),
    title: round.title,
    sites: sitesLine(deps, round.sites),
    about: duty.newcomers && round.about && words(nameOf(deps, directory, round.about)),
    themes: themes.map((text) => ({ text })),
    questions,
    hasQuestions: questions.length > 0,
    ...beyond(pressed, duty, known),
    evidence: duty.evidence || duty.meeting !== undefined,
    'typed-note': words(press.inputs.note ?? ''),
    'typed-evidence': words(press.inputs.evidence ?? ''),
    'typed-date': words(press.inputs.date ?? today(deps)),
    why: dutyOf(deps, directory, round)?.source ?? '',
  });
  return { type: problem === undefined ? 'card' : 'keep-form', card: shown };
}

/** What was typed into it. */
export function filledIn(pressed: Pressed, duty: Recurring): Filled {
  const { deps, press } = pressed;
  const { inputs } = press;
  const answers = duty.checklist.map(({ id }) => [id, inputs[`${QUESTION}${id}`] ?? '']);
  const where = (duty.needs ?? []).map((id) => [id, typed(pressed, `${WHERE}${id}`, 'where')]);
  const on = dayIn(inputs.date, today(deps));
  const next = z.iso.date().safeParse(inputs.next);
  return {
    answers: Object.fromEntries(answers),
    note: typed(pressed, 'note', 'note'),
    evidence: typed(pressed, 'evidence', 'evidence'),
    on,
    present: (inputs.present ?? '').split(',').map((each) => each.trim()),
    where: Object.fromEntries(where),
    isShared: inputs.shared === 'yes',
    sharedOn: dayIn(inputs['shared-on'], on),
    // Nothing chosen: as late as the policy lets it be.
    ...(next.success && { next: next.data }),
  };
}
