import { readCase } from '../../src/application/case/case-store.ts';
import type { Json } from '../../src/application/ports.ts';
import { RecordBody } from '../../src/application/records.ts';
import { readDraft } from '../../src/application/report/draft-store.ts';
import { CaseBrief } from '../../src/domain/case/brief.ts';
import { Instant, PersonId } from '../../src/domain/ids.ts';
import type { Ran } from './run.ts';

const FAR = Instant.parse('2100-01-01T00:00:00.000Z');

const textOf = (body: Json): string => JSON.stringify(RecordBody.parse(body));

/** How the term ends: every worry was opened by somebody who may or its reporter told to phone, and nothing is left over. */
export async function lookAtEnd({ org, truth, watch, plan, records }: Ran): Promise<void> {
  for (const found of truth.cases.values()) {
    const about = `concern ${found.planned.index} (${found.about})`;
    const record = await readCase(org.deps(), found.id);
    const brief = CaseBrief.safeParse(record?.snapshot.head.brief).data;
    if (brief === undefined) {
      watch.blame('lost', `${about} was sent and is not there`);
      continue;
    }
    const may = (person: string) =>
      truth.mayWork(person, found) || found.knew.has(person) || person === plan.leaves.person;
    for (const person of brief.openedBy)
      if (truth.isKeptOut(person, found) || !may(person)) watch.blame('opened', `${person} opened ${about}`);
    const wasToldToPhone = org.post
      .reached(found.reporter === undefined ? [] : org.boxesOf(found.reporter))
      .some(
        ({ message }) =>
          org.drawn.get(message.card) === 'phone-message' && JSON.stringify(message).includes(found.id),
      );
    if (brief.openedBy.length === 0 && !wasToldToPhone) watch.blame('unopened', `nobody opened ${about}`);
  }
  // Reading a whole record follows its chain from the first event to the last.
  for (const id of records) {
    const read = org.store.read(id, { events: true, chain: true });
    const found = await read.catch(() => watch.blame('chain', `record ${id} does not verify`));
    const body = found?.head.body;
    // Parsed once and shared by everybody who read it since: as it is when it is parsed anew.
    if (body !== undefined && textOf(body) !== textOf(structuredClone(body)))
      watch.blame('shared', `record ${id} was changed by whoever read it`);
  }
  for (const person of truth.people())
    if ((await readDraft(org.deps(), PersonId.parse(person))) !== undefined)
      watch.blame('left', `${person} has a draft`);
  const now = org.clock.now();
  const rows = (
    await Promise.all((['case', 'bulk'] as const).map((lane) => org.store.due(FAR, lane, 100_000)))
  ).flat();
  for (const row of rows) if (row.at <= now) watch.blame('left', `record ${row.record} was due at ${row.at}`);
  const closed = [...truth.cases.values()].filter((each) => each.closed).map(({ id }) => id);
  for (const id of closed) {
    const state = (await readCase(org.deps(), id))?.state;
    const waits = state?.referrals.some(({ due }) => due !== undefined) === true;
    const due = rows.filter(({ record }) => record === id);
    if (due.length > 0 && !waits)
      watch.blame('left', `closed case ${id} is due at ${due.map(({ at }) => at).join(' ')}`);
  }
}
