import type { ActionData } from '../../src/cards/model.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import type { Duty } from '../../src/domain/policy/duty.ts';
import type { SampleSchool } from '../support/sample-school.ts';

/** A record as it lies in the store, whatever it is. */
export async function put({ deps }: SampleSchool, name: string, body: object): Promise<RecordId> {
  const id = deps.keyring.recordId(name);
  const plain = JSON.parse(JSON.stringify(body));
  const head = { id, version: 1, status: 'none', tokens: [], body: plain } as const;
  await deps.store.commit({ type: 'write', expected: 0, head, events: [], wakes: [] });
  return id;
}

const CHECK: Duty = {
  id: 'check',
  title: 'Weekly check',
  owner: 'dsl',
  every: 'P1W',
  first: '2026-11-20',
  ahead: 0,
  checklist: [{ id: 'iwf', text: 'Is the list blocked?' }],
  onNo: 'dsl',
  tell: [],
  evidence: false,
  source: 'section 4.2',
};
const ACT = { by: 'p-iris', at: '2026-11-23T10:00:00.000Z' };
const DONE = { standing: 'done', ...ACT, on: '2026-11-23', answers: [], note: '', evidence: '' };
const ROUND = {
  ...{ title: 'Weekly check', due: '2026-11-20', rounds: 1, toldOn: '2026-11-20', events: 0 },
  toMend: [],
};

/** A school with a duty, where this verb of it means something. */
export async function dutyWorldFor(
  school: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const { deps } = school;
  const person = school.person('p-iris');
  const sites = deps.organisation.sites.map(({ id }) => id);
  const world = { ...school, deps: { ...deps, policy: { ...deps.policy, duties: [CHECK] } } };
  if (verb.startsWith('review.')) return reviewWorldFor(school, verb);
  if (verb === 'notice.form' || verb === 'notice.send') return { school: world, person, data: { do: verb } };
  if (verb === 'notice.open') {
    const notice = { kind: 'notice', ...ACT, sites, text: 'Some words' };
    return { school: world, person, data: { do: verb, record: await put(world, 'notice', notice) } };
  }
  const isOver = ['duty.view', 'duty.mend', 'duty.right'].includes(verb);
  const open = { id: 'iwf', text: 'Is the list blocked?', rounds: 1, toldOn: '2026-11-23' };
  const round = {
    ...ROUND,
    sites,
    duty: verb === 'duty.start' ? 'review-of-the-policy' : CHECK.id,
    progress: isOver ? DONE : { standing: 'due' },
    ...(isOver && { toMend: [open] }),
  };
  const record = await put(world, 'duty', { kind: 'duty', round });
  return { school: world, person, data: { do: verb, record, arg: 'iwf' } };
}

/** A school whose policy wants a review, where this verb of one means something. */
async function reviewWorldFor(school: SampleSchool, verb: string) {
  const { deps } = school;
  const isAnswer = ['review.proposal', 'review.now', 'review.not-now'].includes(verb);
  const isDate = verb === 'review.date' || verb === 'review.set';
  const { due: _, ...review } = deps.policy.review;
  const after = { technical: true as const, source: 'section 3' };
  const policy = {
    ...deps.policy,
    duties: [{ ...CHECK, owner: 'it-lead' as const }],
    review: { ...review, due: isDate ? null : '2026-09-01', after },
  };
  const world = { ...school, deps: { ...deps, policy } };
  const sites = deps.organisation.sites.map(({ id }) => id);
  const round = {
    ...{ ...ROUND, due: '2026-11-24', sites, progress: { standing: isAnswer ? 'proposed' : 'due' } },
    duty: verb === 'review.remind' ? CHECK.id : 'review-of-the-policy',
    ...(isAnswer && { because: { what: 'technical', text: 'A new filter.' } }),
    ...(isDate && { undated: true }),
  };
  const record = await put(world, 'review', { kind: 'duty', round });
  const entries = sites.map((site) => ({ duty: round.duty, site, record, past: [] }));
  await put(world, 'calendar', { kind: 'calendar', entries });
  return { school: world, person: school.person('p-iris'), data: { do: verb, record, arg: '0' } };
}
