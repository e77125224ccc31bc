import { runCase } from '../../src/application/case/case-store.ts';
import { refusalWords } from '../../src/application/case/refusal-words.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { textsOf } from '../support/check-card.ts';
import { openRecord, report, stateOf, typesIn } from '../support/concern.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { answerLine, signed } from '../support/transcript.ts';

const LINE = 'Please meet him at the gate on Thursday.';
const read = (client: Client) => textsOf(client.card()).join('\n');
const newest = (client: Client) => client.inbox().at(-1)?.message;

interface Asking {
  readonly to?: string;
  readonly due?: string;
  readonly text?: string;
}
/** A lead with a case; the form for a task is open. */
async function atTheForm() {
  const org = await organisation('two-schools');
  const id = await report(org, 'p-ada');
  const iris = org.at('p-iris');
  await openRecord(iris);
  await iris.press('I have this');
  // A first decision, so that no clock of the ladder runs.
  await iris.press('Add something else');
  await iris.press('A decision');
  await iris.press('Save the decision', { what: 'keep-watching', reason: 'We know the family.' });
  await iris.press('Add something else');
  await iris.press('A task for a colleague');
  return { org, id, iris };
}
async function asked({ to = 'p-ben', due = '2026-11-26', text = LINE }: Asking = {}) {
  const world = await atTheForm();
  await world.iris.press('Ask them', { to, due, text });
  await world.org.settle();
  return { ...world, ben: world.org.at('p-ben') };
}
const choicesOf = (client: Client): readonly string[] =>
  client
    .card()
    .body.flatMap((each) => (each.type === 'Input.ChoiceSet' && each.id === 'to' ? each.choices : []))
    .map(({ value }) => value);
const leaveOut = (org: Organisation, id: Parameters<typeof runCase>[1], person: string) =>
  runCase(org.deps(), id, () => ({
    type: 'NamePersonInvolved',
    at: org.clock.now(),
    by: PersonId.parse('p-iris'),
    person: PersonId.parse(person),
  }));
const opening = (id: string, arg = '0') => signed({ do: 'task.open', record: id, arg });

describe('asking a colleague', () => {
  it('offers those of the site, and never oneself or somebody who is part of the case', async () => {
    const { org, id, iris } = await atTheForm();
    expect(choicesOf(iris)).toContain('p-ben');
    expect(choicesOf(iris)).not.toContain('p-iris');
    // Works at the other school only.
    expect(choicesOf(iris)).not.toContain('p-sami');
    await leaveOut(org, id, 'p-ben');
    await iris.press('Ask them', { to: 'p-ben', due: '2026-11-26', text: LINE });
    expect(iris.answer().type).toBe('keep-form');
    expect(read(iris)).toContain('Choose somebody from the list.');
    expect(JSON.stringify(iris.card())).toContain(LINE);
    expect(choicesOf(iris)).not.toContain('p-ben');
    expect((await stateOf(org, id)).tasks).toEqual([]);
  });

  it.each([
    ['a day that is over', { due: '2026-11-23' }, 'Choose a day from today on.'],
    ['no day', { due: 'soon' }, 'Choose a day from today on.'],
    ['nobody', { to: 'p-nobody' }, 'Choose somebody from the list.'],
    ['somebody of another site', { to: 'p-sami' }, 'Choose somebody from the list.'],
    ['no words', { text: ' ' }, 'Please write a few words'],
  ])('takes not %s, and loses nothing', async (_, wrong, notice) => {
    const { org, id, iris } = await atTheForm();
    await iris.press('Ask them', { to: 'p-ben', due: '2026-11-26', text: LINE, ...wrong });
    expect(iris.answer().type).toBe('keep-form');
    expect(read(iris)).toContain(notice);
    expect((await stateOf(org, id)).tasks).toEqual([]);
  });

  it('says who is away', async () => {
    const { directory } = await organisation('two-schools');
    const absence = {
      person: PersonId.parse('p-ben'),
      from: '2026-11-24T08:00:00.000Z',
      until: '2026-11-27T17:00:00.000Z',
      by: PersonId.parse('p-ben'),
    };
    const org = await organisation('two-schools', {
      directory: { ...directory, absences: [absence as never] },
    });
    await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('Add something else');
    await iris.press('A task for a colleague');
    expect(JSON.stringify(iris.card())).toContain('Ben Orchard (away)');
    expect(JSON.stringify(iris.card())).not.toContain('Cleo Dunn (away)');
  });
});

describe('a colleague who was asked', () => {
  it('gets a card that says nothing, and opens on that line alone, which is written down', async () => {
    const { org, id, ben } = await asked();
    expect(newest(ben)?.notification).toMatch(/^Safeguarding: something needs you\. /);
    expect(JSON.stringify(newest(ben)?.card)).toContain('You are asked to do something.');
    expect(JSON.stringify(newest(ben)?.card)).not.toMatch(/gate|Robin|Thursday|26/);
    await ben.press('Open');
    expect(read(ben)).toContain(LINE);
    expect(read(ben)).toContain('Until 26 November 2026.');
    expect(read(ben)).toContain('From the safeguarding lead, today 10:05.');
    expect(read(ben)).not.toMatch(/Robin|bruise|Ada|Iris|told/i);
    expect(await typesIn(org, id)).toContain('TaskOpened');
  });

  it('says that it is done; the lead gets a new card and sees it on the record', async () => {
    const { org, id, iris, ben } = await asked();
    await org.advance({ minutes: 5 });
    const before = org.at('p-iris').inbox().length;
    await ben.press('Open');
    await ben.press('Done', { text: 'He came alone.' });
    expect(read(ben)).toContain('Sent. Thank you.');
    expect(read(ben)).toContain('Your answer, today 10:10: He came alone.');
    expect(ben.titles()).toEqual(['Hide']);
    await org.settle();
    expect(org.at('p-iris').inbox()).toHaveLength(before + 1);
    expect(JSON.stringify(newest(org.at('p-iris')))).toContain('There is an answer.');
    expect(JSON.stringify(newest(org.at('p-iris')))).not.toMatch(/alone|gate/);
    await iris.press('Open');
    expect(read(iris)).toContain(`Asked of a colleague, until 26 November 2026. Ben Orchard: ${LINE}`);
    expect(read(iris)).toContain('Ben Orchard: He came alone.');
    expect(read(iris)).toContain('It is done.');
    await iris.press('What has been done');
    expect(read(iris)).toMatch(/Read what they were asked to do.*Ben Orchard/s);
    expect(read(iris)).toMatch(/A colleague has done it.*Ben Orchard/s);
    expect((await stateOf(org, id)).tasks[0]?.done).toBe(true);
  });

  it('needs no words to be done, and some to say that it cannot be', async () => {
    const { org, id, ben } = await asked();
    await ben.press('Open');
    await ben.press('I cannot, for the reason I wrote');
    expect(ben.answer().type).toBe('keep-form');
    expect(read(ben)).toContain('If you cannot do it, please write why.');
    await ben.press('I cannot, for the reason I wrote', { text: 'I am on a trip.' });
    expect((await stateOf(org, id)).tasks[0]).toMatchObject({
      done: false,
      answers: [{ text: 'I am on a trip.' }],
    });
    await ben.press('Done');
    expect((await stateOf(org, id)).tasks[0]?.done).toBe(true);
    expect(read(ben)).toMatch(/I am on a trip\..*Your answer, today 10:05: Done\./s);
  });

  it('who cannot brings the lead a card too, and the lead settles it', async () => {
    const { org, id, iris, ben } = await asked();
    await org.advance({ minutes: 5 });
    const before = org.at('p-iris').inbox().length;
    await ben.press('Open');
    await ben.press('I cannot, for the reason I wrote', { text: 'I am on a trip.' });
    await org.settle();
    expect(org.at('p-iris').inbox()).toHaveLength(before + 1);
    await iris.press('Open');
    await iris.press('Meetings and tasks');
    await iris.press('It is settled');
    expect(read(iris)).toContain(`Ben Orchard: ${LINE}`);
    await iris.press('It is settled', { text: 'Cleo meets him.' });
    expect((await stateOf(org, id)).tasks[0]).toMatchObject({ done: true });
    await org.settle();
    // A lead's own word brings no card.
    expect(org.at('p-iris').inbox()).toHaveLength(before + 1);
    await ben.press('Hide');
    await ben.press('Open');
    expect(read(ben)).not.toContain('Cleo');
    expect(ben.titles()).toEqual(['Hide']);
  });

  it('presses the same twice, and it counts once', async () => {
    const { org, id, ben } = await asked();
    await ben.press('Open');
    const done = buttonsOf(ben.card()).find(({ title }) => title === 'Done');
    const pressed = signed(done?.data ?? { do: '' }, {}, 'twice');
    await ben.send(pressed);
    await ben.send(pressed);
    expect(read(ben)).toContain('Sent. Thank you.');
    expect((await stateOf(org, id)).tasks[0]?.answers).toHaveLength(1);
  });

  it('puts it away again, and reads it in a private view only', async () => {
    const { id, ben } = await asked();
    await ben.press('Open');
    await ben.press('Hide');
    expect(read(ben)).toContain('You are asked to do something.');
    await ben.press('Open');
    await ben.press('Done');
    await ben.press('Hide');
    expect(read(ben)).toContain('You have answered. Thank you.');
    expect(answerLine('', await ben.send(opening(id), false))).toContain('your own chat');
    expect(answerLine('', await ben.send(opening(id), true))).toContain(LINE);
  });

  it('is asked once more when the day is over; then the lead is told, and hears of it once', async () => {
    const { org, iris, ben } = await asked({ due: '2026-11-25' });
    const [theirs, mine] = [ben.inbox().length, org.at('p-iris').inbox().length];
    // Wednesday, five to five.
    await org.advance({ hours: 30, minutes: 50 });
    expect([ben.inbox().length, org.at('p-iris').inbox().length]).toEqual([theirs, mine]);
    await org.advance({ minutes: 10 });
    expect(ben.inbox()).toHaveLength(theirs + 1);
    expect(JSON.stringify(newest(ben)?.card)).toContain('The day for it is over.');
    expect(JSON.stringify(ben.inbox().at(-2)?.message.card)).toContain('There is a newer card for this.');
    expect(org.at('p-iris').inbox()).toHaveLength(mine);
    // Thursday, nine o'clock.
    await org.advance({ hours: 16 });
    expect(org.at('p-iris').inbox()).toHaveLength(mine + 1);
    expect(JSON.stringify(newest(org.at('p-iris')))).toContain('A colleague has not answered.');
    expect(JSON.stringify(newest(org.at('p-iris')))).not.toMatch(/gate|Ben/);
    await org.advance({ hours: 200 });
    expect([ben.inbox().length, org.at('p-iris').inbox().length]).toEqual([theirs + 1, mine + 1]);
    await iris.press('Open');
    expect(read(iris)).toContain('They were asked again and have not answered.');
    await ben.press('Open');
    await ben.press('Done');
    await org.settle();
    expect(JSON.stringify(newest(org.at('p-iris')))).not.toContain('A colleague has not answered.');
  });

  it('who answered in time is not asked again', async () => {
    const { org, ben } = await asked({ due: '2026-11-25' });
    await ben.press('Open');
    await ben.press('Done');
    await org.settle();
    const theirs = ben.inbox().length;
    await org.advance({ hours: 100 });
    expect(ben.inbox()).toHaveLength(theirs);
  });
});

describe('a case with a task that is not done', () => {
  it('closes only when somebody has looked at it', async () => {
    const { org, iris } = await asked();
    const { deps } = org;
    expect(refusalWords(deps(), { reason: 'confirm', steps: [], unsettled: 2 })).toBe(
      'Meetings and tasks that nobody has settled: 2. Tick the box to close all the same.',
    );
    await iris.press('Close');
    const box = JSON.stringify(iris.card().body.filter(({ type }) => type === 'Input.Toggle'));
    expect(box).toContain('"id":"confirmed"');
  });
});

describe('conflict comes first', () => {
  it('takes the card from a colleague who turns out to be part of it, also while it is open', async () => {
    const { org, id, iris, ben } = await asked();
    await ben.press('Open');
    expect(read(ben)).toContain(LINE);
    await leaveOut(org, id, 'p-ben');
    await org.settle();
    expect(JSON.stringify(newest(ben)?.card)).toContain('There is nothing here for you.');
    for (const verb of ['open', 'done', 'cannot', 'hide']) {
      const pressed = signed({ do: `task.${verb}`, record: id, arg: '0' }, { text: 'x' }, verb);
      expect(answerLine('', await ben.send(pressed))).toContain('There is nothing here for you.');
    }
    expect((await stateOf(org, id)).tasks[0]).toMatchObject({ done: false, answers: [] });
    await iris.press('Back to the record').catch(() => iris);
    await iris.press('Open');
    expect(read(iris)).toContain('They cannot read it any more. Ask somebody else.');
  });

  it('answers whoever was not asked as if there were no case', async () => {
    const { org, id } = await asked();
    const nothing = org.deps().cards.say('nothing-here');
    for (const [who, arg] of [
      ['p-cleo', '0'],
      ['p-iris', '0'],
      ['p-ben', '1'],
      ['p-ben', 'x'],
    ] as const)
      expect(answerLine('', await org.at(who).send(opening(id, arg)))).toContain(nothing);
    const none = opening('k7q4md2xh8rv5w3t9n6pc0jzab');
    expect(answerLine('', await org.at('p-ben').send(none))).toContain(nothing);
  });

  it('gives whoever was asked nothing else of the case', async () => {
    const { org, id, ben } = await asked();
    for (const verb of ['case.open', 'case.read', 'case.record', 'case.history', 'case.task-done'])
      expect(answerLine('', await ben.send(signed({ do: verb, record: id, arg: '0' })))).toContain(
        'There is nothing here for you.',
      );
    expect((await stateOf(org, id)).openedBy.map(({ by }) => by)).not.toContain('p-ben');
  });
});
