import type { Advice } from '../../src/domain/policy/advice.ts';
import { type Organisation, organisation } from '../support/organisation.ts';

const advice = (id: string, title: string, ...words: string[]): Advice => ({
  id,
  title,
  words,
  lines: [
    { kind: 'do', text: `First thing about ${id}.` },
    { kind: 'never', text: `Nothing against ${id}.` },
  ],
  contacts: ['social-care'],
  source: 'invented policy, section 9.2',
});
const ADVICE = [
  advice('phone', 'a phone rings in a lesson', 'phone', 'mobile'),
  advice('lost-phone', 'a pupil lost a phone', 'lost phone', 'phone'),
  advice('password', 'somebody asks me for a password', 'password'),
];

const school = (entries: readonly Advice[] = ADVICE): Promise<Organisation> =>
  organisation('two-schools', {
    doctor: (deps) => ({ ...deps, policy: { ...deps.policy, advice: [...entries] } }),
  });

/** Nothing that lasts: no case, no draft, no message. */
async function keepsNothing(org: Organisation): Promise<void> {
  expect((await org.store.openCases()).items).toEqual([]);
  expect(org.post.sent).toEqual([]);
  expect(await org.store.due(org.clock.now(), 'case', 10)).toEqual([]);
}

describe('what do I do if …', () => {
  it('alone is the list, and what is chosen is answered with its section, the numbers and the way to report', async () => {
    const org = await school();
    const ada = org.at('p-ada');
    await ada.say('what do i do if');
    expect(ada.texts()).toContain(ADVICE.map(({ title }) => title).join('\n'));
    await ada.press('Show me', { choice: 'password' });
    const answer = ada.texts().split('\n');
    expect(answer[0]).toBe('What do I do if somebody asks me for a password');
    expect(answer.slice(answer.indexOf('Do'))).toEqual([
      ...['Do', 'First thing about password.', 'Do not', 'Nothing against password.'],
      '**01632 960310** North school office, North Primary School',
      "**01632 960330** Children's social care",
      'Why? invented policy, section 9.2',
      ...['Report a concern', 'Something else', 'Numbers to call'],
    ]);
    await keepsNothing(org);
    await ada.press('Report a concern');
    expect(ada.texts()).toContain('in danger?');
  });

  it.each([
    ['what do i do if somebody asks for a PassWord', 'What do I do if somebody asks me for a password'],
    ['what do i do about passwords?', 'What do I do if somebody asks me for a password'],
    ['i was sent a password by mistake', 'What do I do if somebody asks me for a password'],
    ['help mobile', 'What do I do if a phone rings in a lesson'],
  ])('"%s" is answered at once', async (typed, first) => {
    const org = await school();
    const ada = org.at('p-ada');
    await ada.say(typed);
    expect(ada.texts().split('\n')[0]).toBe(first);
    await keepsNothing(org);
  });

  it('that fits several is the list of those', async () => {
    const org = await school();
    const ada = org.at('p-ada');
    await ada.say('what do i do if i found a lost phone');
    expect(ada.texts()).toContain('a phone rings in a lesson\na pupil lost a phone');
    expect(ada.texts()).not.toContain('password');
  });

  it('that fits nothing says so, gives the list, and repeats no word of it', async () => {
    const org = await school();
    const ada = org.at('p-ada');
    await ada.say('what do i do if robin vale cries');
    expect(ada.texts()).toContain('Nothing here fits those words.');
    expect(ada.texts()).toContain('somebody asks me for a password');
    expect(JSON.stringify(ada.card())).not.toMatch(/robin|vale/i);
    await keepsNothing(org);
  });

  it.each(['telephones', 'hello there'])('"%s" is help: a part of a word is not the word', async (typed) => {
    const org = await school();
    const ada = org.at('p-ada');
    await ada.say(typed);
    expect(ada.texts().split('\n')[0]).toBe('Worried about a child?');
  });

  it('a list without an entry still offers what always holds, and to report', async () => {
    const org = await school([]);
    const ada = org.at('p-ada');
    await ada.say('what do i do if');
    expect(ada.titles()).toEqual(['What always holds', 'Numbers to call', 'Report a concern']);
    await ada.press('What always holds');
    expect(ada.texts()).toContain('Do not promise to keep it secret.');
  });

  it('is one press from App Home, on the policy as it is', async () => {
    const org = await organisation('two-schools');
    const ada = org.at('p-ada');
    await ada.home();
    await ada.press('What do I do if …');
    await ada.press('Show me', { choice: 'password' });
    expect(ada.texts()).toContain('Do not send a password to anyone.');
    await keepsNothing(org);
  });
});
