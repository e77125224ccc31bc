import { type Instant, refOf } from '../../domain/ids.ts';
import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import { atWork, dayOf } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { deliverCards } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import type { RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { writeRecord } from '../write-record.ts';
import { mornings, readDeskRecord } from './desk-record.ts';
import { lookAtDesk } from './look.ts';
import { sitesOf } from './read-desk.ts';
import { messageSlots } from './today.ts';

/** Once for each day and person, however often the morning begins anew. */
export async function planMornings(deps: Deps, directory: Directory, today: string): Promise<void> {
  for (const person of directory.people) {
    if (sitesOf(deps, person).length === 0) continue;
    const id = mornings(deps, person.id, today);
    const { version, body } = await readDeskRecord(deps, id);
    if (body?.day === today) continue;
    await writeRecord(deps, id, version, { kind: 'desk', person: person.id, day: today }, [
      { lane: 'bulk', at: deps.clock.now() },
    ]);
  }
}

const leads = ({ policy }: Deps, person: Person): boolean =>
  person.roles.some(({ role }) => policy.leads.includes(role));

/**
 * The card of a working morning: a number, and a button. A lead gets it also when nothing waits; whoever may only come to
 * work on a case gets it when one waits. Nobody gets it on another day, on one that is closed, or while away.
 */
export async function wakeDesk(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ readonly again?: Instant }> {
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'desk' || body.day === undefined) return {};
  const { id } = snapshot.head;
  const person = personById(directory, body.person);
  const now = deps.clock.now();
  const opens = atWork(now, deps.calendar);
  if (person === undefined || dayOf(opens, deps.organisation.timezone).toString() !== body.day) return {};
  if (opens > now) return { again: opens };
  if (directory.away?.includes(person.id) === true) return {};
  const look = await lookAtDesk(deps, directory, person);
  if (look === undefined || (look.waiting === 0 && !leads(deps, person))) return {};
  const slots = messageSlots(deps, look);
  const cards = (await addressesOf(deps, person)).slice(0, 1).map((to) => ({
    for: `today:${body.day}:${to.platform}`,
    to,
    // What it said in the morning stays true of that morning: it is never brought up to date.
    shows: 'sent',
    message: () => ({
      card: deps.cards.show('today-message', slots),
      notification: deps.cards.notify(look.pressing > 0 ? 'needs-you' : 'something-to-read', {
        ref: refOf(id),
      }),
      silent: look.pressing === 0,
    }),
  }));
  const { again } = await deliverCards(deps, id, snapshot.deliveries, cards);
  return again === undefined ? {} : { again };
}
