import { listFamilies } from '../../src/application/agreements/family-store.ts';
import type { Deps } from '../../src/application/deps.ts';
import { type Client, organisationIn } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { signed } from '../support/transcript.ts';

const B2 = 'tests/obligations/b2-mentoring/organisation';
const TWO = 'tests/fixtures/two-schools';
const CHILD = { child: 'Robin Vale', class: '9A', on: '2026-11-20' };

async function school(folder: string, first: (deps: Deps) => Deps = (deps) => deps) {
  const held = { change: first };
  const org = await organisationIn(folder, { doctor: (deps) => held.change(deps) });
  return {
    org,
    at: (id: string) => org.at(id),
    /** From the next start on. */
    become(change: (deps: Deps) => Deps): void {
      held.change = change;
      org.restart();
    },
    families: () =>
      listFamilies(
        org.deps(),
        org.deps().organisation.sites.map(({ id }) => id),
      ),
  };
}
/** The form for this agreement. */
async function opens(client: Client, agreement: string): Promise<void> {
  await client.say('families');
  const open = buttonsOf(client.card()).find(
    ({ data }) => data.do === 'agree.family' && data.arg === agreement,
  );
  if (open === undefined) throw new Error(`Nothing is recorded of ${agreement}`);
  await client.send(signed(open.data));
}
async function records(client: Client, agreement: string, typed: Readonly<Record<string, string>>) {
  await opens(client, agreement);
  await client.press('Save it', typed);
}

describe('what a child and a parent sign on paper', () => {
  it('counts when both have signed, in any order; until then whose signature is missing stands there', async () => {
    const { at, families } = await school(B2);
    const sam = at('p-sam');
    await records(sam, 'student-aup', { ...CHILD, signer: 'parent' });
    expect(sam.texts()).toContain('Recorded, as signed on 20 November 2026.');
    expect(sam.texts()).toContain('Robin Vale, 9A: not signed yet by the student');
    expect(sam.texts()).toContain('Children (students): 0 of 1 (0 %).');
    expect(sam.texts()).toContain('Parents and carers: 1 of 1 (100 %).');
    await records(sam, 'student-aup', { ...CHILD, child: ' robin  VALE', signer: 'child' });
    expect(sam.texts()).toContain('Children (students): 1 of 1 (100 %).');
    expect(sam.texts()).not.toContain('not signed yet');
    expect(await families()).toHaveLength(1);
  });

  it('is asked for anew when the text changes, and what was signed stays', async () => {
    const { at, become, families } = await school(B2);
    const sam = at('p-sam');
    for (const signer of ['child', 'parent']) await records(sam, 'student-aup', { ...CHILD, signer });
    become((deps) => ({
      ...deps,
      policy: {
        ...deps.policy,
        agreements: deps.policy.agreements.map((each) => ({ ...each, version: each.version + 1 })),
      },
    }));
    await sam.say('families');
    expect(sam.texts()).toContain('Children (students): 0 of 1 (0 %).');
    await records(sam, 'student-aup', { ...CHILD, signer: 'child' });
    expect(
      (await families())[0]?.family.signed['student-aup']?.map(({ version, who }) => `${version} ${who}`),
    ).toEqual(['1 child', '1 parent', '2 child']);
  });

  it('is of so many children as the organisation says, or else as were recorded', async () => {
    const { at } = await school(B2, (deps) => ({
      ...deps,
      organisation: { ...deps.organisation, children: { main: 40 } },
    }));
    const sam = at('p-sam');
    await records(sam, 'student-aup', { ...CHILD, signer: 'child' });
    expect(sam.texts()).toContain(
      'Children (students): 1 of 40 (2 %). The number on roll is from organisation.yaml.',
    );
  });

  it.each([
    ['a day to come', { on: '2026-12-01' }, 'That day is still to come.'],
    ['a year typed wrong', { on: '2006-11-20' }, 'That day is more than ten years ago.'],
    ['no day', { on: 'soon' }, 'Choose a day'],
    ['no child', { child: ' ' }, 'Write the name of the child.'],
    ['no class', { class: '' }, 'Write the class.'],
    ['nobody who signed', { signer: '' }, 'Choose who signed.'],
    ['somebody who does not sign it', { signer: 'class' }, 'Choose who signed.'],
  ])('%s is not taken, and the form keeps what was typed', async (_, typed, said) => {
    const { at, families } = await school(B2);
    const sam = at('p-sam');
    await records(sam, 'student-aup', { ...CHILD, signer: 'child', ...typed });
    expect(sam.answer().type).toBe('keep-form');
    expect(sam.texts()).toContain(said === 'Choose a day' ? 'Nothing you wrote is lost.' : said);
    expect(await families()).toEqual([]);
    await sam.press('Save it', { ...CHILD, signer: 'child' });
    expect(await families()).toHaveLength(1);
  });

  it('the same signature twice is one, and a text that changed meanwhile is looked at again', async () => {
    const { at, become, families } = await school(B2);
    const sam = at('p-sam');
    await records(sam, 'student-aup', { ...CHILD, signer: 'child' });
    await records(sam, 'student-aup', { ...CHILD, signer: 'child', on: '2026-11-23' });
    expect(sam.texts()).toContain('That was recorded already.');
    await opens(sam, 'student-aup');
    become((deps) => ({
      ...deps,
      policy: { ...deps.policy, agreements: deps.policy.agreements.map((each) => ({ ...each, version: 7 })) },
    }));
    await sam.press('Save it', { ...CHILD, signer: 'parent' });
    expect(sam.texts()).toContain('The text has changed since you opened this.');
    expect((await families())[0]?.family.signed['student-aup']).toHaveLength(1);
  });

  it('a child of the same name in another class is the same one or not, as a person says', async () => {
    const { at, families } = await school(B2);
    const sam = at('p-sam');
    await records(sam, 'student-aup', { ...CHILD, signer: 'child' });
    await records(sam, 'student-aup', { ...CHILD, class: '9B', signer: 'parent' });
    expect(sam.texts()).toContain('There is somebody of that name in another class.');
    await sam.press('Save it', { same: 'no' });
    expect((await families()).map(({ family }) => family.about.class).toSorted()).toEqual(['9A', '9B']);
    // A year on, the first of them is in another class.
    await records(sam, 'student-aup', { ...CHILD, class: '10A', signer: 'parent' });
    await sam.press('Save it', { same: 'yes' });
    expect((await families()).map(({ family }) => family.about.class).toSorted()).toEqual(['10A', '9B']);
    // Somebody new of that name in the class that they left is nobody of before.
    await records(sam, 'student-aup', { ...CHILD, signer: 'child', same: 'no' });
    expect(await families()).toHaveLength(3);
  });

  it('is written down by those whom the policy names, and seen by nobody else', async () => {
    const { at } = await school(TWO);
    const [chair, office, south] = [at('p-tom'), at('p-jo'), at('p-finn')];
    await records(office, 'home-school', { ...CHILD, signer: 'parent' });
    await chair.say('families');
    expect(chair.texts()).toBe('There is nothing here for you.');
    await south.say('families');
    expect(south.texts()).not.toContain('(100 %)');
  });
});

describe('a class that agrees together', () => {
  it('counts for those who were there, and for no fewer than have signed by themselves', async () => {
    const { at } = await school(TWO);
    const office = at('p-jo');
    await records(office, 'learner-aup', { signer: 'class', class: '1B', children: '28', on: '2026-11-20' });
    expect(office.texts()).toContain('Children (learners): 28 of 28 (100 %).');
    await records(office, 'learner-aup', { ...CHILD, class: '1B', signer: 'child' });
    expect(office.texts()).toContain('Children (learners): 28 of 28 (100 %).');
    await records(office, 'learner-aup', { ...CHILD, child: 'Noor Ash', class: '6A', signer: 'child' });
    expect(office.texts()).toContain('Children (learners): 29 of 29 (100 %).');
  });

  it.each(['', '0', 'many', '400'])('of "%s" children is not taken', async (children) => {
    const { at, families } = await school(TWO);
    await records(at('p-jo'), 'learner-aup', {
      signer: 'class',
      class: '1B',
      children,
      on: '2026-11-20',
    });
    expect(at('p-jo').answer().type).toBe('nothing');
    expect(await families()).toEqual([]);
  });
});

describe('a visitor', () => {
  const EXPECTED = { visitor: 'Invented Visitor', day: '2026-11-24' };

  async function expects(client: Client, typed: Readonly<Record<string, string>> = EXPECTED): Promise<void> {
    await client.say('visitors');
    await client.press('Expect a visitor');
    await client.press('Save', typed);
  }

  it('is pending until they have read it with their host, who writes down that they agree', async () => {
    const { at } = await school(TWO);
    const [host, office, other, south] = [at('p-ada'), at('p-jo'), at('p-ben'), at('p-hugh')];
    await expects(host);
    await office.say('visitors');
    expect(office.texts()).toContain('Invented Visitor, with Ada Bell');
    expect(office.texts()).toContain('Clearance pending');
    expect(office.titles()).toEqual(['Expect a visitor']);
    await host.press('Read it together');
    expect(host.texts()).toContain('Read it together with Invented Visitor.');
    await host.press('They agree');
    expect(host.texts()).toContain('Cleared: they have agreed.');
    await office.say('visitors');
    expect(office.texts()).toContain('Cleared: they have agreed.');
    for (const nobody of [other, south]) {
      await nobody.say('visitors');
      expect(nobody.texts()).toContain('Nobody is expected.');
    }
  });

  it.each([
    ['a day that is over', { day: '2026-11-23' }, 'That day is over.'],
    ['a day in years', { day: '2036-11-24' }, 'more than a year away'],
    ['no name', { visitor: ' ' }, 'Write the name of the visitor.'],
  ])('of %s is not taken', async (_, typed, said) => {
    const { at } = await school(TWO);
    const host = at('p-ada');
    await expects(host, { ...EXPECTED, ...typed });
    expect(host.answer().type).toBe('keep-form');
    expect(host.texts()).toContain(said);
  });

  it('of another month is there for their host, and for whoever receives them on the day', async () => {
    const { at, org } = await school(TWO);
    const [host, office] = [at('p-ada'), at('p-jo')];
    await expects(host, { ...EXPECTED, day: '2026-12-10' });
    expect(host.texts()).toContain('10 December 2026. Clearance pending');
    await office.say('visitors');
    expect(office.texts()).toContain('Nobody is expected.');
    await org.advance({ hours: 24 * 16 });
    await office.say('visitors');
    expect(office.texts()).toContain('Expected: 1.');
  });

  it('is read to by their own host only, and of a text that has not changed', async () => {
    const { at, become } = await school(TWO);
    const [host, pip] = [at('p-ada'), at('p-ben')];
    await expects(host);
    await host.press('Read it together');
    const agree = buttonsOf(host.card()).find(({ data }) => data.do === 'agree.cleared')?.data;
    if (agree === undefined) throw new Error('There is nothing to agree to');
    await pip.send(signed(agree));
    expect(pip.texts()).toBe('There is nothing here for you.');
    become((deps) => ({
      ...deps,
      policy: { ...deps.policy, agreements: deps.policy.agreements.map((each) => ({ ...each, version: 7 })) },
    }));
    await host.press('They agree');
    expect(host.texts()).toContain('The text has changed since you opened it.');
    await host.press('They agree');
    expect(host.texts()).toContain('Cleared');
  });

  it('stays pending where the policy has no text, and the reason stands there', async () => {
    const { at } = await school('tests/fixtures/one-school');
    const host = at('p-ada');
    await expects(host);
    expect(host.texts()).toContain('cannot be issued: appendix 3 of the policy is not there');
    expect(host.texts()).toContain('Clearance pending');
  });
});
