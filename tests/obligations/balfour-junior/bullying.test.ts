import { obligations } from '../../support/obligations.ts';
import { incidentLog } from '../../support/obligations-acts.ts';
import type { World } from '../../support/obligations-world.ts';
import { closes, findsInRecord, seesAll, staysOpenFor, stepSays, wasDone } from './acts.ts';

const STORY = {
  seen: 'A film of a fight goes round.',
  page: 'clips.example/v',
  device: 'Own phones',
  date: '2026-11-24',
};
const TESTS = [
  ['test', 'First test: is it meant to harm one person or a group?'],
  ['test-again', 'Second test: does it happen again and again?'],
  ['test-power', 'Third test: does whoever does it have more power than whoever it is done to?'],
] as const;

/** A case in the hands of the lead, named for what it is. */
async function named(world: World, kind: string, offence?: 'yes' | 'no' | 'unsure'): Promise<void> {
  await world.report({ ticks: ['online'], story: STORY });
  await world.take('p-head');
  await world.triage('p-head', kind, offence === undefined ? {} : { offence });
}

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    'BJ-3.3h',
    'executed',
    'bullying online is logged and goes by the behaviour policy',
    async (world) => {
      await named(world, 'cyberbullying');
      await stepSays(
        world,
        'p-head',
        'cyberbullying.behaviour',
        /Follow the behaviour policy\.\nWhy\? Balfour Junior School online safety policy, sections 3\.3 and 6\.2/,
      );
      await stepSays(
        world,
        'p-head',
        'cyberbullying.log',
        /Log it, as the behaviour policy says\.\nWhy\? Balfour Junior School online safety policy, section 3\.3/,
      );
      await staysOpenFor(
        world,
        'p-head',
        ['behaviour', 'log'],
        'Left to do: 2.',
        'Follow the behaviour policy.',
        'Log it, as',
      );
      await world.do('p-head', 'cyberbullying.behaviour');
      await world.do('p-head', 'cyberbullying.log', 'Behaviour log, no. 12.');
      await closes(world, 'p-head');
      expect((await incidentLog(world, 'p-head'))[1]?.[3]).toContain('Log it, as the behaviour policy says.');
    },
  );

  obligation(
    'BJ-6.1a',
    'guided',
    'again and again, on purpose, unequal: three questions are asked, and hold up no report',
    async (world) => {
      await world.report({ ticks: ['online'], story: STORY });
      world.sees('p-sam', 'Saved, today');
      world.seesNot('p-sam', 'test:');
      await world.take('p-head');
      await world.triage('p-head', 'cyberbullying');
      for (const [step, asked] of TESTS) {
        await world.openStep('p-head', `cyberbullying.${step}`);
        world.sees('p-head', asked);
        world.sees('p-head', /section 6\.1[\s\S]*\nYes\nNo\nNot sure\n/);
        await world.press('p-head', 'Back to the record');
      }
      await world.workThrough('p-head', { except: ['test', 'test-again', 'test-power'] });
      await world.answer('p-head', 'cyberbullying.test-again', 'No', 'Once, so far.');
      await world.close('p-head');
      world.refused('p-head', TESTS[0][1]);
      await closes(world, 'p-head');
    },
  );

  obligation(
    ['BJ-6.2c', 'BJ-3.3e'],
    'executed',
    'what is passed around is contained, together with the ICT manager, who reads nothing of a pupil',
    async (world, met) => {
      await named(world, 'cyberbullying');
      await stepSays(
        world,
        'p-head',
        'cyberbullying.spreading',
        /Is illegal, inappropriate or harmful material being passed around among pupils\?\nWhy\? Balfour Junior School online safety policy, section 6\.2/,
      );
      expect(await world.canDo('p-head', 'cyberbullying.contain')).toBe(false);
      await world.answer('p-head', 'cyberbullying.spreading', 'Not sure');
      await stepSays(
        world,
        'p-head',
        'cyberbullying.contain-site',
        /Report it to the site or the app[^\n]*\nWhy\? Balfour Junior School online safety policy, section 6\.2/,
      );
      await stepSays(world, 'p-head', 'cyberbullying.contain', 'section 6.2');
      const steps = ['contain', 'contain-network', 'contain-site'];
      await staysOpenFor(
        world,
        'p-head',
        steps,
        'Left to do: 3.',
        'Ask every pupil who has it to stop passing it on. Do all that can be done to contain it.',
        'Ask the ICT manager to block it on our network.',
        'Report it to the site or the app where it stands.',
      );
      met('BJ-6.2c');
      world.fromHere();
      await world.openStep('p-head', 'cyberbullying.contain-network');
      seesAll(world, 'p-head', /sections 6\.2 and 3\.3/, 'Ivo Stone');
      await world.press('p-head', 'Back to the record');
      await world.step('p-head', 'cyberbullying.contain-network', { text: 'Please block clips.example/v.' });
      world.told('p-it');
      await world.press('p-it', 'Open');
      world.sees('p-it', 'Please block clips.example/v.');
      await world.press('p-it', 'Send the answer', { text: 'Blocked at 10:20.' });
      await world.open('p-head');
      world.sees('p-head', 'Blocked at 10:20.');
      world.never('p-it', /Robin|fight/);
      met('BJ-3.3e');
      await named(world, 'cyberbullying');
      await world.answer('p-head', 'cyberbullying.spreading', 'No');
      expect(await world.canDo('p-head', 'cyberbullying.contain')).toBe(false);
      expect(await world.canDo('p-head', 'cyberbullying.behaviour')).toBe(true);
    },
  );

  obligation(
    'BJ-6.2d',
    'executed',
    'where having it may be illegal the police hear at once and get the device; nobody else decides that, and nothing stands for it',
    async (world) => {
      await named(world, 'cyberbullying', 'unsure');
      await findsInRecord(
        world,
        'p-head',
        /Report it to the police if having it may be against the law\. Hand over the device itself\.\n[^\n]*section 6\.2\nDue today 11:05\./,
      );
      await world.openStep('p-head', 'cyberbullying.police');
      world.notOffered('p-head', 'Not this time');
      await world.press('p-head', 'Back to the record');
      await staysOpenFor(
        world,
        'p-head',
        ['cyberbullying.police', 'any-concern.tell-parents'],
        /Left to do: \d[\s\S]*Hand over the device itself/,
      );
      await world.advance({ hours: 1, minutes: 1 });
      world.received('p-head', 'Something is late.');
      await world.refer('p-head', 'cyberbullying.police', { agency: 'police', reference: 'P-12' });
      await wasDone(world, 'p-head', /Police[\s\S]*P-12/);
      await named(world, 'cyberbullying', 'no');
      expect(await world.canDo('p-head', 'cyberbullying.police')).toBe(false);
      await named(world, 'indecent-images');
      await findsInRecord(
        world,
        'p-head',
        /Report it to the police and hand over the device itself\. Nobody makes a copy for them\.\n[^\n]*section 6\.2\nDue today 12:06\./,
      );
      await stepSays(
        world,
        'p-head',
        'indecent-images.device',
        /Take the device, unopened, and lock it away for the police\.[\s\S]*section 6\.3/,
      );
      await staysOpenFor(
        world,
        'p-head',
        ['indecent-images.police', 'any-concern.tell-parents'],
        'Nobody makes a copy for them.',
      );
    },
  );

  obligation(
    'BJ-6.4a',
    'executed',
    'bullying with what AI made is bullying, and a sexual fake is an image of abuse',
    async (world) => {
      await named(world, 'ai-fakes');
      await findsInRecord(
        world,
        'p-head',
        /A fake that is used to bully is bullying, also if "it is not real"\./,
      );
      await stepSays(
        world,
        'p-head',
        'ai-fakes.behaviour',
        /Treat it as bullying\. Follow the behaviour policy\.\nWhy\? Balfour Junior School online safety policy, section 6\.4/,
      );
      expect(await world.canDo('p-head', 'ai-fakes.device')).toBe(false);
      await world.answer('p-head', 'ai-fakes.sexual', 'Not sure');
      await findsInRecord(
        world,
        'p-head',
        /It counts as an image of abuse\. Nobody looks at it, copies it, saves it or sends it\./,
      );
      await stepSays(
        world,
        'p-head',
        'ai-fakes.device',
        /Take the device and lock it away, unopened\. Write down who holds it\.\nWhy\? Balfour Junior School online safety policy, section 6\.3/,
      );
      await staysOpenFor(
        world,
        'p-head',
        ['ai-fakes.device', 'behaviour'],
        'Left to do: 2.',
        'Treat it as bullying.',
        'lock it away, unopened',
      );
      await named(world, 'ai-fakes');
      await world.answer('p-head', 'ai-fakes.sexual', 'No');
      await world.back('p-head');
      world.seesNot('p-head', 'It counts as an image of abuse');
      await staysOpenFor(world, 'p-head', ['behaviour'], /Left to do: 1\.\n- Treat it as bullying\./);
    },
  );
});
