import { only, refIn, report } from '../support/slack-report.ts';
import { inSchool } from '../support/slack-wire.ts';

it('opens the form from the command, the shortcut, App Home and help', () =>
  inSchool({}, async ({ people, workspace }) => {
    const first = 'Is a pupil in danger?';
    expect((await people.command('ada', '/report', 'concern')).text).toContain(first);
    expect((await people.command('ada', '/report', 'concern about Robin Valence')).text).toContain(first);
    expect((await people.command('ada', '/report')).text).toContain(first);
    const message = { channel: workspace.channelId('main-leads'), text: 'A message with a name in it' };
    const form = await people.shortcut('ben', message);
    expect(form.text).toContain(first);
    expect(form.text).not.toContain('A message with a name in it');
    const home = await people.home('cleo');
    expect(home.buttons).toContain('My reports');
    expect((await people.press('cleo', home, 'Report a concern')).text).toContain(first);
    const help = await people.command('rosa', '/safeguarding');
    expect(help.submit).toBe('Report a concern');
    expect((await people.submit('rosa', help))?.text).toContain(first);
  }));

it('shows numbers, what to do, and help for anything else', () =>
  inSchool({}, async ({ people }) => {
    const contacts = await people.command('ada', '/safeguarding', 'contacts');
    expect(contacts.text).toContain('01632 960230');
    expect(contacts.text).toContain('0808 800 5000');
    expect((await people.command('ada', '/safeguarding', 'What do I do if')).text).toContain(
      'Danger now? Call 999 first.',
    );
    expect((await people.command('ada', '/safeguarding', 'hello there')).text).toContain(
      'Worried about a child?',
    );
    const home = await people.home('ada');
    expect((await people.press('ada', home, 'Numbers to call')).text).toContain('Numbers to call');
  }));

it('lists a person their own reports and nobody else’s, and lets them add, raise again and record a call', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const ref = refIn((await report(people, 'ada')).text);
    await journey.settled();
    expect((await people.command('ben', '/report', 'my reports')).text).toBe('You have sent no reports.');
    const list = await people.command('ada', '/report', 'my reports');
    expect(list.text).toContain(ref);
    expect(list.text).not.toContain('Robin Valence');
    const mine = await people.press('ada', list, 'Open');
    expect(mine.text).toContain('Saved. Nobody has opened it yet.');

    const call = await people.press('ada', mine, 'I have called social care or the police');
    const called = await people.submit('ada', call, {
      agency: 'police',
      who: 'The desk officer',
      reference: 'Log 12-77',
    });
    expect(called?.text).toContain('Saved.');
    const raise = await people.press('ada', called ?? mine, 'I do not agree: look again');
    expect((await people.submit('ada', raise, { reason: 'Nobody has come to see her.' }))?.text).toContain(
      'Saved.',
    );
    await journey.settled();
    const card = only(
      (await people.messages({ user: 'tom' })).filter(({ text }) => text.includes(ref)),
      'cards of the chair',
    );
    expect(card.buttons).toContain('Open');
  }));

it('tells somebody it does not know whom to tell, and keeps nothing', () =>
  inSchool({}, async ({ people }) => {
    const answer = await people.command('stranger', '/report', 'concern');
    expect(answer.text).toContain('I do not know your account yet');
    expect(answer.text).toContain('999');
    expect(answer.buttons).toEqual([]);
    expect((await people.home('stranger')).text).toContain('I do not know your account yet');
  }));
