import type { Contact } from '../../src/domain/policy/advice.ts';
import { type Organisation, organisation } from '../support/organisation.ts';

const contact = (id: string, topics: string[], more: Partial<Contact> = {}): Contact => ({
  id,
  name: `The ${id} people`,
  for: 'Something invented',
  phone: '0800 000 0000',
  topics,
  source: 'floor',
  ...more,
});
const CONTACTS = [
  contact('social-care', ['referral'], { phone: undefined }),
  contact('county-helpdesk', ['unsure'], { phone: undefined }),
  contact('childline', ['child', 'nudes']),
  contact('parent-line', ['parents', 'nudes']),
  contact('staff-line', ['staff', 'nudes', 'online']),
  contact('take-down', ['nude', 'images']),
  contact('speak-up', ['whistleblowing']),
];

const school = (contacts: readonly Contact[] = CONTACTS): Promise<Organisation> =>
  organisation('two-schools', {
    doctor: (deps) => ({ ...deps, policy: { ...deps.policy, contacts: [...contacts] } }),
  });

async function listed(typed: string, who = 'p-ada'): Promise<readonly string[]> {
  const org = await school();
  const client = org.at(who);
  await client.say(typed);
  expect((await org.store.openCases()).items).toEqual([]);
  expect(org.post.sent).toEqual([]);
  return client.texts().split('\n');
}

describe('contacts', () => {
  it('come in three tiers: here with who leads, near, and in the whole country', async () => {
    expect(await listed('contacts')).toEqual([
      'Numbers to call',
      '**999** if a child is in danger now. You may call any of these yourself.',
      'Here',
      '**01632 960310** North school office, North Primary School',
      '**01632 960320** South school office, South Primary School',
      'Iris Kay Designated safeguarding lead (DSL)',
      'Nadia Marsh and Owen Pike Deputy safeguarding lead',
      'Near you',
      '**01632 960330** The social-care people. Something invented.',
      'For the whole country',
      ...['childline', 'parent-line', 'staff-line', 'take-down', 'speak-up'].map(
        (id) => `**0800 000 0000** The ${id} people. Something invented.`,
      ),
    ]);
  });

  it('say at which of their sites each leads, to somebody of several', async () => {
    expect(await listed('contacts', 'p-rosa')).toContain(
      'Owen Pike Designated safeguarding lead (DSL), South Primary School',
    );
  });

  it.each(['contacts nudes', 'contacts for nudes', 'contacts NUDE'])(
    '"%s" lists what helps a child, a parent and staff, and nothing else',
    async (typed) => {
      const lines = await listed(typed);
      expect(lines.slice(lines.indexOf('For a learner'))).toEqual([
        'For a learner',
        '**0800 000 0000** The childline people. Something invented.',
        'For a parent or carer',
        '**0800 000 0000** The parent-line people. Something invented.',
        'For staff',
        '**0800 000 0000** The staff-line people. Something invented.',
        'For anyone',
        '**0800 000 0000** The take-down people. Something invented.',
      ]);
      expect(lines.join()).not.toContain('social-care');
    },
  );

  it('about what nothing is for are all of them', async () => {
    expect(await listed('contacts robin vale')).toEqual(await listed('contacts'));
  });
});

describe('help', () => {
  it('says where to go when nobody acts, and offers the alert to whoever runs the systems', async () => {
    const org = await school();
    const [ada, ivo] = [org.at('p-ada'), org.at('p-ivo')];
    await ada.say('help');
    expect(ada.texts()).toContain('**0800 000 0000** The speak-up people. Something invented.');
    expect(ada.texts()).not.toContain('The childline people');
    expect(ada.titles()).not.toContain('Pass on an alert');
    await ivo.home();
    expect(ivo.titles()).toContain('Pass on an alert');
  });

  it('says who has complaints, where somebody does', async () => {
    const plain = await organisation('two-schools');
    const directory = {
      people: plain.directory.people.map((each) =>
        each.id === 'p-jo'
          ? { ...each, roles: [...each.roles, { ...each.roles[0], role: 'complaints-lead' as const }] }
          : each,
      ),
    };
    const org = await organisation('two-schools', { directory: directory as typeof plain.directory });
    const ada = org.at('p-ada');
    await ada.say('help');
    expect(ada.texts()).toMatch(/A complaint goes to\nJo Kemp .*complaints/i);
    const without = plain.at('p-ada');
    await without.say('help');
    expect(without.texts()).not.toContain('A complaint goes to');
  });
});
