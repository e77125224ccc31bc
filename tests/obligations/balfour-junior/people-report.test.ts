import { draftReport, readReport } from '../../support/board-acts.ts';
import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';

const OCTOBER = { start: '2026-10-20T09:00:00.000Z' };

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    ['BJ-3.1a', 'BJ-3.3k'],
    'reported',
    'the headteacher, who is the lead, drafts the report, and the chair of governors has it from the bot itself',
    async (world, met) => {
      await world.advance({ hours: 24 * 14 });
      await draftReport(world, 'p-head');
      world.offers('p-head', 'Release it');
      met('BJ-3.3k');
      await world.press('p-head', 'Release it');
      world.received('p-chair', 'There is a new report to the governing board for you.');
      expect(await readReport(world, 'p-chair')).toContain('1 September 2026 to 31 October 2026');
      met('BJ-3.1a');
    },
    OCTOBER,
  );

  obligation(
    'BJ-3.1d',
    'executed',
    'before governors meet, the log in numbers and who needs training are drafted for release',
    async (world) => {
      await daysGoBy(world, 94);
      world.received(
        'p-head',
        'The report to the governing board is drafted. Look at it before it goes out.',
      );
      await world.say('p-head', 'board report');
      await world.press('p-head', 'Release it');
      const page = await readReport(world, 'p-chair');
      expect(page).toContain('numbers from the log');
      expect(page).toContain('Training');
    },
    OCTOBER,
  );
});
