import type { Directory, Person } from '../domain/people/directory.ts';
import { chooseGuards } from '../domain/policy/procedure.ts';
import { line } from './case/work-case.ts';
import type { Deps } from './deps.ts';
import type { Answer, Intent } from './intent.ts';
import { startReport } from './report/report-concern.ts';

type Upload = Extract<Intent, { type: 'upload' }>;

/** Nothing of a file is fetched, kept or told on: only that there was one is counted. */
export async function refuseUpload(
  deps: Deps,
  directory: Directory,
  person: Person,
  { from, place, view }: Upload,
): Promise<Answer> {
  deps.log.info({ event: 'upload-refused', code: from.platform });
  if (place.type === 'shared' && !view) {
    await startReport(deps, directory, person, { view: false, platform: from.platform });
    return line(deps, 'upload-in-channel');
  }
  const image = ['yes'];
  const guards = chooseGuards(deps.policy, { harm: ['images'], image, device: image });
  const of = (wanted: 'do' | 'never') =>
    guards.filter(({ kind }) => kind === wanted).map(({ text }) => ({ text }));
  return { type: 'card', card: deps.cards.show('upload', { dos: of('do'), nevers: of('never') }) };
}
