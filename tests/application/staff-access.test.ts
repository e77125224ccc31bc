import { runCase } from '../../src/application/case/case-store.ts';
import { lowLevelEventsOf } from '../../src/application/staff-concerns/low-level-store.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { organisation } from '../support/organisation.ts';
import { BEN, judged, kept, LOW, lowLevel, worry } from '../support/staff-worries.ts';
import { signed } from '../support/transcript.ts';

const NOTHING = 'There is nothing here for you.';

describe('who may look', () => {
  it('the head, with each opening written down first', async () => {
    const org = await organisation('two-schools');
    const id = await lowLevel(org);
    const vera = org.at('p-vera');
    await vera.say('low-level');
    expect(vera.texts()).toContain('Ben Orchard');
    expect(vera.texts()).not.toContain(LOW.reason);
    const [open = ''] = vera.titles();
    await vera.press(open);
    expect(vera.texts()).toContain(LOW.reason);
    const concern = await kept(org, id);
    const events = concern === undefined ? [] : lowLevelEventsOf(concern);
    expect(events.map(({ type }) => type)).toEqual(['ConcernKept', 'ConcernOpened', 'ConcernOpened']);
  });

  it.each(['p-ben', 'p-iris', 'p-nadia', 'p-hugh', 'p-tom', 'p-greta', 'p-ivo', 'p-rosa', 'p-ada'])(
    'not %s, by any button or word',
    async (person) => {
      const org = await organisation('two-schools');
      const id = await lowLevel(org);
      const record = (await kept(org, id))?.id ?? '';
      const client = org.at(person);
      for (const verb of ['low-level.open', 'low-level.raise']) {
        await client.send(signed({ do: verb, record, arg: '' }, { reason: 'x' }, `${verb}-${person}`));
        expect(client.texts()).toBe(NOTHING);
      }
      await client.say('low-level');
      expect(client.texts()).not.toMatch(/Ben Orchard|12 months/);
      expect((await kept(org, id))?.version).toBe(1);
    },
  );

  it('about the head the chair, and the head sees the same as if there were none', async () => {
    const org = await organisation('two-schools');
    const id = await worry(org, 'p-vera');
    const tom = org.at('p-tom');
    const vera = org.at('p-vera');
    await vera.say('low-level');
    const before = vera.texts();
    await judged(tom);
    await org.settle();
    const record = (await kept(org, id, PersonId.parse('p-vera')))?.id ?? '';
    await tom.say('low-level');
    expect(tom.texts()).toContain('Vera Wynn');
    await vera.say('low-level');
    expect(vera.texts()).toBe(before);
    await vera.send(signed({ do: 'low-level.open', record }, {}, 'hers'));
    expect(vera.texts()).toBe(NOTHING);
  });

  it('nobody who turns out to be connected: then the chair', async () => {
    const org = await organisation('two-schools');
    const id = await lowLevel(org);
    await runCase(org.deps(), id, () => ({
      ...{ type: 'NamePersonInvolved', at: org.clock.now(), by: PersonId.parse('p-tom') },
      person: PersonId.parse('p-vera'),
    }));
    await org.settle();
    const [vera, tom] = [org.at('p-vera'), org.at('p-tom')];
    const record = (await kept(org, id))?.id ?? '';
    await vera.send(signed({ do: 'low-level.open', record }));
    expect(vera.texts()).toBe(NOTHING);
    await vera.say('low-level');
    expect(vera.texts()).not.toContain('Ben Orchard');
    await tom.send(signed({ do: 'low-level.open', record }));
    expect(tom.texts()).toContain(LOW.reason);
  });

  it('finds it in no list, message, log or search', async () => {
    const org = await organisation('two-schools');
    const id = await lowLevel(org);
    const record = (await kept(org, id))?.id;
    const { store, keyring } = org.deps();
    const lists = await Promise.all([
      store.openCases(),
      ...org
        .deps()
        .organisation.sites.flatMap(({ id: site }) => [
          store.byToken(keyring.token('site', site)),
          store.byToken(keyring.token('children', site)),
          store.byToken(keyring.token('low-level', site)),
        ]),
      ...org.directory.people.map(({ id: person }) => store.byToken(keyring.token('reporter', person))),
    ]);
    expect(lists.flatMap(({ items }) => items.map((each) => each.id))).not.toContain(record);
    expect((await store.byToken(keyring.token('low-level', BEN))).items).toHaveLength(1);
    expect(JSON.stringify(org.post.sent)).not.toMatch(/A lift home|talked through/);
    expect(JSON.stringify(org.log.lines)).not.toMatch(/A lift home|talked through|p-ben/);
  });
});
