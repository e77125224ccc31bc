import { z } from 'zod';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import { linkTo } from '../files.ts';
import type { Answer } from '../intent.ts';
import { casesOfLog, sitesOfLog } from './incident-log.ts';
import { line, nothingHere, type Pressed } from './work-case.ts';

interface Asking {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
}

/** The first day of the school year that today is in: a log is kept by the year. */
function yearBegan(deps: Deps): string {
  const today = dayOf(deps.clock.now(), deps.organisation.timezone);
  const year = today.month >= 9 ? today.year : today.year - 1;
  return `${year}-09-01`;
}

/** "log": how many cases there are, since when, and the button that makes the file. For the leads only. */
export function incidentLog({ deps, person }: Asking): Answer {
  if (sitesOfLog(deps, person).length === 0) return nothingHere(deps);
  return {
    type: 'card',
    card: deps.cards.show('form-log', {
      since: yearBegan(deps),
      today: dayOf(deps.clock.now(), deps.organisation.timezone).toString(),
      columns: deps.policy.log.columns.map(({ title }) => ({ title })),
      why: deps.policy.log.source,
    }),
  };
}

/** "Make the file": a link that works once, for ten minutes. */
export async function pressLog({ deps, directory, person, press, view }: Pressed): Promise<Answer> {
  if (sitesOfLog(deps, person).length === 0) return nothingHere(deps);
  if (!view) return line(deps, 'ask-in-chat');
  const since = z.iso.date().catch(yearBegan(deps)).parse(press.inputs.since);
  const records = await casesOfLog(deps, directory, person, since);
  const url = await linkTo(deps, person.id, { kind: 'incident-log', since });
  if (url === undefined) return line(deps, 'no-address');
  return {
    type: 'card',
    card: deps.cards.show('log-link', { url, count: records.length }),
  };
}
