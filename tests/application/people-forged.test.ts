import { readDirectory } from '../../src/application/directory.ts';
import { fetchFile } from '../../src/application/files.ts';
import { readPerson } from '../../src/application/people/store.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { act, type Everybody, everybody, gains, mine, rolesFor, wordsOf } from '../support/people-access.ts';
import { becomes, opensMessage, secretOf, stage, without } from '../support/people-access-stage.ts';
import { buttonsOf } from '../support/press.ts';
import { putPeople } from '../support/put-people.ts';

const NOTHING = 'There is nothing here for you.';

const takenOf = async (org: Everybody, id: string) => {
  const person = (await readDirectory(org.deps())).people.find((each) => each.id === PersonId.parse(id));
  if (person === undefined) throw new Error(`${id} is not here`);
  return (await readPerson(org.deps(), person)).record.taken;
};

const checkArg = (org: Everybody, id: string) => ({
  record: mine(org, id),
  arg: `${id} training:course ${org.clock.now().slice(0, 10)}`,
});

describe('what somebody says of themselves', () => {
  it('is checked by somebody else who leads that site', async () => {
    const org = await stage(await everybody());
    for (const who of ['p-iris', 'p-hugh', 'p-greta']) {
      await act(org, who, { do: 'glance.right', ...checkArg(org, 'p-iris') });
      expect((await takenOf(org, 'p-iris')).course?.[0]).not.toHaveProperty('checked');
    }
    for (const who of ['p-nadia', 'p-vera', 'p-owen'])
      expect(wordsOf(await act(org, who, { do: 'glance.right', ...checkArg(org, 'p-ada') }))).toBe(NOTHING);
    await act(org, 'p-iris', { do: 'glance.right', ...checkArg(org, 'p-ada') });
    expect((await takenOf(org, 'p-ada')).course?.[0]?.checked).toMatchObject({ by: 'p-iris', right: true });
    // Nobody else has her role there: then it is for whoever leads besides.
    await act(org, 'p-vera', { do: 'glance.right', ...checkArg(org, 'p-iris') });
    expect((await takenOf(org, 'p-iris')).course?.[0]?.checked).toMatchObject({ by: 'p-vera', right: true });
  });

  it('is not checked by way of a session, and of people elsewhere there is none', async () => {
    const org = await stage(await everybody());
    const date = org.clock.now().slice(0, 10);
    const save = (who: string, typed: object) =>
      act(org, who, { do: 'session.save', arg: 'refresher' }, { date, who: 'listed', ...typed });
    const refused = wordsOf(await save('p-iris', { names: 'Finn Reed' }));
    expect(refused).toBe(
      wordsOf(await save('p-iris', { names: 'Nobody Known' })).replace('Nobody Known', 'Finn Reed'),
    );
    await save('p-iris', { names: '', who: 'everybody' });
    await org.settle();
    expect((await takenOf(org, 'p-finn')).refresher).toBeUndefined();
    expect((await takenOf(org, 'p-ada')).refresher).toHaveLength(1);
    await save('p-lena', { names: 'Finn Reed' });
    await org.settle();
    expect((await takenOf(org, 'p-finn')).refresher).toHaveLength(1);
    await act(org, 'p-iris', { do: 'session.save', arg: 'course' }, { date, who: 'everybody' });
    await org.settle();
    expect((await takenOf(org, 'p-iris')).course?.[0]).not.toHaveProperty('checked');
  });

  it('is signed by themselves alone', async () => {
    const org = await stage(await everybody());
    const [sign] = [...org.drawn.keys()]
      .flatMap((card) => buttonsOf(card))
      .filter(({ data }) => data.do === 'agree.sign');
    const { arg = '' } = sign?.data ?? {};
    expect(wordsOf(await act(org, 'p-iris', { do: 'agree.sign', record: mine(org, 'p-cleo'), arg }))).toBe(
      NOTHING,
    );
    const signed = async (id: string) => {
      const person = org.directory.people.find((each) => each.id === id);
      return person && (await readPerson(org.deps(), person)).record.signed;
    };
    expect(await signed('p-cleo')).toEqual({});
    expect(await signed('p-iris')).toEqual({});
    await act(org, 'p-cleo', { do: 'agree.sign', record: mine(org, 'p-cleo'), arg });
    expect(await signed('p-cleo')).not.toEqual({});
  });
});

describe('a role', () => {
  it('is given by neither whoever gains it nor whoever imported it', async () => {
    const org = await everybody();
    await gains(org, 'p-nadia', rolesFor('north', 'dsl'), 'p-vera');
    const asked = await opensMessage(org, 'p-iris', 'people.ask');
    expect(asked).toContain('Nadia Marsh');
    const [give] = buttonsOf(org.at('p-iris').card()).filter(({ data }) => data.do === 'people.give');
    const data = { do: 'people.give', ...(give?.data.record && { record: give.data.record }) };
    const holds = async () =>
      (await readDirectory(org.deps())).people
        .find(({ id }) => id === 'p-nadia')
        ?.roles.map(({ role }) => role);
    for (const who of ['p-nadia', 'p-vera', 'p-hugh', 'p-ada', 'p-greta'])
      expect(wordsOf(await act(org, who, data))).toBe(NOTHING);
    expect(await holds()).not.toContain('dsl');
    await act(org, 'p-iris', data);
    expect(await holds()).toContain('dsl');
  });

  it('of somebody who manages others is over at once: they hear of them no more', async () => {
    const org = await everybody();
    await org.advance({ hours: 24 });
    expect(await opensMessage(org, 'p-ben', 'person.team')).toMatch(
      /Noah Silt[\s\S]*Moss Grey|Moss Grey[\s\S]*Noah Silt/,
    );
    for (const id of ['p-noah', 'p-moss'])
      await becomes(org, id, (person) => ({ ...person, manager: PersonId.parse('p-jo') }));
    const after = await opensMessage(org, 'p-ben', 'person.team');
    expect(after).not.toMatch(/Noah|Moss/);
  });

  it('that is over ends what was open on the spot', async () => {
    const org = await stage(await everybody());
    await becomes(org, 'p-iris', without('dsl'));
    for (const verb of [
      'glance.remind',
      'glance.table',
      'glance.check',
      'session.pick',
      'board.draft',
      'people.open',
    ])
      expect(wordsOf(await act(org, 'p-iris', { do: verb }))).toBe(NOTHING);
    expect(wordsOf(await act(org, 'p-nadia', { do: 'glance.check' }))).not.toBe(NOTHING);
  });
});

describe('who left', () => {
  it('is told to whoever leads where they were, and nowhere else', async () => {
    const org = await everybody();
    for (const who of ['p-iris', 'p-tom']) {
      await org.at(who).say('people');
      expect(org.at(who).texts()).toContain('Lee Gone');
    }
    for (const who of ['p-hugh', 'p-lena']) {
      await org.at(who).say('people');
      expect(org.at(who).texts()).not.toContain('Lee Gone');
    }
  });
});

describe('a reminder', () => {
  it('goes to people of the sites that somebody leads, and to nobody else', async () => {
    const org = await everybody();
    await org.advance({ hours: 24 });
    const from = org.post.sent.length;
    await act(org, 'p-lena', { do: 'glance.remind' });
    await org.settle();
    const told = () =>
      org.people.filter((id) =>
        org.post.sent.slice(from).some(({ to, type }) => type === 'send' && org.boxesOf(id).includes(to)),
      );
    expect(told()).toContain('p-finn');
    expect(told().filter((id) => ['p-ada', 'p-moss', 'p-jo', 'p-iris'].includes(id))).toEqual([]);
    await act(org, 'p-nadia', { do: 'glance.remind' });
    await org.settle();
    expect(told()).toContain('p-ada');
  });
});

describe('a file', () => {
  const table = async (org: Everybody, who: string, verb: string) => {
    await act(org, who, { do: verb });
    return secretOf(org.at(who));
  };

  it('has the people of one’s own sites, once', async () => {
    const org = await stage(await everybody());
    const secret = await table(org, 'p-lena', 'glance.table');
    const rows = JSON.stringify((await fetchFile(org.deps(), secret))?.rows);
    expect(rows).toContain('Finn Reed');
    expect(rows).not.toMatch(/Ada Bell|CERT|LARK|HERON|WREN/);
    expect(await fetchFile(org.deps(), secret)).toBeUndefined();
    const accounts = await fetchFile(org.deps(), await table(org, 'p-ivo', 'agree.file'));
    expect(JSON.stringify(accounts?.rows)).toContain('Ada Bell');
  });

  it('is not made for somebody who has the role no more, or has left', async () => {
    for (const [who, verb, role] of [
      ['p-nadia', 'glance.table', 'deputy'],
      ['p-ivo', 'agree.file', 'it-lead'],
    ] as const) {
      const org = await everybody();
      const secret = await table(org, who, verb);
      await becomes(org, who, without(role));
      expect(await fetchFile(org.deps(), secret)).toBeUndefined();
    }
    const org = await everybody();
    const secret = await table(org, 'p-nadia', 'glance.table');
    await putPeople(org.deps(), { people: org.directory.people.filter(({ id }) => id !== 'p-nadia') });
    expect(await fetchFile(org.deps(), secret)).toBeUndefined();
  });
});
