import type { PersonId } from '../../ids.ts';
import { ok, refuse } from '../../result.ts';
import type { Changed } from './change.ts';
import type { PersonRecord } from './state.ts';

/** A card about others comes no more often than this; what is there is brought up to date meanwhile. */
const APART_DAYS = 7;

/** More than anybody manages; beyond it the lists of whoever leads are the place to look. */
const MOST = 100;

type Why = PersonRecord['team'][PersonId]['why'];
type Team = PersonRecord['team'];

const others = (team: Team, who: PersonId): Team =>
  Object.fromEntries(Object.entries(team).filter(([each]) => each !== who));

/** A line manager hears that somebody is late or has no account; hearing it twice changes nothing. */
export function noteTeam(record: PersonRecord, about: PersonId, why: Why, today: string): Changed {
  const isFull = record.team[about] === undefined && Object.keys(record.team).length >= MOST;
  if (isFull || record.team[about]?.why === why) return refuse('nothing-new');
  return ok({ record: { ...record, team: { ...record.team, [about]: { why, on: today } } } });
}

/** They are late no more, or can be reached. */
export function leaveTeam(record: PersonRecord, about: PersonId): Changed {
  if (record.team[about] === undefined) return refuse('nothing-new');
  return ok({ record: { ...record, team: others(record.team, about) } });
}

/** The day on which somebody is to be told of others; undefined: there is nobody new. */
export function teamDay({ team, teamOn }: PersonRecord, today: string): string | undefined {
  if (!Object.values(team).some(({ told }) => told === undefined)) return undefined;
  const next =
    teamOn === undefined ? today : Temporal.PlainDate.from(teamOn).add({ days: APART_DAYS }).toString();
  return next > today ? next : today;
}

/** The clock: one new card with everybody who is late now. */
export function tellTeam(record: PersonRecord, today: string): Changed {
  if (teamDay(record, today) !== today) return refuse('nothing-new');
  const team: Team = Object.fromEntries(
    Object.entries(record.team).map(([who, each]) => [who, { ...each, told: true as const }]),
  );
  return ok({ record: { ...record, team, teamRound: record.teamRound + 1, teamOn: today } });
}
