import { lookAtEnd } from './end.ts';
import { runTerm } from './run.ts';
it('tries', async () => {
  const started = Date.now();
  const ran = await runTerm({ seed: Number(process.env.S ?? 1), size: { weeks: Number(process.env.W ?? 2), concerns: Number(process.env.C ?? 20), every: 3 } });
  await lookAtEnd(ran);
  const out = [`seconds ${(Date.now() - started) / 1000} cpu ${JSON.stringify(process.cpuUsage())}`, JSON.stringify(ran.watch.seen), JSON.stringify(Object.fromEntries(ran.counts)),
   `faults ${ran.watch.faults.length}`, ...new Set(ran.watch.faults.map((f) => `${f.rule}: ${f.what}`))].slice(0, 60).join('\n');
  process.stdout.write(`${out}\nNOT POSSIBLE\n${ran.notPossible.slice(0, 60).join('\n')}\n`);
}, 400_000);
