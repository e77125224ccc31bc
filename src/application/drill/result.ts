import { type DrillTimes, drillTimes } from '../../domain/case/work/drill.ts';
import type { Instant } from '../../domain/ids.ts';
import { type Directory, personById } from '../../domain/people/directory.ts';
import { type CaseRecord, eventsOf } from '../case/case-store.ts';
import { roleWord } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';

const minutesBetween = (from: Instant, to: Instant): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

/** How it went, a line each: times and roles, and nobody's name. */
export function resultLines(deps: Deps, record: CaseRecord, directory: Directory): readonly string[] {
  const { say } = deps.cards;
  const { state } = record;
  const times = drillTimes(eventsOf(record), state.reportedAt);
  const site = deps.organisation.sites.find(({ id }) => id === state.site)?.name ?? '';
  const line = (name: 'opened' | 'owned' | 'decided'): string => {
    const done: DrillTimes['opened'] = times[name];
    if (done === undefined) return say(`drill-not-${name}`);
    const person = personById(directory, done.by);
    const role = person === undefined ? say('drill-somebody') : roleWord(deps, person, state.site);
    return say(`drill-${name}`, { minutes: minutesBetween(times.sent, done.at), role });
  };
  return [
    say('drill-began', { site, time: clockTime(deps, times.sent) }),
    line('opened'),
    line('owned'),
    line('decided'),
    ...(times.climbed > 0 ? [say('drill-climbed', { count: times.climbed })] : []),
    times.ended === undefined
      ? say('drill-running')
      : say('drill-ended', { time: clockTime(deps, times.ended) }),
  ];
}
