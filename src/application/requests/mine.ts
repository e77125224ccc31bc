import { RecordId, refOf } from '../../domain/ids.ts';
import type { RequestState } from '../../domain/request/state.ts';
import { sitePhone } from '../advice/phones.ts';
import { clockTime } from '../case/status-line.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { lackingFor, lackingSlots } from '../registers/needs.ts';
import { type RequestRecord, readRequest } from './store.ts';
import { answerSlots, filledSlots, standingLine } from './words.ts';

const MOST_LISTED = 10;

/** Until when to wait before phoning: an honest end, never "soon". */
function waitLine(deps: Deps, { progress, nobody, site, tell, clock }: RequestState): string | undefined {
  if (progress.status !== 'waiting' || nobody) return undefined;
  const { say } = deps.cards;
  const [phone, now] = [sitePhone(deps, site), deps.clock.now()];
  if (clock.widen === undefined || clock.widen <= now) return say('ask-phone', { ...phone });
  const wait = say('ask-wait', { time: clockTime(deps, clock.widen), ...phone });
  return tell <= now ? wait : `${say('ask-hears', { time: clockTime(deps, tell) })} ${wait}`;
}

/** Their own request, and how it stands. */
export async function askerCard(
  { deps, directory }: Pick<Pressed, 'deps' | 'directory'>,
  { id, state }: Pick<RequestRecord, 'id' | 'state'>,
  notice?: string,
): Promise<Answer> {
  const card = deps.cards.show('ask-view', {
    ref: refOf(id),
    record: id,
    notice,
    title: state.form.title,
    saved: clockTime(deps, state.askedAt),
    line: standingLine(deps, state, directory),
    wait: waitLine(deps, state),
    lacking: lackingSlots(await lackingFor(deps, directory, state)),
    ...answerSlots(deps, state, directory),
    filled: filledSlots(state),
    why: state.form.why,
  });
  return { type: 'card', card };
}

/** The request of this press, for the one who asked. */
export async function ownRequest({ deps, person, press }: Pressed): Promise<RequestRecord | undefined> {
  const id = RecordId.safeParse(press.record);
  const found = id.success ? await readRequest(deps, id.data) : undefined;
  return found?.state.asker === person.id ? found : undefined;
}

export const newsSlots = (deps: Deps, { id, state }: RequestRecord, directory: Pressed['directory']) => ({
  ref: refOf(id),
  record: id,
  line: standingLine(deps, state, directory),
});

/** "Open" and "Hide", on one's own request. */
export async function pressOwnRequest(pressed: Pressed): Promise<Answer> {
  const { deps, directory, press } = pressed;
  const found = await ownRequest(pressed);
  if (found === undefined) return nothingHere(deps);
  if (press.do === 'ask.open') return askerCard(pressed, found);
  if (press.do !== 'ask.hide') return line(deps, 'older-button');
  const card = deps.cards.show('ask-news-message', newsSlots(deps, found, directory));
  return { type: 'card', card };
}

/** `my requests`: what this person asked for, and how it stands; newest last. */
export async function myRequests({
  deps,
  directory,
  person,
}: Pick<Pressed, 'deps' | 'directory' | 'person'>): Promise<Answer> {
  const token = deps.keyring.token('asker', person.id);
  const ids: RecordId[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.store.byToken(token, cursor);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== undefined);
  const found = await Promise.all(ids.map((id) => readRequest(deps, id)));
  const mine = found
    .filter((each) => each !== undefined)
    .filter(({ state }) => state.asker === person.id)
    .sort((a, b) => (a.state.askedAt < b.state.askedAt ? -1 : 1))
    .slice(-MOST_LISTED);
  if (mine.length === 0) return line(deps, 'no-requests');
  const requests = mine.map((each) => ({
    ...newsSlots(deps, each, directory),
    title: each.state.form.title,
    saved: clockTime(deps, each.state.askedAt),
  }));
  return { type: 'card', card: deps.cards.show('ask-mine', { requests }) };
}
