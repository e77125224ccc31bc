import { Instant, PersonId, SiteId } from '../../../src/domain/ids.ts';
import type { Filled } from '../../../src/domain/reviews/done.ts';
import type { Recurring } from '../../../src/domain/reviews/duties.ts';
import {
  answerProposal,
  type DutyRound,
  finish,
  giveDay,
  isOver,
  onMorning,
  putRight,
  remind,
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

describe('reminding whoever does it', () => {
  const act = { by, at, today };

  it('tells them anew, once a day, and only while it is open', () => {
    const once = remind(ROUND, act);
    if (!once.ok) throw new Error(once.refusal);
    expect(once.value.round).toMatchObject({ rounds: 2, toldOn: today });
    expect(once.value.event).toEqual({ type: 'OwnersReminded', by, at });
    expect(remind(once.value.round, act)).toEqual({ ok: false, refusal: 'reminded' });
    const over = { ...ROUND, progress: { standing: 'moved' as const } };
    expect(remind(over, act)).toEqual({ ok: false, refusal: 'nothing-new' });
  });
});

describe('a day that the policy does not give', () => {
  const undated: DutyRound = { ...ROUND, due: '2027-11-24', undated: true };
  const duty: Recurring = { ...DUTY, isReview: true, first: undefined };
  const give = (due: string, round = undated) => giveDay(round, duty, due, { by, at, today });

  it('is asked for at once, though it is a year until the one that holds meanwhile', () => {
    const { toldOn: _, ...fresh } = { ...undated, rounds: 0 };
    expect(onMorning(fresh, duty, today)).toMatchObject({ rounds: 1, toldOn: today });
    expect(onMorning({ ...fresh, undated: undefined }, duty, today)).toMatchObject({ rounds: 0 });
  });

  it('is kept with who gave it, and told of again when it comes near', () => {
    const given = give('2027-03-01');
    if (!given.ok) throw new Error(given.refusal);
    const { round } = given.value;
    expect(round).toMatchObject({ due: '2027-03-01', set: { by, at, due: '2027-03-01' } });
    expect(onMorning(round, { ...duty, ahead: 30 }, '2027-01-29')).toMatchObject({ rounds: 1 });
    expect(onMorning(round, { ...duty, ahead: 30 }, '2027-01-30')).toMatchObject({ rounds: 2 });
  });

  it('may be over already, and is at most one interval away', () => {
    expect(give('2024-09-01').ok).toBe(true);
    expect(give('2027-11-24').ok).toBe(true);
    expect(give('2027-11-25')).toEqual({ ok: false, refusal: 'date-late' });
    expect(give('2027-03-01', ROUND)).toEqual({ ok: false, refusal: 'nothing-new' });
  });
});

describe('a review that is proposed', () => {
  const proposed: DutyRound = {
    ...ROUND,
    progress: { standing: 'proposed' },
    because: { what: 'case', text: '' },
  };
  const act = { by, at };

  it('is taken up, or declined with a reason, once', () => {
    const yes = answerProposal(proposed, { now: true, reason: '' }, act);
    if (!yes.ok) throw new Error(yes.refusal);
    expect(yes.value.round.progress).toEqual({ standing: 'taken-up', by, at });
    expect(answerProposal(yes.value.round, { now: false, reason: 'No.' }, act)).toEqual({
      ok: false,
      refusal: 'nothing-new',
    });
    expect(answerProposal(proposed, { now: false, reason: '' }, act)).toEqual({
      ok: false,
      refusal: 'empty',
    });
    const no = answerProposal(proposed, { now: false, reason: 'Nothing to learn.' }, act);
    expect(no).toMatchObject({ ok: true, value: { round: { progress: { reason: 'Nothing to learn.' } } } });
  });

  it('is not done by filling in the form of a review', () => {
    expect(finish(proposed, DUTY, FILLED, { by, at, today })).toEqual({ ok: false, refusal: 'nothing-new' });
    expect(isOver(proposed)).toBe(false);
  });
});
