import type { Log, LogLine } from '../../src/application/ports.ts';
import { RecordId } from '../../src/domain/ids.ts';
import { createLogger, RECORD } from '../../src/logging/logger.ts';

const record = RecordId.parse('0123456789abcdefghjkmnpqrs');

function captured() {
  const lines: string[] = [];
  const logger = createLogger({
    destination: {
      write(line) {
        lines.push(line);
      },
    },
  });
  return { logger, lines, text: () => lines.join('') };
}

it('is a Log, and writes what a line may hold', () => {
  const { logger, lines } = captured();
  const log: Log = logger;
  log.info({ event: 'card-sent', record, code: 'user_not_found', n: 2, ms: 12.6 });
  const { time, ...line } = JSON.parse(lines[0] ?? '');
  expect(line).toEqual({ level: 'info', event: 'card-sent', record, code: 'user_not_found', n: 2, ms: 13 });
  expect(time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

it.each(['info', 'warn', 'error'] as const)('writes at %s', (level) => {
  const { logger, lines } = captured();
  logger[level]({ event: 'x' });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level });
});

describe('a canary', () => {
  const canary = 'Amber has a bruise';
  const hostile: Readonly<Record<string, unknown>> = {
    event: canary,
    record: canary,
    code: canary,
    n: canary,
    ms: canary,
    msg: canary,
    err: new Error(canary),
    [canary]: canary,
  };
  const line = (changes: object) => ({ event: 'x', ...changes }) as LogLine;

  it.each(Object.keys(hostile))('in %j comes out nowhere', (field) => {
    const { logger, text } = captured();
    logger.error(line({ [field]: hostile[field] }));
    expect(text()).not.toContain('Amber');
    expect(text()).not.toContain('bruise');
    expect(JSON.parse(text())).toBeDefined();
    expect([...logger.counts().keys()].join()).not.toContain('Amber');
  });

  it.each(['event', 'code'])(
    'that could be a name comes out, so the check looks where it should (control): %s',
    (field) => {
      const { logger, text } = captured();
      logger.error(line({ [field]: 'canary-red' }));
      expect(text()).toContain('canary-red');
    },
  );

  it.each([
    [
      'an object that turns into text',
      { event: { toString: (): string => canary, toJSON: (): string => canary } },
    ],
    ['a list', { event: [canary] }],
    ['an object as code', { code: { canary } }],
    ['not a number', { n: Number.NaN, ms: Number.POSITIVE_INFINITY }],
    ['a name that is too long', { event: 'a'.repeat(61) }],
    ['two lines', { event: 'x\ny' }],
    ['a record that is too long', { record: `${record}${record}` }],
  ])('%s is replaced', (_what, changes) => {
    const { logger, text } = captured();
    logger.warn(line(changes));
    const { event, code = 'unnameable', ...rest } = JSON.parse(text());
    expect(['x', 'unnameable']).toContain(event);
    expect(code).toBe('unnameable');
    expect(Object.keys(rest).sort()).toEqual(['level', 'time']);
  });
});

it('counts events by name, and only so many names', () => {
  const { logger } = captured();
  logger.info({ event: 'card-sent' });
  logger.error({ event: 'card-sent' });
  expect(logger.counts().get('card-sent')).toBe(2);
  for (let n = 0; n < 1000; n += 1) logger.info({ event: `made-up-${n}` });
  expect(logger.counts().size).toBeLessThanOrEqual(301);
  expect(logger.counts().get('unnameable')).toBeGreaterThan(600);
});

it.each([
  '0123456789abcdefghjkmnpqrs',
  'zzzzzzzzzzzzzzzzzzzzzzzzzz',
  'p-iris',
  '',
  '0123456789abcdefghijklmnop',
])('knows a record by the form the domain gives it (%j)', (text) => {
  expect(RECORD.test(text)).toBe(RecordId.safeParse(text).success);
});
