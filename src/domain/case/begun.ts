import type { CaseEvent } from './events.ts';
import type { CaseState } from './state.ts';

/** A case before anything is known but who, when and where: the plan comes with the RouteChosen of the same commit. */
const NOTHING_PLANNED: CaseState['plan'] = {
  policy: { id: '', version: 0, title: '' },
  urgency: 'today',
  route: { id: '', why: '', about: 'child', rungs: [], channel: false, exclude: [], outside: [] },
  procedures: [],
  steps: [],
  guards: [],
  requests: [],
  clocks: { rung: 'PT30M', opened: 'PT60M', decision: 'PT4H' },
  leads: [],
  independent: [],
  oversight: [],
};

export type Beginning = Extract<CaseEvent, { type: 'AlertRaised' | 'ConcernReported' }>;

export const begun = (event: Beginning): CaseState => ({
  progress: { status: 'new' },
  site: event.site,
  reporter: event.by,
  reportedAt: event.at,
  content: '',
  mayInvolveLead: false,
  children: [],
  facts: {},
  plan: NOTHING_PLANNED,
  steps: [],
  rung: 0,
  exhausted: false,
  conflicted: [],
  openedBy: [],
  cardsFor: [],
  informed: [],
  links: [],
  struck: [],
  notSure: [],
  referrals: [],
  meetings: [],
  tasks: [],
  handedOver: 0,
  late: [],
  raisedAgain: 0,
  amended: 0,
  added: 0,
  decisionVersion: 0,
  events: 0,
  applied: [],
});
