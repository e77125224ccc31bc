import { obligations } from '../../support/obligations.ts';
import { close, found, keptOpenBy } from './acts.ts';

const SUNDAY = {
  ticks: ['online', 'between-children'],
  story: { seen: 'They wrote nasty things in a group chat.', where: 'At home, on Sunday' },
} as const;

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    'CM-INT-b',
    'executed',
    'whether parents hear of what happened out of school is decided, with a reason',
    async (world) => {
      await world.report(SUNDAY);
      await world.take('p-dsl');
      world.sees('p-dsl', 'At home, on Sunday');
      await keptOpenBy(
        world,
        'p-dsl',
        'any-concern.parents',
        'Parents are told of every incident with their child in it, in school or out.',
      );
      await world.decide('p-dsl', 'any-concern.parents', 'No, because', '');
      world.refused('p-dsl', 'Not saved yet');
      await world.decide('p-dsl', 'any-concern.parents', 'No, because', 'It could put the pupil at risk.');
      expect(await world.canDo('p-dsl', 'any-concern.tell-parents')).toBe(false);
      await close(world, 'p-dsl');
      world.sees('p-dsl', 'Open it again');
      expect(await found('contradiction.parents')).toHaveLength(1);
    },
  );

  obligation(
    'CM-INT-c',
    'executed',
    'what happened at home on a Sunday is reported like anything else',
    async (world) => {
      for (const tick of ['online', 'message', 'images', 'rules', 'between-children'] as const) {
        await world.report({ ticks: [tick], story: SUNDAY.story });
        world.sees('p-sam', 'Saved, today');
        world.sees(
          'p-sam',
          'Tell us of what happened out of school too, if somebody of this school is part of it.',
        );
      }
      world.told('p-dsl');
      await world.report({ ticks: ['told'] });
      world.seesNot('p-sam', 'out of school');
      // The behaviour and anti-bullying policies are for it as for what happens here.
      for (const [tick, kind] of [
        ['online', 'cyberbullying'],
        ['rules', 'pupil-misuse'],
      ] as const) {
        await world.report({ ticks: [tick], story: SUNDAY.story });
        await world.take('p-dsl');
        await world.triage('p-dsl', kind);
        const follow = 'Follow the behaviour and anti-bullying policies.';
        await keptOpenBy(world, 'p-dsl', `${kind}.behaviour`, follow);
      }
    },
  );
});
