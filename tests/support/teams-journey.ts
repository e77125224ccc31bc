import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDirectory } from '../../src/application/directory.ts';
import type { Clock } from '../../src/application/ports.ts';
import { startLocalClients } from '../../src/compose/local-clients.ts';
import { type App, compose, LOCAL_TENANT } from '../../src/compose.ts';
import type { Config } from '../../src/config.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { instantOf, later } from '../../src/domain/time/working-time.ts';
import { type PlaygroundClient, startPlaygroundClient } from '../../src/playground/start-client.ts';
import { freePort } from './free-port.ts';
import { openTeamsClient, type TeamsBrowser } from './teams-browser.ts';

/** A clock that runs like any other, from a chosen time, and can be moved on. */
function movableClock(start: string): Clock & { move(by: Temporal.DurationLike): void } {
  const began = performance.now();
  let from = instantOf(Temporal.Instant.from(start));
  return {
    now: () => later(from, { milliseconds: Math.floor(performance.now() - began) }),
    elapsed: () => performance.now(),
    move: (by) => {
      from = later(from, by);
    },
  };
}

export interface TeamsJourney {
  readonly clock: ReturnType<typeof movableClock>;
  /** The window of a member of staff, and that of the safeguarding lead. */
  readonly staff: TeamsBrowser;
  readonly lead: TeamsBrowser;
  /** Every line that the server logged. */
  readonly logged: () => string;
  /** One more window, of anybody in `people.csv`. */
  windowOf(id: string): Promise<TeamsBrowser>;
  /** The server ends, and another one starts on the same folder and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const ROOT = process.cwd();
/** A Monday morning in term. */
const MONDAY = '2026-11-23T10:05:00Z';

interface JourneyOptions {
  readonly at?: string;
  /** Further lines of `people.csv`: a client shows six people, and not every organisation has six leads. */
  readonly people?: readonly string[];
}

/** One organisation in local mode, with two of Microsoft's clients and a browser, all on free ports. */
export async function startJourney(
  organisation: string,
  { at = MONDAY, people = [] }: JourneyOptions = {},
): Promise<TeamsJourney> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-'));
  const orgDir = join(folder, 'organisation');
  await cp(join(ROOT, organisation), orgDir, { recursive: true });
  await appendFile(join(orgDir, 'people.csv'), people.map((line) => `${line}\n`).join(''));
  const clock = movableClock(at);
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const config: Config = {
    mode: 'local',
    host: '127.0.0.1',
    port: await freePort(),
    orgDir,
    store: { type: 'sqlite', folder: join(folder, 'data') },
    key: { type: 'file', file: join(folder, 'key'), create: true },
  };
  const start = (): Promise<App> => compose(config, { root: ROOT, clock, destination });
  let app = await start();
  const clients = await startLocalClients(app, config, { staff: await freePort(), lead: await freePort() });
  const more: PlaygroundClient[] = [];
  const staff = await openTeamsClient(clients.staff.url);
  const lead = await openTeamsClient(clients.lead.url);
  const windows = [staff, lead];
  return {
    clock,
    staff,
    lead,
    logged: () => lines.join(''),
    async windowOf(id) {
      const client = await clientFor(app, id, folder);
      more.push(client);
      const window = await openTeamsClient(client.url);
      windows.push(window);
      // On Teams the bot can write to nobody who has not met it.
      await window.say('help');
      await window.waitForText('Worried about a child?');
      return window;
    },
    async restart() {
      await app.stop();
      app = await start();
    },
    async stop() {
      await Promise.all(windows.map((window) => window.close()));
      await Promise.all(more.map((client) => client.stop()));
      await clients.stop();
      await app.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function clientFor(app: App, id: string, workFolder: string): Promise<PlaygroundClient> {
  const { people } = await readDirectory(app.deps);
  const who = people.find((person) => person.id === (id as PersonId));
  if (who === undefined) throw new Error(`people.csv has nobody with the id "${id}"`);
  const others = people.filter((person) => person !== who && person.teams !== undefined).slice(0, 5);
  const asClient = ({ id: person, name, teams }: Person) => ({
    id: `teams-${person}`,
    name,
    email: `${person}@sample.example`,
    aadObjectId: teams ?? '',
  });
  return startPlaygroundClient({
    port: await freePort(),
    botUrl: `${app.url}/api/messages`,
    workFolder,
    config: {
      tenantId: LOCAL_TENANT,
      bot: { id: 'signpost-bot', name: 'Signpost' },
      currentUser: asClient(who),
      users: others.map(asClient),
      personalChatId: `personal-${id}`,
      team: { id: `team-of-${id}`, name: 'All staff' },
      channels: [],
    },
  });
}
