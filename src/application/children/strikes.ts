import { mayDo } from '../../domain/access.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import { linkOf } from '../../domain/case/work/links.ts';
import { strikesFor } from '../../domain/child/seconders.ts';
import { type RecordId, StepId } from '../../domain/ids.ts';
import { addressesOf } from '../addresses.ts';
import { noteAttempt } from '../attempts.ts';
import { type CaseRecord, readCase, runCase } from '../case/case-store.ts';
import { refusalWords } from '../case/refusal-words.ts';
import { line, nothingHere, type Pressed, showRecord } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { type ChildRecord, readChild } from './child-store.ts';
import { readersSince, strikeCard } from './match-cards.ts';

const LONGEST = 2000;

interface Strike {
  readonly record: CaseRecord;
  readonly place: number;
  readonly child: ChildRecord;
}

/** What this person is asked about: the child that the button names, or the first. Messages name none. */
async function find({ deps, directory, person, press }: Pressed, id: RecordId): Promise<Strike | undefined> {
  const record = await readCase(deps, id);
  if (record === undefined) return undefined;
  const asked = strikesFor(record.state, directory, person);
  const place = press.arg ? asked.find((each) => `${each}` === press.arg) : asked[0];
  const link = place === undefined ? undefined : linkOf(record.state, place);
  const child = link && (await readChild(deps, link.register));
  return place === undefined || child === undefined ? undefined : { record, place, child };
}

const act = ({ deps, person, press }: Pressed) => ({
  at: deps.clock.now(),
  by: person.id,
  ...(press.actionId !== undefined && { action: press.actionId }),
});

/** The opening is recorded before the first byte is shown: of the record, or of the question alone. */
async function open(pressed: Pressed, { record, place, child }: Strike): Promise<Answer> {
  const { deps, directory, person } = pressed;
  const { at, by } = act(pressed);
  const ran = await runCase(deps, record.id, (now): CaseCommand | undefined => {
    if (now === undefined || !strikesFor(now.state, directory, person).includes(place)) return undefined;
    return mayDo(person, { type: 'work' }, now.state, directory)
      ? { type: 'OpenRecord', at, by }
      : { type: 'OpenRequest', at, by, step: StepId.parse(`strike.child-${place + 1}`) };
  });
  const card = ran.ok ? strikeCard(pressed, record, place, child) : undefined;
  return card === undefined ? nothingHere(deps) : { type: 'card', card };
}

/** Yes or no, from a second person; a no has a reason. */
async function answer(pressed: Pressed, { record, place, child }: Strike): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const isYes = press.do === 'child.agree';
  const link = linkOf(record.state, place);
  const reason = (press.inputs.reason ?? '').slice(0, LONGEST).trim();
  const said = { ...act(pressed), child: place };
  const seenBy = link === undefined ? [] : readersSince(child, link.at);
  const ran = await runCase(deps, record.id, (now): CaseCommand | undefined => {
    if (now === undefined || !strikesFor(now.state, directory, person).includes(place)) return undefined;
    return isYes ? { type: 'AgreeStrike', ...said, seenBy } : { type: 'DeclineStrike', ...said, reason };
  });
  if (!ran.ok && ran.refusal.reason !== 'same-again') {
    const card = strikeCard(pressed, record, place, child, refusalWords(deps, ran.refusal));
    return card === undefined ? nothingHere(deps) : { type: 'keep-form', card };
  }
  const saved = isYes ? 'child-struck' : 'child-stays';
  return mayDo(person, { type: 'work' }, record.state, directory)
    ? showRecord(pressed, record.id, { saved: deps.cards.say(saved) })
    : line(deps, saved);
}

/** "Is it in the wrong child's story?", for whoever may agree or decline. */
export async function pressStrike(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  const strike = await find(pressed, id);
  if (strike === undefined) {
    await noteAttempt(deps, id, person);
    return nothingHere(deps);
  }
  if (!view)
    return line(deps, (await addressesOf(deps, person)).length > 0 ? 'in-your-chat' : 'open-chat-first');
  return press.do === 'child.strike' ? open(pressed, strike) : answer(pressed, strike);
}
