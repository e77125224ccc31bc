import { readPerson, recordOf, savePerson } from '../../src/application/people/store.ts';
import type { ActionData } from '../../src/cards/model.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { newPersonRecord } from '../../src/domain/people/record/state.ts';
import { SelfAudit, Training } from '../../src/domain/policy/training.ts';
import type { SampleSchool } from '../support/sample-school.ts';
import { put } from './pressable-duties.ts';

const REFRESHER = Training.parse({
  id: 'refresher',
  name: 'Safeguarding refresher',
  roles: ['staff'],
  every: 'P12M',
  minutes: 40,
  verify: ['dsl'],
  source: 'section 11',
});
const CHECK = SelfAudit.parse({
  id: 'self-audit',
  name: 'What I know',
  roles: ['staff'],
  every: 'P12M',
  questions: [{ id: 'wishes', text: 'Is there something to learn?', need: 'yes', topic: 'Wishes' }],
  source: 'Appendix 3',
});

const TAKEN = { on: '2026-11-20', at: '2026-11-20T10:00:00.000Z', by: 'p-ada', certificate: 'C-17' };

/** A school in which one person's word waits to be checked, and a report is drafted. */
export async function complianceWorldFor(
  school: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const { deps } = school;
  const policy = { ...deps.policy, training: [REFRESHER], audits: [CHECK], agreements: [] };
  const world = { ...school, deps: { ...deps, policy } };
  const [ada, iris] = [school.person('p-ada'), school.person('p-iris')];
  if (verb.startsWith('audit.'))
    return { school: world, person: ada, data: { do: verb, arg: 'self-audit', record: '' } };
  if (verb.startsWith('session.'))
    return { school: world, person: iris, data: { do: verb, arg: 'refresher', record: '' } };
  const held = await readPerson(world.deps, ada);
  const empty = newPersonRecord(ada.id, '2026-11-20', held.record.sites);
  const isSaid = verb === 'glance.gone' || verb === 'glance.theirs';
  const record = isSaid
    ? { ...empty, notMine: { 'training:refresher': { at: TAKEN.at } } }
    : { ...empty, taken: { refresher: [{ ...TAKEN, by: ada.id }] } };
  await savePerson(world.deps, ada, held, { record: JSON.parse(JSON.stringify(record)) });
  const arg = verb === 'glance.launch' ? 'self-audit' : `${ada.id} training:refresher ${TAKEN.on}`;
  return { school: world, person: iris, data: { do: verb, record: recordOf(deps, ada.id), arg } };
}

const REPORT = {
  format: 1,
  kind: 'board-report',
  record: 'k7q4md2xh8rv5w3t9n6pc0jzab',
  ...{ title: 'A report', organisation: 'A school', period: 'A term', made: [] },
  at: '2026-11-20T10:00:00.000Z',
  ...{ figures: [], summary: ['Something happened.'], sections: [], notes: [], words: {} },
};

/** A school in which a report is drafted. */
export async function boardWorldFor(
  school: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const { deps } = school;
  const iris = school.person('p-iris');
  const [say] = [deps.cards.say];
  const words = Object.fromEntries(
    ['page', 'summary', 'contents', 'notes', 'hidden', 'table', 'skip', 'check'].map((word) => [
      word,
      say(`board-word-${word}`, { page: '{page}', pages: '{pages}' }),
    ]),
  );
  const state = {
    sites: ['fernhill'],
    period: { from: '2026-09-01', until: '2026-10-31' },
    asked: { at: REPORT.at },
    writer: 'p-iris',
    to: ['chair-of-governors'],
    progress: { standing: 'drafted', at: REPORT.at, report: { ...REPORT, words } },
    openings: [],
    events: 0,
  };
  const record =
    verb === 'board.draft' || verb === 'board.open'
      ? ''
      : await put(school, 'board-pressed', { kind: 'board-report', state });
  return { school, person: iris, data: { do: verb, record, arg: 'pdf' } };
}
