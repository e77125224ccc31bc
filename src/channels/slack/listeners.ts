import { setTimeout as wait } from 'node:timers/promises';
import type { App, webApi } from '@slack/bolt';
import type { Answer, HandleIntent, Intent } from '../../application/intent.ts';
import type { Log } from '../../application/ports.ts';
import { firstInput, firstWords, type OpenView, sameForm } from './open-view.ts';
import { type Payload, readPayload } from './read-payload.ts';
import { homeView, lineView, modalView, WORKING } from './render.ts';
import { findings } from './validate.ts';
import { WORDS } from './words.ts';

export interface ListenerOptions {
  readonly client: webApi.WebClient;
  readonly handle: HandleIntent;
  readonly log: Log;
  /** How long a form waits for its answer before it says that it is still saving; Slack itself waits 3 s. */
  readonly patience: number;
}

type Of<Type extends Payload['type']> = Extract<Payload, { type: Type }>;
type Ack = (answer?: Readonly<Record<string, unknown>>) => Promise<void>;
/** What became of an intent: its answer, or that handling it failed (logged already). */
type Outcome = Answer | { readonly type: 'failed' };

export function listen(app: App, { client, handle, log, patience }: ListenerOptions): void {
  const ask = (intent: Intent): Promise<Outcome> =>
    handle(intent).catch((): Outcome => {
      log.error({ event: 'slack-intent-failed', code: intent.type });
      return { type: 'failed' };
    });

  const update = async (view_id: string, view: object): Promise<void> => {
    // Once more, because nobody else will: to set the same view twice changes nothing.
    const change = () => client.apiCall('views.update', { view_id, view });
    await change()
      .catch(change)
      .catch(() => log.warn({ event: 'slack-view-not-updated' }));
  };

  /** The window first, within the trigger's three seconds and before anything is read or decided; then what is in it. */
  async function openAndFill({ intent, trigger: trigger_id }: Of<'command' | 'shortcut' | 'press'>): Promise<() => Promise<void>> {
    const opened = await client.views.open({ trigger_id, view: lineView(WORDS.opening, WORKING) });
    const id = opened.view?.id ?? '';
    return async () => update(id, afterOpening(await ask(intent), log));
  }

  app.command(/.*/, async ({ body, ack }) => {
    const payload = expect('command', readPayload(body));
    const fill = await openAndFill(payload).catch(() => undefined);
    if (fill) {
      await ack();
      return fill();
    }
    log.warn({ event: 'slack-view-not-opened' });
    await ack({ response_type: 'ephemeral', text: WORDS.notOpened });
  });

  // Not opened: not acknowledged either, so that Slack shows that the button or shortcut failed.
  app.shortcut({ type: 'message_action' }, async ({ body, ack }) => {
    const payload = readPayload(body);
    if (payload?.type === 'ignored') return ack();
    const fill = await openAndFill(expect('shortcut', payload));
    await ack();
    await fill();
  });

  app.action({ type: 'block_actions' }, async ({ body, ack }) => {
    const payload = readPayload(body);
    if (payload?.type === 'ignored') return ack();
    if (payload?.type === 'press-in-view') {
      await ack();
      return update(payload.view.id, afterPress(await ask(payload.intent), payload.view, log));
    }
    const fill = await openAndFill(expect('press', payload));
    await ack();
    await fill();
  });

  app.view({ type: 'view_submission' }, async ({ body, ack }) => {
    const { intent, view } = expect('submission', readPayload(body));
    const asked = ask(intent);
    const soon = await inTime(asked, patience);
    if (soon) return acknowledge(soon, view, ack, log);
    await ack({ response_action: 'update', view: sameForm(view, WORDS.working, WORKING) });
    await update(view.id, afterPress(await asked, view, log));
  });

  app.view({ type: 'view_closed' }, async ({ ack }) => ack());

  // Bolt acknowledges events by itself.
  app.event('app_home_opened', async ({ body }) => {
    const payload = readPayload(body);
    if (payload?.type !== 'home') return;
    const outcome = await ask(payload.intent);
    if (outcome.type !== 'card') return;
    await client.views
      .publish({ user_id: payload.user, view: checked(homeView(outcome.card)) })
      .catch(() => log.warn({ event: 'slack-home-not-published' }));
  });

  app.error(async () => log.error({ event: 'slack-listener-failed' }));
}

async function inTime(asked: Promise<Outcome>, patience: number): Promise<Outcome | undefined> {
  const given = new AbortController();
  const tooLate = wait(patience, undefined, { signal: given.signal }).catch(() => undefined);
  return Promise.race([asked, tooLate]).finally(() => given.abort());
}

/** The receiver has read it already; another kind here would be our own mistake. */
function expect<Type extends Payload['type']>(type: Type, payload: Payload | undefined): Of<Type> {
  if (!isOf(type, payload)) throw new Error(`Slack sent a ${type} that does not read as one`);
  return payload;
}

const isOf = <Type extends Payload['type']>(type: Type, payload: Payload | undefined): payload is Of<Type> =>
  payload?.type === type;
