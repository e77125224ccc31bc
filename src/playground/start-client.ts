import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ClientConfig, clientConfigText } from './client-config.ts';

const LOOPBACK = '127.0.0.1';
const BOOT_MS = 30_000;
const POLL_MS = 50;
const STOP_MS = 5_000;
const CONFIG_FILE = '.m365agentsplayground.yml';

const { resolve } = createRequire(import.meta.url);
const packageFile = (name: string, file: string): string =>
  join(dirname(resolve(`${name}/package.json`)), file);

export interface PlaygroundOptions {
  readonly config: ClientConfig;
  readonly port: number;
  /** Where the client sends what is said, e.g. http://127.0.0.1:3978/api/messages */
  readonly botUrl: string;
  /** An existing folder; the client gets its own inside it, removed when it stops. */
  readonly workFolder: string;
  readonly nodeBinary?: string;
}

export interface PlaygroundClient {
  readonly url: string;
  readonly port: number;
  /** Sends the installation. The client answers before it reaches the bot: wait for the reference, not for this. */
  installPersonal(): Promise<void>;
  installChannel(channelId: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts Microsoft's local Teams client, signed in as one person, on 127.0.0.1 only. */
export async function startPlaygroundClient(options: PlaygroundOptions): Promise<PlaygroundClient> {
  const { config, port, workFolder } = options;
  const url = `http://${LOOPBACK}:${port}`;
  const text = clientConfigText(config);
  const folder = await mkdtemp(join(workFolder, 'teams-client-'));
  await writeFile(join(folder, CONFIG_FILE), text, { mode: 0o600 });
  const child = spawnClient(options, folder);
  const stop = async (): Promise<void> => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(child, url, port);
  } catch (cause) {
    await stop();
    throw cause;
  }
  const install = (conversationId: string): Promise<void> => postInstallation(url, conversationId);
  return {
    url,
    port,
    installPersonal: () => install(config.personalChatId),
    installChannel: (channelId) => install(channelId),
    stop,
  };
}

function spawnClient({ botUrl, nodeBinary, port }: PlaygroundOptions, folder: string): ChildProcess {
  const options = [
    ...['--app-endpoint', botUrl, '--channel-id', 'msteams', '--port', String(port)],
    // By itself it would name "localhost", which some machines resolve to an address it does not listen on.
    ...['--service-url', `http://${LOOPBACK}:${port}/_connector`, '--disable-telemetry'],
  ];
  const preload = new URL('./loopback-only.ts', import.meta.url).href;
  const client = packageFile('@microsoft/m365agentsplayground', 'cli.js');
  return spawn(
    nodeBinary ?? packageFile('node', 'bin/node'),
    ['--import', preload, client, 'start', ...options],
    {
      cwd: folder,
      // Nothing of our own environment: it holds secrets, and a proxy would come between the client and the bot.
      env: {
        TEAMSAPPTESTER_BROWSER: 'none',
        // It logs whatever people say. A path below a file cannot be written, and it ignores that.
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, CONFIG_FILE, 'no-log'),
        LC_ALL: 'en_GB.UTF-8',
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
}

function listeningAddress(
  message: unknown,
): { readonly address: unknown; readonly port: unknown } | undefined {
  if (typeof message !== 'object' || message === null || !('listening' in message)) return undefined;
  const { listening } = message;
  if (typeof listening !== 'object' || listening === null) return undefined;
  return 'address' in listening && 'port' in listening ? listening : undefined;
}

async function untilItAnswers(child: ChildProcess, url: string, port: number): Promise<void> {
  let failure: string | undefined;
  let listens = false;
  child.once('error', () => {
    failure = 'could not be started: its Node binary was not found or may not run. Run npm ci.';
  });
  child.once('exit', (code, signal) => {
    failure ??= `ended (${code === null ? signal : `status ${code}`}) before it answered. Status 1 means that it refused its configuration.`;
  });
  child.on('message', (message) => {
    const at = listeningAddress(message);
    // It silently takes another port when the one it was given is in use.
    if (at?.port !== port)
      failure ??= `cannot use port ${port}: another program does. Stop that program, or choose another port.`;
    else if (at.address !== LOOPBACK) failure ??= `does not listen on ${LOOPBACK} alone, so it was stopped.`;
    else listens = true;
  });
  const deadline = performance.now() + BOOT_MS;
  while (performance.now() < deadline) {
    if (failure !== undefined) throw new Error(`The local Teams client ${failure}`);
    if (listens && (await answers(url))) return;
    await delay(POLL_MS);
  }
  throw new Error(
    `The local Teams client did not answer on port ${port} within ${BOOT_MS / 1000} seconds. Start it again on a less busy machine.`,
  );
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/_debug/ping`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    // Not up yet; the caller's deadline decides.
    return false;
  }
}

async function postInstallation(url: string, conversationId: string): Promise<void> {
  const response = await fetch(
    `${url}/_debug/conversation/${encodeURIComponent(conversationId)}/installation`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    },
  );
  if (response.ok) return;
  throw new Error(
    `The local Teams client on ${url} refused to install the bot in "${conversationId}" (HTTP ${response.status}). Its configuration must name that chat or channel.`,
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(kill);
}
