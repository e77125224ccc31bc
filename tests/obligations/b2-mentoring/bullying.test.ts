import { obligations } from '../../support/obligations.ts';
import type { World } from '../../support/obligations-world.ts';
import { pageWith } from './acts.ts';

const STORY = { seen: 'A film of a fight goes round.', page: 'clips.example/v', device: 'Own phones' };
const TESTS = [
  'First test: is it on purpose?',
  'Second test: does it happen again and again?',
  'Third test: is there an imbalance of power',
];

/** A case of bullying online in the hands of the lead. */
async function bullying(world: World, offence?: string): Promise<void> {
  await world.report({ ticks: ['online'], story: STORY });
  await world.take('p-dsl');
  await world.triage('p-dsl', 'cyberbullying', offence === undefined ? {} : { offence });
}

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    'B2-3.2e',
    'executed',
    'bullying online goes by the behaviour policy and into the same three records',
    async (world) => {
      await bullying(world);
      await world.openStep('p-dsl', 'cyberbullying.behaviour');
      world.sees(
        'p-dsl',
        /Follow the behaviour regulation policy\.\nWhy\? B2 Mentoring online safety policy, sections 3\.2 and 6\.2/,
      );
      await world.press('p-dsl', 'Back to the record');
      await world.workThrough('p-dsl', { except: ['cyberbullying.behaviour', 'individual-log'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', /Left to do: 2\./);
      world.refused('p-dsl', 'Third record: it is in');
      world.refused('p-dsl', 'Follow the behaviour regulation policy.');
      await world.do('p-dsl', 'cyberbullying.behaviour');
      await world.do('p-dsl', 'incident.individual-log', 'Today.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
    },
  );

  obligation(
    'B2-6.1a',
    'guided',
    'on purpose, again and again, unequal: three questions are asked, and hold up no report',
    async (world) => {
      await world.report({ ticks: ['online'], story: STORY });
      world.sees('p-sam', 'Saved, today');
      world.seesNot('p-sam', 'test:');
      await world.take('p-dsl');
      await world.triage('p-dsl', 'cyberbullying');
      for (const asked of TESTS) {
        await world.openStep('p-dsl', asked);
        world.sees('p-dsl', /section 6\.1[\s\S]*\nYes\nNo\nNot sure\n/);
        await world.press('p-dsl', 'Back to the record');
      }
      await world.workThrough('p-dsl', { except: ['test', 'test-again', 'test-power'] });
      await world.answer('p-dsl', 'cyberbullying.test-again', 'No', 'Once, so far.');
      await world.close('p-dsl');
      world.refused('p-dsl', TESTS[0] ?? '');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      await world.press('p-dsl', 'What has been done');
      while (world.at('p-dsl').titles().includes('Later')) await world.press('p-dsl', 'Later');
      world.sees('p-dsl', 'Once, so far.');
    },
  );

  obligation(
    'B2-6.2d',
    'executed',
    'what spreads is contained: holders stop, it is blocked, and the site takes it down',
    async (world) => {
      await bullying(world);
      await pageWith(world, 'p-dsl', /Is illegal, inappropriate or harmful material spreading/);
      world.sees('p-dsl', 'Is illegal, inappropriate or harmful material spreading among students?');
      expect(await world.canDo('p-dsl', 'cyberbullying.contain')).toBe(false);
      await world.answer('p-dsl', 'cyberbullying.spreading', 'Yes');
      await world.workThrough('p-dsl', { except: ['contain', 'contain-network', 'contain-site'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'Left to do: 3.');
      world.refused('p-dsl', 'Ask every student who has it to stop passing it on. Nobody forwards it.');
      world.refused('p-dsl', 'Ask for it to be blocked on our network.');
      world.refused('p-dsl', 'Report it to the site or the app where it stands.');
      world.fromHere();
      await world.step('p-dsl', 'cyberbullying.contain-network', { text: 'Please block clips.example/v.' });
      world.told('p-it');
      world.never('p-it', /Robin|fight/);
      await bullying(world);
      await world.answer('p-dsl', 'cyberbullying.spreading', 'No');
      expect(await world.canDo('p-dsl', 'cyberbullying.contain')).toBe(false);
      expect(await world.canDo('p-dsl', 'cyberbullying.behaviour')).toBe(true);
    },
  );

  obligation(
    'B2-6.2e',
    'executed',
    'where it may be illegal the lead reports it to the police, or says why not',
    async (world) => {
      await bullying(world, 'unsure');
      await world.workThrough('p-dsl', {
        except: ['cyberbullying.police'],
        answers: { 'incident.serious': 'No' },
      });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', /Left to do: 1\.\n- Illegal material\? Consider the police/);
      await world.openStep('p-dsl', 'cyberbullying.police');
      world.sees('p-dsl', "You need nobody's approval to call.");
      await world.skip('p-dsl', 'cyberbullying.police', 'It is rude and not against the law.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      await bullying(world, 'no');
      expect(await world.canDo('p-dsl', 'cyberbullying.police')).toBe(false);
      expect(await world.canDo('p-dsl', 'cyberbullying.behaviour')).toBe(true);
    },
  );

  obligation(
    'B2-10c',
    'executed',
    'where anything is serious or illegal, reporting it to the police is decided with a reason',
    async (world) => {
      await world.report({ ticks: ['feeling'] });
      await world.take('p-dsl');
      expect(await world.canDo('p-dsl', 'incident.police')).toBe(false);
      await world.workThrough('p-dsl', { except: ['incident.serious'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', /Left to do: 1\.\n- Is it serious, or is something illegal part of it\?/);
      await world.answer('p-dsl', 'incident.serious', 'Not sure');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused(
        'p-dsl',
        /Left to do: 1\.\n- Consider the police\. Report it to them, or write down why not\. \([^)]*section 10\)/,
      );
      await world.openStep('p-dsl', 'incident.police');
      await world.press('p-dsl', 'Not this time');
      await world.save('p-dsl', { reason: '' });
      world.refused('p-dsl', 'Please write a few words');
      await world.save('p-dsl', { reason: 'Asked on 101: no crime.' });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      await world.report({ ticks: ['feeling'] });
      await world.take('p-dsl');
      await world.answer('p-dsl', 'incident.serious', 'Yes');
      await world.refer('p-dsl', 'incident.police', { reference: 'P-12' });
      await world.press('p-dsl', 'What has been done');
      world.sees('p-dsl', /Referred[\s\S]*Police[\s\S]*P-12/);
      await world.report({ ticks: ['feeling'] });
      await world.take('p-dsl');
      await world.answer('p-dsl', 'incident.serious', 'No');
      expect(await world.canDo('p-dsl', 'incident.police')).toBe(false);
    },
  );
});
