import type { CaseBrief } from '../../../src/domain/case/brief.ts';
import {
  CANNOT_WAIT,
  DESK_GROUPS,
  type DeskDay,
  type DeskGroup,
  groupOf,
  waitsFor,
} from '../../../src/domain/desk/waiting.ts';
import { Instant } from '../../../src/domain/ids.ts';
import { IRIS, OMAR, PIPPA, planOf, SITE } from '../../support/case-parts.ts';

const at = (text: string) => Instant.parse(`2026-11-${text}:00.000Z`);
const DAY: DeskDay = {
  viewer: IRIS,
  now: at('24T10:00'),
  began: at('24T00:00'),
  home: at('24T16:00'),
  soon: at('26T23:59'),
  elsewhere: false,
  keepsRegister: () => true,
};

/** Somebody else has it, it is ordinary, everything is done. */
function brief(parts: Partial<CaseBrief> = {}): CaseBrief {
  const { leads, route } = planOf();
  return {
    ...{
      kind: 'case',
      site: SITE,
      reporter: PIPPA,
      reportedAt: at('20T09:00'),
      status: 'owned',
      owner: OMAR,
    },
    ...{ urgency: 'ordinary', about: 'child', kinds: [], mayInvolveLead: false, conflicted: [], rung: 0 },
    plan: { leads, route: { exclude: route.exclude, rungs: route.rungs, channel: route.channel } },
    ...{ children: [], openedBy: [], late: 0, waits: [], meetings: [], tasks: 0 },
    ...parts,
  };
}
const groupsOf = (parts: Partial<CaseBrief>, day: Partial<DeskDay> = {}): readonly DeskGroup[] =>
  DESK_GROUPS.filter((group) => waitsFor(group, brief(parts), { ...DAY, ...day }) !== undefined);

const meeting = (when: string) => ({ meetings: [{ kind: 'strategy' as const, when: at(when) }] });
const reply = { waits: [{ agency: 'police' as const, due: at('25T10:00'), chased: 0 }] };
const CASES: readonly (readonly [string, Partial<CaseBrief>, readonly DeskGroup[], Partial<DeskDay>?])[] = [
  ['nothing', {}, []],
  ['nobody has opened it', { status: 'new' }, ['unopened']],
  ['it was handed to me', { handedTo: IRIS }, ['handed']],
  ['it was handed to somebody else', { handedTo: OMAR }, []],
  ['I have it', { owner: IRIS }, ['mine']],
  ['urgent, and nobody has it', { urgency: 'now', status: 'opened' }, ['before-home']],
  ['urgent, and from today', { urgency: 'today', reportedAt: at('24T08:00') }, ['before-home']],
  ['urgent on another day, and somebody has it', { urgency: 'today' }, []],
  ['urgent and closed', { urgency: 'now', status: 'closed' }, []],
  ['due before home time', { due: at('24T16:00') }, ['before-home']],
  ['due after it', { due: at('24T16:01') }, []],
  ['due now', { due: at('24T10:00') }, ['late']],
  ['late, and not due at a time', { late: 2 }, ['late']],
  ['late and closed', { late: 2, due: at('24T09:00'), status: 'closed' }, []],
  ['a reply is waited for', reply, ['referrals']],
  ['a reply is waited for after closing', { ...reply, status: 'closed' }, ['referrals']],
  ['a referral without a clock', { waits: [{ agency: 'police', chased: 0 }] }, ['referrals']],
  ['a meeting soon', meeting('26T09:00'), ['meetings']],
  ['a meeting that is over', meeting('20T09:00'), ['meetings']],
  ['a meeting later', meeting('27T09:00'), []],
  ['something was asked', { askedAt: at('23T09:00') }, ['asked']],
  ['a colleague has something to do', { tasks: 1 }, ['tasks']],
  ['a child who is not matched', { children: [{ name: 'Robin' }] }, ['unmatched']],
  [
    'the same, for somebody without the register',
    { children: [{ name: 'Robin' }] },
    [],
    { keepsRegister: () => false },
  ],
  ['not copied', {}, ['not-copied'], { elsewhere: true }],
  ['copied', { copied: at('23T09:00') }, [], { elsewhere: true }],
  ['a drill is copied nowhere', { drill: true }, [], { elsewhere: true }],
];

const ALL = CASES.map(([what, parts, groups, day = {}]) => [what, parts, groups, day] as const);
it.each(ALL)('%s', (_, parts, groups, day) => {
  expect(groupsOf(parts, day)).toEqual(groups);
});

it('each reason has a case here', () => {
  const shown = new Set(CASES.flatMap(([, , groups]) => groups));
  expect(DESK_GROUPS.filter((group) => !shown.has(group))).toEqual([]);
  expect(CANNOT_WAIT.filter((group) => !shown.has(group))).toEqual([]);
});

it('puts the most pressing first', () => {
  const cases = ['24T13:00', '24T11:00', '24T12:00'].map((due) => ({ brief: brief({ due: at(due) }) }));
  expect(groupOf('before-home', cases, DAY).map((each) => each.at)).toEqual([
    at('24T11:00'),
    at('24T12:00'),
    at('24T13:00'),
  ]);
});
