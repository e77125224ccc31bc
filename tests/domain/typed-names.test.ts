import { barred } from '../../src/domain/access.ts';
import { type Adult, factsOf, perhapsInvolved } from '../../src/domain/case/report.ts';
import { mayInvolveLead } from '../../src/domain/policy/facts.ts';
import { directoryOf, IRIS, OMAR, personWith, planOf, reportOf, SITE } from '../support/case-parts.ts';

const school = directoryOf(
  { ...personWith(IRIS, ['headteacher', 'dsl']), name: 'Iris Kay' },
  { ...personWith(OMAR, ['deputy']), name: 'Omar Field' },
);
const about = (...adults: readonly Adult[]) => reportOf({ adult: 'yes', adults: [...adults] });

describe('an adult whose name was typed and not picked', () => {
  it.each(['Iris Kay', 'iris', 'Mrs Kay', 'KAY', 'Iris Kaye', 'Kay, I.'])('%s may be Iris Kay', (name) => {
    const report = about({ name });
    expect(perhapsInvolved(report, school)).toEqual([IRIS]);
    expect(factsOf(report, school)['adult-role']).toEqual(['not-listed', 'headteacher', 'dsl']);
    const conflict = { site: SITE, report, mayInvolveLead: false, conflicted: [], plan: planOf() };
    expect([...barred(conflict, school)]).toContain(IRIS);
    expect([...barred(conflict, school)]).not.toContain(OMAR);
  });

  it('may be anyone when it is nobody we know: then leads are left out until somebody has looked', () => {
    expect(perhapsInvolved(about({ name: 'Mr Stone' }), school)).toEqual([]);
    expect(mayInvolveLead(factsOf(about({ name: 'Mr Stone' }), school))).toBe(true);
    expect(mayInvolveLead(factsOf(about({ name: 'Omar' }), school))).toBe(false);
  });

  it('says nothing about a picked one', () => {
    expect(perhapsInvolved(about({ person: OMAR }), school)).toEqual([]);
    expect(mayInvolveLead(factsOf(about({ person: OMAR }), school))).toBe(false);
  });
});
