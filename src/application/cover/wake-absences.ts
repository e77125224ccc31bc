import type { CaseBrief } from '../../domain/case/brief.ts';
import { ownerOf } from '../../domain/case/state.ts';
import { type Instant, type PersonId, type RecordId, refOf, type SiteId } from '../../domain/ids.ts';
import {
  type Absence,
  type Directory,
  holders,
  type Person,
  personById,
} from '../../domain/people/directory.ts';
import { atWork } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { runCase } from '../case/case-store.ts';
import { roleWord } from '../case/people-words.ts';
import { deliverCards, sentFor, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import type { RecordSnapshot, Wake } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { isSame } from './absences.ts';
import { lookAgain, openCasesWhere } from './open-cases.ts';
import { isUncovered, sitesAnswered } from './who.ts';
import { untilWords } from './words.ts';

type Body = Extract<RecordBody, { kind: 'absence' }>;

const recordOf = (deps: Deps, { person, from }: Absence): RecordId =>
  deps.keyring.recordId(`absence|${person}|${from}`);

const bodyIn = (snapshot: RecordSnapshot<unknown> | undefined): Body | undefined => {
  const body = snapshot && RecordBody.parse(snapshot.head.body);
  return body?.kind === 'absence' ? body : undefined;
};

/** When it is said, when it begins, and when it ends. */
const wakesOf = (deps: Deps, { from, until }: Absence): readonly Wake[] => {
  const now = deps.clock.now();
  return [now, ...[from, until].filter((at) => at > now)].map((at) => ({ lane: 'case', at }));
};

type Stands = Body['stands'];
type AbsenceEvent = 'AwaySaid' | 'AwayChanged' | 'AwayBegan' | 'AwayOver';

/** One event each time: the record is the history of one absence. A conflict means that another instance is at it. */
async function write(
  deps: Deps,
  snapshot: RecordSnapshot<unknown> | undefined,
  absence: Absence,
  [type, stands]: readonly [AbsenceEvent, Stands],
): Promise<void> {
  const version = (snapshot?.head.version ?? 0) + 1;
  await deps.store.commit({
    type: 'write',
    expected: version - 1,
    head: {
      id: recordOf(deps, absence),
      version,
      status: 'none',
      tokens: [],
      body: { kind: 'absence', absence, stands },
    },
    events: [{ seq: version, body: { type, ...absence, written: deps.clock.now() } }],
    wakes: wakesOf(deps, absence),
  });
  deps.kick();
}

/** Each absence has a record, which keeps who said what of it and wakes when it begins and ends. */
async function keep(deps: Deps, absence: Absence): Promise<void> {
  const snapshot = await deps.store.read(recordOf(deps, absence));
  const known = bodyIn(snapshot);
  if (known === undefined) await write(deps, snapshot, absence, ['AwaySaid', 'said']);
  else if (known.absence.until !== absence.until)
    await write(deps, snapshot, absence, ['AwayChanged', known.stands]);
}

/** After each change of the directory. */
export async function wakeDirectory(
  deps: Deps,
  { absences = [] }: Directory,
): Promise<{ readonly again?: Instant }> {
  for (const absence of absences) await keep(deps, absence);
  return {};
}

type Which = (brief: CaseBrief) => boolean;
/** In the night nobody is called for what can wait for the morning. */
const cannotWait: Which = ({ urgency }) => urgency !== 'ordinary';

/** What was theirs before they went and was given to nobody is called again; what they took since then stays theirs. */
async function leaveCases(deps: Deps, person: PersonId, from: Instant, which: Which): Promise<void> {
  const owned = await openCasesWhere(deps, (brief) => brief.owner === person && which(brief));
  for (const { id } of owned)
    await runCase(deps, id, (record) =>
      record !== undefined &&
      ownerOf(record.state) === person &&
      record.state.progress.status === 'owned' &&
      record.state.progress.at <= from
        ? { type: 'LeaveDuty', at: deps.clock.now(), by: person }
        : undefined,
    );
}

interface Told {
  readonly person: Person;
  readonly for: string;
  readonly card: 'away-message' | 'cover-message';
  readonly slots: Readonly<Record<string, string | boolean>>;
}

/** Whoever did not say so themselves hears that they are away. */
function marked(deps: Deps, directory: Directory, { absence }: Body): readonly Told[] {
  const person = personById(directory, absence.person);
  const [site] = person === undefined ? [] : sitesAnswered(deps, person);
  if (person === undefined || site === undefined || absence.by === absence.person) return [];
  const isOver = absence.until <= deps.clock.now();
  const role = roleWord(deps, personById(directory, absence.by), site);
  const said = deps.cards.say('away-told', { role, until: untilWords(deps, absence.until) });
  const slots = { text: isOver ? deps.cards.say('away-told-over') : said, canReturn: !isOver };
  return [{ person, for: 'away', card: 'away-message', slots }];
}

/** Absences of this moment of people who answer reports at the site; the last to begin comes last. */
const absentAt = (deps: Deps, { absences = [], people }: Directory, site: SiteId): readonly Absence[] => {
  const now = deps.clock.now();
  return absences
    .filter(({ from, until }) => from <= now && now < until)
    .filter(({ person }) =>
      people.some((each) => each.id === person && sitesAnswered(deps, each).includes(site)),
    )
    .toSorted((a, b) => a.from.localeCompare(b.from));
};

/** Those who stand apart from the leads hear that nobody is here, once; and that somebody is again. */
function uncovered(
  deps: Deps,
  directory: Directory,
  { absence }: Body,
  hasTold: (wanted: string) => boolean,
): readonly Told[] {
  return deps.organisation.sites.flatMap(({ id: site, name }) => {
    const isMissing = isUncovered(deps, directory, site);
    const last = absentAt(deps, directory, site).at(-1);
    const isNews = isMissing && last !== undefined && isSame(last, absence);
    const text = deps.cards.say(isMissing ? 'cover-missing' : 'cover-again', { site: name });
    return holders(directory, site, deps.policy.independent)
      .map((person) => ({
        person,
        for: `cover:${site}:${person.id}`,
        card: 'cover-message' as const,
        slots: { text },
      }))
      .filter((told) => isNews || hasTold(told.for));
  });
}

async function tell(deps: Deps, directory: Directory, id: RecordId): Promise<Instant | undefined> {
  const snapshot = await deps.store.read(id);
  const body = bodyIn(snapshot);
  if (snapshot === undefined || body === undefined) return undefined;
  const sent = sentFor(snapshot.deliveries);
  const notBefore = atWork(deps.clock.now(), deps.calendar);
  const hasTold = (wanted: string) => sent.some((each) => each.for === wanted);
  const told = [...marked(deps, directory, body), ...uncovered(deps, directory, body, hasTold)];
  const cards = await Promise.all(
    told.map(async ({ person, card, slots, ...each }): Promise<readonly WantedCard[]> => {
      const to =
        sent.find((one) => one.for === each.for)?.card.address ?? (await addressesOf(deps, person))[0];
      if (to === undefined) return [];
      const message = () => ({
        card: deps.cards.show(card, slots),
        notification: deps.cards.notify('needs-you', { ref: refOf(id) }),
        silent: false,
      });
      return [{ for: each.for, to, shows: JSON.stringify(slots), message, notBefore }];
    }),
  );
  return (await deliverCards(deps, id, snapshot.deliveries, cards.flat())).again;
}

/** At its beginning their cases are called again; at both ends, who is called for what nobody has is another question. */
async function turn(
  deps: Deps,
  directory: Directory,
  stands: Stands,
  { person: id, from }: Absence,
  which: Which,
): Promise<void> {
  if (stands === 'begun') await leaveCases(deps, id, from, which);
  const person = personById(directory, id);
  const sites = person === undefined ? [] : sitesAnswered(deps, person);
  await lookAgain(deps, (brief) => brief.owner === undefined && sites.includes(brief.site) && which(brief));
}

/** Those are told who must know. What one absence changes, the card of another may say. */
async function tellAll(deps: Deps, directory: Directory): Promise<Instant | undefined> {
  const times: Instant[] = [];
  for (const absence of directory.absences ?? []) {
    const again = await tell(deps, directory, recordOf(deps, absence));
    if (again !== undefined) times.push(again);
  }
  return times.sort()[0];
}

/** It was said, it has begun, or it is over. */
export async function wakeAbsence(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ readonly again?: Instant }> {
  const body = bodyIn(snapshot);
  if (body === undefined) return {};
  const { from, until } = body.absence;
  const now = deps.clock.now();
  const opens = atWork(now, deps.calendar);
  const isNight = opens > now;
  const stands = until <= now ? 'over' : from <= now ? 'begun' : 'said';
  const isTurning = stands !== body.stands;
  if (isTurning) await turn(deps, directory, stands, body.absence, isNight ? cannotWait : () => true);
  // Afterwards: what a breakdown cut short, or the night, is done again.
  if (isTurning && !isNight)
    await write(deps, snapshot, body.absence, [stands === 'over' ? 'AwayOver' : 'AwayBegan', stands]);
  const again = [await tellAll(deps, directory), isTurning && isNight ? opens : undefined]
    .filter((at) => at !== undefined)
    .sort()[0];
  return again === undefined ? {} : { again };
}
