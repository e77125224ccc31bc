import { existsSync } from 'node:fs';
import { REGISTERED } from './obligations-register.ts';
import { type How, keepResults, type Row } from './obligations-results.ts';
import { type World, worldOf } from './obligations-world.ts';
import type { Options } from './organisation.ts';

/** After the assertions of this id, where several share a journey. */
type Met = (id: string) => void;
type Body = (world: World, met: Met) => Promise<void>;

interface Register {
  readonly obligation: (
    ids: string | readonly string[],
    how: How,
    title: string,
    body: Body,
    options?: Options,
  ) => void;
  readonly notByABot: (id: string, reason: string) => void;
}

function known(pack: string, id: string): void {
  const row = REGISTERED.find((each) => each.id === id);
  if (row === undefined) throw new Error(`${id} is not in tests/obligations/register.json`);
  if (row.pack !== pack) throw new Error(`${id} belongs to ${row.pack}, not to ${pack}`);
}

/** Runs the journey; each id must be said to be met, after something that somebody saw or was refused for it. */
export async function showEach(ids: readonly string[], world: World, body: Body): Promise<void> {
  const met = new Set<string>();
  let before = 0;
  const say: Met = (id) => {
    if (!ids.includes(id)) throw new Error(`${id} is not one of ${ids.join(', ')}`);
    if (world.counted() === before) throw new Error(`Nothing that anybody sees was asserted for ${id}`);
    before = world.counted();
    met.add(id);
  };
  await body(world, say);
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0 && met.size === 0) say(only);
  const missing = ids.filter((id) => !met.has(id));
  if (missing.length > 0) throw new Error(`Not said to be met: ${missing.join(', ')}`);
}

/** The obligations of one policy, each shown on the organisation that runs its pack. One call a file. */
export function obligations(pack: string, register: (tools: Register) => void): void {
  const folder = `tests/obligations/${pack}/organisation`;
  if (!existsSync(folder)) throw new Error(`There is no ${folder}`);
  const rows: Row[] = [];
  describe(pack, () => {
    register({
      obligation(given, how, title, body, options) {
        const ids = typeof given === 'string' ? [given] : given;
        for (const id of ids) known(pack, id);
        const own = ids.map((id): Row => ({ id, how, title, result: 'not-run' }));
        rows.push(...own);
        it(`${ids.join(', ')}: ${title}`, async () => {
          for (const row of own) row.result = 'failed';
          await showEach(ids, await worldOf(folder, options), body);
          for (const row of own) row.result = 'passed';
        });
      },
      notByABot(id, reason) {
        known(pack, id);
        rows.push({ id, how: 'not-by-a-bot', title: reason, result: 'passed' });
      },
    });
    keepResults(pack, rows);
  });
}
