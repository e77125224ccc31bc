import { recordCard } from '../../src/application/case/record-card.ts';
import type { Deps } from '../../src/application/deps.ts';
import type { CaseState } from '../../src/domain/case/state.ts';
import { StepId } from '../../src/domain/ids.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { textsOf } from '../support/check-card.ts';
import { recordOf, report, stateOf } from '../support/concern.ts';
import { type Organisation, organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { takes } from '../support/telling-policy.ts';

const YES_OR_NO = 'Approve or decline';
const FIRST = StepId.parse('asking.first');
const AGREE = { kind: 'approve', id: 'agree', text: 'Agree to it.', reason: 'on-decline' } as const;

/** A policy with one approval and nothing else. */
const asking =
  (by: Policy['leads'], independent?: Policy['independent']) =>
  (deps: Deps): Deps => ({
    ...deps,
    policy: {
      ...deps.policy,
      ...(independent && { independent }),
      procedures: [
        {
          id: 'asking',
          name: 'Asking',
          always: true,
          steps: [{ ...AGREE, by, modality: 'must', source: '4' }],
          source: '4',
        },
      ],
    },
  });

async function asked(...given: Parameters<typeof asking>) {
  const org = await organisation('two-schools', { doctor: asking(...given) });
  const id = await report(org, 'p-ada');
  const iris = await takes(org.at('p-iris'));
  if (iris.titles().includes('Read the record')) await iris.press('Read the record');
  return { org, id, iris };
}

/** The record of a case that is changed a little, as this person would see it. */
async function shownTo(
  org: Organisation,
  id: Parameters<typeof recordOf>[1],
  person: string,
  change: (state: CaseState) => CaseState,
) {
  const viewer = org.directory.people.find((each) => each.id === person);
  if (viewer === undefined) throw new Error(`Nobody is ${person}`);
  const record = await recordOf(org, id);
  // Two people lead here.
  const second = { ...viewer, id: org.at('p-ben').person.id, name: 'A second lead' };
  const people = [...org.directory.people.filter((each) => each.id !== second.id), second];
  const card = recordCard(org.deps(), { ...record, state: change(record.state) }, { people }, viewer);
  return { texts: textsOf(card).join('\n'), titles: buttonsOf(card).map(({ title }) => title) };
}

describe('an approval on the record', () => {
  it('says which role it waits for, and has no button for whoever may not answer it', async () => {
    const { org, id, iris } = await asked(['headteacher']);
    expect(iris.texts()).toContain('Waiting for the headteacher to say yes or no.');
    expect(iris.titles()).not.toContain(YES_OR_NO);
    // Whoever is waited for has a message of their own, and answers there.
    const head = org.at('p-vera');
    await head.press('Open');
    await head.press('Approve');
    expect((await stateOf(org, id)).steps[0]?.now.standing).toBe('approved');
    await iris.press('What has been done');
    await iris.press('Back to the record');
    expect(iris.texts()).not.toContain('Waiting for the headteacher');
  });

  it('has a button for whoever may answer it, and does not tell them to wait', async () => {
    const { org, id, iris } = await asked(['dsl']);
    expect(iris.texts()).not.toContain('to say yes or no.');
    await iris.press(YES_OR_NO);
    await iris.press('Approve');
    expect((await stateOf(org, id)).steps[0]?.now.standing).toBe('approved');
  });

  it('says that nobody here may answer it, and whom to phone', async () => {
    const { iris } = await asked(['proprietor'], ['proprietor']);
    expect(iris.texts()).toMatch(
      /Nobody here may say yes or no to this\. Phone [\d ]+ \(.+\) and ask who can/,
    );
    expect(iris.titles()).not.toContain(YES_OR_NO);
  });

  it('sends whoever asked for it themselves to another holder of the role', async () => {
    const { org, id, iris } = await asked(['dsl']);
    const own = await shownTo(org, id, 'p-iris', (state) => ({
      ...state,
      steps: state.steps.map((each) => ({ ...each, proposedBy: iris.person.id })),
    }));
    expect(own.texts).toMatch(/Waiting for another .*lead.* to say yes or no\./);
    expect(own.titles).not.toContain(YES_OR_NO);
    // Control: without the proposal the same record has the button.
    expect((await shownTo(org, id, 'p-iris', (state) => state)).titles).toContain(YES_OR_NO);
  });

  it('says first what comes before it', async () => {
    const { org, id } = await asked(['headteacher']);
    const { texts } = await shownTo(org, id, 'p-iris', (state) => ({
      ...state,
      steps: state.steps.flatMap((each) => [
        { ...each, step: { ...each.step, id: FIRST, kind: 'do' as const, text: 'Look into it.' } },
        { ...each, step: { ...each.step, after: [FIRST] } },
      ]),
    }));
    expect(texts).toContain('First: Look into it.');
    expect(texts).not.toContain('Waiting for');
  });
});
