import type { SlackJourney } from './slack-journey.ts';
import { close, workDown } from './slack-lead.ts';
import { cardsOf, only, onwards, openRecord, refIn, report, tap } from './slack-report.ts';
import type { PostedMessage } from './slack-requests.ts';

const LEADS = { channel: 'main-leads', as: 'iris' } as const;

/**
 * A concern from the first word to the end of the case, in the school where the headteacher is the lead: both sides, on
 * real screens. `lead` may sit at another instance of the same server.
 */
export async function wholeJourney(journey: SlackJourney, lead = journey.people): Promise<void> {
  const { people, workspace } = journey;
  /** Each round of the case has a card of its own; those before it only say so. */
  const inChannel = async (): Promise<PostedMessage> =>
    only(
      (await people.messages(LEADS)).filter(({ buttons }) => buttons.length > 0),
      'cards in the channel',
    );
  const ownCard = async (notification: string): Promise<PostedMessage> =>
    only(
      (await cardsOf(journey, 'ada')).filter(
        (card) => card.buttons.length > 0 && card.notification.startsWith(notification),
      ),
      notification,
    );

  const receipt = await report(people, 'ada', { ticks: { about: 'told,images' } });
  const ref = refIn(receipt.text);
  expect(receipt.text).toContain('It is on its way to the designated safeguarding lead (DSL).');
  expect(receipt.text).toContain('phone 01632 960210');
  await journey.settled();

  const card = await inChannel();
  expect(card.text).toBe(
    [ref, 'Urgent. Please open it now.', 'New, 24 November 14:05. Not yet opened.', 'Open I have this'].join(
      '\n',
    ),
  );
  expect(card.notification).toBe(`Safeguarding: urgent, please open now. ${ref}`);
  const methods = workspace.calls.map(({ method, body }) => `${method} ${body.channel ?? ''}`);
  const posted = methods.indexOf(`chat.postMessage ${card.channel}`);
  expect(methods.slice(0, posted)).toContain(`conversations.members ${card.channel}`);

  const who = await lead.press('iris', card, 'Open');
  expect(who.text).toContain('May have been harmed: Robin Valence, Class 4B');
  expect(who.text).not.toContain('She came in late');
  const record = await tap(lead, 'iris', who, 'Read the record');
  expect(record.text).toContain('Seen or heard: She came in late and would not take her coat off.');
  await journey.settled();
  expect((await inChannel()).text).toContain('Opened by the safeguarding lead, 24 November 14:05.');
  await journey.wait({ minutes: 3 });
  expect((await ownCard('Signpost: something to read.')).text).toContain('Opened by the safeguarding lead');

  const taken = await tap(lead, 'iris', record, 'I have this');
  expect(taken.text).toContain('It is with you now.');
  await journey.settled();
  expect((await inChannel()).text).toBe(`${ref}\nWith the safeguarding lead.\nOpen`);
  expect((await ownCard('Signpost: something to read.')).text).toContain('The safeguarding lead has it.');

  const ask = await lead.press('iris', taken, 'Ask the reporter');
  expect(ask.text).toContain('Do not ask them to question the child again.');
  await onwards(lead, 'iris', ask, { question: 'Which door did she come in by?' });
  await journey.settled();
  const question = await ownCard('Signpost: a question for you.');
  const asked = await people.press('ada', question, 'Open');
  expect(asked.text).toContain('Which door did she come in by?');
  const add = await tap(people, 'ada', asked, 'Add something');
  const added = await onwards(people, 'ada', add, { text: 'By the side door, alone.' });
  expect(added.text).toContain('Saved.');

  const note = await lead.press('iris', await openRecord(lead, 'iris', await inChannel()), 'Add a note');
  await onwards(lead, 'iris', note, {
    kind: 'call',
    text: 'Spoke to the duty worker.',
    present: 'The deputy lead',
  });

  const mine = await people.press('ada', await ownCard('Signpost: something to read.'), 'Open');
  const wanted = await people.press('ada', mine, 'Ask to give a device back');
  const waiting = await onwards(people, 'ada', wanted, { text: 'The grey phone, to her aunt.' });
  expect(waiting.text).toContain('Ask to give a device back: waiting for an answer.');
  await journey.settled();

  const early = await close(lead, 'iris', await inChannel(), { reason: 'It is over.', confirmed: 'yes' });
  expect(early.text).toContain('You cannot close this yet.');
  expect(early.value('reason')).toBe('It is over.');

  const approvals = (await cardsOf(journey, 'iris')).filter(({ text }) =>
    text.includes('A colleague has asked'),
  );
  const approval = await lead.press('iris', only(approvals, 'requests'), 'Open');
  expect(approval.text).toContain('The grey phone, to her aunt.');
  const yes = await tap(lead, 'iris', approval, 'Approve', { reason: 'The police do not need it.' });
  expect(yes.text).toContain('Ask to give a device back: approved.');
  expect((await people.press('ada', await ownCard('Signpost: something to read.'), 'Open')).text).toContain(
    'Ask to give a device back: approved.',
  );

  const triage = await lead.press(
    'iris',
    await openRecord(lead, 'iris', await inChannel()),
    'Name the kind of case',
  );
  await onwards(lead, 'iris', triage, { offence: 'no' });
  const done = await workDown(lead, 'iris', await inChannel());
  expect(done.buttons).toContain('Add something else');
  const history = await lead.press('iris', done, 'What has been done');
  expect(history.text).toContain('Reported');
  const closed = await close(lead, 'iris', await inChannel(), {
    reason: 'Every step is done.',
    line: 'Thank you. Keep watching.',
    confirmed: 'yes',
  });
  expect(closed.text).toContain('Closed, 24 November');
  await journey.settled();
  expect((await inChannel()).text).toContain('Closed, 24 November');
  expect((await ownCard('Signpost: something to read.')).text).toContain('This step is finished.');
  const end = await people.press('ada', await ownCard('Signpost: something to read.'), 'Open');
  expect(end.text).toContain('Thank you. Keep watching.');
}
