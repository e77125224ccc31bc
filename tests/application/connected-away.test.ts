import { openRecord, report, stateOf } from '../support/concern.ts';
import { organisation } from '../support/organisation.ts';

describe('a lead who is away while somebody reports', () => {
  it('can be left out, and finds nothing of it when they are back', async () => {
    const org = await organisation('two-schools');
    const nadia = org.at('p-nadia');
    await nadia.say('away');
    await nadia.press('Continue');
    await org.settle();
    const id = await report(org, 'p-ada', { connected: 'p-nadia' });
    expect((await stateOf(org, id)).report?.connected).toEqual(['p-nadia']);
    await org.advance({ hours: 24 });
    await nadia.say('cases');
    expect(nadia.texts()).toContain('Cases: 0');
    // Whoever is here has it.
    await openRecord(org.at('p-iris'));
    expect(org.at('p-iris').texts()).not.toContain('There is nothing here for you.');
  });
});
