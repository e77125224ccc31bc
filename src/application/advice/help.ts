import type { SlotData } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { chooseGuards } from '../../domain/policy/procedure.ts';
import { seesBoard } from '../board-report/who.ts';
import { sitesLed } from '../children/register.ts';
import { glanceLine } from '../compliance/overview-card.ts';
import { seesGlance } from '../compliance/read.ts';
import { sitesAnswered } from '../cover/who.ts';
import type { Deps } from '../deps.ts';
import { sitesOf } from '../desk/read-desk.ts';
import { deskAtHome } from '../desk/today.ts';
import { hasDuties } from '../duties/list.ts';
import type { Answer } from '../intent.ts';
import { registersSeen } from '../registers/seen.ts';
import { managesSomebody } from '../staff-concerns/low-level-list.ts';
import { peopleHere } from './contacts.ts';
import { contactSlot } from './phones.ts';

/** Topics of what stands on every help card: where to complain, and where to go when nobody acts. */
const ROUTES = ['complaint', 'whistleblowing'] as const;

/** Who runs the systems: a monitoring alert is theirs to pass on. */
const runsSystems = ({ roles }: Person): boolean => roles.some(({ role }) => role === 'it-lead');

function slotsFor(deps: Deps, directory: Directory, person: Person): SlotData {
  const isRoute = ({ topics = [] }: { readonly topics?: readonly string[] | undefined }) =>
    ROUTES.some((topic) => topics.includes(topic));
  return {
    answers: sitesAnswered(deps, person).length > 0,
    organisation: deps.organisation.name,
    desk: sitesOf(deps, person).length > 0,
    register: sitesLed(deps, person).length > 0,
    canPaste: runsSystems(person),
    search: deps.policy.search !== undefined,
    canAsk: deps.policy.forms.length > 0,
    registers: registersSeen(deps, person).length > 0,
    linked: deps.policy.linked.length > 0,
    agreements: deps.policy.agreements.length > 0,
    glance: seesGlance(deps, person),
    board: seesBoard(deps, person),
    lowLevel: managesSomebody({ deps, directory, person }),
    duties: hasDuties({ deps, directory, person }),
    complaints: peopleHere({ deps, directory, person }, ['complaints-lead']),
    routes: deps.policy.contacts.filter(isRoute).flatMap((each) => contactSlot(deps, each) ?? []),
  };
}

/** Everything that can be typed, and where to complain. */
export const help = (deps: Deps, directory: Directory, person: Person): Answer => ({
  type: 'card',
  card: deps.cards.show('help', slotsFor(deps, directory, person)),
});

/** The App Home of Slack. */
export const home = async (deps: Deps, directory: Directory, person: Person): Promise<Card> =>
  deps.cards.show('home', {
    ...slotsFor(deps, directory, person),
    ...(await deskAtHome(deps, directory, person)),
    glanceLine: await glanceLine(deps, directory, person),
  });

/** What always holds, whatever the concern: what to do and what never to do. */
export const whatToDo = (deps: Deps): Answer => ({
  type: 'card',
  card: deps.cards.show('what-to-do', {
    guards: chooseGuards(deps.policy, {}).map(({ text, source }) => ({ text, why: source })),
  }),
});
