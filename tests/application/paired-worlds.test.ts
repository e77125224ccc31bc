import type { Press } from '../../src/application/intent.ts';
import type { Organisation, Pack } from '../support/organisation.ts';
import { caseAbout, caseAboutNobody, obtain, pressesOn, school, type Way, workOn } from '../support/world-about.ts';

/** In Balfour the headteacher is the safeguarding lead. */
const PEOPLE: Readonly<Record<Pack, readonly string[]>> = {
  balfour: ['p-iris', 'p-nadia', 'p-rosa', 'p-tom', 'p-vera', 'p-cleo'],
  beauclerc: ['p-iris', 'p-nadia', 'p-vera', 'p-rosa', 'p-tom', 'p-greta', 'p-ivo', 'p-cleo'],
};
const EVERYONE = (['balfour', 'beauclerc'] as const).flatMap((pack) =>
  PEOPLE[pack].map((person) => [pack, person] as const),
);

/** Some days on, on a working day. */
const LATER = '2026-12-01T11:00:00.000Z';
const secondsTo = (org: Organisation, at: string) => (Date.parse(at) - Date.parse(org.clock.now())) / 1000;

/** What is there in one and not in the other, in order. */
function differences(a: readonly string[], b: readonly string[]): readonly string[] {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, n) => n)
    .filter((n) => a[n] !== b[n])
    .map((n) => from(a[n] ?? '(nothing)', b[n] ?? '(nothing)'))
    .slice(0, 3);
}

/** What it is, and both from a little before they part. */
function from(a: string, b: string): string {
  const at = [...a].findIndex((letter, n) => letter !== b[n]);
  const part = (text: string) => text.slice(Math.max(0, at - 60), at + 120);
  return `${a.slice(0, 60)}: ${part(a)}  BUT  ${part(b)}`;
}

/** Two worlds that are one until now; in the first something more happens. */
async function apart(
  person: string,
  begin: () => Promise<Organisation>,
  more: (org: Organisation) => Promise<readonly Press[]>,
) {
  const [first, second] = [await begin(), await begin()];
  const from = first.post.sent.length;
  expect(second.post.sent).toHaveLength(from);
  const presses = await more(first);
  for (const org of [first, second]) await org.advance({ seconds: secondsTo(org, LATER) });
  const a = await obtain(first, person, presses, from);
  const b = await obtain(second, person, presses, from);
  return { presses: presses.length, lines: a.length, found: differences(a, b), first };
}

describe('a case about somebody, and no such case', () => {
  it.each(EVERYONE)('are the same to whom it is about: %s, %s', async (pack, person) => {
    const { presses, lines, found, first } = await apart(
      person,
      () => school(pack),
      async (org) => {
        const worked = await caseAbout(org, person, 'named');
        await workOn(org, person, worked);
        const left = await caseAbout(org, person, 'named');
        await org.advance({ hours: 60 });
        return [...pressesOn(org, worked), ...pressesOn(org, left)];
      },
    );
    expect(found).toEqual([]);
    expect(presses).toBeGreaterThan(100);
    expect(lines).toBeGreaterThan(presses);
    // The case was there: others were told.
    expect(first.log.lines.filter(({ event }) => event === 'card-sent').length).toBeGreaterThan(4);
  });
});
