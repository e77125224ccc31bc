import { textsOf } from '../support/check-card.ts';
import { newlyTold, openRecord, report, stateOf } from '../support/concern.ts';
import { organisation } from '../support/organisation.ts';

describe('raised again', () => {
  it('goes past the lead, at once, and up to the chair', async () => {
    const org = await organisation('two-schools');
    await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('I have this');
    await org.advance({ minutes: 3 });
    const ada = org.at('p-ada');
    await ada.say('my reports');
    await ada.press('Open');
    await ada.press('I do not agree: look again');
    const before = org.post.sent.length;
    await ada.press('Send it', { reason: 'It was not looked at.' });
    await org.settle();
    expect(newlyTold(org, before)).toContain('p-vera');
    const then = org.post.sent.length;
    await org.advance({ minutes: 29 });
    expect(newlyTold(org, then)).not.toContain('p-tom');
    await org.advance({ minutes: 1 });
    expect(newlyTold(org, then)).toContain('p-tom');
  });

  it('can be done twice, and the second time tells somebody new or says phone', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const ada = org.at('p-ada');
    for (const reason of ['First.', 'Second.']) {
      await ada.say('my reports');
      await ada.press('Open');
      await ada.press('I do not agree: look again');
      await ada.press('Send it', { reason });
      await org.settle();
    }
    expect(await stateOf(org, id)).toMatchObject({ raisedAgain: 2, clock: { waitsFor: 'open' } });
    await org.advance({ hours: 12 });
    expect(await stateOf(org, id)).toMatchObject({ exhausted: true });
    const read = org.post.reached(org.boxesOf('p-ada')).map(({ message }) => textsOf(message.card).join());
    expect(read.join()).toContain('Please phone');
  });
});
