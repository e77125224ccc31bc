import { z } from 'zod';
import type { RecordId } from '../../domain/ids.ts';
import type { Answered, RoleNews, Waiting } from '../../domain/people/directory.ts';
import type { Deps } from '../deps.ts';
import { RecordBody } from '../records.ts';

export type AskBody = Extract<RecordBody, { kind: 'access-ask' }>;
type NewsBody = Extract<RecordBody, { kind: 'role-news' }>;

/** One request for one person at one site. */
export const askRecord = (
  deps: Pick<Deps, 'keyring'>,
  { person, site, since }: Pick<Waiting, 'person' | 'site' | 'since'>,
): RecordId => deps.keyring.recordId(`access|${person}|${site}|${since}`);

const newsRecord = (deps: Pick<Deps, 'keyring'>, { at, site, changes }: RoleNews): RecordId =>
  deps.keyring.recordId(`roles|${site}|${at}|${changes.map(({ person }) => person).join(',')}`);

const ANSWERED = { given: 'AccessGiven', refused: 'AccessRefused', withdrawn: 'AccessWithdrawn' } as const;

/** An event as it is sealed. */
const Happened = z.json();

/** One event each time: the record is the history of one change. A conflict means that another instance is at it. */
async function write(
  deps: Deps,
  id: RecordId,
  expected: number,
  body: AskBody | NewsBody,
  event: object,
): Promise<void> {
  const now = deps.clock.now();
  const version = expected + 1;
  await deps.store.commit({
    type: 'write',
    expected,
    head: { id, version, status: 'none', tokens: [], body },
    events: [{ seq: version, body: Happened.parse({ ...event, written: now }) }],
    wakes: [{ lane: 'bulk', at: now }],
  });
  deps.kick();
}

/** What happened to roles, as it stands in the evidence: who, when, which. */
export async function keepNews(deps: Deps, news: RoleNews): Promise<void> {
  const id = newsRecord(deps, news);
  if ((await deps.store.read(id)) !== undefined) return;
  await write(deps, id, 0, { kind: 'role-news', news }, { ...news, type: 'RolesChanged' });
}

export async function keepAsk(deps: Deps, ask: Waiting): Promise<void> {
  const id = askRecord(deps, ask);
  if ((await deps.store.read(id)) !== undefined) return;
  await write(deps, id, 0, { kind: 'access-ask', ask }, { ...ask, type: 'AccessAsked' });
}

export async function keepAnswer(deps: Deps, { ask, answer, by, at }: Answered): Promise<void> {
  await keepAsk(deps, ask);
  const id = askRecord(deps, ask);
  const snapshot = await deps.store.read(id);
  const body = snapshot && RecordBody.parse(snapshot.head.body);
  if (snapshot === undefined || body?.kind !== 'access-ask' || body.answer !== undefined) return;
  const told = { answer, ...(by !== undefined && { by }) };
  await write(deps, id, snapshot.head.version, { ...body, ...told }, { ...told, at, type: ANSWERED[answer] });
}
