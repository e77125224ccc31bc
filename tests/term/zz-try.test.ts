import { lookAtEnd } from './end.ts';
import { runTerm } from './run.ts';
it('tries', async () => {
  const ran = await runTerm({ seed: Number(process.env.S ?? 1), size: { weeks: Number(process.env.W ?? 4), concerns: Number(process.env.C ?? 44), every: 2 } });
  await lookAtEnd(ran);
  process.stdout.write([JSON.stringify(ran.watch.seen), JSON.stringify(Object.fromEntries(ran.counts)),
   `faults ${ran.watch.faults.length}`, ...new Set(ran.watch.faults.map((f) => `${f.rule}: ${f.what}`))].slice(0, 60).join('\n') + '\n' + ran.notPossible.map((e)=>e.slice(0,500)).join('\n'));
}, 400_000);
