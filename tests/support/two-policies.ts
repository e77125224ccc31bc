import type { Role } from '../../src/domain/policy/facts.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { NO_REFERRALS } from './referral-file.ts';

type Route = Policy['routes'][number];
type Step = Policy['procedures'][number]['steps'][number];

const agree = (by: Role[]): Step => ({
  kind: 'approve',
  id: 'agree',
  text: 'Agree to it.',
  modality: 'must',
  by,
  reason: 'always',
  source: '5',
});

const clock = { rung: 'PT30M', opened: 'PT60M', decision: 'PT4H' };
const role = { label: 'role', short: 'role', unbound: 'warn', source: '2' } as const;

const policyWith = (
  parts: Pick<Policy, 'id' | 'routes' | 'independent'> & { readonly by: Role[] },
): Policy => ({
  schema: 'signpost-policy/1',
  title: 'Oak Lane School safeguarding policy',
  version: 1,
  approved: '2026-01-01',
  review: { due: '2027-01-01', every: 'P12M', owner: 'headteacher', source: '1' },
  lexicon: { child: 'child', children: 'children', setting: 'school', board: 'governors' },
  taxonomy: { scheme: '4c', categories: [], source: '1' },
  roles: { dsl: role, deputy: role, headteacher: role },
  leads: ['dsl', 'deputy'],
  oversight: ['chair-of-governors'],
  clocks: { now: clock, today: clock, ordinary: clock, source: '4' },
  guards: [],
  requests: [
    {
      id: 'release',
      title: 'Ask to give a device back',
      prompt: 'Which?',
      by: ['it-lead', 'dsl'],
      reason: 'on-decline',
      source: '6',
    },
  ],
  forms: [],
  registers: [],
  linked: [],
  duties: [],
  advice: [],
  log: { columns: [{ title: 'Date', from: 'date' }], source: '12' },
  contacts: [],
  year: '09-01',
  training: [],
  audits: [],
  agreements: [],
  gaps: [],
  supplied: [],
  urgencyFloor: [],
  nicknames: [],
  rests: [],
  patterns: [],
  referrals: NO_REFERRALS.referrals,
  drafts: [],
  draftLeft: NO_REFERRALS.left,
  procedures: [{ id: 'any', name: 'Every concern', always: true, steps: [agree(parts.by)], source: '4' }],
  id: parts.id,
  routes: parts.routes,
  independent: parts.independent,
});

const aboutAChild: Route = {
  id: 'about-a-child',
  about: 'child',
  rungs: [['dsl'], ['deputy'], ['senior-leader']],
  channel: true,
  outside: ['social-care', 'police'],
  source: '3.1',
};
const onlyAdults: Route['when'] = { any: [{ fact: 'adult', in: ['yes'] }] };
const mayInvolve: Route['when'] = {
  any: [
    { fact: 'may-involve-lead', in: ['yes'] },
    { fact: 'adult', in: ['unsure'] },
  ],
};

/** A school whose head and safeguarding lead are two people. */
export const HEAD_IS_NOT_LEAD = policyWith({
  id: 'two-people',
  independent: ['headteacher', 'chair-of-governors'],
  by: ['headteacher', 'dsl'],
  routes: [
    {
      id: 'about-the-head',
      when: { fact: 'adult-role', in: ['headteacher'] },
      about: 'adult',
      rungs: [['chair-of-governors']],
      channel: false,
      exclude: ['headteacher'],
      outside: ['lado', 'police'],
      source: '3.2',
    },
    {
      id: 'may-involve-a-lead',
      when: mayInvolve,
      about: 'adult',
      rungs: [['headteacher'], ['chair-of-governors']],
      channel: false,
      exclude: ['dsl', 'deputy'],
      outside: ['lado', 'police'],
      source: '3.3',
    },
    {
      id: 'about-an-adult',
      when: onlyAdults,
      about: 'adult',
      rungs: [['headteacher'], ['chair-of-governors']],
      channel: false,
      outside: ['lado', 'police'],
      source: '3.4',
    },
    aboutAChild,
  ],
});

/** A school whose head is the safeguarding lead. */
export const HEAD_IS_LEAD = policyWith({
  id: 'one-person',
  independent: ['chair-of-governors'],
  by: ['dsl', 'deputy'],
  routes: [
    {
      id: 'about-the-head',
      when: { fact: 'adult-role', in: ['headteacher', 'dsl'] },
      about: 'adult',
      rungs: [['chair-of-governors']],
      channel: false,
      exclude: ['headteacher', 'dsl'],
      outside: ['lado', 'police'],
      source: '3.2',
    },
    {
      id: 'may-involve-a-lead',
      when: mayInvolve,
      about: 'adult',
      rungs: [['chair-of-governors']],
      channel: false,
      exclude: ['headteacher', 'dsl', 'deputy'],
      outside: ['lado', 'police'],
      source: '3.3',
    },
    {
      id: 'about-an-adult',
      when: onlyAdults,
      about: 'adult',
      rungs: [['headteacher'], ['chair-of-governors']],
      channel: false,
      outside: ['lado', 'police'],
      source: '3.4',
    },
    aboutAChild,
  ],
});
