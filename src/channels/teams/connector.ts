import type { Middleware, TurnContext } from 'botbuilder';

/** What we use of botbuilder's connector client. `client` is its own business: the test of one attempt watches it. */
export interface Connector {
  readonly client: { readonly pipeline: Pipeline };
  readonly conversations: {
    sendToConversation(conversation: string, activity: object): Promise<Sent>;
    createConversation(parameters: object): Promise<Created>;
    updateActivity(conversation: string, id: string, activity: object): Promise<unknown>;
    getConversationPagedMembers(conversation: string, options: object): Promise<unknown>;
  };
}
interface Sent {
  readonly id?: string;
}
interface Created extends Sent {
  readonly activityId?: string;
}
interface Request {
  timeout: number;
}
interface Pipeline {
  removePolicy(which: { readonly name: string }): unknown;
  addPolicy(policy: {
    readonly name: string;
    sendRequest<Answer>(request: Request, next: (request: Request) => Promise<Answer>): Promise<Answer>;
  }): unknown;
}

const RETRIES = 'defaultRetryPolicy';

/**
 * Every request of a turn goes out once, and ends in time. Left alone the client posts up to four times on a 5xx or a
 * reset, and waits for ever; none of its options change that (botbuilder 4.23.3, 2026-11-21).
 */
export function oneAttempt(connectorKey: symbol, timeoutMs: number): Middleware {
  return {
    async onTurn(context, next) {
      const { pipeline } = connectorOf(context, connectorKey).client;
      pipeline.removePolicy({ name: RETRIES });
      pipeline.addPolicy({
        name: 'endsInTime',
        sendRequest: (request, send) => {
          request.timeout = timeoutMs;
          return send(request);
        },
      });
      await next();
    },
  };
}

export function connectorOf(context: TurnContext, key: symbol): Connector {
  const connector: Connector | undefined = context.turnState.get(key);
  if (connector?.client?.pipeline !== undefined) return connector;
  throw new Error(
    'botbuilder keeps its connector client elsewhere now: adapt src/channels/teams/connector.ts to this version, or its hidden retries send messages twice.',
  );
}
