import { Instant, RecordId } from '../../../src/domain/ids.ts';
import { decideLowLevel, type LowLevelCommand } from '../../../src/domain/low-level/decide.ts';
import { recentFor } from '../../../src/domain/low-level/pattern.ts';
import { evolveLowLevel, type LowLevelState, lowLevelBriefOf } from '../../../src/domain/low-level/state.ts';
import { HALE, IRIS, MARLOW, minute, person, SITE } from '../../support/case-parts.ts';

const CASE = RecordId.parse('0123456789abcdefghjkmnpqrs');
const PIKE = person('p-pike');
const keep = (more: Partial<Extract<LowLevelCommand, { type: 'KeepConcern' }>> = {}): LowLevelCommand => ({
  type: 'KeepConcern',
  ...{ at: minute(0), by: HALE, adult: PIKE, site: SITE, case: CASE, date: '2026-11-20' },
  ...{ context: 'A lift home, unasked.', done: 'It was talked through.', barred: [PIKE] },
  ...more,
});

function keptAfter(...commands: readonly LowLevelCommand[]): LowLevelState {
  let state: LowLevelState | undefined;
  for (const command of commands) {
    const decision = decideLowLevel(command, state);
    if (!decision.ok) throw new Error(`${command.type} is refused: ${decision.refusal.reason}`);
    state = decision.value.reduce<LowLevelState | undefined>(evolveLowLevel, state);
  }
  if (state === undefined) throw new Error('Nothing is kept');
  return state;
}

describe('a low-level concern', () => {
  it('holds when, what and what was done, with the case, and nothing else of it', () => {
    expect(keptAfter(keep())).toMatchObject({
      ...{ adult: PIKE, case: CASE, date: '2026-11-20', by: HALE },
      ...{ context: 'A lift home, unasked.', done: 'It was talked through.' },
    });
  });

  it.each([{ context: ' ' }, { done: '' }])('is not kept with %j', (more) => {
    expect(decideLowLevel(keep(more), undefined)).toMatchObject({ refusal: { reason: 'needs-words' } });
  });

  it('is kept once, however often that is done; and anew when it was judged anew', () => {
    const state = keptAfter(keep());
    expect(decideLowLevel(keep({ at: minute(9) }), state)).toMatchObject({
      refusal: { reason: 'already-done' },
    });
    expect(keptAfter(keep(), keep({ done: 'He had training.' })).done).toBe('He had training.');
  });

  it('writes down who opened it, each time', () => {
    const open = (by: typeof HALE, at: number): LowLevelCommand => ({
      type: 'OpenConcern',
      at: minute(at),
      by,
    });
    const state = keptAfter(keep(), open(HALE, 1), open(MARLOW, 2), open(HALE, 3));
    expect(state.openedBy.map(({ by }) => by)).toEqual([MARLOW, HALE]);
    expect(state.events).toBe(4);
  });

  it('counts no more once it is an allegation, and again if it was judged low-level after all', () => {
    const raise: LowLevelCommand = {
      type: 'RaiseConcern',
      at: minute(5),
      by: HALE,
      reason: 'A second lift.',
    };
    expect(decideLowLevel({ ...raise, reason: '' }, keptAfter(keep()))).toMatchObject({
      refusal: { reason: 'needs-words' },
    });
    const raised = keptAfter(keep(), raise);
    expect(lowLevelBriefOf(raised).stands).toBe(false);
    expect(decideLowLevel(raise, raised)).toMatchObject({ refusal: { reason: 'already-done' } });
    expect(lowLevelBriefOf(keptAfter(keep(), raise, keep({ at: minute(9) }))).stands).toBe(true);
  });

  it('keeps out whoever was ever kept out', () => {
    expect(keptAfter(keep(), keep({ barred: [IRIS] })).barred).toEqual([PIKE, IRIS]);
  });

  it('shows nothing of what happened where it is counted', () => {
    expect(JSON.stringify(lowLevelBriefOf(keptAfter(keep())))).not.toMatch(/lift|talked/);
  });
});

describe('a pattern', () => {
  const at = (day: string, more: object = {}) => ({
    ...{ at: Instant.parse(`${day}T10:00:00.000Z`), stands: true, barred: [] },
    ...more,
  });
  const NOW = Instant.parse('2026-11-24T10:00:00.000Z');
  const count = (...kept: readonly ReturnType<typeof at>[]) =>
    recentFor(kept, HALE, NOW, 'Europe/London').length;

  it('is looked for over twelve months, to the day', () => {
    expect(count(at('2026-11-24'), at('2026-03-01'), at('2025-11-25'))).toBe(3);
    expect(count(at('2025-11-24'), at('2025-11-23'))).toBe(0);
  });

  it('counts neither allegations nor what this reader must not hear of', () => {
    expect(count(at('2026-11-01', { stands: false }), at('2026-11-01', { barred: [HALE] }))).toBe(0);
    expect(count(at('2026-11-01', { barred: [IRIS] }))).toBe(1);
  });
});
