import { eventsOf, runCase } from '../../src/application/case/case-store.ts';
import { childEventsOf, readChild, runChild } from '../../src/application/children/child-store.ts';
import { fetchFile } from '../../src/application/files.ts';
import { HandOutDocument } from '../../src/application/hand-out/document.ts';
import { attachedIn } from '../../src/documents/attached.ts';
import { type ChildEntry, emptyEntry } from '../../src/domain/child/entry.ts';
import { ChildId, PersonId, type RecordId, SiteId } from '../../src/domain/ids.ts';
import { leavesOf } from './check-card.ts';
import { recordOf } from './concern.ts';
import type { Client, Organisation } from './organisation.ts';

/** The secret in the link that stands on the card this person sees. */
export function secretOf(client: Client): string {
  const actions = leavesOf(client.card().body).flatMap((leaf) =>
    leaf.type === 'ActionSet' ? leaf.actions : [],
  );
  const link = actions.find((action) => action.type === 'Action.OpenUrl');
  if (link === undefined) throw new Error(`No link here, but: ${client.texts()}`);
  return link.url.split('/').at(-1) ?? '';
}

/** A child whom a lead entered into the register. */
export async function enter(
  org: Organisation,
  by: string,
  site: string,
  entry: Partial<ChildEntry> & { readonly name: string },
): Promise<ChildId> {
  const id = ChildId.parse(org.deps().keyring.recordId(`register-${entry.name}-${org.clock.now()}`));
  await runChild(org.deps(), id, () => ({
    type: 'EnterChild',
    at: org.clock.now(),
    by: PersonId.parse(by),
    entry: { ...emptyEntry(entry.name), ...entry },
    sites: [SiteId.parse(site)],
    from: 'triage',
  }));
  return id;
}

/** "Same child as …": said by a lead. */
export async function linkChild(
  org: Organisation,
  by: string,
  record: RecordId,
  child: number,
  register: ChildId,
): Promise<void> {
  const ran = await runCase(org.deps(), record, () => ({
    type: 'LinkChild',
    at: org.clock.now(),
    by: PersonId.parse(by),
    child,
    register,
  }));
  if (!ran.ok) throw new Error(`It could not be linked: ${ran.refusal.reason}`);
}

interface Asked {
  readonly what?: 'case-file' | 'chronology';
  readonly reader?: string;
  readonly who?: string;
  /** Another choice than the usual one for this reader. */
  readonly leave?: string;
  readonly names?: string;
}

/** From the button to the link, with what is left out as the card proposes it. */
export async function askForFile(client: Client, asked: Asked = {}): Promise<string> {
  const { what = 'chronology', reader = 'school', who = 'Oakmead School' } = asked;
  await client.press('Make a file to hand out');
  await client.press('Next', { what, reader });
  await client.press('Make the file', {
    who,
    ...(asked.leave !== undefined && { leave: asked.leave }),
    ...(asked.names !== undefined && { names: asked.names }),
  });
  return secretOf(client);
}

/** The file behind the link, and the data in it. */
export async function fetchedBy(org: Organisation, secret: string) {
  const file = await fetchFile(org.deps(), secret);
  if (file?.pdf === undefined) throw new Error('There is no file behind this link');
  const text = attachedIn(file.pdf) ?? '';
  return { pdf: file.pdf, name: file.name, text, document: HandOutDocument.parse(JSON.parse(text)) };
}

export const handedOut = async (org: Organisation, id: RecordId) =>
  eventsOf(await recordOf(org, id)).flatMap((event) => (event.type === 'RecordHandedOut' ? [event] : []));

export async function childEvents(org: Organisation, id: ChildId) {
  const child = await readChild(org.deps(), id, true);
  return child === undefined ? [] : childEventsOf(child);
}
