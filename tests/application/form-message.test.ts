import { rememberPerson } from '../../src/application/addresses.ts';
import { readCase } from '../../src/application/case/case-store.ts';
import { workOnce } from '../../src/application/due-work.ts';
import type { Address } from '../../src/application/messenger.ts';
import { caseIdOf, readDraft } from '../../src/application/report/draft-store.ts';
import { pressForm, startReport } from '../../src/application/report/report-concern.ts';
import type { Card } from '../../src/cards/model.ts';
import { textsOf } from '../support/check-card.ts';
import { cardOf, STORY } from '../support/filled-form.ts';
import { press } from '../support/press.ts';
import { type SampleSchool, sampleSchool } from '../support/sample-school.ts';

const CHAT: Address = { platform: 'teams', to: { conversation: 'ada' } };
const typed = { platform: 'teams', view: false } as const;
const inChat = { platform: 'teams', view: true } as const;

let school: SampleSchool;
beforeEach(async () => {
  school = await sampleSchool();
  await rememberPerson(school.deps, ada().id, CHAT);
});
const ada = () => school.person('p-ada');
const say = () => startReport(school.deps, school.directory, ada(), typed);

/** All that is due now, until nothing is. */
async function wake(): Promise<void> {
  while ((await workOnce(school.deps, 'worker')) > 0);
}
const shownCards = (): readonly Card[] => [...school.teams.shown.values()].map(({ message }) => message.card);
const lines = () => shownCards().map((card) => textsOf(card)[0]);
const latest = () => {
  const card = shownCards().at(-1);
  if (card === undefined) throw new Error('No message was sent');
  return card;
};
async function pressAll(card: Card, ...presses: readonly [string, Readonly<Record<string, string>>?][]) {
  let shown = card;
  for (const [title, inputs] of presses) {
    const pressed = press(shown, title, inputs);
    shown = cardOf(await pressForm(school.deps, school.directory, ada(), pressed, inChat));
  }
  return shown;
}

describe('the message that carries the form in Teams', () => {
  it('comes by due work, silent, and says nothing that a bystander could use', async () => {
    expect(await say()).toEqual({ type: 'nothing' });
    expect(school.teams.posted).toHaveLength(0);
    await wake();
    const [post] = school.teams.posted;
    expect(post?.to).toBe('ada');
    expect(post?.message.silent).toBe(true);
    expect(post?.message.notification).toMatch(/^Signpost: something to read\. [0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(textsOf(latest())).toEqual([
      'Report in progress',
      'Continue',
      'Discard',
      'Kept until Tuesday 1 December. If a child is in danger, call 999.',
    ]);
  });

  it('leads through the whole form, and is handed on to become the receipt', async () => {
    await say();
    await wake();
    const submission = (await readDraft(school.deps, ada().id))?.draft.submission ?? '';
    const receipt = await pressAll(
      latest(),
      ['Continue'],
      ['Not today'],
      ['Continue', { 'name-1': 'Robin Vale', adult: 'no' }],
      ['Continue', { about: 'told' }],
      ['Continue', STORY],
      ['Send it'],
    );
    expect(textsOf(receipt)[0]).toMatch(/^Saved, today 14:05\. Reference /);
    const record = await readCase(school.deps, caseIdOf(school.deps, submission));
    expect(record?.receipt).toEqual({ address: CHAT, messageId: 'm-1' });
  });

  it('is sent anew when the form is asked for again, and the older one says so', async () => {
    await say();
    await wake();
    school.clock.move({ minutes: 10 });
    await say();
    await wake();
    expect(lines()).toEqual(['This report has moved to a newer message below.', 'Report in progress']);
  });

  it('says that it was thrown away, and then the draft is gone', async () => {
    await say();
    await wake();
    await pressAll(
      latest(),
      ['Continue'],
      ['Not today'],
      ['Continue', { 'name-1': 'Robin Vale', adult: 'no' }],
      ['Back'],
    );
    await pressAll(latest(), ['Discard'], ['Throw it away']);
    const held = await readDraft(school.deps, ada().id);
    expect(held?.draft).toMatchObject({ thrownAway: true, answers: {} });
    await wake();
    expect(lines()).toEqual(['This form is closed. Nothing of it was kept.']);
    expect(await readDraft(school.deps, ada().id)).toBeUndefined();
  });

  it('carries the new form after "throw away and start again"', async () => {
    await say();
    await wake();
    const before = (await readDraft(school.deps, ada().id))?.draft.submission;
    await pressAll(latest(), ['Discard'], ['Throw it away and start again']);
    await wake();
    const shown = await pressAll(latest(), ['Continue']);
    expect(textsOf(shown)[0]).toBe(`Is a ${school.policy.lexicon.child} in danger?`);
    expect((await readDraft(school.deps, ada().id))?.draft.submission).not.toBe(before);
  });

  it('prompts on the next working day and the fourth, and is gone after the fifth', async () => {
    await say();
    await wake();
    await pressAll(latest(), ['Continue'], ['Not today']);
    const after: number[] = [];
    for (let day = 1; day <= 7; day += 1) {
      school.clock.move({ hours: 24 });
      await wake();
      after.push(school.teams.posted.length);
    }
    // A Tuesday: Wednesday is the first working day, Monday the fourth, Tuesday the fifth.
    expect(after).toEqual([2, 2, 2, 2, 2, 3, 3]);
    expect(await readDraft(school.deps, ada().id)).toBeUndefined();
    expect(new Set(lines())).toEqual(new Set(['This form is closed. Nothing of it was kept.']));
  });

  it('does not prompt for a form that was only opened', async () => {
    await say();
    await wake();
    school.clock.move({ hours: 24 * 5 });
    await wake();
    expect(school.teams.posted).toHaveLength(1);
  });

  it('clears a draft away whose report is safe', async () => {
    await say();
    await wake();
    const { store } = school.deps;
    const keeps: typeof store = {
      ...store,
      commit: async (change) =>
        change.type === 'erase' ? Promise.reject(new Error('busy')) : store.commit(change),
    };
    const last = await pressAll(
      latest(),
      ['Continue'],
      ['Not today'],
      ['Continue', { 'name-1': 'Robin Vale', adult: 'no' }],
      ['Continue', { about: 'told' }],
      ['Continue', STORY],
    );
    const deps = { ...school.deps, store: keeps };
    await pressForm(deps, school.directory, ada(), press(last, 'Send it'), inChat);
    expect(await readDraft(school.deps, ada().id)).toBeDefined();
    school.clock.move({ hours: 24 });
    await wake();
    expect(await readDraft(school.deps, ada().id)).toBeUndefined();
    expect(lines()).not.toContain('This form is closed. Nothing of it was kept.');
  });

  it('shows nothing of the form where others may read: it comes to the own chat', async () => {
    await say();
    await wake();
    const pressed = press(latest(), 'Continue');
    school.clock.move({ minutes: 1 });
    const answer = await pressForm(school.deps, school.directory, ada(), pressed, typed);
    expect(answer).toEqual({ type: 'nothing' });
    await wake();
    expect(school.teams.posted).toHaveLength(2);
  });
});
