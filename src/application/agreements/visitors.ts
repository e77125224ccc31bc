import { z } from 'zod';
import { type SlotData, words } from '../../cards/fill.ts';
import { agreeVisit, checkVisitDay, openFor, type Visitor } from '../../domain/agreements/visitor.ts';
import { RecordId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import type { Agreement } from '../../domain/policy/agreement.ts';
import { nameOf } from '../case/people-words.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { requiredOf, versionOf } from '../people/required.ts';
import { todayOf } from '../people/store.ts';
import { clean } from '../report/clean.ts';
import { thinAgreements } from './own.ts';
import { pagesOf, refusalOf, textSlots } from './text.ts';
import {
  changeVisitor,
  expectVisitor,
  type HeldVisitor,
  listVisitors,
  readVisitor,
  visitorsOf,
} from './visitor-store.ts';
import { sitesHosted, sitesReceived } from './who.ts';

interface Asking {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
}

const LONGEST_NAME = 80;
const MOST_SHOWN = 20;

const agreementsFor = ({ policy }: Deps): readonly Agreement[] =>
  policy.agreements.filter((each) => each.for === 'visitors');

/** Whether there is anything for a visitor to agree to. */
export const asksVisitors = (deps: Deps): boolean => agreementsFor(deps).length > 0;

/** What keeps a visitor from being cleared: a text that nobody has agreed to yet, or one that there is not. */
const isPending = (deps: Deps, visitor: Visitor): boolean =>
  agreementsFor(deps).some((each) => refusalOf(deps, each) !== undefined) ||
  openFor(visitor, requiredOf(deps).issues).length > 0;

/** Their own visitors from today on, and everybody's of today for whoever receives them. */
async function visitorsFor({ deps, person }: Asking): Promise<readonly HeldVisitor[]> {
  const today = todayOf(deps);
  const own = (await visitorsOf(deps, person.id)).filter(({ visitor }) => visitor.day >= today);
  const received = (await listVisitors(deps, sitesReceived(deps, person), today)).filter(
    ({ visitor }) => visitor.day === today && visitor.host !== person.id,
  );
  return [...own, ...received].toSorted((a, b) => a.visitor.day.localeCompare(b.visitor.day));
}

function visitorSlots({ deps, directory, person }: Asking, { id, visitor }: HeldVisitor): SlotData {
  const pending = isPending(deps, visitor);
  return {
    name: words(visitor.name),
    host: words(nameOf(deps, directory, visitor.host)),
    day: dayWords(visitor.day),
    line: deps.cards.say(pending ? 'visit-pending' : 'visit-cleared'),
    record: id,
    open: pending && visitor.host === person.id,
  };
}

/** Today's visitors, how each stands, and the form for another. */
export async function visitorsCard(asking: Asking, notice?: string): Promise<Answer> {
  const { deps } = asking;
  const asked = agreementsFor(deps);
  if (asked.length === 0) return line(deps, 'visit-none-here');
  const shown = await visitorsFor(asking);
  const card = deps.cards.show('visitors', {
    notice,
    refusals: asked.flatMap((each) => {
      const text = refusalOf(deps, each);
      return text === undefined ? [] : [{ text }];
    }),
    line: deps.cards.say(shown.length === 0 ? 'visit-nobody' : 'visit-count', { count: shown.length }),
    visitors: shown.slice(0, MOST_SHOWN).map((each) => visitorSlots(asking, each)),
  });
  return { type: 'card', card };
}

/** `visitor` */
export async function visitors({ view, ...asking }: Asking & { readonly view: boolean }): Promise<Answer> {
  if (view) return visitorsCard(asking);
  return thinAgreements(asking.deps, asking.deps.cards.say('visit-here'), 'agree.visitors');
}

function visitorForm({ deps, person, press }: Pressed, submission: string, notice?: string): Answer {
  const { inputs } = press;
  const sites = sitesHosted(person);
  const day = z.iso.date().safeParse(inputs.day).data ?? todayOf(deps);
  const card = deps.cards.show('form-visitor', {
    notice,
    arg: submission,
    manySites: sites.length > 1,
    sites: deps.organisation.sites
      .filter(({ id }) => sites.includes(id))
      .map(({ id, name }) => ({ title: name, value: id })),
    'typed-site': words(inputs.site ?? ''),
    'typed-visitor': words((inputs.visitor ?? '').slice(0, LONGEST_NAME)),
    today: todayOf(deps),
    day: words(day),
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

export const openVisitorForm = (pressed: Pressed): Answer => visitorForm(pressed, pressed.deps.ids.random());

/** "Save": expected from now on, and pending until they have agreed. */
export async function saveVisitor(pressed: Pressed): Promise<Answer> {
  const { deps, person, press } = pressed;
  const { inputs } = press;
  const mend = (phrase: string) =>
    visitorForm(pressed, press.arg ?? '', deps.cards.say('form-mend', { what: deps.cards.say(phrase) }));
  const name = clean(
    clean(inputs.visitor ?? '')
      .replace(/\s+/gu, ' ')
      .slice(0, LONGEST_NAME),
  );
  const sites = sitesHosted(person);
  const site = sites.length === 1 ? sites[0] : sites.find((each) => each === inputs.site);
  const day = z.iso.date().safeParse(inputs.day).data;
  if (name === '') return mend('visit-mend-name');
  if (site === undefined) return mend('form-mend-site');
  if (day === undefined) return mend('ask-mend-date');
  const wrong = checkVisitDay(day, todayOf(deps));
  if (wrong !== undefined) return mend(`visit-mend-${wrong}`);
  const id = await expectVisitor(deps, press.arg ?? '', { site, name, host: person.id, day });
  const held = await readVisitor(deps, id);
  if (held === undefined) return nothingHere(deps);
  const pending = isPending(deps, held.visitor);
  return visitorsCard(pressed, deps.cards.say(pending ? 'visit-saved' : 'visit-saved-cleared'));
}

/** A visit of this person's own. */
async function ownVisit({ deps, person, press }: Pressed): Promise<HeldVisitor | undefined> {
  const id = RecordId.safeParse(press.record);
  const held = id.success ? await readVisitor(deps, id.data) : undefined;
  return held?.visitor.host === person.id ? held : undefined;
}

/** "Read it together": the text, and the button by which the host writes down that the visitor agrees. */
export async function readWithVisitor(pressed: Pressed, notice?: string): Promise<Answer> {
  const { deps, press } = pressed;
  const held = await ownVisit(pressed);
  if (held === undefined) return nothingHere(deps);
  const [issue] = openFor(held.visitor, requiredOf(deps).issues);
  if (issue === undefined) return visitorsCard(pressed);
  const { agreement, hash } = issue;
  const pages = pagesOf(agreement);
  const [id, page] = (press.arg ?? '').split(':');
  const at =
    id === agreement.id ? Math.min(Math.max(Number.parseInt(page ?? '', 10) || 0, 0), pages.length - 1) : 0;
  const isLast = at === pages.length - 1;
  const card = deps.cards.show('visit', {
    ...textSlots(deps, issue, at, press.do === 'agree.visit-why'),
    notice,
    visitor: words(held.visitor.name),
    record: held.id,
    arg: `${agreement.id}:${at}`,
    next: isLast ? undefined : `${agreement.id}:${at + 1}`,
    sign: isLast ? `${agreement.id}:${hash}` : undefined,
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

/** "They agree". */
export async function clearVisitor(pressed: Pressed): Promise<Answer> {
  const { deps, person, press } = pressed;
  const held = await ownVisit(pressed);
  const [id = '', hash = ''] = (press.arg ?? '').split(':');
  const issue = requiredOf(deps).issues.find(
    ({ agreement }) => agreement.id === id && agreement.for === 'visitors',
  );
  if (held === undefined || issue === undefined) return nothingHere(deps);
  const version = versionOf(deps.policy, issue.agreement);
  const act = { by: person.id, at: deps.clock.now() };
  const saved = await changeVisitor(deps, held.id, (visitor) =>
    agreeVisit(visitor, issue, { hash, version }, act),
  );
  if (saved === undefined) return nothingHere(deps);
  if (!saved.ok && saved.refusal === 'other-text')
    return readWithVisitor({ ...pressed, press: { ...press, arg: id } }, deps.cards.say('agree-other-text'));
  return saved.ok && openFor(saved.value.visitor, requiredOf(deps).issues).length > 0
    ? readWithVisitor(pressed)
    : visitorsCard(pressed, deps.cards.say(saved.ok ? 'visit-agreed' : 'agree-already'));
}
