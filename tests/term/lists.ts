import { readCase } from '../../src/application/case/case-store.ts';
import { openSteps } from '../../src/domain/case/state.ts';
import type { Client, Organisation } from '../support/organisation.ts';
import { saysEverything } from './passing-on.ts';
import { CHILDREN_LISTED, childName } from './school.ts';
import { casesListed, onScreen, referencesIn, todayListed } from './screens.ts';
import type { Truth } from './truth.ts';
import type { Watcher } from './watch.ts';

const MOST_REPORTS = 10;
const sorted = (refs: Iterable<string>): string => [...refs].toSorted().join(' ');
const parted = (shown: readonly string[], right: readonly string[]): string =>
  `too many: ${shown.filter((each) => !right.includes(each)).join(' ')}; missing: ${right.filter((each) => !shown.includes(each)).join(' ')}`;

/** Everybody reads their lists, and each list is held against what the test knows. */
export async function lookAtAll(
  org: Organisation,
  truth: Truth,
  watch: Watcher,
  at: (person: string) => Client,
  last: string,
): Promise<void> {
  const cases = [...truth.cases.values()];
  const onSomebodysDesk = new Set<string>();
  for (const person of truth.desks()) {
    const client = at(person);
    const right = cases.filter((each) => truth.mayWork(person, each)).map(({ ref }) => ref);
    const shown = await casesListed(client);
    if (sorted(shown) !== sorted(right)) watch.blame('list', `cases of ${person}: ${parted(shown, right)}`);
    const today = await todayListed(client);
    for (const ref of today) onSomebodysDesk.add(ref);
    const tooMany = today.filter((ref) => !right.includes(ref));
    if (tooMany.length > 0) watch.blame('list', `Today of ${person}: ${tooMany.join(' ')}`);
    await client.home();
    const own = cases.find(({ site, beside }) => beside === undefined && truth.holds(person, 'dsl', site));
    await saysEverything(org, watch, client, own === undefined ? 'Nobody' : childName(own.planned.child));
    await client.say('children');
    const text = client.texts();
    const shared = truth.sharedWith(person).map(childName);
    const named = CHILDREN_LISTED.map(({ name }) => name).filter((name) => text.includes(name));
    if (sorted(named) !== sorted(shared))
      watch.blame('list', `children of ${person}: ${parted(named, shared)}`);
  }
  for (const { id, ref, planned } of cases) {
    const state = (await readCase(org.deps(), id))?.state;
    if (state === undefined) continue;
    const isUndone = openSteps(state).some(({ step }) => step.modality === 'must');
    if (state.progress.status !== 'closed' && isUndone && !onSomebodysDesk.has(ref))
      watch.blame(
        'left',
        `${ref}, concern ${planned.index}, ${state.progress.status}: a must step is on nobody's Today`,
      );
  }
  const desks = new Set(truth.desks());
  const isLast = org.clock.now() >= last;
  // Whoever has no desk is asked by turns, and everybody at the end.
  const turn = Math.floor(Date.parse(org.clock.now()) / 604_800_000);
  const others = truth.people().filter((each) => !desks.has(each));
  for (const person of others.filter((_, n) => isLast || n % 4 === turn % 4)) {
    const client = at(person);
    for (const word of ['today', 'cases']) {
      await client.say(word);
      const refs = referencesIn(onScreen(client));
      if (refs.length > 0) watch.blame('list', `${word} of ${person}: ${refs.join(' ')}`);
    }
    if (isLast) await saysEverything(org, watch, client, 'Nobody');
    await client.say('my reports');
    const right = cases
      .filter(({ reporter }) => reporter === person)
      .toSorted((a, b) => (a.planned.at < b.planned.at ? -1 : 1))
      .slice(-MOST_REPORTS)
      .map(({ ref }) => ref);
    const shown = referencesIn(onScreen(client));
    if (sorted(shown) !== sorted(right)) watch.blame('list', `reports of ${person}: ${parted(shown, right)}`);
  }
}
