import { obligations } from '../../support/obligations.ts';
import { startsWithout } from '../../support/obligations-acts.ts';
import { signed } from '../../support/transcript.ts';
import { agrees, asked, looked } from './acts.ts';

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    'B2-6.3b',
    'executed',
    'what was found is decided together, and nothing goes before the lead or a senior leader agreed',
    async (world) => {
      const id = await asked(world, 'p-sam');
      await agrees(world, 'p-dsl');
      await looked(world, 'p-sam');
      world.sees(
        'p-sam',
        'Delete nothing yet: the safeguarding lead or a senior leader decides with you what happens to it.',
      );
      await world.take('p-dsl', id);
      await world.openStep('p-dsl', 'device-search.respond', id);
      world.sees(
        'p-dsl',
        /Decide with the member of staff:[\s\S]*\nKeep it here for now\nGive it to the police\nAsk for a file to go\n/,
      );
      await world.press('p-dsl', 'Back to the record');
      await world.close('p-dsl', { confirmed: 'yes' });
      world.refused('p-dsl', 'You cannot close this yet.');
      expect(await world.canDo('p-dsl', 'device-search.erase', id)).toBe(false);
      await world.step(
        'p-dsl',
        'device-search.respond',
        { answer: 'Ask for a file to go', reason: 'With Sami.' },
        id,
      );
      await world.step(
        'p-dsl',
        'device-search.erase-ground',
        { answer: 'It would hurt somebody if it stayed' },
        id,
      );
      expect(await world.canDo('p-dsl', 'device-search.erase', id)).toBe(false);
      const { decisionVersion } = await world.state(id);
      const arg = `device-search.erase@${decisionVersion}`;
      await world
        .at('p-dsl')
        .send(signed({ do: 'approval.approve', record: id, arg }, { reason: 'It hurts.' }));
      world.refused('p-dsl', /Do not delete yet\. First:\n- Ask the police if it may go/);
      await world.press('p-dsl', 'Back to the record');
      await world.step('p-dsl', 'device-search.erase-police', { who: 'The desk', reference: 'P-1' }, id);
      await world.openStep('p-dsl', 'device-search.erase', id);
      await world.press('p-dsl', 'Approve', { reason: '' });
      world.refused('p-dsl', 'Please write a few words');
      await world.press('p-dsl', 'Approve', { reason: 'It hurts.' });
      world.sees('p-dsl', 'Nobody does it alone.: approved.');
      // The lead's own search is a senior leader's to agree, and so is deleting where the lead is part of it.
      world.fromHere();
      const own = await asked(world, 'p-dsl');
      world.sees(
        'p-dsl',
        'Waiting for the designated safeguarding lead (DSL) or the member of the senior leadership team',
      );
      world.told('p-dsl', 'p-leader');
      await agrees(world, 'p-leader');
      await looked(world, 'p-dsl');
      await world.take('p-dsl', own);
      await world.step(
        'p-dsl',
        'device-search.respond',
        { answer: 'Ask for a file to go', reason: 'With Rosa.' },
        own,
      );
      await world.step(
        'p-dsl',
        'device-search.erase-ground',
        { answer: 'It would hurt somebody if it stayed' },
        own,
      );
      world.fromHere();
      await world.step('p-dsl', 'device-search.erase-police', { who: 'The desk', reference: 'P-2' }, own);
      world.told('p-leader');
      for (const [connected, owner] of [
        [['p-dsl'], 'p-deputy'],
        [['p-dsl', 'p-deputy'], 'p-leader'],
      ] as const) {
        await world.report({ connected });
        await world.take(owner);
        await world.triage(owner, 'deletion');
        await world.refer(owner, 'deletion.police');
        await world.decide(owner, 'deletion.nobody-needs-it', 'Nobody needs it');
        await world.answer(owner, 'deletion.nobody-hurt', 'No');
        await world.approve(owner, 'deletion.agree', 'Nobody needs it.');
        world.sees(owner, 'approved.');
      }
      await expect(startsWithout('b2-mentoring', 'senior-leader@main')).rejects.toThrow(
        'Nobody is "senior-leader" at "main"',
      );
    },
  );
});
