import { worldOf } from '../../support/obligations-world.ts';
import { DEVICE, nextStep, pass, daysGoBy, doDuty } from './acts.ts';
import { HELD } from '../../support/search.ts';
import { beginSearch } from '../../support/search.ts';
const F = 'tests/obligations/b2-mentoring/organisation';
it('looks', async () => {
  const w = await worldOf(F);
  const out: string[] = [];
  const see = (p: string, l = '') => out.push(`--- ${l} ${p} ${w.clock.now()}\n${w.at(p).texts()}\n[${w.at(p).titles().join(' · ')}]`);
  const t = async (f: () => Promise<unknown>) => { try { await f(); } catch (e) { out.push('!! ' + String(e).slice(0, 600)); } };
  const id = await beginSearch(w.at('p-sam'), DEVICE); await w.settle();
  const n = async (x = {}) => { await t(() => nextStep(w, 'p-sam', x)); see('p-sam'); };
  await n({answer:'It may disrupt learning'}); await n({answer:'No'}); await n({answer:'No'});
  see('p-dsl', 'asked'); await t(()=>w.press('p-dsl','Open')); see('p-dsl'); await t(()=>w.press('p-dsl','Approve',{reason:'x'})); see('p-dsl');
  await t(()=>w.press('p-sam','Go on with the search')); see('p-sam');
  await n({note:'a'}); await n({note:'a'}); await n({note:'a'}); await n(HELD); await n({answer:'It may disrupt learning'}); await n({note:'x'}); await n({answer:'No'}); await n({note:'Rude films.'}); await n({answer:'No'}); await n({answer:'No'});
  await t(()=>w.take('p-dsl', id)); see('p-dsl','taken');
  await t(()=>w.openStep('p-dsl','device-search.respond', id)); see('p-dsl'); await t(()=>w.save('p-dsl',{answer:'Ask for a file to go', reason:'With Sami.'})); see('p-dsl');
  await t(()=>w.step('p-dsl','device-search.erase-ground',{answer:'It would hurt somebody if it stayed'}, id)); see('p-dsl');
  await t(()=>w.say('p-sam','my reports')); await t(()=>w.press('p-sam','Open')); see('p-sam','own report');
  await t(()=>w.openStep('p-dsl','device-search.erase-police', id)); await t(()=>w.save('p-dsl',{agency:'police', who:'Desk', reference:'P1'})); see('p-dsl');
  await t(()=>w.openStep('p-dsl','device-search.erase', id)); see('p-dsl','erase');
  await t(()=>w.openStep('p-leader','device-search.erase', id)); await t(async()=>see('p-leader'));
  // staff
  for (const adult of [['p-pip'],['p-dsl'],['p-director'],'unsure'] as const) {
    w.fromHere(); await t(()=>w.report({adult: adult as never, ticks:['rules']})); see('p-sam', String(adult));
    await t(async ()=>w.told('nobody'));
  }
  process.stdout.write(out.join('\n') + '\n');
});
