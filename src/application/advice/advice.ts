import type { SlotData } from '../../cards/fill.ts';
import { type Person, sitesOf } from '../../domain/people/directory.ts';
import type { Advice } from '../../domain/policy/advice.ts';
import { cited } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { bareWords, holdsWords } from '../typed-words.ts';
import { contactSlots } from './phones.ts';

/** As many as a list takes in Slack. */
const MOST_LISTED = 100;

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

function listCard({ deps }: Asking, found: readonly Advice[], notice?: string): Answer {
  const choices = found.slice(0, MOST_LISTED).map(({ id, title }) => ({ title, value: id }));
  return { type: 'card', card: deps.cards.show('advice-list', { notice, choices }) };
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
  return findAdvice(asking, rest) ?? listCard(asking, advice, deps.cards.say('advice-none'));
}

/** What is chosen in the list says "advice password". */
export function adviceFor(asking: Asking): Answer {
  const chosen = asking.deps.policy.advice.find(({ id }) => id === asking.rest);
  return chosen === undefined ? whatIf(asking) : answerCard(asking, chosen);
}
