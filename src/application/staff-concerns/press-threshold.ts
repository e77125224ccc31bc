import { z } from 'zod';
import { mayDo } from '../../domain/access.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import { canBeJudged } from '../../domain/case/work/judge.ts';
import { Limb, Threshold } from '../../domain/case/work/threshold.ts';
import { RecordId } from '../../domain/ids.ts';
import { type CaseRecord, readCase, runCase } from '../case/case-store.ts';
import { refusalWords } from '../case/refusal-words.ts';
import { nothingHere, opened, type Pressed, showRecord } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { keepLowLevel, namedAdults } from './keep.ts';
import { patternLine } from './on-record.ts';
import { thresholdCard } from './threshold-card.ts';

const LONGEST = 2000;
const listed = (text = ''): readonly string[] => text.split(',').filter((each) => each !== '');

/** What the card's inputs say; undefined while the outcome is not chosen. */
function judgement({ deps, person, press }: Pressed, { state }: CaseRecord): CaseCommand | undefined {
  const { inputs } = press;
  const text = (id: string) => (inputs[id] ?? '').slice(0, LONGEST).trim();
  const outcome = Threshold.shape.outcome.safeParse(inputs.outcome);
  if (!outcome.success) return undefined;
  const named = namedAdults(state);
  const chosen = named.filter((adult) => listed(inputs.adults).includes(adult));
  // Whoever writes what they advised has asked them.
  const otherwise = text('advice') === '' ? 'no' : 'yes';
  const asked = Threshold.shape.lado.shape.asked.catch(otherwise).parse(inputs.asked);
  return {
    type: 'DecideThreshold',
    at: deps.clock.now(),
    by: person.id,
    ...(press.actionId !== undefined && { action: press.actionId }),
    limbs: Limb.options.filter((limb) => listed(inputs.limbs).includes(limb)),
    outcome: outcome.data,
    reason: text('reason'),
    done: text('done'),
    lado: {
      asked,
      when: asked === 'yes' ? `${text('date')} ${text('time')}`.trim().slice(0, 60) : '',
      advice: text('advice'),
    },
    // Nobody ticked is everybody: a concern is never kept of no one.
    ...(named.length > 1 && chosen.length > 0 && { adults: chosen }),
  };
}

const again = async (pressed: Pressed, record: CaseRecord, notice: string): Promise<Answer> => ({
  type: 'keep-form',
  card: await thresholdCard(pressed, record, { notice, inputs: pressed.press.inputs }),
});

/** The judgement, what it means for the low-level concerns, and the record with what to do next. */
async function save(pressed: Pressed, record: CaseRecord): Promise<Answer> {
  const { deps, directory, person } = pressed;
  const { say } = deps.cards;
  const command = judgement(pressed, record);
  if (command === undefined) return again(pressed, record, say('refused-needs-words'));
  const ran = await runCase(deps, record.id, (now) =>
    now !== undefined && mayDo(person, { type: 'work' }, now.state, directory) ? command : undefined,
  );
  if (!ran.ok && ran.refusal.reason === 'not-allowed') return nothingHere(deps);
  if (!ran.ok && ran.refusal.reason !== 'same-again')
    return again(pressed, record, refusalWords(deps, ran.refusal));
  const now = await readCase(deps, record.id);
  if (now?.state.threshold === undefined) return nothingHere(deps);
  await keepLowLevel(deps, now, directory);
  const { outcome } = now.state.threshold;
  const pattern = outcome === 'not-met' ? await patternLine(pressed, now.state) : undefined;
  const saved = [say(`threshold-saved-${outcome}`), pattern].filter((each) => each !== undefined);
  return showRecord(pressed, record.id, { saved: saved.join(' ') });
}

/** The threshold card of a case about an adult, for whoever works the case. */
export async function pressThreshold(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  const id = RecordId.safeParse(press.record);
  const verb = z.enum(['threshold.open', 'threshold.save']).safeParse(press.do);
  if (!id.success || !verb.success || !view) return nothingHere(deps);
  const record = await opened(pressed, id.data);
  if (record === undefined || !canBeJudged(record.state)) return nothingHere(deps);
  return verb.data === 'threshold.save'
    ? save(pressed, record)
    : { type: 'card', card: await thresholdCard(pressed, record) };
}
