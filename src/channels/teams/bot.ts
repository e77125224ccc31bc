import type { TurnContext } from 'botbuilder';
import type { Answer, HandleIntent } from '../../application/intent.ts';
import type { Log } from '../../application/ports.ts';
import type { Card } from '../../cards/model.ts';
import { Activity, isPersonal, tenantsOf } from './activity.ts';
import { PRESS, readActivity } from './read-activity.ts';

export const CARD = 'application/vnd.microsoft.card.adaptive';
const TEXT = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';

export interface BotOptions {
  /** Tenants we serve. Anybody else is answered politely, and nothing is done. */
  readonly tenants: readonly string[];
  readonly handle: HandleIntent;
  /** What stands where a press has nothing to show: the rest comes by message. */
  readonly comesByMessage: string;
  readonly nothingHere: string;
  /** For what could not be read, or could not be done. Says nothing about why. */
  readonly fault: Card;
  readonly log: Log;
}

/** The body of the answer to a press; the HTTP status is 200 whatever it says. */
export type PressAnswer =
  | { readonly statusCode: 200; readonly type: typeof CARD; readonly value: Card }
  | { readonly statusCode: 200; readonly type: typeof TEXT; readonly value: string }
  | {
      readonly statusCode: 400;
      readonly type: typeof ERROR;
      readonly value: { readonly code: string; readonly message: string };
    };

/** Answers one activity and never throws. A press is answered by the value; a message, by a message. */
export type TeamsBot = (context: TurnContext) => Promise<PressAnswer | undefined>;

const line = (value: string): PressAnswer => ({ statusCode: 200, type: TEXT, value });

/**
 * Not an `ActivityHandler`: that one copies an answer's `statusCode` into the HTTP status, answers 501 to what it does not
 * know, and loses a fault in an invoke (botbuilder 4.23.3, 2026-11-21).
 */
export function teamsBot(options: BotOptions): TeamsBot {
  const { tenants, handle, comesByMessage, nothingHere, fault, log } = options;

  async function answer(activity: unknown): Promise<Answer | 'not-allowed' | 'not-understood'> {
    const parsed = Activity.safeParse(activity);
    if (!parsed.success) return 'not-understood';
    const named = tenantsOf(parsed.data);
    if (named.length === 0 || !named.every((tenant) => tenants.includes(tenant))) {
      log.warn({ event: 'teams-tenant-not-allowed' });
      return 'not-allowed';
    }
    const intent = readActivity(activity);
    if (intent === undefined) return 'not-understood';
    try {
      return await handle(intent);
    } catch {
      log.error({ event: 'teams-intent-failed', code: intent.type });
      return { type: 'card', card: fault };
    }
  }

  function toPress(outcome: Awaited<ReturnType<typeof answer>>, activity: unknown): PressAnswer {
    if (outcome === 'not-allowed') return line(nothingHere);
    if (outcome === 'not-understood') {
      log.warn({ event: 'teams-press-not-understood' });
      return { statusCode: 400, type: ERROR, value: { code: 'BadRequest', message: fault.fallbackText } };
    }
    if (outcome.type === 'nothing') return line(comesByMessage);
    // In a channel the card would stand where others see it over a shoulder, on every client of the presser.
    return isInPrivate(activity)
      ? { statusCode: 200, type: CARD, value: outcome.card }
      : line(outcome.card.fallbackText);
  }

  return async (context) => {
    const { type, name } = context.activity;
    if (type === 'invoke' && name !== PRESS) return line(nothingHere);
    const outcome = await answer(context.activity);
    if (type === 'invoke') return toPress(outcome, context.activity);
    if (type !== 'message' || outcome === 'not-understood') return undefined;
    const message =
      outcome === 'not-allowed'
        ? { type, text: nothingHere }
        : outcome.type !== 'nothing' && { type, attachments: [{ contentType: CARD, content: outcome.card }] };
    if (message === false) return undefined;
    await context.sendActivity(message).catch(() => log.warn({ event: 'teams-answer-not-sent' }));
    return undefined;
  };
}

function isInPrivate(activity: unknown): boolean {
  const parsed = Activity.safeParse(activity);
  return parsed.success && isPersonal(parsed.data);
}
