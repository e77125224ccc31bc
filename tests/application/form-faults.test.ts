import { readCase } from '../../src/application/case/case-store.ts';
import type { Store } from '../../src/application/ports.ts';
import { caseIdOf, readDraft } from '../../src/application/report/draft-store.ts';
import { pressForm, startReport } from '../../src/application/report/report-concern.ts';
import { textsOf } from '../support/check-card.ts';
import { atTheForm, cardOf, STORY, toLastPage } from '../support/filled-form.ts';
import { buttonsOf, defaultsOf, press } from '../support/press.ts';
import { type SampleSchool, sampleSchool } from '../support/sample-school.ts';

const slack = { platform: 'slack', view: true } as const;
const NOT_SAVED =
  'Not saved yet. Your words are still here. Try again, or phone 01632 960110 (Fernhill school office). If a child is in danger, call 999.';

let school: SampleSchool;
beforeEach(async () => {
  school = await sampleSchool();
});
const ada = () => school.person('p-ada');
const fails = async (): Promise<never> => {
  throw new Error('disk full');
};
const failing = (...methods: ('read' | 'commit')[]): Store => ({
  ...school.deps.store,
  ...Object.fromEntries(methods.map((method) => [method, fails])),
});

describe('a save that fails', () => {
  it.each([['commit'], ['read', 'commit']] as const)(
    'keeps the story in its boxes (%s)',
    async (...methods) => {
      const form = await atTheForm(school, ada());
      await form.press('Not today');
      await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
      await form.press('Continue', { about: 'mark' });
      const typed = { ...STORY, opinion: 'Something is wrong at home.', mark: 'blue', places: 'back' };
      const deps = { ...school.deps, store: failing(...methods) };
      const pressed = press(form.card(), 'Continue', typed);
      const answer = await pressForm(deps, school.directory, ada(), pressed, slack);
      expect(answer.type).toBe('keep-form');
      expect(textsOf(cardOf(answer))[0]).toBe(NOT_SAVED);
      expect(defaultsOf(cardOf(answer))).toMatchObject(typed);
      // The same button, once the store is back, takes the same words.
      await pressForm(school.deps, school.directory, ada(), press(cardOf(answer), 'Continue'), slack);
      const held = await readDraft(school.deps, ada().id);
      expect(held?.draft.answers.account).toMatchObject({ seen: STORY.seen, mark: 'blue', places: 'back' });
    },
  );

  it('says on the last page that it was not sent, and sends it when pressed again', async () => {
    const form = await toLastPage(school, ada());
    const deps = { ...school.deps, store: failing('commit') };
    const send = press(form.card(), 'Send it', { connected: 'p-iris' });
    const answer = await pressForm(deps, school.directory, ada(), send, slack);
    expect(answer.type).toBe('keep-form');
    expect(textsOf(cardOf(answer))[0]).toBe(NOT_SAVED);
    expect(defaultsOf(cardOf(answer)).connected).toBe('p-iris');
    const again = press(cardOf(answer), 'Send it');
    const receipt = await pressForm(school.deps, school.directory, ada(), again, slack);
    expect(textsOf(cardOf(receipt))[0]).toMatch(/^Saved, today 14:05\./);
  });

  it('says 999 and the number when an alert cannot be saved', async () => {
    const form = await atTheForm(school, ada());
    await form.press('In danger now');
    const deps = { ...school.deps, store: failing('read', 'commit') };
    const tell = press(form.card(), 'Tell the safeguarding lead now', { where: 'Library' });
    const answer = await pressForm(deps, school.directory, ada(), tell, slack);
    expect(answer.type).toBe('keep-form');
    expect(textsOf(cardOf(answer)).slice(0, 2)).toEqual([NOT_SAVED, 'Call 999 now']);
    expect(defaultsOf(cardOf(answer)).where).toBe('Library');
    expect(buttonsOf(cardOf(answer)).map(({ title }) => title)).toContain('Tell the safeguarding lead now');
  });

  it('gives a way on where there is nothing to show', async () => {
    const form = await toLastPage(school, ada());
    const deps = { ...school.deps, store: failing('read') };
    const answer = await pressForm(deps, school.directory, ada(), press(form.card(), 'Send it'), slack);
    expect(textsOf(cardOf(answer))).toEqual([NOT_SAVED, 'Try again']);
    const back = await pressForm(
      school.deps,
      school.directory,
      ada(),
      press(cardOf(answer), 'Try again'),
      slack,
    );
    expect(buttonsOf(cardOf(back)).map(({ title }) => title)).toContain('Send it');
  });

  it('logs no word of it', async () => {
    const form = await atTheForm(school, ada());
    await form.press('Not today');
    const deps = { ...school.deps, store: failing('commit') };
    const who = press(form.card(), 'Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    await pressForm(deps, school.directory, ada(), who, slack);
    expect(school.log.lines.at(-1)).toEqual({ level: 'error', event: 'form-not-saved', code: 'Error' });
  });
});

describe('what is missing or wrong', () => {
  const inWho = async () => {
    const form = await atTheForm(school, ada());
    await form.press('Not today');
    return form;
  };
  const inStory = async (about = 'told') => {
    const form = await inWho();
    await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    await form.press('Continue', { about });
    return form;
  };

  it.each([
    [{ adult: 'no' }, 'Write a name for each ${child}, or describe them.'],
    [{ 'name-1': 'Robin Vale' }, 'Choose one answer: does any adult here come into this?'],
    [{ 'name-1': 'Robin Vale', adult: 'perhaps' }, 'Choose one answer: does any adult here come into this?'],
    [{ 'name-1': 'Robin Vale', 'part-1': 'victim', adult: 'no' }, 'Choose from the list.'],
  ])('says what to mend about who: %o', async (typed, line) => {
    const form = await inWho();
    await form.press('Continue', typed);
    expect(form.answer().type).toBe('keep-form');
    const said = line.replace('${child}', school.policy.lexicon.child);
    expect(textsOf(form.card())[0]).toBe(`${said} Nothing you wrote is lost.`);
    expect(defaultsOf(form.card())['name-1']).toBe('name-1' in typed ? 'Robin Vale' : undefined);
  });

  it.each([
    [{ ...STORY, seen: '   ' }, 'Write what you saw or heard. A few words are enough.'],
    [{ ...STORY, heard: 'dreamt' }, 'Choose whether you saw or heard it yourself.'],
    [{ ...STORY, when: 'exact' }, 'Give the day it happened.'],
    [{ ...STORY, date: '2026-11-25' }, 'That time has not come yet. Check the day and the time.'],
    [
      { ...STORY, date: '2026-11-24', time: '14:06' },
      'That time has not come yet. Check the day and the time.',
    ],
    [{ ...STORY, date: 'yesterday' }, 'Give the day it happened.'],
    [{ ...STORY, time: 'noon' }, 'Write the time like this: 14:05.'],
    [{ ...STORY, 'told-lead': 'perhaps' }, 'Choose from the list.'],
  ])('says what to mend about what happened: %o', async (typed, line) => {
    const form = await inStory();
    await form.press('Continue', { ...typed, opinion: 'kept' });
    expect(form.answer().type).toBe('keep-form');
    expect(textsOf(form.card())[0]).toBe(`${line} Nothing you wrote is lost.`);
    expect(defaultsOf(form.card()).opinion).toBe('kept');
    expect((await readDraft(school.deps, ada().id))?.draft.answers.account).toBeUndefined();
  });

  it('takes this minute', async () => {
    const form = await inStory();
    await form.press('Continue', { ...STORY, date: '2026-11-24', time: '14:05' });
    expect(form.answer().type).toBe('card');
  });

  it('wants at least one tick, and none of its own making', async () => {
    const form = await inWho();
    await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    await form.press('Continue');
    expect(textsOf(form.card())[0]).toContain('Tick at least one.');
    await form.press('Continue', { about: 'told,severity' });
    expect(form.answer().type).toBe('keep-form');
  });

  it('wants an adult where the answer was yes, and none where it was not sure', async () => {
    const form = await inWho();
    await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'yes' });
    await form.press('Continue');
    expect(textsOf(form.card())[0]).toContain('Choose the adult, or write their name.');
    await form.press('Continue', { adults: 'p-finn' });
    expect(textsOf(form.card())[0]).toContain('Choose from the list.');
    await form.press('Back');
    await form.press('Continue', { adult: 'unsure' });
    await form.press('Continue');
    expect(textsOf(form.card())[0]).toBe('What is it about?');
  });

  it('takes 3,000 characters and says so of 6,000, keeping the first', async () => {
    const form = await inStory();
    await form.press('Continue', { ...STORY, seen: 'a'.repeat(6000) });
    expect(textsOf(form.card())[0]).toContain('takes 3000 characters');
    expect(defaultsOf(form.card()).seen).toBe('a'.repeat(3000));
    await form.press('Continue', STORY);
    expect(form.answer().type).toBe('card');
  });

  it('keeps a story too long to be shown back, through a mistake and through a change', async () => {
    const form = await inStory();
    const long = { seen: '語'.repeat(3000), 'child-words': '話'.repeat(2000), done: 'd'.repeat(1000) };
    await form.press('Continue', { ...long, when: 'about' });
    expect(textsOf(form.card())).toContain(
      'Some answers are too long to show here. They are kept. Write in an empty box only to replace it.',
    );
    await form.press('Continue', { heard: 'saw' });
    await form.press('Change story');
    await form.press('Continue', { where: 'Library' });
    const account = (await readDraft(school.deps, ada().id))?.draft.answers.account;
    expect(account).toMatchObject({
      seen: long.seen,
      childWords: long['child-words'],
      done: long.done,
      where: 'Library',
    });
  });

  it('ignores inputs of made-up names', async () => {
    const form = await inStory();
    const tricks = { guards: 'none', kept: 'x', problem: 'x', arg: 'other', 'name-99': 'x', __proto__: 'x' };
    await form.press('Continue', { ...tricks, when: 'about' });
    expect(textsOf(form.card())[0]).toBe(
      'Write what you saw or heard. A few words are enough. Nothing you wrote is lost.',
    );
  });
});

describe('going on later', () => {
  it('offers the report again after a restart, with all that was completed', async () => {
    const form = await atTheForm(school, ada());
    await form.press('Not today');
    await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    const later = await sampleSchool({ store: school.deps.store, clock: school.clock });
    later.clock.move({ hours: 1 });
    const again = await atTheForm(later, ada());
    expect(textsOf(again.card()).slice(0, 2)).toEqual([
      'You have a report that is not sent',
      'You began it today 14:05. Nobody has seen what you wrote.',
    ]);
    await again.press('Continue');
    expect(textsOf(again.card())[0]).toBe('What is it about?');
    await again.press('Back');
    expect(defaultsOf(again.card())).toMatchObject({ 'name-1': 'Robin Vale', adult: 'no' });
  });

  it('asks once before it throws away, and keeps nothing', async () => {
    const form = await toLastPage(school, ada());
    await form.press('Throw away');
    expect(textsOf(form.card())[0]).toBe('Throw this report away?');
    expect(await readDraft(school.deps, ada().id)).toBeDefined();
    await form.press('Throw it away');
    expect(textsOf(form.card())[0]).toBe('Thrown away. Nothing of it was kept.');
    expect(await readDraft(school.deps, ada().id)).toBeUndefined();
  });

  it('keeps it when asked to, with the people ticked', async () => {
    const form = await toLastPage(school, ada());
    await form.press('Keep as draft', { connected: 'p-iris' });
    expect(textsOf(form.card())[0]).toBe('Kept until 1 December 14:05. Type **report concern** to go on.');
    const again = await atTheForm(school, ada());
    await again.press('Continue');
    expect(defaultsOf(again.card()).connected).toBe('p-iris');
  });

  it('says kindly that a form is over', async () => {
    const form = await toLastPage(school, ada());
    const older = form.card();
    await form.press('Throw away');
    await form.press('Throw it away');
    const answer = await pressForm(school.deps, school.directory, ada(), press(older, 'Send it'), slack);
    expect(textsOf(cardOf(answer))[0]).toBe(
      'That form was finished or thrown away. You can begin a new one.',
    );
  });

  it('lets two taps at once do no harm', async () => {
    const form = await atTheForm(school, ada());
    await form.press('Not today');
    const who = press(form.card(), 'Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    const both = await Promise.all(
      [who, who].map((each) => pressForm(school.deps, school.directory, ada(), each, slack)),
    );
    expect(both.map((answer) => textsOf(cardOf(answer))[0])).toEqual([
      'What is it about?',
      'What is it about?',
    ]);
  });

  it('asks somebody of two schools which one it is about', async () => {
    const form = await atTheForm(school, school.person('p-rosa'));
    await form.press('Continue', { danger: 'no', site: 'brook' });
    const held = await readDraft(school.deps, school.person('p-rosa').id);
    expect(held?.draft.site).toBe('brook');
  });

  it('never takes the report of a case that is somebody else’s', async () => {
    const form = await toLastPage(school, ada());
    const ben = school.person('p-ben');
    const stolen = await pressForm(school.deps, school.directory, ben, press(form.card(), 'Send it'), slack);
    expect(textsOf(cardOf(stolen))[0]).toBe(
      'That form was finished or thrown away. You can begin a new one.',
    );
    const held = await readDraft(school.deps, ada().id);
    const id = caseIdOf(school.deps, held?.draft.submission ?? '');
    expect(await readCase(school.deps, id)).toBeUndefined();
  });

  it('starts with a fault told plainly when the store is down', async () => {
    const deps = { ...school.deps, store: failing('read') };
    await expect(startReport(deps, school.directory, ada(), slack)).rejects.toThrow('disk full');
  });
});
