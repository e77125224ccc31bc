import { runCase } from '../../src/application/case/case-store.ts';
import type { Store } from '../../src/application/ports.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { textsOf } from '../support/check-card.ts';
import { recordOf, report, stateOf, typesIn } from '../support/concern.ts';
import { memoryStore } from '../support/memory-store.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { FILTER, stepForm, takes, tellingSchool } from '../support/telling-policy.ts';
import { answerLine, signed } from '../support/transcript.ts';

const TEXT = 'Please close bad.example/page for everyone.';

/** A case whose lead has told the technical lead. */
async function told(text = TEXT) {
  const org = await tellingSchool();
  const id = await report(org, 'p-ada', FILTER);
  const lead = await takes(org.at('p-iris'));
  await stepForm(lead, 'systems');
  await lead.press('Send to the technical lead', { text });
  await org.settle();
  return { org, id, lead };
}
const newest = (client: Client) => client.inbox().at(-1)?.message;
const read = (client: Client) => textsOf(client.card()).join('\n');
const opening = (id: string) => signed({ do: 'told.open', record: id, arg: '0' });

const outOfIt = (org: Organisation, id: Parameters<typeof runCase>[1], person: string) =>
  runCase(org.deps(), id, () => ({
    type: 'NamePersonInvolved',
    at: org.clock.now(),
    by: PersonId.parse('p-iris'),
    person: PersonId.parse(person),
  }));

describe('telling a role', () => {
  it('begins with the technical part, and never with a name or the story', async () => {
    const org = await tellingSchool();
    await report(org, 'p-ada', FILTER);
    const lead = await takes(org.at('p-iris'));
    expect(lead.titles()).toContain('Tell the technical lead');
    await stepForm(lead, 'systems');
    expect(read(lead)).toContain('They will read this and nothing else.');
    expect(read(lead)).toContain('It goes to: Ivo Stone');
    const box = JSON.stringify(lead.card().body.filter(({ type }) => type === 'Input.Text'));
    expect(box).toContain('bad.example/page\\nTablet 12\\n2026-11-24 09:50');
    expect(box).not.toMatch(/Robin|cried|Vale/);
  });

  it('sends a card that says nothing, and opens on that text alone', async () => {
    const { org, id } = await told();
    const ivo = org.at('p-ivo');
    expect(newest(ivo)?.notification).toMatch(/^Signpost: something to read\. /);
    expect(newest(ivo)?.silent).toBe(false);
    expect(JSON.stringify(newest(ivo)?.card)).not.toMatch(/bad\.example|systems|filter|Robin|telling/);
    await ivo.press('Open');
    expect(read(ivo)).toContain(TEXT);
    expect(read(ivo)).toContain('From the safeguarding lead, today 10:05.');
    expect(read(ivo)).not.toMatch(/Robin|cried|Ada|Iris|police/);
    expect(await typesIn(org, id)).toContain('RequestOpened');
  });

  it('shows the answer in the record and the history, and brings the lead a new card', async () => {
    const { org, lead } = await told();
    const ivo = org.at('p-ivo');
    await org.advance({ minutes: 5 });
    const before = org.at('p-iris').inbox().length;
    await ivo.press('Open');
    await ivo.press('Send the answer', { text: 'Blocked, 14:10' });
    expect(read(ivo)).toContain('Sent. Thank you.');
    expect(read(ivo)).toContain('Your answer, today 10:10: Blocked, 14:10');
    await org.settle();
    expect(org.at('p-iris').inbox().length).toBe(before + 1);
    expect(JSON.stringify(newest(org.at('p-iris')))).toContain('There is an answer.');
    expect(JSON.stringify(newest(org.at('p-iris')))).not.toContain('Blocked');
    await org.at('p-iris').press('Open');
    await lead.press('Open');
    expect(read(lead)).toContain(`Sent to the technical lead, today 10:05: ${TEXT}`);
    expect(read(lead)).toContain('Answer, today 10:10, Ivo Stone: Blocked, 14:10');
    expect(read(lead)).not.toContain('There is an answer.');
    await lead.press('What has been done');
    await lead.press('Later').catch(() => lead);
    expect(read(lead)).toMatch(/Read what they were told.*Ivo Stone/);
    expect(read(lead)).toMatch(/Answer from somebody who was told.*Ivo Stone/);
  });

  it('wants words in an answer, and takes the same press once', async () => {
    const { org, id } = await told();
    const ivo = org.at('p-ivo');
    await ivo.press('Open');
    await ivo.press('Send the answer');
    expect(ivo.answer().type).toBe('keep-form');
    const [send] = buttonsOf(ivo.card());
    const pressed = signed(send?.data ?? { do: '' }, { text: 'Done.' }, 'twice');
    await ivo.send(pressed);
    await ivo.send(pressed);
    expect((await stateOf(org, id)).informed[0]?.replies).toHaveLength(1);
  });

  it('shows nothing that cannot be written down as opened', async () => {
    const memory = memoryStore();
    let isBroken = false;
    const store: Store = {
      ...memory,
      commit: async (change) => {
        if (isBroken) throw new Error('broken');
        return memory.commit(change);
      },
    };
    const org = await tellingSchool({ itself: true, options: { store } });
    const id = await report(org, 'p-ada', FILTER);
    const ivo = org.at('p-ivo');
    isBroken = true;
    expect(answerLine('', await ivo.send(opening(id)))).not.toContain('bad.example');
    isBroken = false;
    expect(answerLine('', await ivo.send(opening(id)))).toContain('bad.example');
    expect((await typesIn(org, id)).filter((type) => type === 'RequestOpened')).toHaveLength(1);
  });

  it('can be put away again, and then says whether there was an answer', async () => {
    const { org } = await told();
    const ivo = org.at('p-ivo');
    await ivo.press('Open');
    await ivo.press('Hide');
    expect(read(ivo)).toContain('There is something here for you to read.');
    await ivo.press('Open');
    await ivo.press('Send the answer', { text: 'Done.' });
    await ivo.press('Hide');
    expect(read(ivo)).toContain('You have answered. Thank you.');
    await org.settle();
    expect(JSON.stringify(newest(ivo))).toContain('You have answered. Thank you.');
  });

  it('still takes an answer when the case is closed, and the lead hears of it', async () => {
    const { org, id, lead } = await told();
    await stepForm(lead, 'police');
    await lead.press('Save the referral', { who: 'Duty desk' });
    await stepForm(lead, 'parents');
    await lead.press('Save the decision', { answer: 'No, because', reason: 'Nothing happened to them.' });
    await stepForm(lead, 'commissioner');
    await lead.press('Not this time');
    await lead.press('Save the reason', { reason: 'Nobody pays for it.' });
    await lead.press('Close');
    await lead.press('Close it', { reason: 'The page is closed.', confirmed: 'yes' });
    expect((await stateOf(org, id)).progress.status).toBe('closed');
    await org.advance({ hours: 2 });
    const before = org.at('p-iris').inbox().length;
    const ivo = org.at('p-ivo');
    await ivo.press('Open');
    await ivo.press('Send the answer', { text: 'It is open again.' });
    await org.settle();
    expect(org.at('p-iris').inbox().length).toBe(before + 1);
    expect(JSON.stringify(newest(org.at('p-iris')))).toContain('There is an answer. Closed,');
  });

  it('asks for attention where it is urgent', async () => {
    const org = await tellingSchool({ itself: true });
    await report(org, 'p-ada', {
      ...FILTER,
      danger: 'Tonight, or should not go home yet',
      alert: 'Go on with the form',
    });
    expect(newest(org.at('p-ivo'))?.notification).toMatch(/^Safeguarding: something needs you\. /);
  });

  it('is read in a private view only', async () => {
    const { org, id } = await told();
    const ivo = org.at('p-ivo');
    expect(answerLine('', await ivo.send(opening(id), false))).toContain('your own chat');
    expect(answerLine('', await ivo.send(opening(id), true))).toContain(TEXT);
  });
});

describe('telling in person', () => {
  it('is written down in place of a card', async () => {
    const org = await tellingSchool();
    const id = await report(org, 'p-ada', FILTER);
    const lead = await takes(org.at('p-iris'));
    await stepForm(lead, 'systems');
    await lead.press('I have told them myself');
    await lead.press('Save it');
    expect(lead.answer().type).toBe('keep-form');
    await lead.press('Save it', {
      answer: 'Ivo, by phone',
      date: '2026-11-24',
      time: '10:00',
      note: 'Close it.',
    });
    await org.settle();
    expect(org.at('p-ivo').inbox()).toEqual([]);
    expect((await stateOf(org, id)).informed).toEqual([]);
    await lead.press('What has been done');
    expect(read(lead)).toContain('Ivo, by phone\n2026-11-24 10:00: Close it.');
  });

  it('is all that is left when nobody has the role, and the form says whom to ask', async () => {
    const { directory } = await organisation('two-schools');
    const people = directory.people.filter(({ id }) => id !== 'p-ivo');
    const org = await tellingSchool({ options: { directory: { people } } });
    const id = await report(org, 'p-ada', FILTER);
    const lead = await takes(org.at('p-iris'));
    await stepForm(lead, 'systems');
    expect(read(lead)).toContain('Nobody can be told here.');
    expect(read(lead)).toContain('Ask the headteacher who can act.');
    expect(lead.titles()).not.toContain('Send to the technical lead');
    await lead.press('Save it', { answer: 'The network firm, by phone', note: 'Close it.' });
    expect(
      (await stateOf(org, id)).steps.find(({ step }) => step.id === 'telling.systems')?.now,
    ).toMatchObject({
      standing: 'done',
      answer: 'The network firm, by phone',
    });
  });

  it('is for somebody else: whoever tells is not sent their own words', async () => {
    const { directory } = await organisation('two-schools');
    const people = directory.people.map((each) =>
      each.id === 'p-iris'
        ? {
            ...each,
            roles: [...each.roles, ...each.roles.map(({ site }) => ({ role: 'it-lead' as const, site }))],
          }
        : each,
    );
    const both = await tellingSchool({ options: { directory: { people } } });
    await report(both, 'p-ada', FILTER);
    const lead = await takes(both.at('p-iris'));
    await stepForm(lead, 'systems');
    expect(read(lead)).toContain('It goes to: Ivo Stone');
    await lead.press('Send to the technical lead', { text: TEXT });
    await both.settle();
    expect(
      both
        .at('p-iris')
        .inbox()
        .map(({ message }) => JSON.stringify(message))
        .join(),
    ).not.toContain('to read');
    const alone = people.filter(({ id }) => id !== 'p-ivo');
    const org = await tellingSchool({ options: { directory: { people: alone } } });
    await report(org, 'p-ada', FILTER);
    const iris = await takes(org.at('p-iris'));
    await stepForm(iris, 'systems');
    expect(read(iris)).toContain('You have this role yourself');
  });

  it('takes over, with the words, when nobody is left between writing and sending', async () => {
    const org = await tellingSchool();
    const id = await report(org, 'p-ada', FILTER);
    const lead = await takes(org.at('p-iris'));
    await stepForm(lead, 'systems');
    await outOfIt(org, id, 'p-ivo');
    await lead.press('Send to the technical lead', { text: TEXT });
    expect(read(lead)).toContain('Not sent: nobody here can be told by message.');
    expect(JSON.stringify(lead.card())).toContain(TEXT);
    await org.settle();
    expect(org.at('p-ivo').inbox()).toEqual([]);
    expect(await typesIn(org, id)).not.toContain('RolesInformed');
  });
});

describe('what goes with the report', () => {
  it('is the technical part, at once, and the record says when and to whom', async () => {
    const org = await tellingSchool({ itself: true });
    await report(org, 'p-ada', FILTER);
    const ivo = org.at('p-ivo');
    await ivo.press('Open');
    expect(read(ivo)).toContain('It came with a report, today 10:05.');
    expect(read(ivo)).toContain('bad.example/page\nTablet 12\n2026-11-24 09:50');
    expect(read(ivo)).not.toMatch(/Robin|cried|Ada/);
    const lead = await takes(org.at('p-iris'));
    expect(read(lead)).toContain('Sent with the report to the technical lead, today 10:05: bad.example/page');
  });

  it('waits for the lead where the report has no technical part', async () => {
    const org = await tellingSchool({ itself: true });
    const id = await report(org, 'p-ada', { ...FILTER, story: { ...FILTER.story, page: '', device: '' } });
    expect(org.at('p-ivo').inbox()).toEqual([]);
    expect((await stateOf(org, id)).steps[0]).toMatchObject({
      step: { id: 'telling.at-once' },
      now: { standing: 'waiting' },
    });
  });

  it('goes to nobody who is part of it, and waits for the lead', async () => {
    const org = await tellingSchool({ itself: true });
    const id = await report(org, 'p-ada', { ...FILTER, adult: 'yes', adults: 'p-ivo' });
    await org.advance({ hours: 30 });
    expect(org.post.reached(org.boxesOf('p-ivo'))).toEqual([]);
    expect((await stateOf(org, id)).informed).toEqual([]);
    const nothing = answerLine('', await org.at('p-ivo').send(opening(id)));
    expect(nothing).toContain('There is nothing here for you.');
    const head = await takes(org.at('p-vera'));
    await stepForm(head, 'at-once');
    expect(read(head)).toContain('Nobody can be told here.');
    // The headteacher has this one: they are not sent to themselves.
    expect(read(head)).toContain('Ask the chair of governors who can act.');
  });

  it('leaves no draft behind, as any report does not', async () => {
    const org = await tellingSchool({ itself: true });
    await report(org, 'p-ada', FILTER);
    const ada = org.at('p-ada');
    await ada.say('report concern');
    expect(ada.texts()).not.toContain('Go on');
    expect(ada.titles()).toContain('Not today');
  });
});

describe('whoever may not read it', () => {
  it('is told the same as of a case that never was', async () => {
    const { org, id } = await told();
    const other = await tellingSchool();
    for (const person of ['p-ada', 'p-ben', 'p-tom', 'p-iris', 'p-greta']) {
      const here = answerLine('', await org.at(person).send(opening(id)));
      expect(here).toBe(answerLine('', await other.at(person).send(opening(id))));
      expect(here).toContain('There is nothing here for you.');
    }
    const answer = signed({ do: 'told.answer', record: id, arg: '0' }, { text: 'I was here.' });
    await org.at('p-ben').send(answer);
    expect((await stateOf(org, id)).informed[0]?.replies).toEqual([]);
  });

  it('loses the card when they are found to be part of it, and can open nothing more', async () => {
    const { org, id } = await told();
    const ivo = org.at('p-ivo');
    await ivo.press('Open');
    await outOfIt(org, id, 'p-ivo');
    await org.settle();
    expect(ivo.inbox().filter(({ message }) => JSON.stringify(message.card).includes(id))).toEqual([]);
    await ivo.send(opening(id));
    expect(read(ivo)).toBe('There is nothing here for you.');
    const { state } = await recordOf(org, id);
    await ivo.send(signed({ do: 'told.answer', record: id, arg: '0' }, { text: 'Still here.' }));
    expect((await stateOf(org, id)).events).toBe(state.events);
    const lead = org.at('p-iris');
    await lead.press('Open');
    expect(read(lead)).toContain('Nobody here can read it now.');
  });

  it('is asked of by a number that says nothing of the case', async () => {
    const { org, id } = await told();
    const ivo = org.at('p-ivo');
    for (const arg of ['1', '-1', 'x', '', 'telling.systems', '0.5', '__proto__', 'length'])
      expect(answerLine('', await ivo.send(signed({ do: 'told.open', record: id, arg })))).toContain(
        'There is nothing here for you.',
      );
    expect(answerLine('', await ivo.send(opening(id)))).toContain(TEXT);
  });
});
