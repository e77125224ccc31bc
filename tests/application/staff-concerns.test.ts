import { runCase } from '../../src/application/case/case-store.ts';
import { lowLevelId, readLowLevel } from '../../src/application/staff-concerns/low-level-store.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { caseIdIn, openRecord, report, stateOf } from '../support/concern.ts';
import { organisation } from '../support/organisation.ts';
import { judged, kept, LOW, lowLevel, STORY, worry } from '../support/staff-worries.ts';
import { signed } from '../support/transcript.ts';

const NOTHING = 'There is nothing here for you.';

describe('the threshold card', () => {
  it('stands on the first page of a case about an adult, with what nobody does before advice', async () => {
    const org = await organisation('two-schools');
    const id = await worry(org);
    const vera = org.at('p-vera');
    await openRecord(vera);
    expect(vera.texts()).toContain('Do not interview or tell the person until you are advised.');
    expect(vera.titles()).toContain('Judge by the threshold');
    await vera.press('Judge by the threshold');
    expect(vera.texts()).toContain('until the LADO has advised');
    expect(vera.texts()).toContain('Keeping children safe in education');
    expect(vera.texts()).toContain('no low-level concern in the last 12 months.');
    expect((await stateOf(org, id)).threshold).toBeUndefined();
  });

  it('is in no case about a child', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    expect(iris.texts()).not.toContain('Harm threshold');
    await iris.send(signed({ do: 'threshold.save', record: id }, LOW, 'forged'));
    expect(iris.texts()).toBe(NOTHING);
  });

  it('brings what the policy asks for once it is met', async () => {
    const org = await organisation('two-schools');
    const id = await worry(org);
    const vera = org.at('p-vera');
    await judged(vera, { outcome: 'met', limbs: 'harmed,risk', reason: 'He hit a learner.' });
    expect(vera.texts()).toContain('Saved. The threshold is met. Call the LADO within one working day.');
    const { threshold, steps } = await stateOf(org, id);
    expect(threshold).toMatchObject({ outcome: 'met', limbs: ['harmed', 'risk'] });
    expect(steps.find(({ step }) => step.id === 'staff-allegation.threshold')?.now).toMatchObject({
      answer: 'It may',
    });
    expect(vera.texts()).toContain('Talk it through with the LADO within one working day.');
    expect(await kept(org, id)).toBeUndefined();
  });

  it('keeps what was typed when it does not go together', async () => {
    const org = await organisation('two-schools');
    await worry(org);
    const vera = org.at('p-vera');
    await judged(vera, { ...LOW, limbs: 'risk' });
    expect(vera.texts()).toContain('A part of the threshold that holds means it is met.');
    await vera.press('Save the judgement', { outcome: 'met' });
    expect(vera.texts()).toContain('The threshold is met.');
  });

  it('stays open while nobody is sure, and says so', async () => {
    const org = await organisation('two-schools');
    await worry(org);
    const vera = org.at('p-vera');
    await judged(vera, {
      outcome: 'unsure',
      reason: 'Two accounts differ.',
      asked: 'yes',
      advice: 'Call back.',
    });
    expect(vera.texts()).toContain('Not sure yet, so the case stays open. Ask the LADO.');
    expect(vera.titles()).toContain('Judge it again');
    await vera.press('Close');
    await vera.press('Close it', { reason: 'Enough.' });
    expect(vera.texts()).toContain('Say first if the harm threshold is met.');
  });
});

describe('a low-level concern', () => {
  it('is kept in a record of its own, once, and the case says so', async () => {
    const org = await organisation('two-schools');
    const id = await lowLevel(org);
    const concern = await kept(org, id);
    expect(concern?.state).toMatchObject({ adult: 'p-ben', case: id, context: LOW.reason, done: LOW.done });
    expect((await stateOf(org, id)).lowLevel).toBe(concern?.id);
    await org.advance({ hours: 2 });
    expect((await kept(org, id))?.version).toBe(1);
  });

  it('is kept by the next look at the case when the press that judged it ended too soon', async () => {
    const org = await organisation('two-schools');
    const id = await worry(org);
    await openRecord(org.at('p-vera'));
    await runCase(org.deps(), id, () => ({
      ...{ type: 'DecideThreshold', at: org.clock.now(), by: PersonId.parse('p-vera'), limbs: [] },
      ...{ outcome: 'not-met', reason: LOW.reason, done: LOW.done },
      lado: { asked: 'no', when: '', advice: '' },
    }));
    expect(await kept(org, id)).toBeUndefined();
    await org.settle();
    expect(await kept(org, id)).toBeDefined();
  });

  it('of a name that was only typed is found by its case alone', async () => {
    const org = await organisation('two-schools');
    const ada = org.at('p-ada');
    await ada.say('report concern');
    await ada.press('Not today');
    await ada.press('Continue', { 'name-1': 'Robin Vale', adult: 'yes' });
    await ada.press('Continue', { names: 'Zebedee Invented' });
    await ada.press('Continue', { also: 'adult-behaviour' });
    await ada.press('Continue', STORY);
    const id = await caseIdIn(org, 'p-ada');
    await ada.press('Send it');
    await org.settle();
    await judged(org.at('p-vera'));
    const { deps } = org;
    const concern = await readLowLevel(deps(), lowLevelId(deps(), id, undefined));
    expect(concern?.state).not.toHaveProperty('adult');
    expect(concern?.snapshot.head.tokens).toEqual([]);
  });

  it('of two adults is kept for whoever is ticked', async () => {
    const org = await organisation('two-schools');
    const id = await worry(org, 'p-ben,p-cleo');
    const vera = org.at('p-vera');
    await judged(vera, { ...LOW, adults: 'p-cleo' });
    expect(await kept(org, id)).toBeUndefined();
    expect((await kept(org, id, PersonId.parse('p-cleo')))?.state.adult).toBe('p-cleo');
  });

  it('is counted: the third within twelve months says so, and an old one is out of it', async () => {
    const org = await organisation('two-schools');
    const vera = org.at('p-vera');
    await lowLevel(org, vera);
    await org.advance({ hours: 24 * 380 });
    await lowLevel(org, vera);
    expect(vera.texts()).toContain('First low-level concern about this adult in 12 months.');
    await org.advance({ hours: 48 });
    await lowLevel(org, vera);
    expect(vera.texts()).toContain('Second low-level concern about this adult in 12 months');
    await org.advance({ hours: 48 });
    await worry(org);
    await judged(vera);
    expect(vera.texts()).toContain(
      'Third low-level concern about this adult in 12 months: think about the LADO (Department for Education',
    );
  });

  it('opens a closed case again once it is an allegation', async () => {
    const org = await organisation('two-schools', {
      // Nothing else is asked for, so that it can be closed at once.
      doctor: (deps) => ({ ...deps, policy: { ...deps.policy, procedures: [] } }),
    });
    const vera = org.at('p-vera');
    const id = await lowLevel(org, vera);
    await vera.press('Close');
    await vera.press('Close it', { reason: 'It was talked through.' });
    expect((await stateOf(org, id)).progress.status).toBe('closed');
    await vera.say('low-level');
    const [open = ''] = vera.titles();
    await vera.press(open);
    await vera.press('It is an allegation', { reason: 'There was a second lift.' });
    const { progress, threshold } = await stateOf(org, id);
    expect(progress.status).toBe('new');
    expect(threshold).toMatchObject({ outcome: 'unsure', reason: 'There was a second lift.' });
    expect((await kept(org, id))?.state.raised?.reason).toBe('There was a second lift.');
  });

  it('becomes an allegation with a reason: the case is open again, and it counts no more', async () => {
    const org = await organisation('two-schools');
    const id = await lowLevel(org);
    const vera = org.at('p-vera');
    await vera.say('low-level');
    const [open = ''] = vera.titles();
    await vera.press(open);
    await vera.press('It is an allegation', {});
    expect(vera.texts()).toContain('Not saved yet');
    await vera.press('It is an allegation', { reason: 'There was a second lift.' });
    expect(vera.texts()).toContain('It counts as an allegation since');
    const { threshold, progress } = await stateOf(org, id);
    expect(threshold).toMatchObject({ outcome: 'unsure', reason: 'There was a second lift.' });
    expect(progress.status).not.toBe('closed');
    await worry(org);
    await judged(vera);
    expect(vera.texts()).toContain('First low-level concern');
  });
});
