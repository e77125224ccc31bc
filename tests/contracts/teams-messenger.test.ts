import type { Address } from '../../src/application/messenger.ts';
import { teams } from '../../src/channels/teams/teams.ts';
import { capturedLog } from '../support/captured-log.ts';
import { startFakeConnector, type Trouble } from '../support/fake-connector.ts';
import { CHANNEL, payload, TENANT, WORDS } from '../support/teams.ts';
import { type Fault, type MessengerUnderTest, messengerContract } from './messenger-contract.ts';

const TROUBLES: Readonly<Record<Exclude<Fault, 'refused'>, Trouble>> = {
  unreachable: { status: 403 },
  throttled: { status: 429, headers: { 'retry-after': '7' } },
  credentials: { status: 401 },
  poison: { status: 400 },
  'server-error': { status: 500 },
  reset: 'reset',
  silence: 'silence',
  'card-gone': { status: 404 },
};

const person = (serviceUrl: string): Address => ({
  platform: 'teams',
  to: { serviceUrl, tenant: TENANT, bot: '28:bot', user: '29:rosa', conversation: 'a:1rosa' },
});

async function start(): Promise<MessengerUnderTest> {
  const connector = await startFakeConnector();
  connector.members(payload('members-page'));
  const { messenger } = teams({
    app: { type: 'local' },
    tenants: [TENANT],
    handle: async () => ({ type: 'nothing' }),
    log: capturedLog(),
    ...WORDS,
    timeoutMs: 2_000,
  });
  let [failing, before, closed] = [false, 0, false];
  const received = () =>
    connector.arrived.flatMap(({ method, path, body }) => {
      if (method === 'GET' || body === undefined) return [];
      const { activity = body } = Object(body);
      const type = method === 'PUT' ? ('update' as const) : ('new' as const);
      return [{ type, notification: activity.summary, everything: `${path} ${JSON.stringify(body)}` }];
    });
  const close = async () => {
    if (!closed) await connector.close();
    closed = true;
  };
  return {
    messenger,
    person: person(connector.url),
    channel: {
      platform: 'teams',
      to: { serviceUrl: connector.url, tenant: TENANT, bot: '28:bot', conversation: CHANNEL },
    },
    async fault(kind) {
      [failing, before] = [true, connector.arrived.length];
      if (kind === 'refused') await close();
      else connector.trouble(TROUBLES[kind]);
    },
    sent: () => (failing ? [] : received()),
    requests: () => connector.arrived.length - before,
    close,
  };
}

messengerContract('Teams', start);
