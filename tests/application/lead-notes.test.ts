import { textsOf } from '../support/check-card.ts';
import { openRecord, report, stateOf, typesIn } from '../support/concern.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { FILTER, stepForm, takes, tellingSchool } from '../support/telling-policy.ts';

/** A lead who has a case, with its record open. It is Tuesday, five past ten. */
async function lead() {
  const org = await organisation('two-schools');
  const id = await report(org, 'p-ada');
  const iris = org.at('p-iris');
  await openRecord(iris);
  await iris.press('I have this');
  return { org, id, iris };
}
const read = (client: Client) => textsOf(client.card()).join('\n');
const typed = (client: Client) => JSON.stringify(client.card());
const newest = (org: Organisation, who: string) => JSON.stringify(org.at(who).inbox().at(-1)?.message ?? '');
/** "Add something else", and then which. */
async function adds(client: Client, what: string): Promise<void> {
  await client.press('Add something else');
  await client.press(what);
}

describe('a note', () => {
  it('keeps when it happened apart from when it was written, and fact apart from opinion', async () => {
    const { iris } = await lead();
    await iris.press('Add a note');
    await iris.press('Save the note', {
      kind: 'email',
      date: '2026-11-20',
      time: '16:40',
      present: 'Nobody else',
      text: 'The mother wrote that he is ill.',
      opinion: 'I am not sure that he is.',
    });
    expect(read(iris)).toContain('Saved.');
    await iris.press('What has been done');
    const text = read(iris);
    expect(text).toMatch(/E-mail.*today 10:05/s);
    expect(text).toContain('It happened: 20 November 2026, 16:40');
    expect(text).toContain('There: Nobody else');
    expect(text).toContain('The mother wrote that he is ill.');
    expect(text).toContain('Opinion: I am not sure that he is.');
  });

  it('is about now where no time is chosen, and today where only a time is', async () => {
    const { iris } = await lead();
    await iris.press('Add a note');
    await iris.press('Save the note', { text: 'Spoke to the class teacher.' });
    await iris.press('What has been done');
    expect(read(iris)).not.toContain('It happened:');
    await iris.press('Back to the record');
    await iris.press('Add a note');
    await iris.press('Save the note', { text: 'Spoke to the nurse.', time: '09:10' });
    await iris.press('What has been done');
    expect(read(iris)).toContain('It happened: 24 November 2026, 09:10');
  });

  it.each([
    ['tomorrow', { date: '2026-11-25' }, 'That time has not come.'],
    ['in five minutes', { date: '2026-11-24', time: '10:10' }, 'That time has not come.'],
    ['on no day at all', { date: '2026-02-31' }, 'Please choose a day and a time.'],
    ['at no time at all', { date: '2026-11-23', time: 'noon' }, 'Please choose a day and a time.'],
  ])('does not happen %s: nothing typed is lost', async (_, when, notice) => {
    const { org, id, iris } = await lead();
    await iris.press('Add a note');
    const words = { text: 'He was tired.', opinion: 'He does not sleep.', present: 'Ben', kind: 'visit' };
    await iris.press('Save the note', { ...words, ...when });
    expect(iris.answer().type).toBe('keep-form');
    expect(read(iris)).toContain(notice);
    for (const word of [...Object.values(words), ...Object.values(when)]) expect(typed(iris)).toContain(word);
    expect(await typesIn(org, id)).not.toContain('NoteAdded');
    await iris.press('Save the note', { ...words, date: '2026-11-24', time: '10:05' });
    expect(await typesIn(org, id)).toContain('NoteAdded');
  });

  it('counts the time where the school is', async () => {
    const org = await organisation('two-schools', { start: '2026-07-07T12:00:00.000Z' });
    await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('Add a note');
    // Five to one in London, five to twelve in Greenwich.
    await iris.press('Save the note', { text: 'At lunch.', date: '2026-07-07', time: '12:55' });
    expect(read(iris)).toContain('Saved.');
    await iris.press('Add a note');
    await iris.press('Save the note', { text: 'Later.', date: '2026-07-07', time: '13:05' });
    expect(read(iris)).toContain('That time has not come.');
  });
});

describe('a decision', () => {
  it('against a referral is a first decision, with its reason in the chronology', async () => {
    const { org, id, iris } = await lead();
    expect((await stateOf(org, id)).clock?.waitsFor).toBe('decide');
    await adds(iris, 'A decision');
    await iris.press('Save the decision', { what: 'no-referral', reason: 'The family asked us for help.' });
    expect(await stateOf(org, id)).not.toHaveProperty('clock');
    await iris.press('What has been done');
    expect(read(iris)).toMatch(/Decided.*No referral\nThe family asked us for help\./s);
  });

  it('needs a choice and a reason', async () => {
    const { org, id, iris } = await lead();
    await adds(iris, 'A decision');
    await iris.press('Save the decision', { reason: 'It is enough.' });
    expect(read(iris)).toContain('Please choose one');
    expect(typed(iris)).toContain('It is enough.');
    await iris.press('Save the decision', { what: 'keep-watching', reason: ' ' });
    expect(read(iris)).toContain('Please write a few words');
    expect(await typesIn(org, id)).not.toContain('DecisionRecorded');
  });

  it('says that a referral which must be made is still to be made, and leaves it so', async () => {
    const org = await tellingSchool();
    const id = await report(org, 'p-ada', FILTER);
    const iris = await takes(org.at('p-iris'));
    await adds(iris, 'A decision');
    expect(read(iris)).toContain('Our policy asks for a referral here.');
    await iris.press('Save the decision', { what: 'no-referral', reason: 'Nobody was hurt.' });
    const police = (await stateOf(org, id)).steps.find(({ step }) => step.id === 'telling.police');
    expect(police?.now.standing).toBe('waiting');
    await iris.press('Close');
    await iris.press('Close it', { reason: 'Nobody was hurt.', confirmed: 'yes' });
    expect(read(iris)).toContain('You cannot close this yet.');
    await iris.press('Back to the record');
    await stepForm(iris, 'police');
    await iris.press('Save the referral', { who: 'Duty desk' });
    await adds(iris, 'A decision');
    expect(read(iris)).not.toContain('Our policy asks for a referral here.');
  });

  it('is offered as the reason to close, unless it was to keep watching', async () => {
    const { iris } = await lead();
    await adds(iris, 'A decision');
    await iris.press('Save the decision', {
      what: 'no-further-action',
      reason: 'It was a misunderstanding.',
    });
    await iris.press('Close');
    expect(typed(iris)).toContain('No further action: It was a misunderstanding.');
    await iris.press('Back to the record');
    await adds(iris, 'A decision');
    await iris.press('Save the decision', { what: 'keep-watching', reason: 'Something else came.' });
    await iris.press('Close');
    expect(typed(iris)).not.toContain('misunderstanding');
    expect(typed(iris)).not.toContain('Something else came');
  });
});

describe('a meeting', () => {
  const PLAN = { kind: 'strategy', date: '2026-11-26', time: '14:00', where: 'By phone', who: 'The nurse' };

  it('stands on the record until somebody says how it went', async () => {
    const { org, id, iris } = await lead();
    await adds(iris, 'A meeting');
    await iris.press('Plan the meeting', PLAN);
    expect(read(iris)).toContain('Strategy meeting, 26 November 14:00. By phone · The nurse');
    expect((await stateOf(org, id)).meetings[0]?.when).toBe('2026-11-26T14:00:00.000Z');
    await iris.press('Meetings and tasks');
    await iris.press('Say how it went');
    await iris.press('Save it', { held: 'no' });
    expect(read(iris)).toContain('Please write a few words');
    await iris.press('Save it', { held: '', text: 'The nurse was ill.' });
    expect(read(iris)).toContain('Please choose one');
    expect(typed(iris)).toContain('The nurse was ill.');
    await iris.press('Save it', { held: 'no', text: 'The nurse was ill.' });
    expect(read(iris)).not.toContain('Strategy meeting');
    await iris.press('What has been done');
    expect(read(iris)).toMatch(/Meeting not held.*Strategy meeting\nThe nurse was ill\./s);
  });

  it.each([
    ['over', { ...PLAN, date: '2026-11-23' }, 'That time is over.'],
    ['without a time', { ...PLAN, time: '' }, 'Please choose a day and a time for the meeting.'],
    ['of no kind', { ...PLAN, kind: 'x' }, 'Please choose one'],
  ])('that is %s is not planned, and nothing typed is lost', async (_, plan, notice) => {
    const { org, id, iris } = await lead();
    await adds(iris, 'A meeting');
    await iris.press('Plan the meeting', plan);
    expect(read(iris)).toContain(notice);
    expect(typed(iris)).toContain('The nurse');
    expect((await stateOf(org, id)).meetings).toEqual([]);
  });

  it('asks its owner how it was, once, in a message that says nothing of it', async () => {
    const { org, iris } = await lead();
    await adds(iris, 'A decision');
    await iris.press('Save the decision', { what: 'keep-watching', reason: 'Until the meeting.' });
    await adds(iris, 'A meeting');
    await iris.press('Plan the meeting', PLAN);
    await org.settle();
    const before = org.at('p-iris').inbox().length;
    // Friday, five to five.
    await org.advance({ hours: 78, minutes: 50 });
    expect(org.at('p-iris').inbox()).toHaveLength(before);
    await org.advance({ minutes: 10 });
    expect(org.at('p-iris').inbox()).toHaveLength(before + 1);
    expect(newest(org, 'p-iris')).toContain('How was the meeting? Please write it down.');
    expect(newest(org, 'p-iris')).toContain('Safeguarding: something needs you.');
    expect(newest(org, 'p-iris')).not.toMatch(/strategy|nurse|phone/i);
    expect(newest(org, 'p-nadia')).not.toContain('How was the meeting?');
    await org.advance({ hours: 100 });
    expect(org.at('p-iris').inbox()).toHaveLength(before + 1);
    const again = org.at('p-iris');
    await again.press('Open');
    await again.press('Meetings and tasks');
    expect(read(again)).toContain('Nobody has written down how it went.');
    await again.press('Say how it went');
    await again.press('Save it', { held: 'yes', text: 'A plan was agreed.' });
    await org.advance({ minutes: 11 });
    expect(newest(org, 'p-iris')).toContain('This has been answered.');
  });

  it('asks whoever is called now, while nobody has the case', async () => {
    const org = await organisation('two-schools');
    await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    await adds(iris, 'A meeting');
    await iris.press('Plan the meeting', PLAN);
    await org.advance({ hours: 90 });
    const asked = org.directory.people.filter(({ id }) =>
      JSON.stringify(org.at(id).inbox()).includes('How was the meeting?'),
    );
    expect(asked.map(({ id }) => id)).toEqual(expect.arrayContaining(['p-rosa']));
    expect(asked.map(({ id }) => id)).not.toContain('p-ada');
  });

  it('that was written down is asked after no more', async () => {
    const { org, iris } = await lead();
    await adds(iris, 'A decision');
    await iris.press('Save the decision', { what: 'keep-watching', reason: 'Until the meeting.' });
    await adds(iris, 'A meeting');
    await iris.press('Plan the meeting', PLAN);
    await iris.press('Meetings and tasks');
    await iris.press('Say how it went');
    await iris.press('Save it', { held: 'yes', text: 'It was earlier than planned.' });
    await org.advance({ hours: 200 });
    expect(org.post.sent.map(({ message }) => JSON.stringify(message)).join()).not.toContain('How was');
  });
});
