import { readReport, releaseReport } from '../../support/board-acts.ts';
import { obligations } from '../../support/obligations.ts';

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    'CM-INC-e',
    'reported',
    'what happened in the year is summed up, so that policy and practice follow from it',
    async (world) => {
      for (const _ of ['September', 'October']) {
        for (let n = 0; n < 6; n += 1) await world.report({ ticks: ['online'] });
        await world.advance({ hours: 24 * 21 });
      }
      await releaseReport(world, 'p-dsl');
      world.received('p-head', 'There is a new report to the');
      const page = await readReport(world, 'p-head');
      expect(page).toContain('Concerns by month');
      expect(page).toContain('12 concerns about children were reported.');
    },
    { start: '2026-09-22T09:00:00.000Z' },
  );
});
