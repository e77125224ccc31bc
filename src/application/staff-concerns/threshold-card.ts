import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { stepsOf } from '../../domain/case/state.ts';
import { Limb, Threshold } from '../../domain/case/work/threshold.ts';
import { refOf } from '../../domain/ids.ts';
import type { CaseRecord } from '../case/case-store.ts';
import { cited, nameOf } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import type { Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import { countFor } from './count.ts';
import { namedAdults } from './keep.ts';

/** Rules of the policy beside ours; each stands on the record as well. */
const RULES_SHOWN = 4;
/** As much of a typed name as a line has room for. */
const LONGEST_NAME = 80;

function neversOf(deps: Deps, state: CaseState): readonly SlotData[] {
  const nevers = stepsOf(state).filter(({ step }) => step.kind === 'never');
  return nevers.slice(0, RULES_SHOWN).map(({ step }) => ({ text: step.text, why: cited(deps, step.why) }));
}

function earlier({ cards }: Deps, count: number): string {
  if (count === 0) return cards.say('low-level-none-before');
  return count === 1 ? cards.say('low-level-one-before') : cards.say('low-level-before', { count });
}

/** Each adult in it, with what is kept about them; of a typed name nothing is known. */
async function peopleIn({ deps, directory, person }: Pressed, { report }: CaseState) {
  return Promise.all(
    (report?.adults ?? []).map(async (adult): Promise<SlotData> => {
      if (!('person' in adult)) return { who: words(adult.name.slice(0, LONGEST_NAME)), earlier: '' };
      const count = await countFor(deps, adult.person, person.id);
      return { who: words(`${nameOf(deps, directory, adult.person)}:`), earlier: earlier(deps, count) };
    }),
  );
}

/** What the form holds: what was typed just now, or else the latest judgement. */
function filled({ threshold }: CaseState, inputs: Readonly<Record<string, string>> | undefined) {
  const { date = '', time = '' } =
    /^(?<date>\S*) ?(?<time>\S*)$/.exec(threshold?.lado.when ?? '')?.groups ?? {};
  const before: Readonly<Record<string, string | undefined>> = {
    limbs: threshold?.limbs.join(','),
    outcome: threshold?.outcome,
    reason: threshold?.reason,
    done: threshold?.done,
    asked: threshold?.lado.asked,
    date,
    time,
    advice: threshold?.lado.advice,
  };
  return inputs ?? before;
}

/** The four limbs, the reason, the LADO and the outcome, beside what nobody may do before advice. */
export async function thresholdCard(
  pressed: Pressed,
  { id, state }: CaseRecord,
  shown: { readonly notice?: string; readonly inputs?: Readonly<Record<string, string>> } = {},
): Promise<Card> {
  const { deps, directory } = pressed;
  const { say } = deps.cards;
  const { threshold } = state;
  const named = namedAdults(state);
  const now = filled(state, shown.inputs);
  const typed = (name: string) => words(now[name] ?? '');
  return deps.cards.show('threshold', {
    ref: refOf(id),
    case: id,
    notice: shown.notice,
    quiet: say('threshold-quiet'),
    rules: neversOf(deps, state),
    people: await peopleIn(pressed, state),
    standing:
      threshold &&
      say('threshold-standing', {
        outcome: `${say(`threshold-${threshold.outcome}`)}.`,
        time: clockTime(deps, threshold.at),
      }),
    adults: named.length > 1 ? named.map((value) => ({ value, title: nameOf(deps, directory, value) })) : [],
    chosen: words(shown.inputs?.adults ?? (threshold?.adults ?? named).join(',')),
    limbs: Limb.options.map((value) => ({ value, title: say(`limb-${value}`) })),
    ticked: typed('limbs'),
    outcomes: Threshold.shape.outcome.options.map((value) => ({ value, title: say(`threshold-${value}`) })),
    outcome: typed('outcome'),
    askeds: Threshold.shape.lado.shape.asked.options.map((value) => ({ value, title: say(`lado-${value}`) })),
    asked: typed('asked'),
    'typed-reason': typed('reason'),
    'typed-done': typed('done'),
    'typed-date': typed('date'),
    'typed-time': typed('time'),
    'typed-advice': typed('advice'),
  });
}
