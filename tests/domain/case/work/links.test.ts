import type { CaseCommand } from '../../../../src/domain/case/commands.ts';
import { seconders } from '../../../../src/domain/child/seconders.ts';
import { close, nameInvolved, report, take } from '../../../support/case-commands.ts';
import {
  directoryOf,
  HALE,
  IRIS,
  OMAR,
  personWith,
  planOf,
  reportOf,
  WREN,
} from '../../../support/case-parts.ts';
import {
  agreeStrike,
  askStrike,
  declineStrike,
  KIM,
  leaveUnsure,
  link,
  ROBIN,
  undoLink,
} from '../../../support/case-work-commands.ts';
import { given, history } from '../../../support/given.ts';

const linked = (...more: readonly CaseCommand[]) => history(report(), take(IRIS), link(IRIS), ...more);
const asked = (...more: readonly CaseCommand[]) => linked(askStrike(IRIS), ...more);

describe('same child as …?', () => {
  it('is a lead’s word, once for each child of the case', () => {
    given(...history(report()))
      .when(link(IRIS))
      .thenHappens({ type: 'ChildLinked', child: 0, register: ROBIN, by: IRIS })
      .thenCase({ links: [{ child: 0, register: ROBIN, by: IRIS }] });
    given(...linked())
      .when(link(OMAR))
      .thenRefused({ reason: 'already-done' });
    given(...linked())
      .when(link(OMAR, { register: KIM }))
      .thenRefused({ reason: 'linked-already' });
    given(...linked())
      .when(link(OMAR, { child: 7 }))
      .thenRefused({ reason: 'no-such-child' });
  });

  it('may be left open, and answered later', () => {
    const open = history(report(), leaveUnsure(IRIS));
    given(...open)
      .when(leaveUnsure(OMAR))
      .thenRefused({ reason: 'already-done' });
    given(...open)
      .when(link(OMAR))
      .thenCase({ notSure: [], links: [{ register: ROBIN, by: OMAR }] });
  });

  it('can be said of a closed case too: a story is never finished', () => {
    const plain = report({ plan: planOf({ steps: [] }) });
    const done = history(plain, take(IRIS), close(IRIS, 1));
    given(...done)
      .when(link(IRIS))
      .thenCase({ links: [{ register: ROBIN }], progress: { status: 'closed' } });
  });
});

describe('another child after all', () => {
  it('is taken back with a reason while nobody else has read it there', () => {
    given(...linked())
      .when(undoLink(IRIS, { reason: ' ' }))
      .thenRefused({ reason: 'needs-words' });
    given(...linked())
      .when(undoLink(IRIS))
      .thenHappens({ type: 'LinkUndone', child: 0, register: ROBIN, reason: 'Another class.' })
      .thenCase({ links: [], struck: [] });
  });

  it('needs a second person once somebody has, and while one is being asked', () => {
    given(...linked())
      .when(undoLink(IRIS, { seen: true }))
      .thenRefused({ reason: 'needs-second' });
    given(...asked())
      .when(undoLink(OMAR))
      .thenRefused({ reason: 'needs-second' });
  });

  it('is asked once, with a reason', () => {
    given(...linked())
      .when(askStrike(IRIS, { reason: '' }))
      .thenRefused({ reason: 'needs-words' });
    given(...asked())
      .when(askStrike(OMAR))
      .thenRefused({ reason: 'already-done' });
  });

  it('is never agreed to by whoever asked', () => {
    given(...asked())
      .when(agreeStrike(IRIS))
      .thenRefused({ reason: 'own-proposal' });
    given(...linked())
      .when(agreeStrike(OMAR))
      .thenRefused({ reason: 'already-done' });
  });

  it('is struck through with both names, the reason and who had read it, and can then be linked aright', () => {
    const struck = given(...asked()).when(agreeStrike(OMAR, { seenBy: [WREN] }));
    struck.thenCase({
      links: [],
      struck: [
        { child: 0, register: ROBIN, by: IRIS, agreedBy: OMAR, seenBy: [WREN], reason: 'Another class.' },
      ],
    });
    given(...asked(), ...struck.events())
      .when(link(OMAR, { register: KIM }))
      .thenCase({ links: [{ register: KIM }], struck: [{ register: ROBIN }] });
  });

  it('stays when they decline with a reason, and may be asked anew', () => {
    given(...asked())
      .when(declineStrike(OMAR, { reason: '' }))
      .thenRefused({ reason: 'needs-words' });
    const stays = given(...asked()).when(declineStrike(OMAR));
    stays.thenCase({ links: [{ register: ROBIN, by: IRIS }], struck: [] });
    given(...asked(), ...stays.events())
      .when(askStrike(OMAR))
      .thenHappens({ type: 'StrikeAsked', by: OMAR });
  });
});

describe('who may agree', () => {
  const people = directoryOf(
    personWith(IRIS, ['dsl']),
    personWith(OMAR, ['deputy']),
    personWith(WREN, ['senior-leader']),
    personWith(HALE, ['headteacher']),
  );
  const plan = planOf({ leads: ['dsl', 'deputy'], independent: ['headteacher'] });
  const about = report({
    report: reportOf(),
    plan: {
      ...plan,
      route: { ...plan.route, rungs: [['dsl', 'senior-leader']], channel: true, exclude: [] },
    },
  });
  const who = (...more: readonly CaseCommand[]) =>
    seconders(given(...history(about, link(IRIS), ...more)).state(), people, 0).map(({ id }) => id);

  it('is nobody before anybody asks', () => {
    expect(who()).toEqual([]);
  });

  it('is another lead; with none, whoever else works it; with nobody, the independent role', () => {
    expect(who(askStrike(IRIS))).toEqual([OMAR]);
    expect(who(askStrike(IRIS), nameInvolved(IRIS, OMAR))).toEqual([WREN]);
    expect(who(askStrike(IRIS), nameInvolved(IRIS, OMAR), nameInvolved(IRIS, WREN))).toEqual([HALE]);
    expect(who(askStrike(OMAR))).toEqual([IRIS]);
  });

  it('is nobody when everybody is out of it', () => {
    const out = [OMAR, WREN, HALE].map((each) => nameInvolved(IRIS, each));
    expect(who(askStrike(IRIS), ...out)).toEqual([]);
  });
});
