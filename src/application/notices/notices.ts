import { type SlotData, words } from '../../cards/fill.ts';
import type { Instant, RecordId, SiteId } from '../../domain/ids.ts';
import { RecordId as RecordIdSchema, refOf } from '../../domain/ids.ts';
import { type Directory, type Person, personById, rolesAt } from '../../domain/people/directory.ts';
import { readUpdate } from '../../domain/people/record/learned.ts';
import { atWork, dayOf, later, nextWorkingMorning } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { roleWord } from '../case/people-words.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import { deliverCards, refusedFor, sentFor } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { dateWords } from '../duties/cards.ts';
import type { Answer } from '../intent.ts';
import { changePerson, listPeople } from '../people/store.ts';
import type { RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';

type Notice = Extract<RecordBody, { kind: 'notice' }>;

const LONGEST = 3000;
/** So many at a time: every look is done long before its lease is over. */
const AT_ONCE = 20;
const SHOWN = 5;
const WAITS = { hours: 14 * 24 } as const;

/** Where this person leads: they write to everybody of those sites. */
const ledBy = ({ organisation, policy }: Deps, person: Person): readonly SiteId[] =>
  organisation.sites
    .map(({ id }) => id)
    .filter((site) => rolesAt(person, site).some((role) => policy.leads.includes(role)));

export const mayWrite = (deps: Deps, person: Person): boolean => ledBy(deps, person).length > 0;

const readers = (directory: Directory, sites: readonly SiteId[]): readonly Person[] =>
  directory.people.filter((person) => person.roles.some(({ site }) => sites.includes(site)));

const noticeIn = (snapshot: RecordSnapshot<unknown> | undefined): Notice | undefined => {
  const body = snapshot && RecordBody.parse(snapshot.head.body);
  return body?.kind === 'notice' ? body : undefined;
};

/** From whom and when, for a card that must not say what. */
function fromSlots(deps: Deps, directory: Directory, id: RecordId, notice: Notice) {
  const [site] = notice.sites;
  const from = personById(directory, notice.by);
  return {
    notice: id,
    role: site === undefined ? deps.cards.say('a-colleague') : roleWord(deps, from, site),
    date: dateWords(dayOf(notice.at, deps.organisation.timezone).toString()),
  };
}

/** What was sent lately to the sites of this person. */
export async function noticesFor({
  deps,
  directory,
  person,
}: Pick<Pressed, 'deps' | 'directory' | 'person'>): Promise<readonly SlotData[]> {
  const sites = [...new Set(person.roles.map(({ site }) => site))];
  const pages = await Promise.all(
    sites.map((site) => deps.store.byToken(deps.keyring.token('notice', site))),
  );
  const ids = [...new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)))];
  const read = await Promise.all(
    ids.map(async (id) => ({ id, notice: noticeIn(await deps.store.read(id)) })),
  );
  return read
    .flatMap(({ id, notice }) => (notice === undefined ? [] : [{ id, notice }]))
    .sort((a, b) => b.notice.at.localeCompare(a.notice.at))
    .slice(0, SHOWN)
    .map(({ id, notice }) => {
      const from = fromSlots(deps, directory, id, notice);
      return { notice: id, text: deps.cards.say('notice-line', { date: from.date, role: from.role }) };
    });
}

function form({ deps, directory, person, press }: Pressed, problem?: string): Answer {
  const card = deps.cards.show('form-notice', {
    problem: problem && deps.cards.say(problem),
    count: readers(directory, ledBy(deps, person)).length - 1,
    child: deps.policy.lexicon.child,
    'typed-text': words(press.inputs.text ?? ''),
  });
  return { type: problem === undefined ? 'card' : 'keep-form', card };
}

/** Recorded first, as what was told to whom and when; then it goes out, in working hours. */
async function send(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const text = (press.inputs.text ?? '').slice(0, LONGEST).trim();
  if (text === '') return form(pressed, 'notice-empty');
  const sites = ledBy(deps, person);
  const id = deps.keyring.recordId(`notice|${person.id}|${press.actionId ?? ''}`);
  const at = deps.clock.now();
  const body: Notice = { kind: 'notice', by: person.id, at, sites: [...sites], text };
  const tokens = sites.map((site) => deps.keyring.token('notice', site));
  // A conflict means that it was pressed twice: it is sent once.
  await deps.store.commit({
    type: 'write',
    expected: 0,
    head: { id, version: 1, status: 'none', tokens, body },
    events: [{ seq: 1, body: { type: 'StaffTold', by: person.id, at, sites: [...sites], text } }],
    wakes: [{ lane: 'bulk', at: atWork(at, deps.calendar) }],
  });
  deps.kick();
  return line(deps, 'notice-sent', { count: readers(directory, sites).length - 1 });
}

/** How many have opened it: no list of who has not. */
async function readLine({ deps, directory }: Pressed, id: RecordId, notice: Notice): Promise<string> {
  const asked = readers(directory, notice.sites).filter((reader) => reader.id !== notice.by);
  const opened = new Set(
    (await listPeople(deps, notice.sites))
      .filter(({ read }) => read[id] !== undefined)
      .map(({ person }) => person),
  );
  const count = asked.filter((reader) => opened.has(reader.id)).length;
  return deps.cards.say('notice-read', { count, all: asked.length });
}

/** Write, send and read: a lead writes, everybody of their sites reads. */
export async function pressNotice(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  if (press.do === 'notice.form' || press.do === 'notice.send') {
    if (!mayWrite(deps, person)) return nothingHere(deps);
    return press.do === 'notice.form' ? form(pressed) : send(pressed);
  }
  if (press.do !== 'notice.open') return line(deps, 'older-button');
  const id = RecordIdSchema.safeParse(press.record);
  const notice = id.success ? noticeIn(await deps.store.read(id.data)) : undefined;
  if (!id.success || notice === undefined) return nothingHere(deps);
  if (!readers(directory, notice.sites).some((reader) => reader.id === person.id)) return nothingHere(deps);
  const at = deps.clock.now();
  await changePerson(deps, person, (record) => readUpdate(record, id.data, { by: person.id, at }));
  const { role, date } = fromSlots(deps, directory, id.data, notice);
  const count = mayWrite(deps, person) ? await readLine(pressed, id.data, notice) : undefined;
  return { type: 'card', card: deps.cards.show('notice', { role, date, count, text: words(notice.text) }) };
}

/** A few people at a time, until everybody whom something reaches has it. */
export async function wakeNotice(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again?: Instant }> {
  const notice = noticeIn(snapshot);
  if (notice === undefined) return {};
  const { id } = snapshot.head;
  const now = deps.clock.now();
  const opens = atWork(now, deps.calendar);
  if (opens > now) return { again: opens };
  const over = new Set([
    ...sentFor(snapshot.deliveries).map((sent) => sent.for),
    ...refusedFor(snapshot.deliveries),
  ]);
  const waiting = readers(directory, notice.sites).filter(
    (person) => person.id !== notice.by && !over.has(`notice:${person.id}`),
  );
  const addressed = await Promise.all(
    waiting.map(async (person) => ({ person, to: (await addressesOf(deps, person))[0] })),
  );
  const met = addressed.flatMap(({ person, to }) => (to === undefined ? [] : [{ person, to }]));
  const slots = fromSlots(deps, directory, id, notice);
  const cards = met.slice(0, AT_ONCE).map(({ person, to }) => ({
    for: `notice:${person.id}`,
    to,
    shows: 'sent',
    message: () => ({
      card: deps.cards.show('notice-message', slots),
      notification: deps.cards.notify('something-to-read', { ref: refOf(id) }),
      silent: false,
    }),
  }));
  const { again } = await deliverCards(deps, id, snapshot.deliveries, cards);
  if (again !== undefined) return { again };
  if (met.length > AT_ONCE) return { again: later(now, { seconds: 1 }) };
  // On Teams nobody can be written to before they have met the bot: for two weeks they may.
  const isFresh = later(notice.at, WAITS) > now;
  return met.length < waiting.length && isFresh ? { again: nextWorkingMorning(now, deps.calendar) } : {};
}
