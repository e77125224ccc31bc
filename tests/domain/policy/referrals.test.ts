import { Instant } from '../../../src/domain/ids.ts';
import { checkReferrals, lintReferrals } from '../../../src/domain/policy/check-referrals.ts';
import { endOfReply, type ReplyClock, stageAfter, stagesFor } from '../../../src/domain/policy/referrals.ts';
import { loadLibrary } from '../../../src/storage/files/load-library.ts';
import { loadPolicy, reviewPolicy } from '../../../src/storage/files/load-policy.ts';
import { edited, errorsOf, packAt, STARTER } from '../../policies/packs.ts';
import { CALENDAR, minute } from '../../support/case-parts.ts';

const again = { id: 'again', title: 'Phone again', text: 'Phone them again.', within: 'P1D' };
const clock = (changes: Partial<ReplyClock> = {}): ReplyClock => ({
  reply: 'P1D',
  silent: [],
  stages: [again],
  source: 'default',
  ...changes,
});
const packWith = (referrals: ReplyClock) => ({ referrals }) as never;
const friday = Instant.parse('2026-11-27T14:00:00.000Z');

describe('how long a reply is waited for', () => {
  it.each([
    ['now', 'P1D', '2026-11-28T14:00:00.000Z'],
    ['today', 'P2D', '2026-11-29T14:00:00.000Z'],
    ['ordinary', 'P1D', '2026-11-30T14:00:00.000Z'],
    ['ordinary', 'P3D', '2026-12-02T14:00:00.000Z'],
    ['now', 'PT4H', '2026-11-27T18:00:00.000Z'],
    ['ordinary', 'PT4H', '2026-11-30T10:00:00.000Z'],
  ] as const)('%s, %s from a Friday afternoon', (urgency, wait, end) => {
    expect(endOfReply(friday, wait, urgency, CALENDAR)).toBe(end);
  });

  it('a working day is one on which people are there', () => {
    const closed = { ...CALENDAR, closures: [{ from: '2026-11-30', to: '2026-12-01' }] };
    expect(endOfReply(friday, 'P1D', 'ordinary', closed)).toBe('2026-12-02T14:00:00.000Z');
    expect(endOfReply(minute(0), 'P1D', 'ordinary', CALENDAR)).toBe(minute(24 * 60));
  });
});

describe('what comes when nobody replies', () => {
  const two = clock({
    stages: [
      { ...again, id: 'manager', agencies: ['social-care'] },
      { ...again, id: 'desk', agencies: ['police'] },
      again,
    ],
  });
  it('is the next step for that agency, and at the end the last one again', () => {
    expect(stagesFor(two, 'social-care').map(({ id }) => id)).toEqual(['manager', 'again']);
    expect([0, 1, 2, 9].map((taken) => stageAfter(two, 'social-care', taken)?.id)).toEqual([
      'manager',
      'again',
      'again',
      'again',
    ]);
    expect(stageAfter(two, 'police', 0)?.id).toBe('desk');
  });

  it('is there for every agency that is waited for, or the pack does not load', () => {
    const codes = (referrals: ReplyClock) => checkReferrals(packWith(referrals)).map(({ code }) => code);
    expect(codes(clock())).toEqual([]);
    const onlyPolice = clock({ stages: [{ ...again, agencies: ['police'] }] });
    expect(codes(onlyPolice)).toContain('referral.no-stage');
    expect(
      codes({
        ...onlyPolice,
        silent: ['social-care', 'lado', 'ceop', 'iwf', 'prevent', 'health', 'early-help', 'other'],
      }),
    ).toEqual([]);
    expect(codes(clock({ stages: [again, again] }))).toEqual(['id.twice']);
  });

  it('without a time is pointed out', () => {
    const { within: _, ...timeless } = again;
    expect(lintReferrals(packWith(clock({ stages: [timeless] }))).map(({ code }) => code)).toEqual([
      'referral.no-time',
    ]);
    expect(lintReferrals(packWith(clock()))).toEqual([]);
  });
});

describe('a pack', () => {
  const OWN = `referrals:
  reply: P2D
  silent: []
  stages:
    - { id: again, title: Phone again, text: Phone them again. }
  source: default

contacts:`;
  it('has the library’s times and steps, or its own', async () => {
    const usual = await packAt(STARTER);
    expect(usual.referrals).toMatchObject({ reply: 'P1D', silent: ['iwf'] });
    expect(usual.referrals.stages.map(({ id }) => id)).toEqual([
      'team-manager',
      'service-manager',
      'in-charge',
      'partnership',
    ]);
    expect(usual.referrals.source).toContain('Working together');
    const { copy } = await edited(STARTER, '\ncontacts:', `\n${OWN}`);
    const own = await loadPolicy(copy, 'policies/library');
    expect(errorsOf(own)).toEqual([]);
    expect(own).toMatchObject({ value: { referrals: { reply: 'P2D', stages: [{ id: 'again' }] } } });
    const findings = await reviewPolicy(copy, 'policies/library', Temporal.PlainDate.from('2026-11-21'));
    expect(findings.map(({ code }) => code)).toContain('referral.no-time');
  });

  it.each([
    [
      'a section that is not there',
      'source: default\n\ncontacts:',
      'source: "99.9"\n\ncontacts:',
      /source\.unknown/,
    ],
    ['a time that is none', 'reply: P2D', 'reply: soon', /./],
  ])('with %s does not load', async (_, from, to, code) => {
    const { copy } = await edited(STARTER, '\ncontacts:', `\n${OWN.replace(from, to)}`);
    expect(errorsOf(await loadPolicy(copy, 'policies/library')).join(' ')).toMatch(code);
  });
});

it('the library has one draft for each agency, none of which shows its slots', async () => {
  const loaded = await loadLibrary('policies/library');
  if (!loaded.ok) throw new Error('The library does not load');
  const { drafts, left } = loaded.value.referrals;
  expect(drafts).toHaveLength(9);
  expect(drafts.filter(({ nameless }) => nameless).map(({ agency }) => agency)).toEqual(['iwf']);
  expect(Object.values(left).filter((line) => line === '')).toEqual([]);
});
