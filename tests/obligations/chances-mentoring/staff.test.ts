import { obligations } from '../../support/obligations.ts';
import { pass, startsWithout } from '../../support/obligations-acts.ts';
import { close, doneLast, keptOpenBy, openMessage, pageWith } from './acts.ts';

const FILMED = {
  adult: ['p-pip'],
  ticks: ['rules'],
  story: { seen: 'She filmed the group with her own phone.', opinion: 'I think that it happens often.' },
} as const;

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    'CM-RAT-c',
    'executed',
    'an allegation is for few eyes, never for the one it is about, and opinion stands apart from fact',
    async (world) => {
      await world.report({ ...FILMED, ticks: ['adult-behaviour'] });
      world.told('p-head', 'p-dsl');
      const outside = () => {
        world.sees('p-sam', /Local authority designated officer \(LADO\) 01632 960440/);
        world.sees('p-sam', /NSPCC Whistleblowing Advice Line,? 0800 028 0285/);
      };
      outside();
      await world.take('p-head');
      world.sees('p-head', 'Call the LADO within one working day, or write down why not.');
      world.sees('p-head', 'Seen or heard: She filmed the group with her own phone.');
      world.sees('p-head', 'Opinion of the reporter: I think that it happens often.');
      world.never('p-dsl', /Pip|Harlow|filmed|often/);
      for (const person of ['p-pip', 'p-deputy', 'p-leader', 'p-it']) world.hearsNothing(person);
      await world.say('p-dsl', 'log');
      world.seesNot('p-dsl', /Pip|Harlow/);
      for (const adult of ['unsure', ['p-dsl'], ['p-deputy']] as const) {
        const before = world.inbox('p-head').length;
        await world.report({ adult, ticks: ['adult-behaviour'] });
        world.told('p-head');
        expect(world.inbox('p-head')).toHaveLength(before + 1);
        outside();
      }
      await world.advance({ hours: 2 });
      world.received('p-chair', 'Safeguarding: urgent, please open now.');
      world.fromHere();
      await world.report({ adult: ['p-head'], ticks: ['adult-behaviour'] });
      world.told('p-chair', 'p-dsl');
      outside();
      await world.take('p-chair');
      world.sees('p-chair', 'What must happen next');
    },
  );

  obligation(
    'CM-STF-c',
    'executed',
    'a colleague who breaks the rules online is a case of the principal, and the disciplinary policy is followed',
    async (world) => {
      await world.report(FILMED);
      world.sees('p-sam', 'Nobody here calls or writes to a pupil or a family with a phone of their own.');
      world.told('p-head', 'p-dsl');
      world.hearsNothing('p-pip');
      await world.take('p-head');
      await world.triage('p-head', 'staff-misuse');
      expect(await world.canDo('p-head', 'staff-misuse.conduct')).toBe(false);
      await keptOpenBy(
        world,
        'p-head',
        'staff-misuse.conduct',
        'Go by the disciplinary policy. Hear the colleague before the principal decides.',
      );
      await world.do('p-head', 'staff-misuse.conduct', 'Heard on Tuesday, with a colleague beside her.');
      await close(world, 'p-head');
      world.sees('p-head', 'Open it again');
      world.never('p-dsl', /Pip|Harlow/);
    },
  );

  obligation(
    'CM-RAT-b',
    'executed',
    'disciplinary or legal action waits for the principal, who says why',
    async (world) => {
      for (const outcome of ['Legal action', 'Disciplinary action']) {
        await world.report({ ticks: ['online'], story: { seen: 'He took over the account of another.' } });
        await world.take('p-dsl');
        await world.decide('p-dsl', 'any-concern.decision', outcome);
        expect(
          await pageWith(
            world,
            'p-dsl',
            /The principal decides[^\n]*\nMust be done[^\n]*\nFirst: Tell whoever/,
          ),
        ).toBe(true);
        await keptOpenBy(world, 'p-dsl', 'any-concern.tell-principal', 'Tell whoever decides');
        await world.step('p-dsl', 'any-concern.tell-principal', {
          text: 'A stolen account; the second time.',
        });
        await openMessage(world, 'p-head', 'There is something here for you to read.');
        world.sees('p-head', 'A stolen account; the second time.');
        world.never('p-head', /Robin|Vale/);
        world.received('p-head', 'It needs a yes or a no from you.');
        await close(world, 'p-dsl');
        world.refused('p-dsl', 'The principal decides on disciplinary or legal action, and says why.');
        await openMessage(world, 'p-head', 'It needs a yes or a no from you.');
        await world.press('p-head', 'Approve');
        world.refused('p-head', 'Not saved yet');
        await world.press('p-head', 'Approve', { reason: 'It was a crime, and not the first one.' });
        await world.open('p-dsl');
        await close(world, 'p-dsl');
        world.sees('p-dsl', 'Open it again');
        await doneLast(world, 'p-dsl');
        world.sees('p-dsl', /Vera Wynn[\s\S]*It was a crime, and not the first one\./);
      }
      await world.report({ ticks: ['online'] });
      await world.take('p-dsl');
      await world.decide('p-dsl', 'any-concern.decision', 'A sanction');
      expect(await world.canDo('p-dsl', 'any-concern.tell-principal')).toBe(false);
      await world.workThrough('p-dsl');
      await close(world, 'p-dsl');
      world.sees('p-dsl', 'Open it again');
    },
  );

  obligation(
    'CM-MOB-e',
    'executed',
    'a colleague’s device is looked through after legal advice and with the principal’s yes, and not before',
    async (world) => {
      await world.say('p-leader', 'staff device');
      world.sees(
        'p-leader',
        'Ask for legal advice first: the policy says any time, and the law on privacy may not.',
      );
      world.sees(
        'p-leader',
        'Are you worried about a child? Report a concern instead, also about the principal.',
      );
      world.sees('p-leader', 'Nobody looks through it before the principal has said yes.');
      const asked = { device: 'A work tablet', why: 'A routine look' };
      await pass(world, 'p-leader', 'search staff device', asked);
      world.refused('p-leader', 'Who gave legal advice, when, and what did they say?');
      await pass(world, 'p-leader', 'staff device', {
        ...asked,
        legal: 'The solicitor, Monday: not without cause.',
      });
      world.told('p-head');
      await world.press('p-head', 'Open');
      world.sees('p-head', 'The solicitor, Monday: not without cause.');
      await world.press('p-head', 'Approve');
      world.refused('p-head', 'Not saved yet');
      await world.press('p-head', 'Decline', { reason: 'There is no cause.' });
      await world.press('p-leader', 'Open');
      world.sees('p-leader', 'There is no cause.');
      world.hearsNothing('p-leader-2');
      await pass(world, 'p-head', 'staff device', { ...asked, legal: 'The solicitor.' });
      world.received('p-chair', 'It needs a yes or a no from you.');
      await expect(startsWithout('chances-mentoring', 'headteacher@main')).rejects.toThrow(
        'Nobody is "headteacher" at "main"',
      );
    },
  );

  obligation(
    'CM-STF-a',
    'executed',
    'who used their own phone in an emergency says why and when, and a deputy principal hears of it',
    async (world) => {
      await world.say('p-sam', 'used my phone');
      world.sees(
        'p-sam',
        'Next time take the work phone with you. It is there for calls to pupils and families.',
      );
      world.sees('p-sam', 'Do not keep their number on your own phone.');
      const call = {
        why: 'A fall on the trip, no work phone with us',
        day: '2026-11-24',
        time: '09:20, two minutes',
      };
      await pass(world, 'p-sam', 'used my phone', { ...call, why: '' });
      world.refused('p-sam', 'What was the emergency?');
      await pass(world, 'p-sam', 'used my phone', { ...call, time: '' });
      world.refused('p-sam', 'At what time, and for how long?');
      await pass(world, 'p-sam', 'used my phone', { ...call, day: '' });
      world.refused('p-sam', 'On which day?');
      await pass(world, 'p-sam', 'used my phone', call);
      world.told('p-leader', 'p-leader-2');
      await world.press('p-leader', 'Open');
      world.sees('p-leader', /A fall on the trip[\s\S]*09:20, two minutes/);
      await world.press('p-leader', 'Done', { done: 'Right to do so. A work phone goes on every trip.' });
      await world.press('p-sam', 'Open');
      world.sees('p-sam', 'A work phone goes on every trip.');
      await world.report({ ticks: ['adult-behaviour'] });
      world.sees('p-sam', 'Nobody here calls or writes to a pupil or a family with a phone of their own.');
    },
  );

  obligation(
    'CM-STF-b',
    'executed',
    'one’s own phone stays off while teaching, unless a deputy principal agrees because of an emergency',
    async (world) => {
      await world.say('p-sam', 'own phone in lesson');
      world.sees('p-sam', 'Until somebody says yes: off or silent, and its Bluetooth off or hidden.');
      world.sees('p-sam', 'Only an emergency allows it.');
      await pass(world, 'p-sam', 'own phone in lesson', { until: '2026-11-25' });
      world.refused('p-sam', 'What is the emergency?');
      await pass(world, 'p-sam', 'own phone in lesson', { why: 'A relative is in hospital' });
      world.refused('p-sam', 'Until when?');
      await pass(world, 'p-sam', 'own phone in lesson', {
        why: 'A relative is in hospital',
        until: '2026-11-25',
      });
      world.told('p-leader', 'p-leader-2');
      await world.press('p-leader-2', 'Open');
      await world.press('p-leader-2', 'Approve');
      await world.press('p-sam', 'Open');
      world.sees('p-sam', /Approved\.\nAnswered by: Edda Thorne/);
      await world.advance({ hours: 48 });
      world.received('p-leader-2', 'This ended on 25 November 2026: end it now.');
      await pass(world, 'p-leader', 'own phone in lesson', { why: 'The same', until: '2026-11-27' });
      world.hearsNothing('p-head');
    },
  );
});
