import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import type { Plan } from '../../domain/case/plan.ts';
import { type Report, technicalPart } from '../../domain/case/report.ts';
import { holders } from '../../domain/people/directory.ts';
import type { Role } from '../../domain/policy/facts.ts';
import { sitePhone } from '../advice/phones.ts';
import { labelOf, listOf, nameOf, roleWord } from '../case/people-words.ts';
import type { Draft } from './draft.ts';
import { draftedReport } from './drafted-report.ts';
import type { Form } from './form-cards.ts';
import { calledFirst, recipients, reportSituation, rolesInWords, routed } from './routing.ts';

/** A long answer is shown up to here; the rest is kept. Shorter where all together would not fit one card. */
const GLANCES = [500, 250, 120, 40] as const;
const MOST_SHOWN = 12_000;

interface Row {
  readonly title: string;
  readonly text: string;
}
const bytes = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;

const glanceFor = (rows: readonly Row[]): number =>
  GLANCES.find((max) => rows.reduce((sum, { text }) => sum + bytes(text.slice(0, max)), 0) <= MOST_SHOWN) ??
  GLANCES[3];

function rowSlots({ deps }: Form, rows: readonly Row[], max: number): readonly SlotData[] {
  return rows
    .filter(({ text }) => text.trim() !== '')
    .map(({ title, text }) => ({
      title,
      text: words(text.slice(0, max).toWellFormed()),
      more: text.length > max ? deps.cards.say('form-more', { n: text.length - max }) : undefined,
    }));
}

function dangerRows({ deps }: Form, draft: Draft, report: Report): readonly Row[] {
  const site = deps.organisation.sites.find(({ id }) => id === draft.site)?.name ?? '';
  const row = (name: string, text: string) => ({ title: deps.cards.say(`form-row-${name}`), text });
  return [
    row('danger', deps.cards.say(`danger-${report.danger}`)),
    row('site', deps.organisation.sites.length > 1 ? site : ''),
    row('where-now', report.where),
    row('callback', report.callback),
  ];
}

function whoRows({ deps, directory }: Form, report: Report): readonly Row[] {
  const children = report.children.map((child) => ({
    title: `${deps.cards.say(`part-${child.part}`)}:`,
    text: [child.name, child.knownAs && `“${child.knownAs}”`, child.year, child.description]
      .filter((part) => part !== '')
      .join(', '),
  }));
  const adults = report.adults.map((adult) =>
    'person' in adult ? nameOf(deps, directory, adult.person) : adult.name,
  );
  const answer = report.self
    ? [deps.cards.say('adult-self')]
    : [deps.cards.say(`adult-${report.adult}`), ...adults];
  const text = answer.join(', ');
  return [...children, { title: deps.cards.say('form-row-adult'), text }];
}

function whatRows({ deps }: Form, report: Report): readonly Row[] {
  const { child, children } = deps.policy.lexicon;
  const ticked = report.harms.map((harm) => deps.cards.say(`harm-${harm}`, { child, children }));
  return [{ title: deps.cards.say('form-row-harms'), text: ticked.join(' · ') }];
}

function storyRows({ deps }: Form, { account }: Report): readonly Row[] {
  const row = (name: string, text: string) => ({ title: deps.cards.say(`form-row-${name}`), text });
  const { say } = deps.cards;
  const { child } = deps.policy.lexicon;
  const places = account.places === '' ? [] : account.places.split(',').map((place) => say(`place-${place}`));
  const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');
  return [
    row('seen', account.seen),
    row('heard', joined([say(`form-heard-${account.heard}`, { child }), account.toldBy])),
    row('when', joined([say(`form-when-${account.when}`), account.date, account.time, account.whenNote])),
    row('where', account.where),
    row('mark', joined([...places, account.mark])),
    row('page', account.page),
    row('device', account.device),
    row('child-words', account.childWords),
    row('said', account.said),
    row('seemed', account.seemed),
    row('wants', account.wants),
    row('opinion', account.opinion),
    row('done', account.done),
    row('told-lead', say(`form-told-lead-${account.toldLead}`)),
  ];
}

/** Only where it is so: whose words these are, and when they were first written down. */
function originRows({ deps }: Form, { behalf, late }: Report): readonly Row[] {
  const row = (name: string, text: string) => ({ title: deps.cards.say(`form-row-${name}`), text });
  const read = behalf && deps.cards.say(`behalf-read-${behalf.readBack}`);
  return [
    row(
      'behalf',
      behalf === undefined ? '' : [behalf.name, behalf.employer, read].filter(Boolean).join(', '),
    ),
    row('late', late === undefined ? '' : [late.date, late.time, late.why].filter(Boolean).join(', ')),
  ];
}

function goesTo({ deps }: Form, draft: Draft, report: Report, roles: readonly Role[]): string {
  const { number, who } = sitePhone(deps, draft.site);
  if (roles.length === 0) return deps.cards.say('form-goes-nowhere', { number, who });
  const isAboutAdult = report.adult !== 'no' || report.harms.includes('adult-behaviour');
  return deps.cards.say(isAboutAdult ? 'form-goes-to-other' : 'form-goes-to', {
    roles: rolesInWords(deps.policy, roles),
  });
}

/** Who gets the technical part with the report, and which parts it has: no child, no story. */
function goesAlong(
  { deps, directory }: Form,
  { site }: Draft,
  report: Report,
  plan: Plan,
): readonly SlotData[] {
  return plan.steps
    .filter(({ itself }) => itself === true)
    .flatMap(({ to = [], draft = [] }) => {
      const parts = draft.filter((part) => technicalPart(report.account, [part]) !== '');
      const roles = to.filter((role) => holders(directory, site, [role]).length > 0);
      if (parts.length === 0) return [];
      const named = listOf(parts.map((part) => deps.cards.say(`technical-${part}`)));
      return roles.map((role) => ({
        text: deps.cards.say('form-itself', { role: labelOf(deps.policy, role), parts: named }),
      }));
    });
}

/** Everything on one page, each part with its way back, and who it goes to. */
export function checkCard(form: Form, draft: Draft, always: SlotData): Card {
  const { deps, directory, person } = form;
  const report = draftedReport(draft);
  if (report === undefined) throw new Error('A draft at its last page has a step that is not completed');
  const situation = reportSituation(directory, draft.site, { ...report, connected: [] });
  const parts = [
    { name: 'danger', to: 'right-now', rows: dangerRows(form, draft, report) },
    { name: 'who', to: 'who', rows: whoRows(form, report) },
    { name: 'what', to: 'what', rows: whatRows(form, report) },
    { name: 'what-happened', to: 'what-happened', rows: storyRows(form, report) },
    ...(report.behalf || report.late
      ? [{ name: 'origin', to: 'origin', rows: originRows(form, report) }]
      : []),
  ];
  const max = glanceFor(parts.flatMap(({ rows }) => rows));
  return deps.cards.show('form-check', {
    ...always,
    canSayOrigin: report.behalf === undefined && report.late === undefined,
    goesTo: goesTo(form, draft, report, calledFirst(deps, directory, situation)),
    itself: goesAlong(form, draft, report, routed(deps, directory, situation).plan),
    parts: parts.map(({ name, to, rows }) => ({
      title: deps.cards.say(`form-part-${name}`),
      change: deps.cards.say(`form-change-${name}`),
      to: `form.to.${to}`,
      rows: rowSlots(form, rows, max),
    })),
    recipients: recipients(deps, directory, situation)
      .filter(({ id }) => id !== person.id)
      .map((each) => ({
        title: `${each.name}, ${roleWord(deps, each, draft.site)}`,
        value: each.id,
      })),
  });
}
