import { type SlotData, words } from '../../cards/fill.ts';
import { type PersonId, PersonId as PersonIdSchema, SiteId } from '../../domain/ids.ts';
import { type Directory, holders, type Person, sitesOf, type Turn } from '../../domain/people/directory.ts';
import { type Half, isHere, turnsAt } from '../../domain/people/duty.ts';
import { atWork } from '../../domain/time/working-time.ts';
import { sitePhones } from '../advice/phones.ts';
import { roleWord, sentence } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import { nothingHere, type Pressed } from '../case/work-case.ts';
import { sitesLed } from '../children/register.ts';
import type { Deps } from '../deps.ts';
import { changeDirectory, readDirectory } from '../directory.ts';
import type { Answer } from '../intent.ts';
import type { Asking } from './gone.ts';
import { onDuty, sitesAnswered } from './who.ts';
import { untilWords } from './words.ts';

const NOBODY = 'nobody';
const HALVES = ['morning', 'afternoon'] as const;
const MOST_PEOPLE = 14;
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** "turn-1-morning" */
const inputOf = (day: number, half: Half): string => `turn-${day}-${half}`;

const turnOf = (turns: readonly Turn[], day: number, half: Half): PersonId | undefined =>
  turns.find((turn) => turn.day === day && (turn.half === half || turn.half === 'all-day'))?.person;

const isOn = (turns: readonly Turn[], { id }: Person): boolean => turns.some(({ person }) => person === id);

/** What the rota of a site says, in one word: whoever changes it has seen this and nothing else. */
const seenOf = (deps: Deps, directory: Directory, site: SiteId): string =>
  deps.keyring.sign(`rota|${JSON.stringify(turnsAt(directory, site, deps.policy.leads))}`).slice(0, 16);

function form(
  { deps, directory, person }: Asking,
  site: SiteId,
  shown: { readonly notice?: string; readonly saved?: string } = {},
): Answer {
  const { say } = deps.cards;
  const turns = turnsAt(directory, site, deps.policy.leads);
  const people = [
    { title: say('rota-nobody'), value: NOBODY },
    // Whoever is on the rota is always among them: saving takes nobody's turn away unseen.
    ...holders(directory, site, deps.policy.leads)
      .toSorted((a, b) => Number(isOn(turns, b)) - Number(isOn(turns, a)))
      .slice(0, MOST_PEOPLE)
      .map(({ id, name }) => ({ title: name, value: id })),
  ];
  const { sites } = deps.organisation;
  const led = sitesLed(deps, person);
  const card = deps.cards.show('rota', {
    notice: shown.notice && say(shown.notice),
    saved: shown.saved && say(shown.saved),
    site: sites.find(({ id }) => id === site)?.name ?? '',
    arg: `${site}|${seenOf(deps, directory, site)}`,
    turns: DAYS.filter((day) => deps.calendar.days.includes(day)).flatMap((day) =>
      HALVES.map((half) => ({
        id: inputOf(day, half),
        label: `${say(`weekday-${day}`)}, ${say(`half-${half}`)}`,
        people,
        value: turnOf(turns, day, half) ?? NOBODY,
      })),
    ),
    others: sites
      .filter(({ id }) => led.includes(id) && id !== site)
      .map(({ id, name }) => ({ arg: id, title: say('rota-of', { site: name }) })),
  });
  return { type: shown.notice === undefined ? 'card' : 'keep-form', card };
}

/** `rota`: who is on duty on which half of which weekday, for whoever leads the site. */
export function rota(asking: Asking): Answer {
  const [site] = sitesLed(asking.deps, asking.person);
  return site === undefined ? nothingHere(asking.deps) : form(asking, site);
}

function turnsIn({ deps, directory, press }: Pressed, site: SiteId): readonly Turn[] {
  const leads = holders(directory, site, deps.policy.leads);
  return deps.calendar.days.flatMap((day) =>
    HALVES.flatMap((half): readonly Turn[] => {
      const chosen = PersonIdSchema.safeParse(press.inputs[inputOf(day, half)]).data;
      const person = leads.find(({ id }) => id === chosen);
      return person === undefined ? [] : [{ site, day, half, person: person.id }];
    }),
  );
}

/** Somebody who changed it meanwhile was first: what stands now is shown, and nothing is written over it. */
async function save(pressed: Pressed, site: SiteId, seen: string): Promise<Answer> {
  const { deps } = pressed;
  const turns = turnsIn(pressed, site);
  const result = await changeDirectory(deps, (stored) =>
    seenOf(deps, stored, site) === seen
      ? { ...stored, rota: [...(stored.rota ?? []).filter((turn) => turn.site !== site), ...turns] }
      : undefined,
  );
  const now = { ...pressed, directory: await readDirectory(deps) };
  return form(now, site, result === 'changed' ? { saved: 'rota-saved' } : { notice: 'rota-changed' });
}

/** Buttons of the rota, for leads of that site. */
export async function pressRota(pressed: Pressed): Promise<Answer> {
  const { deps, person, press } = pressed;
  const [where, seen = ''] = (press.arg ?? '').split('|');
  const site = SiteId.safeParse(where).data;
  if (site === undefined || !sitesLed(deps, person).includes(site)) return nothingHere(deps);
  return press.do === 'cover.set' ? save(pressed, site, seen) : form(pressed, site);
}

/** Who of a site is away, for its leads. */
function awayAt({ deps, directory }: Asking, site: SiteId): readonly SlotData[] {
  const now = deps.clock.now();
  const isAway = (person: Person) => !isHere(directory, person) && sitesAnswered(deps, person).includes(site);
  return directory.people.filter(isAway).map(({ id, name }) => {
    const ends = (directory.absences ?? []).filter((each) => each.person === id && each.from <= now);
    const until =
      ends
        .map((each) => each.until)
        .sort()
        .at(-1) ?? now;
    return { name: words(name), until: ` ${deps.cards.say('on-away', { until: untilWords(deps, until) })}` };
  });
}

function siteSlots(asking: Asking, site: SiteId, name: string): SlotData {
  const { deps, directory, person } = asking;
  const { say } = deps.cards;
  const duty = onDuty(deps, directory, site);
  const opens = clockTime(deps, atWork(deps.clock.now(), deps.calendar));
  const none = duty.half === undefined ? say('on-shut', { time: opens }) : say('on-nobody');
  return {
    name,
    people: duty.people.map((each) => ({
      name: words(each.name),
      role: ` ${sentence(roleWord(deps, each, site))}`,
    })),
    none: duty.people.length === 0 ? none : undefined,
    phones: sitePhones(deps, site).map(({ number, who }) => ({ number, who })),
    away: sitesLed(deps, person).includes(site) ? awayAt(asking, site) : [],
  };
}

/** `who is on`, for everybody, at the sites where they work. Says nothing about any case. */
export function whoIsOn(asking: Asking): Answer {
  const { deps, person } = asking;
  const sites = deps.organisation.sites.filter(({ id }) => sitesOf(person).includes(id));
  return {
    type: 'card',
    card: deps.cards.show('rota-now', {
      sites: sites.map(({ id, name }) => siteSlots(asking, id, name)),
      canSet: sitesLed(deps, person).length > 0,
      canGo: sitesAnswered(deps, person).length > 0,
    }),
  };
}
