import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startCalendar } from '../../src/application/duties/mornings.ts';
import { refOf } from '../../src/domain/ids.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { report } from '../support/concern.ts';
import { type Organisation, organisation, type Pack } from '../support/organisation.ts';
import { freshFolder, sealed, organisation as sealedFor } from '../support/stores.ts';
import { answerLine, readBy } from '../support/transcript.ts';
import { caseAbout, school, type Way, workOn } from '../support/world-about.ts';

/** All of the desk that this person can see: what is typed, the home, and the card of a morning. */
async function deskOf(org: Organisation, person: string): Promise<readonly string[]> {
  const from = org.post.sent.length;
  await org.advance({ hours: 24 * 3 });
  const lines: string[] = [];
  for (const platform of ['teams', 'slack'] as const) {
    const client = org.at(person, platform);
    for (const text of ['today', 'cases']) lines.push(answerLine(text, await client.say(text)));
    await client.press('Show these', { status: 'all' });
    lines.push(answerLine('all', client.answer()), answerLine('home', await client.home()));
  }
  return [...readBy(org, person, from), ...lines];
}

async function begun(pack: Pack): Promise<Organisation> {
  const org = await school(pack);
  await startCalendar(org.deps());
  await org.settle();
  return org;
}

const BARRED: readonly (readonly [Pack, string, Way])[] = [
  ['one-school', 'p-iris', 'named'],
  ['one-school', 'p-nadia', 'named'],
  ['two-schools', 'p-iris', 'named'],
  ['two-schools', 'p-owen', 'named'],
  ['two-schools', 'p-vera', 'named'],
  ['two-schools', 'p-iris', 'connected-after-alert'],
  ['two-schools', 'p-nadia', 'pass-on'],
];

describe('the desk of somebody who must not know of a case', () => {
  it.each(BARRED)('is as if there were none: %s, %s, %s', async (pack, person, way) => {
    const [first, second] = [await begun(pack), await begun(pack)];
    const about = await caseAbout(first, person, way);
    if (way === 'named') await workOn(first, person, about);
    else await caseAbout(second, person, way);
    if (way !== 'named') await workOn(first, person, about);
    for (const org of [first, second])
      await org.advance({
        milliseconds: Date.parse('2026-11-30T07:00:00.000Z') - Date.parse(org.clock.now()),
      });
    const [a, b] = [await deskOf(first, person), await deskOf(second, person)];
    expect(a.filter((line, n) => line !== b[n])).toEqual([]);
    expect(a).toHaveLength(b.length);
    // There is a desk, with what they may see.
    expect(a.join('\n')).toContain('Today, ');
  });

  it('differs where nobody is kept out (control)', async () => {
    const [first, second] = [await begun('two-schools'), await begun('two-schools')];
    await caseAbout(first, 'p-cleo', 'named');
    for (const org of [first, second])
      await org.advance({
        milliseconds: Date.parse('2026-11-30T07:00:00.000Z') - Date.parse(org.clock.now()),
      });
    expect(await deskOf(first, 'p-vera')).not.toEqual(await deskOf(second, 'p-vera'));
  });
});

describe('a record that does not open', () => {
  const spoil = (folder: string, sql: string): void => {
    const db = new DatabaseSync(join(folder, 'signpost.db'));
    db.exec(sql);
    db.close();
  };

  it('hides no other, and is told to everybody with a desk there without its reference', async () => {
    const folder = freshFolder();
    const raw = openSqliteStore({ folder, organisation: sealedFor });
    const org = await organisation('one-school', { store: sealed(raw) });
    const [whole, broken] = [await report(org, 'p-ada'), await report(org, 'p-ben')];
    const iris = org.at('p-iris');
    await iris.say('today');
    expect(iris.texts()).not.toContain('cannot be opened');
    spoil(folder, `UPDATE records SET brief = 'v1.x.y' WHERE id = '${broken}'`);
    for (const text of ['today', 'cases']) {
      await iris.say(text);
      expect(iris.texts()).toContain('One record cannot be opened. Tell your administrator.');
      expect(iris.texts()).toContain(refOf(whole));
      // Nobody can say whom it is about: it may be about whoever reads this.
      expect(JSON.stringify(iris.card())).not.toMatch(new RegExp(`${broken}|${refOf(broken)}`));
    }
    await iris.home();
    expect(iris.texts()).toContain('One record cannot be opened.');
    expect(org.log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'record-damaged', record: broken }),
    );
    await raw.close();
    rmSync(folder, { recursive: true });
  });
});
