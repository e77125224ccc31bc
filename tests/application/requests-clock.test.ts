import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { buttonsOf, press } from '../support/press.ts';
import { BYPASS, LOST, requestsOf, typesOf, withForms } from '../support/staff-forms.ts';

const doctor = withForms(BYPASS, LOST);
const PAGE = { 'field-site': 'A page on whales', 'field-until': '2026-11-26' };

async function asks(org: Organisation): Promise<void> {
  const ada = org.at('p-ada');
  await ada.say('unblock');
  await ada.press('Send', PAGE);
  await org.settle();
}
async function approves(org: Organisation): Promise<void> {
  const ivo = org.at('p-ivo');
  await ivo.press('Open');
  await ivo.press('Approve');
  await org.settle();
}
/** When each new message to these boxes went out. */
const sentTo = (org: Organisation, person: string): readonly string[] =>
  org.post.sent
    .filter(({ type, to }) => type === 'send' && org.boxesOf(person).includes(to))
    .map(({ at }) => at);
const live = (client: Client) =>
  client.inbox().filter(({ message: { card } }) => buttonsOf(card).some(({ title }) => title !== 'Hide'));
/** The title on the newest message, whatever is on the screen. */
async function presses(client: Client, title: string): Promise<void> {
  const card = live(client).at(-1)?.message.card;
  if (card === undefined) throw new Error('No message with a button');
  await client.send(press(card, title));
}

describe('what nobody answers', () => {
  it('is asked again each working morning, with one card that works, and widens after two working days', async () => {
    const org = await organisation('two-schools', { doctor });
    const ada = org.at('p-ada');
    // For ever: a task has no last day.
    await ada.say('lost device');
    await ada.press('Send', { 'field-what': 'A tablet' });
    await org.advance({ hours: 168 });
    expect(sentTo(org, 'p-ivo')).toEqual([
      '2026-11-24T10:05:00.000Z',
      '2026-11-25T09:00:00.000Z',
      '2026-11-26T09:00:00.000Z',
      '2026-11-27T09:00:00.000Z',
      '2026-11-30T09:00:00.000Z',
      '2026-12-01T09:00:00.000Z',
    ]);
    expect(live(org.at('p-ivo'))).toHaveLength(1);
    // The policy's independent role hears of it two working days after it was first told.
    expect(sentTo(org, 'p-vera')[0]).toBe('2026-11-26T10:05:00.000Z');
    const said = await ada.say('my requests').then(() => ada.texts());
    expect(said).toContain('the technical lead, the headteacher and the chair');
  });

  it('is asked again on no day when everybody is away', async () => {
    const org = await organisation('two-schools', { doctor, start: '2026-12-18T15:00:00.000Z' });
    const ada = org.at('p-ada');
    await ada.say('lost device');
    await ada.press('Send', { 'field-what': 'A tablet' });
    await org.advance({ hours: 432 });
    expect(sentTo(org, 'p-ivo')).toEqual([
      '2026-12-18T15:00:00.000Z',
      '2027-01-04T09:00:00.000Z',
      '2027-01-05T09:00:00.000Z',
    ]);
  });

  it('is over after its last day: the asker hears of it, and nobody has anything to end', async () => {
    const org = await organisation('two-schools', { doctor });
    await asks(org);
    await org.advance({ hours: 96 });
    const ada = org.at('p-ada');
    expect(sentTo(org, 'p-ada')).toEqual(['2026-11-27T08:00:00.000Z']);
    await ada.press('Open');
    expect(ada.texts()).toContain('26 November 2026 went by without an answer.');
    expect(live(org.at('p-ivo'))).toEqual([]);
    expect(sentTo(org, 'p-ivo').at(-1)).toBe('2026-11-26T09:00:00.000Z');
  });
});

describe('quiet hours', () => {
  it('hold after a fault too: what could not be sent in the day waits for the morning', async () => {
    const org = await organisation('two-schools', { doctor, start: '2026-11-24T16:59:00.000Z' });
    org.post.hooks.fault = () => ({ type: 'not-sent', code: 'ECONNRESET' });
    await asks(org);
    await org.advance({ hours: 2 });
    org.post.hooks.fault = undefined;
    await org.advance({ hours: 14 });
    expect(sentTo(org, 'p-ivo')).toEqual(['2026-11-25T08:00:00.000Z']);
    await org.advance({ hours: 1 });
    expect(sentTo(org, 'p-ivo').slice(1)).toEqual(['2026-11-25T09:00:00.000Z']);
  });
});

describe('what was allowed until a day', () => {
  it('ends with that day: whoever said yes ends it, and is asked each working morning until they have', async () => {
    const org = await organisation('two-schools', { doctor });
    await asks(org);
    await approves(org);
    await org.advance({ hours: 144 });
    const ivo = org.at('p-ivo');
    expect(sentTo(org, 'p-ivo').slice(1)).toEqual(['2026-11-27T08:00:00.000Z', '2026-11-30T09:00:00.000Z']);
    expect(sentTo(org, 'p-ada').at(-1)).toBe('2026-11-27T08:00:00.000Z');
    const [card, ...others] = live(ivo);
    expect(others).toEqual([]);
    expect(JSON.stringify(card?.message)).toContain('This ended on 26 November 2026: end it now.');
    expect(JSON.stringify(card?.message)).not.toContain('whales');
    await presses(ivo, 'It is ended');
    expect(ivo.texts()).toContain('It is ended now.');
    await org.advance({ hours: 168 });
    expect(sentTo(org, 'p-ivo')).toHaveLength(3);
    expect(live(ivo)).toEqual([]);
    const [request] = await requestsOf(org, 'p-ada');
    expect(typesOf(request?.events ?? [])).toEqual([
      ...['RequestMade', 'RequestRead', 'RequestApproved'],
      ...['PeriodOver', 'AskedAgain', 'PeriodEnded'],
    ]);
    expect(request?.events.at(-1)).toMatchObject({ by: 'p-ivo', at: '2026-11-30T10:05:00.000Z' });
    const ada = org.at('p-ada');
    await presses(ada, 'Open');
    expect(ada.texts()).toContain('It was for use until 26 November 2026. It is ended now.');
  });

  it('is chased after a restart as if nothing had happened, and a second press changes nothing', async () => {
    const org = await organisation('two-schools', { doctor });
    await asks(org);
    await approves(org);
    await org.advance({ hours: 24 });
    org.restart();
    await org.advance({ hours: 72 });
    org.restart();
    const ivo = org.at('p-ivo');
    const card = live(ivo).at(-1)?.message.card;
    if (card === undefined) throw new Error('Nothing to end');
    const end = press(card, 'It is ended');
    await ivo.send(end);
    await ivo.send(end);
    expect(ivo.texts()).toContain('That was done already.');
    await org.settle();
    const [request] = await requestsOf(org, 'p-ada');
    expect(typesOf(request?.events ?? []).filter((type) => type === 'PeriodEnded')).toHaveLength(1);
  });

  it('is opened by whoever ends it, with what was asked for', async () => {
    const org = await organisation('two-schools', { doctor });
    await asks(org);
    await approves(org);
    await org.advance({ hours: 96 });
    const ivo = org.at('p-ivo');
    await presses(ivo, 'Open');
    expect(ivo.texts()).toContain('Which page?: A page on whales');
    await ivo.press('It is ended');
    expect(ivo.titles()).toEqual(['Hide']);
    await ivo.press('Hide');
    expect(ivo.texts()).not.toContain('whales');
  });
});

it('works in Teams: the form stands in the chat, and what was typed only in the view', async () => {
  const org = await organisation('two-schools', { doctor });
  const [ada, ivo] = [org.at('p-ada', 'teams'), org.at('p-ivo', 'teams')];
  await ada.join();
  await ivo.join();
  await ada.say('unblock');
  await ada.press('Send', PAGE);
  await org.settle();
  await presses(ivo, 'Open');
  await ivo.press('Approve');
  // The view that stands in the place of the message is left alone for a while.
  await org.advance({ minutes: 11 });
  expect(live(ada)).toHaveLength(1);
  expect(live(ivo)).toEqual([]);
  expect(JSON.stringify(org.post.sent)).not.toContain('whales');
});
