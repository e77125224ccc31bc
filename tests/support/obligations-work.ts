import type { ActionExecute, Card } from '../../src/cards/model.ts';
import { lockedBy, stepOf } from '../../src/domain/case/state.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { leavesOf } from './check-card.ts';
import { stateOf } from './concern.ts';
import { pressVerb } from './obligations-report.ts';
import type { Client, Organisation } from './organisation.ts';
import { buttonsOf } from './press.ts';
import { asJudgement } from './threshold-typed.ts';

type Typed = Readonly<Record<string, string>>;

/** "nudes.police", "police", or words of the step's line. */
export type Which = string | RegExp;

/** The first choice, or some words, for every input that must be filled. */
const plainly = (card: Card): Typed =>
  Object.fromEntries(
    leavesOf(card.body).flatMap((leaf): readonly (readonly [string, string])[] => {
      if (!('isRequired' in leaf) || leaf.isRequired !== true) return [];
      if (leaf.type === 'Input.ChoiceSet') return [[leaf.id, leaf.value ?? leaf.choices[0]?.value ?? '']];
      if (leaf.type === 'Input.Text') return [[leaf.id, leaf.value ?? 'As agreed.']];
      return [];
    }),
  );

const idIn = ({ data }: ActionExecute): string => (data.arg ?? '').split('@')[0] ?? '';
const isNamed = (id: string, which: string): boolean => id === which || id.endsWith(`.${which}`);

/** What people do to a case, each through the buttons of their own cards. */
export function caseWork(org: Organisation, at: (person: string) => Client, newest: () => RecordId) {
  async function send({ data }: ActionExecute, client: Client, typed: Typed = {}): Promise<void> {
    const { do: verb, record, arg, actionId, sig } = data;
    await client.send({
      do: verb,
      ...(record !== undefined && { record }),
      ...(arg !== undefined && { arg }),
      ...(actionId !== undefined && { actionId }),
      ...(sig !== undefined && { sig }),
      inputs: typed,
    });
  }

  const inMessages = (person: string): readonly ActionExecute[] =>
    org
      .boxesOf(person)
      .flatMap((box) => org.post.box(box))
      .flatMap(({ message }) => buttonsOf(message.card));

  /** Opens the record from the message about this case: who is in it first, then the story. */
  async function open(person: string, id: RecordId = newest()): Promise<void> {
    const client = at(person);
    const found = inMessages(person).findLast(({ data }) => data.do === 'case.open' && data.record === id);
    if (found === undefined) throw new Error(`${person} has no message that opens this case`);
    await send(found, client);
    if (client.titles().includes('Read the record')) await client.press('Read the record');
  }

  /** Opens it and says "I have this". */
  async function take(person: string, id: RecordId = newest()): Promise<void> {
    await open(person, id);
    await at(person).press('I have this');
  }

  async function toRecord(client: Client): Promise<void> {
    if (client.answer().type === 'nothing') return;
    if (client.titles().includes('Back to the record')) await client.press('Back to the record');
  }

  /** "nudes.police" of words or of a short id: what the buttons carry. */
  async function namesOf(which: Which, id: RecordId): Promise<readonly string[]> {
    if (typeof which === 'string' && /^[a-z0-9.-]+$/.test(which)) return [which];
    const { steps } = await stateOf(org, id);
    const has = (text: string) => (typeof which === 'string' ? text.includes(which) : which.test(text));
    return steps.filter(({ step }) => has(step.text)).map(({ step }) => step.id);
  }

  const openButtons = (client: Client): readonly ActionExecute[] =>
    client.answer().type === 'nothing' ? [] : buttonsOf(client.card());

  /** A record begins anew when somebody comes back to it from one of its forms. */
  async function toFirstPage(client: Client): Promise<void> {
    const note = openButtons(client).find(({ data }) => data.do === 'case.form' && data.arg === 'note');
    if (note !== undefined) await send(note, client);
    await toRecord(client);
  }

  /** Turns the pages of the record until one has such a button. */
  async function turning(client: Client, isIt: (each: ActionExecute) => boolean) {
    for (;;) {
      const buttons = openButtons(client);
      const found = buttons.find(isIt);
      // "0" is the way back to the first steps.
      const more = buttons.find(({ data }) => data.do === 'case.record' && Number(data.arg) > 0);
      if (found !== undefined || more === undefined) return found;
      await send(more, client);
    }
  }

  /** The button of a step: on the card that this person has open, on any page of it, or else in a message of theirs. */
  async function buttonOf(client: Client, which: Which, id: RecordId): Promise<ActionExecute | undefined> {
    const names = await namesOf(which, id);
    const isStep = (each: ActionExecute) =>
      each.data.record === id && names.some((name) => isNamed(idIn(each), name));
    await toRecord(client);
    const ahead = await turning(client, isStep);
    if (ahead !== undefined) return ahead;
    await toFirstPage(client);
    const found = await turning(client, isStep);
    if (found !== undefined) return found;
    await toFirstPage(client);
    return inMessages(client.person.id).findLast(isStep);
  }

  /** For whoever writes the test: how the step stands. */
  async function whyNot(which: Which, id: RecordId): Promise<string> {
    const state = await stateOf(org, id);
    const names = await namesOf(which, id);
    const all = state.steps.filter(({ step }) => names.some((name) => isNamed(step.id, name)));
    const told = all.map((each) => {
      const isThere = stepOf(state, each.step.id) !== undefined;
      const given = JSON.stringify(each.step.given);
      const locks = lockedBy(state, each).map(({ step }) => step.id);
      return `${each.step.id} is ${isThere ? each.now.standing : `not there without ${given}`}, locked by: ${locks.join(', ')}`;
    });
    return told.length > 0 ? told.join('; ') : 'the case has no such step';
  }

  /** Opens a step: its form stands on the person's screen. */
  async function openStep(person: string, which: Which, id: RecordId = newest()): Promise<void> {
    const client = at(person);
    const button = await buttonOf(client, which, id);
    if (button === undefined)
      throw new Error(`${person} cannot do ${which} now: ${await whyNot(which, id)}\n${client.texts()}`);
    await send(button, client);
  }

  /** Opens an approval: from the record, or from the message that asks for it, which names no step. */
  async function openApproval(person: string, which: Which, id: RecordId = newest()): Promise<void> {
    const client = at(person);
    const button = await buttonOf(client, which, id);
    const asked = inMessages(person).findLast(
      ({ data }) => data.do === 'approval.open' && data.record === id && data.arg === undefined,
    );
    const found = button ?? asked;
    if (found === undefined)
      throw new Error(`${person} cannot answer ${which} now: ${await whyNot(which, id)}\n${client.texts()}`);
    await send(found, client);
    const names = await namesOf(which, id);
    const isIt = (each: ActionExecute) => names.some((name) => isNamed(idIn(each), name));
    if (!openButtons(client).some(isIt))
      throw new Error(`${person} is asked for something else than ${which}: ${client.texts()}`);
  }

  /** Whether the record that this person has open has a button for the step. */
  const canDo = async (person: string, which: Which, id: RecordId = newest()): Promise<boolean> =>
    (await buttonOf(at(person), which, id)) !== undefined;

  /** Presses what sends the form that is open; what it insists on and the test leaves out is filled in plainly. */
  async function save(person: string, typed: Typed = {}): Promise<void> {
    const client = at(person);
    const forward = buttonsOf(client.card()).find(({ style }) => style === 'positive');
    if (forward === undefined) throw new Error(`${person} has no form open, but: ${client.texts()}`);
    await client.press(forward.title, { ...plainly(client.card()), ...asJudgement(client.card(), typed) });
  }

  /** Does a step: opens its form, fills its inputs by their id, and saves it. */
  async function step(person: string, which: Which, typed: Typed = {}, id?: RecordId): Promise<void> {
    await openStep(person, which, id);
    await save(person, typed);
  }

  /** Opens a form of the record (note, ask, refer, triage, close, involved, reopen) and saves it. */
  async function form(person: string, name: string, typed: Typed): Promise<void> {
    const client = at(person);
    await toRecord(client);
    const here = () =>
      buttonsOf(client.card()).find(({ data }) => data.do === 'case.form' && data.arg === name);
    // What is not on the record itself stands behind one button of it.
    if (here() === undefined && client.titles().includes('Add something else'))
      await client.press('Add something else');
    const button = here();
    if (button === undefined)
      throw new Error(`${person} has no form "${name}": ${client.titles().join(' · ')}`);
    await send(button, client);
    await save(person, typed);
  }

  return {
    open,
    take,
    openStep,
    canDo,
    save,
    step,
    form,
    /** What they see now, for whoever reads why a test fails. */
    answerOf: (person: string) => at(person).texts(),
    /** Back to the record from a form. */
    back: (person: string) => toRecord(at(person)),
    /** Names the kind of case: procedures by their id. */
    triage: (person: string, category: string, more: Typed = {}) =>
      form(person, 'triage', { category, ...more }),
    do: (person: string, which: Which, note = '') => step(person, which, { note }),
    answer: (person: string, which: Which, answer: string, note = '') =>
      step(person, which, { answer, note }),
    decide: (person: string, which: Which, answer: string, reason = 'It was thought through.') =>
      step(person, which, { answer, reason }),
    refer: (person: string, which: Which, typed: Typed = {}) =>
      step(person, which, { who: 'The duty desk', reference: 'X1', ...typed }),
    /** Says who holds it and where. */
    custody: (person: string, which: Which, answer: string, note = 'As agreed.') =>
      step(person, which, { answer, note }),
    /** "Not this time", with a reason; a step that the policy insists on has no such button. */
    async skip(person: string, which: Which, reason = 'Not needed here.') {
      await openStep(person, which);
      await at(person).press('Not this time');
      await save(person, { reason });
    },
    async approve(person: string, which: Which, reason = 'It is right.') {
      await openApproval(person, which);
      await pressVerb(at(person), 'approval.approve', { reason });
    },
    async decline(person: string, which: Which, reason = 'It is not right.') {
      await openApproval(person, which);
      await pressVerb(at(person), 'approval.decline', { reason });
    },
    close: (person: string, typed: Typed = {}) => form(person, 'close', { reason: 'All is done.', ...typed }),
  };
}

export type CaseWork = ReturnType<typeof caseWork>;
