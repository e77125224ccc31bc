import type { Contact } from './advice.ts';
import { restsOf } from './editions.ts';
import type { Library } from './library.ts';
import type { Policy, PolicyFile, Procedure, UsedProcedure } from './pack.ts';
import type { Pattern } from './pattern.ts';
import { draftsOf } from './referrals.ts';
import { rolesOf } from './roles.ts';
import { sourceInWords } from './source.ts';
import type { Step } from './step.ts';

type Entry = PolicyFile['procedures'][number];
export const isUse = (entry: Entry): entry is UsedProcedure => 'use' in entry;

/** The pack's own procedure, or the library's with what the policy says differently. */
export function procedureOf(entry: Entry, library: Library): Procedure | undefined {
  if (!isUse(entry)) return entry;
  const shared = library.procedures.find(({ id }) => id === entry.use);
  if (shared === undefined) return undefined;
  const steps = shared.steps.map((step) => tightened(step, entry));
  const offered = steps.map((step) => narrowed(step, entry));
  return { ...shared, source: entry.source, steps: [...offered, ...(entry.add ?? [])] };
}

/** Where a pack offers fewer answers, a step depends on those that are left. None left: the checks say so. */
function narrowed(step: Step, { steps: own }: UsedProcedure): Step {
  if (step.given === undefined) return step;
  const given = Object.entries(step.given).map(([id, wanted]): [string, string[]] => {
    const answers = own?.[id]?.answers;
    if (answers === undefined) return [id, wanted];
    const left = wanted.filter((answer) => answers.includes(answer));
    return [id, left.length > 0 ? left : wanted];
  });
  return { ...step, given: Object.fromEntries(given) };
}

function tightened(step: Step, { steps }: UsedProcedure): Step {
  const own = steps?.[step.id];
  if (own === undefined) return step;
  const common = {
    source: own.source,
    text: own.text ?? step.text,
    modality: own.modality ?? step.modality,
    ...(own.within === undefined ? {} : { within: own.within }),
    ...(own.each && { each: own.each }),
    ...(own.linked && { linked: [...(step.linked ?? []), ...own.linked] }),
    ...(own.after === undefined ? {} : { after: [...(step.after ?? []), ...own.after] }),
  };
  const answers = own.answers === undefined ? {} : { answers: own.answers };
  switch (step.kind) {
    case 'approve':
      return { ...step, ...common, by: own.by ?? step.by };
    case 'inform':
      return { ...step, ...common, to: own.to ?? step.to };
    case 'decide': {
      // An answer that the pack does not offer leaves nothing open.
      const waits = step.waits?.filter((answer) => own.answers?.includes(answer) ?? true);
      return { ...step, ...common, ...answers, ...(waits && { waits }) };
    }
    case 'ask':
    case 'custody':
      return { ...step, ...common, ...answers };
    default:
      return { ...step, ...common };
  }
}

const contactOf = (entry: PolicyFile['contacts'][number], library: Library): Contact | undefined => {
  if (!('use' in entry)) return entry;
  const shared = library.contacts.find(({ id }) => id === entry.use);
  if (shared === undefined) return undefined;
  const topics = [...(shared.topics ?? []), ...(entry.topics ?? [])];
  return { ...shared, ...(topics.length > 0 && { topics }), source: entry.source };
};

/** Contacts that everybody's advice names, also where the policy does not. */
function advised(pack: PolicyFile, library: Library): readonly Contact[] {
  const named = pack.contacts.map((entry) => ('use' in entry ? entry.use : entry.id));
  const wanted = library.advice.flatMap(({ contacts }) => contacts);
  return library.contacts.filter(({ id }) => wanted.includes(id) && !named.includes(id));
}

/** The policy's own, and those of the library that it does not put in other words. */
const patternsOf = ({ patterns }: PolicyFile, library: Library): readonly Pattern[] => [
  ...patterns,
  ...library.patterns.filter(({ id }) => !patterns.some((own) => own.id === id)),
];

const found = <Item>(item: Item | undefined): readonly Item[] => (item === undefined ? [] : [item]);

/** The pack as the bot runs it. Call it on a pack that has passed its checks. */
export function mergePolicy(pack: PolicyFile, library: Library): Policy {
  const cited = <Item extends { readonly source: string }>(item: Item): Item => ({
    ...item,
    source: sourceInWords(item.source, pack, library),
  });
  const roles: Policy['roles'] = {};
  for (const role of rolesOf(pack)) {
    const entry = pack.roles[role];
    if (entry !== undefined) roles[role] = cited(entry);
  }
  return {
    ...pack,
    review: { ...cited(pack.review), ...(pack.review.after && { after: cited(pack.review.after) }) },
    taxonomy: cited(pack.taxonomy),
    roles,
    clocks: cited(pack.clocks),
    routes: pack.routes.map(cited),
    guards: [...library.floor.guards, ...pack.guards].map(cited),
    procedures: pack.procedures
      .flatMap((entry) => found(procedureOf(entry, library)))
      .map((procedure) => ({ ...cited(procedure), steps: procedure.steps.map(cited) })),
    requests: pack.requests.map(cited),
    forms: pack.forms.map(cited),
    registers: pack.registers.map(cited),
    linked: pack.linked.map(cited),
    duties: pack.duties.map(cited),
    advice: [...library.advice, ...pack.advice].map(cited),
    patterns: patternsOf(pack, library).map(cited),
    log: cited(pack.log),
    ...(pack.search && { search: cited(pack.search) }),
    contacts: [
      ...pack.contacts.flatMap((entry) => found(contactOf(entry, library))),
      ...advised(pack, library),
    ].map(cited),
    training: pack.training.map(cited),
    audits: pack.audits.map(cited),
    ...(pack.board && { board: cited(pack.board) }),
    agreements: pack.agreements.map((each) => ({ ...cited(each), clauses: each.clauses.map(cited) })),
    supplied: [],
    rests: restsOf(pack.references ?? [], library.guidance),
    nicknames: library.nicknames,
    referrals: cited(pack.referrals ?? library.referrals.referrals),
    drafts: draftsOf(library.referrals),
    draftLeft: library.referrals.left,
    urgencyFloor: library.floor.urgency.map(({ when, urgency }) => ({ when, urgency })),
  };
}
