import { worldOf } from '../../support/obligations-world.ts';
import { daysGoBy, doDuty } from './acts.ts';
const F = 'tests/obligations/beauclerc-chennestone/organisation';
it('looks', async () => {
  const w = await worldOf(F);
  const out: string[] = [];
  const see = (p: string) => out.push(`--- ${p} ${w.clock.now()}\n${w.at(p).texts()}\n[${w.at(p).titles().join(' · ')}]`);
  await daysGoBy(w, 49);
  for (const p of ['p-dsl','p-it','p-head']) { try { see(p); } catch {} await w.say(p, 'duties'); see(p); }
  await w.say('p-dsl','duties');
  await w.press('p-dsl','Do it now'); see('p-dsl');
  for (const x of w.inbox('p-dsl')) out.push('MSG ' + x.at + x.message.notification + JSON.stringify(x.message.card).slice(0, 600));
  await w.press('p-dsl','It is done',{'q-read':'yes','q-acted':'no','q-works':'no', evidence:'x'}); see('p-dsl'); see('p-it'); see('p-head');
  await w.say('p-dsl','duties'); await w.press('p-dsl','Write to all staff'); see('p-dsl');
  await w.press('p-dsl','Send it to all staff',{text:'New advice.'}); see('p-dsl'); await w.advance({hours:1}); see('p-sam');
  process.stdout.write(out.join('\n') + '\n');
});
