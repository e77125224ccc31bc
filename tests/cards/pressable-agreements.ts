import { expectVisitor } from '../../src/application/agreements/visitor-store.ts';
import { requiredOf } from '../../src/application/people/required.ts';
import { recordOf, todayOf } from '../../src/application/people/store.ts';
import type { ActionData } from '../../src/cards/model.ts';
import { SiteId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import type { SampleSchool } from '../support/sample-school.ts';

/** Words in every box of a form that records what was signed, or expects a visitor. */
export const AGREEMENT_INPUTS = {
  ...{ signer: 'child', child: 'Invented Child', class: '5B', on: '2026-11-20' },
  ...{ visitor: 'Invented Visitor', day: '2026-11-24' },
};

const FERNHILL = SiteId.parse('fernhill');

/** A school where this verb of what is signed means something: whoever records, looks after visitors and leads. */
export async function agreementWorldFor(
  school: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const { deps } = school;
  const [ada, iris, ivo] = [school.person('p-ada'), school.person('p-iris'), school.person('p-ivo')];
  const hashOf = (id: string) =>
    requiredOf(deps).issues.find(({ agreement }) => agreement.id === id)?.hash ?? '';
  switch (verb) {
    case 'agree.open':
    case 'agree.why':
      return { school, person: ada, data: { do: verb, record: recordOf(deps, ada.id), arg: 'staff-aup:0' } };
    case 'agree.sign': {
      const arg = `staff-aup:${hashOf('staff-aup')}`;
      return { school, person: ada, data: { do: verb, record: recordOf(deps, ada.id), arg } };
    }
    case 'agree.who':
      return { school, person: iris, data: { do: verb, arg: 'staff-aup:0' } };
    case 'agree.family':
    case 'agree.record': {
      const arg = verb === 'agree.family' ? 'pupil-aup' : `pupil-aup:${hashOf('pupil-aup')}`;
      return { school, person: iris, data: { do: verb, arg } };
    }
    case 'agree.recorded':
      return { school, person: iris, data: { do: verb, arg: 'pupil-aup:0' } };
    case 'agree.visit':
    case 'agree.visit-why':
    case 'agree.cleared': {
      const visitor = { site: FERNHILL, name: 'Invented Visitor', host: ada.id, day: todayOf(deps) };
      const record = await expectVisitor(deps, 'one', visitor);
      const arg = `visitor-aup:${verb === 'agree.cleared' ? hashOf('visitor-aup') : '0'}`;
      return { school, person: ada, data: { do: verb, record, arg } };
    }
    case 'agree.accounts':
    case 'agree.file':
      return { school, person: ivo, data: { do: verb } };
    default:
      return { school, person: iris, data: { do: verb, arg: '' } };
  }
}
