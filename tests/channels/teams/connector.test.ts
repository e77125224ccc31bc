import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { teamsAdapter } from '../../../src/channels/teams/adapter.ts';
import { connectorOf } from '../../../src/channels/teams/connector.ts';
import { capturedLog } from '../../support/captured-log.ts';
import { type FakeConnector, startFakeConnector, type Trouble } from '../../support/fake-connector.ts';

let connector: FakeConnector;
beforeEach(async () => {
  connector = await startFakeConnector();
});
afterEach(() => connector.close());

async function callsOf(
  adapter: CloudAdapter,
  trouble: Trouble,
  call: (context: TurnContext) => Promise<unknown>,
): Promise<number> {
  connector.trouble(trouble);
  const reference = {
    channelId: 'msteams',
    serviceUrl: connector.url,
    bot: { id: '28:bot', name: '' },
    conversation: { id: 'a:1', isGroup: false, conversationType: '', name: '' },
  };
  await adapter.continueConversationAsync('', reference, async (context) => {
    await call(context).catch(() => undefined);
  });
  return connector.arrived.length;
}

const ours = () => teamsAdapter({ type: 'local' }, capturedLog(), 300).adapter;
// The one kind of retry that does not take seconds; the policy that does it is the one for the others.
const soon: Trouble = { status: 429, headers: { 'retry-after-ms': '1' } };

const calls: readonly (readonly [
  string,
  (adapter: CloudAdapter) => (context: TurnContext) => Promise<unknown>,
])[] = [
  ['a message', () => (context) => context.sendActivity('x')],
  ['an update', () => (context) => context.updateActivity({ id: '1', type: 'message', text: 'x' })],
  [
    'a new conversation',
    ({ ConnectorClientKey }) =>
      (context) =>
        connectorOf(context, ConnectorClientKey).conversations.createConversation({}),
  ],
];

describe.each(calls)('%s that Teams refuses', (_what, call) => {
  it.each<Trouble>([{ status: 500 }, { status: 502 }, soon, 'reset', 'silence'])(
    'goes out once (%j)',
    async (trouble) => {
      const adapter = ours();
      expect(await callsOf(adapter, trouble, call(adapter))).toBe(1);
    },
  );

  it('would go out four times if botbuilder were left alone (control)', async () => {
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    expect(await callsOf(adapter, soon, call(adapter))).toBe(4);
  });
});

it('stops at once when botbuilder keeps its client elsewhere', () => {
  const context = {
    turnState: new Map([[Symbol.for('key'), { conversations: {} }]]),
  } as unknown as TurnContext;
  expect(() => connectorOf(context, Symbol.for('key'))).toThrow(/hidden retries/);
});

it('hears of a fault in a turn without its text', async () => {
  const log = capturedLog();
  const { adapter } = teamsAdapter({ type: 'local' }, log);
  await adapter.onTurnError({} as TurnContext, new Error('canary-red'));
  expect(log.lines).toEqual([{ level: 'error', event: 'teams-turn-failed' }]);
});
