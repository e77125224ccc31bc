import type { Accounts } from '../application/accounts.ts';
import type { Clock } from '../application/ports.ts';
import { graphAccounts } from '../channels/graph/accounts.ts';
import { slackAccounts } from '../channels/slack/accounts.ts';
import type { Config } from '../config.ts';

/** The lists of accounts that this environment says are to be read. */
export function accountsFor(config: Config, clock: Clock): readonly Accounts[] {
  if (config.mode === 'local') return [];
  const { slack, slackSync, graph } = config;
  const now = () => Date.parse(clock.now());
  return [
    ...(slack !== undefined && slackSync === true ? [slackAccounts(slack)] : []),
    ...(graph === undefined ? [] : [graphAccounts({ ...graph, now })]),
  ];
}
