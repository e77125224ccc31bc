import { words } from '../../src/cards/fill.ts';
import { CASE, longWords, type Samples, type Say, WHY } from './sample-parts.ts';

const TITLE = 'Review of filtering and monitoring';
const LATE = { title: TITLE, date: '1 September 2026', days: 81 };
const NAME = words('Invented Person');
const QUESTION = 'Is our internet provider a member of the Internet Watch Foundation?';
const NOTHING = { canStart: false, canDo: false, canFinish: false };

const duty = (say: Say) => ({
  duty: CASE,
  text: say('duty-late', LATE),
  sites: undefined,
  standing: undefined,
  mend: undefined,
  who: say('review-owner', { role: 'safeguarding lead', people: 'Iris Kay and Owen Pike' }),
  why: WHY.section('7.2'),
  interval: undefined,
  showWho: false,
  showWhy: false,
  open: true,
  canView: false,
  ...NOTHING,
  canDo: true,
});
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
  evidence: false,
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
      'typed-note': longWords(1000),
      'typed-evidence': longWords(2000),
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
  duties: {
    normal: { ...NO_LISTS, nothing: true, canWrite: false },
    fullest: {
      nothing: false,
      canWrite: true,
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
  notice: { normal: { ...notice, text: longWords(3000) } },
});
