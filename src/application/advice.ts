import type { SlotData } from '../cards/fill.ts';
import { type Person, sitesOf } from '../domain/people/directory.ts';
import type { Advice } from '../domain/policy/pack.ts';
import type { Deps } from './deps.ts';
import type { Answer } from './intent.ts';
import { cited } from './people-words.ts';
import { contactSlots } from './phones.ts';
import { bareWords, holdsWords } from './typed-words.ts';

/** As many as can be taken in at a glance. */
const A_PAGE = 8;

interface Asking {
  readonly deps: Deps;
  readonly person: Person;
  readonly rest: string;
}

function answerCard({ deps, person }: Asking, { title, lines, contacts, source }: Advice): Answer {
  const of = (wanted: 'do' | 'never'): readonly SlotData[] =>
    lines.filter(({ kind }) => kind === wanted).map(({ text }) => ({ text }));
  const here = deps.organisation.sites.filter(({ id }) => sitesOf(person).includes(id));
  return {
    type: 'card',
    card: deps.cards.show('advice', {
      title,
      dos: of('do'),
      nevers: of('never'),
      why: cited(deps, source),
      phones: [
        ...here.map(({ name, phone }) => ({ reach: phone.number, who: `${phone.label}, ${name}` })),
        ...contactSlots(deps, contacts).map(({ reach, name }) => ({ reach, who: name })),
      ],
    }),
  };
}

function listCard({ deps }: Asking, all: readonly Advice[], from = 0, notice?: string): Answer {
  const shown = all.slice(from, from + A_PAGE);
  return {
    type: 'card',
    card: deps.cards.show('advice-list', {
      notice,
      choices: shown.map(({ id, title }) => ({ title, arg: `advice ${id}` })),
      more: all.length > from + A_PAGE ? `advice from ${from + A_PAGE}` : undefined,
    }),
  };
}

/** The answer that these words are about, a list where several are; undefined where none is. */
export function findAdvice(asking: Asking, typed: string): Answer | undefined {
  const text = bareWords(typed);
  const found = asking.deps.policy.advice.filter(({ words }) => words.some((each) => holdsWords(text, each)));
  const [first] = found;
  if (first === undefined) return undefined;
  return found.length === 1 ? answerCard(asking, first) : listCard(asking, found);
}

/** `what do I do if …`: the list, or the answer to what was typed behind it. Opens no case and keeps nothing. */
export function whatIf(asking: Asking): Answer {
  const { deps, rest } = asking;
  const { advice } = deps.policy;
  if (rest === '') return listCard(asking, advice);
  return findAdvice(asking, rest) ?? listCard(asking, advice, 0, deps.cards.say('advice-none'));
}

/** What the buttons of the list say: "advice password", "advice from 8". */
export function adviceFor(asking: Asking): Answer {
  const { advice } = asking.deps.policy;
  const chosen = advice.find(({ id }) => id === asking.rest);
  if (chosen !== undefined) return answerCard(asking, chosen);
  const from = /^from (\d{1,3})$/.exec(asking.rest)?.[1];
  return from === undefined
    ? whatIf(asking)
    : listCard(asking, advice, Math.min(Number(from), advice.length));
}
