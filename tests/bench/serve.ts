import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Kind = 'bolt' | 'botbuilder' | 'signpost-slack' | 'signpost-teams';

export interface StartOptions {
  readonly slackApi: string;
  readonly school: { readonly orgDir: string; readonly keyFile: string; readonly data: string };
}

/** `profile` without a file begins one, with a file ends it there. */
export interface Ask {
  readonly id: number;
  readonly do: 'cpu' | 'pause' | 'resume' | 'idle' | 'profile' | 'stop';
  readonly file?: string;
}

/** That it is done, and what processor time the server has used since it began. */
export interface Told {
  readonly done: number;
  readonly cpuMs: number;
}

export interface Started {
  readonly url: string;
  readonly composeMs: number;
  readonly rss: number;
}

export interface Served extends Started {
  /** Does it, and says what processor time was used until now. */
  ask(what: Ask['do'], file?: string): Promise<number>;
  stop(): Promise<void>;
}

const entry = fileURLToPath(new URL('server.ts', import.meta.url));

/** Starts a server under test. Its lines go nowhere, but they are written, as in production. */
export async function serve(kind: Kind, options: StartOptions): Promise<Served> {
  const child = fork(entry, [kind, JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let asked = 0;
  const waiting = new Map<number, (told: Told | undefined) => void>();
  const started = await new Promise<Started>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ${kind} ended with ${code} before it was up`)));
    child.once('message', (message: Started) => resolve(message));
  });
  child.on('message', (told: Told) => waiting.get(told.done)?.(told));
  child.on('exit', () => {
    for (const give of waiting.values()) give(undefined);
  });
  const ask = async (what: Ask['do'], file?: string): Promise<number> => {
    asked += 1;
    const id = asked;
    const told = await new Promise<Told | undefined>((resolve) => {
      waiting.set(id, resolve);
      child.send({ id, do: what, ...(file !== undefined && { file }) } satisfies Ask);
    });
    waiting.delete(id);
    if (told === undefined) throw new Error(`The server ${kind} ended while it was asked to ${what}`);
    return told.cpuMs;
  };
  return {
    ...started,
    ask,
    async stop() {
      const gone = once(child, 'exit');
      await ask('stop');
      await gone;
    },
  };
}
