import type { RecordId } from '../../src/domain/ids.ts';
import { holders } from '../../src/domain/people/directory.ts';
import { stateOf, typesIn } from './concern.ts';
import { fillWorry, sendWorry, type Worry } from './obligations-report.ts';
import { assertions } from './obligations-seen.ts';
import { stageOf } from './obligations-stage.ts';
import { workThrough } from './obligations-through.ts';
import { caseWork } from './obligations-work.ts';
import type { Options } from './organisation.ts';

const REPORTER = 'p-sam';

/** One organisation for one test: what its people do, what they see, and what they are stopped from doing. */
export async function worldOf(folder: string, options: Options = {}) {
  const stage = await stageOf(folder, options);
  const { org, at } = stage;
  const held: { id?: RecordId } = {};
  const newest = (): RecordId => {
    if (held.id === undefined) throw new Error('Nobody has reported anything in this test yet');
    return held.id;
  };
  const work = caseWork(org, at, newest);
  const [site] = org.deps().organisation.sites;
  const leads = site === undefined ? [] : holders(org.directory, site.id, ['dsl']);

  return {
    org,
    at,
    policy: org.policy,
    clock: org.clock,
    settle: stage.settle,
    advance: stage.advance,
    inbox: stage.inbox,
    bindChannel: org.bindChannel,
    /** Whoever is the safeguarding lead of the first site. */
    lead: String(leads[0]?.id),
    press: async (person: string, title: string, typed: Readonly<Record<string, string>> = {}) => {
      await at(person).press(title, typed);
    },
    say: async (person: string, text: string) => {
      await at(person).say(text);
    },
    /** A whole report, sent and delivered; everything afterwards is about this case unless it says otherwise. */
    async report(worry: Worry = {}): Promise<RecordId> {
      held.id = await sendWorry(org, at(worry.by ?? REPORTER), worry);
      return held.id;
    },
    /** The form up to its last page, not sent. */
    fill: (worry: Worry = {}) => fillWorry(at(worry.by ?? REPORTER), worry),
    /** The case that was reported last. */
    newest,
    /** How it stands inside; for addressing, not for asserting. */
    state: (id: RecordId = newest()) => stateOf(org, id),
    events: (id: RecordId = newest()) => typesIn(org, id),
    ...work,
    workThrough: workThrough(org, work, newest),
    ...assertions(stage),
  };
}

export type World = Awaited<ReturnType<typeof worldOf>>;
