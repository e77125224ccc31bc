import { type Chance, chance, SITES, type Site, siteOfChild, staffOf } from './school.ts';

/** Whom a concern is about, besides the child: this alone decides who may learn of it. */
export type About = 'child' | 'staff' | 'dsl' | 'head' | 'unsure';

export interface PlannedConcern {
  readonly index: number;
  readonly at: string;
  readonly site: Site;
  readonly reporter: string;
  readonly about: About;
  /** The adult in it. */
  readonly adult?: string;
  /** Said to be connected to it, and so left out. */
  readonly connected?: string;
  /** A child of the register, by number. */
  readonly child: number;
  readonly danger: 'In danger now' | 'Tonight, or should not go home yet' | 'Not today' | 'I am not sure';
  readonly ticks: Readonly<Record<string, string>>;
  /** Stands in everything that anybody writes about it, and nowhere else. */
  readonly canary: string;
  /** Minutes until somebody opens it. */
  readonly wait: number;
  /** Chance of its own, so that no case changes what happens in another. */
  readonly seed: number;
}

export interface Absence {
  readonly person: string;
  /** When it is said, which is when it begins, and the last day. */
  readonly at: string;
  readonly until: string;
  readonly to: string;
}

export interface Plan {
  readonly concerns: readonly PlannedConcern[];
  readonly absences: readonly Absence[];
  readonly leaves: { readonly person: string; readonly at: string };
  readonly drills: readonly { readonly person: string; readonly at: string }[];
  readonly begins: string;
  readonly ends: string;
  /** Moments at which everybody's lists are read. */
  readonly looks: readonly string[];
}

const FIRST_DAY = Temporal.PlainDate.from('2027-01-04');
const HALF_TERM = { from: '2027-02-15', to: '2027-02-19' };
const moment = (day: Temporal.PlainDate, minutes: number, seconds = 0): string =>
  `${day.toString()}T${String(8 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000Z`;

const daysOf = (weeks: number): readonly Temporal.PlainDate[] =>
  Array.from({ length: weeks * 7 }, (_, n) => FIRST_DAY.add({ days: n })).filter((day) => {
    const text = day.toString();
    return day.dayOfWeek <= 5 && (text < HALF_TERM.from || text > HALF_TERM.to);
  });

const TICKS: readonly Readonly<Record<string, string>>[] = [
  { about: 'home' },
  { about: 'feeling' },
  { about: 'told' },
  { about: 'mark' },
  { also: 'online' },
  { also: 'between-children' },
  { about: 'home,feeling' },
];
const DANGERS = [
  ...Array.from({ length: 14 }, () => 'Not today' as const),
  ...Array.from({ length: 3 }, () => 'Tonight, or should not go home yet' as const),
  'I am not sure' as const,
  'In danger now' as const,
];

/** A few children come up again and again. */
function childFor(site: Site, dice: Chance): number {
  const base = site === 'fernhill' ? 1 : 201;
  const often = [base + 10, base + 41, base + 73];
  return dice.isIn(0.4) ? dice.of(often) : base + dice.below(200);
}

const SEVEN = 7;
/** Whatever the seed, this one at least seven times in the first weeks. */
export const STORY_CHILD = 12;

export interface Size {
  readonly weeks: number;
  readonly concerns: number;
  /** Lists are read on every so many Fridays, and on the last. */
  readonly every: number;
}
export const WHOLE_TERM: Size = { weeks: 12, concerns: 120, every: 6 };

/** Which of the concerns are about whom. */
function aboutOf(index: number): About {
  if (index === 9) return 'dsl';
  if (index === 16) return 'head';
  if (index % 15 === 5) return 'staff';
  return index % 23 === 20 ? 'unsure' : 'child';
}

/** The one concern about the safeguarding lead of the first school, and one about a member of staff of the second. */
export const DSL = 'fernhill-dsl';
export const ACCUSED = staffOf('brook')[3] ?? '';

function adultIn(
  about: About,
  index: number,
  site: Site,
  reporter: string,
  dice: Chance,
): string | undefined {
  if (about === 'dsl') return DSL;
  if (about === 'head') return `${site}-head`;
  if (about !== 'staff') return undefined;
  return index === 5 ? ACCUSED : dice.of(staffOf(site).filter((id) => id !== reporter && id !== ACCUSED));
}

function concernOf(index: number, at: string, seed: number): PlannedConcern {
  const dice = chance(seed * 7919 + index);
  const about = aboutOf(index);
  const isStory = about === 'child' && index % 3 === 0 && index < 3 * (SEVEN + 3);
  const site: Site = about === 'dsl' || isStory ? 'fernhill' : index === 5 ? 'brook' : dice.of(SITES);
  const reporter = dice.of(staffOf(site).filter((id) => id !== ACCUSED));
  const adult = adultIn(about, index, site, reporter, dice);
  const child = isStory ? STORY_CHILD : childFor(site, dice);
  const danger = about === 'child' ? dice.of(DANGERS) : 'Not today';
  if (siteOfChild(child) !== site) throw new Error(`Concern ${index} is about a child of the other school`);
  return {
    ...{ index, at, site, reporter, about, child },
    ...(adult !== undefined && { adult }),
    // An alert goes out before anybody can say who is connected to it.
    ...(about === 'child' &&
      danger !== 'In danger now' &&
      dice.isIn(0.08) && { connected: `${site}-deputy-1` }),
    danger,
    ticks:
      about === 'staff' || about === 'dsl' || about === 'head' ? { also: 'adult-behaviour' } : dice.of(TICKS),
    canary: `Kestrel${String(index).padStart(4, '0')}é`,
    wait: dice.isIn(0.12) ? 500 + dice.below(900) : 3 + dice.below(40),
    seed: seed * 104_729 + index,
  };
}

export function planOf(seed: number, { weeks, concerns, every }: Size): Plan {
  const dice = chance(seed);
  const days = daysOf(weeks);
  const day = (n: number): Temporal.PlainDate => {
    const found = days[Math.min(n, days.length - 1)];
    if (found === undefined) throw new Error('The term has no days');
    return found;
  };
  const when = Array.from({ length: concerns }, (_, n) => {
    // Spread over the term but for its last week, in which what was begun is brought to its end.
    const last = Math.max(1, days.length - 6);
    return moment(day(Math.floor((n * last) / concerns)), 35 + dice.below(440), n);
  }).toSorted();
  return {
    concerns: when.map((at, index) => concernOf(index, at, seed)),
    absences: [
      { person: DSL, at: moment(day(11), 20), until: day(13).toString(), to: 'fernhill-deputy-1' },
      { person: 'brook-deputy-1', at: moment(day(19), 22), until: day(21).toString(), to: 'brook-dsl' },
    ].filter(({ until }) => until < day(days.length - 1).toString()),
    leaves: { person: 'brook-deputy-2', at: moment(day(Math.floor(days.length / 2)), 5) },
    drills: [{ person: 'brook-dsl', at: moment(day(6), 400) }],
    begins: moment(day(0), 0),
    ends: moment(day(days.length - 1), 520),
    looks: days
      .filter((each) => each.dayOfWeek === 5)
      .filter((_, n, all) => n % every === every - 1 || n === all.length - 1)
      .map((each) => moment(each, 500, 30)),
  };
}
