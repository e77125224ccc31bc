import type { PolicyFile } from '../../src/domain/policy/pack.ts';
import { rolesOf } from '../../src/domain/policy/roles.ts';
import { type Change, fewer, fewerRoles, inside, out, type Placed, placed, put, without } from './change.ts';
import { STEPS } from './mutations-steps.ts';

type Find = (pack: PolicyFile) => readonly Change[];

const routes = (pack: PolicyFile) => placed(pack.routes, 'routes');
const forms = (pack: PolicyFile) => placed(pack.forms, 'forms');
const duties = (pack: PolicyFile) => placed(pack.duties, 'duties');
const advice = (pack: PolicyFile) => placed(pack.advice, 'advice');
const review = ({ review: entry }: PolicyFile) => [{ entry, at: ['review'], source: entry.source }];

const roles = (pack: PolicyFile) =>
  rolesOf(pack).flatMap((role) => {
    const entry = pack.roles[role];
    return entry === undefined ? [] : [{ entry, at: ['roles', role], source: entry.source }];
  });

/** A list of roles has no section of its own: it is asked for where the role is. */
const listed = (pack: PolicyFile, key: 'leads' | 'independent' | 'oversight', least: number) =>
  pack[key].length <= least
    ? []
    : pack[key].map((role, n): Change => ({ at: [key, n], source: pack.roles[role]?.source ?? '' }));

const timesFour = (duration: string): string => duration.replace(/\d+/, (count) => String(Number(count) * 4));

/** For newcomers it is due once. */
const rarer = (each: Placed<PolicyFile['duties'][number]>): readonly Change[] =>
  (['every', 'otherwise'] as const).flatMap((key) => {
    if (each.entry.newcomers !== undefined) return [];
    const duration = each.entry[key];
    return typeof duration === 'string' ? [put(each, key, timesFour(duration))] : [];
  });

function firstRungs({ entry, at, source }: Placed<PolicyFile['routes'][number]>): readonly Change[] {
  const [first, second, ...rest] = entry.rungs;
  if (first === undefined) return [];
  const rungs = [...at, 'rungs'];
  if (second === undefined) return fewer({ entry: first, at: rungs, source }, 0, first);
  return [
    { at: [...rungs, 0], source },
    { at: rungs, source, to: [second, first, ...rest] },
  ];
}

const searching = (pack: PolicyFile): readonly Change[] => {
  const { search } = pack;
  if (search === undefined) return [];
  const { by, source } = search;
  const one = fewerRoles(pack, { entry: search, at: ['search'], source }, 'by', by);
  return [...one, { at: ['search', 'by'], source, to: [...by, 'staff'] }];
};

const columns = ({ log }: PolicyFile) =>
  log.columns.map((entry, n) => inside({ entry: log, at: ['log'], source: log.source }, entry, 'columns', n));

/** How a rule of a pack can be dropped or made weaker, and where in this pack it can be. */
export const MUTATIONS: Readonly<Record<string, Find>> = {
  // The last route catches everything and cannot be missing.
  'a route is dropped': (pack) => routes(pack).slice(0, -1).map(out),
  'a route leaves nobody out': (pack) => routes(pack).flatMap(without('exclude')),
  'the first rung is missing or comes second': (pack) => routes(pack).flatMap(firstRungs),
  'the channel hears, or does not': (pack) =>
    routes(pack).map((each) => put(each, 'channel', !each.entry.channel)),
  'the child has no record of its own': (pack) => routes(pack).flatMap(without('child')),
  // About an adult, the floor makes every case as urgent already.
  'a route is as urgent as what was answered': (pack) =>
    routes(pack).flatMap((each) => (each.entry.about === 'child' ? without('urgency')(each) : [])),
  'a guard is dropped': (pack) => placed(pack.guards, 'guards').map(out),
  ...STEPS,
  'a request is dropped': (pack) => placed(pack.requests, 'requests').map(out),
  'one role fewer answers a request': (pack) =>
    placed(pack.requests, 'requests').flatMap((each) => fewerRoles(pack, each, 'by', each.entry.by)),
  'a form is dropped': (pack) => forms(pack).map(out),
  'a form needs no yes': (pack) =>
    forms(pack).flatMap((each) => (each.entry.answer === 'approve' ? [put(each, 'answer', 'do')] : [])),
  'the first role does not answer a form': (pack) =>
    forms(pack).flatMap((each) => fewerRoles(pack, each, 'by', each.entry.by).slice(0, 1)),
  'a form never ends': (pack) => forms(pack).flatMap(without('until')),
  'a form needs nothing first': (pack) => forms(pack).flatMap(without('needs')),
  'another policy is named no more': (pack) => placed(pack.linked, 'linked').map(out),
  'a line of a form is dropped': (pack) =>
    forms(pack).flatMap((each) => fewer(each, 'lines', each.entry.lines, 0)),
  'a duty is dropped': (pack) => duties(pack).map(out),
  'a question of a duty is dropped': (pack) =>
    duties(pack).flatMap((each) => fewer(each, 'checklist', each.entry.checklist, 0)),
  'nobody hears of a no': (pack) => duties(pack).flatMap(without('onNo')),
  'nobody is told of a duty': (pack) =>
    duties(pack).flatMap((each) => (each.entry.tell.length > 0 ? without('tell')(each) : [])),
  'a duty is not for newcomers': (pack) => duties(pack).flatMap(without('newcomers')),
  'a duty is not for each': (pack) => duties(pack).flatMap(without('each')),
  'a duty comes four times less often': (pack) => duties(pack).flatMap(rarer),
  'a duty or review needs nothing first': (pack) =>
    [...review(pack), ...duties(pack)].flatMap(without('needs')),
  'nobody gets what was done to read': (pack) => [...review(pack), ...duties(pack)].flatMap(without('share')),
  'nobody does it beside its owner': (pack) => [...review(pack), ...duties(pack)].flatMap(without('with')),
  'a meeting is no meeting': (pack) => duties(pack).flatMap(without('meeting')),
  'a meeting shows nothing': (pack) => duties(pack).flatMap(without('shows')),
  'what is kept may be older than the policy': (pack) => duties(pack).flatMap(without('newer')),
  'nobody hears that the review is late': (pack) => review(pack).flatMap(without('tell')),
  'the channel does not hear that the review is late': (pack) => review(pack).flatMap(without('channel')),
  'a review is proposed after nothing': (pack) => review(pack).flatMap(without('after')),
  'guidance is named no more': (pack) => placed(pack.references ?? [], 'references').map(out),
  'advice is dropped': (pack) => advice(pack).map(out),
  'a line of advice is dropped': (pack) =>
    advice(pack).flatMap((each) => fewer(each, 'lines', each.entry.lines)),
  'a contact is dropped': (pack) => placed(pack.contacts, 'contacts').map(out),
  'a column of the log is dropped': (pack) => columns(pack).map(out),
  'a column of the log has another title': (pack) => columns(pack).map((each) => put(each, 'title', 'Notes')),
  'more people or fewer start a search': searching,
  'nobody needs to hold a role': (pack) =>
    roles(pack).flatMap((each) => (each.entry.unbound === 'refuse' ? [put(each, 'unbound', 'allow')] : [])),
  'a role is held by nobody else': (pack) => roles(pack).flatMap(without('heldBy')),
  'one lead fewer': (pack) => listed(pack, 'leads', 1),
  'one independent role fewer': (pack) => listed(pack, 'independent', 1),
  'one role fewer hears that nobody answers': (pack) => listed(pack, 'oversight', 0),
  'a kind of risk is dropped': (pack) =>
    fewer(
      { entry: pack, at: ['taxonomy'], source: pack.taxonomy.source },
      'categories',
      pack.taxonomy.categories,
      2,
    ),
};

/** Says nothing about what anybody does: a test that fails for it fails for any change of the file. */
export const CONTROL: Readonly<Record<string, Find>> = {
  'another number of the version': ({ version, routes: [first] }) => [
    { at: ['version'], source: first?.source ?? '', to: version + 1 },
  ],
};
