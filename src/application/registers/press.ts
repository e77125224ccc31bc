import { type SlotData, words } from '../../cards/fill.ts';
import { RecordId } from '../../domain/ids.ts';
import type { Register } from '../../domain/policy/register.ts';
import { mayEnd } from '../../domain/request/access.ts';
import { isSameChild, type NamedChild } from '../../domain/request/named-child.ts';
import type { RequestState } from '../../domain/request/state.ts';
import { nameOf } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { type RequestRecord, readRequest, runRequest } from '../requests/store.ts';
import { answerSlots, filledSlots, keptLine } from '../requests/words.ts';
import { type Entry, entriesNamed, holds } from './entries.ts';
import { entrySlots, frameSlots, registerCard, thinCard } from './list.ts';
import { lackingNow, lackingSlots } from './needs.ts';
import { newerThan } from './replaced.ts';
import { registerOf, registersSeen, sitesSeen } from './seen.ts';

const LONGEST = 1000;
const STANDING: readonly string[] = ['approved', 'done', 'over'];

function endedSlots({ deps, directory }: Pressed, { progress }: RequestState): SlotData {
  if (progress.status !== 'ended') return { ended: undefined, reason: undefined };
  const { by, at, words: reason } = progress.ended;
  return {
    ended: words(`${nameOf(deps, directory, by)}, ${clockTime(deps, at)}`),
    reason: words(reason ?? deps.cards.say('kept-no-reason')),
  };
}

/** All that one entry says, with who wrote it and who allowed it. */
async function entryCard(
  pressed: Pressed,
  register: Register,
  { id, state }: RequestRecord,
  notice?: string,
): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const { status } = state.progress;
  const isReplaced = (await newerThan(deps, { id, state })) !== undefined;
  const line = isReplaced ? deps.cards.say('kept-replaced') : keptLine(deps, state);
  const card = deps.cards.show('kept-entry', {
    register: register.id,
    record: id,
    notice,
    title: register.title,
    line: line ?? '',
    filled: filledSlots(state),
    who: words(`${nameOf(deps, directory, state.asker)}, ${clockTime(deps, state.askedAt)}`),
    ...answerSlots(deps, state, directory),
    ...endedSlots(pressed, state),
    // A consent that was taken back since, or a colleague who left: whoever looks is told.
    lacking: lackingSlots(status === 'ended' ? [] : await lackingNow(deps, directory, state)),
    why: state.form.why,
    ends: STANDING.includes(status) && mayEnd(person, state, directory),
    'typed-why': words((press.inputs.why ?? '').slice(0, LONGEST)),
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

/** Whoever reads an entry is written down before it is shown. */
async function open(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps, person } = pressed;
  const found = await readRequest(deps, id);
  const register = found && registerOf(deps, person, found.state);
  // What never stood is in no register.
  if (found === undefined || register === undefined || keptLine(deps, found.state) === undefined)
    return nothingHere(deps);
  const ran = await runRequest(deps, id, (state) =>
    state !== undefined && registerOf(deps, person, state)
      ? { type: 'Read', at: deps.clock.now(), by: person.id }
      : undefined,
  );
  return ran.ok ? entryCard(pressed, register, { ...found, state: ran.value }) : nothingHere(deps);
}

/** Taken back, with a reason. Nothing is deleted: it is not in the list any more. */
async function end(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const found = await readRequest(deps, id);
  const register = found && registerOf(deps, person, found.state);
  if (found === undefined || register === undefined) return nothingHere(deps);
  const ran = await runRequest(deps, id, (state) =>
    state !== undefined && registerOf(deps, person, state) && mayEnd(person, state, directory)
      ? {
          type: 'EndEntry',
          at: deps.clock.now(),
          by: person.id,
          words: (press.inputs.why ?? '').slice(0, LONGEST),
        }
      : undefined,
  );
  if (ran.ok)
    return entryCard({ ...pressed, press: { ...press, inputs: {} } }, register, {
      ...found,
      state: ran.value,
    });
  switch (ran.refusal.reason) {
    case 'needs-words':
      return entryCard(pressed, register, found, deps.cards.say('kept-mend-why'));
    case 'nothing-to-end': {
      const after = (await readRequest(deps, id)) ?? found;
      const shown = await entryCard(pressed, register, after, deps.cards.say('refused-already-done'));
      return shown.type === 'keep-form' ? { ...shown, type: 'card' } : shown;
    }
    default:
      return nothingHere(deps);
  }
}

const fits = (child: NamedChild, { brief }: Entry): boolean =>
  child.group === '' || (brief.child !== undefined && isSameChild(brief.child, child));

/** One child, by name and class: their entry, or that nothing is recorded. */
async function find(pressed: Pressed, register: Register): Promise<Answer> {
  const { deps, person, press } = pressed;
  const child = { name: (press.inputs.name ?? '').trim(), group: (press.inputs.class ?? '').trim() };
  const sites = sitesSeen(deps, person, register);
  const named = (await Promise.all(sites.map((site) => entriesNamed(deps, register.id, site, child)))).flat();
  const found = named.filter((entry) => fits(child, entry));
  const [only, second] = found;
  const { say } = deps.cards;
  if (only !== undefined && second === undefined && holds(deps, only)) return open(pressed, only.id);
  const isNone = !found.some((entry) => holds(deps, entry));
  const shown = found.length > 0 ? found : named;
  const card = deps.cards.show('kept-list', {
    ...frameSlots(pressed, register, press.inputs),
    notice:
      child.name === '' ? say('kept-find-none') : second === undefined ? undefined : say('kept-who-class'),
    none: child.name !== '' && isNone ? register.none : undefined,
    other: found.length === 0 && named.length > 0 ? say('kept-other-class') : undefined,
    entries: shown.slice(0, 10).map((entry) => entrySlots(pressed, register, entry)),
    where: undefined,
    previous: undefined,
    next: undefined,
  });
  return { type: 'card', card };
}

/** Every button of a register. Who may see it is asked on every press. */
export async function pressKept(pressed: Pressed): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  const id = RecordId.safeParse(press.record);
  if (id.success && press.do === 'kept.open') return open(pressed, id.data);
  if (id.success && press.do === 'kept.end') return end(pressed, id.data);
  const [wanted, page = '0'] = (press.arg ?? '').split(':');
  const register = registersSeen(deps, person).find((each) => each.id === wanted);
  if (register === undefined) return nothingHere(deps);
  switch (press.do) {
    case 'kept.list':
      return registerCard(pressed, register, /^\d{1,4}$/.test(page) ? Number(page) : 0);
    case 'kept.find':
      return find(pressed, register);
    case 'kept.hide':
      return thinCard(deps, register);
    default:
      return line(deps, 'older-button');
  }
}
