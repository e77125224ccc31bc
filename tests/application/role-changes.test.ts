import { readDirectory, storedDirectory } from '../../src/application/directory.ts';
import { importPeople, previewImport } from '../../src/application/import-people.ts';
import type { Store } from '../../src/application/ports.ts';
import { PersonId, SiteId } from '../../src/domain/ids.ts';
import { holders, nameById, Person } from '../../src/domain/people/directory.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import { report } from '../support/concern.ts';
import { memoryStore } from '../support/memory-store.ts';
import { type Organisation, organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { signed } from '../support/transcript.ts';

const NORTH = SiteId.parse('north');
const BY = PersonId.parse('p-ivo');
const OPEN = 'Somebody is to have more access here. It waits for your yes or no.';
const NOT_YOURS = 'There is nothing here for you.';
const ANSWERED = 'This has been answered.';

/** Two schools, and every event of a change of roles that is written in their store. */
async function schools() {
  const inner = memoryStore();
  const written: { readonly type: string }[] = [];
  const store: Store = {
    ...inner,
    async commit(change) {
      const result = await inner.commit(change);
      const events = change.type === 'write' && result === 'committed' ? change.events : [];
      for (const { body } of events) {
        const event = body as { readonly type: string };
        if (/^(Roles|Access)/.test(event.type)) written.push(event);
      }
      return result;
    },
  };
  return Object.assign(await organisation('two-schools', { store }), { written });
}

type People = Organisation['directory']['people'];
const role = (name: Role, site = 'north') => ({ role: name, site: SiteId.parse(site) });
const somebody = (id: string, roles: Person['roles'], more: object = {}): Person =>
  Person.parse({ id, name: 'Wren Field', slack: 'U000000090', roles, ...more });

const changing =
  (id: string, change: (person: Person) => Person) =>
  (people: People): People =>
    people.map((person) => (person.id === id ? change(person) : person));
const gaining = (id: string, ...roles: Person['roles']) =>
  changing(id, (person) => ({ ...person, roles: [...person.roles, ...roles] }));
const losing = (id: string, name: Role) =>
  changing(id, (person) => ({ ...person, roles: person.roles.filter((each) => each.role !== name) }));
const without = (id: string) => (people: People) => people.filter((each) => each.id !== id);

/** Imports people.csv with these edits, as somebody, and lets everything happen that follows. */
async function importing(
  org: Organisation,
  edits: readonly ((people: People) => People)[],
  by: PersonId | undefined = BY,
) {
  const people = edits.reduce((before, edit) => edit(before), org.directory.people);
  const done = await importPeople(org.deps(), people, by);
  await org.settle();
  return done;
}
const holdersNow = async (org: Organisation, name: Role, site = NORTH) =>
  holders(await readDirectory(org.deps()), site, [name]).map(({ id }) => String(id));
/** People who have a message with these words as their newest of that kind. */
const having = (org: Organisation, text: string) =>
  org.directory.people
    .filter((person) =>
      org
        .at(person.id)
        .inbox()
        .some(({ message }) => JSON.stringify(message.card).includes(text)),
    )
    .map(({ id }) => String(id));

const sentWith = (org: Organisation, text: string): readonly string[] => {
  const sent = org.post.sent
    .map(({ message }) => JSON.stringify(message))
    .filter((each) => each.includes(text));
  expect(sent.length).toBeGreaterThan(0);
  return sent.map((each) => each.replace(/"(actionId|sig|record)":"[^"]*"/g, ''));
};

describe('a role that opens more', () => {
  const asked = async () => {
    const org = await schools();
    const done = await importing(org, [gaining('p-ada', role('deputy'))]);
    return { org, done };
  };

  it('waits for a second person, who is asked on a card that names nobody', async () => {
    const { org, done } = await asked();
    expect(done).toMatchObject({ ok: true, value: { waits: [{ person: 'p-ada', roles: ['deputy'] }] } });
    expect(await holdersNow(org, 'deputy')).toEqual(['p-nadia', 'p-owen']);
    // Leads and those who stand apart, at that site: not the other school, not whoever gains it.
    expect(having(org, OPEN)).toEqual(['p-iris', 'p-nadia', 'p-owen', 'p-tom', 'p-vera']);
    for (const message of sentWith(org, OPEN)) expect(message).not.toMatch(/\bAda\b|Bell|Ivo|Stone|deputy/);
  });

  it('is theirs after a yes, from that moment on', async () => {
    const { org } = await asked();
    const vera = org.at('p-vera');
    await vera.press('Look at it');
    expect(vera.texts()).toContain('Ada Bell');
    expect(vera.texts()).toContain('New role: deputy safeguarding lead');
    await vera.press('Give access');
    expect(await holdersNow(org, 'deputy')).toContain('p-ada');
    await org.settle();
    expect((await storedDirectory(org.deps())).directory).not.toHaveProperty('waiting');
    expect(having(org, 'Roles have changed at North')).toEqual(
      expect.arrayContaining(['p-iris', 'p-nadia', 'p-vera']),
    );
    expect(having(org, 'Roles have changed')).not.toContain('p-ada');
  });

  it('stays nobody’s after a no, and the next import asks again', async () => {
    const { org } = await asked();
    const vera = org.at('p-vera');
    await vera.press('Look at it');
    await vera.press('Do not');
    await org.settle();
    expect(await holdersNow(org, 'deputy')).not.toContain('p-ada');
    expect((await storedDirectory(org.deps())).directory).not.toHaveProperty('waiting');
    org.clock.move({ minutes: 1 });
    const again = await importing(org, [gaining('p-ada', role('deputy'))]);
    expect(again).toMatchObject({ ok: true, value: { waits: [{ person: 'p-ada' }] } });
  });

  it('is answered once: the others are told, and a late yes changes nothing', async () => {
    const { org } = await asked();
    const iris = org.at('p-iris');
    await iris.press('Look at it');
    const vera = org.at('p-vera');
    await vera.press('Look at it');
    await vera.press('Do not');
    await iris.press('Give access');
    expect(iris.texts()).toBe(ANSWERED);
    expect(await holdersNow(org, 'deputy')).not.toContain('p-ada');
    await org.settle();
    expect(having(org, OPEN)).toEqual([]);
    expect(having(org, ANSWERED)).toContain('p-nadia');
  });

  it.each(['p-ada', 'p-ben', 'p-lena', 'p-ivo'])('is not %s’s to open or to answer', async (id) => {
    const { org } = await asked();
    const card = org
      .at('p-vera')
      .inbox()
      .map(({ message }) => message.card)
      .find((each) => JSON.stringify(each).includes(OPEN));
    const record = buttonsOf(card ?? org.at('p-vera').card())[0]?.data.record ?? '';
    const other = org.at(id);
    for (const verb of ['people.ask', 'people.give', 'people.refuse']) {
      await other.send(signed({ do: verb, record }));
      expect(other.texts()).toBe(NOT_YOURS);
    }
    expect(await holdersNow(org, 'deputy')).not.toContain('p-ada');
    // Whoever may (control).
    const vera = org.at('p-vera');
    await vera.send(signed({ do: 'people.ask', record }));
    expect(vera.titles()).toEqual(['Give access', 'Do not']);
  });

  it('needs to know who imports, and is refused without', async () => {
    const org = await schools();
    const people = gaining('p-ada', role('deputy'))(org.directory.people);
    expect(await importPeople(org.deps(), people)).toEqual({ ok: false, refusal: [{ type: 'by-missing' }] });
    expect(await importPeople(org.deps(), people, PersonId.parse('p-nobody'))).toEqual({
      ok: false,
      refusal: [{ type: 'by-unknown' }],
    });
    // What opens nothing needs nobody (control).
    expect(
      await importPeople(org.deps(), gaining('p-ada', role('office'))(org.directory.people)),
    ).toMatchObject({ ok: true });
    expect(await holdersNow(org, 'office')).toContain('p-ada');
  });

  it('is never approved by whoever imported it', async () => {
    const org = await schools();
    await importing(org, [gaining('p-ada', role('deputy'))], PersonId.parse('p-vera'));
    expect(having(org, OPEN)).not.toContain('p-vera');
    expect(having(org, OPEN)).toContain('p-iris');
  });

  it('is refused where nobody could say yes', async () => {
    const org = await schools();
    const nobody = (people: People) =>
      people.map((person) => {
        const { teams: _, slack: __, ...rest } = person;
        return ['p-iris', 'p-nadia', 'p-owen', 'p-vera', 'p-tom', 'p-greta', 'p-rosa'].includes(person.id)
          ? rest
          : person;
      });
    const done = await importPeople(
      org.deps(),
      gaining('p-ada', role('deputy'))(nobody(org.directory.people)),
      BY,
    );
    expect(done).toEqual({
      ok: false,
      refusal: [{ type: 'nobody-to-approve', person: 'p-ada', site: 'north' }],
    });
    expect(await holdersNow(org, 'dsl')).toEqual(['p-iris']);
  });

  it('lets everything else of the import take effect', async () => {
    const org = await schools();
    await importing(org, [gaining('p-ada', role('deputy')), without('p-ben'), losing('p-nadia', 'deputy')]);
    expect(await holdersNow(org, 'deputy')).toEqual(['p-owen']);
    expect(org.at('p-ben').texts).toBeDefined();
    await org.at('p-ben').say('help');
    expect(having(org, OPEN)).toContain('p-iris');
    // Whoever lost the role a moment ago no longer says yes to anything.
    expect(having(org, OPEN)).not.toContain('p-nadia');
  });

  it('of somebody new who has nothing else yet leaves them unknown to the bot until a yes', async () => {
    const org = await schools();
    await importing(org, [(people) => [...people, somebody('p-wren', [role('senior-leader')])]]);
    expect((await readDirectory(org.deps())).people.map(({ id }) => String(id))).not.toContain('p-wren');
    const vera = org.at('p-vera');
    await vera.press('Look at it');
    expect(vera.texts()).toContain('Wren Field');
    await vera.press('Give access');
    expect(await holdersNow(org, 'senior-leader')).toContain('p-wren');
  });

  it('waits no longer when the next import does without it', async () => {
    const { org } = await asked();
    org.clock.move({ minutes: 1 });
    const preview = await previewImport(org.deps(), org.directory.people, BY);
    expect(preview.summary.withdrawn).toMatchObject([{ person: 'p-ada', site: 'north' }]);
    await importing(org, []);
    expect(having(org, OPEN)).toEqual([]);
    expect(having(org, ANSWERED)).toContain('p-iris');
  });

  it('is asked once, however often the same file is imported', async () => {
    const { org } = await asked();
    const before = org.post.sent.filter(({ message }) => JSON.stringify(message.card).includes(OPEN)).length;
    org.clock.move({ minutes: 1 });
    const again = await importing(org, [gaining('p-ada', role('deputy'))]);
    expect(again).toMatchObject({ ok: true, value: { isNothing: true } });
    expect(org.post.sent.filter(({ message }) => JSON.stringify(message.card).includes(OPEN))).toHaveLength(
      before,
    );
  });

  it('is asked again after three working days, and no more once it is answered', async () => {
    const { org } = await asked();
    const open = () =>
      org
        .at('p-vera')
        .inbox()
        .filter(({ message }) => JSON.stringify(message.card).includes('Look at it'));
    expect(open()).toHaveLength(1);
    await org.advance({ hours: 71 });
    expect(
      org.post.sent.filter(
        ({ to, message }) => to === org.boxesOf('p-vera')[1] && JSON.stringify(message.card).includes(OPEN),
      ),
    ).toHaveLength(1);
    await org.advance({ hours: 2 });
    expect(open()).toHaveLength(1);
    expect(sentWith(org, 'Look at it').length).toBe(10);
    const vera = org.at('p-vera');
    await vera.press('Look at it');
    await vera.press('Do not');
    await org.advance({ hours: 24 * 14 });
    // Earlier cards say that it is over as well.
    expect(having(org, OPEN)).toEqual([]);
    expect(sentWith(org, 'Look at it').length).toBe(10);
  });

  it('goes through a restart at every moment without being asked or given twice', async () => {
    const { org } = await asked();
    const vera = org.at('p-vera');
    await vera.press('Look at it');
    await vera.press('Give access');
    org.restart();
    await org.settle();
    const types = org.written.map(({ type }) => type);
    expect(types.filter((type) => type === 'AccessAsked')).toHaveLength(1);
    expect(types.filter((type) => type === 'AccessGiven')).toHaveLength(1);
    expect(types.filter((type) => type === 'RolesChanged')).toHaveLength(1);
  });
});

describe('a change of roles', () => {
  it('is told to the others who safeguard there, and says in private who has what', async () => {
    const org = await schools();
    await importing(org, [losing('p-nadia', 'deputy')]);
    const text = 'Roles have changed at North';
    expect(having(org, text)).toEqual(expect.arrayContaining(['p-iris', 'p-owen', 'p-vera']));
    for (const id of ['p-nadia', 'p-lena', 'p-ada', 'p-ivo']) expect(having(org, text)).not.toContain(id);
    for (const message of sentWith(org, text)) expect(message).not.toMatch(/Nadia|Marsh|deputy/);
    const iris = org.at('p-iris');
    await iris.press('See who has which role');
    expect(iris.texts()).toContain('Nadia Marsh no longer has: deputy');
    expect(iris.texts()).toMatch(/headteacher: \s*Vera Wynn/);
    expect(iris.texts()).toContain('Changed by Ivo Stone.');
  });

  it('stands in a chain of its own: who, when, which', async () => {
    const org = await schools();
    await importing(org, [losing('p-nadia', 'deputy')]);
    expect(org.written).toEqual([
      {
        type: 'RolesChanged',
        at: expect.any(String),
        by: 'p-ivo',
        site: 'north',
        changes: [{ person: 'p-nadia', gained: [], lost: ['deputy'] }],
        written: expect.any(String),
      },
    ]);
    expect((await storedDirectory(org.deps())).directory).not.toHaveProperty('news');
  });

  it('that opens nothing is written down and announced to nobody', async () => {
    const org = await schools();
    await importing(org, [gaining('p-ada', role('office'))]);
    expect(org.written.map(({ type }) => type)).toEqual(['RolesChanged']);
    expect(having(org, 'Roles have changed')).toEqual([]);
  });

  it('to another account of somebody who safeguards is told as well', async () => {
    const org = await schools();
    await importing(org, [changing('p-nadia', (person) => ({ ...person, slack: 'U000000099' }))]);
    expect(having(org, 'Roles have changed')).toContain('p-iris');
    const iris = org.at('p-iris');
    await iris.press('See who has which role');
    expect(iris.texts()).toContain('Nadia Marsh has a new account.');
    // Of somebody who does not, to nobody (control).
    const other = await schools();
    await importing(other, [changing('p-ada', (person) => ({ ...person, slack: 'U000000099' }))]);
    expect(having(other, 'Roles have changed')).toEqual([]);
  });
});

describe('the only holder of a role that the policy needs', () => {
  const head = (people: People) => [...people, somebody('p-wren', [role('headteacher'), role('staff')])];

  it('keeps it until the next one is approved, and no longer', async () => {
    const org = await schools();
    const done = await importing(org, [losing('p-vera', 'headteacher'), head]);
    expect(done).toMatchObject({ ok: true, value: { kept: [{ person: 'p-vera', role: 'headteacher' }] } });
    expect(await holdersNow(org, 'headteacher')).toEqual(['p-vera']);
    const iris = org.at('p-iris');
    await iris.press('Look at it');
    expect(iris.texts()).toContain('Vera Wynn keeps this until then, and no longer after: headteacher.');
    await iris.press('Give access');
    expect(await holdersNow(org, 'headteacher')).toEqual(['p-wren']);
    await org.settle();
    expect((await storedDirectory(org.deps())).directory).not.toHaveProperty('kept');
  });

  it('stays with that role alone when they leave the list, and is gone after the yes', async () => {
    const org = await schools();
    await importing(org, [without('p-vera'), head]);
    const now = await readDirectory(org.deps());
    expect(now.people.find(({ id }) => id === 'p-vera')?.roles).toEqual([role('headteacher')]);
    // The same file again changes nothing.
    expect(
      (await previewImport(org.deps(), head(without('p-vera')(org.directory.people)), BY)).summary.isNothing,
    ).toBe(true);
    const iris = org.at('p-iris');
    await iris.press('Look at it');
    await iris.press('Give access');
    const after = await readDirectory(org.deps());
    expect(holders(after, NORTH, ['headteacher']).map(({ id }) => String(id))).toEqual(['p-wren']);
    expect(after.people.map(({ id }) => String(id))).not.toContain('p-vera');
    expect(nameById(after, PersonId.parse('p-vera'))).toBe('Vera Wynn');
  });

  it('loses a role at once that somebody else has too (control)', async () => {
    const org = await schools();
    await importing(org, [losing('p-owen', 'deputy'), gaining('p-ada', role('deputy'))]);
    expect(await holdersNow(org, 'deputy')).toEqual(['p-nadia']);
  });
});

describe('somebody who leaves', () => {
  it('is refused at once, and known by name in what was written', async () => {
    const org = await schools();
    const id = await report(org, 'p-ben');
    await importing(org, [without('p-ben')]);
    const ben = org.at('p-ben');
    await ben.say('help');
    expect(ben.texts()).toContain('do not know');
    const iris = org.at('p-iris');
    await iris.send(signed({ do: 'case.open', record: id }));
    await iris.press('Read the record');
    expect(iris.texts()).toContain('Ben Orchard');
    const directory = await readDirectory(org.deps());
    expect(nameById(directory, PersonId.parse('p-ben'))).toBe('Ben Orchard');
    expect(directory.people.map((each) => String(each.id))).not.toContain('p-ben');
  });

  it('on a day loses access that morning by itself, and what they had is called again', async () => {
    const org = await schools();
    const id = await report(org, 'p-ada');
    await org.settle();
    const iris = org.at('p-iris');
    await iris.press('I have this');
    await importing(org, [
      changing('p-iris', (person) => ({ ...person, left: '2026-11-27' })),
      gaining('p-nadia', role('dsl')),
    ]);
    const nadia = org.at('p-vera');
    await nadia.press('Look at it');
    await nadia.press('Give access');
    await org.settle();
    await org.advance({ hours: 24 });
    expect(await holdersNow(org, 'dsl')).toEqual(['p-iris', 'p-nadia']);
    await org.advance({ hours: 48 });
    expect(await holdersNow(org, 'dsl')).toEqual(['p-nadia']);
    const { directory } = await storedDirectory(org.deps());
    expect(directory.former).toEqual([
      { id: 'p-iris', name: 'Iris Kay', left: '2026-11-27', sites: ['north'] },
    ]);
    await iris.say('today');
    expect(iris.texts()).toContain('do not know');
    const events = (await org.store.read(id, { events: true }))?.events.map(
      ({ body }) => (body as { type: string }).type,
    );
    expect(events).toContain('DutyLeft');
  });

  it('and comes back is who they were', async () => {
    const org = await schools();
    await importing(org, [without('p-ben')]);
    await importing(org, []);
    const { directory } = await storedDirectory(org.deps());
    expect(directory).not.toHaveProperty('former');
    await org.at('p-ben').say('help');
    expect(org.at('p-ben').texts).toBeDefined();
  });
});

it('somebody who is to come has no access and no card before their first day', async () => {
  const org = await schools();
  const wren = somebody('p-wren', [role('dsl'), role('staff')], { started: '2026-11-26' });
  await importing(org, [(people) => [...people, wren]]);
  const iris = org.at('p-iris');
  await iris.press('Look at it');
  expect(iris.texts()).toContain('They start on 26 November 2026.');
  await iris.press('Give access');
  await report(org, 'p-ada');
  await org.settle();
  expect(await holdersNow(org, 'dsl')).toEqual(['p-iris']);
  expect(org.post.box('U000000090')).toEqual([]);
  await org.advance({ hours: 48 });
  expect(await holdersNow(org, 'dsl')).toEqual(['p-iris', 'p-wren']);
});

describe('people, typed by a lead', () => {
  it('says whom no message reaches, who waits, who comes and who left', async () => {
    const org = await schools();
    const { slack: _, ...unreached } = somebody('p-wren', [role('staff')]);
    const coming = {
      ...somebody('p-tess', [role('staff')]),
      name: 'Tess Hill',
      slack: 'U000000091',
      started: '2026-12-01',
    };
    await importing(org, [
      without('p-ben'),
      gaining('p-ada', role('deputy')),
      (people) => [...people, unreached, coming],
    ]);
    const iris = org.at('p-iris');
    await iris.say('people');
    expect(iris.texts()).toMatch(/No message reaches them[\s\S]*Wren Field/);
    expect(iris.texts()).toMatch(/Waiting for a second person\s*Ada Bell, North/);
    expect(iris.texts()).toMatch(/Coming soon\s*Tess Hill, 1 December 2026/);
    expect(iris.texts()).toMatch(/Left in the last 30 days\s*Ben Orchard, 24 November 2026/);
  });

  it.each(['p-ada', 'p-ivo'])('is nothing for %s', async (id) => {
    const org = await schools();
    const other = org.at(id);
    await other.say('people');
    expect(other.texts()).toBe(NOT_YOURS);
  });

  it('is a thin card where the answer is a message', async () => {
    const org = await schools();
    const { at } = org;
    const iris = at('p-iris');
    await iris.say('people');
    expect(iris.texts()).toContain('Everybody here can be reached');
  });
});
