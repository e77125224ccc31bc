import type { IncomingMessage, ServerResponse } from 'node:http';
import { type App, HTTPModuleFunctions as http, type Receiver, ReceiverMultipleAckError } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../application/ports.ts';
import { type Payload, readPayload } from './read-payload.ts';
import { lineView } from './render.ts';
import { signatureCheck } from './verify.ts';
import { WORDS } from './words.ts';

const BODY_LIMIT = 256 * 1024;

export interface ReceiverOptions {
  readonly signingSecret: string;
  /** Workspaces we serve. A signed request of another one is answered politely, and nothing is done. */
  readonly teams: readonly string[];
  readonly now: () => number;
  readonly log: Log;
}

export type SlackHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (go: false) => void,
) => void;

export interface SlackReceiver extends Receiver {
  /** For `POST /slack/events`, without a body parser: the signature is over the raw bytes. */
  readonly handler: SlackHandler;
  /** Settles when everything that was acknowledged has been done as well. */
  idle(): Promise<void>;
}

const Answered = z.object({ ssl_check: z.literal('1') });
const Verification = z.object({ type: z.literal('url_verification'), challenge: z.string() });

/** Moves requests into Bolt and answers out of it, on the server that somebody else runs. */
export function slackReceiver({ signingSecret, teams, now, log }: ReceiverOptions): SlackReceiver {
  const isGenuine = signatureCheck(signingSecret, now);
  const running = new Set<Promise<void>>();
  let app: App | undefined;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readText(request);
    if (text === undefined) return refuse(response, 413, 'body-too-large');
    const body = readBody(request.headers['content-type'], text);
    // Slack checks the certificate with an unsigned form; nothing else of such a request is looked at.
    if (Answered.safeParse(body).success) return http.buildSSLCheckResponse(response);
    if (!isGenuine(request.headers, text)) return refuse(response, 401, 'signature');
    const verification = Verification.safeParse(body);
    if (verification.success) return http.buildUrlVerificationResponse(response, verification.data);
    const record = Fields.safeParse(body);
    const payload = readPayload(body);
    if (!record.success || payload === undefined) {
      log.warn({ event: 'slack-request-not-understood' });
      return http.buildContentResponse(response, undefined);
    }
    if (!payload.teams.every((team) => teams.includes(team))) {
      log.warn({ event: 'slack-workspace-not-allowed' });
      return http.buildContentResponse(response, nothingHere(payload));
    }
    // Answered here: Bolt stumbles over some of what is nothing to us (a closed window without a view).
    if (payload.type === 'ignored') return http.buildContentResponse(response, undefined);
    await app?.processEvent({ body: record.data, ack: acknowledge(response) });
    if (!response.headersSent) http.buildContentResponse(response, undefined);
  }

  function refuse(response: ServerResponse, status: number, code: string): void {
    log.warn({ event: 'slack-request-refused', code });
    // The rest of the body is not read, so the connection cannot carry another request.
    response.writeHead(status, status === 413 ? { connection: 'close' } : {});
    response.end();
  }

  return {
    init(bolt) {
      app = bolt;
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    handler(request, response, next) {
      response.once('close', () => next(false));
      const work = handle(request, response)
        .catch(() => {
          log.error({ event: 'slack-request-failed' });
          if (!response.headersSent) http.buildNoBodyResponse(response, 500);
        })
        .finally(() => running.delete(work));
      running.add(work);
    },
  };
}

const Fields = z.record(z.string(), z.unknown());

const acknowledge =
  (response: ServerResponse) =>
  async (answer?: unknown): Promise<void> => {
    if (response.headersSent) throw new ReceiverMultipleAckError();
    http.buildContentResponse(response, answer);
  };

async function readText(request: IncomingMessage): Promise<string | undefined> {
  try {
    return (await http.bufferIncomingMessage(request, BODY_LIMIT)).rawBody.toString();
  } catch (error) {
    if (http.isRawBodyError(error) && error.statusCode === 413) return undefined;
    throw new Error('A request of Slack ended before its body did', { cause: error });
  }
}

/** Bolt's own reader refuses a content type with a charset, which proxies like to add. */
function readBody(contentType: string | undefined, text: string): unknown {
  try {
    if (!contentType?.startsWith('application/x-www-form-urlencoded')) return JSON.parse(text);
    const form = new URLSearchParams(text);
    const payload = form.get('payload');
    return payload === null ? Object.fromEntries(form) : JSON.parse(payload);
  } catch {
    return undefined;
  }
}

function nothingHere({ type }: Payload): unknown {
  if (type === 'command') return { response_type: 'ephemeral', text: WORDS.nothingHere };
  return type === 'submission' ? { response_action: 'update', view: lineView(WORDS.nothingHere) } : undefined;
}
