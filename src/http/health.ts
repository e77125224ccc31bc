import { setTimeout as wait } from 'node:timers/promises';
import type { RequestHandler, Response } from 'restify';

const PROBE_MS = 5_000;
const NAME = /^[a-z0-9_-]{1,60}$/i;

const say = (response: Response, status: number, text: string): void => {
  response.sendRaw(status, `${text}\n`, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  });
};

export const livez: RequestHandler = (_request, response, next) => {
  say(response, 200, 'alive');
  next(false);
};

/** The probe writes, so that however many ask at once, one is under way. */
export function readyz(probe: () => Promise<void>): RequestHandler {
  let asked: Promise<boolean> | undefined;
  return async (_request, response) => {
    asked ??= answersInTime(probe).finally(() => {
      asked = undefined;
    });
    if (await asked) say(response, 200, 'ready');
    else say(response, 503, 'not ready');
  };
}

async function answersInTime(probe: () => Promise<void>): Promise<boolean> {
  const answered = new AbortController();
  const ready = Promise.resolve()
    .then(probe)
    .then(
      () => true,
      () => false,
    );
  const late = wait(PROBE_MS, false, { signal: answered.signal }).catch(() => false);
  return Promise.race([ready, late]).finally(() => answered.abort());
}

/** Plain counters in the text form that Prometheus reads; a name that is not one of ours shows nothing. */
export function metrics(counts: () => ReadonlyMap<string, number>): RequestHandler {
  return (_request, response, next) => {
    const lines = [...counts()]
      .filter(([name, count]) => NAME.test(name) && Number.isFinite(count))
      .map(([name, count]) => `signpost_events_total{event="${name}"} ${count}`);
    say(response, 200, ['# TYPE signpost_events_total counter', ...lines].join('\n'));
    next(false);
  };
}
