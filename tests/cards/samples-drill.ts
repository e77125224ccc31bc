import type { Samples, Say } from './sample-parts.ts';

const SITE = 'Fernhill Primary School';

/** Drills, and the form on paper. */
export function drillSamples(say: Say): Readonly<Record<string, Samples>> {
  const began = say('drill-began', { site: SITE, time: 'today 10:05' });
  const role = 'deputy safeguarding lead';
  const done = [
    began,
    say('drill-opened', { minutes: 4, role }),
    say('drill-owned', { minutes: 6, role }),
    say('drill-decided', { minutes: 21, role }),
    say('drill-climbed', { count: 1 }),
    say('drill-ended', { time: 'today 11:05' }),
  ].join(' ');
  const undone = [began, say('drill-not-opened'), say('drill-not-owned'), say('drill-not-decided')].join(' ');
  const kinds = ['child', 'night', 'adult'].map((value) => ({ title: say(`drill-kind-${value}`), value }));
  const past = (text: string, running: boolean) => ({ text, running, case: '0123456789abcdefghjkmnpqrs' });
  return {
    drills: {
      normal: {
        mayStart: true,
        several: false,
        sites: [],
        kinds,
        first: 'child',
        site: 'fernhill',
        past: [],
      },
      fullest: {
        mayStart: true,
        several: true,
        sites: [
          { title: SITE, value: 'fernhill' },
          { title: 'Brook Primary School', value: 'brook' },
        ],
        kinds,
        first: 'child',
        site: 'fernhill',
        past: [past(`${undone} ${say('drill-running')}`, true), ...[1, 2, 3, 4].map(() => past(done, false))],
      },
      governor: {
        ...{ mayStart: false, several: false, sites: [], kinds, first: 'child', site: undefined },
        past: [past(done, false)],
      },
    },
    'drill-message': { normal: { ref: 'DRILL-7Q4M', line: done } },
    'paper-head': {
      normal: {
        organisation: 'Fernhill and Brook Primary Schools',
        leads: 'the designated safeguarding lead (DSL) or the deputy safeguarding lead',
        independent: 'the headteacher or the chair of the governing body',
        phones: [{ who: 'Fernhill school office', number: '01632 960110' }],
      },
    },
    'paper-foot': { normal: {} },
    'paper-link': { normal: { url: 'https://signpost.example/paper-form' } },
  };
}
