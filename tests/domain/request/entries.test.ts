import { RecordId } from '../../../src/domain/ids.ts';
import type { RequestCommand } from '../../../src/domain/request/commands.ts';
import { type EntryBrief, entryOf, latest } from '../../../src/domain/request/entry.ts';
import { childrenIn, isSameChild, MOST_CHILDREN } from '../../../src/domain/request/named-child.ts';
import type { AskedForm } from '../../../src/domain/request/state.ts';
import { IRIS, minute, OMAR, PIPPA, SITE } from '../../support/case-parts.ts';
import { answers, asks, FORM, given, on, tick } from '../../support/request-given.ts';

const KEPT: AskedForm = {
  ...FORM,
  keep: { register: 'tools', about: 'thing', by: ['it-lead'], expires: 'P12M' },
};
const RECORD: AskedForm = { ...KEPT, answer: 'record' };
const TASK: AskedForm = { ...KEPT, answer: 'do' };
const END = (words: string, by = IRIS): RequestCommand => ({ type: 'EndEntry', at: minute(90), by, words });

describe('what a form names', () => {
  it.each([
    ['Robin Vale, 5B', [{ name: 'Robin Vale', group: '5B' }]],
    ['  Zoë Vale ,  Year 5\n\n', [{ name: 'Zoë Vale', group: 'Year 5' }]],
    ['Robin Vale, 5B\nrobin  vale, 5 b\nROBIN VALE,5B', [{ name: 'Robin Vale', group: '5B' }]],
    [
      'Robin Vale, 5B\nRobin Vale, 6A',
      [
        { name: 'Robin Vale', group: '5B' },
        { name: 'Robin Vale', group: '6A' },
      ],
    ],
    ['Vale, Robin, 5B', [{ name: 'Vale, Robin', group: '5B' }]],
  ])('%j is read, and a child who stands there twice is one', (text, value) => {
    expect(childrenIn(text)).toEqual({ ok: true, value });
  });

  it.each(['Robin Vale', 'Robin Vale,', ', 5B', 'Robin Vale, 5B\nSam Lee'])('%j has no class', (text) => {
    expect(childrenIn(text)).toEqual({ ok: false, refusal: 'no-class' });
  });

  it('is a class on a trip, and no more', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, n) => `Child ${n}, 5B`).join('\n');
    expect(childrenIn(lines(MOST_CHILDREN)).ok).toBe(true);
    expect(childrenIn(lines(MOST_CHILDREN + 1))).toEqual({ ok: false, refusal: 'too-many' });
  });

  it('tells two children apart by their class, however it is written', () => {
    const robin = { name: 'Robin Vale', group: '5B' };
    expect(isSameChild(robin, { name: 'robin vále', group: '5 b' })).toBe(true);
    expect(isSameChild(robin, { name: 'Robin Vale', group: '6B' })).toBe(false);
    expect(isSameChild(robin, { name: 'Robin Val', group: 'e5B' })).toBe(false);
  });
});

describe('an entry', () => {
  it('that is only written down stands at once, and waits for nobody', () => {
    given()
      .when(asks({ form: RECORD }))
      .thenHappens({ type: 'RequestMade' }, { type: 'RequestDone', by: PIPPA, until: '2027-11-23' })
      .thenStands({ progress: { status: 'done' }, nobody: false, until: '2027-11-23' });
  });

  it.each([
    [KEPT, answers('Approve')],
    [TASK, answers('Finish', 'Done so.')],
  ])('without a day of its own ends so long after the answer', (form, answer) => {
    given(asks({ form }))
      .when(answer)
      .thenStands({ until: '2027-11-23', clock: { over: expect.stringContaining('2027-11-2') } });
  });

  it('keeps the day that was asked for', () => {
    given(asks({ form: KEPT, until: '2026-12-04' }))
      .when(answers('Approve'))
      .thenStands({ until: '2026-12-04', clock: { over: '2026-12-05T00:00:00.000Z' } });
  });

  it('that was done is over after its day, and a task that is kept nowhere is not', () => {
    const late = tick(on('2027-11-25T09:00:00.000Z'));
    given(asks({ form: TASK }), answers('Finish', 'Done so.'))
      .when(late)
      .thenHappens({ type: 'PeriodOver' })
      .thenStands({ progress: { status: 'over' } });
    given(asks({ form: { ...FORM, answer: 'do' } }), answers('Finish', 'Done so.'))
      .when(late)
      .thenRefused('nothing-due');
  });

  it('is ended with a reason, once, by whoever may, and keeps who said yes', () => {
    given(asks({ form: KEPT }), answers('Approve'))
      .when(END(' '))
      .thenRefused('needs-words');
    given(asks({ form: KEPT }), answers('Approve'))
      .when(END(' The parent wrote to us. ', OMAR))
      .thenHappens({ type: 'EntryEnded', by: OMAR, words: 'The parent wrote to us.' })
      .thenStands({ progress: { status: 'ended', answer: { by: IRIS }, ended: { by: OMAR } }, clock: {} });
    given(asks({ form: KEPT }), answers('Approve'), END('Once.'))
      .when(END('Twice.'))
      .thenRefused('nothing-to-end');
  });

  it.each([
    ['waits', [asks({ form: KEPT })]],
    ['was declined', [asks({ form: KEPT }), answers('Decline', 'No.')]],
    ['is in no register', [asks(), answers('Approve')]],
  ])('that %s cannot be ended', (_, commands) => {
    given(...commands)
      .when(END('No longer.'))
      .thenRefused('nothing-to-end');
  });

  it('can be ended after its day, with why', () => {
    given(asks({ form: KEPT }), answers('Approve'), tick(on('2027-11-25T09:00:00.000Z')))
      .when(END('Not used any more.'))
      .thenStands({ progress: { status: 'ended' } });
  });

  it('for which something is lacking gets no yes, and can be declined', () => {
    const yes = { ...answers('Approve'), isLacking: true } as RequestCommand;
    given(asks({ form: KEPT }))
      .when(yes)
      .thenRefused('lacking');
    given(asks({ form: TASK }))
      .when({ ...answers('Finish', 'Done.'), isLacking: true } as RequestCommand)
      .thenRefused('lacking');
    given(asks({ form: KEPT }))
      .when({ ...answers('Decline', 'No consent.'), isLacking: true } as RequestCommand)
      .thenHappens({ type: 'RequestDeclined' });
  });
});

describe('a register', () => {
  const id = (n: number) => RecordId.parse(String(n).padStart(26, '0'));
  const entry = (n: number, more: Partial<EntryBrief> = {}) => ({
    id: id(n),
    brief: {
      ...{
        kind: 'entry',
        register: 'consents',
        site: SITE,
        standing: 'stands',
        at: minute(n),
        first: '',
        asker: PIPPA,
      },
      ...{ says: {}, replaces: [], ...more },
    } as EntryBrief,
  });
  const shown = (...entries: readonly ReturnType<typeof entry>[]) => latest(entries).map((each) => each.id);

  it('has the newest first, and nothing that never stood', () => {
    expect(shown(entry(1), entry(2, { standing: 'asked' }), entry(3))).toEqual([id(3), id(1)]);
  });

  it('shows what is newer in the place of what it replaces, also once that is ended', () => {
    const newer = { replaces: [id(1)] };
    expect(shown(entry(1), entry(2, newer))).toEqual([id(2)]);
    expect(shown(entry(1), entry(2, { ...newer, standing: 'ended' }))).toEqual([id(2)]);
    expect(shown(entry(1), entry(2, { ...newer, standing: 'asked' }))).toEqual([id(1)]);
  });

  it('lists an entry by few words', () => {
    const { state } = given(asks({ form: RECORD, text: 'x'.repeat(2000) }));
    const brief = state && entryOf(state);
    expect(brief).toMatchObject({ register: 'tools', standing: 'stands', until: '2027-11-23' });
    expect(JSON.stringify(brief).length).toBeLessThan(400);
    const plain = given(asks()).state;
    expect(plain && entryOf(plain)).toBeUndefined();
  });
});
