import type { Instant } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import { later } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { deliverCards } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import type { RecordSnapshot } from '../ports.ts';
import { writeRecord } from '../write-record.ts';
import { PolicyNotice } from './policy-notice-body.ts';

/** A file that is being written is not yet wrong: whoever saves it again within this time is not told of it. */
const SETTLES = { minutes: 1 } as const;
const SHOWN = 5;

/** Whoever runs the systems here: the administrator of the policy file. */
const ADMINISTRATOR = 'it-lead';

/** Remembers how the policy's file stands. Empty findings: it is good (again). */
export async function noticePolicy(deps: Deps, findings: readonly Finding[]): Promise<void> {
  const id = deps.keyring.recordId('policy-notice');
  const before = await deps.store.read(id);
  if (before === undefined && findings.length === 0) return;
  const body: PolicyNotice = {
    kind: 'policy-notice',
    findings: findings.slice(0, SHOWN).map(({ file, line, message, cure }) => ({
      where: `${file.split('/').at(-1)}, line ${line}`,
      message,
      cure,
    })),
    at: deps.clock.now(),
  };
  const at = later(deps.clock.now(), SETTLES);
  await writeRecord(deps, id, before?.head.version ?? 0, body, [{ lane: 'bulk', at }]);
}

/** Tells the administrator that the file is wrong and the last good one runs; and when it is good again. */
export async function wakePolicyNotice(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again?: Instant }> {
  const body = PolicyNotice.parse(snapshot.head.body);
  const wasTold = snapshot.deliveries.length > 0;
  if (body.findings.length === 0 && !wasTold) return {};
  const people = directory.people.filter(({ roles }) => roles.some(({ role }) => role === ADMINISTRATOR));
  const addressed = await Promise.all(
    people.map(async (person) => (await addressesOf(deps, person)).map((to) => ({ person, to }))),
  );
  const cards = addressed.flat().map(({ person, to }) => ({
    for: `policy:${person.id}:${to.platform}`,
    to,
    shows: JSON.stringify(body.findings),
    message: () => ({
      card: deps.cards.show('policy-message', {
        line: deps.cards.say(body.findings.length === 0 ? 'policy-good' : 'policy-bad'),
        findings: body.findings,
      }),
      notification: deps.cards.notify('reviews'),
      silent: false,
    }),
  }));
  const { again } = await deliverCards(deps, snapshot.head.id, snapshot.deliveries, cards);
  return again === undefined ? {} : { again };
}
