import { textsOf } from '../support/check-card.ts';
import type { Organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { PEOPLE, ZONE } from './school.ts';

/** One card that reached somebody: a new message, not one that was brought up to date. */
export interface SentCard {
  readonly at: string;
  /** Local. */
  readonly day: string;
  readonly time: string;
  readonly platform: string;
  readonly person: string;
  /** The name of its document in cards/. */
  readonly document: string;
  readonly notification: string;
  readonly texts: readonly string[];
  /** What its first button is about. */
  readonly record: string;
  readonly verbs: readonly string[];
  /** The one thing that it asks for; undefined: several, or none. */
  readonly key: string | undefined;
}

/** A reference follows from an id that nobody reads. */
const REFERENCE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g;
const plain = (text: string): string => text.replace(REFERENCE, '____-____');

const KINDS: Readonly<Record<string, string>> = {
  'person.done': 'training',
  'agree.open': 'agreement',
  'audit.open': 'audit',
};

/** Everything that was sent, in order. */
export function cardsSent(org: Organisation): readonly SentCard[] {
  const owner = new Map(
    PEOPLE.people.flatMap(({ id }) => org.boxesOf(id).map((box) => [box, String(id)] as const)),
  );
  return org.post.sent
    .filter(({ type }) => type === 'send')
    .map(({ at, to, platform, message }) => {
      const buttons = buttonsOf(message.card);
      const local = Temporal.Instant.from(at).toZonedDateTimeISO(ZONE);
      return {
        at,
        day: local.toPlainDate().toString(),
        time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
        platform,
        person: owner.get(to) ?? to,
        document: org.drawn.get(message.card) ?? '',
        notification: plain(message.notification),
        texts: textsOf(message.card).map(plain),
        record: buttons[0]?.data.record ?? '',
        verbs: buttons.map(({ data }) => data.do),
        key: buttons.flatMap(({ data }) =>
          data.do in KINDS ? [`${KINDS[data.do]}:${data.arg ?? ''}`] : [],
        )[0],
      };
    });
}

const WEEKDAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const heading = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', WEEKDAY).format(Date.parse(`${day}T00:00:00Z`));

const lineOf = ({ time, platform, person, notification, texts }: SentCard): string =>
  `  ${time} ${platform.padEnd(5)} ${person}  ${notification}  ${texts[0] ?? ''}`.trimEnd();

/** The calendar as a headteacher would read it: by day, and within a day by the minute and the person. */
export function calendarOf(cards: readonly SentCard[]): string {
  const days = Map.groupBy(cards, ({ day }) => day);
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, theirs]) => [heading(day), ...theirs.map(lineOf).toSorted()].join('\n'))
    .join('\n\n')
    .concat('\n');
}
