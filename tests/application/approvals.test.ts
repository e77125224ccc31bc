import { openRecord, report, stateOf, typesIn } from '../support/concern.ts';
import { organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';

const IMAGES = { ticks: { about: 'images' } };
const SAID = { seen: 'A phone.', heard: 'saw', when: 'about' };
const AGREE = 'deletion.agree';

/** A case about an image whose lead has named deleting as what is to be decided. */
async function aboutDeleting() {
  const org = await organisation('two-schools');
  const id = await report(org, 'p-ada', { ...IMAGES, story: SAID });
  const lead = org.at('p-iris');
  await openRecord(lead);
  await lead.press('I have this');
  await lead.press('Name the kind of case');
  await lead.press('Save', { category: 'deletion' });
  const done = async (step: string) =>
    (await stateOf(org, id)).steps.find((each) => each.step.id === step)?.now.standing;
  /** The button of a step, wherever the record shows it. */
  const step = async (wanted: string, typed: Readonly<Record<string, string>>, save: string) => {
    await lead.press('Back to the record').catch(() => undefined);
    for (;;) {
      const found = buttonsOf(lead.card()).find(({ data }) => data.arg?.startsWith(`${wanted}@`));
      if (found !== undefined) {
        const { do: verb, record = '', arg = '', actionId = '', sig = '' } = found.data;
        await lead.send({ do: verb, record, arg, actionId, sig, inputs: {} });
        if (save !== '') await lead.press(save, typed);
        return;
      }
      const more = lead.titles().find((title) => title.startsWith('Show '));
      if (more === undefined) throw new Error(`${wanted} has no button`);
      await lead.press(more);
    }
  };
  return { org, id, lead, done, step };
}

describe('an approval that the policy itself asks for', () => {
  it('is out of reach until the police have answered and somebody has decided', async () => {
    const { step, done } = await aboutDeleting();
    await expect(step(AGREE, {}, '')).rejects.toThrow('has no button');
    expect(await done(AGREE)).toBe('waiting');
  });

  it('is given by the role that it names, once what comes first is done', async () => {
    const { org, id, lead, done, step } = await aboutDeleting();
    const call = { agency: 'police', who: 'The duty desk', reference: 'X1' };
    await step('deletion.police', call, 'Save the referral');
    await step(
      'deletion.nobody-needs-it',
      { answer: 'Nobody needs it', reason: 'Asked all.' },
      'Save the decision',
    );
    await step('deletion.nobody-hurt', { answer: 'No' }, 'Done');
    await org.settle();
    // Whoever may say yes is told, and the message says nothing of what it is about.
    const sent = org.post.sent.filter(({ type }) => type === 'send').slice(-3);
    expect(JSON.stringify(sent)).toContain('needs a yes or a no');
    expect(JSON.stringify(sent)).not.toContain('deletion');
    await step(AGREE, {}, '');
    expect(await typesIn(org, id)).toContain('RequestOpened');
    await lead.press('Approve', { reason: 'The police agree.' });
    expect(await done(AGREE)).toBe('approved');
    await lead.press('Back to the record');
    expect(lead.texts()).toContain('What must happen next');
  });

  it('wants a reason', async () => {
    const { lead, done, step } = await aboutDeleting();
    await step('deletion.police', { agency: 'police', who: 'The duty desk' }, 'Save the referral');
    await step(
      'deletion.nobody-needs-it',
      { answer: 'Nobody needs it', reason: 'Asked.' },
      'Save the decision',
    );
    await step('deletion.nobody-hurt', { answer: 'No' }, 'Done');
    await step(AGREE, {}, '');
    await lead.press('Approve');
    expect(lead.texts()).toContain('Not saved yet');
    expect(await done(AGREE)).toBe('waiting');
  });

  it('stays shut when it was somebody else who was called', async () => {
    const { done, step } = await aboutDeleting();
    await step('deletion.police', { agency: 'health', who: 'A nurse' }, 'Save the referral');
    await step(
      'deletion.nobody-needs-it',
      { answer: 'Nobody needs it', reason: 'Asked.' },
      'Save the decision',
    );
    await expect(step(AGREE, {}, '')).rejects.toThrow('has no button');
    expect(await done('deletion.police')).toBe('waiting');
  });
});
