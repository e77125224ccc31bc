import type { SentCard } from './cards-sent.ts';
import { EXPECTED, isExcused, keysAsked, renewed, wasTold } from './expected.ts';
import type { Done } from './run.ts';
import { closedBecause, hereFrom, hereUntil } from './school.ts';

/** What a headteacher would ring up about: which rule, and of whom on which day. */
export interface Fault {
  readonly rule: string;
  readonly what: string;
}

/** Messages of concerns go at any hour, and as often as they must: other tests are about them. */
const OF_CONCERNS = ['lead-message', 'reporter-message', 'phone-message', 'oversight-message'];
/** One card a day at the most is about what somebody is to do themselves, and two in any seven days. */
const OWN = 'training-message';
const MOST_IN_A_WEEK = 2;
/** Of everything but concerns, the card of the morning included. */
const MOST_IN_A_DAY = 5;

const about = ({ person, day, time, texts }: SentCard): string =>
  `${day} ${time} ${person}: ${texts[0] ?? ''}`;

function untimely(cards: readonly SentCard[]): readonly Fault[] {
  return cards.flatMap((card) => {
    const rule = closedBecause(card.at);
    return rule === undefined ? [] : [{ rule, what: about(card) }];
  });
}

function repeated(cards: readonly SentCard[]): readonly Fault[] {
  const seen = new Set<string>();
  return cards.flatMap((card) => {
    const { person, day, document, record, texts } = card;
    const same = document === OWN ? '' : `${record} ${texts[0] ?? ''}`;
    const key = `${person} ${day} ${document} ${same}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ rule: 'twice', what: about(card) }];
  });
}

function crowded(cards: readonly SentCard[]): readonly Fault[] {
  const days = Map.groupBy(cards, ({ person, day }) => `${person} ${day}`);
  const full = [...days].filter(([, theirs]) => theirs.length > MOST_IN_A_DAY);
  const own = Map.groupBy(
    cards.filter(({ document }) => document === OWN),
    ({ person }) => person,
  );
  const weeks = [...own].flatMap(([person, theirs]) =>
    theirs.flatMap(({ day }, n) => {
      const before = theirs[n - MOST_IN_A_WEEK]?.day;
      const since = Temporal.PlainDate.from(day).subtract({ days: 6 }).toString();
      return before !== undefined && before >= since && !isExcused(person, before)
        ? [`${person} had three since ${before}`]
        : [];
    }),
  );
  return [...full.map(([key]) => key), ...weeks].map((what) => ({ rule: 'too many', what }));
}

/** To whoever is not here on that day. */
function astray(cards: readonly SentCard[]): readonly Fault[] {
  return cards.flatMap((card) => {
    if (card.day < hereFrom(card.person)) return [{ rule: 'not started', what: about(card) }];
    return card.day >= hereUntil(card.person) ? [{ rule: 'left', what: about(card) }] : [];
  });
}

/** What was done is not asked for again, and no card asks for nothing. */
function needless(cards: readonly SentCard[], done: readonly Done[]): readonly Fault[] {
  return cards
    .filter(({ document }) => document === OWN)
    .flatMap((card) => {
      const { person, at, key, texts, verbs } = card;
      const before = new Set(
        done
          .filter((each) => each.person === person && each.at < at && !renewed(each, card))
          .map((each) => each.key),
      );
      const open = keysAsked(person).filter((each) => !before.has(each)).length;
      const count = Number(texts[0]?.match(/^(\d+) things are due/)?.[1] ?? 1);
      const isEmpty = !verbs.some((verb) => ASKING.includes(verb));
      const isDone = key !== undefined && before.has(key);
      return isEmpty || isDone || count > open ? [{ rule: 'after it was done', what: about(card) }] : [];
    });
}
const ASKING = ['person.open', 'person.done', 'agree.open', 'audit.open'];

/** What was due and was not said. */
function unsaid(cards: readonly SentCard[], done: readonly Done[], last: string): readonly Fault[] {
  return EXPECTED.filter(({ day, key, person }) => {
    const isDone = done.some((each) => each.person === person && each.key === key && each.at < day);
    return day <= last && day >= hereFrom(person) && day < hereUntil(person) && !isDone;
  })
    .filter((expected) => !wasTold(cards, expected))
    .map(({ person, day, what }) => ({ rule: 'missing', what: `${day} ${person}: ${what}` }));
}

/** Everything that is wrong with a year, by what was sent and by what people did. */
export function faultsIn(cards: readonly SentCard[], done: readonly Done[], last: string): readonly Fault[] {
  const ours = cards.filter(({ document }) => !OF_CONCERNS.includes(document));
  return [
    ...[...untimely(ours), ...repeated(ours), ...crowded(ours), ...astray(cards)],
    ...[...needless(ours, done), ...unsaid(cards, done, last)],
  ];
}
