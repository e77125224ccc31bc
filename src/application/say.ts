import type { Directory, Person } from '../domain/people/directory.ts';
import type { Deps } from './deps.ts';
import { contacts, help, whatToDo } from './help.ts';
import type { Answer, Intent } from './intent.ts';
import { incidentLog } from './log-card.ts';
import { startReport } from './report-concern.ts';
import { myReports } from './reporter.ts';
import { line } from './work-case.ts';

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

const report: UseCase = ({ deps, directory, person, view, from }) =>
  startReport(deps, directory, person, { view, platform: from.platform });

/** Words that begin what is typed → what they do. The longest that fits is meant. */
const WORDS: Readonly<Record<string, UseCase>> = {
  report,
  'report concern': report,
  'report a concern': report,
  'my reports': myReports,
  contacts: ({ deps }) => contacts(deps),
  'what do i do': ({ deps }) => whatToDo(deps),
  'what do i do if': ({ deps }) => whatToDo(deps),
  log: incidentLog,
  'incident log': incidentLog,
  help: ({ deps }) => help(deps),
};
/** These take nothing behind them: what a hurried person types there is likely to be about a child. */
const ALONE: ReadonlySet<string> = new Set(['report', 'report concern', 'report a concern', 'my reports']);

function understood(text: string): { readonly words: string; readonly rest: string } | undefined {
  const fits = Object.keys(WORDS).filter(
    (each) => text === each || (!ALONE.has(each) && text.startsWith(`${each} `)),
  );
  const words = fits.toSorted((a, b) => b.length - a.length)[0];
  return words === undefined ? undefined : { words, rest: text.slice(words.length).trim() };
}

type Saying = Extract<Intent, { type: 'say' }>;

export async function say(
  deps: Deps,
  directory: Directory,
  person: Person,
  { view, place, text, from }: Saying,
): Promise<Answer> {
  const { words = 'help', rest = '' } = understood(text) ?? {};
  const isShared = place.type === 'shared' && !view;
  // In a shared place anything else is answered by one line too: even "my reports" says that there are some.
  if (isShared && WORDS[words] !== report) return line(deps, 'ask-in-chat');
  const answer = await WORDS[words]?.({ deps, directory, person, view, from, rest });
  return isShared || answer === undefined ? line(deps, 'in-your-chat') : answer;
}
