import { type Filled, type Known, whatWasDone } from '../../../src/domain/reviews/done.ts';
import type { Recurring } from '../../../src/domain/reviews/duties.ts';

const REVIEW: Recurring = {
  id: 'review-of-the-policy',
  title: 'Small policy',
  owner: 'director',
  every: 'P12M',
  first: '2026-09-01',
  ahead: 30,
  checklist: [],
  tell: [],
  evidence: true,
  needs: ['risk-assessment'],
  share: ['trustee'],
  source: '12',
  isReview: true,
};
const MEETING: Recurring = {
  ...REVIEW,
  id: 'meeting',
  isReview: false,
  meeting: ['director', 'dsl'],
  every: null,
  otherwise: 'P4M',
};
const FILLED: Filled = {
  answers: {},
  note: '',
  evidence: 'Read and changed.',
  on: '2026-11-20',
  isShared: true,
  sharedOn: '2026-11-21',
};
const KNOWN: Known = {
  today: '2026-11-24',
  lastOn: '2025-09-01',
  needed: { 'risk-assessment': '2026-10-05' },
};
const did = (filled: Partial<Filled> = {}, known: Partial<Known> = {}, duty = REVIEW) =>
  whatWasDone(duty, { ...FILLED, ...filled }, { ...KNOWN, ...known });

describe('a review', () => {
  it('keeps what it rests on, who has it and when it comes again', () => {
    expect(did({ next: '2027-09-01' })).toEqual({
      ok: true,
      value: {
        on: '2026-11-20',
        answers: [],
        note: '',
        evidence: 'Read and changed.',
        rests: [{ duty: 'risk-assessment', on: '2026-10-05', where: '' }],
        shared: { with: ['trustee'], on: '2026-11-21' },
        next: '2027-09-01',
      },
    });
  });

  it.each<[string, Partial<Filled>, Partial<Known>, string]>([
    ['nothing says what was done', { evidence: '' }, {}, 'no-evidence'],
    ['it is done tomorrow', { on: '2026-11-25' }, {}, 'future'],
    ['it was done before the last time', { on: '2025-08-31' }, {}, 'before-last'],
    [
      'the risk assessment is older than the last review',
      {},
      { needed: { 'risk-assessment': '2025-08-30' } },
      'no-assessment',
    ],
    [
      'the risk assessment came after it',
      {},
      { needed: { 'risk-assessment': '2026-11-22' } },
      'no-assessment',
    ],
    ['there is no risk assessment', {}, { needed: {} }, 'no-assessment'],
    ['it was not shared', { isShared: false }, {}, 'not-shared'],
    ['it is shared tomorrow', { sharedOn: '2026-11-25' }, {}, 'shared-future'],
    ['the next time is the same day', { next: '2026-11-20' }, {}, 'next-early'],
    ['the next time is later than a year on', { next: '2027-11-21' }, {}, 'next-late'],
  ])('is not done where %s', (_, filled, known, refusal) => {
    expect(did(filled, known)).toEqual({ ok: false, refusal });
  });

  it.each<[string, Partial<Filled>, Partial<Known>]>([
    ['the next time is just a year on', { next: '2027-11-20' }, {}],
    ['no next time was chosen', {}, {}],
    [
      'the risk assessment is somewhere else',
      { where: { 'risk-assessment': 'In the folder.' } },
      { needed: {} },
    ],
    [
      'it is the first one, and the risk assessment is within a year',
      {},
      { lastOn: undefined, needed: { 'risk-assessment': '2025-11-20' } },
    ],
    [
      'it is done again on the day of the last one',
      { on: '2026-11-20' },
      { lastOn: '2026-11-20', needed: {}, today: '2026-11-24' },
    ],
  ])('is done where %s', (title, filled, known) => {
    const more = title.includes('day of the last') ? { where: { 'risk-assessment': 'The same.' } } : {};
    expect(did({ ...filled, ...more }, known).ok).toBe(true);
  });

  it('is not done with a first risk assessment that is older than one interval', () => {
    const known = { lastOn: undefined, needed: { 'risk-assessment': '2025-11-19' } };
    expect(did({}, known)).toEqual({ ok: false, refusal: 'no-assessment' });
  });
});

describe('a meeting', () => {
  it.each<[string, Partial<Filled>, string]>([
    ['nobody was there', {}, 'nobody-there'],
    ['one was there', { present: ['dsl'] }, 'nobody-there'],
    ['somebody else was there', { present: ['dsl', 'it-lead'] }, 'nobody-there'],
    ['nothing was agreed', { present: ['dsl', 'director'], evidence: '' }, 'not-agreed'],
    [
      'the next one is later than the interval',
      { present: ['dsl', 'director'], next: '2027-03-21' },
      'next-late',
    ],
  ])('is not done where %s', (_, filled, refusal) => {
    expect(did(filled, {}, MEETING)).toEqual({ ok: false, refusal });
  });

  it('keeps who was there, in roles', () => {
    const done = did({ present: ['dsl', 'director'], next: '2027-03-20' }, {}, MEETING);
    expect(done).toMatchObject({ ok: true, value: { present: ['director', 'dsl'], next: '2027-03-20' } });
  });
});
