import { caseIdIn, fillForm, recordOf } from '../support/concern.ts';
import { type Organisation, organisation } from '../support/organisation.ts';

const KITCHEN = {
  'behalf-name': 'Mo Field',
  'behalf-employer': 'Kitchen, Bright Meals',
  'behalf-read': 'yes',
};
const PAPER = { 'late-date': '2026-11-23', 'late-time': '15:10', 'late-why': 'The network was down.' };

async function atLastPage() {
  const org = await organisation('one-school');
  const cleo = org.at('p-cleo');
  await fillForm(cleo);
  return { org, cleo };
}

async function sent({ org, cleo }: Awaited<ReturnType<typeof atLastPage>>) {
  const id = await caseIdIn(org, 'p-cleo');
  await cleo.press('Send it');
  await org.settle();
  return recordOf(org, id);
}

/** The record as the lead reads it. */
async function readBy(org: Organisation, lead: string): Promise<string> {
  const iris = org.at(lead);
  await iris.press('Open');
  if (iris.titles().includes('Open the record')) await iris.press('Open the record');
  return iris.texts();
}

describe('a report for somebody without an account', () => {
  it('says whose words they are, on the last page and on the record', async () => {
    const page = await atLastPage();
    const { org, cleo } = page;
    await cleo.press('For someone else, or late');
    await cleo.press('Done', KITCHEN);
    expect(cleo.texts()).toContain('Mo Field, Kitchen, Bright Meals, It was read back to them');
    expect(cleo.titles()).toContain('Change origin');
    const { state } = await sent(page);
    expect(state.report?.behalf).toEqual({
      name: 'Mo Field',
      employer: 'Kitchen, Bright Meals',
      readBack: 'yes',
    });
    expect(state.reporter).toBe('p-cleo');
    await org.at('p-iris').press('Open');
    const seen = await readBy(org, 'p-iris');
    expect(seen).toContain('Mo Field, Kitchen, Bright Meals. It was read back to them');
  });

  it('asks for the name, and loses nothing that was typed', async () => {
    const { cleo } = await atLastPage();
    await cleo.press('For someone else, or late');
    await cleo.press('Done', { 'behalf-employer': 'A taxi firm', 'late-why': 'No signal.' });
    expect(cleo.answer().type).toBe('keep-form');
    expect(cleo.texts()).toContain('Give the name of the person you are writing for.');
    await cleo.press('Done', { 'behalf-name': 'Mo Field', 'late-date': '2026-11-23' });
    expect(cleo.texts()).toContain('Mo Field, A taxi firm');
    expect(cleo.texts()).toContain('2026-11-23, No signal.');
  });

  it('is taken back when its boxes are emptied', async () => {
    const page = await atLastPage();
    const { cleo } = page;
    await cleo.press('For someone else, or late');
    await cleo.press('Done', KITCHEN);
    await cleo.press('Change origin');
    await cleo.press('Done', { 'behalf-name': '', 'behalf-employer': '' });
    expect(cleo.titles()).toContain('For someone else, or late');
    expect((await sent(page)).state.report).not.toHaveProperty('behalf');
  });
});

describe('a report that was on paper first', () => {
  it('keeps the day and time of the paper apart from when it was entered', async () => {
    const page = await atLastPage();
    const { cleo } = page;
    await cleo.press('For someone else, or late');
    await cleo.press('Done', PAPER);
    const { state } = await sent(page);
    expect(state.report?.late).toEqual({
      date: '2026-11-23',
      time: '15:10',
      why: 'The network was down.',
    });
    expect(state.reportedAt.slice(0, 10)).toBe('2026-11-24');
  });

  it.each([
    ['a time to come', { 'late-date': '2026-11-25' }, 'That time has not come yet.'],
    ['no day', { 'late-time': '15:10' }, 'Give the day it was first written down or told.'],
    ['too long a reason', { ...PAPER, 'late-why': 'x'.repeat(301) }, '300'],
  ])('takes not %s', async (_, typed, said) => {
    const { cleo } = await atLastPage();
    await cleo.press('For someone else, or late');
    await cleo.press('Done', typed);
    expect(cleo.answer().type).toBe('keep-form');
    expect(cleo.texts()).toContain(said);
  });
});
