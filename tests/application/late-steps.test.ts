import { report, stateOf, typesIn } from '../support/concern.ts';
import type { Client, Organisation } from '../support/organisation.ts';
import { FILTER, stepForm, takes, tellingSchool } from '../support/telling-policy.ts';
import { readBy } from '../support/transcript.ts';

/** Urgent, so that its hours are not working hours. */
const TONIGHT = {
  ...FILTER,
  danger: 'Tonight, or should not go home yet',
  alert: 'Go on with the form',
} as const;

async function urgent() {
  const org = await tellingSchool();
  const id = await report(org, 'p-ada', TONIGHT);
  return { org, id, iris: org.at('p-iris') };
}
/** A first decision, so that the ladder stands still. */
async function decides(lead: Client): Promise<void> {
  await takes(lead);
  await stepForm(lead, 'parents');
  await lead.press('Save the decision', { answer: 'No, because', reason: 'It would hurt the child.' });
}
const cardsOf = (org: Organisation, person: string) => org.at(person).inbox().length;

describe('a step whose time is over', () => {
  it('brings whoever has the case a new card, at its time and not before', async () => {
    const { org, iris } = await urgent();
    await decides(iris);
    await org.advance({ minutes: 239 });
    const before = cardsOf(org, 'p-iris');
    await org.advance({ seconds: 59 });
    expect(cardsOf(org, 'p-iris')).toBe(before);
    await org.advance({ seconds: 1 });
    expect(cardsOf(org, 'p-iris')).toBe(before + 1);
    const newest = JSON.stringify(iris.inbox().at(-1)?.message);
    expect(newest).toContain('Something is late. With the safeguarding lead.');
    expect(newest).not.toMatch(/police/i);
  });

  it('stands first in the record, and says since when', async () => {
    const { org, iris } = await urgent();
    await decides(iris);
    await stepForm(iris, 'systems');
    await org.advance({ hours: 5 });
    await iris.press('Open');
    const texts = iris.texts();
    const next = texts.slice(texts.indexOf('What must happen next'));
    expect(next).toMatch(/^What must happen next\nLate: it was due today 14:05\.\nCall the police\./);
  });

  it('is said once, and no more once it is done', async () => {
    const { org, id, iris } = await urgent();
    await decides(iris);
    await org.advance({ hours: 4 });
    const before = cardsOf(org, 'p-iris');
    await org.advance({ hours: 40 });
    expect(cardsOf(org, 'p-iris')).toBe(before);
    expect((await typesIn(org, id)).filter((type) => type === 'StepsLate')).toHaveLength(1);
    await iris.press('Open');
    await stepForm(iris, 'police');
    await iris.press('Save the referral', { who: 'Duty desk' });
    expect(iris.texts()).not.toContain('Late:');
    await org.settle();
    expect(JSON.stringify(iris.inbox().at(-1)?.message)).not.toContain('Something is late');
  });

  it('is never said where it was done in time', async () => {
    const { org, id, iris } = await urgent();
    await decides(iris);
    await stepForm(iris, 'police');
    await iris.press('Save the referral', { who: 'Duty desk' });
    await org.advance({ hours: 40 });
    expect(await typesIn(org, id)).not.toContain('StepsLate');
  });

  it('is said to whoever was called, while nobody has it, and leaves the ladder alone', async () => {
    const { org, id } = await urgent();
    await org.advance({ hours: 3, minutes: 50 });
    const { rung, exhausted } = await stateOf(org, id);
    const before = { iris: cardsOf(org, 'p-iris'), nadia: cardsOf(org, 'p-nadia') };
    await org.advance({ minutes: 15 });
    expect(await stateOf(org, id)).toMatchObject({ rung, exhausted, late: ['telling.police'] });
    expect(cardsOf(org, 'p-iris')).toBe(before.iris + 1);
    expect(cardsOf(org, 'p-nadia')).toBe(before.nadia + 1);
  });

  it('is nothing that the reporter sees', async () => {
    const { org, iris } = await urgent();
    await decides(iris);
    await org.advance({ hours: 3 });
    const before = readBy(org, 'p-ada').length;
    await org.advance({ hours: 30 });
    expect(readBy(org, 'p-ada')).toHaveLength(before);
    await org.at('p-ada').say('my reports');
    await org.at('p-ada').press('Open');
    expect(org.at('p-ada').texts()).not.toMatch(/late/i);
  });

  it('counts working hours where nothing is urgent', async () => {
    const org = await tellingSchool({ options: { start: '2026-11-24T15:00:00.000Z' } });
    const id = await report(org, 'p-ada', FILTER);
    await takes(org.at('p-iris'));
    // Two hours are left of the day, two more follow from eight in the morning.
    await org.advance({ minutes: 1139 });
    expect(await typesIn(org, id)).not.toContain('StepsLate');
    await org.advance({ minutes: 1 });
    expect(await typesIn(org, id)).toContain('StepsLate');
  });

  it('is said after a restart, too', async () => {
    const { org, id, iris } = await urgent();
    await decides(iris);
    org.restart();
    await org.advance({ hours: 4 });
    expect(await typesIn(org, id)).toContain('StepsLate');
  });

  it('says so in the history, with what was late', async () => {
    const { org, iris } = await urgent();
    await decides(iris);
    await org.advance({ hours: 4 });
    await iris.press('Open');
    await iris.press('What has been done');
    await iris.press('Later').catch(() => iris);
    expect(iris.texts()).toMatch(/Late today 14:05, Signpost\nCall the police\./);
  });
});
