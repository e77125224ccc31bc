import { mayDo } from '../../domain/access.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import { IMAGE, isAboutImages, isSearch, isStopped, stoppingStep } from '../../domain/case/search.ts';
import type { CaseState, CaseStep } from '../../domain/case/state.ts';
import { RecordId, refOf } from '../../domain/ids.ts';
import { stepArg } from '../case/case-commands.ts';
import { type CaseRecord, readCase, runCase } from '../case/case-store.ts';
import { refusalWords } from '../case/refusal-words.ts';
import { reporterLine } from '../case/status-line.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { searchMessage, stopCard, type WalkShown, walkCard } from './cards.ts';
import { pressStart } from './start.ts';

const LONGEST = 2000;

/** Boxes are numbered by step: only one step stands on a card. */
function typedIn({ press }: Pressed, box: string): string {
  const found = Object.entries(press.inputs).find(([id]) => id.replace(/-\d+$/, '') === box);
  return (found?.[1] ?? '').slice(0, LONGEST).trim();
}

const isTheirs = ({ person, directory }: Pressed, { state }: CaseRecord, found?: CaseStep): boolean =>
  mayDo(person, { type: 'on-the-spot', ...(found && { step: found.step }) }, state, directory);

const act = ({ deps, person, press }: Pressed) => ({
  at: deps.clock.now(),
  by: person.id,
  ...(press.actionId !== undefined && { action: press.actionId }),
});

/** The step that a button of the walk names, whether it is there or was taken away by an answer. */
function stepIn({ press }: Pressed, state: CaseState): CaseStep | undefined {
  const at = stepArg(press.arg);
  return at && state.steps.find(({ step }) => step.id === at.step);
}

/** Who holds it, where, and why: a line each, so that the record has the whole chain. */
function custody(pressed: Pressed, { step }: CaseStep): { readonly answer: string; readonly note: string } {
  const { say } = pressed.deps.cards;
  const who = typedIn(pressed, 'who');
  const lines = [
    ...(step.answers === undefined ? [] : [['spot-who', who] as const]),
    ['spot-place', typedIn(pressed, 'place')] as const,
    ['spot-because', typedIn(pressed, 'because')] as const,
  ];
  // Half a chain of custody is none.
  if (lines.some(([, text]) => text === '')) return { answer: '', note: '' };
  return {
    answer: step.answers === undefined ? who : typedIn(pressed, 'answer'),
    note: lines.map(([name, text]) => `${say(name)} ${text}`).join('\n'),
  };
}

/** Undefined: something that is needed was left out. */
function doStep(pressed: Pressed, found: CaseStep): CaseCommand | undefined {
  const { say } = pressed.deps.cards;
  const { step } = found;
  const note = typedIn(pressed, 'note');
  const done = { type: 'DoStep', ...act(pressed), step: step.id } as const;
  if (step.kind === 'custody') return { ...done, ...custody(pressed, found) };
  if (step.kind === 'record' && note === '') return undefined;
  const answer = typedIn(pressed, 'answer');
  if (!isAboutImages(found) || answer === IMAGE.clear || answer === '') return { ...done, answer, note };
  return { ...done, answer, note: [say('spot-stopped'), note].filter(Boolean).join('\n'), stops: true };
}

function commandOf(pressed: Pressed, record: CaseRecord): CaseCommand | undefined {
  const found = stepIn(pressed, record.state);
  if (found === undefined || !isTheirs(pressed, record, found)) return undefined;
  switch (pressed.press.do) {
    case 'spot.next':
      return doStep(pressed, found);
    case 'spot.skip':
      return { type: 'ReasonAway', ...act(pressed), step: found.step.id, reason: typedIn(pressed, 'note') };
    default:
      return undefined;
  }
}

/** Written down wherever the search stands, and the team is told at once: as an answer, or else as words that are added. */
function stopCommand(pressed: Pressed, { state }: CaseRecord): CaseCommand {
  const note = pressed.deps.cards.say('spot-stopped');
  const found = stoppingStep(state);
  const answer = found?.step.answers?.find((each) => each !== IMAGE.clear);
  const isClosed = state.progress.status === 'closed';
  return found === undefined || answer === undefined || isClosed
    ? { type: 'GiveInformation', ...act(pressed), text: note }
    : { type: 'DoStep', ...act(pressed), step: found.step.id, answer, note, stops: true };
}

async function stop(pressed: Pressed, record: CaseRecord): Promise<Answer> {
  const { deps } = pressed;
  if (!isStopped(record.state))
    await runCase(deps, record.id, (now) =>
      now !== undefined && isTheirs(pressed, now) ? stopCommand(pressed, now) : undefined,
    );
  return { type: 'card', card: stopCard(deps, record) };
}

/** Where the search stands now, for the one who is there. */
async function show(pressed: Pressed, id: RecordId, shown: WalkShown = {}): Promise<Answer> {
  const { deps, directory } = pressed;
  const record = await readCase(deps, id);
  if (record === undefined || !isTheirs(pressed, record)) return nothingHere(deps);
  return { type: 'card', card: walkCard(deps, directory, record, shown) };
}

/** One step, and then the next one. */
async function goOn(pressed: Pressed, before: CaseRecord): Promise<Answer> {
  const { deps, press } = pressed;
  const { id } = before;
  if (before.state.progress.status === 'closed')
    return show(pressed, id, { notice: deps.cards.say('refused-no-such-step') });
  const ran = await runCase(deps, id, (record) => record && commandOf(pressed, record));
  if (ran.ok || ran.refusal.reason === 'same-again') {
    const found = stepIn(pressed, ran.ok ? ran.value : before.state);
    const stops = found !== undefined && isAboutImages(found) && ran.ok && isStopped(ran.value);
    return stops ? { type: 'card', card: stopCard(deps, before) } : show(pressed, id, { saved: true });
  }
  const isEmpty = ran.refusal.reason === 'not-allowed';
  const found = stepIn(pressed, before.state);
  if (isEmpty && (found === undefined || !isTheirs(pressed, before, found))) return nothingHere(deps);
  const notice = isEmpty ? deps.cards.say('refused-needs-words') : refusalWords(deps, ran.refusal);
  const isMendable = ['needs-words', 'not-allowed', 'not-offered'].includes(ran.refusal.reason);
  const answer = await show(pressed, id, { notice, ...(isMendable && { typed: press.inputs }) });
  return answer.type === 'card' && isMendable ? { ...answer, type: 'keep-form' } : answer;
}

/** The message that stands in their chat, in place of what was open. */
const hide = ({ deps, directory }: Pressed, { id, state }: CaseRecord): Answer => {
  const { card, line: text } = searchMessage(deps, state) ?? {
    card: 'reporter-message',
    line: reporterLine(deps, state, directory),
  };
  const slots = { ref: refOf(id), case: id, line: text, arg: undefined, urgent: false, again: false };
  return { type: 'card', card: deps.cards.show(card, slots) };
};

/** Every button of a guided search, for the member of staff who is there. */
export async function pressSpot(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  if (press.do === 'spot.begin') {
    const begun = await pressStart(pressed, press);
    return typeof begun === 'string' ? show(pressed, begun) : begun;
  }
  const id = RecordId.safeParse(press.record);
  const record = id.success ? await readCase(deps, id.data) : undefined;
  if (record === undefined || !isSearch(record.state) || !isTheirs(pressed, record)) return nothingHere(deps);
  switch (press.do) {
    case 'spot.open':
      return show(pressed, record.id);
    case 'spot.hide':
      return hide(pressed, record);
    case 'spot.stop':
      return stop(pressed, record);
    case 'spot.next':
    case 'spot.skip':
      return goOn(pressed, record);
    default:
      return nothingHere(deps);
  }
}
