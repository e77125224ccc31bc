import { rmSync } from 'node:fs';
import { childIdOf } from '../../src/application/children/child-store.ts';
import { intentHandler } from '../../src/application/handle-intent.ts';
import type { Press } from '../../src/application/intent.ts';
import type { Json } from '../../src/application/ports.ts';
import { briefOf } from '../../src/domain/case/brief.ts';
import { type ChildId, type RecordId, SiteId } from '../../src/domain/ids.ts';
import { chooseProcedures } from '../../src/domain/policy/procedure.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import * as say from '../support/case-commands.ts';
import { reportOf } from '../support/case-parts.ts';
import { link, recordDecision } from '../support/case-work-commands.ts';
import { history, stateAfter } from '../support/given.ts';
import { change, recordId } from '../support/records.ts';
import { listed, withRegister } from '../support/register.ts';
import { handClock, sampleSchool } from '../support/sample-school.ts';
import { freshFolder, organisation, sealed, testKeyring } from '../support/stores.ts';
import { median, percentile, type Row, round } from './numbers.ts';

const START = '2026-11-24T10:05:00.000Z';
const NOTES = 8;
const AT_ONCE = 250;

/** A press as a button of ours makes it. */
const pressOf = (verb: string, record: string, arg = ''): Press => ({
  ...{ do: verb, record, arg, actionId: 'bench', inputs: {} },
  sig: testKeyring.sign(JSON.stringify([verb, record, arg, 'bench'])),
});
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value));
const schoolOn = async (folder: string) => {
  const store = sealed(openSqliteStore({ folder, organisation }));
  return { store, school: await sampleSchool({ store, clock: handClock(START) }) };
};

/** Cases that were worked on, some about one child of the register; each with the procedures of the school's own policy. */
async function fill(
  folder: string,
  cases: number,
  ofChild: number,
): Promise<{ child: ChildId; last: RecordId }> {
  const { store, school } = await schoolOn(folder);
  const { deps } = school;
  await withRegister(deps, [listed('1', 'Robin Vale', { sites: ['fernhill'] })]);
  const child = childIdOf(deps, '1');
  const iris = school.person('p-iris').id;
  const facts = { harm: ['home', 'told'] };
  const begun = history(
    say.report({ facts, report: reportOf({ harms: ['home', 'told'] }) }),
    say.open(iris),
    ...Array.from({ length: NOTES }, () =>
      recordDecision(iris, {
        reason: 'Seen again at lunch, and talked with at the end of the day. '.repeat(4),
      }),
    ),
    link(iris, { register: child }),
  );
  const past = stateAfter(begun);
  if (past === undefined) throw new Error('The bench has no case to begin with');
  const procedures = chooseProcedures(deps.policy, facts).map(({ id, name }) => ({ id, name, why: '4' }));
  const state = { ...past, site: SiteId.parse('fernhill'), plan: { ...past.plan, procedures } };
  const site = deps.keyring.token('site', state.site);
  const about = deps.keyring.token('child', child);
  const id = (n: number) => recordId(20_000_000 + n);
  const commit = (n: number) =>
    store.commit(
      change(id(n), 0, {
        tokens: n < ofChild ? [site, about] : [site],
        ...{ body: json({ kind: 'case', state }), brief: json(briefOf(state, deps.calendar)) },
        events: begun.map((event, at) => [at + 1, json(event)] as const),
      }),
    );
  for (let from = 0; from < cases; from += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, cases - from) }, (_, n) => commit(from + n)));
  await store.close();
  return { child, last: id(ofChild - 1) };
}

/** What it costs to open one child's story, its last page, and a record that it leads. */
export async function storyCosts(cases: number, ofChild: number, rounds: number): Promise<readonly Row[]> {
  const folder = freshFolder();
  try {
    const { child, last } = await fill(folder, cases, ofChild);
    const looks: readonly (readonly [string, Press])[] = [
      ['the story, its first page', pressOf('story.open', child, '0')],
      ['the story, its last worries', pressOf('story.open', child, '9')],
      ['a record that it leads', pressOf('case.record', last)],
    ];
    const rows: Row[] = [];
    for (const [what, press] of looks) {
      // Opened anew: nothing that was read before is remembered.
      const { store, school } = await schoolOn(folder);
      const from = { platform: 'slack', account: school.person('p-iris').slack ?? '' } as const;
      const place = { type: 'private' } as const;
      const handle = intentHandler(school.deps);
      const times: number[] = [];
      let bytes = 0;
      for (let n = 0; n < 4 * rounds; n += 1) {
        const begun = performance.now();
        const answer = await handle({ type: 'press', from, place, view: true, press });
        times.push(performance.now() - begun);
        bytes = JSON.stringify(answer).length;
      }
      await store.close();
      rows.push({
        what: `${what}, ${ofChild} of ${cases} cases`,
        'next ms (aim 200)': round(median(times.slice(1)), 1),
        'p90 ms': round(percentile(times.slice(1), 0.9), 1),
        'first ms (aim 200)': round(times[0] ?? 0, 1),
        'card KB': round(bytes / 1024, 1),
      });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
