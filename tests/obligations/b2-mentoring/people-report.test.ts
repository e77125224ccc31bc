import { readReport } from '../../support/board-acts.ts';
import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';

const OCTOBER = { start: '2026-10-20T09:00:00.000Z' };

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    ['B2-3.1a', 'B2-3.1c'],
    'reported',
    'before the board meets, the bot drafts a report without names and asks the lead to release it',
    async (world, met) => {
      for (let n = 0; n < 6; n += 1) await world.report({ ticks: ['online'] });
      await daysGoBy(world, 94);
      world.received('p-dsl', 'The report to the board of directors is drafted.');
      await world.say('p-dsl', 'board report');
      world.sees('p-dsl', '6 concerns about children were reported.');
      world.seesNot('p-dsl', 'Robin Vale');
      world.notOffered('p-director', 'Read it on screen');
      met('B2-3.1a');
      await world.press('p-dsl', 'Release it');
      world.received('p-director', 'There is a new report to the board of directors for you.');
      const page = await readReport(world, 'p-director');
      expect(page).toContain('numbers from the log');
      expect(page).not.toContain('Robin');
      met('B2-3.1c');
    },
    OCTOBER,
  );

  obligation(
    'B2-3.2i',
    'executed',
    'a director asks for a report, and has it once the lead has released it',
    async (world) => {
      await world.advance({ hours: 24 * 14 });
      await world.say('p-director', 'board report');
      await world.press('p-director', 'Ask for it');
      world.notOffered('p-director', 'Read it on screen');
      await world.say('p-dsl', 'board report');
      await world.press('p-dsl', 'Release it');
      expect(await readReport(world, 'p-director')).toContain('1 September 2026 to 31 October 2026');
      await world.say('p-director', 'board report');
      world.offers('p-director', 'Get the pages');
    },
    OCTOBER,
  );

  obligation(
    ['B2-3.2f', 'B2-11f', 'B2-A3a'],
    'executed',
    'with the training comes the self-audit of seven questions, and what people need shapes the next session',
    async (world, met) => {
      await daysGoBy(world, 1);
      await world.say('p-dsl', 'compliance');
      await world.press('p-dsl', 'What people need');
      await world.press('p-dsl', 'Ask everybody now');
      await world.say('p-sam', 'my training');
      await world.press('p-sam', 'Answer the questions');
      for (const question of world.policy.audits[0]?.questions ?? []) world.sees('p-sam', question.text);
      expect(world.policy.audits[0]?.questions).toHaveLength(7);
      const well = Object.fromEntries(
        (world.policy.audits[0]?.questions ?? []).map(({ id, need }) => [
          `q-${id}`,
          need === 'no' ? 'yes' : 'no',
        ]),
      );
      await world.press('p-sam', 'Send my answers', { ...well, 'q-passwords': 'no', 'q-wishes': '' });
      world.sees('p-sam', 'Please answer every question.');
      await world.press('p-sam', 'Send my answers', {
        ...well,
        'q-passwords': 'no',
        'c-4': 'I never do.',
      });
      world.sees('p-sam', 'Saved.');
      met('B2-A3a');
      await world.say('p-dsl', 'compliance');
      await world.press('p-dsl', 'What people need');
      world.sees('p-dsl', 'Passwords: 1.');
      world.sees('p-dsl', 'Sami Wells');
      met('B2-3.2f');
      await world.press('p-dsl', 'Record a session');
      await world.press('p-dsl', 'Record this one');
      world.sees('p-dsl', 'People asked for help with: Passwords.');
      met('B2-11f');
    },
  );
});
