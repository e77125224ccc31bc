import { deskSites, homeTime, soonFrom } from '../../../src/domain/desk/day.ts';
import { Instant, PersonId, SiteId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/people/directory.ts';
import type { Role } from '../../../src/domain/policy/facts.ts';
import type { Calendar } from '../../../src/domain/time/working-time.ts';
import { HEAD_IS_NOT_LEAD } from '../../support/two-policies.ts';

const SCHOOL: Calendar = {
  timezone: 'Europe/London',
  days: [1, 2, 3, 4, 5],
  from: '08:00',
  to: '16:00',
  closures: [{ from: '2026-12-21', to: '2027-01-01' }],
  halfDays: [{ date: '2026-12-18', to: '12:30' }],
};
const at = (text: string) => Instant.parse(text);

describe('home time', () => {
  it.each([
    ['in the morning', '2026-11-24T09:00:00.000Z', '2026-11-24T16:00:00.000Z'],
    ['before the day begins', '2026-11-24T05:00:00.000Z', '2026-11-24T16:00:00.000Z'],
    ['in summer time', '2026-06-02T09:00:00.000Z', '2026-06-02T15:00:00.000Z'],
    ['after it', '2026-11-24T18:00:00.000Z', '2026-11-24T18:00:00.000Z'],
    ['on a Saturday', '2026-11-28T09:00:00.000Z', '2026-11-28T09:00:00.000Z'],
    ['on a short day', '2026-12-18T09:00:00.000Z', '2026-12-18T12:30:00.000Z'],
    ['in the holidays', '2026-12-22T09:00:00.000Z', '2026-12-22T09:00:00.000Z'],
  ])('%s', (_, now, home) => {
    expect(homeTime(at(now), SCHOOL)).toBe(home);
  });
});

it('shows meetings of today and of the next two working days, over weekends and holidays', () => {
  expect(soonFrom(at('2026-11-24T09:00:00.000Z'), SCHOOL)).toBe('2026-11-26T23:59:59.999Z');
  expect(soonFrom(at('2026-11-27T09:00:00.000Z'), SCHOOL)).toBe('2026-12-01T23:59:59.999Z');
  expect(soonFrom(at('2026-12-18T09:00:00.000Z'), SCHOOL)).toBe('2027-01-05T23:59:59.999Z');
});

describe('who has a desk', () => {
  const [north, south] = [SiteId.parse('north'), SiteId.parse('south')];
  const person = (...roles: readonly Role[]): Person => ({
    id: PersonId.parse('p-x'),
    name: 'Invented Person',
    roles: roles.map((role) => ({ role, site: north })),
  });
  it.each([
    ['dsl', true],
    ['deputy', true],
    ['headteacher', true],
    ['staff', false],
    ['it-lead', false],
  ] as const)('%s: %s', (role, has) => {
    expect(deskSites(HEAD_IS_NOT_LEAD, [north, south], person('staff', role))).toEqual(has ? [north] : []);
  });
});
