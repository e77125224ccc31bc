import { reviewPolicy } from '../../src/storage/files/load-policy.ts';

/** What a careful reader found in each of the five documents: the check finds it all. */
const FOUND: Readonly<Record<string, string>> = {
  'b2-mentoring': `
    error review.overdue, error role.unbound, error appendix.mismatch, error guard.missing, warning duty.weak,
    error filter.gap, warning log.column, warning audit.gap, warning role.synonyms, warning role.undefined,
    warning reference.stale, warning training.incomplete, warning aup.conflict, error conflict.route,
    note vocab.retired, warning commissioner.noclock, note ks.scope`,
  'active-learning': `
    error review.overdue, error appendix.under_development, error appendix.mismatch, error placeholder.brackets,
    error role.conflict, warning role.absent, warning identity.mismatch, note contact.personal, warning guard.scope,
    warning duty.mix, error conflict.route, warning lado.missing, warning filter.gap, warning behaviour.naming,
    note vocab.retired, note ks.scope, note log.export`,
  'chances-mentoring': `
    error review.undated, error role.absent, error taxonomy.partial, error escalation.undefined, error log.missing,
    error guard.missing, warning search.legal, warning contradiction.parents, warning contradiction.phone,
    error allegation.missing, warning radicalisation.missing, warning svsh.missing, error filter.gap,
    warning ai.missing, note vocab.retired, note numbering, note audience, warning training.interval,
    error agreement.missing, note confiscation.rule`,
  'beauclerc-chennestone': `
    error review.overdue, error review.contradiction, error dsl.mismatch, error jurisdiction.mismatch,
    error guidance.contradiction, error template.residue, error multi.school, error taxonomy.partial,
    error order.conflict, warning consent.conflict, warning view.exception, warning wording, warning filter.gap,
    warning ai.missing, warning cyberbullying.thin, warning radicalisation.prevent, note service.retired,
    warning log.missing, note parents.modality, note wellbeing`,
  'balfour-junior': `
    error review.overdue, error dsl.is.head, error role.by.reference, error appendix.missing, warning log.missing,
    warning review.owner, warning interval.missing, note filter.owner, warning duty.mix, warning reference.stale,
    warning lado.missing, note whistleblowing.missing, warning low_level_concerns.missing, note vocab.retired,
    warning device.contact, note gendered.role`,
};
const LATE: Readonly<Record<string, number>> = {
  'b2-mentoring': 81,
  'active-learning': 811,
  'beauclerc-chennestone': 2243,
  'balfour-junior': 721,
};
const day = Temporal.PlainDate.from('2026-11-21');
const review = (pack: string) => reviewPolicy(`policies/${pack}.yaml`, 'policies/library', day);

describe.each(Object.keys(FOUND))('the check of %s', (pack) => {
  it('finds what a careful reader found, and how bad it is', async () => {
    const found = new Set((await review(pack)).map(({ severity, code }) => `${severity} ${code}`));
    const wanted = (FOUND[pack] ?? '').split(',').map((each) => each.trim());
    expect(wanted.filter((each) => !found.has(each))).toEqual([]);
  });

  it('says of each finding where it stands and what would put it right', async () => {
    for (const { line, message, cure } of await review(pack)) {
      expect(line).toBeGreaterThan(0);
      expect([message, cure].every((text) => text.length > 3)).toBe(true);
    }
  });

  it('counts how late the review is', async () => {
    const found = (await review(pack)).find(({ code }) => code === 'review.overdue');
    const days = LATE[pack];
    if (days === undefined) expect(found).toBeUndefined();
    else expect(found?.message).toContain(`It is ${days} days late`);
  });
});
