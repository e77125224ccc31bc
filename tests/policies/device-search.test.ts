import { type CaseState, type CaseStep, isWaiting, openSteps, stepsOf } from '../../src/domain/case/state.ts';
import { Instant, PersonId } from '../../src/domain/ids.ts';
import { planFor } from '../../src/domain/policy/plan.ts';
import { packAt, STARTER } from './packs.ts';

const policy = await packAt(STARTER);
const { steps } = planFor(policy, { category: ['device-search'] });
const at = Instant.parse('2026-11-23T09:00:00.000Z');
const by = PersonId.parse('p-pippa');

const shortOf = (id: string) => id.replace('device-search.', '');
const search = (state: CaseState, what: (state: CaseState) => readonly CaseStep[]) =>
  what(state)
    .filter(({ step }) => step.id.startsWith('device-search.'))
    .map(({ step }) => shortOf(step.id));

/** The guided search once these steps were answered, in this order; each had to be open. */
function after(answers: readonly (readonly [string, string])[]): CaseState {
  const start = { steps: steps.map((step) => ({ step, since: at, now: { standing: 'waiting' } })) };
  return answers.reduce<CaseState>((state, [id, answer]) => {
    expect(search(state, openSteps)).toContain(id);
    const now =
      answer === 'approved' || answer === 'refused'
        ? { standing: answer, by, at }
        : { standing: 'done', by, at, answer };
    const moved = state.steps.map((each) => (shortOf(each.step.id) === id ? { ...each, now } : each));
    return { steps: moved } as CaseState;
  }, start as CaseState);
}
const open = (state: CaseState) => search(state, openSteps);
const there = (state: CaseState) => search(state, stepsOf);

const TO_IMAGE = [['ground', 'It may harm somebody']] as const;
const TO_URGENT = [...TO_IMAGE, ['image', 'No']] as const;
const TO_EXAMINE = [
  ...TO_URGENT,
  ['urgent', 'Yes'],
  ['explain', ''],
  ['explain-how', ''],
  ['cooperation', 'They unlocked it.'],
  ['hold', 'Pippa, in the office safe'],
] as const;
const TO_SEEN = [...TO_EXAMINE, ['examine-ground', 'It may harm somebody'], ['examine', '']] as const;
const TO_RESPOND = [...TO_SEEN, ['seen', 'No'], ['at-risk', 'No']] as const;
const TO_ERASE = [
  ...TO_RESPOND,
  ['evidence', 'No'],
  ['respond', 'Ask for a file to go'],
  ['erase-ground', 'It would hurt somebody if it stayed'],
] as const;

it('begins with the rule about images and the reason, and the police can be called at any time', () => {
  expect(there(after([]))).toEqual(['no-image', 'not-adult', 'police', 'ground']);
  for (const way of [TO_IMAGE, TO_URGENT, TO_EXAMINE, TO_SEEN, TO_RESPOND])
    expect(open(after(way))).toContain('police');
});

it('ends without a reason that allows it', () => {
  const state = after([['ground', 'None of these']]);
  expect(there(state)).toContain('stop-no-ground');
  expect(open(state)).toEqual(['police']);
});

it.each(['Yes', 'Not sure'])(
  'stops at the first hint of an image (%s): kept closed, and a lead decides',
  (answer) => {
    const state = after([...TO_IMAGE, ['image', answer]]);
    expect(there(state)).toContain('stop-image');
    // Now the police are to be called, or a reason stands: no longer only an offer.
    expect(open(state)).toEqual(['hold-image', 'image-police', 'image-next']);
    expect(there(state)).not.toContain('examine');
  },
);

it.each(['No', 'Not sure'])('waits for advice when nobody is hurt by waiting (%s)', (answer) => {
  const state = after([...TO_URGENT, ['urgent', answer]]);
  expect(open(state)).toEqual(['police', 'agree']);
  expect(open(after([...TO_URGENT, ['urgent', answer], ['agree', 'approved']]))).toEqual([
    'police',
    'explain',
  ]);
  expect(open(after([...TO_URGENT, ['urgent', answer], ['agree', 'refused']]))).toEqual(['police']);
});

it('does not wait for advice when somebody could be hurt', () => {
  expect(open(after([...TO_URGENT, ['urgent', 'Yes']]))).toEqual(['police', 'explain']);
});

it('says why and how, and asks for help, before anything is taken or looked at', () => {
  expect(open(after(TO_EXAMINE.slice(0, 4)))).toEqual(['police', 'explain-how']);
  expect(open(after(TO_EXAMINE.slice(0, 5)))).toEqual(['police', 'cooperation']);
  expect(open(after(TO_EXAMINE.slice(0, 6)))).toEqual(['police', 'hold']);
  expect(open(after(TO_EXAMINE))).toEqual(['police', 'examine-ground']);
});

it('does not go on without a reason to look', () => {
  const state = after([...TO_EXAMINE, ['examine-ground', 'None of these']]);
  expect(there(state)).toContain('stop-no-reason');
  expect(open(state)).toEqual(['police']);
});

it.each(['Yes', 'Not sure'])('stops when an image was seen (%s)', (answer) => {
  const state = after([...TO_SEEN, ['seen', answer]]);
  expect(there(state)).toContain('stop-seen');
  expect(open(state)).toEqual(['hold-seen', 'seen-police', 'seen-next', 'result']);
});

it('keeps whoever is at risk safe before anything is decided about the device', () => {
  const state = after([...TO_SEEN, ['seen', 'No'], ['at-risk', 'Not sure'], ['evidence', 'No']]);
  expect(open(state)).toContain('safety-first');
  expect(open(state)).not.toContain('respond');
});

it.each(['Yes', 'Not sure'])(
  'what may show a crime (%s) goes to the police and is never deleted',
  (answer) => {
    const found = after([...TO_RESPOND, ['evidence', answer]]);
    expect(there(found)).toContain('kept');
    expect(open(found)).toContain('hand-over');
    expect(open(found)).not.toContain('respond');
    const asked = after([
      ...TO_RESPOND,
      ['evidence', answer],
      ['hand-over', 'The desk, ref 12'],
      ['respond', 'Ask for a file to go'],
    ]);
    expect(there(asked)).toContain('stays');
    expect(there(asked)).not.toContain('erase-ground');
    expect(there(asked)).not.toContain('erase');
  },
);

it('a file goes only for one of two reasons, after the police, and when a named role agrees', () => {
  const none = after([...TO_ERASE.slice(0, -1), ['erase-ground', 'None of these']]);
  expect(there(none)).toContain('stays-too');
  expect(there(none)).not.toContain('erase');
  expect(open(after(TO_ERASE))).toContain('erase-police');
  expect(open(after(TO_ERASE))).not.toContain('erase');
  expect(open(after([...TO_ERASE, ['erase-police', 'The desk, ref 12']]))).toContain('erase');
});

it('the device goes only to those whom the policy names', () => {
  const state = after([...TO_RESPOND, ['evidence', 'No'], ['respond', 'Give it back']]);
  const release = stepsOf(state).find(({ step }) => shortOf(step.id) === 'release');
  expect(release?.step.answers).toEqual(['A parent or carer', 'The child', 'The police']);
});

it('the member of staff on the spot is never asked what a lead decides', () => {
  const leads = steps.filter(({ kind }) => ['approve', 'decide', 'refer'].includes(kind));
  expect(leads.length).toBeGreaterThan(0);
  expect(leads.filter(({ spot }) => spot)).toEqual([]);
  expect(after([]).steps.every(isWaiting)).toBe(true);
});
