import type { Directory, Person } from '../domain/people/directory.ts';
import { adviceFor, findAdvice, whatIf } from './advice/advice.ts';
import { contacts } from './advice/contacts.ts';
import { help, whatToDo } from './advice/help.ts';
import { accounts } from './agreements/accounts.ts';
import { families } from './agreements/families.ts';
import { agreements } from './agreements/own.ts';
import { asksVisitors, visitors } from './agreements/visitors.ts';
import { boardReport } from './board-report/press.ts';
import { incidentLog } from './case/log-card.ts';
import { line } from './case/work-case.ts';
import { register } from './children/press-register.ts';
import { children } from './children/press-story.ts';
import { transfers } from './children/transfers.ts';
import { compliance, training } from './compliance/press.ts';
import { session } from './compliance/session.ts';
import { away, back } from './cover/away.ts';
import { handOver } from './cover/hand-over.ts';
import { rota, whoIsOn } from './cover/rota.ts';
import type { Deps } from './deps.ts';
import { cases, today } from './desk/press.ts';
import { drills } from './drill/start.ts';
import { whatIsDue } from './duties/list.ts';
import { technicalChange } from './duties/press-review.ts';
import { reviews } from './duties/reviews.ts';
import type { Answer, Intent } from './intent.ts';
import { people } from './people/list.ts';
import { listRegisters, showRegister } from './registers/list.ts';
import { policies } from './registers/policies.ts';
import { registerSaid } from './registers/seen.ts';
import { whereIsPaper } from './report/paper-form.ts';
import { startReport } from './report/report-concern.ts';
import { myReports } from './report/reporter.ts';
import { formSaid, listForms, openForm } from './requests/ask.ts';
import { myRequests } from './requests/mine.ts';
import { startSearch } from './search/start.ts';
import { lowLevel } from './staff-concerns/low-level-list.ts';
import { myTraining } from './training/mine.ts';

/** Somebody who is known typed one of our words, or pressed a button that says one. */
export interface Said {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
  /** A private view takes the answer. */
  readonly view: boolean;
  readonly from: NonNullable<Intent['from']>;
  /** What was typed behind the words: "nudes" of "contacts nudes". */
  readonly rest: string;
}
type UseCase = (said: Said) => Answer | Promise<Answer>;

/** What a hurried person types behind it is likely to be about a child, and is not taken from here. */
const report: UseCase = ({ deps, directory, person, view, from }) =>
  startReport(deps, directory, person, { view, platform: from.platform });

/** The form for an alert of a filter or a monitoring system, empty: it may stand in one's own chat. */
const pasteAlert: UseCase = ({ deps, directory, person, from }) =>
  startReport(deps, directory, person, { view: true, platform: from.platform, alert: true });

/** Where visitors sign nothing, the policy may still say what to do about them. */
const visiting: UseCase = (said) =>
  (asksVisitors(said.deps) ? undefined : findAdvice(said, 'visitor')) ?? visitors(said);

/** Words that begin what is typed → what they do. The longest that fits is meant. */
const WORDS: Readonly<Record<string, UseCase>> = {
  report,
  'report concern': report,
  'report a concern': report,
  'my reports': myReports,
  forms: listForms,
  'my requests': myRequests,
  'my training': myTraining,
  registers: listRegisters,
  policies,
  'other policies': policies,
  alert: pasteAlert,
  'search a device': startSearch,
  'search device': startSearch,
  'device search': startSearch,
  contacts,
  'what do i do': (said) => findAdvice(said, said.rest) ?? whatToDo(said.deps),
  'what do i do if': whatIf,
  advice: adviceFor,
  agreements,
  families,
  'record a signature': families,
  visitor: visiting,
  visitors: visiting,
  accounts,
  duties: whatIsDue,
  'what is due': whatIsDue,
  reviews,
  'technical change': technicalChange,
  today,
  cases,
  compliance,
  training,
  session,
  'record a session': session,
  'board report': boardReport,
  'report to the board': boardReport,
  log: incidentLog,
  'incident log': incidentLog,
  register,
  'low-level': lowLevel,
  'low level': lowLevel,
  'low-level concerns': lowLevel,
  children,
  transfer: transfers,
  transfers,
  away,
  'i am away': away,
  back,
  'i am back': back,
  'hand over': handOver,
  rota,
  'who is on': whoIsOn,
  people,
  'paper form': whereIsPaper,
  drill: drills,
  drills,
  help: (said) => findAdvice(said, said.rest) ?? help(said.deps, said.directory, said.person),
};
/** These are ours only when nothing stands behind them. */
const ALONE: ReadonlySet<string> = new Set([
  'report',
  'my reports',
  'away',
  'i am away',
  'back',
  'i am back',
  'hand over',
  'rota',
  'people',
  'agreements',
  'families',
  'record a signature',
  'visitor',
  'visitors',
  'accounts',
]);

function understood(typed: string): { readonly words: string; readonly rest: string } | undefined {
  const text = typed.replace(/[\s.?!…]+$/u, '');
  const fits = Object.keys(WORDS).filter(
    (each) => text === each || (!ALONE.has(each) && text.startsWith(`${each} `)),
  );
  const words = fits.toSorted((a, b) => b.length - a.length)[0];
  return words === undefined ? undefined : { words, rest: text.slice(words.length).trim() };
}

/** What is looked through, in this order, when nothing of ours begins what was typed: `rest` is all of it. */
const OTHERWISE: readonly ((said: Said) => Answer | Promise<Answer> | undefined)[] = [
  (said) => findAdvice(said, said.rest),
];

async function otherwise(said: Said): Promise<Answer> {
  for (const look of OTHERWISE) {
    const found = await look(said);
    if (found !== undefined) return found;
  }
  return help(said.deps, said.directory, said.person);
}

type Saying = Extract<Intent, { type: 'say' }>;

/**
 * Others read what is answered here: one line and no more. Even "my reports" says that there are some. Whoever typed more
 * than a word of ours may have typed about a child: they are asked to take it away, and the form waits in their own chat.
 */
async function inShared(said: Said, words: string | undefined, isMore: boolean): Promise<Answer> {
  const { deps } = said;
  const reports = words !== undefined && WORDS[words] === report;
  const isOther = words === undefined && said.rest !== '';
  if (reports || isOther) await report(said);
  if (isMore || said.rest !== '') return line(deps, 'not-in-channel');
  return line(deps, reports ? 'in-your-chat' : 'ask-in-chat');
}

export async function say(
  deps: Deps,
  directory: Directory,
  person: Person,
  { view, place, text, from, more = false }: Saying,
): Promise<Answer> {
  // The words of a form open it at once; what they could begin besides comes after.
  const form = formSaid(deps, text);
  if (form !== undefined)
    return place.type === 'shared' && !view
      ? line(deps, 'ask-in-chat')
      : openForm({ deps, directory, person }, form);
  const register = registerSaid(deps, text);
  if (register !== undefined)
    return place.type === 'shared' && !view
      ? line(deps, 'ask-in-chat')
      : showRegister({ deps, directory, person, view }, register);
  const { words, rest } = understood(text) ?? { rest: text };
  const said: Said = { deps, directory, person, view, from, rest };
  if (place.type === 'shared' && !view) return inShared(said, words, more);
  const use = words === undefined ? otherwise : (WORDS[words] ?? otherwise);
  return use(said);
}
