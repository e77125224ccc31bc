import { colleagues } from '../../src/application/tasks/colleagues.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { RecordId } from '../../src/domain/ids.ts';
import { nameInvolved, report } from '../support/case-commands.ts';
import { HALE, IRIS, OMAR, PIPPA, personWith, reportOf, SCHOOL, WREN } from '../support/case-parts.ts';
import { given, history } from '../support/given.ts';

const lead = personWith(IRIS, ['dsl']);
const offered = (...past: readonly CaseCommand[]) =>
  colleagues(given(...history(...past)).state(), SCHOOL, lead).map(({ id }) => id);

describe('who can be asked to do something', () => {
  it('is everybody of the site but oneself: also whoever reported it', () => {
    expect(offered(report({}, PIPPA))).toEqual(expect.arrayContaining([OMAR, WREN, HALE, PIPPA]));
    expect(offered(report({}, PIPPA))).not.toContain(IRIS);
  });

  it('is nobody who is part of the case, named at once or later', () => {
    expect(offered(report({ report: reportOf({ adults: [{ person: WREN }] }) }))).not.toContain(WREN);
    expect(offered(report({ report: reportOf({ connected: [HALE] }) }))).not.toContain(HALE);
    expect(offered(report(), nameInvolved(IRIS, OMAR))).not.toContain(OMAR);
  });

  it('is not whoever reported the adult, where it is the child’s own record beside that case', () => {
    const record = RecordId.parse('0123456789abcdefghjkmnpqrs');
    const beside = report({ beside: { record, conflicted: [WREN] } }, PIPPA);
    expect(offered(beside)).not.toContain(PIPPA);
    expect(offered(beside)).not.toContain(WREN);
    expect(offered(beside)).toContain(HALE);
  });
});
