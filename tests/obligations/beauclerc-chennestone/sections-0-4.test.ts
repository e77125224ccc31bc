import { obligations } from '../../support/obligations.ts';

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    ['BC-2a', 'BC-2b', 'BC-4.2a'],
    'executed',
    'whoever works here may report what happened anywhere, and only the people of that school hear of it',
    async (world, met) => {
      await world.report({
        by: 'p-con',
        site: 'south',
        ticks: ['online'],
        story: { seen: 'A chat on the bus on Sunday, on their own phone.' },
      });
      world.sees('p-con', 'Saved');
      met('BC-2a');
      world.told('p-con', 'p-dsl-2');
    },
  );
});
