import { mayDo } from '../../domain/access.ts';
import type { ChildCommand } from '../../domain/child/decide.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { runCase } from '../case/case-store.ts';
import { runChild } from '../children/child-store.ts';
import { leadsChild } from '../children/register.ts';
import type { Deps } from '../deps.ts';
import { documentOf, type Material, readerOf } from './build.ts';
import { canonical } from './document.ts';
import { materialFor } from './material.ts';
import type { Options } from './options.ts';

/** On every record that is in it: who has a copy now, what was left out, and the hash that the copy carries. */
async function recordIt(
  deps: Deps,
  directory: Directory,
  person: Person,
  { cases, child }: Material,
  options: Options,
  { left, hash }: { readonly left: readonly string[]; readonly hash: string },
): Promise<boolean> {
  const said = {
    at: deps.clock.now(),
    by: person.id,
    reader: readerOf(deps, options).slice(0, 3000),
    left,
    hash,
  };
  for (const { id } of cases) {
    const ran = await runCase(deps, id, (record) =>
      record !== undefined && mayDo(person, { type: 'work' }, record.state, directory)
        ? { type: 'HandOut', ...said, what: options.what }
        : undefined,
    );
    if (!ran.ok) return false;
  }
  if (child === undefined) return true;
  const inChild = (command: ChildCommand) =>
    runChild(deps, child.id, (state) =>
      state !== undefined && leadsChild(deps, person, state) ? command : undefined,
    );
  const read = await inChild({ type: 'OpenStory', at: said.at, by: said.by });
  const ran = read.ok ? await inChild({ type: 'HandOutStory', ...said }) : read;
  return ran.ok;
}

/** The file, under what its owner may see now. That it was made is written down before the first byte leaves. */
export async function makeFile(
  deps: Deps,
  directory: Directory,
  person: Person,
  record: RecordId,
  options: Options,
): Promise<{ readonly name: string; readonly pdf: Uint8Array } | undefined> {
  const material = await materialFor(deps, directory, person, record);
  if (material === undefined) return undefined;
  const document = documentOf(deps, directory, person, material, options);
  const pdf = await deps.documents.pdf(document);
  const hash = deps.documents.hash(canonical(document));
  if (!(await recordIt(deps, directory, person, material, options, { left: document.left, hash })))
    return undefined;
  return { name: `${options.what}-${document.reference}-${document.made.at.slice(0, 10)}`, pdf };
}
