import { type CosmosServer, startCosmosServer } from '../support/cosmos-server.ts';
import { type SlackJourney, startSlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, onwards, openRecord, tap, toLastPage } from '../support/slack-report.ts';
import { wholeJourney } from '../support/slack-whole-journey.ts';
import { wireFindings } from '../support/slack-wire.ts';

let server: CosmosServer;
let journey: SlackJourney;

beforeEach(async () => {
  server = await startCosmosServer();
  const { endpoint } = server;
  journey = await startSlackJourney({
    store: { type: 'cosmos', endpoint, key: 'a2V5', database: 'signpost' },
  });
});

afterEach(async () => {
  await journey.close();
  await server.close();
});

it('takes a concern from the command to its closing over Cosmos DB', async () => {
  await wholeJourney(journey);
  expect(await wireFindings(journey)).toEqual([]);
  const written = server.seen
    .filter(({ method }) => method === 'POST' || method === 'PUT')
    .map(({ body }) => body);
  expect(written.length).toBeGreaterThan(50);
  expect([...journey.typed].filter((words) => written.some((body) => body.includes(words)))).toEqual([]);
});

it('delivers once with two instances at work, and goes on at the other one', async () => {
  const first = journey.app();
  const second = await journey.start();
  expect(second.url).not.toBe(first.url);
  const atFirst = journey.screens(() => first);
  const atSecond = journey.screens(() => second);
  try {
    const last = await toLastPage(atFirst, 'ada', { danger: 'tonight' });
    // Begun at one instance and sent at the other.
    await onwards(atSecond, 'ada', last);
    await journey.settled();
    const inChannel = () => journey.people.messages({ channel: 'main-leads', as: 'iris' });
    const card = only(await inChannel(), 'cards in the channel');
    const record = await openRecord(atFirst, 'iris', card);
    const taken = await tap(atSecond, 'iris', record, 'I have this');
    expect(taken.text).toContain('It is with you now.');
    await journey.wait({ minutes: 3 });
    expect(only(await inChannel(), 'cards in the channel').text).toContain('With the safeguarding lead.');
    expect(only(await cardsOf(journey, 'ada'), 'cards of the reporter').text).toContain('has it.');
    expect(await cardsOf(journey, 'iris')).toHaveLength(1);
    // Each nudge of the morning went out once as well.
    expect(
      (await journey.people.messages({ user: 'ada' })).map(({ notification }) => notification).sort(),
    ).toEqual([expect.stringContaining('Signpost: something to read.'), 'Training: something is due.']);
    expect(await wireFindings(journey)).toEqual([]);
  } finally {
    atFirst.close();
    atSecond.close();
  }
});

it('keeps the form open with its text while Cosmos DB takes nothing, and saves it afterwards', async () => {
  const { people } = journey;
  const last = await toLastPage(people, 'ada');
  server.refuse(
    1000,
    503,
    ({ method, headers }) => method === 'POST' && headers['x-ms-cosmos-is-batch-request'] !== undefined,
  );
  const stays = await people.submit('ada', last);
  expect(stays?.text).toContain('Not saved yet. Your words are still here.');
  expect(stays?.text).toContain('01632 960210');
  expect(stays?.submit).toBe('Send it');
  server.refuse(0, 503);
  await journey.settled();
  expect(await people.messages({ channel: 'main-leads', as: 'iris' })).toEqual([]);
  expect((await onwards(people, 'ada', stays ?? last)).text).toContain('Saved, today 14:05.');
  await journey.settled();
  expect(await people.messages({ channel: 'main-leads', as: 'iris' })).toHaveLength(1);
});
