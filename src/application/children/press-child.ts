import { mayDo } from '../../domain/access.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import { linkOf } from '../../domain/case/work/links.ts';
import { emptyEntry } from '../../domain/child/entry.ts';
import { ChildId, type RecordId, RecordId as RecordIdSchema } from '../../domain/ids.ts';
import { noteAttempt } from '../attempts.ts';
import { type CaseRecord, runCase } from '../case/case-store.ts';
import { refusalWords } from '../case/refusal-words.ts';
import { line, nothingHere, opened, type Pressed, showRecord } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { type ChildRecord, childMadeAt, readChild, runChild } from './child-store.ts';
import { matchCard, readersSince, whoCard, wrongCard } from './match-cards.ts';
import { pressRegister } from './press-register.ts';
import { leadsChild, sitesLed } from './register.ts';
import { pressStrike } from './strikes.ts';

const LONGEST = 2000;

/** "1@k7q4…": a child of the case, and one of the register. */
function argOf(arg = ''): { readonly place: number; readonly register?: ChildId | undefined } {
  const [place = '', register] = arg.split('@');
  return { place: /^\d{1,3}$/.test(place) ? Number(place) : -1, register: ChildId.safeParse(register).data };
}

const act = ({ deps, person, press }: Pressed) => ({
  at: deps.clock.now(),
  by: person.id,
  ...(press.actionId !== undefined && { action: press.actionId }),
});

/** The case, for somebody who works it and leads its site: the register is nobody else's. */
async function forLead(pressed: Pressed, id: RecordId): Promise<CaseRecord | undefined> {
  const { deps, person } = pressed;
  const record = await opened(pressed, id);
  if (record === undefined) return undefined;
  if (sitesLed(deps, person).includes(record.state.site)) return record;
  await noteAttempt(deps, id, person);
  return undefined;
}

/** A child of the register whose site this person leads. */
async function ofTheirs(
  { deps, person }: Pressed,
  id: ChildId | undefined,
): Promise<ChildRecord | undefined> {
  const child = id === undefined ? undefined : await readChild(deps, id);
  return child !== undefined && leadsChild(deps, person, child.state) ? child : undefined;
}

/** One command on the case as it is now, and the record with what came of it on top. */
async function changed(
  pressed: Pressed,
  record: CaseRecord,
  command: CaseCommand,
  saved: string,
): Promise<Answer> {
  const { deps, directory, person } = pressed;
  const ran = await runCase(deps, record.id, (now) =>
    now !== undefined && mayDo(person, { type: 'work' }, now.state, directory) ? command : undefined,
  );
  if (ran.ok || ran.refusal.reason === 'same-again')
    return showRecord(pressed, record.id, { saved: deps.cards.say(saved) });
  return showRecord(pressed, record.id, { notice: refusalWords(deps, ran.refusal) });
}

/** "New": a child who is on no list, as far as the report knows them; then the link. Made once, however often it is pressed. */
async function enter(pressed: Pressed, record: CaseRecord, place: number): Promise<Answer> {
  const { deps } = pressed;
  const { children, site, struck } = record.state;
  const written = children[place];
  if (written === undefined) return nothingHere(deps);
  // Of a link that was struck through, that child is somebody else: this one is anew.
  const before = struck.filter(({ child }) => child === place).length;
  const register = childMadeAt(deps, record.id, place, before);
  const entry = {
    ...emptyEntry((written.name || written.description).slice(0, 120).toWellFormed()),
    knownAs: written.knownAs,
    group: written.year.slice(0, 60).toWellFormed(),
  };
  await runChild(deps, register, (now) =>
    now === undefined
      ? { type: 'EnterChild', ...act(pressed), entry, sites: [site], from: 'triage' }
      : undefined,
  );
  return changed(
    pressed,
    record,
    { type: 'LinkChild', ...act(pressed), child: place, register },
    'child-new',
  );
}

/** "This is another child": taken back at once, unless others have read it in that story; then a second person is asked. */
async function undo(
  pressed: Pressed,
  record: CaseRecord,
  place: number,
  child: ChildRecord,
): Promise<Answer> {
  const { deps, person, press } = pressed;
  const link = linkOf(record.state, place);
  if (link === undefined || link.register !== child.id) return showRecord(pressed, record.id);
  const reason = (press.inputs.reason ?? '').slice(0, LONGEST).trim();
  if (reason === '') {
    const notice = deps.cards.say('refused-needs-words');
    return { type: 'keep-form', card: wrongCard(pressed, record, place, child, notice) };
  }
  const seen = readersSince(child, link.at, person.id).length > 0;
  const said = { ...act(pressed), child: place, reason };
  return seen
    ? changed(pressed, record, { type: 'AskStrike', ...said }, 'child-strike-asked')
    : changed(pressed, record, { type: 'UndoLink', ...said, seen }, 'child-undone');
}

/** Every button about the children of a case, for leads of its site. */
async function pressOnCase(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps, press } = pressed;
  const record = await forLead(pressed, id);
  if (record === undefined) return nothingHere(deps);
  if (press.do === 'child.who') return { type: 'card', card: await whoCard(pressed, record) };
  const { place, register } = argOf(press.arg);
  const written = record.state.children[place];
  if (written === undefined) return nothingHere(deps);
  const child = await ofTheirs(pressed, register ?? linkOf(record.state, place)?.register);
  switch (press.do) {
    case 'child.match':
      return { type: 'card', card: await matchCard(pressed, record, place, written) };
    case 'child.new':
      return enter(pressed, record, place);
    case 'child.unsure':
      return changed(pressed, record, { type: 'LeaveUnsure', ...act(pressed), child: place }, 'child-unsure');
    case 'child.link':
      if (child === undefined || register === undefined) return nothingHere(deps);
      return changed(
        pressed,
        record,
        { type: 'LinkChild', ...act(pressed), child: place, register },
        'child-linked',
      );
    case 'child.wrong':
      if (child === undefined) return nothingHere(deps);
      return { type: 'card', card: wrongCard(pressed, record, place, child) };
    case 'child.undo':
      return child === undefined ? nothingHere(deps) : undo(pressed, record, place, child);
    default:
      return line(deps, 'older-button');
  }
}

const OF_REGISTER = ['child.find', 'child.entry', 'child.edit', 'child.save'];
const OF_STRIKES = ['child.strike', 'child.agree', 'child.decline'];

/** Everything about the register: who is who in a case, whether that was wrong, and what it says of a child. */
export async function pressChild(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  if (OF_REGISTER.includes(press.do)) return pressRegister(pressed);
  const id = RecordIdSchema.safeParse(press.record);
  if (!id.success) return nothingHere(deps);
  if (OF_STRIKES.includes(press.do)) return pressStrike(pressed, id.data);
  return view ? pressOnCase(pressed, id.data) : nothingHere(deps);
}
