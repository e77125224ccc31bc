import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import type { Log } from '../../application/ports.ts';
import { oneAttempt } from './connector.ts';

/** The app registration; `local` has none, and then nobody is authenticated. */
export type AppCredentials =
  | { readonly type: 'local' }
  | {
      readonly type: 'SingleTenant' | 'MultiTenant';
      readonly id: string;
      readonly password: string;
      readonly tenant?: string | undefined;
    }
  | { readonly type: 'UserAssignedMSI'; readonly id: string; readonly tenant: string };

export interface Adapter {
  readonly adapter: CloudAdapter;
  readonly authentication: ConfigurationBotFrameworkAuthentication;
}

const TIMEOUT_MS = 8_000;

// botbuilder takes a type it does not know for MultiTenant, and an empty id for "let everybody in".
const Registered = z.object({
  type: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], {
    error: 'MicrosoftAppType is unknown: set it to SingleTenant, MultiTenant or UserAssignedMSI',
  }),
  id: z
    .string()
    .trim()
    .min(1, { error: 'MicrosoftAppId is empty: without it anybody could speak as anybody' }),
});

export function teamsAdapter(app: AppCredentials, log: Log, timeoutMs = TIMEOUT_MS): Adapter {
  const authentication = new ConfigurationBotFrameworkAuthentication(settingsOf(app));
  const adapter = new CloudAdapter(authentication);
  adapter.use(oneAttempt(adapter.ConnectorClientKey, timeoutMs));
  // The default writes the whole error to the console.
  adapter.onTurnError = async () => log.error({ event: 'teams-turn-failed' });
  return { adapter, authentication };
}

function settingsOf(app: AppCredentials): Readonly<Record<string, string>> {
  if (app.type === 'local') return {};
  Registered.parse(app);
  return {
    MicrosoftAppId: app.id,
    MicrosoftAppType: app.type,
    ...(app.type !== 'UserAssignedMSI' && { MicrosoftAppPassword: app.password }),
    ...(app.tenant !== undefined && { MicrosoftAppTenantId: app.tenant }),
  };
}
