import { rmSync } from 'node:fs';
import { importChildren } from '../../src/application/children/import-children.ts';
import { childrenOf } from '../../src/application/children/register.ts';
import { matchesFor } from '../../src/domain/child/matching.ts';
import { SiteId } from '../../src/domain/ids.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { sampleSchool } from '../support/sample-school.ts';
import { freshFolder, organisation, sealed } from '../support/stores.ts';
import { CALLED } from './names.ts';
import { percentile, type Row, round } from './numbers.ts';

const SITE = SiteId.parse('fernhill');
const LOOKS = 30;

/** "Same child as …?" from the sealed store to the answer: the register read and decrypted, then looked through. */
export async function registerCosts(names: readonly string[]): Promise<readonly Row[]> {
  const folder = freshFolder();
  try {
    const store = sealed(openSqliteStore({ folder, organisation }));
    const { deps } = await sampleSchool({ store });
    const started = performance.now();
    await importChildren(
      deps,
      names.map((name, n) => ({
        number: `${n}`,
        name,
        sites: [SITE],
        siblings: [],
        facts: { group: '4 Oak' },
      })),
    );
    const imported = performance.now() - started;
    const times: number[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      const [first = ''] = Object.values(CALLED)[look % Object.keys(CALLED).length] ?? [];
      const written = { name: `${first} Khan`, knownAs: '', year: 'Year 4', description: '' };
      const began = performance.now();
      matchesFor(written, await childrenOf(deps, [SITE]), deps.policy.nicknames);
      times.push(performance.now() - began);
    }
    await store.close();
    return [
      {
        what: `${names.length} children, sealed`,
        'import s': round(imported / 1000, 1),
        // Nothing of it is decrypted yet.
        'first ms': round(times[0] ?? Number.NaN, 1),
        'p50 ms': round(percentile(times.slice(1), 0.5), 1),
        'p99 ms (aim 100)': round(percentile(times.slice(1), 0.99), 1),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
