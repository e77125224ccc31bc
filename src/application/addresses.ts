import type { PersonId, RecordId, SiteId } from '../domain/ids.ts';
import type { Person } from '../domain/people/directory.ts';
import type { Deps } from './deps.ts';
import type { Address } from './messenger.ts';
import { RecordBody } from './records.ts';
import { writeRecord } from './write-record.ts';

const chatOf = (deps: Deps, person: PersonId): RecordId => deps.keyring.recordId(`chat|${person}`);
const channelOf = (deps: Deps, site: SiteId): RecordId => deps.keyring.recordId(`channel|${site}`);

async function addressesIn(
  deps: Deps,
  record: RecordId,
): Promise<{ version: number; addresses: readonly Address[] }> {
  const snapshot = await deps.store.read(record);
  if (snapshot === undefined) return { version: 0, addresses: [] };
  const body = RecordBody.parse(snapshot.head.body);
  return { version: snapshot.head.version, addresses: body.kind === 'chat' ? body.addresses : [] };
}

/** Keeps one address a platform; nothing is written when nothing changed. */
async function remember(deps: Deps, record: RecordId, address: Address): Promise<void> {
  const { version, addresses } = await addressesIn(deps, record);
  const before = addresses.find((known) => known.platform === address.platform);
  if (JSON.stringify(before) === JSON.stringify(address)) return;
  // Seen in a channel only: a conversation that is known already is worth more.
  if (
    before?.to.conversation !== undefined &&
    address.to.conversation === undefined &&
    before.to.serviceUrl === address.to.serviceUrl
  )
    return;
  const kept = [...addresses.filter((known) => known.platform !== address.platform), address];
  const copies = kept.map(({ platform, to }) => ({ platform, to: { ...to } }));
  // A conflict means that another request of the same person was faster: theirs is as fresh as ours.
  await writeRecord(deps, record, version, { kind: 'chat', addresses: copies });
}

export const rememberPerson = (deps: Deps, person: PersonId, address: Address): Promise<void> =>
  remember(deps, chatOf(deps, person), address);

export const rememberChannel = (deps: Deps, site: SiteId, address: Address): Promise<void> =>
  remember(deps, channelOf(deps, site), address);

/**
 * Where a person can be reached, on the platform they were last seen on first. Slack opens a conversation with any
 * member by id, so the directory alone is enough there; Teams needs that they met the bot once.
 */
export async function addressesOf(deps: Deps, person: Person): Promise<readonly Address[]> {
  const { addresses } = await addressesIn(deps, chatOf(deps, person.id));
  const served = addresses.filter(({ platform }) => deps.messengers[platform] !== undefined);
  const knowsSlack = served.some(({ platform }) => platform === 'slack');
  if (person.slack === undefined || knowsSlack || deps.messengers.slack === undefined) return served;
  return [...served, { platform: 'slack', to: { user: person.slack } }];
}

/** The leads' channel of a site, on each platform that has one. */
export async function channelsOf(deps: Deps, site: SiteId): Promise<readonly Address[]> {
  const { addresses } = await addressesIn(deps, channelOf(deps, site));
  const bound = deps.organisation.sites.find(({ id }) => id === site)?.channels.slack;
  const slack: readonly Address[] =
    bound === undefined || deps.messengers.slack === undefined
      ? []
      : [{ platform: 'slack', to: { channel: bound } }];
  const teams = addresses.filter(
    ({ platform }) => platform === 'teams' && deps.messengers.teams !== undefined,
  );
  return [...teams, ...slack];
}
