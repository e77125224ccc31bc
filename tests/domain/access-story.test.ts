import { mayReadStory, readsOf } from '../../src/domain/access.ts';
import type { ChildState } from '../../src/domain/child/state.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { personById } from '../../src/domain/people/directory.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import * as ask from '../support/case-commands.ts';
import {
  directoryOf,
  ELSEWHERE,
  HALE,
  IRIS,
  minute,
  OMAR,
  PIPPA,
  person,
  personWith,
  SITE,
  WREN,
} from '../support/case-parts.ts';
import { link } from '../support/case-work-commands.ts';
import { given, history } from '../support/given.ts';

/** Alma leads safeguarding at the other site; Bo is a senior leader there. */
const [ALMA, BO] = [person('p-alma'), person('p-bo')];
const LEADS: readonly Role[] = ['dsl', 'deputy'];
const DIRECTORY = directoryOf(
  personWith(IRIS, ['dsl']),
  personWith(OMAR, ['deputy']),
  personWith(WREN, ['senior-leader']),
  personWith(HALE, ['headteacher']),
  personWith(PIPPA, ['staff']),
  personWith(ALMA, ['dsl'], ELSEWHERE),
  personWith(BO, ['senior-leader'], ELSEWHERE),
);
const personOf = (id: PersonId) => {
  const found = personById(DIRECTORY, id);
  if (found === undefined) throw new Error('Nobody of that id');
  return found;
};
type Share = ChildState['shares'][number];
const shared = (to: PersonId, parts: Partial<Share> = {}): Share => ({
  ...{ with: to, scope: 'story', reason: 'They move.', by: IRIS, at: minute(0) },
  ...parts,
});
const childOf = (...shares: readonly Share[]) => ({ sites: [SITE], shares: [...shares] });

/** Called as far as the deputy. */
const found = (...conflicted: readonly PersonId[]) => ({
  ...given(...history(ask.report(), link(IRIS))).state(),
  rung: 1,
  conflicted: [...conflicted],
});
const reads = (viewer: PersonId, child = childOf(), ...conflicted: readonly PersonId[]) =>
  readsOf(personOf(viewer), found(...conflicted), child, LEADS, DIRECTORY);

describe('who may read a child’s story', () => {
  it.each([
    ['a lead of the child’s site', IRIS, childOf(), true],
    ['their deputy', OMAR, childOf(), true],
    ['a lead of another site', ALMA, childOf(), false],
    ['a lead of another site, with whom it was shared', ALMA, childOf(shared(ALMA)), true],
    ['somebody else there', BO, childOf(shared(ALMA)), false],
    ['somebody with whom it was shared, and who leads nothing any more', BO, childOf(shared(BO)), false],
    ['a senior leader who works a case of theirs', WREN, childOf(), false],
    ['the headteacher', HALE, childOf(), false],
    ['whoever reported', PIPPA, childOf(), false],
  ])('%s', (_, viewer, child, may) => {
    expect(mayReadStory(personOf(viewer), child, LEADS)).toBe(may);
    if (!may) expect(reads(viewer, child)).toBeUndefined();
  });
});

describe('how much of one case stands in it', () => {
  it.each([
    ['all, to a lead who works it', IRIS, childOf(), [], 'story'],
    ['nothing, to a lead who must not learn of it', IRIS, childOf(), [IRIS], undefined],
    [
      'nothing to them, also where it was shared',
      IRIS,
      childOf(shared(IRIS, { by: OMAR })),
      [IRIS],
      undefined,
    ],
    ['as much as was shared', ALMA, childOf(shared(ALMA, { scope: 'summary' })), [], 'summary'],
    ['the whole, where that was shared', ALMA, childOf(shared(ALMA)), [], 'story'],
    [
      'nothing, where whoever it was shared with must not learn of it',
      ALMA,
      childOf(shared(ALMA)),
      [ALMA],
      undefined,
    ],
    ['nothing, where whoever shared it may not see it', ALMA, childOf(shared(ALMA)), [IRIS], undefined],
    [
      'nothing, where whoever shared it does not lead the site',
      ALMA,
      childOf(shared(ALMA, { by: WREN })),
      [],
      undefined,
    ],
    [
      'nothing, where whoever shared it has left',
      ALMA,
      childOf(shared(ALMA, { by: person('p-gone') })),
      [],
      undefined,
    ],
  ] as const)('%s', (_, viewer, child, conflicted, wanted) => {
    expect(reads(viewer, child, ...conflicted)).toBe(wanted);
  });

  it('is all of it to somebody who works it, whatever was shared besides', () => {
    const also = directoryOf(
      ...DIRECTORY.people.map((each) =>
        each.id === ALMA
          ? { ...each, roles: [...each.roles, { role: 'deputy' as const, site: SITE }] }
          : each,
      ),
    );
    const alma = personById(also, ALMA);
    if (alma === undefined) throw new Error('Nobody of that id');
    expect(readsOf(alma, found(), childOf(shared(ALMA, { scope: 'summary' })), LEADS, also)).toBe('story');
  });
});
