import { parse } from 'yaml';
import { clientConfigText } from '../../src/playground/client-config.ts';
import { clientOf } from './people.ts';

const good = clientOf(0);
const [first, ...fewer] = good.users;
const channel = { id: 'another', name: 'Another' };

describe('the configuration of a local Teams client', () => {
  it('has the keys that the client accepts, and no other', () => {
    const file = parse(clientConfigText(good));
    expect(Object.keys(file)).toEqual([
      'version',
      'tenantId',
      'bot',
      'currentUser',
      'users',
      'personalChat',
      'groupChat',
      'team',
    ]);
    expect(file.currentUser).toEqual({
      id: 'person-0',
      name: 'Iris Kay',
      userPrincipleName: 'person0@sample.example',
      aadObjectId: '00000000-0000-0000-0000-000000000100',
      givenName: 'Iris',
      surname: 'Kay',
      email: 'person0@sample.example',
    });
    expect(file.users).toHaveLength(5);
  });

  it('keeps ids that look like numbers as text', () => {
    expect(parse(clientConfigText({ ...good, tenantId: '0012' })).tenantId).toBe('0012');
  });

  it.each([
    ['too few other people', { users: fewer }, /users has 4 entries.*accepts exactly 5/],
    ['too many other people', { users: [...good.users, clientOf(1).currentUser] }, /users has 6 entries/],
    ['a person twice', { users: [good.currentUser, ...fewer] }, /two people have the id "person-0"/],
    ['a second channel', { channels: [...good.channels, channel] }, /channels has 2 entries.*at most 1/],
    ['a chat with the id of the team', { personalChatId: good.team.id }, /the id "team-0"/],
  ])('is refused with %s', (_, change, message) => {
    expect(first).toBeDefined();
    expect(() => clientConfigText({ ...good, ...change })).toThrow(message);
  });
});
