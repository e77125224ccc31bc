import { startSlackJourney } from '../support/slack-journey.ts';
import { wholeJourney } from '../support/slack-whole-journey.ts';
import { messagesSent, viewsSent, wireFindings } from '../support/slack-wire.ts';

it('takes a concern from the command to its closing', async () => {
  const journey = await startSlackJourney();
  try {
    await wholeJourney(journey);
    expect(messagesSent(journey).length).toBeGreaterThan(5);
    expect((await viewsSent(journey)).length).toBeGreaterThan(30);
    expect(await wireFindings(journey)).toEqual([]);
  } finally {
    await journey.close();
  }
});
