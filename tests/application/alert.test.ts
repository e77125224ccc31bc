import { readCase } from '../../src/application/case/case-store.ts';
import { workOnce } from '../../src/application/due-work.ts';
import { caseIdOf, readDraft } from '../../src/application/report/draft-store.ts';
import { barred } from '../../src/domain/access.ts';
import { textsOf } from '../support/check-card.ts';
import { atTheForm, toLastPage } from '../support/filled-form.ts';
import { buttonsOf } from '../support/press.ts';
import { type SampleSchool, sampleSchool } from '../support/sample-school.ts';

let school: SampleSchool;
beforeEach(async () => {
  school = await sampleSchool();
});

const ada = () => school.person('p-ada');
const draftOf = async () => {
  const held = await readDraft(school.deps, ada().id);
  if (held === undefined) throw new Error('There is no draft');
  return held.draft;
};
const caseOf = async (submission: string) =>
  (await readCase(school.deps, caseIdOf(school.deps, submission)))?.state;
const titles = (card: Parameters<typeof buttonsOf>[0]) => buttonsOf(card).map(({ title }) => title);

async function inDanger() {
  const form = await atTheForm(school, ada());
  return form.press('In danger now');
}

describe('in danger now', () => {
  it('says 999 at once, with two numbers and their roles, before anything is asked', async () => {
    const form = await inDanger();
    const texts = textsOf(form.card());
    expect(texts.slice(0, 5)).toEqual([
      'Call 999 now',
      `Stay with the ${school.policy.lexicon.child} if it is safe. Do not wait for this form.`,
      'Fernhill school office 01632 960110',
      "Children's social care 01632 960130",
      'If you stop here, the headteacher is alerted in 3 minutes.',
    ]);
    expect(titles(form.card())).toEqual([
      'Tell the safeguarding lead now',
      'Tell the headteacher instead',
      'I have called, carry on',
      'Back',
    ]);
  });

  it('tells the safeguarding lead with one tap, and the form goes on', async () => {
    const form = await inDanger();
    const { submission } = await draftOf();
    await form.press('Tell the safeguarding lead now', { where: 'Library', callback: '07700 900123' });
    const state = await caseOf(submission);
    expect(state?.alert).toMatchObject({ byItself: false, where: 'Library', callback: '07700 900123' });
    expect(state?.plan).toMatchObject({ urgency: 'now', route: { id: 'about-a-child' } });
    expect(state?.report).toBeUndefined();
    expect(textsOf(form.card()).slice(0, 2)).toEqual([
      'Told: the designated safeguarding lead (DSL), today 14:05. If nobody has spoken to you by 14:10, phone 01632 960110 (Fernhill school office).',
      'Who are you worried about?',
    ]);
  });

  it('tells somebody independent when it may involve a lead, and no lead learns of it', async () => {
    const form = await inDanger();
    const { submission } = await draftOf();
    await form.press('Tell the headteacher instead');
    const state = await caseOf(submission);
    if (state === undefined) throw new Error('Nobody was alerted');
    expect(state.plan.route.rungs[0]).toEqual(['headteacher']);
    const out = barred(state, school.directory);
    expect(['p-iris', 'p-nadia', 'p-owen', 'p-lena'].every((id) => out.has(school.person(id).id))).toBe(true);
  });

  it('keeps to that when the report follows, also if no adult is named', async () => {
    const form = await inDanger();
    const { submission } = await draftOf();
    await form.press('Tell the headteacher instead');
    await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    await form.press('Continue', { about: 'told' });
    await form.press('Continue', { seen: 'Crying.', heard: 'saw', when: 'about' });
    expect(textsOf(form.card()).join('\n')).toContain('the headteacher');
    await form.press('Send it');
    const state = await caseOf(submission);
    expect(state?.report?.mayInvolveLead).toBe(true);
    expect(state?.plan.route.rungs.flat()).not.toContain('dsl');
    expect(state?.plan.urgency).toBe('now');
  });

  it('holds the alert up for nothing that was typed', async () => {
    const form = await inDanger();
    const { submission } = await draftOf();
    await form.press('Tell the safeguarding lead now', { where: 'x'.repeat(6000) });
    expect((await caseOf(submission))?.alert?.where).toHaveLength(300);
  });

  it('is raised once, however often it is pressed', async () => {
    const form = await inDanger();
    const { submission } = await draftOf();
    await form.press('Tell the safeguarding lead now');
    const before = await caseOf(submission);
    await form.press('Back');
    await form.press('In danger now');
    expect(titles(form.card())).not.toContain('Tell the safeguarding lead now');
    expect((await caseOf(submission))?.events).toBe(before?.events);
  });
});

describe('tonight, or not sure', () => {
  it.each(['Tonight, or should not go home yet', 'I am not sure'])(
    'offers the same two taps after "%s", and goes on without them',
    async (answer) => {
      const form = await atTheForm(school, ada());
      await form.press(answer);
      expect(titles(form.card())).toEqual([
        'Tell the safeguarding lead now',
        'Tell the headteacher instead',
        'Go on with the form',
        'Back',
      ]);
      const { submission } = await draftOf();
      await form.press('Go on with the form');
      expect(textsOf(form.card())[0]).toBe('Who are you worried about?');
      expect(await caseOf(submission)).toBeUndefined();
    },
  );
});

describe('a form left alone at "in danger"', () => {
  const wake = () => workOnce(school.deps, 'worker');

  it('alerts somebody independent by itself after three minutes', async () => {
    await inDanger();
    const { submission } = await draftOf();
    school.clock.move({ minutes: 3 });
    await wake();
    const state = await caseOf(submission);
    expect(state?.alert?.byItself).toBe(true);
    expect(state?.plan.route.rungs[0]).toEqual(['headteacher']);
  });

  it('does not, a second earlier', async () => {
    await inDanger();
    const { submission } = await draftOf();
    school.clock.move({ minutes: 2, seconds: 59 });
    await wake();
    expect(await caseOf(submission)).toBeUndefined();
  });

  it('does not when somebody was told already', async () => {
    const form = await inDanger();
    await form.press('Tell the safeguarding lead now');
    const { submission } = await draftOf();
    const before = await caseOf(submission);
    school.clock.move({ minutes: 3 });
    await wake();
    expect((await caseOf(submission))?.alert).toEqual(before?.alert);
  });

  it('counts from the last step, and tells the leads once no adult comes into it', async () => {
    const form = await inDanger();
    school.clock.move({ minutes: 2 });
    await form.press('I have called, carry on');
    await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    const { submission } = await draftOf();
    school.clock.move({ minutes: 2 });
    await wake();
    expect(await caseOf(submission)).toBeUndefined();
    school.clock.move({ minutes: 1 });
    await wake();
    expect((await caseOf(submission))?.plan.route.rungs[0]).toEqual(['dsl']);
  });

  it('says so to the person who comes back, and their report joins the alert', async () => {
    await inDanger();
    const { submission } = await draftOf();
    school.clock.move({ minutes: 3 });
    await wake();
    const form = await atTheForm(school, ada());
    expect(textsOf(form.card())).toContain('An alert was sent, today 14:08.');
    await form.press('Continue');
    await form.press('I have called, carry on');
    await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    await form.press('Continue', { about: 'told' });
    await form.press('Continue', { seen: 'Crying.', heard: 'saw', when: 'about' });
    await form.press('Send it');
    const state = await caseOf(submission);
    expect(state?.report?.children[0]?.name).toBe('Robin Vale');
    expect(state?.alert?.byItself).toBe(true);
  });

  it('never alerts for a report that was not about danger now', async () => {
    await toLastPage(school, ada());
    const { submission } = await draftOf();
    school.clock.move({ minutes: 30 });
    await wake();
    expect(await caseOf(submission)).toBeUndefined();
  });
});
