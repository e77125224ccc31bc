import type { Account } from '../../domain/case/report.ts';
import { stepsOf } from '../../domain/case/state.ts';
import { type Instant, refOf } from '../../domain/ids.ts';
import { personById, rolesAt } from '../../domain/people/directory.ts';
import { sitePhone } from '../advice/phones.ts';
import { isUnnamedIn, labelOf, nameOf, roleWord } from '../case/people-words.ts';
import { heardIn, placesIn } from '../case/record-card.ts';
import { dayWords } from '../children/child-words.ts';
import type { Deps } from '../deps.ts';
import type { Redaction } from '../hand-out/people.ts';
import type { DraftMaterial } from './draft-material.ts';

/** What stands in the slots of a draft's lines; what is not known is empty. */
export type DraftSlots = Readonly<Record<string, string>>;

const said = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');
const list = (items: readonly string[]): string => items.map((item) => `\n- ${item}`).join('');
const quoted = (text: string): string => (text === '' || /^["'“‘]/u.test(text) ? text : `“${text}”`);

export const exactly = (deps: Deps, at: Instant): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(deps.organisation.timezone)
    .toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });

function us(deps: Deps, { record: { id, state }, person }: DraftMaterial): DraftSlots {
  const { name, sites, timezone } = deps.organisation;
  const { number, who } = sitePhone(deps, state.site);
  return {
    organisation: name,
    site: sites.find((site) => site.id === state.site)?.name ?? '',
    phone: number,
    'phone-who': who,
    lead: person.name,
    'lead-role': roleWord(deps, person, state.site),
    ref: refOf(id),
    today: dayWords(
      Temporal.Instant.from(deps.clock.now()).toZonedDateTimeISO(timezone).toPlainDate().toString(),
    ),
  };
}

/** By the register where a lead said who it is, else as the report has it. */
function child(deps: Deps, { record: { state }, wanted, entry }: DraftMaterial): DraftSlots {
  const written = state.children[wanted.place];
  const name = entry?.name ?? (written?.name || written?.description || '');
  // What the report calls the child stands here too: its words do not say the register's name.
  const called = [entry?.knownAs, written?.knownAs, written?.name].filter((each) => each && each !== name);
  return {
    name,
    'known-as': [...new Set(called)].join(', '),
    born: entry?.born === undefined ? '' : dayWords(entry.born),
    group: entry?.group || written?.year || '',
    school: entry?.placingSchool ?? '',
    commissioner: entry?.commissioner ?? '',
    plan: entry === undefined ? '' : deps.cards.say(`plan-${entry.plan}`),
    'looked-after': entry === undefined ? '' : deps.cards.say(`care-${entry.lookedAfter}`),
    'social-worker': entry?.socialWorker ?? '',
    responsibility: (entry?.responsibility ?? []).join('; '),
    'no-contact': (entry?.noContact ?? []).join('; '),
  };
}

function account(deps: Deps, { seen, ...rest }: Account): DraftSlots {
  const { say } = deps.cards;
  return {
    seen,
    'child-words': quoted(rest.childWords),
    heard: heardIn(deps, { seen, ...rest }),
    'told-by': rest.toldBy,
    said: rest.said,
    seemed: rest.seemed,
    when: said(say(`when-${rest.when}`), rest.date, rest.time, rest.whenNote),
    where: rest.where,
    mark: [placesIn(deps, rest.places), rest.mark].filter(Boolean).join('. '),
    wants: rest.wants,
    page: rest.page,
    device: rest.device,
    done: rest.done,
    opinion: rest.opinion,
  };
}

/** Who wrote it: somebody of ours, for another one or for themselves. */
function reporterOf(deps: Deps, { record: { state }, directory }: DraftMaterial): string {
  if (isUnnamedIn(state, state.reporter)) return deps.cards.say('beside-reporter');
  const writer = personById(directory, state.reporter);
  const ours = `${nameOf(deps, directory, state.reporter)}, ${roleWord(deps, writer, state.site)}`;
  const { behalf } = state.report ?? {};
  return behalf === undefined
    ? ours
    : `${said(behalf.name, behalf.employer && `(${behalf.employer})`)}; ${ours}`;
}

const adultsOf = (deps: Deps, { record: { state }, directory }: DraftMaterial): readonly string[] =>
  (state.report?.adults ?? []).map((adult) => {
    if ('name' in adult) return adult.name;
    const person = personById(directory, adult.person);
    const roles = person === undefined ? [] : rolesAt(person, state.site);
    return [nameOf(deps, directory, adult.person), ...roles.map((role) => labelOf(deps.policy, role))].join(
      ', ',
    );
  });

/** What has happened since, fact and opinion apart; who wrote each, and when. */
function since(deps: Deps, material: DraftMaterial, { person }: Redaction): DraftSlots {
  const { record, events, wanted } = material;
  const { say } = deps.cards;
  const { state } = record;
  const by = (event: { readonly at: Instant; readonly by: Parameters<typeof person>[0] }) =>
    `${exactly(deps, event.at)}, ${person(event.by)}: `;
  const facts = events.flatMap((event) =>
    event.type === 'NoteAdded' || event.type === 'InformationGiven' ? [`${by(event)}${event.text}`] : [],
  );
  const opinions = events.flatMap((event) =>
    event.type === 'NoteAdded' && event.opinion !== '' ? [`${by(event)}${event.opinion}`] : [],
  );
  const steps = stepsOf(state).flatMap(({ step, now }) =>
    (now.standing === 'done' || now.standing === 'approved') &&
    (step.child === undefined || step.child === wanted.place)
      ? [`${step.text} ${exactly(deps, now.at)}`]
      : [],
  );
  const referrals = state.referrals.map(({ agency, who, when, reference }) =>
    [say(`agency-${agency}`), who, when, reference].filter(Boolean).join(', '),
  );
  return {
    since: list(facts),
    'later-opinion': list(opinions),
    steps: list(steps),
    referrals: list(referrals),
  };
}

function consentOf(deps: Deps, { record: { state }, wanted }: DraftMaterial): string {
  const last = state.referrals.findLast(({ consent }) => consent !== undefined)?.consent;
  const answer = wanted.consent ?? last?.answer;
  if (answer === undefined) return deps.cards.say('draft-consent');
  const why = last?.answer === answer && last.why !== '' ? `. ${last.why}` : '';
  return `${deps.cards.say(`consent-${answer}`)}${why}`;
}

/** An address with a piece left out is another address; prose in its box is prose. */
const isAddress = (name: string, text: string): boolean => name === 'page' && !/\s/u.test(text.trim());

/** All that a draft without names is made of: the box for notes on the time could have one. */
export function namelessSlots(deps: Deps, material: DraftMaterial): DraftSlots {
  const { organisation, phone = '' } = us(deps, material);
  const { page = '', date = '', time = '' } = material.record.state.report?.account ?? {};
  return { organisation: organisation ?? '', phone, page, when: said(date, time) };
}

/** Every slot, with everything in it that this agency is not given already taken out. */
export function draftSlots(deps: Deps, material: DraftMaterial, redaction: Redaction): DraftSlots {
  const { state } = material.record;
  const { report } = state;
  const late = report?.late;
  const told: DraftSlots = {
    ...(report && account(deps, report.account)),
    ...since(deps, material, redaction),
    consent: consentOf(deps, material),
  };
  const clean = Object.entries(told).map(
    ([name, text]) => [name, isAddress(name, text) ? text : redaction.text(text.trimEnd())] as const,
  );
  return {
    ...us(deps, material),
    ...child(deps, material),
    adult: list(adultsOf(deps, material)),
    reporter: reporterOf(deps, material),
    written: said(exactly(deps, state.reportedAt), late && `(${said(late.date, late.time)})`),
    risk: deps.cards.say(`draft-risk-${state.plan.urgency}`),
    ...Object.fromEntries(clean),
  };
}
