import { barred } from '../access.ts';
import { type Directory, holders } from '../people/directory.ts';
import { mayInvolveLead } from '../policy/facts.ts';
import { factsOf, type Report } from './report.ts';
import type { CaseState } from './state.ts';

/**
 * A worry about an adult is also about a child, and not the same people see both. Where the policy names a route for the
 * child, the child has a record of their own: who they are and how urgent it is, and not a word about the adult. It is
 * made only when no safeguarding lead may be part of it; otherwise whoever has the case sees to the child as well.
 */
export function wantsChildRecord(state: CaseState, directory: Directory): boolean {
  const { report, plan, beside } = state;
  if (report === undefined || plan.route.child === undefined || beside?.side === 'child') return false;
  // What is only tried out leaves no second record that does not say so.
  if (report.drill === true) return false;
  if (mayInvolveLead(factsOf(report, directory)) || state.mayInvolveLead) return false;
  const out = barred(state, directory);
  return !holders(directory, state.site, plan.leads).some(({ id }) => out.has(id));
}

/** What the child's record says. `told`: one line of ours, in place of the story. */
export const childReport = (
  // Whose words these are, why they come late, and that they are about whoever wrote them, is told in the other record.
  { self: _, behalf: __, late: ___, ...report }: Report,
  told: string,
): Report => ({
  ...report,
  where: '',
  callback: '',
  adult: 'no',
  adults: [],
  connected: [],
  mayInvolveLead: false,
  harms: ['feeling'],
  account: {
    seen: told,
    childWords: '',
    heard: 'other',
    toldBy: '',
    said: '',
    seemed: '',
    when: 'about',
    date: '',
    time: '',
    whenNote: '',
    where: '',
    wants: '',
    opinion: '',
    done: '',
    toldLead: 'no',
    places: '',
    mark: '',
    page: '',
    device: '',
  },
});
