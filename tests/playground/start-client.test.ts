import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { networkInterfaces, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlaygroundClient, startPlaygroundClient } from '../../src/playground/start-client.ts';
import { freePort } from '../support/free-port.ts';
import { type EchoBot, startEchoBot } from './echo-bot.ts';
import { clientOf } from './people.ts';

const status = (url: string, init?: RequestInit): Promise<number | string> =>
  fetch(url, init).then(
    (response) => response.status,
    () => 'refused',
  );
async function occupied(host: string, use: (port: number) => Promise<void>): Promise<void> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  try {
    await use((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

const opens = ({ url }: PlaygroundClient, origin: string): Promise<boolean> =>
  new Promise((tell) => {
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const headers = { ...upgrade, 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', origin };
    get(`${url}/_ws/log/stream`, { headers })
      .once('upgrade', (_, socket) => {
        socket.destroy();
        tell(true);
      })
      .once('error', () => tell(false));
  });

const reachable = (address: string, port: number): Promise<boolean> =>
  new Promise((tell) => {
    const socket = connect(port, address, () => tell(true)).once('error', () => tell(false));
    socket.once('connect', () => socket.destroy());
  });

// Addresses of one link need its name as well, and are left out.
const otherAddresses = (): readonly string[] => [
  ...(platform() === 'linux' ? ['127.0.0.2'] : []),
  ...Object.values(networkInterfaces())
    .flatMap((some) => some ?? [])
    .filter(({ address }) => address !== '127.0.0.1' && !address.startsWith('fe80:'))
    .map(({ address }) => address),
];

let bot: EchoBot;
let folder: string;
let client: PlaygroundClient;

beforeAll(async () => {
  bot = await startEchoBot();
  folder = await mkdtemp(join(tmpdir(), 'playground-test-'));
  const port = await freePort();
  client = await startPlaygroundClient({ config: clientOf(0), port, botUrl: bot.url, workFolder: folder });
}, 60_000);

afterAll(async () => {
  await client?.stop();
  await bot?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a local Teams client', () => {
  it('can be reached at 127.0.0.1 and at no other address of this machine', async () => {
    expect(await reachable('127.0.0.1', client.port)).toBe(true);
    const others = otherAddresses();
    expect(others).not.toEqual([]);
    for (const address of others) {
      const anywhere = address.includes(':') ? '::' : '0.0.0.0';
      await occupied(anywhere, async (port) => expect(await reachable(address, port)).toBe(true));
      expect({ address, reached: await reachable(address, client.port) }).toEqual({
        address,
        reached: false,
      });
    }
  });

  it('refuses pages of other sites, and names that were rebound to this machine', async () => {
    const ping = `${client.url}/_debug/ping`;
    expect(await status(ping)).toBe(200);
    expect(await status(ping, { headers: { origin: client.url } })).toBe(200);
    expect(await status(ping, { headers: { origin: 'https://elsewhere.example' } })).toBe('refused');
    const rebound = get(ping, { headers: { host: `elsewhere.example:${client.port}` } });
    await expect(once(rebound, 'response')).rejects.toThrow('socket hang up');
    expect(await opens(client, client.url)).toBe(true);
    expect(await opens(client, 'https://elsewhere.example')).toBe(false);
  });

  it('tells the bot where it is installed: the personal chat and the channel', async () => {
    await client.installPersonal();
    await client.installChannel('channel-0');
    const personal = await bot.activity(
      ({ type, conversation }) => type === 'installationUpdate' && conversation.id === 'personal-0',
    );
    expect(personal).toMatchObject({
      action: 'add',
      from: { id: 'person-0', aadObjectId: '00000000-0000-0000-0000-000000000100' },
      serviceUrl: `${client.url}/_connector`,
    });
    const channel = await bot.activity(
      ({ type, conversation }) => type === 'installationUpdate' && conversation.id === 'channel-0',
    );
    expect(channel.channelData).toMatchObject({ team: { id: 'team-0' }, channel: { id: 'channel-0' } });
  });

  it('says which chat its configuration does not name', async () => {
    await expect(client.installChannel('nowhere')).rejects.toThrow(/in "nowhere" \(HTTP 404\)/);
  });

  it('writes nothing that people say to disk', async () => {
    const own = (await readdir(folder)).filter((name) => name.startsWith('teams-client-'));
    expect(own).toHaveLength(1);
    expect(await readdir(join(folder, own[0] ?? ''))).toEqual(['.m365agentsplayground.yml']);
  });

  it('does not start on a port that is in use, says so, and leaves no folder behind', async () => {
    await occupied('127.0.0.1', async (port) => {
      const start = startPlaygroundClient({ config: clientOf(1), port, botUrl: bot.url, workFolder: folder });
      await expect(start).rejects.toThrow(`cannot use port ${port}: another program does`);
    });
    expect((await readdir(folder)).filter((name) => name.startsWith('teams-client-'))).toHaveLength(1);
  });

  it('does not start with people missing, and says how many it needs', async () => {
    const config = { ...clientOf(1), users: [] };
    const start = startPlaygroundClient({
      config,
      port: await freePort(),
      botUrl: bot.url,
      workFolder: folder,
    });
    await expect(start).rejects.toThrow(/users has 0 entries.*accepts exactly 5/);
  });

  it('says that it ended when its configuration is refused after all', async () => {
    const config = {
      ...clientOf(1),
      bot: { id: 'bot-1', name: 'A name over the limit of forty-two characters' },
    };
    const start = startPlaygroundClient({
      config,
      port: await freePort(),
      botUrl: bot.url,
      workFolder: folder,
    });
    await expect(start).rejects.toThrow(/ended \(status 1\)/);
  });

  it('is gone when it was stopped', async () => {
    const port = await freePort();
    const second = await startPlaygroundClient({
      config: clientOf(1),
      port,
      botUrl: bot.url,
      workFolder: folder,
    });
    expect(await status(`${second.url}/_debug/ping`)).toBe(200);
    await second.stop();
    expect(await status(`${second.url}/_debug/ping`)).toBe('refused');
  });
});
