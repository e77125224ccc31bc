import { z } from 'zod';
import type { Accounts, AccountsPage } from '../../application/accounts.ts';
import { type Identity, tokenSource } from './token.ts';

/** The most that Graph gives at once. */
const PAGE = 999;
const TIMEOUT = 15_000;
/** Graph names its pause; without one we wait this long. */
const PAUSE_SECONDS = 30;
/** Too many requests, and busy: both come with a pause. */
const BUSY = [429, 503];

const User = z.object({
  id: z.string(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  userType: z.string().nullish(),
});
const Users = z.object({ value: z.array(User), '@odata.nextLink': z.string().optional() });

export interface GraphOptions {
  /** "https://graph.microsoft.com": where users are read, and what the token is for. */
  readonly url: string;
  readonly identity: Identity;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const FIRST = `/v1.0/users?$select=id,mail,userPrincipalName,accountEnabled,userType&$top=${PAGE}`;

/**
 * People of the tenant, by Microsoft Graph with the application permission User.Read.All. Guests are left out: an address
 * of theirs is vouched for by another organisation.
 */
export function graphAccounts({ url, identity, now }: GraphOptions): Accounts {
  const origin = new URL(url).origin;
  const token = tokenSource(identity, origin, now);

  /** A link to the next page is followed on the same server only: the token goes with it. */
  const pathOf = (link: string): string | undefined =>
    URL.canParse(link) && new URL(link).origin === origin ? link.slice(origin.length) : undefined;

  async function read(path: string, bearer: string): Promise<AccountsPage> {
    const response = await fetch(`${origin}${path}`, {
      headers: { authorization: `Bearer ${bearer}` },
      signal: AbortSignal.timeout(TIMEOUT),
      redirect: 'error',
    });
    if (BUSY.includes(response.status)) {
      const seconds = Number(response.headers.get('retry-after') ?? PAUSE_SECONDS);
      return { type: 'wait', ms: (Number.isFinite(seconds) ? seconds : PAUSE_SECONDS) * 1000 };
    }
    if (response.status === 401) token.drop();
    if (!response.ok) return { type: 'failed', code: `http-${response.status}` };
    const users = Users.safeParse(await response.json());
    if (!users.success) return { type: 'failed', code: 'not-understood' };
    const { value, '@odata.nextLink': link } = users.data;
    const next = link === undefined ? undefined : pathOf(link);
    if (link !== undefined && next === undefined) return { type: 'failed', code: 'foreign-link' };
    const accounts = value
      .filter(({ userType }) => userType !== 'Guest')
      .map(({ id, mail, userPrincipalName, accountEnabled }) => ({
        id,
        emails: [mail, userPrincipalName].flatMap((each) => (each ? [each.toLowerCase()] : [])),
        isOpen: accountEnabled !== false,
      }));
    return { type: 'page', accounts, ...(next !== undefined && { next }) };
  }

  return {
    platform: 'teams',
    async page(cursor) {
      try {
        const bearer = await token.get();
        if (bearer === undefined) return { type: 'failed', code: 'no-token' };
        return await read(cursor ?? FIRST, bearer);
      } catch {
        // Connection, name or time: nothing of it is worth telling on.
        return { type: 'failed', code: 'not-reached' };
      }
    },
  };
}
