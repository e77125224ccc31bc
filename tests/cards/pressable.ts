import { readCase } from '../../src/application/case/case-store.ts';
import { intentHandler } from '../../src/application/handle-intent.ts';
import { stamper } from '../../src/application/sign.ts';
import type { ActionData, Card } from '../../src/cards/model.ts';
import { approvers } from '../../src/domain/access.ts';
import type { PlannedStep } from '../../src/domain/case/plan.ts';
import { type CaseStep, isWaiting, lockedBy } from '../../src/domain/case/state.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { RecordId as RecordIdSchema } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { atTheForm, cardOf, toLastPage } from '../support/filled-form.ts';
import { buttonsOf, press } from '../support/press.ts';
import { type SampleSchool, sampleSchool } from '../support/sample-school.ts';
import { AGREEMENT_INPUTS, agreementWorldFor } from './pressable-agreements.ts';
import { childWorldFor } from './pressable-children.ts';
import { boardWorldFor, complianceWorldFor } from './pressable-compliance.ts';
import { coverWorldFor } from './pressable-cover.ts';
import { drillWorldFor } from './pressable-drill.ts';
import { dutyWorldFor } from './pressable-duties.ts';
import { handOutWorldFor } from './pressable-hand-out.ts';
import { peopleWorldFor } from './pressable-people.ts';
import { registerWorldFor } from './pressable-registers.ts';
import { requestWorldFor } from './pressable-requests.ts';
import { spotWorldFor } from './pressable-spot.ts';
import { staffWorldFor } from './pressable-staff.ts';
import { storyWorldFor } from './pressable-story.ts';
import { trainingWorldFor } from './pressable-training.ts';
import { WORK_INPUTS, workWorldFor } from './pressable-work.ts';

/** Words in every box that a form of ours has. */
const INPUTS = {
  ...{ done: 'Some words', 'field-site': 'Some words', 'field-until': '2026-11-24' },
  ...{ text: 'Some words', reason: 'Some words', question: 'Some words', note: 'Some words' },
  ...{
    answer: 'Some words',
    what: 'Some words',
    who: 'Some words',
    agency: 'police',
    outcome: 'accepted',
    date: '2026-11-24',
    confirmed: 'yes',
  },
};

/** What changes a form that is complete already. */
const ABOUT = { where: 'The small hall', names: 'Invented Person', 'behalf-name': 'Invented Person' };

/** Presses a signed button of this verb as this person, in a private view. */
export async function pressing(school: SampleSchool, person: Person, data: ActionData) {
  const { deps } = school;
  const action = { type: 'Action.Execute', title: 'Press', verb: data.do, data } as const;
  const plain: Card = {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: 'A button',
    body: [{ type: 'ActionSet', actions: [action] }],
  };
  const stamped = press(stamper(deps.keyring, deps.ids)(plain), 'Press');
  const inputs = data.do.startsWith('form.')
    ? ABOUT
    : { ...INPUTS, ...(data.do.startsWith('agree.') && AGREEMENT_INPUTS), ...WORK_INPUTS[data.do] };
  const from = { platform: 'slack', account: person.slack ?? '' } as const;
  const place = { type: 'private' } as const;
  return intentHandler(deps)({ type: 'press', from, place, view: true, press: { ...stamped, inputs } });
}

async function stepWhere(
  { deps }: SampleSchool,
  id: RecordId,
  fits: (step: PlannedStep) => boolean,
): Promise<string> {
  const state = (await readCase(deps, id))?.state;
  const found = state?.steps.find(
    (each: CaseStep) => isWaiting(each) && lockedBy(state, each).length === 0 && fits(each.step),
  );
  if (state === undefined || found === undefined) throw new Error('The case has no such step');
  return `${found.step.id}@${state.decisionVersion}`;
}

/** Which step of the case a lead's verb is about. */
const STEPS: Readonly<Record<string, (step: PlannedStep) => boolean>> = {
  'case.done': ({ kind }) => kind === 'do' || kind === 'record',
  'case.skip': ({ modality }) => modality !== 'must',
  'case.decide': ({ kind }) => kind === 'decide',
  'case.inform': ({ kind }) => kind === 'inform',
};
const ARGS: Readonly<Record<string, string>> = {
  'case.form': 'note',
  'case.history': '0',
  'case.copy': '0',
  'mine.form': 'add',
  'say.say': 'contacts',
  say: 'contacts',
};

/** A school where this verb means something: who presses it, and what its button carries. */
export async function worldFor(
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const school = await sampleSchool();
  const { deps } = school;
  const [ada, iris] = [school.person('p-ada'), school.person('p-iris')];
  const [area] = verb.split('.');
  const arg = ARGS[verb] ?? '';
  if (area === 'board') return boardWorldFor(school, verb);
  if (area === 'glance' || area === 'session' || area === 'audit') return complianceWorldFor(school, verb);
  if (area === 'person') return trainingWorldFor(school, verb);
  if (area === 'log' || area === 'desk')
    return { school, person: iris, data: { do: verb, record: '', arg: '' } };
  if (area === 'drill') return drillWorldFor(school, verb);
  if (area === 'people') return peopleWorldFor(school, verb);
  if (area === 'cover') return coverWorldFor(school, verb);
  if (area === 'duty' || area === 'notice' || area === 'review') return dutyWorldFor(school, verb);
  if (area === 'kept') return registerWorldFor(school, verb);
  if (area === 'ask' || area === 'asked') return requestWorldFor(school, verb);
  if (area === 'agree') return agreementWorldFor(school, verb);
  if (area === 'spot') return spotWorldFor(school, verb);
  if (area === 'story' || area === 'share') return storyWorldFor(school, verb);
  if (area === 'threshold' || area === 'low-level') return staffWorldFor(school, verb);
  if (verb === 'form.alert') {
    const submission = buttonsOf((await atTheForm(school, ada)).card())[0]?.data.arg ?? '';
    return { school, person: ada, data: { do: verb, record: '', arg: submission } };
  }
  const form = await toLastPage(school, ada, { ticks: { about: 'images,told' } });
  const submission = buttonsOf(form.card())[0]?.data.arg ?? '';
  if (area === 'form' && verb !== 'form.why' && verb !== 'form.receipt') {
    // Another answer than the one that the button gives.
    const before = 'form.danger.tonight';
    if (verb !== before) await pressing(school, ada, { do: before, record: '', arg: submission });
    return { school, person: ada, data: { do: verb, record: '', arg: submission } };
  }
  const sent = cardOf((await form.press('Send it')).answer());
  const record = RecordIdSchema.parse(buttonsOf(sent)[0]?.data.record);
  const request = (await readCase(deps, record))?.state.plan.requests[0]?.id ?? '';
  const about = STEPS[verb];
  const work = await workWorldFor(school, verb, record);
  if (work !== undefined) return work;
  switch (area) {
    case 'referral': {
      await pressing(school, iris, { do: 'case.refer', record, arg: '' });
      return { school, person: iris, data: { do: verb, record, arg: '0' } };
    }
    case 'hand':
    case 'transfer':
      return handOutWorldFor(school, verb, record);
    case 'child':
      return childWorldFor(school, verb, record);
    case 'case': {
      const step = about === undefined ? arg : await stepWhere(school, record, about);
      if (verb === 'case.reopen') await pressing(school, iris, { do: 'case.close', record, arg: '0' });
      return { school, person: iris, data: { do: verb, record, arg: step } };
    }
    case 'told': {
      const informs = ({ kind, to = [] }: PlannedStep) => kind === 'inform' && !to.includes('dsl');
      const step = await stepWhere(school, record, informs);
      await pressing(school, iris, { do: 'case.inform', record, arg: step });
      const informed = (await readCase(deps, record))?.state.informed[0];
      const reader = school.directory.people.find(({ roles }) =>
        roles.some(({ role, site }) => site === 'fernhill' && informed?.to.includes(role)),
      );
      if (reader === undefined) throw new Error('Nobody was told');
      return { school, person: reader, data: { do: verb, record, arg: '0' } };
    }
    case 'approval': {
      await pressing(school, ada, { do: 'mine.request', record, arg: request });
      const asked = await stepWhere(school, record, ({ procedure }) => procedure === 'asked');
      const state = (await readCase(deps, record))?.state;
      const step = state?.steps.find(({ step: { procedure } }) => procedure === 'asked')?.step;
      const [approver] = state && step ? approvers(state, school.directory, step) : [];
      if (approver === undefined) throw new Error('Nobody may approve what was asked for');
      return { school, person: approver, data: { do: verb, record, arg: asked } };
    }
    default:
      return {
        school,
        person: ada,
        data: { do: verb, record, arg: verb === 'mine.request' ? request : arg },
      };
  }
}
