import { noteAttempt } from '../../src/application/attempts.ts';
import { runCase } from '../../src/application/case/case-store.ts';
import type { Json, Store } from '../../src/application/ports.ts';
import { PersonId, type RecordId } from '../../src/domain/ids.ts';
import { openRecord, report } from '../support/concern.ts';
import { memoryStore } from '../support/memory-store.ts';
import { type Organisation, organisation } from '../support/organisation.ts';
import { testKeyring } from '../support/stores.ts';
import { signed } from '../support/transcript.ts';

const NOTHING = 'There is nothing here for you.';
const open = (record: RecordId, by = 'open') => signed({ do: 'case.open', record }, {}, by);
const absent = testKeyring.recordId('case|nobody-wrote-this');

/** A store that counts what it is asked. */
function counting(store: Store<Json> = memoryStore()) {
  const calls: string[] = [];
  const counted: Store<Json> = {
    ...store,
    read: (id, options) => {
      calls.push('read');
      return store.read(id, options);
    },
    commit: (change) => {
      calls.push('commit');
      return store.commit(change);
    },
  };
  return { calls, store: counted };
}

async function historyAt(org: Organisation, who: string): Promise<string> {
  const lead = org.at(who);
  await openRecord(lead);
  await lead.press('What has been done');
  while (lead.titles().includes('Later')) await lead.press('Later');
  return lead.texts();
}

describe('somebody who is no part of a case presses Open', () => {
  it('sees that there is nothing, and those who may read it see a role and a time at the end', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const ben = org.at('p-ben');
    for (const sees of [true, false]) {
      await ben.send(open(id), sees);
      expect(ben.texts()).toBe(NOTHING);
    }
    const history = await historyAt(org, 'p-iris');
    const line = 'Somebody who is not part of this tried to open it: colleague, today 10:05.';
    expect(history.split('\n').filter((each) => each === line)).toHaveLength(2);
    expect(history).not.toContain('Ben Orchard');
  });

  it('is told the same, with as many reads and writes, where there is no case', async () => {
    const { calls, store } = counting();
    const org = await organisation('two-schools', { store });
    const id = await report(org, 'p-ada');
    const ben = org.at('p-ben');
    await ben.say('help');
    const tried = async (target: RecordId) => {
      const from = calls.length;
      await ben.send(open(target));
      return { said: ben.texts(), did: calls.slice(from) };
    };
    const there = await tried(id);
    expect(there.did).toContain('commit');
    expect(await tried(absent)).toEqual(there);
  });

  it('is told the same when it cannot be written down', async () => {
    const store = memoryStore();
    const state = { isBroken: false };
    const org = await organisation('two-schools', {
      store: {
        ...store,
        commit: (change) =>
          state.isBroken ? Promise.reject(new Error('no room, says Robin Vale')) : store.commit(change),
      },
    });
    const id = await report(org, 'p-ada');
    const ben = org.at('p-ben');
    await ben.say('help');
    state.isBroken = true;
    await ben.send(open(id));
    expect(ben.texts()).toBe(NOTHING);
    expect(org.log.lines).toContainEqual(expect.objectContaining({ event: 'attempt-not-noted' }));
    expect(JSON.stringify(org.log.lines)).not.toContain('Robin');
  });

  it('is not one who may: nothing is noted of them', async () => {
    const org = await organisation('two-schools');
    await report(org, 'p-ada');
    expect(await historyAt(org, 'p-iris')).not.toContain('tried to open it');
  });

  it('may be the one it is about, who learns nothing', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    await runCase(org.deps(), id, () => ({
      type: 'NamePersonInvolved',
      at: org.clock.now(),
      by: PersonId.parse('p-iris'),
      person: PersonId.parse('p-nadia'),
    }));
    const nadia = org.at('p-nadia');
    await nadia.send(open(id));
    expect(nadia.texts()).toBe(NOTHING);
    expect(await historyAt(org, 'p-iris')).toContain('tried to open it: deputy');
  });

  it('is counted from the eleventh time on, and kept fifty times', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    for (let time = 0; time < 60; time += 1) await noteAttempt(org.deps(), id, org.at('p-ben').person);
    const history = await historyAt(org, 'p-iris');
    expect(history.match(/tried to open it/g)).toHaveLength(10);
    expect(history).toContain('Before that it was tried 40 more times.');
  });
});
