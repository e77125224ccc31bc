import { z } from 'zod';
import { briefOf, CaseBrief } from '../../domain/case/brief.ts';
import type { RecordId } from '../../domain/ids.ts';
import { readCase } from '../case/case-store.ts';
import type { Deps } from '../deps.ts';
import { codeOf } from '../fault-code.ts';
import type { Json } from '../ports.ts';
import { RecordBody } from '../records.ts';

export interface OpenCase {
  readonly id: RecordId;
  readonly brief: CaseBrief;
}

/** A record written before there were briefs is read whole. One that does not open must not stand in the way of others. */
async function briefed(deps: Deps, id: RecordId, json: Json | undefined): Promise<CaseBrief | undefined> {
  const brief = CaseBrief.safeParse(json);
  if (brief.success) return brief.data;
  try {
    const record = await readCase(deps, id);
    return record && briefOf(record.state, deps.calendar);
  } catch (fault) {
    deps.log.error({ event: 'record-damaged', record: id, code: codeOf(fault) });
    return undefined;
  }
}

/** Open cases of which this holds, in the order of their ids. Whoever asks has asked `access`. */
export async function openCasesWhere(
  deps: Deps,
  fits: (brief: CaseBrief) => boolean,
): Promise<readonly OpenCase[]> {
  const found: OpenCase[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.store.openCases(cursor);
    for (const { id, brief: json } of page.items) {
      const brief = await briefed(deps, id, json);
      if (brief !== undefined && fits(brief)) found.push({ id, brief });
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return found.sort((a, b) => a.id.localeCompare(b.id));
}

const Brief = z.json().optional();

/** Each of these open cases looks again at who should have its cards, and whether anybody is there for it. */
export async function lookAgain(deps: Deps, fits: (brief: CaseBrief) => boolean): Promise<void> {
  for (const { id } of await openCasesWhere(deps, fits)) {
    const found = await readCase(deps, id);
    if (found === undefined) continue;
    const { head } = found.snapshot;
    const brief = Brief.parse(head.brief);
    // A head written again unchanged: a conflict means that the case has just moved, which wakes it as well.
    await deps.store.commit({
      type: 'write',
      expected: head.version,
      head: {
        id: head.id,
        version: head.version + 1,
        status: head.status,
        tokens: head.tokens,
        body: RecordBody.parse(head.body),
        ...(brief !== undefined && { brief }),
      },
      events: [],
      wakes: [{ lane: 'case', at: deps.clock.now() }],
    });
  }
  deps.kick();
}
