import { readReport, releaseReport } from '../../support/board-acts.ts';
import { obligations } from '../../support/obligations.ts';

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    ['BC-3d', 'BC-4.1c'],
    'reported',
    'the safeguarding governor has practice and incidents in numbers for the governing body, and leaders see the load of the lead',
    async (world, met) => {
      for (let n = 0; n < 6; n += 1) await world.report({ ticks: ['online'], site: 'north' });
      await world.advance({ hours: 24 * 14 });
      await releaseReport(world, 'p-dsl');
      world.received('p-governor', 'There is a new report to the governing body for you.');
      expect(await readReport(world, 'p-governor')).toContain('6 concerns about children were reported.');
      met('BC-3d');
      world.received('p-head', 'There is a new report to the governing body for you.');
      const page = await readReport(world, 'p-head');
      expect(page).toMatch(/Steps that the policy says must be done, and are open: \d+\. Late: (<5|\d+)\./);
      met('BC-4.1c');
    },
    { start: '2026-10-20T09:00:00.000Z' },
  );
});
