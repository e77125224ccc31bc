import type { PersonId } from '../ids.ts';
import type { PersonRecord } from './record/state.ts';

/** A topic that people said they need training in, the one of most people first. */
export interface Need {
  readonly topic: string;
  readonly people: readonly PersonId[];
}

/** Needs of the last self-check of each person: what they said before, they have since been asked again. */
export function needsOf(records: readonly PersonRecord[], audit: string): readonly Need[] {
  const all = records.flatMap(({ person, audited }) =>
    (audited[audit]?.at(-1)?.answers ?? []).flatMap(({ need }) =>
      need === undefined ? [] : [{ need, person }],
    ),
  );
  return [...Map.groupBy(all, ({ need }) => need)]
    .map(([topic, each]) => ({ topic, people: each.map(({ person }) => person) }))
    .sort((a, b) => b.people.length - a.people.length || a.topic.localeCompare(b.topic, 'en-GB'));
}
