import type { Deps } from '../../src/application/deps.ts';
import { openRecord, report, stateOf, typesIn } from '../support/concern.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { FILTER, stepForm, takes, tellingDoctor } from '../support/telling-policy.ts';
import { signed } from '../support/transcript.ts';

const TONIGHT = {
  ...FILTER,
  danger: 'Tonight, or should not go home yet',
  alert: 'Go on with the form',
} as const;
const SOCIAL_CARE = { agency: 'social-care', who: 'Fern, the duty desk', reference: 'SC-1' };

/** The form of a referral that no step asks for. */
const refers = (lead: Client, record: string) =>
  lead.send(signed({ do: 'case.form', record, arg: 'refer' }, {}, `refers-${lead.card().fallbackText}`));

/** A case with an owner and a first decision, and social care called. */
async function called(
  concern: object = TONIGHT,
  typed: Readonly<Record<string, string>> = SOCIAL_CARE,
  doctor: (deps: Deps) => Deps = (deps) => deps,
) {
  const org = await organisation('two-schools', { doctor: (deps) => doctor(tellingDoctor()(deps)) });
  const id = await report(org, 'p-ada', concern);
  const iris = org.at('p-iris');
  await takes(iris);
  await stepForm(iris, 'parents');
  await iris.press('Save the decision', { answer: 'No, because', reason: 'It would hurt the child.' });
  await stepForm(iris, 'police');
  await iris.press('Save the referral', { agency: 'police', who: 'Duty desk' });
  const reply = buttonsOf(iris.card()).find(({ title }) => title === 'Police: reply');
  await iris.send(signed({ do: 'referral.answer', record: id, arg: reply?.data.arg ?? '' }, {}, 'police'));
  await iris.press('Save the reply', { outcome: 'accepted' });
  await iris.press('Back to the record');
  await refers(iris, id);
  await iris.press('Save the referral', typed);
  return { org, id, iris };
}
const cardsOf = (org: Organisation, person: string) => org.at(person).inbox().length;
const social = async (org: Organisation, id: Parameters<typeof stateOf>[1]) =>
  (await stateOf(org, id)).referrals.find(({ agency }) => agency === 'social-care');
const newest = (client: Client) => JSON.stringify(client.inbox().at(-1)?.message);

describe('a referral with no reply', () => {
  it('stands on the record until when a reply is due, with its button', async () => {
    const { iris } = await called();
    expect(iris.texts()).toContain("Children's social care: a reply is due by tomorrow 10:05.");
    expect(iris.titles()).toContain("Children's social care: reply");
    expect(iris.texts()).not.toContain('Police:');
  });

  it('brings whoever has the case a new card, at its time and not before, and once', async () => {
    const { org, id, iris } = await called();
    await org.advance({ hours: 23, minutes: 59 });
    const before = cardsOf(org, 'p-iris');
    await org.advance({ minutes: 1 });
    expect(cardsOf(org, 'p-iris')).toBe(before + 1);
    expect(newest(iris)).toContain('A referral has had no reply.');
    expect(newest(iris)).not.toMatch(/social|Fern|Robin/i);
    await org.advance({ hours: 60 });
    expect(cardsOf(org, 'p-iris')).toBe(before + 1);
    expect((await typesIn(org, id)).filter((type) => type === 'ReferralsChased')).toHaveLength(1);
    await openRecord(iris);
    expect(iris.texts()).toContain("Children's social care: no reply since");
  });

  it('waits a working day where it is not urgent', async () => {
    const { org, iris } = await called({ ...FILTER, danger: 'Not today', ticks: { about: 'feeling' } });
    expect(iris.texts()).toContain("Children's social care: a reply is due by tomorrow 10:05.");
    await org.advance({ hours: 24 });
    expect(newest(iris)).toContain('A referral has had no reply.');
  });

  it('is taken further step by step, each with its own time, until they reply', async () => {
    const { org, id, iris } = await called();
    await org.advance({ hours: 24 });
    await openRecord(iris);
    await iris.press("Children's social care: reply");
    expect(iris.texts()).toContain('No reply came in time.');
    expect(iris.texts()).toContain('The next step: Ask for the team manager.');
    await iris.press('Take it further');
    expect(iris.texts()).toContain('Working together to safeguard children');
    await iris.press('Save it', { who: '', text: '' });
    expect(iris.texts()).toContain('Not saved yet.');
    await iris.press('Save it', { who: 'The team manager', text: 'They will ring back.' });
    expect(iris.texts()).toContain('a reply is due by tomorrow 10:05.');
    expect(iris.texts()).toContain('The next step: Ask for the service manager.');
    await org.settle();
    expect(newest(iris)).not.toContain('A referral has had no reply.');
    const before = cardsOf(org, 'p-iris');
    await org.advance({ hours: 24 });
    expect(cardsOf(org, 'p-iris')).toBe(before + 1);
    expect(await social(org, id)).toMatchObject({
      chased: 2,
      late: true,
      stages: [{ stage: 'Ask for the team manager' }],
    });
    await openRecord(iris);
    await iris.press("Children's social care: reply");
    await iris.press('They replied');
    await iris.press('Save the reply', { outcome: 'not-accepted', text: 'Below their line.' });
    expect(iris.texts()).toContain("Children's social care: They do not take it on");
    // Whoever does not agree with that goes on.
    expect(iris.texts()).toContain('The next step: Ask for the service manager.');
    await iris.press('They replied');
    await iris.press('Save the reply', { outcome: 'accepted', text: '' });
    expect(iris.titles()).not.toContain('Take it further');
    await iris.press('Back to the record');
    expect(iris.texts()).not.toContain("Children's social care:");
    const after = cardsOf(org, 'p-iris');
    await org.advance({ hours: 100 });
    expect(cardsOf(org, 'p-iris')).toBe(after);
  });

  it('asks once more before the case is closed', async () => {
    const { org, id, iris } = await called();
    await stepForm(iris, 'systems');
    await iris.press('Send to the technical lead', { text: 'Please close the page.' });
    await stepForm(iris, 'commissioner');
    await iris.press('Not this time');
    await iris.press('Save the reason', { reason: 'Nobody pays for the place.' });
    await iris.press('Close');
    expect(JSON.stringify(iris.card())).toContain('replies that are missing');
    await iris.press('Close it', { reason: 'Over.', confirmed: 'no' });
    expect(iris.texts()).toContain("Still no reply from: Children's social care.");
    expect(iris.texts()).not.toContain('Look once more');
    await iris.press('Close it', { reason: 'Over.', confirmed: 'yes' });
    expect((await stateOf(org, id)).progress.status).toBe('closed');
    // Whoever closed it knows: nobody is told again.
    await org.advance({ hours: 48 });
    expect(await typesIn(org, id)).not.toContain('ReferralsChased');
  });

  it('is taken further by a step without a time, of which nobody is reminded', async () => {
    const { org, iris } = await called(TONIGHT, SOCIAL_CARE, (deps) => {
      const stages = [{ id: 'ring', title: 'Phone them again', text: 'Phone them again.' }];
      return { ...deps, policy: { ...deps.policy, referrals: { ...deps.policy.referrals, stages } } };
    });
    await iris.press("Children's social care: reply");
    await iris.press('Take it further');
    await iris.press('Save it', { who: 'The desk' });
    expect(iris.texts()).toContain("Children's social care: taken further today 10:05.");
    const before = cardsOf(org, 'p-iris');
    await org.advance({ hours: 90 });
    expect(cardsOf(org, 'p-iris')).toBe(before);
  });

  it('is waited for anew where they asked for more', async () => {
    const { org, id, iris } = await called();
    await org.advance({ hours: 24 });
    await openRecord(iris);
    await iris.press("Children's social care: reply");
    await iris.press('They replied');
    await iris.press('Save the reply', { outcome: 'more-asked', text: '' });
    expect(iris.texts()).toContain('Not saved yet.');
    await iris.press('Save the reply', { outcome: 'more-asked', text: 'Dates.' });
    expect(iris.texts()).toContain('a reply is due by tomorrow 10:05.');
    await org.advance({ hours: 24 });
    expect(await social(org, id)).toMatchObject({ chased: 2 });
  });
});

describe('consent', () => {
  it.each([
    ['given', 'Saved.'],
    ['asked', 'Saved.'],
    ['refused', 'Saved. When you can, add a note: why was there no consent?'],
    ['not-sought', 'Saved. When you can, add a note: why was there no consent?'],
  ])('%s: the referral is saved at once, and at most a reason is asked for', async (consent, saved) => {
    const { org, id, iris } = await called(TONIGHT, { ...SOCIAL_CARE, consent });
    expect(iris.texts()).toContain(saved);
    expect(await social(org, id)).toMatchObject({ consent: { answer: consent, why: '' } });
  });

  it('is no part of the record where nobody answered', async () => {
    const { org, id } = await called();
    expect(await social(org, id)).not.toHaveProperty('consent');
  });

  it('stands with its reason on the referral', async () => {
    const { iris } = await called(TONIGHT, { ...SOCIAL_CARE, consent: 'refused', why: 'Mum said no.' });
    expect(iris.texts()).toContain('Saved.');
    await iris.press("Children's social care: reply");
    expect(iris.texts()).toContain('Consent: no');
    expect(iris.texts()).toContain('Because: Mum said no.');
  });
});

it('an agency that tells nobody what came of it is not waited for', async () => {
  const { org, id } = await called(TONIGHT, { agency: 'iwf', who: 'Web form' });
  const iwf = (await stateOf(org, id)).referrals.find(({ agency }) => agency === 'iwf');
  expect(iwf).not.toHaveProperty('due');
});

it('more than two open ones stand as one line, and on a page of their own', async () => {
  const { id, iris } = await called();
  for (const agency of ['health', 'early-help', 'prevent']) {
    await refers(iris, id);
    await iris.press('Save the referral', { agency, who: 'Somebody' });
  }
  expect(iris.texts()).toContain('Referrals with no reply yet: 4. Late: 0.');
  await iris.press('See the referrals');
  expect(iris.titles()).toEqual(
    expect.arrayContaining(['Prevent: reply', 'Police: reply', 'Back to the record']),
  );
  await iris.press('Prevent: reply');
  await iris.press('All referrals');
  expect(iris.texts()).toContain('Police: They take it on');
});

it('nobody who may not work the case learns of a referral, or answers for it', async () => {
  const { org, id } = await called();
  const ben = org.at('p-ben');
  for (const verb of [
    'referral.open',
    'referral.list',
    'referral.start',
    'referral.reply',
    'referral.further',
  ]) {
    await ben.send(signed({ do: verb, record: id, arg: '1' }, { outcome: 'accepted' }, verb));
    expect(ben.texts()).toBe('There is nothing here for you.');
  }
  expect((await social(org, id))?.replies).toEqual([]);
});

it('a button of a referral that is not there says so, and one that nobody knows does nothing', async () => {
  const { id, iris } = await called();
  for (const [verb, arg] of [
    ['referral.open', '99'],
    ['referral.reply', 'x'],
    ['referral.nothing-like-it', '0'],
  ] as const) {
    await iris.send(signed({ do: verb, record: id, arg }, {}, `${verb}${arg}`));
    expect(iris.texts()).toContain('That button is from an older message');
  }
});
