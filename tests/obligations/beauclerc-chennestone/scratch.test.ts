import { worldOf } from '../../support/obligations-world.ts';
import { daysGoBy, doDuty } from './acts.ts';
const F = 'tests/obligations/beauclerc-chennestone/organisation';
it('looks', async () => {
  const w = await worldOf(F);
  const out: string[] = [];
  const see = (p: string) => out.push(`--- ${p} ${w.clock.now()}\n${w.at(p).texts()}\n[${w.at(p).titles().join(' · ')}]`);
  await w.report({ ticks: ['filter'], story: { page: 'games.example/x', device: 'Tablet 7', seen: 'A fighting game came up.' } });
  see('p-sam'); see('p-it'); await w.press('p-it', 'Open'); see('p-it');
  await w.take('p-dsl'); see('p-dsl');
  await w.triage('p-dsl', 'filter-breach', { offence: 'yes' }).catch(e=>out.push(String(e))); see('p-dsl');
  await w.openStep('p-dsl', 'filter-breach.police'); see('p-dsl');
  out.push(JSON.stringify(w.at('p-dsl').card()).slice(0,3000));
  await w.close('p-dsl'); see('p-dsl');
  await w.say('p-dsl','log'); see('p-dsl');
  await w.say('p-it','alert'); see('p-it');
  await w.say('p-sam','what do I do if a learner sends a friend request'); see('p-sam');
  await w.say('p-leader','search a device'); see('p-leader');
  await w.press('p-leader','Start',{device:'A phone',whose:'Robin Vale',where:'Office',others:'', site: 'north'}); see('p-leader');
  for (let i=0;i<3;i++){ await w.save('p-leader', {}).catch(e=>out.push(String(e))); see('p-leader'); }
  see('p-dsl');
  process.stdout.write(out.join('\n') + '\n');
});
