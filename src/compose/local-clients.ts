import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressesOf, channelsOf } from '../application/addresses.ts';
import { readDirectory } from '../application/directory.ts';
import { type App, LOCAL_TENANT } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Directory, Person } from '../domain/people/directory.ts';
import type { ClientConfig, ClientPerson } from '../playground/client-config.ts';
import { type PlaygroundClient, startPlaygroundClient } from '../playground/start-client.ts';

const PORTS = { staff: 56150, lead: 56151 } as const;
/** The client wants exactly so many other people. */
const OTHERS = 5;
const REFERENCE_MS = 15_000;
const LOOK_MS = 50;

export interface LocalClients {
  readonly staff: PlaygroundClient;
  readonly lead: PlaygroundClient;
  /** What to open and what to type. */
  readonly welcome: string;
  stop(): Promise<void>;
}

const clientPerson = ({ id, name, teams }: Person): ClientPerson => ({
  id: `teams-${id}`,
  name,
  email: `${id}@sample.example`,
  aadObjectId: teams ?? '',
});

interface Cast {
  readonly site: App['deps']['organisation']['sites'][number];
  readonly staff: Person;
  readonly lead: Person;
  /** Everybody whom the leads' channel shows: only people with safeguarding roles, or no card could stand there. */
  readonly team: readonly Person[];
  readonly others: readonly Person[];
}

const stop = (what: string): never => {
  throw new Error(`Local mode cannot start: ${what}`);
};

/** Who sits in which window: the first site's lead, and the first person there who has no safeguarding role. */
function castOf(app: App, { people }: Directory): Cast {
  const { policy, organisation } = app.deps;
  const site = organisation.sites[0] ?? stop('organisation.yaml has no site');
  const safe = [
    ...policy.leads,
    ...policy.routes.filter(({ channel }) => channel).flatMap(({ rungs }) => rungs.flat()),
  ];
  const known = people.filter(({ teams }) => teams !== undefined);
  const rolesHere = (person: Person) =>
    person.roles.filter((each) => each.site === site.id).map(({ role }) => role);
  const team = known.filter((person) => rolesHere(person).some((role) => safe.includes(role)));
  const lead =
    team.find((person) => rolesHere(person).includes('dsl')) ??
    stop(`nobody in people.csv holds dsl@${site.id} with a Teams id`);
  const staff =
    known.find((person) => rolesHere(person).join() === 'staff') ??
    stop(`nobody in people.csv is only staff@${site.id} with a Teams id`);
  const rest = known.filter((person) => person !== staff && !team.includes(person));
  return {
    site,
    staff,
    lead,
    team: team.filter((person) => person !== lead),
    others: [...rest, ...team].slice(0, OTHERS),
  };
}

function configs({ site, staff, lead, team, others }: Cast): { staff: ClientConfig; lead: ClientConfig } {
  const common = { tenantId: LOCAL_TENANT, bot: { id: 'signpost-bot', name: 'Signpost' } };
  if (team.length < OTHERS)
    stop(
      `people.csv has ${team.length + 1} people with safeguarding roles at ${site.id}; the test client shows ${OTHERS + 1}`,
    );
  return {
    staff: {
      ...common,
      currentUser: clientPerson(staff),
      users: others.map(clientPerson),
      personalChatId: 'personal-staff',
      team: { id: 'team-staff', name: 'All staff' },
      channels: [{ id: 'channel-staff-room', name: 'Staff room' }],
    },
    lead: {
      ...common,
      currentUser: clientPerson(lead),
      users: team.slice(0, OTHERS).map(clientPerson),
      personalChatId: 'personal-lead',
      team: { id: 'team-safeguarding', name: 'Safeguarding' },
      channels: [{ id: site.channels.teams ?? 'channel-safeguarding-leads', name: 'Safeguarding leads' }],
    },
  };
}

/** The installation is answered before it reaches the bot: only a reference in the store counts. */
async function untilKnown(what: string, isKnown: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + REFERENCE_MS;
  while (!(await isKnown())) {
    if (performance.now() > until)
      stop(
        `no reference arrived for ${what} within ${REFERENCE_MS / 1000} s. Another program may use the port of the bot or of a client.`,
      );
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Two of Microsoft's local Teams clients, one a member of staff, one the lead with the leads' channel. */
export async function startLocalClients(
  app: App,
  config: Pick<Config, 'mode'>,
  ports: { staff: number; lead: number } = PORTS,
): Promise<LocalClients> {
  if (config.mode !== 'local') stop('there are credentials');
  const cast = castOf(app, await readDirectory(app.deps));
  const each = configs(cast);
  const workFolder = await mkdtemp(join(tmpdir(), 'signpost-'));
  const botUrl = `${app.url}/api/messages`;
  const started: PlaygroundClient[] = [];
  const end = async () => {
    await Promise.all(started.map((client) => client.stop()));
    await rm(workFolder, { recursive: true, force: true });
  };
  const startOne = async (which: 'staff' | 'lead') => {
    const client = await startPlaygroundClient({
      config: each[which],
      port: ports[which],
      botUrl,
      workFolder,
    });
    started.push(client);
    return client;
  };
  try {
    const [staff, lead] = await Promise.all([startOne('staff'), startOne('lead')]);
    await staff.installPersonal();
    await lead.installPersonal();
    await lead.installChannel(each.lead.channels[0]?.id ?? '');
    const hasAddress = async (person: Person) => (await addressesOf(app.deps, person)).length > 0;
    await untilKnown('the member of staff', () => hasAddress(cast.staff));
    await untilKnown('the lead', () => hasAddress(cast.lead));
    if (cast.site.channels.teams !== undefined)
      await untilKnown(
        'the leads’ channel',
        async () => (await channelsOf(app.deps, cast.site.id)).length > 0,
      );
    return { staff, lead, welcome: welcome(cast, staff, lead), stop: end };
  } catch (fault) {
    await end();
    throw fault;
  }
}

const welcome = (
  { site, staff, lead }: Cast,
  staffClient: PlaygroundClient,
  leadClient: PlaygroundClient,
): string =>
  [
    '',
    'Signpost runs on this machine only, with invented people. Never type a real name here.',
    '',
    `  Staff            ${staffClient.url}   ${staff.name}, ${site.name}`,
    `  Safeguarding lead ${leadClient.url}   ${lead.name}; look also into the channel "Safeguarding leads"`,
    '',
    'Open both in a browser, and keep the tabs open: reloading one empties its chats.',
    'In the staff window type:  report concern',
    'Stop with Ctrl+C.',
    '',
  ].join('\n');
