import { obligations } from '../../support/obligations.ts';
import { found, inChannel } from './acts.ts';

const STORY = { seen: 'Games on the laptop all morning.', device: 'Laptop 4' };

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    'B2-8b',
    'executed',
    'a broken rule becomes a matter of the behaviour policy, with no sanction by itself',
    async (world) => {
      await world.report({
        ticks: ['rules'],
        children: [{ name: 'Robin Vale', part: 'caused' }],
        story: STORY,
      });
      world.told('p-dsl');
      world.never('p-sam', /sanction|exclu/i);
      await world.take('p-dsl');
      await world.openStep('p-dsl', 'pupil-misuse.behaviour');
      world.sees(
        'p-dsl',
        /Follow the behaviour policy and the policy on ICT[^\n]*No sanction comes by itself\.\nWhy\?[^\n]*sections 8 and 10/,
      );
      await world.press('p-dsl', 'Back to the record');
      await world.workThrough('p-dsl', { except: ['pupil-misuse.behaviour'] });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', /Left to do: 1\.\n- Follow the behaviour policy/);
      world.never('p-sam', /sanction|exclu/i);
      world.hearsNothing('p-leader');
    },
  );

  obligation(
    'B2-10a',
    'executed',
    'what follows for a student is written down with why it fits, and the police are considered if it is serious',
    async (world) => {
      await world.report({ ticks: ['rules'], story: STORY });
      await world.take('p-dsl');
      await world.workThrough('p-dsl', { except: ['proportion'], answers: { 'pupil-misuse.serious': 'No' } });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused(
        'p-dsl',
        /Left to do: 1\.\n- What follows, and why does it fit this student, and how serious it was\? \([^)]*section 10\)/,
      );
      await world.do('p-dsl', 'pupil-misuse.proportion', 'A talk; it was the first time.');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.sees('p-dsl', 'Open it again');
      await world.report({ ticks: ['rules'], story: STORY });
      await world.take('p-dsl');
      expect(await world.canDo('p-dsl', 'incident.serious')).toBe(false);
      await world.workThrough('p-dsl', { except: ['police'], answers: { 'pupil-misuse.serious': 'Yes' } });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused(
        'p-dsl',
        /Left to do: 1\.\n- Call the police, or write down why not\. \([^)]*section 10\)/,
      );
      await world.report({ ticks: ['feeling'] });
      await world.take('p-dsl');
      expect(await world.canDo('p-dsl', 'incident.serious')).toBe(true);
      await world.triage('p-dsl', 'pupil-misuse');
      expect(await world.canDo('p-dsl', 'incident.serious')).toBe(false);
      expect(await world.canDo('p-dsl', 'pupil-misuse.serious')).toBe(true);
    },
  );

  obligation(
    'B2-A2d',
    'reported',
    'the linter and the advice both say that a chat is forbidden, and that this one is the exception',
    async (world) => {
      const [finding] = await found('aup.conflict');
      expect(finding).toMatch(
        /chat rooms or social networks, and this bot lives in a chat.*Write the exception/,
      );
      expect(finding).toContain('(Appendix 2)');
      await world.say('p-sam', 'what do I do if I want to use a chat room');
      world.sees('p-sam', 'Do not open one on our systems.');
      world.sees(
        'p-sam',
        'The chat that we work in, with Signpost, is an exception that the board must write down.',
      );
      world.sees('p-sam', 'section Appendix 2');
    },
  );

  obligation(
    'B2-A2e',
    'executed',
    'a name in an open channel is answered in private, and nothing confidential is passed on',
    async (world) => {
      const answer = await inChannel(world, 'p-sam', {
        type: 'say',
        text: 'Robin Vale came in with a bruise',
      });
      expect(answer).toBe(
        'Please delete that message if it is about a child or an adult here. Tell me in our own chat.',
      );
      world.received('p-sam', 'Report in progress');
      world.never('p-sam', /Robin|Vale|bruise/);
      await world.say('p-sam', 'advice confidential');
      world.sees(
        'p-sam',
        'Do not share what is confidential about us, our staff, our students or their families.',
      );
      world.sees('p-sam', 'Do not open, change or pass on data that is not for you.');
      world.sees('p-sam', "Do not share a password, and do not use somebody else's login.");
      world.sees(
        'p-sam',
        'Do not install software or connect a device that the ICT manager has not allowed.',
      );
      await world.say('p-sam', 'what do I do if somebody wants my password');
      world.sees('p-sam', 'Do not send a password to anyone. We never ask for one.');
    },
  );
});
