import { words } from '../../cards/fill.ts';
import { barred, mayDo } from '../../domain/access.ts';
import { isJudged } from '../../domain/case/work/threshold.ts';
import { RecordId, refOf } from '../../domain/ids.ts';
import { mayReadLowLevel } from '../../domain/low-level/managers.ts';
import type { LowLevelState } from '../../domain/low-level/state.ts';
import { noteAttempt } from '../attempts.ts';
import { readCase, runCase } from '../case/case-store.ts';
import { nameOf } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import { nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { countFor, countLine } from './count.ts';
import { keepLowLevel } from './keep.ts';
import { longDay, lowLevel, lowLevelList } from './low-level-list.ts';
import { readLowLevel, runLowLevel } from './low-level-store.ts';

const LONGEST = 2000;

interface Shown {
  readonly notice?: string;
  readonly saved?: string;
}

async function cardOf(pressed: Pressed, id: RecordId, state: LowLevelState, { notice, saved }: Shown = {}) {
  const { deps, directory, person, press } = pressed;
  const { say } = deps.cards;
  const { adult, raised } = state;
  const count = adult === undefined || raised ? 0 : await countFor(deps, adult, person.id);
  const found = await readCase(deps, state.case);
  return deps.cards.show('low-level-one', {
    id,
    ref: refOf(state.case),
    case: state.case,
    notice,
    saved,
    date: longDay(state.date),
    who: words(adult === undefined ? say('low-level-unnamed') : nameOf(deps, directory, adult)),
    count: countLine(deps, count),
    raised: raised && say('low-level-raised', { time: clockTime(deps, raised.at) }),
    context: words(state.context),
    done: words(state.done),
    by: words(nameOf(deps, directory, state.by)),
    at: clockTime(deps, state.at),
    canRaise: raised === undefined,
    canOpen: found !== undefined && mayDo(person, { type: 'work' }, found.state, directory),
    'typed-reason': words(notice === undefined ? '' : (press.inputs.reason ?? '')),
  });
}

/** The concern, for its case manager; that it was opened is written down before the first byte is shown. */
async function read(pressed: Pressed, id: RecordId): Promise<LowLevelState | undefined> {
  const { deps, directory, person } = pressed;
  const ran = await runLowLevel(deps, id, (kept) =>
    kept !== undefined && mayReadLowLevel(deps.policy, directory, person, kept)
      ? { type: 'OpenConcern', at: deps.clock.now(), by: person.id }
      : undefined,
  );
  if (!ran.ok) await noteAttempt(deps, id, person);
  return ran.ok ? ran.value : undefined;
}

/**
 * It is more than a low-level concern: the case it came from is open again, not sure counts as met until the LADO has
 * advised, and what was kept of it is an allegation from now on.
 */
async function raise(pressed: Pressed, id: RecordId, state: LowLevelState): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const { say } = deps.cards;
  const reason = (press.inputs.reason ?? '').slice(0, LONGEST).trim();
  if (reason === '')
    return {
      type: 'keep-form',
      card: await cardOf(pressed, id, state, { notice: say('refused-needs-words') }),
    };
  const act = { at: deps.clock.now(), by: person.id };
  await runCase(deps, state.case, (now) =>
    now?.state.progress.status === 'closed' && !barred(now.state, directory).has(person.id)
      ? { type: 'Reopen', ...act, reason }
      : undefined,
  );
  await runCase(deps, state.case, (now) => {
    if (now === undefined || !isJudged(now.state) || barred(now.state, directory).has(person.id))
      return undefined;
    const { lado, done = '' } = now.state.threshold ?? { lado: { asked: 'no', when: '', advice: '' } };
    return { type: 'DecideThreshold', ...act, limbs: [], outcome: 'unsure', reason, lado, done };
  });
  const found = await readCase(deps, state.case);
  if (found !== undefined) await keepLowLevel(deps, found, directory);
  const now = await readLowLevel(deps, id);
  if (now?.state.raised === undefined) return nothingHere(deps);
  return {
    type: 'card',
    card: await cardOf(pressed, id, now.state, { saved: say('low-level-raised-saved') }),
  };
}

/** The store of low-level concerns, for whoever manages worries about the adult in question. */
export async function pressLowLevel(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  if (!view) return nothingHere(deps);
  if (press.do === 'low-level.hide') return lowLevel({ ...pressed, view: false });
  if (press.do === 'low-level.list') return lowLevelList(pressed, Number(press.arg ?? '0'));
  const id = RecordId.safeParse(press.record);
  if (!id.success || !['low-level.open', 'low-level.raise'].includes(press.do)) return nothingHere(deps);
  const state = await read(pressed, id.data);
  if (state === undefined) return nothingHere(deps);
  return press.do === 'low-level.raise' && state.raised === undefined
    ? raise(pressed, id.data, state)
    : { type: 'card', card: await cardOf(pressed, id.data, state) };
}
