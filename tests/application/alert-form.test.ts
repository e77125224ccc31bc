import { intentHandler } from '../../src/application/handle-intent.ts';
import { readDraft } from '../../src/application/report/draft-store.ts';
import { PersonId } from '../../src/domain/ids.ts';
import type { Procedure } from '../../src/domain/policy/pack.ts';
import { findingsIn } from '../support/card-findings.ts';
import { caseIdIn, openRecord, stateOf } from '../support/concern.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { press } from '../support/press.ts';

/** The technical part goes to the IT lead with the report. */
const TECHNICAL: Procedure = {
  id: 'technical',
  name: 'Technical part',
  when: { fact: 'harm', in: ['filter', 'online', 'message', 'rules'] },
  steps: [
    {
      kind: 'inform',
      id: 'it',
      text: 'The page and the device, for the filter.',
      modality: 'must',
      to: ['it-lead'],
      draft: ['page', 'device', 'when'],
      itself: true,
      source: 'section 7.2',
    },
  ],
  source: 'section 7.2',
};
const ALERT = { seen: 'Search blocked: how to hurt myself', device: 'LIB-07', adult: 'no' };
const WHEN = { date: '2026-11-24', time: '09:40' };

let org: Organisation;
let ivo: Client;
beforeEach(async () => {
  org = await organisation('two-schools', {
    doctor: (deps) => ({
      ...deps,
      policy: { ...deps.policy, procedures: [...deps.policy.procedures, TECHNICAL] },
    }),
  });
  ivo = org.at('p-ivo');
});

describe('an alert that is pasted', () => {
  it('is a report at the last page after one card, and is sent like any other', async () => {
    await ivo.say('help');
    await ivo.press('Pass on an alert');
    expect(findingsIn(ivo.card())).toEqual([]);
    await ivo.press('Continue', { ...ALERT, ...WHEN, page: 'bad.example/x', also: 'filter,self-harm' });
    const last = ivo.texts();
    expect(last).toContain('Check and send');
    expect(last).toContain('May have been harmed: Not known yet');
    expect(last).toContain('How you know: A filter or monitoring alert');
    expect(last).toContain('Device: LIB-07');
    expect(last).toContain('Page: bad.example/x');
    expect(last).toContain('When: I know when, 2026-11-24, 09:40');
    const id = await caseIdIn(org, 'p-ivo');
    await ivo.press('Send it', { connected: '' });
    expect(ivo.texts()).toContain('Saved, today 10:05.');
    const { report, reporter, plan } = await stateOf(org, id);
    expect(reporter).toBe('p-ivo');
    expect(report).toMatchObject({ danger: 'no', harms: ['self-harm', 'filter'], adult: 'no' });
    expect(report?.account).toMatchObject({ heard: 'alert', device: 'LIB-07', page: 'bad.example/x' });
    expect(plan.urgency).toBe('today');
    await org.settle();
    const iris = org.at('p-iris');
    await openRecord(iris);
    expect(iris.texts()).toContain('No, it came from a filter or monitoring alert.');
    expect(iris.texts()).toContain('LIB-07');
  });

  it('says on the last page who gets the technical part, and only what there is of it', async () => {
    await ivo.say('alert');
    await ivo.press('Continue', { ...ALERT, ...WHEN, page: 'bad.example/x' });
    expect(ivo.texts()).toMatch(/The .+ gets this part only: the address, the device and the time\./);
    await ivo.press('Change story');
    await ivo.press('Continue', { page: '', when: 'about', date: '', time: '' });
    expect(ivo.texts()).toMatch(/The .+ gets this part only: the device\./);
    await ivo.press('Change story');
    await ivo.press('Continue', { device: '' });
    expect(ivo.texts()).not.toContain('gets this part only');
  });

  it('without a tick is something that got through the filter; with a name it is about that child', async () => {
    await ivo.say('alert');
    await ivo.press('Continue', { ...ALERT, 'name-1': 'Robin Vale', tonight: 'yes' });
    expect(ivo.texts()).toContain('May have been harmed: Robin Vale');
    expect(ivo.texts()).toContain('In danger: Tonight, or should not go home yet');
    expect(ivo.texts()).toContain('Ticked: Something unsafe got through the filter');
  });

  it('may be about an adult: then which one is asked first, and it does not go to them', async () => {
    await ivo.say('alert');
    await ivo.press('Continue', { ...ALERT, adult: 'yes' });
    expect(ivo.texts()).not.toContain('Check and send');
    await ivo.press('Continue', { adults: 'p-iris' });
    expect(ivo.texts()).toContain('Check and send');
    expect(ivo.texts()).toContain('This goes to someone who is not involved: the headteacher');
    await ivo.press('Send it', { connected: '' });
    await org.settle();
    expect(org.at('p-iris').inbox()).toEqual([]);
  });

  it.each([
    [{ seen: ' ' }, 'Write what you saw or heard.'],
    [{ adult: '' }, 'Choose one answer: does any adult here come into this?'],
    [{ date: '2026-11-25' }, 'That time has not come yet.'],
    [{ device: 'x'.repeat(200) }, 'One answer is too long: the form takes 120 characters there'],
    [{ also: 'dreams' }, 'Tick at least one.'],
  ])('stays with its text when something is to be mended: %j', async (wrong, line) => {
    await ivo.say('alert');
    await ivo.press('Continue', { ...ALERT, 'name-1': 'Robin Vale', ...wrong });
    expect(ivo.answer().type).toBe('keep-form');
    expect(ivo.texts()).toContain(line);
    expect(JSON.stringify(ivo.card())).toContain('Robin Vale');
    await ivo.press('Continue', { ...ALERT, also: 'filter', date: '' });
    expect(ivo.texts()).toContain('Check and send');
  });

  it('never takes the place of a report that was begun', async () => {
    await ivo.say('alert');
    const empty = ivo.card();
    await ivo.say('report concern');
    await ivo.press('Continue', { danger: 'no', site: 'north' });
    await ivo.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    await ivo.send(press(empty, 'Continue', ALERT));
    const held = await readDraft(org.deps(), PersonId.parse('p-ivo'));
    expect(held?.draft.answers.children?.[0]?.name).toBe('Robin Vale');
    expect(held?.draft.answers.account).toBeUndefined();
    await ivo.say('alert');
    expect(ivo.titles()).toContain('Continue');
    expect(ivo.texts()).not.toContain('Pass on an alert');
  });
});

describe('the word "alert" typed in a chat of Teams', () => {
  it('is answered by the empty form itself, and by no message beside it', async () => {
    const { person } = ivo;
    const from = { platform: 'teams' as const, account: person.teams ?? '' };
    const place = { type: 'private' as const };
    const answer = await intentHandler(org.deps())({ type: 'say', text: 'alert', from, place, view: false });
    expect(answer.type === 'card' && org.drawn.get(answer.card)).toBe('form-alert');
    await org.settle();
    expect(org.post.sent).toEqual([]);
  });
});

describe('the ticks about screens', () => {
  it.each([
    ['message', true],
    ['rules', true],
    ['filter', true],
    ['online', true],
    ['hate', false],
  ])('%s asks for the page and the device: %s', async (tick, asks) => {
    const ada = org.at('p-ada');
    await ada.say('report concern');
    await ada.press('Not today');
    await ada.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    await ada.press('Continue', { also: tick });
    expect(ada.texts().includes('Address of the page, typed. Do not open it again.')).toBe(asks);
    expect(ada.texts().includes('Which device? Its name or number')).toBe(asks);
    const brings = { message: 'Do not answer the message', rules: 'Do not look through a phone' };
    for (const [harm, line] of Object.entries(brings)) expect(ada.texts().includes(line)).toBe(harm === tick);
    // What a card did not ask for is not taken.
    await ada.press('Continue', {
      ...{ seen: 'A page.', heard: 'child', 'told-by': 'At noon', when: 'about' },
      ...{ page: 'bad.example/y', device: 'LIB-08' },
    });
    expect(ada.texts().includes('bad.example/y')).toBe(asks);
    expect(ada.texts()).toContain('How you know: A learner told me, At noon');
    await ada.press('Change story');
    expect(JSON.stringify(ada.card()).includes('LIB-08')).toBe(asks);
  });

  it('every way of knowing can be chosen, and stands in the record', async () => {
    const ways = {
      saw: ['I saw or heard it (also as a witness)', 'Yes.'],
      child: ['A learner told me', 'No, a learner told them.'],
      parent: ['A parent or carer told me', 'No, a parent or carer told them.'],
      other: ['Somebody else told me', 'No, somebody else told them.'],
      alert: ['A filter or monitoring alert', 'No, it came from a filter or monitoring alert.'],
      both: ['I saw it and was told', 'Partly, and they were told.'],
    };
    for (const [heard, [choice = '', line = '']] of Object.entries(ways)) {
      const ada = org.at('p-ada');
      await ada.say('report concern');
      await ada.press('Not today');
      await ada.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
      await ada.press('Continue', { also: 'feeling' });
      expect(ada.texts()).toContain(choice);
      await ada.press('Continue', { seen: 'A page.', heard, when: 'about' });
      await ada.press('Send it', { connected: '' });
      await org.settle();
      const iris = org.at('p-iris');
      await openRecord(iris);
      expect(iris.texts()).toContain(`First-hand: ${line}`);
    }
  });
});
