import fc from 'fast-check';
import { decide } from '../../../src/domain/case/decide.ts';
import { CaseEvent } from '../../../src/domain/case/events.ts';
import { evolve } from '../../../src/domain/case/evolve.ts';
import { involved } from '../../../src/domain/case/report.ts';
import { CaseState } from '../../../src/domain/case/state.ts';
import { anyWish, commandOf, eventsOf, live, wishes } from '../../support/case-arbitraries.ts';
import { note, open, report } from '../../support/case-commands.ts';
import { IRIS, minute, PIPPA, reportOf, SITE } from '../../support/case-parts.ts';
import { given, history, RULES, stateAfter } from '../../support/given.ts';

/** Whom the case waits for says where it stands, and nobody is ever forgotten. */
function isAwaited({ progress, clock, exhausted }: CaseState): boolean {
  switch (progress.status) {
    case 'new':
      return exhausted ? clock === undefined : clock?.waitsFor === 'open';
    case 'opened':
      return exhausted ? clock === undefined : clock?.waitsFor === 'own';
    case 'owned':
      return clock === undefined || (clock.waitsFor === 'decide' && !exhausted);
    case 'closed':
      return clock === undefined;
  }
}

describe('whatever people ask for, in whatever order', () => {
  it('every event and every state is what the store can read back', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        for (const { decision, after } of live(wanted)) {
          if (decision.ok) for (const event of decision.value) expect(CaseEvent.parse(event)).toEqual(event);
          if (after !== undefined) expect(CaseState.parse(after)).toEqual(after);
        }
      }),
    );
  });

  it('somebody is waited for, or has it, or the reporter is told that nobody has', () => {
    let met = new Set<string>();
    fc.assert(
      fc.property(wishes, (wanted) => {
        for (const { after } of live(wanted)) {
          if (after === undefined) continue;
          met = met.add(`${after.progress.status} ${after.clock?.waitsFor} ${after.exhausted}`);
          expect([after.progress, after.clock, after.exhausted, isAwaited(after)]).toContain(true);
        }
      }),
      { numRuns: 500 },
    );
    // The histories reach every standing, so that the sentence above says something.
    expect([...met].map((each) => each.split(' ')[0])).toEqual(
      expect.arrayContaining(['new', 'opened', 'owned', 'closed']),
    );
  });

  it('whoever is named or passes it on owns it no more', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        for (const { command, decision, after } of live(wanted)) {
          if (!decision.ok || after?.progress.status !== 'owned') continue;
          if (command.type === 'PassOn') expect(after.progress.owner).not.toBe(command.by);
          if (command.type === 'NamePersonInvolved') expect(after.progress.owner).not.toBe(command.person);
          if (command.type === 'ReportConcern')
            expect(involved(command.report)).not.toContain(after.progress.owner);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a refused command changes nothing, and a case that began never goes away', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        for (const { decision, before, after } of live(wanted)) {
          if (!decision.ok) expect(after).toBe(before);
          if (before !== undefined) expect(after).toBeDefined();
        }
      }),
    );
  });

  it('a step that was answered keeps its answer', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        for (const { before, after } of live(wanted))
          for (const { step, now } of before?.steps ?? [])
            if (now.standing !== 'waiting')
              expect(after?.steps.find((each) => each.step.id === step.id)?.now).toEqual(now);
      }),
      { numRuns: 300 },
    );
  });

  it('nobody ever answers their own request', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        for (const { after } of live(wanted))
          for (const { proposedBy, now } of after?.steps ?? [])
            if (now.standing === 'approved' || now.standing === 'refused')
              expect(now.by).not.toBe(proposedBy);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what happened, happened', () => {
  it('makes something of any facts in any order, and counts them', () => {
    fc.assert(
      fc.property(
        wishes.chain((wanted) => fc.shuffledSubarray([...eventsOf(live(wanted))])),
        (events) => {
          const from = stateAfter(history(report()));
          const state = stateAfter(events, from);
          expect(state?.events).toBe(2 + events.length);
          expect(CaseState.parse(state)).toEqual(state);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('answers any command on any case, however it came to be', () => {
    fc.assert(
      fc.property(
        wishes.chain((wanted) => fc.shuffledSubarray([...eventsOf(live(wanted))])),
        fc.array(anyWish, { minLength: 1, maxLength: 10 }),
        (events, wanted) => {
          const state = stateAfter(events);
          for (const each of wanted)
            expect(decide(commandOf(each, state, 100), state, RULES)).toHaveProperty('ok');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('makes nothing of what comes before the beginning', () => {
    expect(evolve(undefined, { type: 'CaseTaken', at: minute(0), by: IRIS })).toBeUndefined();
  });

  it('begins with a report even where its route is missing', () => {
    const begun = evolve(undefined, {
      type: 'ConcernReported',
      at: minute(0),
      by: PIPPA,
      site: SITE,
      report: reportOf(),
      content: 'first',
    });
    expect(begun).toMatchObject({ progress: { status: 'new' }, events: 1, reporter: PIPPA });
  });

  it('counts every event of a history', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        const moments = live(wanted);
        expect(moments.at(-1)?.after?.events ?? 0).toBe(eventsOf(moments).length);
      }),
    );
  });
});

describe('a button pressed twice takes effect once', () => {
  const pressed = history(report({ action: 'b-report' }), note(IRIS, { action: 'b-1' }));

  it('is the same again for the same person', () => {
    given(...pressed)
      .when(note(IRIS, { action: 'b-1', text: 'Another text.' }))
      .thenRefused({ reason: 'same-again' });
    given(...pressed)
      .when(report({ action: 'b-report', content: 'second' }))
      .thenRefused({ reason: 'same-again' });
  });

  it('is another press for another person, and for another button', () => {
    for (const command of [note(PIPPA, { action: 'b-1' }), note(IRIS, { action: 'b-2' }), note(IRIS)])
      given(...pressed)
        .when(command)
        .thenHappens({ type: 'NoteAdded' });
  });

  it('remembers nothing of a press that was refused', () => {
    given(...pressed)
      .when(note(IRIS, { action: 'b-3', text: '' }))
      .thenRefused({ reason: 'needs-words' });
    given(...pressed)
      .when(note(IRIS, { action: 'b-3' }))
      .thenHappens({ type: 'NoteAdded' });
  });

  it('remembers the last hundred', () => {
    const notes = Array.from({ length: 130 }, (_, n) => note(IRIS, { action: `n-${n}` }));
    const state = given(...history(report(), ...notes, open(IRIS))).state();
    expect(state.applied).toHaveLength(100);
    expect(state.applied.at(0)).toBe('n-30|p-iris');
    expect(state.applied.at(-1)).toBe('n-129|p-iris');
  });
});
