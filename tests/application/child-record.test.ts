import { readCase } from '../../src/application/case/case-store.ts';
import type { Deps } from '../../src/application/deps.ts';
import { report, stateOf } from '../support/concern.ts';
import { type Organisation, organisation } from '../support/organisation.ts';

/** The pack of `one-school`, with a record of the child's own beside a case about an adult. */
const apart = (deps: Deps): Deps => ({
  ...deps,
  policy: {
    ...deps.policy,
    routes: deps.policy.routes.map((route) =>
      route.about === 'adult' ? { ...route, child: 'about-a-child' } : route,
    ),
  },
});

const CANARY = 'He shouted at her by the lockers';
const STORY = { seen: CANARY, heard: 'saw', when: 'about' };

async function told(adult: 'yes' | 'no' | 'unsure', adults?: string) {
  const school = await organisation('one-school', { doctor: apart });
  const id = await report(school, 'p-ada', { adult, ...(adults && { adults }), story: STORY });
  await school.settle();
  return { school, id, child: school.deps().keyring.recordId(`child|${id}`) };
}
const inbox = (school: Organisation, person: string) =>
  JSON.stringify(school.boxesOf(person).flatMap((box) => school.post.box(box)));

describe('the record of the child beside a case about an adult', () => {
  it('goes to the safeguarding lead, with the child and not a word about the adult', async () => {
    const { school, child } = await told('yes', 'p-ben');
    const state = await stateOf(school, child);
    expect(state.plan.route).toMatchObject({ id: 'about-a-child', about: 'child' });
    expect(state.report?.children[0]?.name).toBe('Robin Vale');
    expect(JSON.stringify(state.report)).not.toContain(CANARY);
    const lead = school.at('p-nadia');
    await school.advance({ minutes: 31 });
    await lead.press('Open');
    await lead.press('Read the record');
    expect(lead.texts()).toContain('There is a worry that involves this child');
    expect(lead.texts()).not.toContain(CANARY);
  });

  it('is closed to whoever is part of the case about the adult', async () => {
    const { school, child } = await told('yes', 'p-vera');
    expect((await stateOf(school, child)).conflicted).toContain('p-vera');
    expect(inbox(school, 'p-vera')).toBe('[]');
  });

  it('is not made when a lead may be part of it', async () => {
    for (const [adult, who] of [
      ['yes', 'p-nadia'],
      ['unsure', undefined],
    ] as const) {
      const { school, child } = await told(adult, who);
      expect(await readCase(school.deps(), child)).toBeUndefined();
    }
  });

  it('is not made for a worry about a child', async () => {
    const { school, child } = await told('no');
    expect(await readCase(school.deps(), child)).toBeUndefined();
  });

  it('is made once, also when the bot starts again in between', async () => {
    const { school, id, child } = await told('yes', 'p-ben');
    const before = await stateOf(school, child);
    school.restart();
    await school.advance({ hours: 1 });
    expect((await stateOf(school, child)).reportedAt).toBe(before.reportedAt);
    expect((await stateOf(school, id)).beside).toMatchObject({ record: child, side: 'adult' });
  });

  it('is closed as well to somebody who is left out of the case about the adult later', async () => {
    const { school, child } = await told('yes', 'p-ben');
    const head = school.at('p-iris');
    await head.press('Open');
    await head.press('Read the record');
    await head.press('Leave somebody out');
    await head.press('Leave them out', { person: 'p-nadia' });
    await school.settle();
    expect((await stateOf(school, child)).conflicted).toContain('p-nadia');
  });

  it('is linked only for somebody who may see both, and says nobody to ask again', async () => {
    const { school } = await told('yes', 'p-ben');
    await school.advance({ minutes: 31 });
    const lead = school.at('p-nadia');
    await lead.press('Open');
    await lead.press('Read the record');
    expect(lead.titles()).not.toContain('Open the other record');
    expect(lead.titles()).not.toContain('Ask the reporter');
    expect(lead.texts()).not.toContain('Ada Bell');
    // The headteacher is the lead here, and has both.
    const head = school.at('p-iris');
    await head.press('Open');
    await head.press('Read the record');
    await head.press('Open the other record');
    expect(head.texts()).toContain('Robin Vale');
  });

  it('stands in no list of the reporter, who follows what they wrote', async () => {
    const { school, id } = await told('yes', 'p-ben');
    const ada = school.at('p-ada');
    await ada.say('my reports');
    expect(ada.titles().filter((title) => title === 'Open')).toHaveLength(1);
    expect(id).toBeDefined();
  });
});
