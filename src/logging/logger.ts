import pino from 'pino';

/** What may stand in a line. Whatever else an object carries is not looked at. */
export interface Line {
  readonly event: string;
  readonly record?: string;
  readonly code?: string;
  readonly n?: number;
  readonly ms?: number;
}

export interface Logger {
  info(line: Line): void;
  warn(line: Line): void;
  error(line: Line): void;
  /** Event → how often it was logged since the start. */
  counts(): ReadonlyMap<string, number>;
}

export interface LoggerOptions {
  /** Where lines go; standard output unless told. */
  readonly destination?: { write(line: string): void };
}

const NAME = /^[a-z0-9_-]{1,60}$/i;
const UNNAMEABLE = 'unnameable';
/** The reference of a record, as the domain writes it; a test holds the two together. */
export const RECORD = /^[0-9a-hjkmnp-tv-z]{26}$/;
/** A mistake that puts something variable into `event` must not fill the memory. */
const MOST_EVENTS = 300;

type Level = 'info' | 'warn' | 'error';

export function createLogger({ destination }: LoggerOptions = {}): Logger {
  const options: pino.LoggerOptions = {
    // No process id, no host name.
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  };
  const out = destination === undefined ? pino(options) : pino(options, destination);
  const counted = new Map<string, number>();

  const write = (level: Level, line: Line): void => {
    const vetted = vet(line);
    const known = counted.has(vetted.event) || counted.size < MOST_EVENTS;
    const name = known ? vetted.event : UNNAMEABLE;
    counted.set(name, (counted.get(name) ?? 0) + 1);
    out[level](vetted);
  };

  return {
    info: (line) => write('info', line),
    warn: (line) => write('warn', line),
    error: (line) => write('error', line),
    counts: () => new Map(counted),
  };
}

/** The types say the same, and a line built from something untyped gets here all the same. */
function vet({ event, record, code, n, ms }: Line): Line {
  return {
    event: nameOf(event),
    ...(isRecord(record) && { record }),
    ...(code !== undefined && { code: nameOf(code) }),
    ...(isNumber(n) && { n }),
    ...(isNumber(ms) && { ms: Math.round(ms) }),
  };
}

const nameOf = (given: unknown): string =>
  typeof given === 'string' && NAME.test(given) ? given : UNNAMEABLE;
const isRecord = (given: unknown): given is string => typeof given === 'string' && RECORD.test(given);
const isNumber = (given: unknown): given is number => typeof given === 'number' && Number.isFinite(given);
