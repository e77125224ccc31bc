import { worldOf } from '../../support/obligations-world.ts';
const F = 'tests/obligations/beauclerc-chennestone/organisation';
it('prints', async () => {
  const w = await worldOf(F);
  await w.report({ ticks: ['images', 'told', 'mark', 'self-harm'], adult: ['p-pip'] } as any);
  await w.take('p-head');
  await w.triage('p-head', 'images-on-our-devices', { offence: 'yes' });
  console.log(Buffer.byteLength(JSON.stringify(w.at('p-head').card())), w.at('p-head').texts());
});
