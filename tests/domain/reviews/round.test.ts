import { Instant, PersonId, SiteId } from '../../../src/domain/ids.ts';
import type { Recurring } from '../../../src/domain/reviews/duties.ts';
import {
  type DutyRound,
  type Filled,
  finish,
  isOver,
  onMorning,
  putRight,
  start,
} from '../../../src/domain/reviews/round.ts';

const by = PersonId.parse('p-iris');
const at = Instant.parse('2026-11-24T10:05:00.000Z');
const today = '2026-11-24';

const DUTY: Recurring = {
  id: 'filter-review',
  title: 'Review of the filter',
  owner: 'dsl',
  every: 'P12M',
  first: '2026-11-20',
  ahead: 0,
  checklist: [
    { id: 'iwf', text: 'Is the list blocked?' },
    { id: 'open', text: 'Can pupils reach what they need?' },
  ],
  onNo: 'it-lead',
  tell: [],
  evidence: true,
  source: '7.2',
  isReview: false,
};
const ROUND: DutyRound = {
  duty: DUTY.id,
  title: DUTY.title,
  due: '2026-11-20',
  sites: [SiteId.parse('main')],
  rounds: 1,
  toldOn: '2026-11-20',
  progress: { standing: 'due' },
  toMend: [],
  events: 0,
};
const FILLED: Filled = {
  answers: { iwf: 'yes', open: 'no' },
  note: 'The music site is blocked.',
  evidence: 'In the folder.',
  on: today,
};
const done = (filled: Partial<Filled> = {}, duty = DUTY, round = ROUND) =>
  finish(round, duty, { ...FILLED, ...filled }, { by, at, today });

describe('saying that it is done', () => {
  it('keeps who, when, every answer and the evidence, and makes a task of each no', () => {
    const changed = done();
    if (!changed.ok) throw new Error(changed.refusal);
    const { round, event } = changed.value;
    expect(round.progress).toEqual({
      standing: 'done',
      by,
      at,
      on: today,
      answers: [
        { id: 'iwf', text: 'Is the list blocked?', answer: 'yes' },
        { id: 'open', text: 'Can pupils reach what they need?', answer: 'no' },
      ],
      note: 'The music site is blocked.',
      evidence: 'In the folder.',
    });
    expect(round.toMend.map(({ id }) => id)).toEqual(['open']);
    expect(isOver(round)).toBe(false);
    expect(event).toMatchObject({ type: 'DutyDone', by, on: today, evidence: 'In the folder.' });
  });

  it.each([
    ['a question is open', { answers: { iwf: 'yes' } }, 'unanswered'],
    ['an answer is neither yes nor no', { answers: { iwf: 'yes', open: 'maybe' } }, 'unanswered'],
    ['there is no evidence', { evidence: '' }, 'no-evidence'],
    ['the day has not come', { on: '2026-11-25' }, 'future'],
  ] as const)('is refused while %s', (_, filled, refusal) => {
    expect(done(filled)).toEqual({ ok: false, refusal });
  });

  it('needs no evidence where the policy asks for none, and makes no task where nobody is named for it', () => {
    const { onNo: _, ...rest } = DUTY;
    const changed = done({ evidence: '' }, { ...rest, evidence: false });
    expect(changed.ok && isOver(changed.value.round)).toBe(true);
  });

  it('is said once', () => {
    const first = done();
    if (!first.ok) throw new Error(first.refusal);
    expect(done({}, DUTY, first.value.round)).toEqual({ ok: false, refusal: 'nothing-new' });
  });
});

describe('putting right', () => {
  const withTask = (): DutyRound => {
    const changed = done();
    if (!changed.ok) throw new Error(changed.refusal);
    return changed.value.round;
  };

  it('is over when everything is put right, with a word on what was done', () => {
    const changed = putRight(withTask(), 'open', 'Unblocked it.', { by, at });
    if (!changed.ok) throw new Error(changed.refusal);
    expect(isOver(changed.value.round)).toBe(true);
    expect(changed.value.event).toMatchObject({ type: 'PutRight', question: 'open', what: 'Unblocked it.' });
    expect(putRight(changed.value.round, 'open', 'Again.', { by, at })).toMatchObject({ ok: false });
  });

  it.each([
    ['open', '', 'empty'],
    ['iwf', 'Something', 'nothing-new'],
  ])('of %j with %j is refused', (question, what, refusal) => {
    expect(putRight(withTask(), question, what, { by, at })).toEqual({ ok: false, refusal });
  });

  it('is chased each week until then, though the check itself is done', () => {
    const task = withTask();
    expect(onMorning(task, DUTY, '2026-11-30').toMend[0]?.rounds).toBe(1);
    expect(onMorning(task, DUTY, '2026-12-01').toMend[0]).toMatchObject({ rounds: 2, toldOn: '2026-12-01' });
    expect(onMorning(task, DUTY, '2026-12-01').rounds).toBe(task.rounds);
  });
});

describe('a review', () => {
  it('is started once, and not chased while it goes on', () => {
    const review = { ...DUTY, isReview: true };
    const started = start(ROUND, { by, at });
    if (!started.ok) throw new Error(started.refusal);
    expect(start(started.value.round, { by, at })).toEqual({ ok: false, refusal: 'nothing-new' });
    expect(onMorning(started.value.round, review, '2027-11-24').rounds).toBe(1);
    expect(onMorning(ROUND, DUTY, '2026-11-27').rounds).toBe(2);
    expect(done({}, review, started.value.round).ok).toBe(true);
  });
});
