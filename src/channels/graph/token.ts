import { z } from 'zod';

/** What Azure gives a machine that has an identity. */
export interface Identity {
  /** `IDENTITY_ENDPOINT` of App Service and Container Apps; absent: the endpoint of virtual machines. */
  readonly endpoint?: string | undefined;
  /** `IDENTITY_HEADER`, which proves that we are on that machine. */
  readonly header?: string | undefined;
  /** Of a user-assigned identity. */
  readonly clientId?: string | undefined;
}

const MACHINE = 'http://169.254.169.254/metadata/identity/oauth2/token';
const TIMEOUT = 5_000;
/** A token is asked for anew when less than this is left of it. */
const SPARE_MS = 5 * 60_000;

/** `expires_on` is seconds since 1970, as a number or as text; App Service gives text. */
const Token = z.object({ access_token: z.string().min(1), expires_on: z.coerce.number() });

/**
 * A token for `resource` by managed identity, kept while it is good; undefined: there is none. No library: it is one GET
 * (learn.microsoft.com, "How to use managed identities", api-version 2019-08-01 and 2018-02-01).
 */
export function tokenSource(
  { endpoint, header, clientId }: Identity,
  resource: string,
  now: () => number,
): { readonly get: () => Promise<string | undefined>; readonly drop: () => void } {
  let held: { readonly text: string; readonly until: number } | undefined;
  const url = new URL(endpoint ?? MACHINE);
  url.searchParams.set('api-version', endpoint === undefined ? '2018-02-01' : '2019-08-01');
  url.searchParams.set('resource', resource);
  if (clientId !== undefined) url.searchParams.set('client_id', clientId);
  const headers: Record<string, string> =
    endpoint === undefined ? { Metadata: 'true' } : { 'X-IDENTITY-HEADER': header ?? '' };
  return {
    drop: () => {
      held = undefined;
    },
    async get() {
      if (held !== undefined && held.until - SPARE_MS > now()) return held.text;
      const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT), redirect: 'error' });
      const token = Token.safeParse(response.ok ? await response.json() : undefined);
      if (!token.success) return undefined;
      held = { text: token.data.access_token, until: token.data.expires_on * 1000 };
      return held.text;
    },
  };
}
