import { type SlotData, type Words, words } from '../../cards/fill.ts';
import { mayBeTold } from '../../domain/access.ts';
import type { CaseState, Informed } from '../../domain/case/state.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { nameOf, rolesWord } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';

/** What the record shows of it at a glance; the whole stands under "What has been done". */
const SHOWN = 2;
const GLANCE = 80;

/** So much of what somebody wrote, and a mark where more follows. */
export const glance = (text: string, most: number): Words =>
  words(text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text);

function line(
  deps: Deps,
  state: CaseState,
  directory: Directory,
  { to, by, at, text, replies }: Informed,
): SlotData {
  const slots = { roles: rolesWord(deps, to), time: clockTime(deps, at) };
  const isThere = mayBeTold(state, directory, to, by).length > 0;
  return {
    title: deps.cards.say(by === undefined ? 'told-with-report' : 'told-by-lead', slots),
    text: glance(text, GLANCE),
    nobody: isThere ? undefined : deps.cards.say('told-nobody-now', slots),
    answers: replies.slice(-1).map((reply) => ({
      title: deps.cards.say('told-answer', { time: clockTime(deps, reply.at) }),
      who: words(nameOf(deps, directory, reply.by)),
      text: glance(reply.text, GLANCE),
    })),
  };
}

/** Who else was told, by which words, and what they answered; the latest last. */
export const toldShown = (deps: Deps, state: CaseState, directory: Directory): readonly SlotData[] =>
  state.informed.slice(-SHOWN).map((each) => line(deps, state, directory, each));
