import { PersonId, SiteId } from '../../../src/domain/ids.ts';
import { attendanceIn } from '../../../src/domain/people/attendance.ts';
import type { Person } from '../../../src/domain/people/directory.ts';
import { needsOf } from '../../../src/domain/people/needs.ts';
import { overviewOf } from '../../../src/domain/people/overview.ts';
import { newPersonRecord, PersonRecord } from '../../../src/domain/people/record/state.ts';
import { Training } from '../../../src/domain/policy/training.ts';

const site = SiteId.parse('main');
const person = (id: string, name: string, email?: string): Person => ({
  id: PersonId.parse(id),
  name,
  roles: [{ role: 'staff', site }],
  ...(email !== undefined && { email }),
});
const [ada, ben, cleo] = [
  person('p-ada', 'Ada Bell', 'a.bell@example.org'),
  person('p-ben', 'Ben Orchard'),
  person('p-cleo', 'Cléo Dunn'),
];
const REFRESHER = Training.parse({
  id: 'refresher',
  name: 'Refresher',
  roles: ['staff'],
  every: 'P12M',
  minutes: 40,
  source: 'section 11',
});
const REQUIRED = { training: [REFRESHER], audits: [], issues: [], year: '09-01' };

const recordOf = (who: Person, more: object = {}): PersonRecord =>
  PersonRecord.parse({ ...newPersonRecord(who.id, '2025-09-01', [site]), ...more });
const took = (...days: readonly string[]) => ({
  taken: { refresher: days.map((on) => ({ on, at: `${on}T10:00:00.000Z`, by: 'p-iris' })) },
});

describe('how everything stands with everybody', () => {
  const held = [
    { person: ada, record: recordOf(ada, took('2025-10-01', '2026-11-10')) },
    { person: ben, record: recordOf(ben, took('2025-10-01')) },
    {
      person: cleo,
      record: recordOf(cleo, { notMine: { 'training:refresher': { at: '2026-11-01T10:00:00.000Z' } } }),
    },
  ];
  const overview = overviewOf(REQUIRED, held, { today: '2026-11-24', earlier: '2026-10-25' });

  it('counts who did it, who is late and with what, and leaves out what is not theirs', () => {
    expect(overview.rows).toEqual([
      {
        key: 'training:refresher',
        kind: 'training',
        name: 'Refresher',
        asked: 2,
        done: 1,
        late: 1,
        before: 0,
      },
    ]);
    expect(overview.late.map((each) => [each.person, each.since])).toEqual([['p-ben', '2026-10-01']]);
    expect(overview.notMine.map((each) => each.person)).toEqual(['p-cleo']);
    expect([overview.people, overview.complete]).toEqual([3, 2]);
  });

  it('has what is not theirs only until somebody has answered', () => {
    const answered = { by: 'p-iris', at: '2026-11-02T10:00:00.000Z', right: true };
    const notMine = { 'training:refresher': { at: '2026-11-01T10:00:00.000Z', answered } };
    const now = overviewOf(REQUIRED, [{ person: cleo, record: recordOf(cleo, { notMine }) }], {
      ...{ today: '2026-11-24', earlier: '2026-10-25' },
    });
    expect([now.notMine, now.late, now.complete]).toEqual([[], [], 1]);
  });

  it('knows how it stood on an earlier day without having looked then', () => {
    const earlier = overviewOf(REQUIRED, held, { today: '2026-09-15', earlier: '2026-01-01' });
    expect(earlier.rows[0]?.before).toBe(2);
  });
});

describe('who was at a session', () => {
  const people = [ada, ben, cleo];
  it.each([
    ['Ada Bell', ['p-ada']],
    ['Bell, Ada', ['p-ada']],
    ['  ADA  BELL ', ['p-ada']],
    ['A.Bell@example.org', ['p-ada']],
    ['Cleo Dunn\nBen Orchard\nBen Orchard', ['p-cleo', 'p-ben']],
  ])('%j means %j', (text, ids) => {
    expect(attendanceIn(text, people)).toEqual({ people: ids, unknown: [] });
  });

  it('leaves out a line that fits nobody, or two', () => {
    const twins = [...people, person('p-ada-2', 'Ada Bell')];
    expect(attendanceIn('Ada Bell\nNobody Here\nBen Orchard', twins)).toEqual({
      people: ['p-ben'],
      unknown: ['Ada Bell', 'Nobody Here'],
    });
  });
});

describe('what people need', () => {
  const answered = (...needs: readonly string[]) => ({
    on: '2026-11-01',
    at: '2026-11-01T10:00:00.000Z',
    answers: needs.map((need) => ({ question: 'q', text: 'A question?', answer: 'no', need, comment: '' })),
  });

  it('is counted from the last time that each was asked, the most wanted first', () => {
    const records = [
      recordOf(ada, { audited: { audit: [answered('AI'), answered('Passwords')] } }),
      recordOf(ben, { audited: { audit: [answered('Passwords', 'AI')] } }),
    ];
    expect(needsOf(records, 'audit').map(({ topic, people }) => [topic, people.length])).toEqual([
      ['Passwords', 2],
      ['AI', 1],
    ]);
  });
});
