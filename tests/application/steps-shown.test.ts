import { fillForm, report, stateOf } from '../support/concern.ts';
import { FILTER, stepForm, takes, tellingSchool } from '../support/telling-policy.ts';

async function lead(concern: Parameters<typeof report>[2] = FILTER) {
  const org = await tellingSchool();
  const id = await report(org, 'p-ada', concern);
  const iris = await takes(org.at('p-iris'));
  return { org, id, iris, status: async (step: string) => standing(await stateOf(org, id), step) };
}
const standing = ({ steps }: Awaited<ReturnType<typeof stateOf>>, step: string) =>
  steps.find((each) => each.step.id === `telling.${step}`)?.now.standing;

describe('what the record shows of the steps', () => {
  it('is what the policy asks for, and apart from it what it allows', async () => {
    const { iris } = await lead();
    await iris.press('Show 1 more').catch(() => iris);
    const texts = iris.texts();
    expect(texts).toContain('You can also');
    expect(texts.indexOf('Offer a walk in the garden.')).toBeGreaterThan(texts.indexOf('You can also'));
  });

  it('says how strongly each binds, and by when', async () => {
    const { iris } = await lead();
    expect(iris.texts()).toMatch(/Call the police\.\nMust be done: .*\nDue today 14:05\./);
    expect(iris.texts()).toMatch(/Tell whoever pays for the place\.\nDo it, or say why not: /);
  });

  it('leaves out what no answer has brought, and shows it once one has', async () => {
    const { iris } = await lead();
    expect(iris.texts()).not.toContain('Tell the family.');
    await stepForm(iris, 'parents');
    await iris.press('Save the decision', { answer: 'Tell them', reason: 'They can help.' });
    expect(iris.texts()).toContain('Tell the family.');
    // The order: nobody outside is told before the police were asked.
    expect(iris.texts()).toContain('First: Call the police.');
    await stepForm(iris, 'police');
    await iris.press('Save the referral', { who: 'Duty desk' });
    expect(iris.texts()).not.toContain('First: Call the police.');
    await stepForm(iris, 'tell-parents');
    await iris.press('Save it', { answer: 'Mother, in person', note: 'What we know.' });
    expect(iris.texts()).not.toContain('Tell the family.');
  });

  it('refuses what has no button yet', async () => {
    const { iris, status } = await lead();
    await expect(stepForm(iris, 'tell-parents')).rejects.toThrow('has no button');
    expect(await status('tell-parents')).toBe('waiting');
  });

  it('keeps a decision open that was put off, with what was said and when', async () => {
    const { org, iris, status } = await lead();
    await stepForm(iris, 'parents');
    await iris.press('Save the decision', { answer: 'Not yet, because', reason: 'The police said wait.' });
    expect(iris.texts()).toContain('Not yet, because · decided today 10:05');
    expect(await status('parents')).toBe('waiting');
    await org.advance({ hours: 2 });
    await iris.press('Open');
    await stepForm(iris, 'parents');
    expect(iris.texts()).toContain('Not yet, because · decided today 10:05');
    await iris.press('Save the decision', { answer: 'No, because', reason: 'It would hurt the child.' });
    expect(await status('parents')).toBe('done');
  });

  it('says which answers the policy allows when another is sent', async () => {
    const { iris, status } = await lead();
    await stepForm(iris, 'parents');
    await iris.press('Save the decision', { answer: 'Perhaps', reason: 'Unsure.' });
    expect(iris.texts()).toContain('allows only this: Tell them · Not yet, because · No, because');
    expect(await status('parents')).toBe('waiting');
  });
});

describe('before parents are told', () => {
  it('warns of what the policy warns of, and while the police have not been asked', async () => {
    const { iris } = await lead();
    await stepForm(iris, 'parents');
    expect(iris.texts()).toContain('Before you tell them');
    expect(iris.texts()).toContain('The police have not been asked yet: wait for their advice.');
    expect(iris.texts()).toContain('Not if somebody at home could hurt them for it.');
    await iris.press('Back to the record');
    await stepForm(iris, 'police');
    await iris.press('Save the referral', { who: 'Duty desk' });
    await stepForm(iris, 'parents');
    expect(iris.texts()).not.toContain('have not been asked yet');
    expect(iris.texts()).toContain('Not if somebody at home could hurt them for it.');
  });

  it('says nothing of it where it is about something else', async () => {
    const { iris } = await lead();
    await stepForm(iris, 'commissioner');
    expect(iris.texts()).not.toContain('Before you tell them');
  });
});

describe('a case about an adult', () => {
  const ADULT = { ...FILTER, adult: 'yes', adults: 'p-cleo' } as const;

  it('says so to whoever has it, in private, and in no message', async () => {
    const org = await tellingSchool();
    await report(org, 'p-ada', ADULT);
    const head = await takes(org.at('p-vera'));
    expect(head.texts()).toContain('This is about an adult here.');
    expect(JSON.stringify(org.post.sent)).not.toMatch(/adult/i);
    const { iris } = await lead();
    expect(iris.texts()).not.toContain('about an adult');
  });

  it('tells the reporter where to turn outside, and never asks how bad it is', async () => {
    const org = await tellingSchool();
    const ada = org.at('p-ada');
    await fillForm(ada, { ...ADULT, adults: 'p-vera' });
    await ada.press('Send it');
    expect(ada.texts()).toContain('Saved,');
    expect(ada.texts()).toMatch(
      /you can get advice outside at any time: NSPCC Whistleblowing.*0800 028 0285/,
    );
    await ada.say('my reports');
    await ada.press('Open');
    expect(ada.texts()).toMatch(/you can get advice outside at any time: NSPCC Whistleblowing/);
    const asked = [...org.drawn]
      .filter(([, name]) => name.startsWith('form-'))
      .map(([card]) => JSON.stringify(card));
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.join()).not.toMatch(/low.level|how serious|threshold|allegation/i);
  });

  it('says none of that to somebody who reported a child', async () => {
    const org = await tellingSchool();
    const ada = org.at('p-ada');
    await fillForm(ada);
    await ada.press('Send it');
    expect(ada.texts()).toContain('Saved,');
    expect(ada.texts()).not.toContain('advice outside');
  });
});
