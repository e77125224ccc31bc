import { eventsOf } from '../../src/application/case/case-store.ts';
import { copyOf } from '../../src/application/case/copy-card.ts';
import { logTable } from '../../src/application/case/incident-log.ts';
import { caseIdIn, fillForm, openRecord, recordOf, stateOf } from '../support/concern.ts';
import { type Organisation, organisation } from '../support/organisation.ts';
import { signed } from '../support/transcript.ts';

const STORY = { seen: 'I gave a learner a lift home.', heard: 'saw', when: 'about' };

/** Somebody reports themselves; the fork of the form that asks which adult does not come. */
async function aboutMe(org: Organisation, person = 'p-ben') {
  const client = org.at(person);
  await client.say('report concern');
  await client.press('Not today');
  await client.press('Continue', { 'name-1': 'Robin Vale', adult: 'self' });
  await client.press('Continue', { also: 'adult-behaviour' });
  await client.press('Continue', STORY);
  const id = await caseIdIn(org, person);
  return { client, id };
}

describe('somebody who reports themselves', () => {
  it('says "It is about me", is not asked which adult, and reads who gets it', async () => {
    const org = await organisation('two-schools');
    const { client } = await aboutMe(org);
    expect(client.texts()).toContain('It is about me');
    await client.press('Send it');
    expect(client.texts()).toContain('Thank you for saying so yourself. It goes to the headteacher');
  });

  it('is routed like any worry about an adult, and is out of the case', async () => {
    const org = await organisation('two-schools');
    const { client, id } = await aboutMe(org);
    await client.press('Send it');
    await org.settle();
    const state = await stateOf(org, id);
    expect(state.report).toMatchObject({ self: true, adult: 'yes', adults: [{ person: 'p-ben' }] });
    expect(state.plan.route).toMatchObject({ id: 'about-an-adult', about: 'adult' });
    const vera = org.at('p-vera');
    await openRecord(vera);
    expect(vera.texts()).toContain('They reported it about themselves.');
    // Nobody questions them by way of the form.
    expect(vera.titles()).not.toContain('Ask the reporter');
    await vera.send(signed({ do: 'case.ask', record: id }, { question: 'Why?' }));
    expect((await stateOf(org, id)).question).toBeUndefined();
    await client.send(signed({ do: 'case.open', record: id }));
    expect(client.texts()).toBe('There is nothing here for you.');
  });

  it('goes past the head where it is the head', async () => {
    const org = await organisation('two-schools');
    const { client, id } = await aboutMe(org, 'p-vera');
    await client.press('Send it');
    await org.settle();
    expect((await stateOf(org, id)).plan.route.id).toBe('about-the-head');
    await openRecord(org.at('p-tom'));
    expect(
      org
        .at('p-iris')
        .inbox()
        .filter(({ message }) => JSON.stringify(message).includes(id)),
    ).toEqual([]);
  });

  it('follows how it stands, and no more', async () => {
    const org = await organisation('two-schools');
    const { client, id } = await aboutMe(org);
    await client.press('Send it');
    await org.settle();
    await openRecord(org.at('p-vera'));
    await client.say('my reports');
    await client.press('Open');
    expect(client.texts()).toContain('Opened by the headteacher');
    expect(client.titles()).not.toContain('Add something');
    for (const [verb, arg] of [
      ['mine.add', ''],
      ['mine.raise', ''],
      ['mine.form', 'add'],
    ] as const) {
      await client.send(signed({ do: verb, record: id, arg }, { text: 'x', reason: 'x' }, verb));
      expect(client.texts()).toContain('Opened by the headteacher');
    }
    expect(await stateOf(org, id)).toMatchObject({ added: 0, raisedAgain: 0 });
  });

  it('may still say that it is somebody else', async () => {
    const org = await organisation('two-schools');
    const { client, id } = await aboutMe(org);
    await client.press('Change who');
    await client.press('Continue', { 'name-1': 'Robin Vale', adult: 'yes' });
    await client.press('Continue', { adults: 'p-cleo' });
    await client.press('Send it');
    await org.settle();
    const { report } = await stateOf(org, id);
    expect(report?.adults).toEqual([{ person: 'p-cleo' }]);
    expect(report).not.toHaveProperty('self');
  });
});

describe('the receipt of a worry about an adult', () => {
  it.each(['one-school', 'two-schools'] as const)(
    'names the whistleblowing line and the LADO: %s',
    async (pack) => {
      const org = await organisation(pack);
      const ada = org.at('p-ada');
      await fillForm(ada, { adult: 'yes', adults: 'p-ben', story: STORY });
      await ada.press('Send it');
      expect(ada.texts()).toContain('NSPCC Whistleblowing Advice Line');
      expect(ada.texts()).toContain('Local authority designated officer (LADO)');
      expect(ada.texts()).toContain('someone who is not involved');
    },
  );
});

describe('the child’s own record beside it', () => {
  it('says nothing of the adult: not in the record, its history, its copy or the log', async () => {
    const org = await organisation('two-schools');
    const { client, id } = await aboutMe(org);
    await client.press('Send it');
    await org.settle();
    const child = org.deps().keyring.recordId(`child|${id}`);
    const record = await recordOf(org, child);
    expect(record.state.report).not.toHaveProperty('self');
    const iris = org.at('p-iris');
    await openRecord(iris);
    let seen = iris.texts();
    await iris.press('What has been done');
    seen += iris.texts();
    const { deps, directory } = org;
    seen += copyOf(deps(), record, eventsOf(record), directory).text;
    seen += JSON.stringify(logTable(deps(), directory, [record]));
    expect(seen).toContain('Robin Vale');
    expect(seen).toContain('somebody (another record says who)');
    expect(seen).not.toMatch(/Ben Orchard|p-ben|lift home|about themselves|Harm threshold/);
    // Positive control: the record about the adult does say it.
    const vera = org.at('p-vera');
    await openRecord(vera);
    expect(vera.texts()).toMatch(/Ben Orchard/);
  });
});
