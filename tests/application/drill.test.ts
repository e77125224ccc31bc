import { readCase } from '../../src/application/case/case-store.ts';
import { concernedIn, keepLowLevel } from '../../src/application/staff-concerns/keep.ts';
import { lowLevelId } from '../../src/application/staff-concerns/low-level-store.ts';
import { wantsChildRecord } from '../../src/domain/case/beside.ts';
import { isDrill, type RecordId, refOf, SiteId } from '../../src/domain/ids.ts';
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

async function snapshotOf(org: Organisation, id: RecordId) {
  const snapshot = await org.deps().store.read(id);
  if (snapshot === undefined) throw new Error('There is no drill');
  return snapshot;
}

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

  it('about an adult keeps no second record: none of the child, and no low-level concern', async () => {
    const org = await begun('adult');
    const deps = org.deps();
    const [site] = deps.organisation.sites;
    const page = await deps.store.byToken(deps.keyring.token('drill', site?.id ?? SiteId.parse('main')));
    const found = page.items[0];
    if (found === undefined) throw new Error('There is no drill');
    const lado = { asked: 'no', when: '', advice: '' } as const;
    const judged = { limbs: [], outcome: 'not-met', reason: 'Tried out.', lado } as const;
    const state = (await readCase(deps, found.id))?.state;
    const report = state?.report;
    if (state === undefined || report === undefined) throw new Error('There is no drill');
    const threshold = { ...judged, done: 'Nothing.', limbs: [], by: state.reporter, at: deps.clock.now() };
    const about = { ...state, mayInvolveLead: false, threshold, report: { ...report, adults: [] } };
    const record = { id: found.id, version: 1, state: about, snapshot: await snapshotOf(org, found.id) };
    const toJudge = { ...about.plan, route: { ...about.plan.route, about: 'adult' as const } };
    const full = { ...record, state: { ...about, report, plan: toJudge } };
    await keepLowLevel(deps, full, org.directory);
    const kept = lowLevelId(deps, found.id, concernedIn(full.state)[0]);
    expect(await deps.store.read(kept)).toBeUndefined();
    const route = { ...about.plan.route, child: 'any' };
    const child = {
      ...about,
      plan: { ...about.plan, route },
      report: { ...about.report, adult: 'no' as const, harms: ['feeling' as const] },
    };
    expect(wantsChildRecord(child, org.directory)).toBe(false);
    const { drill: _, ...real } = child.report;
    expect(wantsChildRecord({ ...child, report: real }, org.directory)).toBe(true);
  });
});
