import { writeSync } from 'node:fs';
import { obligations } from '../../support/obligations.ts';

obligations('active-learning', ({ obligation }) => {
  obligation('AL-6.3b', 'executed', 'probe', async (world) => {
    const p = (t: string) => writeSync(2, t + '\n');
    await world.report({ ticks: ['rules'] });
    await world.take('p-dsl');
    await world.answer('p-dsl', 'pupil-misuse.services', 'Yes');
    await world.openStep('p-dsl', 'pupil-misuse.end-services');
    p(world.at('p-dsl').texts() + world.at('p-dsl').titles());
    world.sees('p-dsl', 'x');
  });
});
