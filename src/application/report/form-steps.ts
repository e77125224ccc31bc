import { z } from 'zod';
import { LONGEST, Part, type Report } from '../../domain/case/report.ts';
import { PersonId, SiteId } from '../../domain/ids.ts';
import { type Directory, type Person, sitesOf } from '../../domain/people/directory.ts';
import { FACTS } from '../../domain/policy/facts.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Press } from '../intent.ts';
import { clean } from './clean.ts';
import type { Draft, FormStep } from './draft.ts';
import { listedAdults, PLACES } from './form-choices.ts';
import { readOrigin } from './form-origin.ts';

/** What is to be mended: a line of `phrases.json`, and the input that holds more than it takes. */
export interface Mend {
  readonly line: string;
  readonly tooLong?: { readonly input: string; readonly max: number };
}
export type Inputs = Press['inputs'];
type Answers = Draft['answers'];
type Read = Result<Answers & { readonly site?: SiteId }, Mend>;

export interface Asked {
  readonly inputs: Inputs;
  readonly draft: Draft;
  readonly person: Person;
  readonly directory: Directory;
  /** The local day and time, so that nothing is dated into the future. */
  readonly now: Temporal.PlainDateTime;
}

/** What the inputs of the form take, in characters: less than a report may hold, so that a card can show it back. */
export const TAKES = {
  name: 80,
  known: 60,
  year: 40,
  describe: 200,
  long: 1000,
  names: LONGEST.short,
  callback: 40,
} as const;
export const MOST_CHILDREN = 8;

const typed = (max: number) => z.string().default('').transform(clean).pipe(z.string().max(max));
const listed = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const MENDED = ['danger', 'site', 'adult', 'adults', 'harms', 'seen', 'heard', 'when', 'date', 'time'];

/** The first thing that is wrong, by the name of its input. */
function parsed<Output>(schema: z.ZodType<Output>, value: unknown, nth = ''): Result<Output, Mend> {
  const result = schema.safeParse(value);
  if (result.success) return ok(result.data);
  const [issue] = result.error.issues;
  const field = String(issue?.path[0]);
  if (issue?.code === 'too_big' && issue.origin === 'string' && issue.path.length === 1)
    return refuse({
      line: 'form-too-long',
      tooLong: { input: `${field}${nth}`, max: Number(issue.maximum) },
    });
  if (issue?.code === 'too_big') return refuse({ line: 'form-mend-many' });
  return refuse({ line: `form-mend-${MENDED.includes(field) ? field : 'choice'}` });
}

const RightNow = z.object({ danger: z.enum(FACTS.danger), site: SiteId.optional() });

function readRightNow({ inputs, person }: Asked): Read {
  const read = parsed(RightNow, inputs);
  if (!read.ok) return read;
  const { danger, site } = read.value;
  if (site !== undefined && !sitesOf(person).includes(site)) return refuse({ line: 'form-mend-site' });
  return ok({ danger, ...(site !== undefined && { site }) });
}

const Danger = z.object({ where: typed(LONGEST.short), callback: typed(TAKES.callback) });

/** For an alert: nothing that was typed may hold it up. */
export const whereabouts = ({ where, callback }: Inputs): Pick<Report, 'where' | 'callback'> => ({
  where: clean(where ?? '').slice(0, LONGEST.short),
  callback: clean(callback ?? '').slice(0, TAKES.callback),
});

const Child = z.object({
  name: typed(TAKES.name),
  known: typed(TAKES.known),
  year: typed(TAKES.year),
  describe: typed(TAKES.describe),
  part: Part,
});

/** "Does any adult who works or volunteers here come into this?" */
export const ADULT = [...FACTS.adult, 'self'] as const;

/** How many children the card showed: each has a part, chosen beforehand. */
export const childrenShown = (inputs: Inputs): number =>
  Array.from({ length: MOST_CHILDREN }, (_, index) => index + 1).findLast((n) =>
    ['name', 'known', 'year', 'describe', 'part'].some((field) => inputs[`${field}-${n}`] !== undefined),
  ) ?? 1;

function readWho({ inputs, draft, person }: Asked): Read {
  const children: Report['children'] = [];
  for (let n = 1; n <= childrenShown(inputs); n += 1) {
    const own = Object.keys(Child.shape).map((field) => [field, inputs[`${field}-${n}`]]);
    const read = parsed(Child, Object.fromEntries(own), `-${n}`);
    if (!read.ok) return read;
    const { name, known, year, describe, part } = read.value;
    if (n > 1 && [name, known, year, describe].every((text) => text === '')) continue;
    if (name === '' && describe === '') return refuse({ line: 'form-mend-child' });
    children.push({ name, knownAs: known, year, description: describe, part });
  }
  const answer = parsed(z.object({ adult: z.enum(ADULT) }), inputs);
  if (!answer.ok) return answer;
  const { adult } = answer.value;
  if (adult === 'self') return ok({ children, adult: 'yes', adults: [{ person: person.id }], self: true });
  // Nobody but "it is about me" puts whoever reports on the list.
  const others = (draft.answers.adults ?? []).filter(
    (each) => !('person' in each) || each.person !== person.id,
  );
  return ok({ children, adult, adults: adult === 'no' ? [] : others });
}

const sameName = (a: string, b: string): boolean =>
  a.localeCompare(b, 'en-GB', { sensitivity: 'base', ignorePunctuation: true }) === 0;

const Adults = z.object({
  adults: z.array(PersonId).max(20),
  names: z.array(z.string().max(LONGEST.name)).max(10),
});

/** Whoever is typed and works here is left out as if they had been picked: everyone of that name. */
function readAdult({ inputs, draft, person, directory }: Asked): Read {
  const names = clean(inputs.names ?? '')
    .split(/[\n,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const read = parsed(Adults, { adults: listed(inputs.adults), names });
  if (!read.ok) return read;
  const here = listedAdults(directory, draft.site, person);
  if (read.value.adults.some((id) => !here.some((each) => each.id === id)))
    return refuse({ line: 'form-mend-choice' });
  const known = read.value.names.flatMap((name) => here.filter((each) => sameName(each.name, name)));
  const unknown = read.value.names.filter((name) => !here.some((each) => sameName(each.name, name)));
  const picked = [...new Set([...read.value.adults, ...known.map(({ id }) => id)])];
  if (draft.answers.adult === 'yes' && picked.length + unknown.length === 0)
    return refuse({ line: 'form-mend-adults' });
  return ok({ adults: [...picked.map((id) => ({ person: id })), ...unknown.map((name) => ({ name }))] });
}

function readWhat({ inputs }: Asked): Read {
  const ticked = [...listed(inputs.about), ...listed(inputs.also)];
  const read = parsed(z.object({ harms: z.array(z.enum(FACTS.harm)).min(1) }), { harms: ticked });
  if (!read.ok) return read;
  return ok({ harms: FACTS.harm.filter((harm) => read.value.harms.includes(harm)) });
}

const Story = z.object({
  seen: typed(LONGEST.seen).refine((text) => text !== ''),
  heard: z.enum(FACTS.heard),
  'told-by': typed(LONGEST.short),
  when: z.enum(['exact', 'about', 'over-time']),
  date: z.union([z.literal(''), z.iso.date()]).default(''),
  time: z.union([z.literal(''), z.iso.time({ precision: -1 })]).default(''),
  'when-note': typed(LONGEST.short),
  where: typed(LONGEST.short),
  'child-words': typed(LONGEST.long),
  said: typed(TAKES.long),
  seemed: typed(LONGEST.short),
  wants: typed(TAKES.long),
  opinion: typed(TAKES.long),
  done: typed(TAKES.long),
  'told-lead': z.enum(['yes', 'no']).default('no'),
  choice: z.array(z.enum(PLACES)),
  mark: typed(LONGEST.short),
  page: typed(LONGEST.short),
  device: typed(LONGEST.name),
});

/** A worry about something on a screen: which page, on which device. */
export const asksForPage = (harms: readonly string[]): boolean =>
  harms.some((harm) => ['filter', 'online', 'images', 'message', 'rules'].includes(harm));

function readWhatHappened({ inputs, draft, now }: Asked): Read {
  const hasMark = draft.answers.harms?.includes('mark') === true;
  const isOnline = asksForPage(draft.answers.harms ?? []);
  const read = parsed(Story, { ...inputs, choice: hasMark ? listed(inputs.places) : [] });
  if (!read.ok) return read;
  const { value } = read;
  if (value.when === 'exact' && value.date === '') return refuse({ line: 'form-mend-date' });
  const happened = value.date === '' ? undefined : `${value.date}T${value.time || '00:00'}`;
  if (happened !== undefined && Temporal.PlainDateTime.compare(happened, now) > 0)
    return refuse({ line: 'form-mend-future' });
  const { heard, when, date, time, seen, said, seemed, where, wants, opinion, done } = value;
  return ok({
    account: {
      ...{ seen, said, seemed, where, wants, opinion, done, heard, when, date, time },
      childWords: value['child-words'],
      toldBy: value['told-by'],
      whenNote: value['when-note'],
      toldLead: value['told-lead'],
      places: value.choice.join(','),
      mark: hasMark ? value.mark : '',
      page: isOnline ? value.page : '',
      device: isOnline ? value.device : '',
    },
  });
}

/** What a step's inputs say, or what is to be mended. */
export function readStep(step: Exclude<FormStep, 'check'>, asked: Asked): Read {
  switch (step) {
    case 'right-now':
      return readRightNow(asked);
    case 'danger':
      return parsed(Danger, asked.inputs);
    case 'who':
      return readWho(asked);
    case 'adult':
      return readAdult(asked);
    case 'what':
      return readWhat(asked);
    case 'what-happened':
      return readWhatHappened(asked);
    case 'origin':
      return readOrigin(asked);
  }
}

/** Whom the reporter ticked as connected; undefined for somebody who was not on the list. */
export function readConnected(inputs: Inputs, offered: readonly Person[]): readonly PersonId[] | undefined {
  const ids = listed(inputs.connected).map((id) => offered.find((person) => person.id === id)?.id);
  return ids.every((id) => id !== undefined) ? ids : undefined;
}
