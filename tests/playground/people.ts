import type { ClientConfig, ClientPerson } from '../../src/playground/client-config.ts';

const person = (n: number, name: string): ClientPerson => ({
  id: `person-${n}`,
  name,
  email: `person${n}@sample.example`,
  aadObjectId: `00000000-0000-0000-0000-00000000010${n}`,
});

const people = ['Iris Kay', 'Nadia Marsh', 'Owen Pike', 'Rosa Quill', 'Tom Usher', 'Vera Wynn'].map(
  (name, n) => person(n, name),
);

/** The client of the nth person; the other five are its roster. */
export function clientOf(n: number): ClientConfig {
  const currentUser = people[n];
  if (currentUser === undefined) throw new Error(`There is no person ${n}.`);
  return {
    tenantId: '00000000-0000-0000-0000-000000000001',
    bot: { id: 'bot-1', name: 'Signpost' },
    currentUser,
    users: people.filter((one) => one !== currentUser),
    personalChatId: `personal-${n}`,
    team: { id: `team-${n}`, name: 'Safeguarding' },
    channels: [{ id: `channel-${n}`, name: 'Safeguarding leads' }],
  };
}
