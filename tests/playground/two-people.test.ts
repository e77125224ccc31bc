import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlaygroundClient, startPlaygroundClient } from '../../src/playground/start-client.ts';
import { freePort } from '../support/free-port.ts';
import { openTeamsClient, type TeamsBrowser } from '../support/teams-browser.ts';
import { type EchoBot, startEchoBot } from './echo-bot.ts';
import { clientOf } from './people.ts';

let bot: EchoBot;
let folder: string;
let clients: readonly PlaygroundClient[] = [];
let iris: TeamsBrowser;
let nadia: TeamsBrowser;

const start = async (n: number): Promise<PlaygroundClient> =>
  startPlaygroundClient({ config: clientOf(n), port: await freePort(), botUrl: bot.url, workFolder: folder });

beforeAll(async () => {
  bot = await startEchoBot();
  folder = await mkdtemp(join(tmpdir(), 'playground-test-'));
  const [one, two] = [await start(0), await start(1)];
  clients = [one, two];
  iris = await openTeamsClient(one.url);
  nadia = await openTeamsClient(two.url);
}, 120_000);

afterAll(async () => {
  await iris?.close();
  await nadia?.close();
  await Promise.all(clients.map((client) => client.stop()));
  await bot?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('two people with one bot, each in their own Teams client', () => {
  it('reach it under their own names, and do not see each other', async () => {
    await iris.say('/report concern');
    await nadia.say('good morning');
    await iris.waitForText('Iris Kay said /report concern');
    await nadia.waitForText('Nadia Marsh said good morning');
    expect(await iris.chatText()).not.toContain('good morning');
    expect(await nadia.chatText()).not.toContain('/report concern');
  });

  it('fill in a card whose answer takes its place', async () => {
    await iris.say('card');
    await iris.waitForText('For Iris Kay');
    await iris.fill('Who', 'a "quoted" word');
    await iris.fill('What', 'line one\nline two');
    await iris.fill('No label', 'by placeholder');
    await iris.choose('When', 'Later');
    await iris.choose('Sure', 'No');
    await iris.tick('Apple');
    await iris.tick('Bread');
    await iris.fill('Day', '2026-11-03');
    await iris.fill('Hour', '14:35');
    await iris.tick('Agreed');
    expect(await iris.press('Send')).toBe('Your response was sent to the app');
    const text = await iris.lastCard();
    expect(text).not.toContain('For Iris Kay');
    expect(JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))).toEqual({
      who: 'a "quoted" word',
      what: 'line one\nline two',
      bare: 'by placeholder',
      when: 'later',
      sure: 'no',
      ticks: 'apple,bread',
      day: '2026-11-03',
      hour: '14:35',
      agreed: 'yes',
    });
    expect(text).toContain('Received from Iris Kay');
  });

  it('are held back by a required input, and nothing is sent', async () => {
    await nadia.say('card');
    await nadia.waitForText('For Nadia Marsh');
    await nadia.click('Send');
    await nadia.waitForText('Say who');
    expect(
      bot.activities.filter(({ type, from }) => type === 'invoke' && from.name === 'Nadia Marsh'),
    ).toEqual([]);
  });

  it('are shown a refusal below the card, which this client then empties', async () => {
    await nadia.fill('Who', 'typed before');
    expect(await nadia.press('Fail')).toBe('It was not saved');
    expect(await nadia.valueOf('Who')).toBe('');
    expect(await nadia.press('Whisper')).toBe('Only a line');
  });

  it('send the inputs of an inner card together with those of the card around it', async () => {
    await nadia.fill('Who', 'outside');
    await nadia.click('More');
    await nadia.fill('Why', 'inside');
    await nadia.press('Send inner');
    expect(await nadia.lastCard()).toContain('outside');
    expect(await nadia.lastCard()).toContain('inside');
  });

  it('do not lose what they entered when a message arrives before they send it', async () => {
    await nadia.say('card');
    await nadia.waitForText('For Nadia Marsh');
    await nadia.fill('Who', 'kept');
    await nadia.choose('When', 'Now');
    await nadia.choose('Sure', 'Yes');
    await nadia.tick('Agreed');
    await bot.interrupt('An unrelated message');
    await nadia.waitForText('An unrelated message');
    expect(await nadia.valueOf('Who')).toBe('');
    await nadia.press('Send');
    expect(await nadia.lastCard()).toContain('{"who":"kept","when":"now","sure":"yes","agreed":"yes"}');
  });

  it('see a card change when the bot replaces it, without reloading', async () => {
    await nadia.say('card');
    await nadia.waitForText('For Nadia Marsh');
    expect(await nadia.cardText('Send')).toContain('For Nadia Marsh');
    await bot.replaceNewestCard('Somebody else has taken this');
    await nadia.waitForText('Somebody else has taken this');
    expect(await nadia.lastCard()).toBe('Somebody else has taken this');
  });

  it('mention the bot in a channel, where the newest post is on top', async () => {
    await nadia.openChat('Safeguarding leads');
    await nadia.say('first');
    await nadia.waitForText('Nadia Marsh said first');
    await nadia.say('card');
    await nadia.waitForText('For Nadia Marsh');
    await nadia.fill('Who', 'older');
    await nadia.press('Send');
    await nadia.say('card');
    await nadia.waitForText('For Nadia Marsh');
    await nadia.fill('Who', 'newer');
    await nadia.press('Send');
    expect(await nadia.lastCard()).toContain('newer');
    const posted = await bot.activity(
      ({ type, conversation }) => type === 'message' && conversation.id.startsWith('channel-1;'),
    );
    expect(posted.conversation.conversationType).toBe('channel');
    await nadia.openChat('personal');
    expect(await nadia.lastCard()).toBe('Somebody else has taken this');
  });
});
