import { reportOnRecord } from '../../src/application/board-report/on-record.ts';
import { ReportEvent, type ReportState } from '../../src/application/board-report/state.ts';
import { changeReport, readReport, saveReport } from '../../src/application/board-report/store.ts';
import { changeDirectory } from '../../src/application/directory.ts';
import { fetchFile, isWaiting, linkTo } from '../../src/application/files.ts';
import { canonical } from '../../src/application/hand-out/document.ts';
import { attachedIn } from '../../src/documents/attached.ts';
import { PersonId, type RecordId, SiteId } from '../../src/domain/ids.ts';
import { boardReport } from '../support/board-report.ts';
import { type Organisation, organisation } from '../support/organisation.ts';

const NORTH = SiteId.parse('north');
const IRIS = PersonId.parse('p-iris');
const TOM = PersonId.parse('p-tom');
const report = boardReport();

let org: Organisation;
beforeEach(async () => {
  org = await organisation('two-schools');
});

/** A report of the north school for its chair of governors, as far as it has come. */
async function given(
  standing: 'drafted' | 'released' | 'withdrawn',
  more: Partial<ReportState> = {},
): Promise<RecordId> {
  const deps = org.deps();
  const at = org.clock.now();
  const progress = {
    drafted: { standing: 'drafted', at, report },
    released: { standing: 'released', at, by: IRIS, report },
    withdrawn: { standing: 'withdrawn', at, by: IRIS },
  } as const;
  const state: ReportState = {
    sites: [NORTH],
    period: { from: '2026-09-01', until: '2026-12-31' },
    asked: { by: IRIS, at },
    writer: IRIS,
    to: ['chair-of-governors'],
    progress: progress[standing],
    openings: [],
    events: 0,
    ...more,
  };
  await saveReport(deps, report.record, 0, state, { type: 'ReportAsked', by: IRIS, at });
  return report.record;
}

const link = async (person: string, record: RecordId, form: 'pdf' | 'page' = 'page'): Promise<string> => {
  const url = await linkTo(org.deps(), PersonId.parse(person), { kind: 'board-report', record, form });
  return url?.split('/').at(-1) ?? '';
};
const openings = async (record: RecordId) => (await readReport(org.deps(), record))?.state.openings;
const events = async (record: RecordId) =>
  (await org.store.read(record, { events: true }))?.events.map(({ body }) => ReportEvent.parse(body));

describe('a released report for the board', () => {
  it('comes once, as a page or as pages, to whoever it is for, and both openings stand on the record', async () => {
    const record = await given('released');
    const page = await link('p-tom', record);
    const made = await fetchFile(org.deps(), page);
    expect(made).toMatchObject({ name: 'board-report-2026-12-19', page: expect.stringContaining('<h1>') });
    expect(await fetchFile(org.deps(), page)).toBeUndefined();
    const file = await fetchFile(org.deps(), await link('p-tom', record, 'pdf'));
    expect(file?.pdf && attachedIn(file.pdf)).toBe(canonical(report));
    const at = org.clock.now();
    expect(await openings(record)).toEqual([
      { by: TOM, at, form: 'page' },
      { by: TOM, at, form: 'pdf' },
    ]);
    expect((await events(record))?.slice(1)).toEqual([
      { type: 'ReportOpened', by: TOM, at, form: 'page' },
      { type: 'ReportOpened', by: TOM, at, form: 'pdf' },
    ]);
  });

  it('is there for ten minutes, and a look at the link is no opening', async () => {
    const record = await given('released');
    const secret = await link('p-tom', record);
    org.clock.move({ minutes: 10 });
    expect(await isWaiting(org.deps(), secret)).toBe(true);
    org.clock.move({ seconds: 1 });
    expect(await isWaiting(org.deps(), secret)).toBe(false);
    expect(await fetchFile(org.deps(), secret)).toBeUndefined();
    expect(await openings(record)).toEqual([]);
  });

  it('comes to one of two who press at the same moment', async () => {
    const record = await given('released');
    const secret = await link('p-tom', record);
    const both = await Promise.all([fetchFile(org.deps(), secret), fetchFile(org.deps(), secret)]);
    expect(both.filter((made) => made !== undefined)).toHaveLength(1);
    expect(await openings(record)).toHaveLength(1);
  });

  it('loses no opening when several people open it at the same moment', async () => {
    const record = await given('released', { to: ['chair-of-governors', 'safeguarding-governor'] });
    const secrets = await Promise.all(['p-tom', 'p-greta', 'p-iris'].map((person) => link(person, record)));
    const made = await Promise.all(secrets.map((secret) => fetchFile(org.deps(), secret)));
    expect(made.every((each) => each?.page !== undefined)).toBe(true);
    expect((await openings(record))?.map(({ by }) => by).toSorted()).toEqual(['p-greta', 'p-iris', 'p-tom']);
    expect(await events(record)).toHaveLength(4);
  });

  it.each([
    ['who holds none of its roles', 'p-ada'],
    ['who leads another school', 'p-owen'],
    ['who heads it but is not named', 'p-vera'],
  ])('is not for a person %s, and nothing is written down', async (_, person) => {
    const record = await given('released');
    expect(await fetchFile(org.deps(), await link(person, record))).toBeUndefined();
    expect(await openings(record)).toEqual([]);
  });

  it('is not for somebody who has left or lost the role after the link was made', async () => {
    const record = await given('released');
    const [left, lost] = [await link('p-tom', record), await link('p-tom', record)];
    const change = (roles: boolean) =>
      changeDirectory(org.deps(), (stored) => ({
        ...stored,
        people: stored.people.map((person) => {
          if (person.id !== TOM) return person;
          return roles
            ? { ...person, roles: [{ role: 'staff', site: NORTH }] }
            : { ...person, left: '2026-11-24' };
        }),
      }));
    await change(true);
    expect(await fetchFile(org.deps(), lost)).toBeUndefined();
    await change(false);
    expect(await fetchFile(org.deps(), left)).toBeUndefined();
    expect(await openings(record)).toEqual([]);
  });

  it('says nothing of itself in the log but that a file was fetched or refused', async () => {
    const record = await given('released');
    await fetchFile(org.deps(), await link('p-tom', record));
    await fetchFile(org.deps(), await link('p-ada', record));
    const lines = JSON.stringify(org.log.lines);
    expect(lines).toContain('file-fetched');
    expect(lines).toContain('file-refused');
    expect(lines).not.toMatch(/Fernhill|Online safety|p-tom|p-ada|board-report/);
  });
});

describe('a report for the board that was not released', () => {
  it('is for whoever looks at the draft, and for nobody else', async () => {
    const record = await given('drafted');
    expect(await fetchFile(org.deps(), await link('p-tom', record))).toBeUndefined();
    expect((await fetchFile(org.deps(), await link('p-iris', record)))?.page).toContain('<h1>');
    expect((await openings(record))?.map(({ by }) => by)).toEqual([IRIS]);
  });

  it('is for nobody once it was withdrawn, also behind a link from before', async () => {
    const record = await given('drafted');
    const secret = await link('p-iris', record);
    const at = org.clock.now();
    await changeReport(org.deps(), record, (state) => ({
      state: { ...state, progress: { standing: 'withdrawn', at, by: IRIS } },
      event: { type: 'ReportWithdrawn', by: IRIS, at },
    }));
    expect(await fetchFile(org.deps(), secret)).toBeUndefined();
  });

  it('is no record: a guess is answered as one that is not for them', async () => {
    const record = org.deps().keyring.recordId('no-report');
    expect(await fetchFile(org.deps(), await link('p-tom', record))).toBeUndefined();
    expect(
      await fetchFile(org.deps(), await link('p-tom', org.deps().keyring.recordId('directory'))),
    ).toBeUndefined();
  });
});

it('is known to the records as released, and any other as never released', async () => {
  const deps = org.deps();
  expect(await reportOnRecord(deps, report)).toEqual({ type: 'no-such-record', record: report.record });
  await given('released');
  expect(await reportOnRecord(deps, report)).toEqual({ type: 'handed-out', records: 1 });
  expect(await reportOnRecord(deps, boardReport(9))).toEqual({ type: 'never', record: report.record });
});
