import { stringify } from 'yaml';

export interface ClientPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly aadObjectId: string;
}

export interface ClientConfig {
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly currentUser: ClientPerson;
  /** The other people the bot will see in every roster of this client: exactly five. */
  readonly users: readonly ClientPerson[];
  readonly personalChatId: string;
  readonly team: { readonly id: string; readonly name: string };
  /** At most one. The client adds a channel "General" by itself, whose id is the id of the team. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
}

// The client's own schema (0.2.28) has minItems and maxItems 5, and maxItems 1 for channels. Outside them its
// process says "Listening" and ends with status 1, without a word about the cause.
const OTHER_PEOPLE = 5;
const CHANNELS = 1;

function refuse(what: string, cure: string): never {
  throw new Error(`The configuration of the local Teams client is wrong: ${what}. ${cure}`);
}

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}

function check(config: ClientConfig): void {
  const count = config.users.length;
  if (count !== OTHER_PEOPLE)
    refuse(
      `users has ${count} ${count === 1 ? 'entry' : 'entries'} besides currentUser, and the client accepts exactly ${OTHER_PEOPLE}`,
      `Name ${OTHER_PEOPLE} other people of the organisation.`,
    );
  if (config.channels.length > CHANNELS)
    refuse(
      `channels has ${config.channels.length} entries, and the client accepts at most ${CHANNELS}`,
      `Keep one; use a second client for another.`,
    );
  const person = repeated([config.currentUser, ...config.users].map(({ id }) => id));
  if (person !== undefined) refuse(`two people have the id "${person}"`, 'Give each person their own id.');
  const place = repeated([
    config.personalChatId,
    groupChatId(config),
    config.team.id,
    ...config.channels.map(({ id }) => id),
  ]);
  if (place !== undefined)
    refuse(`two of chat, team and channel have the id "${place}"`, 'Give each its own id.');
}

const groupChatId = ({ personalChatId }: ClientConfig): string => `group-of-${personalChatId}`;

function person({ id, name, email, aadObjectId }: ClientPerson): Readonly<Record<string, string>> {
  const [givenName = '', ...rest] = name.split(' ');
  // "userPrincipleName" is how the client spells it.
  return { id, name, userPrincipleName: email, aadObjectId, givenName, surname: rest.join(' '), email };
}

/** The text of `.m365agentsplayground.yml` for one person's client. */
export function clientConfigText(config: ClientConfig): string {
  check(config);
  return stringify({
    version: '0.1.1',
    tenantId: config.tenantId,
    bot: { id: config.bot.id, name: config.bot.name },
    currentUser: person(config.currentUser),
    users: config.users.map(person),
    personalChat: { id: config.personalChatId },
    groupChat: { id: groupChatId(config), name: 'Group Chat' },
    team: {
      id: config.team.id,
      name: config.team.name,
      aadGroupId: config.team.id,
      channels: config.channels.map(({ id, name }) => ({ id, name })),
    },
  });
}
