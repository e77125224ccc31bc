import type { Policy, Procedure } from '../../../src/domain/policy/pack.ts';
import type { Condition, Step } from '../../../src/domain/policy/step.ts';
import { NO_REFERRALS } from '../../support/referral-file.ts';

const source = 'section 1';
const clock = { rung: 'PT5M', opened: 'PT10M', decision: 'PT30M' } as const;

export const doing = (id: string, more: Partial<Step> = {}): Step =>
  ({ id, kind: 'do', text: `Do ${id}.`, modality: 'must', source, ...more }) as Step;

export const procedure = (
  id: string,
  start: { when?: Condition; always?: true },
  steps: Step[],
): Procedure => ({
  id,
  name: id,
  ...start,
  steps,
  source,
});

/** An invented policy of two routes, for rules that belong to no school. */
export const policyOf = (changes: Partial<Policy> = {}): Policy => ({
  schema: 'signpost-policy/1',
  id: 'small',
  title: 'Small policy',
  version: 1,
  approved: null,
  review: { due: null, every: 'P12M', owner: 'headteacher', source },
  lexicon: { child: 'child', children: 'children', setting: 'centre', board: 'board' },
  taxonomy: { scheme: '2c', categories: [], source },
  roles: {},
  leads: ['dsl'],
  independent: ['headteacher'],
  oversight: [],
  clocks: { now: clock, today: clock, ordinary: clock, source },
  routes: [
    {
      id: 'adult',
      when: { fact: 'adult', in: ['yes'] },
      about: 'adult',
      rungs: [['headteacher']],
      channel: false,
      urgency: 'today',
      outside: ['lado'],
      source,
    },
    { id: 'child', about: 'child', rungs: [['dsl']], channel: true, outside: ['police'], source },
  ],
  guards: [],
  procedures: [],
  requests: [],
  forms: [],
  registers: [],
  linked: [],
  duties: [],
  advice: [],
  log: { columns: [{ title: 'Date', from: 'date' }], source },
  contacts: [],
  year: '09-01',
  training: [],
  audits: [],
  agreements: [],
  gaps: [],
  supplied: [],
  nicknames: [],
  rests: [],
  patterns: [],
  referrals: NO_REFERRALS.referrals,
  drafts: [],
  draftLeft: NO_REFERRALS.left,
  urgencyFloor: [{ when: { fact: 'image', in: ['yes'] }, urgency: 'today' }],
  ...changes,
});
