import { writeFileSync } from 'node:fs';
import { worldOf } from '../../support/obligations-world.ts';
const F = 'tests/obligations/beauclerc-chennestone/organisation';
it('prints', async () => {
  let out = '';
  for (const [cat, ticks, adult] of [['nudes', ['images'], []], ['svsh', ['between-children'], []], ['csae', ['online'], []], ['exploitation', ['online'], []],['images-on-our-devices', ['online'], []], ['images-seen-by-accident', ['online'], []], ['indecent-images', ['online'], ['p-pip']], ['staff-misuse', ['rules'], ['p-pip']], ['radicalisation', ['hate'], ['p-pip']], ['radicalisation', ['hate'], []], ['hate', ['hate'], []], ['cyberbullying', ['online'], []]] as const) {
    const w = await worldOf(F);
    await w.report({ ticks: [...ticks], adult: [...adult] } as any);
    const who = adult.length ? 'p-head' : 'p-dsl';
    await w.take(who);
    await w.triage(who, cat, { offence: 'yes' });
    out += `\n\n######## ${cat} ${adult}\n`;
    const c = w.at(who);
    for (;;) {
      out += c.texts() + '\n== ' + c.titles().join(' | ') + '\n-----page\n';
      const more = c.titles().find((t: string) => /^Show \d+ more$/.test(t));
      if (!more) break;
      await c.press(more);
    }
  }
  writeFileSync('/tmp/bc/records.txt', out);
});
