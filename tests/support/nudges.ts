import type { Deps } from '../../src/application/deps.ts';
import { seedDirectory } from '../../src/application/directory.ts';
import type { Platform } from '../../src/application/messenger.ts';
import { recordOf, savePerson, todayOf } from '../../src/application/people/store.ts';
import { writeRecord } from '../../src/application/write-record.ts';
import { type Instant, PersonId } from '../../src/domain/ids.ts';
import { type Directory, type Person, sitesOf } from '../../src/domain/people/directory.ts';
import { newPersonRecord } from '../../src/domain/people/record/state.ts';

/** So many are written at once. */
const AT_ONCE = 200;

export const nthPerson = (n: number): string => `p-many-${n}`;
export const slackOf = (n: number): string => `U9${String(n).padStart(8, '0')}`;

/** The organisation with so many more members of staff, reached on one platform each, taking turns. */
export function withMany(
  directory: Directory,
  like: Person,
  count: number,
  platforms: readonly Platform[] = ['slack', 'teams'],
): Directory {
  const { slack: _slack, teams: _teams, ...rest } = like;
  const many = Array.from({ length: count }, (_, n): Person => {
    const account =
      platforms[n % platforms.length] === 'slack' ? { slack: slackOf(n) } : { teams: `entra-${n}` };
    return { ...rest, ...account, id: PersonId.parse(nthPerson(n)), name: `Member Number${n}` };
  });
  return { ...directory, people: [...directory.people, ...many] };
}

interface Teams {
  readonly serviceUrl: string;
  readonly tenant: string;
}

const teamsAddress = ({ serviceUrl, tenant }: Teams, n: number) => ({
  platform: 'teams' as const,
  to: { serviceUrl, tenant, bot: '28:bot', user: `29:${n}` },
});

/** A nudge for each of them that is due at that moment, and where they are on Teams. The directory goes first. */
export async function seedNudges(
  deps: Deps,
  directory: Directory,
  numbers: readonly number[],
  at: (n: number) => Instant,
  teams: Teams,
): Promise<void> {
  await seedDirectory(deps, directory);
  const people = new Map(directory.people.map((person) => [person.id, person]));
  const personOf = (n: number): Person => {
    const person = people.get(PersonId.parse(nthPerson(n)));
    if (person === undefined) throw new Error(`The directory has fewer people than ${n}`);
    return person;
  };
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    await Promise.all(
      numbers.slice(from, from + AT_ONCE).flatMap((n) => {
        const person = personOf(n);
        const record = newPersonRecord(person.id, todayOf(deps), sitesOf(person));
        const place = { id: recordOf(deps, person.id), version: 0 };
        const chat = deps.keyring.recordId(`chat|${person.id}`);
        const addresses = [teamsAddress(teams, n)];
        return [
          savePerson(deps, person, place, { record }, { quiet: true, wake: at(n) }),
          ...(person.teams === undefined ? [] : [writeRecord(deps, chat, 0, { kind: 'chat', addresses })]),
        ];
      }),
    );
  }
}
