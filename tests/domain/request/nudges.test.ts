import { calledFor, endersOf, mannedRoles, mayAnswer } from '../../../src/domain/request/access.ts';
import {
  directoryOf,
  ELSEWHERE,
  HALE,
  IRIS,
  MARLOW,
  minute,
  OMAR,
  PIPPA,
  personWith,
  SITE,
} from '../../support/case-parts.ts';
import { answers, asks, FORM, given, on, tick } from '../../support/request-given.ts';

describe('nobody hears of a request', () => {
  it.each([
    ['in working hours, at once', '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000Z'],
    ['early, before they are at work', '2026-11-23T06:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['on a Friday night, before Monday', '2026-11-27T19:00:00.000Z', '2026-11-30T08:00:00.000Z'],
  ])('%s', (_, at, tell) => {
    expect(given(asks({ at: on(at) })).state?.tell).toBe(tell);
  });
});

describe('a request without an answer', () => {
  const monday = given(asks());

  it('is asked again on the next working morning, and on each after', () => {
    monday.when(tick(on('2026-11-24T08:59:00.000Z'))).thenRefused('nothing-due');
    const tuesday = on('2026-11-24T09:00:00.000Z');
    monday.when(tick(tuesday)).thenHappens({ type: 'AskedAgain' }).thenStands({ round: 1, rung: 0 });
    expect(given(asks(), tick(tuesday)).state?.clock.remind).toBe('2026-11-25T09:00:00.000Z');
  });

  it('calls the next role that has somebody after two working days, and the one after two more', () => {
    const wednesday = on('2026-11-25T09:00:00.000Z');
    given(asks({ manned: [0, 2] }))
      .when(tick(wednesday, [0, 2]))
      .thenHappens({ type: 'NextCalled', rung: 2, because: 'waited', widen: on('2026-11-27T09:00:00.000Z') });
  });

  it('is asked again for ever, when there is no further role', () => {
    const friday = on('2026-11-27T09:00:00.000Z');
    given(asks({ manned: [0] }))
      .when(tick(friday, [0]))
      .thenHappens({ type: 'AskedAgain' });
  });

  it('stops asking when it has its answer', () => {
    given(asks(), answers('Decline', 'No.'))
      .when(tick(on('2026-11-25T09:00:00.000Z')))
      .thenRefused('nothing-due');
  });

  it('does not wait for those whom nothing reaches', () => {
    const at = minute(1);
    monday
      .when({ type: 'NoteReach', at, reached: false, manned: [0, 1] })
      .thenHappens({ type: 'NextCalled', rung: 1, because: 'unreachable' });
    monday
      .when({ type: 'NoteReach', at, reached: false, manned: [0] })
      .thenHappens({ type: 'NobodyReached' })
      .thenStands({ nobody: true });
    monday.when({ type: 'NoteReach', at, reached: true, manned: [0] }).thenRefused('nothing-due');
    given(asks({ manned: [] }))
      .when({ type: 'NoteReach', at, reached: true, manned: [0] })
      .thenHappens({ type: 'SomebodyReached' });
  });

  it('is taken up as soon as somebody holds a role that had nobody', () => {
    const alone = given(asks({ manned: [] }));
    expect(alone.state).toMatchObject({ rung: -1, nobody: true });
    alone
      .when(tick(minute(1), [1]))
      .thenHappens({ type: 'NextCalled', rung: 1 })
      .thenStands({ nobody: false });
  });
});

describe('who is asked', () => {
  const school = directoryOf(
    personWith(PIPPA, ['it-lead']),
    personWith(IRIS, ['dsl']),
    personWith(OMAR, ['it-lead'], ELSEWHERE),
    personWith(MARLOW, ['chair-of-governors']),
    personWith(HALE, ['staff']),
  );
  const asking = { site: SITE, asker: PIPPA, form: FORM };

  it('is the first role that somebody other than the asker holds at the site', () => {
    expect(mannedRoles(asking, school)).toEqual([1, 2]);
    const { state } = given(asks({ manned: mannedRoles(asking, school) }));
    if (state === undefined) throw new Error('Nothing was asked');
    expect(calledFor(state, school).map(({ id }) => id)).toEqual([IRIS]);
    for (const person of school.people)
      expect([person.id, mayAnswer(person, state, school)]).toEqual([person.id, person.id === IRIS]);
  });

  it('to end it, is whoever said yes, or whoever holds the role once they do not', () => {
    const { state } = given(asks({ manned: [1, 2] }), answers('Approve'));
    if (state === undefined) throw new Error('Nothing was asked');
    const later = directoryOf(personWith(HALE, ['dsl']), personWith(IRIS, ['staff']));
    const both = directoryOf(personWith(HALE, ['dsl']), personWith(IRIS, ['dsl']));
    expect(endersOf(state, both).map(({ id }) => id)).toEqual([IRIS]);
    expect(endersOf(state, later).map(({ id }) => id)).toEqual([HALE]);
  });
});
