import type { Deps } from '../../src/application/deps.ts';
import { leavesOf } from '../support/check-card.ts';
import { caseIdIn, openRecord, stateOf } from '../support/concern.ts';
import { fillWorry } from '../support/obligations-report.ts';
import { type Client, organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';

/** A name that would be markup wherever markup is read. */
const ROBIN = '**Robin** <!channel> [x](http://bad.example)';
const KIM = 'Kim Ash';
const PLAN = 'Make a plan of support.';

/** A policy with one step for each child and nothing else. */
const supporting = (deps: Deps): Deps => ({
  ...deps,
  policy: {
    ...deps.policy,
    procedures: [
      {
        id: 'sv',
        name: 'Support',
        always: true,
        steps: [{ kind: 'do', id: 'support', text: PLAN, each: 'child', modality: 'must', source: '4' }],
        source: '4',
      },
    ],
  },
});

async function about(...names: readonly string[]) {
  const org = await organisation('two-schools', { doctor: supporting });
  const ada = org.at('p-ada');
  await fillWorry(ada, { children: names.map((name) => ({ name, part: 'harmed' as const })) });
  const id = await caseIdIn(org, 'p-ada');
  await ada.press('Send it');
  await org.settle();
  const iris = org.at('p-iris');
  await openRecord(iris);
  return { org, id, iris };
}

/** Opens the form of a step by its id. */
async function opens(lead: Client, step: string): Promise<void> {
  const found = buttonsOf(lead.card()).find(({ data }) => data.arg?.startsWith(`${step}@`));
  if (found === undefined) throw new Error(`${step} has no button, but: ${lead.texts()}`);
  const { do: verb, record = '', arg = '', actionId = '', sig = '' } = found.data;
  await lead.send({ do: verb, record, arg, actionId, sig, inputs: {} });
}

/** Every text of a card that a client reads as markup. */
const markup = (client: Client): string =>
  JSON.stringify(leavesOf(client.card().body).filter(({ type }) => type !== 'RichTextBlock'));

describe('a step for each child', () => {
  it('says on the record, on its form and in what was done which child it is for', async () => {
    const { iris } = await about(ROBIN, KIM);
    for (const name of [ROBIN, KIM]) expect(iris.texts()).toContain(`${PLAN}\nFor: ${name}\nMust be done`);
    await opens(iris, 'sv.support-2');
    expect(iris.texts()).toContain(`${PLAN}\nFor: ${KIM}`);
    expect(iris.texts()).not.toContain(ROBIN);
    await iris.press('Done', { note: 'On Fridays.' });
    expect(iris.texts()).not.toContain(`For: ${KIM}`);
    await opens(iris, 'sv.support-1');
    await iris.press('Done', { note: 'On Mondays.' });
    await iris.press('What has been done');
    expect(iris.texts()).toContain(`${PLAN} For: ${KIM}\nOn Fridays.`);
    expect(iris.texts()).toContain(`${PLAN} For: ${ROBIN}\nOn Mondays.`);
  });

  it("never makes markup of a child's name", async () => {
    const { iris } = await about(ROBIN, KIM);
    expect(markup(iris)).not.toMatch(/Robin|Kim/);
    await opens(iris, 'sv.support-1');
    expect(markup(iris)).not.toMatch(/Robin|Kim/);
    // Control: the same reader finds what stands in a text of ours.
    expect(markup(iris)).toContain(PLAN);
    await iris.press('Back to the record');
    await iris.press('What has been done');
    expect(markup(iris)).not.toMatch(/Robin|Kim/);
  });

  it('keeps the case open while one child has none, and says for how many', async () => {
    const { iris } = await about(ROBIN, KIM);
    const closes = async () => {
      await iris.press('Close');
      await iris.press('Close it', { reason: 'All is well.' });
    };
    await closes();
    expect(iris.texts()).toMatch(/Left to do: 2\.\n- Make a plan of support\. .*For 2 /);
    await iris.press('Back to the record');
    await opens(iris, 'sv.support-1');
    await iris.press('Done', { note: 'On Mondays.' });
    await closes();
    expect(iris.texts()).toMatch(/Left to do: 1\.\n- Make a plan of support\. .*For one /);
    await iris.press('Back to the record');
    await opens(iris, 'sv.support-2');
    await iris.press('Done', { note: 'On Fridays.' });
    await closes();
    expect(iris.titles()).toContain('Open it again');
  });

  it('stands once while there is only an alert, and for the child when the report comes', async () => {
    const org = await organisation('two-schools', { doctor: supporting });
    const ada = org.at('p-ada');
    const fill = fillWorry(ada, { danger: 'now', alert: 'lead', children: [{ name: KIM }] });
    await fill;
    const id = await caseIdIn(org, 'p-ada');
    await org.settle();
    expect((await stateOf(org, id)).steps.map(({ step }) => [step.id, step.child])).toEqual([
      ['sv.support', undefined],
    ]);
    const iris = org.at('p-iris');
    await openRecord(iris);
    expect(iris.texts()).toContain(`${PLAN}\nMust be done`);
    await ada.press('Send it');
    await org.settle();
    await openRecord(iris);
    expect(iris.texts()).toContain(`${PLAN}\nFor: ${KIM}`);
    expect((await stateOf(org, id)).steps.map(({ step }) => [step.id, step.child])).toEqual([
      ['sv.support-1', 0],
    ]);
  });
});
