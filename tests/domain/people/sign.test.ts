import fc from 'fast-check';
import {
  type Family,
  FamilySigner,
  missingFrom,
  plainName,
  signFamily,
} from '../../../src/domain/agreements/family.ts';
import { checkPastDay } from '../../../src/domain/agreements/past-day.ts';
import { populationOf } from '../../../src/domain/agreements/population.ts';
import { agreeVisit, checkVisitDay, openFor, Visitor } from '../../../src/domain/agreements/visitor.ts';
import { Instant, PersonId, SiteId } from '../../../src/domain/ids.ts';
import { Person } from '../../../src/domain/people/directory.ts';
import { asksOf, type Issue } from '../../../src/domain/people/record/asks.ts';
import { personBriefOf } from '../../../src/domain/people/record/brief.ts';
import { sign } from '../../../src/domain/people/record/change.ts';
import { newPersonRecord, type PersonRecord, type Signed } from '../../../src/domain/people/record/state.ts';
import { Agreement } from '../../../src/domain/policy/agreement.ts';
import { Role } from '../../../src/domain/policy/facts.ts';

const MAIN = SiteId.parse('main');
const ADA = Person.parse({ id: 'p-ada', name: 'Ada Bell', roles: [{ role: 'staff', site: 'main' }] });
const AT = Instant.parse('2026-11-24T10:05:00.000Z');
const TODAY = '2026-11-24';
const ACT = { by: ADA.id, at: AT, today: TODAY };

const issue = (hash: string, more: Partial<Agreement> = {}): Issue => ({
  agreement: Agreement.parse({
    ...{ id: 'aup', name: 'Acceptable use', kind: 'acceptable-use', for: 'people', roles: ['staff'] },
    ...{ version: 1, source: '7', clauses: [{ id: 'one', text: 'Be kind.', source: '7' }] },
    ...more,
  }),
  hash,
});
const signature = (hash: string, more: Partial<Signed> = {}): Signed => ({
  ...{ version: 1, hash, name: ADA.name, role: 'staff', on: TODAY, at: AT },
  ...more,
});
function askIn(record: PersonRecord, given: Issue, today = TODAY) {
  const [ask] = asksOf({ training: [], audits: [], issues: [given], year: '09-01' }, ADA, record, today);
  return ask?.kind === 'agreement' ? ask : undefined;
}
const fresh = () => newPersonRecord(ADA.id, TODAY, [MAIN]);

describe('a signature', () => {
  it('is of the text that was read, once', () => {
    const ask = askIn(fresh(), issue('a'));
    if (ask === undefined) throw new Error('Nothing is asked');
    expect(sign(fresh(), ask, signature('b'))).toEqual({ ok: false, refusal: 'other-text' });
    const signed = sign(fresh(), ask, signature('a', { comment: 'Some words' }));
    if (!signed.ok) throw new Error(signed.refusal);
    const { record, event } = signed.value;
    expect(event).toMatchObject({ type: 'AgreementSigned', agreement: 'aup' });
    expect(askIn(record, issue('a'))).toMatchObject({ standing: 'done', last: TODAY, due: undefined });
    const again = askIn(record, issue('a'));
    expect(again && sign(record, again, signature('a'))).toEqual({ ok: false, refusal: 'nothing-new' });
    // Another text: asked anew, and what was signed stays.
    expect(askIn(record, issue('b'))).toMatchObject({ standing: 'open', last: undefined });
    expect(record.signed.aup).toHaveLength(1);
    // A list knows that there is a comment, and not one word of it.
    expect(personBriefOf(record).signed.aup?.[0]?.comment).toBe('');
    expect(JSON.stringify(personBriefOf(record))).not.toContain('Some words');
  });

  it('is wanted within its time from the day on which the text was issued, and again after so long', () => {
    const yearly = issue('a', { every: 'P12M', within: 'P14D' });
    const issued = { ...fresh(), issued: { aup: { hash: 'a', on: '2026-11-20' } } };
    expect(askIn(issued, yearly)).toMatchObject({ due: '2026-12-04', standing: 'open' });
    const signed = { ...issued, signed: { aup: [signature('a')] } };
    expect(askIn(signed, yearly)).toMatchObject({ due: '2027-11-24', standing: 'done' });
    expect(askIn(signed, yearly, '2027-11-01')).toMatchObject({ standing: 'open' });
  });

  it('is asked of nobody where it is only for whoever needs it, until they have signed once', () => {
    const needed = issue('a', { whenNeeded: true });
    expect(askIn(fresh(), needed)).toBeUndefined();
    const signed = { ...fresh(), signed: { aup: [signature('old')] } };
    expect(askIn(signed, needed)).toMatchObject({ standing: 'open' });
  });
});

const paper = issue('a', {
  for: 'children',
  roles: [],
  signatures: ['child', 'parent'],
  asClass: true,
  by: ['staff'],
});
const robin = (): Family => ({
  ...{ site: MAIN, signed: {}, events: 0 },
  about: { type: 'child', name: 'Robin Vale', class: '5B' },
});
const classOf = (children: number): Family => ({
  ...{ site: MAIN, signed: {}, events: 0 },
  about: { type: 'class', class: ' 5b ', children },
});

describe('what a family signs', () => {
  it('counts when all have signed, in whatever order and however often it is written down', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FamilySigner.options), { maxLength: 8 }), (written) => {
        const last = written.reduce((family, who) => {
          const signed = signFamily(family, paper, { who, on: TODAY, hash: 'a', version: 1 }, ACT);
          return signed.ok ? signed.value.family : family;
        }, robin());
        const wanted = (['child', 'parent'] as const).filter((who) => !written.includes(who));
        expect(missingFrom(last, paper, [last])).toEqual(wanted);
        expect(last.signed.aup?.length ?? 0).toBe(2 - wanted.length);
      }),
    );
  });

  it('a class that agreed together has agreed for each child of it, and for no parent', () => {
    const signing = { who: 'class', on: TODAY, hash: 'a', version: 1 } as const;
    const agreed = signFamily(classOf(28), paper, signing, ACT);
    if (!agreed.ok) throw new Error(agreed.refusal);
    expect(missingFrom(robin(), paper, [agreed.value.family])).toEqual(['parent']);
    const elsewhere = { ...agreed.value.family, site: SiteId.parse('other') };
    expect(missingFrom(robin(), paper, [elsewhere])).toEqual(['child', 'parent']);
    expect(signFamily(robin(), paper, signing, ACT)).toEqual({ ok: false, refusal: 'not-asked' });
  });

  it('is of the text that stands, and of a day that anybody means', () => {
    const signing = { who: 'child', on: TODAY, hash: 'a', version: 1 } as const;
    expect(signFamily(robin(), paper, { ...signing, hash: 'b' }, ACT)).toMatchObject({
      refusal: 'other-text',
    });
    expect(signFamily(robin(), paper, { ...signing, on: '2026-11-25' }, ACT)).toMatchObject({
      refusal: 'future',
    });
    expect(checkPastDay('2016-11-24', TODAY)).toBeUndefined();
    expect(checkPastDay('2016-11-23', TODAY)).toBe('too-old');
    expect(checkPastDay('2020-02-29', '2030-02-28')).toBeUndefined();
  });

  it('knows a name whatever its case, accents and spaces', () => {
    expect(plainName(' Zoë  O’Neill ')).toBe(plainName('zoe o’neill'));
    expect(plainName('Robin Vale')).not.toBe(plainName('Robin Vail'));
  });
});

describe('a visit', () => {
  const visit = Visitor.parse({
    ...{ site: 'main', name: 'Invented Visitor', host: 'p-ada', day: TODAY, signed: {}, events: 1 },
  });
  const given = issue('a', { for: 'visitors', roles: [] });

  it('is cleared by the text that stands, and open again for another one', () => {
    expect(openFor(visit, [given])).toHaveLength(1);
    const act = { by: PersonId.parse('p-ada'), at: AT };
    expect(agreeVisit(visit, given, { hash: 'b', version: 1 }, act)).toMatchObject({ refusal: 'other-text' });
    const agreed = agreeVisit(visit, given, { hash: 'a', version: 1 }, act);
    if (!agreed.ok) throw new Error(agreed.refusal);
    expect(openFor(agreed.value.visitor, [given])).toEqual([]);
    expect(openFor(agreed.value.visitor, [issue('b', { for: 'visitors', roles: [] })])).toHaveLength(1);
    expect(agreeVisit(agreed.value.visitor, given, { hash: 'a', version: 1 }, act)).toMatchObject({
      refusal: 'nothing-new',
    });
  });

  it('is today or within a year', () => {
    expect(checkVisitDay('2026-11-23', TODAY)).toBe('past');
    expect(checkVisitDay(TODAY, TODAY)).toBeUndefined();
    expect(checkVisitDay('2027-11-24', TODAY)).toBeUndefined();
    expect(checkVisitDay('2027-11-25', TODAY)).toBe('too-far');
  });
});

it.each([
  [['staff', 'governor'], 'staff'],
  [['governor'], 'board'],
  [['proprietor', 'director'], 'board'],
  [['volunteer'], 'volunteers'],
  [['volunteer', 'governor'], 'volunteers'],
  [['contractor'], 'staff'],
  [['dsl', 'staff'], 'staff'],
] as const)('whoever is %s is counted once, with the %s', (roles, population) => {
  const held = roles.map((role) => ({ role: Role.parse(role), site: MAIN }));
  expect(populationOf({ roles: held })).toBe(population);
});
