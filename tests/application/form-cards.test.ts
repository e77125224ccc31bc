import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Draft, FormStep } from '../../src/application/report/draft.ts';
import { newDraft } from '../../src/application/report/draft-store.ts';
import { stepCard } from '../../src/application/report/form-cards.ts';
import { type Card, MAX_CARD_BYTES } from '../../src/cards/model.ts';
import { modalView } from '../../src/channels/slack/render.ts';
import { findings } from '../../src/channels/slack/validate.ts';
import { Report } from '../../src/domain/case/report.ts';
import { SiteId } from '../../src/domain/ids.ts';
import { FACTS } from '../../src/domain/policy/facts.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { loadPolicy } from '../../src/storage/files/load-policy.ts';
import { findingsIn } from '../support/card-findings.ts';
import { leavesOf, textsOf } from '../support/check-card.ts';
import { buttonsOf } from '../support/press.ts';
import { type SampleSchool, sampleSchool } from '../support/sample-school.ts';

/** The longest that the boxes take, all of one letter. */
function longest(letter: string): Report {
  const of = (max: number) => letter.repeat(Math.floor(max / letter.length));
  const child = { name: of(80), knownAs: of(60), year: of(40), description: of(200), part: 'harmed' };
  return Report.parse({
    danger: 'now',
    where: of(300),
    callback: '07700 900123',
    children: Array.from({ length: 8 }, () => child),
    adult: 'yes',
    adults: [
      { person: 'p-ben' },
      { person: 'p-cleo' },
      ...Array.from({ length: 10 }, () => ({ name: of(100) })),
    ],
    harms: [...FACTS.harm],
    account: {
      ...{ seen: of(3000), childWords: of(2000), heard: 'child', toldBy: of(300), said: of(1000) },
      ...{ seemed: of(300), when: 'over-time', date: '2026-11-23', time: '10:30', whenNote: of(300) },
      ...{ where: of(300), wants: of(1000), opinion: of(1000), done: of(1000), toldLead: 'yes' },
      ...{ places: 'left-arm,back', mark: of(300), page: of(300), device: of(120) },
    },
    connected: [],
    mayInvolveLead: false,
  });
}

let school: SampleSchool;
let packs: readonly Policy[];
beforeAll(async () => {
  school = await sampleSchool();
  const files = readdirSync('policies').filter((name) => name.endsWith('.yaml'));
  const loaded = await Promise.all(
    files.map((name) => loadPolicy(join('policies', name), 'policies/library')),
  );
  packs = loaded.flatMap((each) => (each.ok ? [each.value] : []));
});

function cardsOf(policy: Policy, answers: Draft['answers']): readonly (readonly [FormStep, Card])[] {
  const person = school.person('p-ada');
  const form = { ...school, deps: { ...school.deps, policy }, person };
  const draft = { ...newDraft(school.deps, person, SiteId.parse('fernhill'), 'teams'), answers };
  const steps = FormStep.options.filter((step) => step !== 'check' || answers.account !== undefined);
  return steps.map((step) => [step, stepCard(form, draft, step, { problem: 'x', alerted: 'y' })]);
}
const everyCard = () =>
  packs.flatMap((policy) => [
    ...cardsOf(policy, {}),
    ...cardsOf(policy, { ...longest('e'), danger: 'tonight', adult: 'unsure' }),
    ...cardsOf(policy, longest('e')),
  ]);
const firstQuestion = (card: Card) => {
  const leaves = leavesOf(card.body);
  return leaves.slice(
    0,
    leaves.findIndex(({ type }) => type.startsWith('Input.') || type === 'ActionSet'),
  );
};

describe('every card of the form, under every policy', () => {
  it('has at least one policy to be tried under', () => {
    expect(packs.length).toBeGreaterThan(0);
  });

  it.each(['e', '"', 'é', '語', '\u{1F600}'])(
    'stays within what every client takes, written in %s',
    (letter) => {
      for (const policy of packs)
        for (const [, card] of cardsOf(policy, longest(letter)))
          expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(MAX_CARD_BYTES);
    },
  );

  it('is valid for Microsoft’s own renderer', () => {
    for (const [step, card] of everyCard()) expect([step, findingsIn(card)]).toEqual([step, []]);
  });

  it('is a window that Slack takes', () => {
    for (const [step, card] of everyCard()) expect([step, findings(modalView(card))]).toEqual([step, []]);
  });

  it('has at most five lines before the first question, beside guidance for what was ticked', () => {
    for (const policy of packs)
      for (const [step, card] of [...cardsOf(policy, {}), ...cardsOf(policy, { danger: 'now' })]) {
        const lines = firstQuestion(card).flatMap((leaf): readonly unknown[] =>
          leaf.type === 'FactSet' ? leaf.facts : [leaf],
        );
        // Two of them are the notices that this test put there.
        expect([step, lines.length - 2 <= 5]).toEqual([step, true]);
      }
  });

  it('has buttons short enough for a phone, one step forward, and a way back that sends nothing', () => {
    for (const [step, card] of everyCard()) {
      const buttons = buttonsOf(card);
      for (const { title } of buttons) expect([title, title.length <= 40]).toEqual([title, true]);
      const back = buttons.filter(({ title }) => title === 'Back' || title.startsWith('Change '));
      expect(back.every(({ associatedInputs }) => associatedInputs === 'none')).toBe(true);
      const forward = buttons.filter(({ style }) => style === 'positive').map(({ title }) => title);
      expect([step, forward.length > 0 || step === 'right-now']).toEqual([step, true]);
    }
  });

  it('labels every question', () => {
    for (const [, card] of everyCard())
      for (const leaf of leavesOf(card.body)) if ('label' in leaf) expect(leaf.label).not.toBe('');
  });

  it('shows people’s words on the last page only as runs, each long one visibly shortened', () => {
    const [policy] = packs;
    if (policy === undefined) throw new Error('There is no policy');
    const words = '[x](http://example.org) <at>all</at> ${name} ';
    const report = longest('e');
    const account = { ...report.account, seen: words.repeat(60) };
    const card = cardsOf(policy, { ...report, account }).find(([step]) => step === 'check')?.[1];
    if (card === undefined) throw new Error('There is no last page');
    const runs = leavesOf(card.body).filter(({ type }) => type === 'RichTextBlock');
    expect(runs.length).toBeGreaterThan(10);
    expect(JSON.stringify(leavesOf(card.body).filter(({ type }) => type === 'TextBlock'))).not.toContain(
      'http',
    );
    expect(textsOf(card).some((text) => /more characters, kept\.$/.test(text))).toBe(true);
  });
});

describe('the check itself (control)', () => {
  it('finds what is wrong with a card', () => {
    const bad = { type: 'AdaptiveCard', version: '1.5', fallbackText: '', body: [{ type: 'Input.Text' }] };
    expect(findingsIn(bad as unknown as Card)).not.toEqual([]);
  });
});
