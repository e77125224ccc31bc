import type { Deps } from '../../src/application/deps.ts';
import { intentHandler } from '../../src/application/handle-intent.ts';
import { readPerson } from '../../src/application/people/store.ts';
import { withTexts } from '../../src/domain/policy/supply.ts';
import { textsOf } from '../support/check-card.ts';
import { type Client, organisationIn } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { signed } from '../support/transcript.ts';

const FOLDER = 'tests/obligations/b2-mentoring/organisation';
/** Two schools, where people may say something about the policy. */
const TWO = 'tests/fixtures/two-schools';
const SIGN = 'I agree and sign';

/** The pack with another word in one agreement, as from the next start on. */
async function school(folder = FOLDER) {
  const held: { change: (deps: Deps) => Deps } = { change: (deps) => deps };
  const org = await organisationIn(folder, { doctor: (deps) => held.change(deps) });
  return {
    org,
    at: (id: string) => org.at(id),
    /** Another version with another clause: what a pack that changes is. */
    rewrite(id: string, text: string, version: number): void {
      held.change = (deps) => ({
        ...deps,
        policy: {
          ...deps.policy,
          agreements: deps.policy.agreements.map((each) =>
            each.id === id
              ? { ...each, version, clauses: each.clauses.map((clause) => ({ ...clause, text })) }
              : each,
          ),
        },
      });
      org.restart();
    },
    supply(id: string): void {
      const texts = { [id]: { version: 1, clauses: [{ id: 'work', text: 'I use it only for my work.' }] } };
      held.change = (deps) => ({ ...deps, policy: withTexts(deps.policy, { agreements: texts }) });
      org.restart();
    },
    signedBy: async (id: string) => (await readPerson(org.deps(), org.at(id).person)).record.signed,
  };
}

/** Presses "Read and sign" below the name of this agreement. */
async function opens(client: Client, arg: string): Promise<void> {
  await client.say('agreements');
  const open = buttonsOf(client.card()).find(({ data }) => data.do === 'agree.open' && data.arg === arg);
  if (open === undefined) throw new Error(`${arg} is not there to be read`);
  await client.send(signed(open.data));
}
/** Reads every page of it, and signs. */
async function signs(client: Client, arg: string, typed = {}): Promise<void> {
  await opens(client, arg);
  while (client.titles().includes('Next page')) await client.press('Next page');
  const [sign] = buttonsOf(client.card()).filter(({ data }) => data.do === 'agree.sign');
  await client.press(sign?.title ?? SIGN, typed);
}

describe('what somebody reads and signs', () => {
  it('is a list with days, each read in full before it can be signed, and kept with role, day, version and text', async () => {
    const { at, signedBy } = await school();
    const sam = at('p-sam');
    await sam.say('agreements');
    expect(sam.texts()).toContain('There are 2 things for you to read and sign.');
    expect(sam.texts()).toContain('Please sign by 8 December 2026.');
    await opens(sam, 'staff-aup');
    expect(sam.texts()).toContain('only for teaching and for my work');
    // What stands on the next page is read before anything is signed.
    expect(sam.titles()).toEqual(['Next page', 'Why?', 'Back to the list']);
    await sam.press('Next page');
    expect(sam.texts()).toContain(
      'I agree to all of this. I sign as Sami Wells, mentor or other member of staff.',
    );
    await sam.press(SIGN);
    expect(sam.texts()).toContain('Signed.');
    expect(sam.texts()).toMatch(
      /Acceptable use: staff, board and volunteers\*\*\. 24 November 2026, as mentor or other member of staff\. Version 1, text [0-9A-F]{4}-[0-9A-F]{4}\./,
    );
    await sam.press('Read it again');
    expect(sam.texts()).toContain('You signed this on 24 November 2026.');
    expect(sam.titles()).not.toContain(SIGN);
    const [kept] = (await signedBy('p-sam'))['staff-aup'] ?? [];
    expect(kept).toMatchObject({ name: 'Sami Wells', role: 'staff', on: '2026-11-24', version: 1 });
    expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says why, clause by clause, with the section of the policy', async () => {
    const sam = (await school()).at('p-sam');
    await opens(sam, 'staff-aup');
    await sam.press('Why?');
    expect(sam.texts()).toContain('Why? our policy, section Appendix 2');
    expect(sam.titles()).toEqual(['Next page', 'Back to the list']);
  });

  it('takes a button that comes twice, and a text that was signed before, as one signature', async () => {
    const { at, signedBy } = await school();
    const sam = at('p-sam');
    await opens(sam, 'policy');
    const sign = buttonsOf(sam.card()).find(({ data }) => data.do === 'agree.sign')?.data;
    if (sign === undefined) throw new Error('There is nothing to sign');
    const press = signed(sign, {}, 'twice');
    await sam.send(press);
    await sam.send(press);
    expect(sam.texts()).toContain('That was signed already.');
    expect((await signedBy('p-sam')).policy).toHaveLength(1);
  });

  it('a text that changed between reading and signing is shown anew and not signed, with what was typed', async () => {
    const { at, rewrite, signedBy } = await school(TWO);
    const sam = at('p-ada');
    await opens(sam, 'policy');
    rewrite('policy', 'Something else entirely.', 2);
    await sam.press('I have read and understood it', { comment: 'Clause two is long.' });
    expect(sam.answer().type).toBe('keep-form');
    expect(sam.texts()).toContain('The text has changed since you opened it. Nothing was signed.');
    expect(sam.texts()).toContain('Something else entirely.');
    expect(JSON.stringify(sam.card())).toContain('Clause two is long.');
    expect(await signedBy('p-ada')).toEqual({});
    await sam.press('I have read and understood it');
    expect((await signedBy('p-ada')).policy).toHaveLength(1);
  });

  it('a new version is asked of everybody anew, and the old signature stays on record', async () => {
    const { at, rewrite, signedBy } = await school();
    const sam = at('p-sam');
    await signs(sam, 'staff-aup');
    rewrite('staff-aup', 'Something else entirely.', 2);
    await sam.say('agreements');
    expect(sam.texts()).toContain('There are 2 things for you to read and sign.');
    expect(sam.texts()).toMatch(/Version 1, text/);
    await signs(sam, 'staff-aup');
    expect((await signedBy('p-sam'))['staff-aup']?.map(({ version }) => version)).toEqual([1, 2]);
    expect(sam.texts()).toMatch(/Version 2, text [^.]+\.[\s\S]*Version 1, text/);
  });

  it('is only their own: neither another record, nor what is for others, nor in a place that others read', async () => {
    const { at, org } = await school();
    const [sam, pip] = [at('p-sam'), at('p-pip')];
    await opens(sam, 'policy');
    const open = buttonsOf(sam.card()).find(({ data }) => data.do === 'agree.sign');
    if (open === undefined) throw new Error('There is nothing to sign');
    const press = signed(open.data);
    await pip.send(press);
    expect(pip.texts()).toBe('There is nothing here for you.');
    await sam.send(press, false);
    expect(sam.texts()).toBe('Please ask me that in your own chat with me.');
    expect((await readPerson(org.deps(), pip.person)).record.signed).toEqual({});
  });
});

describe('an agreement without a text', () => {
  const AL = 'tests/obligations/active-learning/organisation';

  it('is asked of nobody, and whoever leads sees which part is missing; the policy itself is asked for all the same', async () => {
    const { at } = await school(AL);
    const [sam, lead] = [at('p-sam'), at('p-dsl')];
    await sam.say('agreements');
    expect(sam.texts()).toContain('There is one thing for you to read and sign.');
    expect(sam.texts()).not.toContain('Acceptable use');
    await lead.say('agreements');
    await lead.press('Who has signed');
    expect(lead.texts()).toContain(
      '"Acceptable use: staff, directors and volunteers" cannot be issued: appendix 2 of the policy is under development.',
    );
    expect(lead.texts()).toContain('To be agreed by: director, trustee, designated safeguarding lead (DSL),');
    expect(lead.texts()).toContain('Not available.');
    expect(lead.texts()).not.toContain('100 %');
  });

  it('is issued as soon as the organisation gives its text', async () => {
    const { at, supply, signedBy } = await school(AL);
    supply('staff-aup');
    const sam = at('p-sam');
    await opens(sam, 'staff-aup');
    expect(sam.texts()).toContain('I use it only for my work.');
    await sam.press('Why?');
    expect(sam.texts()).toContain('organisation.yaml');
    await signs(sam, 'staff-aup');
    expect((await signedBy('p-sam'))['staff-aup']).toHaveLength(1);
  });
});

describe('how many have signed', () => {
  it('is shown in populations with shares, with the names of the others only to whoever leads', async () => {
    const { at } = await school();
    for (const id of ['p-sam', 'p-vol', 'p-director', 'p-proprietor']) await signs(at(id), 'staff-aup');
    const [lead, director, sam] = [at('p-dsl'), at('p-director'), at('p-sam')];
    await lead.say('agreements');
    await lead.press('Who has signed');
    for (const line of [
      'Staff and contractors: 1 of 10 (10 %).',
      'Volunteers: 1 of 1 (100 %).',
      'Those who oversee us (board of directors): 2 of 3 (66 %).',
      'Children (students): nobody yet.',
      'Visitors: nobody yet.',
    ])
      expect(lead.texts()).toContain(line);
    const who = buttonsOf(lead.card()).find(({ data }) => data.arg === 'staff-aup:0');
    if (who === undefined) throw new Error('Nobody is outstanding');
    await lead.send(signed(who.data));
    expect(lead.texts()).toContain('Have not signed yet: 10.');
    expect(lead.texts()).toContain('Olive Tarn');
    expect(lead.texts()).not.toContain('Sami Wells');
    await director.say('agreements');
    await director.press('Who has signed');
    expect(director.texts()).toContain('Staff and contractors: 1 of 10 (10 %).');
    expect(director.titles()).not.toContain('Who has not signed');
    await sam.say('agreements');
    expect(sam.titles()).not.toContain('Who has signed');
  });

  it('comes with what people said about the text', async () => {
    const { at } = await school(TWO);
    await signs(at('p-ada'), 'policy', { comment: 'Clause two is long.' });
    const lead = at('p-iris');
    await lead.say('agreements');
    await lead.press('Who has signed');
    await lead.press('Who has not signed');
    expect(lead.texts()).toContain('Ada Bell, 24 November 2026: Clause two is long.');
  });
});

it.each([
  ['agreements', 'There are 2 things for you to read and sign.'],
  ['families', 'What children and parents sign is here.'],
  ['visitors', 'Your visitors are here.'],
  ['record a signature', 'What children and parents sign is here.'],
])('%s, typed where the answer stays, is answered with a line and a button', async (text, said) => {
  const { at, org } = await school();
  const { person } = at('p-sam');
  const from = { platform: 'teams', account: person.teams ?? '' } as const;
  const handle = intentHandler(org.deps());
  const answer = await handle({ type: 'say', text, from, place: { type: 'private' }, view: false });
  if (answer.type !== 'card') throw new Error('Nothing is answered');
  expect(textsOf(answer.card)).toEqual([said, 'It opens for you and no one else.', 'Open']);
});

it('the longest that people can say fits, in pages, whatever script they write', async () => {
  const { at } = await school(TWO);
  const authors = ['p-ada', 'p-ben', 'p-cleo', 'p-nadia'];
  for (const id of authors) await signs(at(id), 'policy', { comment: '漢'.repeat(1000) });
  const lead = at('p-iris');
  await lead.say('agreements');
  await lead.press('Who has signed');
  await lead.press('Who has not signed');
  expect(lead.texts().match(/漢{1000}/gu)).toHaveLength(3);
  await lead.press('Show more');
  expect(lead.texts().match(/漢{1000}/gu)).toHaveLength(1);
});

it('a teacher signs in two taps what has one page, and in three what has two', async () => {
  const { at } = await school();
  const sam = at('p-sam');
  await sam.say('agreements');
  for (const title of ['Read and sign', 'I have read and understood it']) await sam.press(title);
  expect(sam.texts()).toContain('There is one thing for you to read and sign.');
  for (const title of ['Read and sign', 'Next page', SIGN]) await sam.press(title);
  expect(sam.texts()).toContain('You have read and signed everything.');
});
