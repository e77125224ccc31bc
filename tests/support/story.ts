import { runCase } from '../../src/application/case/case-store.ts';
import type { ChildId, RecordId } from '../../src/domain/ids.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { report } from './concern.ts';
import { type Options, type Organisation, organisation } from './organisation.ts';
import { withRegister } from './register.ts';

interface Some {
  readonly ticks?: string;
  readonly seen?: string;
  readonly childWords?: string;
  /** The day it happened, and who must learn nothing of it. */
  readonly date?: string;
  readonly connected?: string;
}

/** A worry about this child of the register: sent by Ada, linked by Vera who leads nothing and is never shown it. */
export async function worryAbout(org: Organisation, child: ChildId, some: Some = {}): Promise<RecordId> {
  const id = await report(org, 'p-ada', {
    ticks: { about: some.ticks ?? 'home' },
    story: {
      ...{ seen: some.seen ?? 'No breakfast again.', heard: 'saw', when: 'about' },
      ...(some.date !== undefined && { date: some.date }),
      ...(some.childWords !== undefined && { 'child-words': some.childWords }),
    },
    ...(some.connected !== undefined && { connected: some.connected }),
  });
  await runCase(org.deps(), id, () => ({
    ...{ type: 'LinkChild', at: org.clock.now(), by: PersonId.parse('p-vera') },
    ...{ child: 0, register: child },
  }));
  return id;
}

/** Two schools with a register; `idOf` by the child's number. */
export async function schoolWithStory(options: Options = {}) {
  const org = await organisation('two-schools', options);
  const idOf = await withRegister(org.deps());
  return { org, idOf, robin: idOf('1'), tom: idOf('2') };
}
