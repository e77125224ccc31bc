import { type SlotData, words } from '../../cards/fill.ts';
import { PersonId, type RecordId } from '../../domain/ids.ts';
import { personById } from '../../domain/people/directory.ts';
import { askName } from '../../domain/people/overview.ts';
import type { Ask } from '../../domain/people/record/asks.ts';
import { answerNotMine, type Changed, check } from '../../domain/people/record/change.ts';
import { AskKey } from '../../domain/people/record/state.ts';
import { refuse } from '../../domain/result.ts';
import { nameOf } from '../case/people-words.ts';
import { nothingHere, type Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import type { Answer } from '../intent.ts';
import { changePerson, readPerson, recordOf, todayOf } from '../people/store.ts';
import { mayCheck, readOverview, sitesKept } from './read.ts';
import { waitsFor } from './waits.ts';

/** As many as a card takes; the rest comes when these are answered. */
const AT_ONCE = 8;
const LONGEST = 300;

type Waiting = { readonly person: PersonId; readonly ask: Ask };

async function checkSlots(pressed: Pressed, { person, ask }: Waiting): Promise<readonly SlotData[]> {
  const { deps, directory } = pressed;
  const found = personById(directory, person);
  if (found === undefined || ask.kind !== 'training') return [];
  const { record } = await readPerson(deps, found);
  const taken = (record.taken[ask.training.id] ?? []).find(({ on, checked }) => on === ask.last && !checked);
  if (taken === undefined) return [];
  return [
    {
      record: recordOf(deps, person),
      arg: `${person} ${ask.key} ${taken.on}`,
      name: words(nameOf(deps, directory, person)),
      what: deps.cards.say('check-what', { name: askName(ask), date: dayWords(taken.on) }),
      certificate: taken.certificate ? words(taken.certificate) : undefined,
    },
  ];
}

/** What waits to be checked, and what somebody says is not theirs any more. */
async function list(pressed: Pressed, notice?: string): Promise<Answer> {
  const { deps, directory, person } = pressed;
  const overview = await readOverview(deps, directory, sitesKept(deps, person));
  const waits = waitsFor(deps, directory, person, overview);
  const notMine = waits.notMine.slice(0, AT_ONCE);
  const checks = (
    await Promise.all(waits.toCheck.slice(0, AT_ONCE).map((each) => checkSlots(pressed, each)))
  ).flat();
  return {
    type: 'card',
    card: deps.cards.show('to-check', {
      notice: notice && deps.cards.say(notice),
      none: checks.length + notMine.length === 0,
      checks,
      notMine: notMine.map((each) => ({
        record: recordOf(deps, each.person),
        arg: `${each.person} ${each.ask.key}`,
        name: words(nameOf(deps, directory, each.person)),
        what: askName(each.ask),
      })),
    }),
  };
}

/** Whose record it is, and what of it, as the button says; signed, and checked against who may. */
function meant({ deps, directory, person, press }: Pressed, record: RecordId | undefined) {
  const [id, key, on] = (press.arg ?? '').split(' ');
  const who = PersonId.safeParse(id).data;
  const found = who && personById(directory, who);
  const ask = AskKey.safeParse(key).data;
  if (found === undefined || ask === undefined || recordOf(deps, found.id) !== record) return undefined;
  const kept = sitesKept(deps, person);
  return found.roles.some(({ site }) => kept.includes(site)) ? { person: found, key: ask, on } : undefined;
}

/** "It is right", "It is not", "They do not need it", "It is still theirs". */
export async function pressToCheck(pressed: Pressed, id: RecordId | undefined): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  if (press.do === 'glance.check') return list(pressed);
  const found = meant(pressed, id);
  if (found === undefined) return nothingHere(deps);
  const training = deps.policy.training.find(({ id: each }) => found.key === `training:${each}`);
  const isCheck = ['glance.right', 'glance.wrong', 'glance.refuse'].includes(press.do);
  if (isCheck && (training === undefined || !mayCheck(deps, directory, person, training, found.person)))
    return nothingHere(deps);
  const act = { by: person.id, at: deps.clock.now(), today: todayOf(deps) };
  const why = (press.inputs.why ?? '').slice(0, LONGEST).trim();
  if (press.do === 'glance.wrong')
    return {
      type: 'card',
      card: deps.cards.show('form-wrong', { record: id ?? '', arg: press.arg ?? '', notice: undefined }),
    };
  const changed = await changePerson(deps, found.person, (record): Changed => {
    const { key, on = '' } = found;
    switch (press.do) {
      case 'glance.right':
        return check(record, training?.id ?? '', { on, right: true, why }, act);
      case 'glance.refuse':
        return check(record, training?.id ?? '', { on, right: false, why }, act);
      case 'glance.gone':
        return answerNotMine(record, key, true, act);
      case 'glance.theirs':
        return answerNotMine(record, key, false, act);
      default:
        return refuse('nothing-new');
    }
  });
  if (!changed.ok && changed.refusal === 'no-reason')
    return {
      type: 'keep-form',
      card: deps.cards.show('form-wrong', {
        record: id ?? '',
        arg: press.arg ?? '',
        notice: deps.cards.say('check-no-reason'),
      }),
    };
  return list(pressed, changed.ok ? 'check-saved' : undefined);
}
