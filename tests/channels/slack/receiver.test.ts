import { createHmac } from 'node:crypto';
import { WORDS } from '../../../src/channels/slack/words.ts';
import { SIGNING_SECRET, type SlackChannel, startSlackChannel } from '../../support/slack-server.ts';

let slack: SlackChannel;
beforeAll(async () => {
  slack = await startSlackChannel({ users: ['ada'] });
});
afterAll(() => slack.close());
beforeEach(() => {
  slack.handled.length = 0;
  slack.lines.length = 0;
  slack.ahead(0);
});

const now = () => Math.floor(Date.now() / 1000);
const command = () => slack.people.commandBody('ada', '/report', 'concern');
const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();
const press = (more: object = {}) => ({
  type: 'block_actions',
  ...slack.people.person('ada'),
  trigger_id: 'none',
  actions: [{ type: 'button', action_id: 'press.1', value: '{"do":"open"}' }],
  ...more,
});

async function nothingWasDone(): Promise<void> {
  await slack.channel.idle();
  expect(slack.handled).toEqual([]);
}

describe('a request to the Slack endpoint', () => {
  it('that Slack signed just now is handled', async () => {
    expect((await slack.people.post(await command())).status).toBe(200);
    await slack.channel.idle();
    expect(slack.handled).toHaveLength(1);
  });

  it('is understood when a proxy adds a charset to its content type', async () => {
    const contentType = 'application/x-www-form-urlencoded; charset=utf-8';
    expect((await slack.people.post(await command(), { contentType })).status).toBe(200);
    await slack.channel.idle();
    expect(slack.handled).toHaveLength(1);
  });

  it.each([
    ['signed with another secret', () => ({ secret: 'another' })],
    ['older than five minutes', () => ({ at: now() - 302 })],
    ['from more than five minutes ahead', () => ({ at: now() + 302 })],
  ])('is refused when it is %s', async (_, signing) => {
    expect((await slack.people.post(await command(), signing())).status).toBe(401);
    await nothingWasDone();
  });

  it.each([
    ['no signature at all', {}],
    ['no time', { 'x-slack-signature': 'v0=00' }],
    ['a time that is none', { 'x-slack-signature': 'v0=00', 'x-slack-request-timestamp': 'Infinity' }],
    ['another version', { 'x-slack-signature': 'v1=00', 'x-slack-request-timestamp': String(now()) }],
    ['a short signature', { 'x-slack-signature': 'v0', 'x-slack-request-timestamp': String(now()) }],
  ])('is refused with %s', async (_, headers) => {
    const response = await fetch(slack.bot.eventsUrl, { method: 'POST', headers, body: await command() });
    expect(response.status).toBe(401);
    await nothingWasDone();
  });

  it('is refused the second time', async () => {
    const body = await command();
    const at = now();
    expect((await slack.people.post(body, { at })).status).toBe(200);
    await slack.channel.idle();
    expect((await slack.people.post(body, { at })).status).toBe(401);
    slack.ahead(299_000);
    expect((await slack.people.post(body, { at })).status).toBe(401);
    await slack.channel.idle();
    expect(slack.handled).toHaveLength(1);
  });

  it('is refused when its body is too large, and the server goes on', async () => {
    const response = await slack.people.post(form({ command: '/report', text: 'x'.repeat(300_000) }));
    expect(response.status).toBe(413);
    await nothingWasDone();
    expect((await slack.people.post(await command())).status).toBe(200);
  });

  it('answers the certificate check and looks at nothing else in it', async () => {
    const body = form({ ssl_check: '1', payload: JSON.stringify(press()) });
    const response = await fetch(slack.bot.eventsUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect(response.status).toBe(401);
    const plain = await fetch(slack.bot.eventsUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form({ ssl_check: '1', token: 'x' }),
    });
    expect(plain.status).toBe(200);
    await nothingWasDone();
  });

  it('answers the verification of its address', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const response = await slack.people.post(body, { contentType: 'application/json' });
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });
});

describe('a workspace that is not ours', () => {
  it('gets a neutral line, for the person who typed only', async () => {
    const body = new URLSearchParams(await command());
    body.set('team_id', 'T0OTHER');
    const response = await slack.people.post(body.toString());
    expect([response.status, await response.json()]).toEqual([
      200,
      { response_type: 'ephemeral', text: WORDS.nothingHere },
    ]);
    await nothingWasDone();
  });

  it.each([
    ['a press', () => press({ team: { id: 'T0OTHER' } })],
    ['a press by somebody of another workspace', () => press({ user: { id: 'U1', team_id: 'T0OTHER' } })],
  ])('does nothing with %s', async (_, payload) => {
    expect((await slack.people.postPayload(payload())).status).toBe(200);
    await nothingWasDone();
  });

  it('never lets a form look as if it had been taken', async () => {
    const view = {
      id: 'V1',
      type: 'modal',
      callback_id: 'signpost',
      private_metadata: '{"do":"send"}',
      blocks: [],
    };
    const payload = {
      ...press(),
      type: 'view_submission',
      actions: undefined,
      view,
      team: { id: 'T0OTHER' },
    };
    const answer = await (await slack.people.postPayload(payload)).text();
    expect(answer).toContain(WORDS.nothingHere);
    await nothingWasDone();
  });
});

describe('what does not read as anything of Slack', () => {
  it.each([
    ['no JSON', 'payload=%7Bnot-json'],
    ['an empty body', ''],
    ['a list', form({ payload: '[]' })],
    ['null', form({ payload: 'null' })],
    ['an unknown type', form({ payload: '{"type":"dialog_suggestion"}' })],
    ['no actions', form({ payload: '{"type":"block_actions","actions":[]}' })],
    ['a command without a workspace', form({ command: '/report', user_id: 'U1', trigger_id: 't' })],
  ])('is answered with nothing and never with a fault: %s', async (_, body) => {
    const response = await slack.people.post(body);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(slack.lines).toEqual([{ event: 'slack-request-not-understood' }]);
    await nothingWasDone();
  });

  it.each([
    ['a button of somebody else', [{ type: 'button', action_id: 'other', value: '{"do":"open"}' }]],
    ['a button whose data is no JSON', [{ type: 'button', action_id: 'press.1', value: 'open' }]],
    [
      'a button with more data than we write',
      [{ type: 'button', action_id: 'press.1', value: '{"do":"a","x":1}' }],
    ],
    ['a tick before the form is sent', [{ type: 'checkboxes', action_id: 'ticks' }]],
  ])('does nothing with %s', async (_, actions) => {
    expect((await slack.people.postPayload(press({ actions }))).status).toBe(200);
    await nothingWasDone();
  });

  it.each([
    ['a closed window', () => ({ ...slack.people.person('ada'), type: 'view_closed', view: {} })],
    [
      'another shortcut',
      () => ({
        ...slack.people.person('ada'),
        type: 'message_action',
        callback_id: 'x',
        trigger_id: 't',
        channel: { id: 'C1' },
      }),
    ],
  ])('does nothing with %s', async (_, payload) => {
    expect((await slack.people.postPayload(payload())).status).toBe(200);
    await nothingWasDone();
  });

  it.each([
    ['another tab', { type: 'app_home_opened', user: 'U1', tab: 'messages' }],
    ['another event', { type: 'message', channel: 'C1', text: 'hello', user: 'U1' }],
  ])('does nothing with %s', async (_, event) => {
    const body = JSON.stringify({ type: 'event_callback', team_id: slack.workspace.team, event });
    expect((await slack.people.post(body, { contentType: 'application/json' })).status).toBe(200);
    await nothingWasDone();
  });

  it('writes nothing of it into the log', async () => {
    await slack.people.post(form({ payload: '{"type":"Sam told me"}' }));
    await slack.people.post(form({ command: '/report', text: 'Sam told me' }), { secret: 'another' });
    expect(slack.lines).toHaveLength(2);
    expect(JSON.stringify(slack.lines)).not.toContain('Sam');
  });
});

it('the signature that this client makes is the one that Slack documents', () => {
  // docs.slack.dev/authentication/verifying-requests-from-slack: v0 = HMAC-SHA256 of "v0:time:body".
  const mac = createHmac('sha256', SIGNING_SECRET).update('v0:1:a').digest('hex');
  expect(mac).toMatch(/^[0-9a-f]{64}$/);
});
