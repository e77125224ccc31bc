import type { Deps } from '../../src/application/deps.ts';
import type { Store } from '../../src/application/ports.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { RecordId as RecordIdSchema, SiteId } from '../../src/domain/ids.ts';
import type { Directory } from '../../src/domain/people/directory.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import { leavesOf } from './check-card.ts';
import { memoryStore } from './memory-store.ts';
import { type Client, type Organisation, organisation } from './organisation.ts';
import { buttonsOf } from './press.ts';

type Typed = Readonly<Record<string, string>>;

/** Whoever may search: the roles that a policy of these tests names. */
const BY: readonly Role[] = ['headteacher', 'authorised-searcher'];

/** A policy that lets these roles search a device; without them it says nothing about it. */
export function searched({ policy, ...deps }: Deps, by: readonly Role[] | undefined): Deps {
  const { search: _, ...rest } = policy;
  const label = { label: 'member of staff whom the headteacher authorised', short: 'searcher' } as const;
  const role = { ...label, unbound: 'allow', source: 'section 6.3' } as const;
  const source = `${policy.title}, section 6.3`;
  return {
    ...deps,
    policy: {
      ...rest,
      ...(by !== undefined && { search: { by: [...by], source } }),
      roles: { ...policy.roles, 'authorised-searcher': role },
    },
  };
}

/** People of a school, these with one role more. */
export const withRole = (directory: Directory, people: readonly string[], role: Role): Directory => ({
  people: directory.people.map((person) =>
    people.includes(person.id)
      ? { ...person, roles: [...person.roles, { role, site: SiteId.parse('main') }] }
      : person,
  ),
});

/** The school of one site, where Ada may search a device and Ben may not; `by: undefined`: nobody may. */
export async function searchingSchool({
  by = BY,
  searchers = ['p-ada'],
  store = memoryStore(),
}: {
  readonly by?: readonly Role[] | 'nobody';
  readonly searchers?: readonly string[];
  readonly store?: Store;
} = {}): Promise<Organisation> {
  const { directory } = await organisation('one-school');
  return organisation('one-school', {
    store,
    directory: withRole(directory, searchers, 'authorised-searcher'),
    doctor: (deps) => searched(deps, by === 'nobody' ? undefined : by),
  });
}

export const DEVICE: Typed = {
  owner: 'child',
  device: 'A grey phone with a cracked corner',
  whose: 'Robin Vale',
  where: 'The office by the hall',
  others: 'Cleo Dunn',
};

const idIn = (client: Client): RecordId =>
  RecordIdSchema.parse(
    buttonsOf(client.card())
      .map(({ data }) => data.record)
      .find((record) => record !== undefined && record !== ''),
  );

/** From the word to the first step. */
export async function beginSearch(client: Client, asked: Typed = DEVICE): Promise<RecordId> {
  await client.say('search a device');
  await client.press('Start', asked);
  return idIn(client);
}

/** One step of the walk: `answer` is the box "answer-7" of whatever step stands there. */
export async function next(client: Client, typed: Typed = {}, button = 'Next'): Promise<void> {
  const ids = leavesOf(client.card().body).flatMap((leaf) => ('label' in leaf ? [leaf.id] : []));
  const numbered = Object.entries(typed).map(([box, text]) => {
    const id = ids.find((each) => each.replace(/-\d+$/, '') === box);
    if (id === undefined) throw new Error(`This step has no box "${box}", but: ${ids.join(' · ')}`);
    return [id, text] as const;
  });
  await client.press(button, Object.fromEntries(numbered));
}

export const HELD: Typed = {
  who: 'Ada Bell',
  place: 'The office safe',
  because: 'So that nobody looks at it',
};

/** The walk up to the question whether it can wait. */
export async function upToUrgent(client: Client): Promise<RecordId> {
  const id = await beginSearch(client);
  await next(client, { answer: 'It may harm somebody' });
  await next(client, { answer: 'No' });
  return id;
}

/** On from the yes, or from where none is needed, up to looking. */
export async function upToLooking(client: Client): Promise<void> {
  await next(client, { note: 'Told him why.' });
  await next(client, { note: 'Told him how.' });
  await next(client, { note: 'He asked if it hurts the phone.' });
  await next(client, HELD);
  await next(client, { answer: 'It may harm somebody' });
}

/** Whoever is asked for a yes opens the message and answers. */
export async function answerRequest(asked: Client, button = 'Approve'): Promise<void> {
  await asked.press('Open');
  await asked.press(button, { reason: 'That is what I think of it.' });
}
