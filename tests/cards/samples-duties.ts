import { words } from '../../src/cards/fill.ts';
import { CASE, longWords, type Samples, type Say, WHY } from './sample-parts.ts';

const TITLE = 'Review of filtering and monitoring';
const LATE = { title: TITLE, date: '1 September 2026', days: 81 };
const NAME = words('Invented Person');
const QUESTION = 'Is our internet provider a member of the Internet Watch Foundation?';
const NOTHING = { canStart: false, canDo: false, canFinish: false, canDate: false };

const duty = (say: Say) => ({
  duty: CASE,
  text: say('duty-late', LATE),
  sites: undefined,
  standing: undefined,
  mend: undefined,
  who: say('review-owner', { role: 'safeguarding lead', people: 'Iris Kay and Owen Pike' }),
  why: WHY.section('7.2'),
  interval: undefined,
  days: undefined,
  older: undefined,
  showWho: false,
  showWhy: false,
  open: true,
  canView: false,
  ...NOTHING,
  canDo: true,
});
const TITLES = ['Keeping children safe in education', 'Teaching online safety in schools'];
const BOARD = { roles: 'chair of governors and safeguarding governor', date: '24 November 2026' };
/** What every duty has and few fill. */
const NO_MORE = { restsOn: [], themes: [], met: [], needs: [], attending: [], isMeeting: false };
const NO_REST = { present: undefined, rests: [], shared: undefined, next: undefined };
const row = (say: Say) => ({
  text: say('review-late', { ...LATE, title: 'Fernhill and Brook online safety policy' }),
  sites: undefined,
  interval: undefined,
  started: undefined,
  last: say('duty-by', { date: '1 September 2025' }),
  never: false,
  by: NAME,
  evidence: words('The report went to the governors in September.'),
  shared: say('duty-shared', BOARD),
  duty: CASE,
  done: CASE,
  ...NOTHING,
  canRemind: true,
  canView: true,
});
const LATER = (say: Say) => ({
  text: `${say('duty-due', { ...LATE, date: '18 January 2027' })} ${say('review-in', { days: 55 })}`,
  interval: interval(say),
  last: say('review-never'),
  never: true,
  by: undefined,
  evidence: undefined,
  shared: undefined,
  canRemind: false,
  canView: false,
});
const proposal = (say: Say) => ({
  duty: CASE,
  title: 'Fernhill and Brook online safety policy',
  text: say('proposal-technical'),
  standing: undefined,
  open: true,
  canRead: false,
});
const UNANSWERED = { notice: undefined, reason: undefined, by: undefined };
const review = (say: Say) => ({
  ...duty(say),
  text: say('review-late', { ...LATE, title: 'Fernhill and Brook online safety policy' }),
  canDo: false,
});
const interval = (say: Say) =>
  say('duty-interval', {
    every: say('duty-months', { n: 12 }),
    organisation: 'Fernhill and Brook Primary Schools',
  });
const sites = (say: Say) => say('duty-sites', { sites: 'Fernhill Primary School' });

const form = {
  duty: CASE,
  notice: undefined,
  title: TITLE,
  sites: undefined,
  about: undefined,
  questions: [],
  hasQuestions: false,
  ...NO_MORE,
  'typed-present': words(''),
  evidence: false,
  ask: '',
  share: undefined,
  'typed-shared': words(''),
  'typed-shared-on': words('2026-11-24'),
  next: undefined,
  'typed-next': words(''),
  'typed-note': words(''),
  'typed-evidence': words(''),
  'typed-date': words('2026-11-24'),
  why: WHY.section('7.2'),
};
const questions = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `q-${n}`, text: QUESTION, value: words('yes') }));

const mend = (say: Say) => ({
  duty: CASE,
  question: 'iwf',
  text: say('mend', { question: QUESTION }),
  title: TITLE,
  standing: undefined,
  open: true,
});
const right = (say: Say) => say('mend-right', { date: '26 November 2026' });
const notice = { notice: CASE, role: 'safeguarding lead', date: '24 November 2026' };

const NO_LISTS = {
  ...{ todo: [], mending: [], standing: [], done: [], notices: [] },
  ...{ hasStanding: false, hasDone: false, hasNotices: false, more: undefined },
};

/** Duties of the calendar, what is put right after them, and what all staff are told. */
export const dutySamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'duty-message': {
    normal: duty(say),
    fullest: { ...duty(say), showWho: true, showWhy: true, interval: interval(say), sites: sites(say) },
    review: { ...review(say), canStart: true },
    contradiction: {
      ...review(say),
      canStart: true,
      days: say('review-two-days', { days: 'September 2020 and October 2020' }),
    },
    undated: {
      ...review(say),
      text: say('review-undated', { title: 'Fernhill and Brook online safety policy' }),
      interval: say('review-clock', {
        date: '24 November 2027',
        organisation: 'Fernhill and Brook Primary Schools',
      }),
      canDate: true,
      canStart: true,
    },
    older: { ...duty(say), older: say('duty-older', { date: '24 November 2026' }) },
    'review-started': { ...review(say), standing: say('review-started'), canFinish: true },
    done: {
      ...duty(say),
      ...NOTHING,
      text: say('duty-done', { title: TITLE, date: '24 November 2026' }),
      standing: say('duty-again', { date: '24 November 2027' }),
      mend: say('duty-mend', { count: 2 }),
      open: false,
      canView: true,
    },
  },
  'form-duty': {
    normal: form,
    fullest: {
      ...form,
      notice: say('duty-unanswered'),
      sites: sites(say),
      about: NAME,
      questions: questions(9),
      hasQuestions: true,
      evidence: true,
      ask: say('duty-ask'),
      'typed-note': longWords(1000),
      'typed-evidence': longWords(2000),
    },
    review: {
      ...form,
      title: 'Fernhill and Brook online safety policy',
      restsOn: [
        {
          text: say('review-rest-old', { title: TITLES[0] ?? '', named: '2019', now: '2026' }),
        },
        { text: say('review-rest-undated', { title: TITLES[1] ?? '', now: '2023' }) },
      ],
      questions: questions(3),
      hasQuestions: true,
      needs: [{ id: 'where-risk', text: say('duty-need', { title: 'Risk assessment' }), value: words('') }],
      evidence: true,
      ask: say('duty-ask'),
      share: say('duty-share', BOARD),
      next: say('duty-next-ask', { date: '24 November 2027' }),
      'typed-next': words('2027-11-24'),
    },
    meeting: {
      ...form,
      title: 'Meet the safeguarding governor about online safety',
      isMeeting: true,
      attending: ['Safeguarding lead', 'Safeguarding governor'].map((title) => ({ title, value: title })),
      themes: [
        { text: say('theme-line', { name: 'Content', n: '<5' }) },
        { text: say('theme-line', { name: 'Contact', n: 7 }) },
      ],
      met: [{ text: say('duty-need-done', { title: 'Risk assessment', date: '3 November 2026' }) }],
      needs: [{ id: 'where-risk', text: say('duty-need-other'), value: words('') }],
      evidence: true,
      ask: say('duty-ask-meeting'),
      next: say('duty-next-ask', { date: '24 February 2027' }),
      'typed-next': words('2027-02-24'),
    },
  },
  'duty-view': {
    normal: {
      title: TITLE,
      sites: undefined,
      when: say('duty-by', { date: '24 November 2026' }),
      by: NAME,
      about: undefined,
      answers: [],
      note: undefined,
      evidence: words('The report of the provider is in the shared folder.'),
      ...NO_REST,
      mended: [],
      why: WHY.section('7.2'),
    },
    fullest: {
      title: TITLE,
      sites: sites(say),
      when: say('duty-by', { date: '24 November 2026' }),
      by: NAME,
      about: NAME,
      answers: Array.from({ length: 9 }, () => ({ text: QUESTION, answer: say('answer-no') })),
      note: longWords(1000),
      evidence: longWords(2000),
      present: say('duty-present', BOARD),
      rests: [
        {
          text: say('duty-need-done', { title: 'Risk assessment', date: '3 November 2026' }),
          where: undefined,
        },
        { text: 'Risk assessment:', where: longWords(300) },
      ],
      shared: say('duty-shared', BOARD),
      next: say('duty-next', { date: '24 November 2027' }),
      mended: Array.from({ length: 9 }, (_, n) => ({
        text: say('mend', { question: QUESTION }),
        standing: n === 0 ? say('mend-open') : right(say),
        by: n === 0 ? undefined : words('Invented Person: '),
        what: n === 0 ? undefined : longWords(300),
      })),
      why: WHY.section('7.2'),
    },
  },
  'mend-message': {
    normal: mend(say),
    right: { ...mend(say), standing: right(say), open: false },
  },
  'form-mend': {
    normal: { ...mend(say), notice: undefined, by: NAME, note: undefined, 'typed-what': words('') },
    fullest: {
      ...mend(say),
      notice: say('mend-empty'),
      by: NAME,
      note: longWords(1000),
      'typed-what': longWords(300),
    },
  },
  'reviews-message': { normal: { line: say('reviews-late', { n: 3 }) } },
  reviews: {
    normal: {
      notice: undefined,
      line: say('reviews-late', { n: 2 }),
      rows: [
        { ...row(say), canRemind: false, canStart: true },
        { ...row(say), ...LATER(say), canDo: true },
      ],
      page: '0',
      next: undefined,
      previous: undefined,
      canChange: false,
    },
    fullest: {
      notice: say('review-reminded'),
      line: say('reviews-late', { n: 5 }),
      rows: Array.from({ length: 5 }, () => ({
        ...row(say),
        sites: sites(say),
        interval: interval(say),
        started: say('review-started'),
        evidence: longWords(161),
        canDate: true,
        canFinish: true,
      })),
      page: '1',
      next: '2',
      previous: '0',
      canChange: true,
    },
  },
  'form-review-date': {
    normal: {
      notice: undefined,
      duty: CASE,
      title: 'Fernhill and Brook online safety policy',
      latest: say('review-date-latest', { date: '24 November 2027' }),
      'typed-date': words(''),
      why: WHY.section('12'),
    },
    refused: {
      notice: say('review-date-late', { date: '24 November 2027' }),
      duty: CASE,
      title: 'Fernhill and Brook online safety policy',
      latest: say('review-date-latest', { date: '24 November 2027' }),
      'typed-date': words('2028-01-01'),
      why: WHY.section('12'),
    },
  },
  'proposal-message': {
    normal: proposal(say),
    declined: {
      ...proposal(say),
      standing: say('proposal-declined'),
      open: false,
      canRead: true,
    },
    'taken-up': {
      ...proposal(say),
      text: say('proposal-case'),
      standing: say('proposal-taken-up'),
      open: false,
    },
  },
  'form-proposal': {
    normal: {
      ...proposal(say),
      ...UNANSWERED,
      what: words('A new filter since Monday.'),
      'typed-reason': words(''),
      why: WHY.section('3'),
    },
    fullest: {
      ...proposal(say),
      ...UNANSWERED,
      notice: say('proposal-reason'),
      what: longWords(1000),
      'typed-reason': longWords(1000),
      why: WHY.section('3'),
    },
    declined: {
      ...proposal(say),
      ...UNANSWERED,
      open: false,
      what: words('A new filter since Monday.'),
      reason: longWords(1000),
      by: words('(Invented Person)'),
      'typed-reason': words(''),
      why: WHY.section('3'),
    },
  },
  'form-technical': {
    normal: { notice: undefined, 'typed-what': words(''), why: WHY.section('3') },
    fullest: { notice: say('technical-empty'), 'typed-what': longWords(1000), why: WHY.section('3') },
  },
  duties: {
    normal: { ...NO_LISTS, nothing: true, canWrite: false, hasReviews: false },
    fullest: {
      nothing: false,
      canWrite: true,
      hasReviews: true,
      todo: Array.from({ length: 10 }, (_, n) => ({
        duty: CASE,
        text: `${say('duty-late', LATE)} ${sites(say)}`,
        ...NOTHING,
        ...(n === 0 ? { canStart: true } : n === 1 ? { canFinish: true } : { canDo: true }),
      })),
      mending: Array.from({ length: 10 }, () => mend(say)),
      hasStanding: true,
      standing: Array.from({ length: 20 }, () => ({
        text: `${say('duty-due', LATE)} ${say('duty-last', LATE)} ${sites(say)}`,
      })),
      more: say('duty-more', { n: 7 }),
      hasDone: true,
      done: Array.from({ length: 5 }, () => ({
        duty: CASE,
        text: `${say('duty-done', LATE)} ${sites(say)}`,
      })),
      hasNotices: true,
      notices: Array.from({ length: 5 }, () => ({ notice: CASE, text: say('notice-line', notice) })),
    },
  },
  'form-notice': {
    normal: { problem: undefined, count: 40, child: 'learner', 'typed-text': words('') },
    fullest: { problem: say('notice-empty'), count: 40, child: 'learner', 'typed-text': longWords(3000) },
  },
  'notice-message': { normal: notice },
  notice: {
    normal: { ...notice, text: longWords(3000), count: undefined },
    lead: { ...notice, text: longWords(3000), count: say('notice-read', { count: 12, all: 40 }) },
  },
});
