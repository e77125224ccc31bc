import { eventsOf } from '../../src/application/case/case-store.ts';
import { newlyTold, recordOf, stateOf, typesIn } from '../support/concern.ts';
import {
  answerRequest,
  beginSearch,
  DEVICE,
  next,
  searchingSchool,
  upToLooking,
  upToUrgent,
} from '../support/search.ts';
import { signed } from '../support/transcript.ts';

describe('who may search a device', () => {
  it('those whom the policy names get a short form, with the image guard on top', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    await ada.say('search a device');
    expect(ada.texts()).toContain('Never look for images.');
    expect(ada.titles()).toEqual(['Start', 'Report a concern']);
  });

  it('everybody else is told who may, what to do instead, and where the policy says so; nothing is kept', async () => {
    const org = await searchingSchool();
    const ben = org.at('p-ben');
    const before = await org.store.openCases();
    await ben.say('device search');
    expect(ben.texts()).toContain('You may not search a device.');
    expect(ben.texts()).toContain(
      'The headteacher or the member of staff whom the headteacher authorised may.',
    );
    expect(ben.texts()).toContain(
      'Take the device, unopened, straight to the designated safeguarding lead (DSL).',
    );
    expect(ben.texts()).toContain('Why? our policy, section 6.3');
    expect(ben.titles()).toEqual(['Report a concern']);
    await org.settle();
    expect(await org.store.openCases()).toEqual(before);
    expect(newlyTold(org, 0, 'p-ben')).toEqual([]);
  });

  it('where the policy says nothing about it, nobody may', async () => {
    const org = await searchingSchool({ by: 'nobody' });
    const head = org.at('p-iris');
    await head.say('search a device');
    expect(head.texts()).toContain('You may not search a device.');
    expect(head.titles()).toEqual(['Report a concern']);
    await head.say('help');
    expect(head.titles()).not.toContain('Search a device');
  });

  it('a form that was opened is no leave: it is asked again when it is sent', async () => {
    const org = await searchingSchool();
    const ben = org.at('p-ben');
    await ben.send(signed({ do: 'spot.begin', record: '', arg: 'somebody-elses' }, DEVICE));
    expect(ben.texts()).toContain('You may not search a device.');
    expect((await org.store.openCases()).items).toEqual([]);
  });

  it('has a button on help and on App Home', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    await ada.home();
    await ada.press('Search a device');
    expect(ada.titles()).toContain('Start');
    await ada.say('help');
    expect(ada.titles()).toContain('Search a device');
  });
});

describe("an adult's own device", () => {
  it('is searched by nobody: a concern is reported instead, and nothing is kept of the question', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    await ada.say('search a device');
    expect(ada.texts()).toMatch(/Whose device is it\?/);
    await ada.press('Start', { ...DEVICE, owner: 'adult' });
    expect(ada.texts()).toContain("Do not search a colleague's own device.");
    expect(ada.texts()).toContain('Report a concern, and say which adult it is.');
    expect(ada.texts()).toContain('Do not speak to the adult about it, and do not warn anyone.');
    expect(ada.titles()).toEqual(['Report a concern']);
    await org.settle();
    expect((await org.store.openCases()).items).toEqual([]);
    expect(newlyTold(org, 0)).toEqual([]);
  });

  it('is asked about before anything begins, and a device of ours is written down as ours', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    await ada.say('search a device');
    await ada.press('Start', { ...DEVICE, owner: '' });
    expect(ada.answer().type).toBe('keep-form');
    const { report } = await stateOf(org, await beginSearch(ada, { ...DEVICE, owner: 'ours' }));
    expect(ada.texts()).toContain('What is the reason for the search?');
    expect(report?.account.seen).toContain('The device belongs to the');
  });
});

describe('a search from its first word', () => {
  it('is a case at once: the team hears of it, and the first step stands there', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    await org.at('p-iris').join();
    const id = await beginSearch(ada);
    expect(ada.texts()).toContain('What is the reason for the search?');
    expect(ada.texts()).toContain('Do not search if there may be a nude image on it.');
    expect(await typesIn(org, id)).toEqual(['ConcernReported', 'RouteChosen']);
    const { facts, plan } = await stateOf(org, id);
    expect(facts).toMatchObject({ device: ['yes'], category: ['device-search'], image: ['no'] });
    expect(plan.urgency).toBe('today');
    await org.settle();
    expect(newlyTold(org, 0)).toContain('p-iris');
  });

  it('keeps what was typed when something is left out', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    await ada.say('search a device');
    await ada.press('Start', { ...DEVICE, whose: '' });
    expect(ada.answer().type).toBe('keep-form');
    expect(JSON.stringify(ada.card())).toContain(DEVICE.where);
    await ada.press('Start', { whose: 'Robin Vale' });
    expect(ada.texts()).toContain('What is the reason for the search?');
  });

  it('is one case, however often the form is sent', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    await ada.say('search a device');
    const form = ada.card();
    await ada.press('Start', DEVICE);
    const again = org.at('p-ada');
    const start = form.body.flatMap((each) => (each.type === 'ActionSet' ? each.actions : []))[0];
    if (start?.type !== 'Action.Execute') throw new Error('The form has no button');
    await again.send(signed(start.data, DEVICE, 'a second press'));
    expect(again.texts()).toContain('What is the reason for the search?');
    expect((await org.store.openCases()).items).toHaveLength(1);
  });

  it('ends where there is no reason for it', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    await beginSearch(ada);
    await next(ada, { answer: 'None of these' });
    expect(ada.texts()).toContain('That is all for you.');
    expect(ada.texts()).toContain('Do not search it. There is no reason that allows it.');
  });

  it('goes through every step, and the record has all of it', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    const head = org.at('p-iris');
    await head.join();
    const id = await upToUrgent(ada);
    await next(ada, { answer: 'No' });
    expect(ada.texts()).toContain('Waiting for the headteacher');
    expect(ada.titles()).not.toContain('Next');
    await org.settle();
    await answerRequest(head);
    const before = org.post.sent.length;
    await org.settle();
    const told = org.post.sent
      .slice(before)
      .filter(({ to, type }) => type === 'send' && org.boxesOf('p-ada').includes(to));
    expect(told.map(({ message }) => [message.notification.slice(0, 28), message.silent])).toEqual([
      ['Signpost: something to read.', true],
    ]);
    const later = org.at('p-ada');
    await later.press('Go on with the search');
    expect(later.texts()).toContain('Tell the child why you want to search it.');
    await upToLooking(later);
    expect(later.texts()).toContain('Look only at what the reason covers');
    await next(later);
    await next(later, { answer: 'No' });
    await next(later, { note: 'Ada searched, Cleo was there, messages were found.' });
    await next(later, { answer: 'No' });
    await next(later, { answer: 'Not sure' });
    expect(later.texts()).toContain('That is all for you.');
    expect(later.texts()).toContain('Nothing on it is deleted.');
    const held = eventsOf(await recordOf(org, id)).find(
      (event) => event.type === 'StepDone' && event.step === 'device-search.hold',
    );
    // Who, where, why, and with every event when and by whom it was written down.
    expect(held).toMatchObject({
      by: 'p-ada',
      at: org.clock.now(),
      answer: 'Ada Bell',
      note: 'Kept: The office safe\nWhy: So that nobody looks at it',
    });
  });

  it('waits for nobody where somebody could be hurt by waiting', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    await upToUrgent(ada);
    await next(ada, { answer: 'Yes' });
    expect(ada.texts()).toContain('Tell the child why you want to search it.');
  });

  it('is over where the answer is no, and says so', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    const head = org.at('p-iris');
    await head.join();
    await upToUrgent(ada);
    await next(ada, { answer: 'Not sure' });
    await org.settle();
    await answerRequest(head, 'Decline');
    await org.settle();
    const later = org.at('p-ada');
    await later.press('Go on with the search');
    expect(later.texts()).toContain('The headteacher or the deputy safeguarding lead: not agreed.');
    expect(later.titles()).not.toContain('Next');
  });

  it('says to whoever is asked what the search is about, and writes down that they read it', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    const head = org.at('p-iris');
    await head.join();
    const id = await upToUrgent(ada);
    await next(ada, { answer: 'No' });
    await org.settle();
    expect(JSON.stringify(head.inbox())).not.toContain('grey phone');
    await head.press('Open');
    expect(head.texts()).toContain('Asked by: Ada Bell');
    expect(head.texts()).toContain('Device: A grey phone with a cracked corner');
    expect(head.texts()).toContain('What is the reason for the search? It may harm somebody');
    expect(await typesIn(org, id)).toContain('RequestOpened');
  });

  it('can be left and taken up again, from the message in their chat or from their reports', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    const id = await beginSearch(ada);
    await ada.press('Leave it for now');
    expect(ada.titles()).toEqual(['Go on with the search']);
    await org.advance({ minutes: 3 });
    org.restart();
    const later = org.at('p-ada');
    await later.press('Go on with the search');
    expect(later.texts()).toContain('What is the reason for the search?');
    await next(later, { answer: 'It may harm somebody' });
    await later.say('my reports');
    await later.press('Open');
    await later.press('Go on with the search');
    expect(later.texts()).toContain('Could there be a nude or indecent image');
    expect((await stateOf(org, id)).report?.children[0]?.name).toBe('Robin Vale');
  });
});
