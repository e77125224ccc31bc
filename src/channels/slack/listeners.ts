import { setTimeout as wait } from 'node:timers/promises';
import type { App, types, webApi } from '@slack/bolt';
import type { HandleIntent, Intent } from '../../application/intent.ts';
import type { Log } from '../../application/ports.ts';
import { escapeMrkdwn } from './escape.ts';
import { type OpenView, sameForm } from './open-view.ts';
import { type Payload, readPayload } from './read-payload.ts';
import { lineView, messageBlocks, WORKING } from './render.ts';
import { afterForm, afterOpening, asAck, asHome, type Outcome, type SubmissionAck } from './show.ts';
import { WORDS } from './words.ts';

export interface ListenerOptions {
  readonly client: webApi.WebClient;
  readonly handle: HandleIntent;
  readonly log: Log;
  /** How long a form waits for its answer before it says that it is still saving; Slack itself waits 3 s. */
  readonly patience: number;
}

type Of<Type extends Payload['type']> = Extract<Payload, { type: Type }>;

export function listen(app: App, { client, handle, log, patience }: ListenerOptions): void {
  const ask = (intent: Intent): Promise<Outcome> =>
    handle(intent).catch((): Outcome => {
      log.error({ event: 'slack-intent-failed', code: intent.type });
      return { type: 'failed' };
    });

  const update = async (view_id: string, show: () => types.ModalView): Promise<void> => {
    const view = shown(show);
    const change = () => client.views.update({ view_id, view });
    // Once more, because nobody else will: to set the same view twice changes nothing.
    await change()
      .catch(change)
      .catch(() => log.warn({ event: 'slack-view-not-updated' }));
  };

  /** The intent is done by now: a card that cannot be drawn must not say that it is not. */
  function shown(show: () => types.ModalView): types.ModalView {
    try {
      return show();
    } catch {
      log.error({ event: 'slack-card-not-drawn' });
      return lineView(WORDS.notShown);
    }
  }

  /** The window first, within the trigger's three seconds and before anything is read or decided; then what is in it. */
  async function openAndFill({
    intent,
    trigger: trigger_id,
  }: Of<'command' | 'shortcut' | 'press'>): Promise<() => Promise<void>> {
    const opened = await client.views.open({ trigger_id, view: lineView(WORDS.opening, WORKING) });
    const id = opened.view?.id ?? '';
    return async () => {
      const outcome = await ask(intent);
      await update(id, () => afterOpening(outcome));
    };
  }

  function acknowledgement(outcome: Outcome, view: OpenView): SubmissionAck {
    try {
      return asAck(outcome, view);
    } catch {
      log.error({ event: 'slack-card-not-drawn' });
      return { response_action: 'update', view: lineView(WORDS.notShown) };
    }
  }

  app.command(/.*/, async ({ body, ack }) => {
    const payload = the('command', readPayload(body));
    const fill = await openAndFill(payload).catch(() => undefined);
    if (fill) {
      await ack();
      return fill();
    }
    log.warn({ event: 'slack-view-not-opened' });
    await ack({ response_type: 'ephemeral', text: WORDS.notOpened });
  });

  // Not opened: not acknowledged either, so the receiver answers 500 and Slack shows that the button or shortcut failed.
  app.shortcut({ type: 'message_action' }, async ({ body, ack }) => {
    const fill = await openAndFill(the('shortcut', readPayload(body)));
    await ack();
    await fill();
  });

  app.action({ type: 'block_actions' }, async ({ body, ack }) => {
    const payload = readPayload(body);
    if (payload?.type === 'press-in-view') {
      await ack();
      const outcome = await ask(payload.intent);
      return update(payload.view.id, () => afterForm(outcome, payload.view));
    }
    const fill = await openAndFill(the('press', payload));
    await ack();
    await fill();
  });

  app.view({ type: 'view_submission' }, async ({ body, ack }) => {
    const { intent, view } = the('submission', readPayload(body));
    const asked = ask(intent);
    const soon = await inTime(asked, patience);
    if (soon) return ack(acknowledgement(soon, view));
    await ack({ response_action: 'update', view: sameForm(view, WORDS.working, WORKING) });
    const outcome = await asked;
    await update(view.id, () => afterForm(outcome, view));
  });

  async function refuse({ body }: { readonly body: unknown }): Promise<void> {
    const payload = readPayload(body);
    if (payload?.type !== 'upload') return;
    const outcome = await ask(payload.intent);
    if (outcome.type !== 'card') return;
    const { user, channel } = payload;
    const content = { text: escapeMrkdwn(outcome.card.fallbackText), blocks: messageBlocks(outcome.card) };
    // Where others read along, only whoever sent it sees the answer.
    const posted = channel.startsWith('D')
      ? client.chat.postMessage({ channel, ...content })
      : client.chat.postEphemeral({ channel, user, ...content });
    await posted.catch(() => log.warn({ event: 'slack-answer-not-sent' }));
  }
  app.event('message', refuse);
  app.event('app_mention', refuse);
  app.event('file_shared', refuse);

  // Bolt acknowledges events by itself.
  app.event('app_home_opened', async ({ body }) => {
    const payload = readPayload(body);
    if (payload?.type !== 'home') return;
    const outcome = await ask(payload.intent);
    if (outcome.type !== 'card') return;
    const view = asHome(outcome.card);
    await client.views
      .publish({ user_id: payload.user, view })
      .catch(() => log.warn({ event: 'slack-home-not-published' }));
  });
}

async function inTime(asked: Promise<Outcome>, patience: number): Promise<Outcome | undefined> {
  const given = new AbortController();
  const tooLate = wait(patience, undefined, { signal: given.signal }).catch(() => undefined);
  return Promise.race([asked, tooLate]).finally(() => given.abort());
}

/** The receiver has read it already; another kind here would be our own mistake. */
function the<Type extends Payload['type']>(type: Type, payload: Payload | undefined): Of<Type> {
  if (!isOf(type, payload)) throw new Error(`Slack sent a ${type} that does not read as one`);
  return payload;
}

const isOf = <Type extends Payload['type']>(type: Type, payload: Payload | undefined): payload is Of<Type> =>
  payload?.type === type;
