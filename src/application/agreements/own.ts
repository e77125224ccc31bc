import { type SlotData, words } from '../../cards/fill.ts';
import type { Person } from '../../domain/people/directory.ts';
import { type Ask, asksOf, isLate } from '../../domain/people/record/asks.ts';
import { sign } from '../../domain/people/record/change.ts';
import type { PersonRecord, Signed } from '../../domain/people/record/state.ts';
import type { Agreement } from '../../domain/policy/agreement.ts';
import { refuse } from '../../domain/result.ts';
import { labelOf } from '../case/people-words.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { requiredOf, versionOf } from '../people/required.ts';
import { asksNow, changePerson, readPerson, recordOf, todayOf } from '../people/store.ts';
import { clean } from '../report/clean.ts';
import { issueOf, pagesOf, refusalOf, shortHash, textSlots } from './text.ts';
import { sitesCounted, sitesGated, sitesRecorded } from './who.ts';

type Asking = Pick<Pressed, 'deps' | 'person' | 'view'>;
type Agreed = Extract<Ask, { kind: 'agreement' }>;

const MOST_SIGNED = 12;

const agreementsIn = (asks: readonly Ask[]): readonly Agreed[] =>
  asks.filter((ask) => ask.kind === 'agreement');

const isOpen = ({ standing }: Ask): boolean => standing === 'open' || standing === 'booked';

/** The role in which somebody signs: the first of theirs that it is for. */
const roleOf = ({ roles }: Person, { issue }: Agreed) =>
  roles.find(({ role }) => issue.agreement.roles.includes(role))?.role;

function dueLine(deps: Deps, ask: Agreed): string {
  const date = ask.due === undefined ? '' : dayWords(ask.due);
  return deps.cards.say(isLate(ask, todayOf(deps)) ? 'agree-late' : 'agree-due', { date });
}

/** Everything that was ever signed, newest first: also what a newer text has taken the place of. */
function signedLines(deps: Deps, record: PersonRecord, asks: readonly Agreed[]): readonly SlotData[] {
  const stands = (id: string, { hash }: Signed) =>
    asks.some(({ issue }) => issue.agreement.id === id && issue.hash === hash);
  const nameOf = (id: string) => deps.policy.agreements.find((each) => each.id === id)?.name ?? id;
  return Object.entries(record.signed)
    .flatMap(([id, all]) => all.toReversed().map((signed) => ({ id, signed })))
    .toSorted((a, b) => b.signed.at.localeCompare(a.signed.at))
    .slice(0, MOST_SIGNED)
    .map(({ id, signed }) => ({
      name: nameOf(id),
      text: signedLine(deps, signed),
      record: recordOf(deps, record.person),
      // What stands today can be read again; of what it took the place of, the hash is left.
      again: stands(id, signed) ? id : undefined,
    }));
}

const signedLine = ({ cards, policy }: Deps, { version, hash, role, on }: Signed): string =>
  cards.say('agree-signed', {
    date: dayWords(on),
    role: labelOf(policy, role),
    version,
    hash: shortHash(hash),
  });

const openLine = (deps: Deps, count: number): string =>
  deps.cards.say(count === 0 ? 'agree-none' : count === 1 ? 'agree-one' : 'agree-many', { count });

/** What stays in a chat: how many, and a button. */
export const thinAgreements = (deps: Deps, text: string, to: string): Answer => ({
  type: 'card',
  card: deps.cards.show('agreements-message', { text, do: to }),
});

/** What somebody is to read and sign, and what they signed when. */
async function ownCard({ deps, person }: Asking, notice?: string): Promise<Answer> {
  const { record, id } = await readPerson(deps, person);
  const asks = agreementsIn(asksNow(deps, person, record));
  const open = asks.filter(isOpen);
  const card = deps.cards.show('agreements', {
    notice,
    line: openLine(deps, open.length),
    open: open.map((ask) => ({
      name: ask.issue.agreement.name,
      line: dueLine(deps, ask),
      record: id,
      arg: ask.issue.agreement.id,
    })),
    ifNeeded: ifNeeded(deps, person, record).map(({ issue: { agreement } }) => ({
      name: agreement.name,
      record: id,
      arg: agreement.id,
    })),
    signed: signedLines(deps, record, asks),
    coverage: sitesCounted(deps, person).length > 0,
    families: deps.policy.agreements.some((each) => sitesRecorded(deps, person, each).length > 0),
    visitors: deps.policy.agreements.some((each) => each.for === 'visitors'),
    accounts: sitesGated(deps, person).length > 0,
  });
  return { type: 'card', card };
}

/** `agreements` */
export async function agreements(asking: Asking): Promise<Answer> {
  const { deps, person, view } = asking;
  if (view) return ownCard(asking);
  const { record } = await readPerson(deps, person);
  const open = agreementsIn(asksNow(deps, person, record)).filter(isOpen);
  return thinAgreements(deps, openLine(deps, open.length), 'agree.mine');
}

interface Reading {
  readonly at?: number;
  readonly why?: boolean;
  readonly notice?: string | undefined;
  readonly comment?: string;
}

function read(deps: Deps, person: Person, ask: Agreed, { at = 0, why = false, ...shown }: Reading): Answer {
  const { agreement, hash } = ask.issue;
  const { id, kind } = agreement;
  const isLast = at >= pagesOf(agreement).length - 1;
  const role = roleOf(person, ask);
  const mine = isOpen(ask);
  const card = deps.cards.show('agreement', {
    ...textSlots(deps, ask.issue, at, why),
    notice: shown.notice,
    record: recordOf(deps, person.id),
    arg: `${id}:${at}`,
    next: isLast ? undefined : `${id}:${at + 1}`,
    standing:
      mine || ask.last === undefined ? undefined : deps.cards.say('agree-done', { date: dayWords(ask.last) }),
    promise: mine && isLast ? deps.cards.say(`agree-promise-${kind}`) : undefined,
    who:
      mine && isLast
        ? words(`${person.name}, ${role === undefined ? '' : labelOf(deps.policy, role)}.`)
        : undefined,
    comment: mine && isLast && agreement.comment === true,
    'typed-comment': words(shown.comment ?? ''),
    sign: mine && isLast ? `${id}:${hash}` : undefined,
    button: deps.cards.say(`agree-button-${kind}`),
  });
  return { type: shown.notice === undefined ? 'card' : 'keep-form', card };
}

/** What the arg of a button means: the agreement, and what stands behind it. */
const parts = (arg: string | undefined): readonly [string, string] => {
  const [id = '', rest = ''] = (arg ?? '').split(':');
  return [id, rest];
};

/** What is signed only by whoever needs it, as if it were asked of this person. */
function ifNeeded(deps: Deps, person: Person, record: PersonRecord): readonly Agreed[] {
  const required = requiredOf(deps);
  const issues = required.issues
    .filter(({ agreement }) => agreement.whenNeeded === true && record.signed[agreement.id] === undefined)
    .map((issue) => ({ ...issue, agreement: withoutNeed(issue.agreement) }));
  return agreementsIn(
    asksOf({ ...required, training: [], audits: [], issues }, person, record, todayOf(deps)),
  );
}

const withoutNeed = ({ whenNeeded: _, ...agreement }: Agreement): Agreement => agreement;

async function askOf(deps: Deps, person: Person, id: string): Promise<Agreed | undefined> {
  const { record } = await readPerson(deps, person);
  const asks = [...agreementsIn(asksNow(deps, person, record)), ...ifNeeded(deps, person, record)];
  return asks.find(({ issue }) => issue.agreement.id === id);
}

/** "Read and sign", "Next page", "Why?". */
export async function openAgreement({ deps, person, press }: Pressed): Promise<Answer> {
  const [id, page] = parts(press.arg);
  const ask = await askOf(deps, person, id);
  const agreement = deps.policy.agreements.find((each) => each.id === id);
  const refusal = agreement === undefined ? undefined : refusalOf(deps, agreement);
  if (refusal !== undefined) return line(deps, 'line', { text: refusal });
  const isOwn = press.record === recordOf(deps, person.id);
  if (ask === undefined || !isOwn) return nothingHere(deps);
  const last = pagesOf(ask.issue.agreement).length - 1;
  const at = Math.min(Math.max(Number.parseInt(page, 10) || 0, 0), last);
  return read(deps, person, ask, { at, why: press.do === 'agree.why' });
}

/** As much as the box takes. */
const LONGEST_COMMENT = 1000;

/** "I agree and sign": of the very text that was read. */
export async function signAgreement(pressed: Pressed): Promise<Answer> {
  const { deps, person, press } = pressed;
  const [id, hash] = parts(press.arg);
  const issue = issueOf(deps, id);
  if (issue === undefined || press.record !== recordOf(deps, person.id)) return nothingHere(deps);
  const today = todayOf(deps);
  const comment = clean((press.inputs.comment ?? '').slice(0, LONGEST_COMMENT));
  const signed = await changePerson(
    deps,
    person,
    (record, asks) => {
      const all = [...agreementsIn(asks), ...ifNeeded(deps, person, record)];
      const ask = all.find((each) => each.issue.agreement.id === id);
      const role = ask && roleOf(person, ask);
      if (ask === undefined || role === undefined) return refuse('nothing-new');
      return sign(record, ask, {
        version: versionOf(deps.policy, ask.issue.agreement),
        hash,
        name: person.name,
        role,
        on: today,
        at: deps.clock.now(),
        ...(comment !== '' && issue.agreement.comment && { comment }),
      });
    },
    press.actionId,
  );
  if (signed.ok) return ownCard(pressed, deps.cards.say('agree-saved'));
  const ask = await askOf(deps, person, id);
  if (ask === undefined) return nothingHere(deps);
  return signed.refusal === 'other-text'
    ? read(deps, person, ask, { notice: deps.cards.say('agree-other-text'), comment })
    : ownCard(pressed, deps.cards.say('agree-already'));
}
