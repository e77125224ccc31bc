import { eventsOf, readCase } from '../../src/application/case/case-store.ts';
import { workOnce } from '../../src/application/due-work.ts';
import { caseIdOf, readDraft } from '../../src/application/report/draft-store.ts';
import { pressForm, startReport } from '../../src/application/report/report-concern.ts';
import { textsOf } from '../support/check-card.ts';
import { atTheForm, cardOf, STORY, toLastPage } from '../support/filled-form.ts';
import { buttonsOf, defaultsOf, press } from '../support/press.ts';
import { type SampleSchool, sampleSchool } from '../support/sample-school.ts';

let school: SampleSchool;
beforeEach(async () => {
  school = await sampleSchool();
});

const submissionOf = async (id: string) => {
  const held = await readDraft(school.deps, school.person(id).id);
  if (held === undefined) throw new Error('There is no draft');
  return held.draft.submission;
};
const caseOf = async (submission: string) => {
  const record = await readCase(school.deps, caseIdOf(school.deps, submission), true);
  if (record === undefined) throw new Error('There is no case');
  return record;
};

describe('the form, from its first card to the receipt', () => {
  it('takes a report about one child in few taps, and gives a receipt', async () => {
    const form = await toLastPage(school, school.person('p-ada'));
    const submission = await submissionOf('p-ada');
    await form.press('Send it');
    const texts = textsOf(form.card()).join('\n');
    expect(texts).toContain('Saved, today 14:05. Reference ');
    expect(texts).toContain('It is on its way to the designated safeguarding lead (DSL).');
    expect(texts).toContain('If nobody has spoken to you by 14:35, phone 01632 960110');
    expect(texts).toContain('Do not promise to keep it secret');
    const { state } = await caseOf(submission);
    expect(state.report?.children[0]?.name).toBe('Robin Vale');
    expect(state.plan.route.id).toBe('about-a-child');
    expect(form.taps()).toBeLessThanOrEqual(12);
  });

  it('erases the draft once the report is safe', async () => {
    const form = await toLastPage(school, school.person('p-ada'));
    await form.press('Send it');
    // Whoever reports need not wait for that: it goes when the case first wakes.
    await workOnce(school.deps, 'worker');
    expect(await readDraft(school.deps, school.person('p-ada').id)).toBeUndefined();
  });

  it('names nobody on the receipt', async () => {
    const form = await toLastPage(school, school.person('p-ada'));
    await form.press('Send it');
    const texts = textsOf(form.card()).join('\n');
    expect(texts).not.toContain('Robin');
    for (const { name } of school.directory.people) expect(texts).not.toContain(name);
  });

  it.each([
    [
      'guidance',
      'policies/sample',
      /\(DSL\): Department for Education, Keeping children safe in education \(\d+\)/,
    ],
    ['a written policy', 'tests/fixtures/two-schools', /sections? [\d., and]*10\.1/],
  ])('answers "why?" with the place in %s, and goes back to the receipt', async (_, folder, why) => {
    school = await sampleSchool({ folder });
    const form = await toLastPage(school, school.person('p-ada'));
    await form.press('Send it');
    await form.press('Why?');
    expect(textsOf(form.card()).join('\n')).toMatch(why);
    await form.press('Back');
    expect(textsOf(form.card()).join('\n')).toContain('Saved, today 14:05.');
  });

  it('shows the receipt of a report to nobody else', async () => {
    const form = await toLastPage(school, school.person('p-ada'));
    await form.press('Send it');
    const options = { platform: 'slack', view: true } as const;
    const ben = school.person('p-ben');
    const other = await pressForm(school.deps, school.directory, ben, press(form.card(), 'Why?'), options);
    expect(textsOf(cardOf(other))).toEqual(['There is nothing here for you.']);
  });

  it('keeps several children, each with a part, and what was typed when one more is added', async () => {
    const form = await atTheForm(school, school.person('p-ada'));
    await form.press('Not today');
    await form.press(`Add another ${school.policy.lexicon.child}`, {
      'name-1': 'Robin Vale',
      'year-1': '4B',
    });
    expect(defaultsOf(form.card())).toMatchObject({ 'name-1': 'Robin Vale', 'year-1': '4B' });
    await form.press('Continue', { 'describe-2': 'about eight, red coat', 'part-2': 'caused', adult: 'no' });
    const held = await readDraft(school.deps, school.person('p-ada').id);
    expect(held?.draft.answers.children).toEqual([
      { name: 'Robin Vale', knownAs: '', year: '4B', description: '', part: 'harmed' },
      { name: '', knownAs: '', year: '', description: 'about eight, red coat', part: 'caused' },
    ]);
  });

  it('takes adults from the list and by name, and leaves a typed colleague out as if picked', async () => {
    const form = await atTheForm(school, school.person('p-ada'));
    await form.press('Not today');
    await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'yes' });
    await form.press('Continue', { adults: 'p-ben', names: 'a driver called Kit\n iris kay ' });
    const held = await readDraft(school.deps, school.person('p-ada').id);
    expect(held?.draft.answers.adults).toEqual([
      { person: 'p-ben' },
      { person: 'p-iris' },
      { name: 'a driver called Kit' },
    ]);
  });

  it('sends a report about the safeguarding lead to somebody who is not involved', async () => {
    const form = await atTheForm(school, school.person('p-ada'));
    await form.press('Not today');
    await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'yes' });
    await form.press('Continue', { adults: 'p-iris' });
    await form.press('Continue', { also: 'adult-behaviour' });
    await form.press('Continue', STORY);
    const submission = await submissionOf('p-ada');
    const checked = textsOf(form.card()).join('\n');
    expect(checked).toContain('someone who is not involved: the headteacher');
    await form.press('Send it');
    expect(textsOf(form.card()).join('\n')).toContain('someone who is not involved');
    const { state } = await caseOf(submission);
    expect(state.plan.route.rungs.flat()).not.toContain('dsl');
  });

  it('leaves out whoever is ticked as connected', async () => {
    const form = await toLastPage(school, school.person('p-ada'));
    const submission = await submissionOf('p-ada');
    await form.press('Send it', { connected: 'p-iris' });
    const { state } = await caseOf(submission);
    expect(state.report?.connected).toEqual(['p-iris']);
    expect(state.rung).toBe(1);
    expect(textsOf(form.card()).join('\n')).toContain('the deputy safeguarding lead');
  });

  it('says what not to do with an image before it asks what happened', async () => {
    const form = await atTheForm(school, school.person('p-ada'));
    await form.press('Not today');
    await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    await form.press('Continue', { about: 'images' });
    const texts = textsOf(form.card());
    const guidance = texts.findIndex((text) => text.startsWith('Do not look at the image.'));
    expect(guidance).toBeGreaterThan(0);
    expect(guidance).toBeLessThan(texts.findIndex((text) => text.startsWith('What did you see')));
    expect(texts.join('\n')).not.toContain('Where on the body');
  });

  it('asks where on the body only when a mark was ticked, and keeps left and right', async () => {
    const story = { ...STORY, places: 'left-arm,back', mark: 'Round, blue' };
    const form = await toLastPage(school, school.person('p-ada'), { ticks: { about: 'mark' }, story });
    expect(textsOf(form.card()).join('\n')).toContain('Left arm, Back, Round, blue');
  });

  it('brings somebody who changes one part back to the last page', async () => {
    const form = await toLastPage(school, school.person('p-ada'));
    await form.press('Change who');
    expect(defaultsOf(form.card())).toMatchObject({ 'name-1': 'Robin Vale', adult: 'no' });
    await form.press('Continue', { 'name-1': 'Robin Hale' });
    expect(textsOf(form.card()).join('\n')).toContain('Robin Hale');
    expect(buttonsOf(form.card()).map(({ title }) => title)).toContain('Send it');
  });

  it('shows new guidance when a tick is changed at the end', async () => {
    const form = await toLastPage(school, school.person('p-ada'));
    await form.press('Change ticks');
    await form.press('Continue', { about: 'told,images' });
    expect(textsOf(form.card()).join('\n')).toContain('Do not look at the image.');
    expect(defaultsOf(form.card())).toMatchObject(STORY);
    await form.press('Continue');
    expect(buttonsOf(form.card()).map(({ title }) => title)).toContain('Send it');
  });
});

describe('sending twice', () => {
  const slack = { platform: 'slack', view: true } as const;

  it('is one report, with the same receipt', async () => {
    const ada = school.person('p-ada');
    const form = await toLastPage(school, ada);
    const submission = await submissionOf('p-ada');
    const send = press(form.card(), 'Send it');
    const first = textsOf(cardOf(await pressForm(school.deps, school.directory, ada, send, slack)));
    const second = textsOf(cardOf(await pressForm(school.deps, school.directory, ada, send, slack)));
    expect(second.filter((text) => text.startsWith('Saved'))).toEqual([first[0]]);
    const events = eventsOf(await caseOf(submission));
    expect(events.filter(({ type }) => type === 'ConcernReported')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'ReportAmended')).toHaveLength(0);
  });

  it('adds what was changed meanwhile, when the draft could not be erased', async () => {
    const ada = school.person('p-ada');
    const { store } = school.deps;
    const keeps: typeof store = {
      ...store,
      commit: async (change) =>
        change.type === 'erase' ? Promise.reject(new Error('busy')) : store.commit(change),
    };
    const deps = { ...school.deps, store: keeps };
    const form = await toLastPage(school, ada);
    const submission = await submissionOf('p-ada');
    await pressForm(deps, school.directory, ada, press(form.card(), 'Send it'), slack);
    await form.press('Change story');
    await form.press('Continue', { seen: 'Two bruises on the arm.' });
    await pressForm(deps, school.directory, ada, press(form.card(), 'Send it'), slack);
    const events = eventsOf(await caseOf(submission));
    expect(events.map(({ type }) => type)).toEqual([
      'ConcernReported',
      'RouteChosen',
      'ReportAmended',
      'RouteChosen',
    ]);
  });

  it('does not offer a sent report again, even when its draft is still there', async () => {
    const ada = school.person('p-ada');
    const { store } = school.deps;
    const keeps: typeof store = {
      ...store,
      commit: async (change) =>
        change.type === 'erase' ? Promise.reject(new Error('busy')) : store.commit(change),
    };
    const form = await toLastPage(school, ada);
    const before = await submissionOf('p-ada');
    await pressForm(
      { ...school.deps, store: keeps },
      school.directory,
      ada,
      press(form.card(), 'Send it'),
      slack,
    );
    const again = await startReport(school.deps, school.directory, ada, slack);
    expect(textsOf(cardOf(again))[0]).toBe(`Is a ${school.policy.lexicon.child} in danger?`);
    expect(await submissionOf('p-ada')).not.toBe(before);
  });

  it('tells an older button how things stand', async () => {
    const ada = school.person('p-ada');
    const form = await toLastPage(school, ada);
    const older = form.card();
    await form.press('Throw away');
    await form.press('Throw it away and start again');
    const stale = await pressForm(school.deps, school.directory, ada, press(older, 'Send it'), slack);
    expect(textsOf(cardOf(stale))[0]).toBe(
      'That button is from an older message. Here is how things stand now.',
    );
  });
});
