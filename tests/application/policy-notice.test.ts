import { noticePolicy } from '../../src/application/notices/policy-notice.ts';
import { organisation } from '../support/organisation.ts';

const WRONG = {
  code: 'key.unknown',
  severity: 'error',
  file: '/srv/policies/oak-lane.yaml',
  line: 12,
  message: '"gards" is not a key that a policy has',
  cure: 'Write "guards"',
} as const;

describe('a policy file that was changed and has a mistake', () => {
  it('is said to whoever runs the systems: where, what, and what would mend it', async () => {
    const school = await organisation('one-school');
    await noticePolicy(school.deps(), [WRONG]);
    await school.advance({ minutes: 2 });
    const vera = school.at('p-vera');
    expect(vera.texts()).toContain('The last good one stays in use.');
    expect(vera.texts()).toContain(
      'oak-lane.yaml, line 12: "gards" is not a key that a policy has. Write "guards".',
    );
    expect(vera.texts()).not.toContain('/srv');
    await noticePolicy(school.deps(), []);
    await school.advance({ minutes: 2 });
    expect(vera.texts()).toContain('good again');
    expect(vera.inbox()).toHaveLength(1);
  });

  it('is not said of a file that was mended in the same minute, nor to anybody else', async () => {
    const school = await organisation('one-school');
    await noticePolicy(school.deps(), [WRONG]);
    await noticePolicy(school.deps(), []);
    await school.advance({ minutes: 2 });
    for (const { id } of school.directory.people) expect(school.at(id).inbox()).toEqual([]);
  });
});
