import { readCase } from '../../src/application/case/case-store.ts';
import { isDrill, refOf } from '../../src/domain/ids.ts';
import { textsOf } from '../support/check-card.ts';
import { report } from '../support/concern.ts';
import { type Organisation, organisation } from '../support/organisation.ts';

const MARK = 'This is a drill. Nothing in it is real. Do not phone anybody outside.';

async function begun(kind = 'child') {
  const org = await organisation('one-school');
  for (const person of ['p-iris', 'p-nadia', 'p-tom']) await org.at(person).join();
  const iris = org.at('p-iris');
  await iris.say('drill');
  await iris.press('Start the drill', { kind });
  expect(iris.texts()).toContain('The drill has begun.');
  await org.settle();
  return org;
}

const cards = (org: Organisation) => org.post.sent.map(({ message }) => message);

describe('a drill', () => {
  it('goes the way of a real worry, and every card of it says that it is none', async () => {
    const org = await begun();
    const nadia = org.at('p-nadia');
    await org.advance({ hours: 1 });
    expect(cards(org).length).toBeGreaterThan(1);
    for (const { card, notification } of cards(org)) {
      expect(textsOf(card)[0]).toBe(MARK);
      expect(notification).toMatch(/DRILL-/);
    }
    await nadia.press('Open');
    expect(nadia.texts()).toContain(MARK);
    await nadia.press('I have this').catch(() => nadia);
    expect(textsOf(nadia.card())[0]).toBe(MARK);
  });

  it('ends by itself, and says in roles and minutes how it went to whoever started it and to governors', async () => {
    const org = await begun();
    await org.advance({ minutes: 40 });
    await org.at('p-nadia').press('Open');
    await org.advance({ hours: 3 });
    const said = org
      .at('p-iris')
      .inbox()
      .map(({ message }) => textsOf(message.card).join('\n'));
    const result = said.find((text) => text.includes('Opened after 40 minutes'));
    expect(result).toContain('Nobody took it.');
    expect(result).not.toContain('Nadia');
    const governor = org
      .at('p-tom')
      .inbox()
      .map(({ message }) => textsOf(message.card).join('\n'));
    expect(governor.some((text) => text.includes('Opened after 40 minutes'))).toBe(true);
    const tom = org.at('p-tom');
    await tom.say('drill');
    expect(tom.texts()).toContain('Opened after 40 minutes');
  });

  it('can be ended before, by those who may start one and by nobody else', async () => {
    const org = await begun();
    const iris = org.at('p-iris');
    await iris.say('drills');
    await iris.press('End it now');
    expect(iris.titles()).not.toContain('End it now');
    expect(iris.texts()).toContain('Ended today');
    const cleo = org.at('p-cleo');
    await cleo.say('drill');
    expect(cleo.texts()).toContain('There is nothing here for you.');
  });

  it('is in no log of what happened', async () => {
    const org = await begun();
    const iris = org.at('p-iris');
    await iris.say('incident log');
    await iris.press('Make the file', { since: '2026-09-01' });
    expect(iris.texts()).toMatch(/\b0\b/);
  });

  it('leaves a real report as it is', async () => {
    const org = await begun();
    const from = org.post.sent.length;
    const id = await report(org, 'p-cleo', {
      danger: 'In danger now',
      alert: 'Tell the safeguarding lead now',
    });
    expect(isDrill(id)).toBe(false);
    expect(refOf(id)).not.toContain('DRILL');
    const later = cards(org)
      .slice(from)
      .filter(({ notification }) => notification.includes(refOf(id)));
    expect(later.length).toBeGreaterThan(0);
    for (const { card } of later) expect(textsOf(card)).not.toContain(MARK);
    expect((await readCase(org.deps(), id))?.state.report).not.toHaveProperty('drill');
  });
});
