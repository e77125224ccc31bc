import type { CaseCommand } from '../../src/domain/case/commands.ts';
import type { PlannedStep } from '../../src/domain/case/plan.ts';
import { type PersonId, RecordId } from '../../src/domain/ids.ts';
import { minute, PIPPA, planOf, reportOf, SITE, step } from './case-parts.ts';

export type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;
export type Some<Type extends CaseCommand['type']> = Partial<Omit<Of<Type>, 'type' | 'at' | 'by'>> & {
  at?: number;
};

/** One command, at so many minutes (default 0), with what matters here and plain values for the rest. */
export function command<Type extends CaseCommand['type']>(
  type: Type,
  by: PersonId,
  usual: Omit<Of<Type>, 'type' | 'at' | 'by' | 'action'>,
) {
  // `usual` has every field of this command; the compiler cannot follow that through Omit.
  return ({ at = 0, ...parts }: Some<Type>): Of<Type> =>
    ({ type, by, ...usual, ...parts, at: minute(at) }) as unknown as Of<Type>;
}

const ROUTED = { facts: {}, plan: planOf(), manned: [0, 1, 2] };
const CALL = { agency: 'police', who: 'Duty desk', when: 'today 09:10', reference: '' } as const;

export const alert = (parts: Some<'RaiseAlert'> = {}, by = PIPPA) =>
  command('RaiseAlert', by, {
    ...ROUTED,
    site: SITE,
    mayInvolveLead: false,
    byItself: false,
    involved: [],
    where: 'Hall',
    callback: '',
  })(parts);
export const report = (parts: Some<'ReportConcern'> = {}, by = PIPPA) =>
  command('ReportConcern', by, { ...ROUTED, site: SITE, report: reportOf(), content: 'first' })(parts);
export const open = (by: PersonId, parts: Some<'OpenRecord'> = {}) => command('OpenRecord', by, {})(parts);
export const openRequest = (by: PersonId, parts: Some<'OpenRequest'> = {}) =>
  command('OpenRequest', by, { step: step('asked.release-1') })(parts);
export const requestCard = (by: PersonId, parts: Some<'RequestCard'> = {}) =>
  command('RequestCard', by, {})(parts);
export const take = (by: PersonId, parts: Some<'TakeCase'> = {}) => command('TakeCase', by, {})(parts);
export const passOn = (by: PersonId, manned: readonly number[], parts: Some<'PassOn'> = {}) =>
  command('PassOn', by, { manned })(parts);
export const nameInvolved = (by: PersonId, person: PersonId, parts: Some<'NamePersonInvolved'> = {}) =>
  command('NamePersonInvolved', by, { person })(parts);
export const triage = (by: PersonId, parts: Some<'Triage'> = {}) => command('Triage', by, ROUTED)(parts);
export const note = (by: PersonId, parts: Some<'AddNote'> = {}) =>
  command('AddNote', by, {
    kind: 'note',
    text: 'Spoke to the class teacher.',
    opinion: '',
    happened: '',
    present: '',
  })(parts);
export const doStep = (by: PersonId, id: string, parts: Some<'DoStep'> = {}) =>
  command('DoStep', by, { step: step(id), answer: '', note: '' })(parts);
export const reasonAway = (by: PersonId, id: string, parts: Some<'ReasonAway'> = {}) =>
  command('ReasonAway', by, { step: step(id), reason: 'Not needed here.' })(parts);
export const decideOn = (by: PersonId, id: string, seen: number, parts: Some<'Decide'> = {}) =>
  command('Decide', by, { step: step(id), answer: 'Help from us', reason: 'It is enough.', seen })(parts);
export const ask = (by: PersonId, wanted: PlannedStep, parts: Some<'RequestApproval'> = {}) =>
  command('RequestApproval', by, { step: wanted, text: 'May I give the tablet back?' })(parts);
export const approve = (by: PersonId, id: string, seen: number, parts: Some<'Approve'> = {}) =>
  command('Approve', by, { step: step(id), reason: 'Agreed.', seen })(parts);
export const decline = (by: PersonId, id: string, seen: number, parts: Some<'Decline'> = {}) =>
  command('Decline', by, { step: step(id), reason: 'Not yet.', seen })(parts);
export const askReporter = (by: PersonId, parts: Some<'AskReporter'> = {}) =>
  command('AskReporter', by, { question: 'Which arm?' })(parts);
export const inform = (by: PersonId, parts: Some<'GiveInformation'> = {}) =>
  command('GiveInformation', by, { text: 'The left arm.' })(parts);
export const tellRoles = (by: PersonId, id: string, parts: Some<'Inform'> = {}) =>
  command('Inform', by, { step: step(id), text: 'A page got through.' })(parts);
export const replyToInform = (by: PersonId, id: string, parts: Some<'ReplyToInform'> = {}) =>
  command('ReplyToInform', by, { step: step(id), text: 'Blocked.' })(parts);
export const keepChild = (parts: Some<'KeepChildRecord'> = {}) =>
  command('KeepChildRecord', PIPPA, {
    record: RecordId.parse('0123456789abcdefghjkmnpqrs'),
    content: 'first',
    conflicted: [],
  })(parts);
export const chase = (parts: Some<'ChaseSteps'> = {}) => command('ChaseSteps', PIPPA, {})(parts);
export const refer = (by: PersonId, parts: Some<'RecordReferral'> = {}) =>
  command('RecordReferral', by, CALL)(parts);
export const ownCall = (by: PersonId, parts: Some<'RecordOwnCall'> = {}) =>
  command('RecordOwnCall', by, CALL)(parts);
export const raiseAgain = (by: PersonId, parts: Some<'RaiseAgain'> = {}) =>
  command('RaiseAgain', by, {
    reason: 'Nothing has happened.',
    rungs: [...planOf().route.rungs, ['headteacher'], ['chair-of-governors']],
    manned: [0, 1, 2, 3, 4],
  })(parts);
export const escalate = (manned: readonly number[], parts: Some<'Escalate'> = {}) =>
  command('Escalate', PIPPA, { manned, because: 'waited' })(parts);
export const close = (by: PersonId, seen: number, parts: Some<'Close'> = {}) =>
  command('Close', by, {
    reason: 'The family has support.',
    line: 'Thank you.',
    reference: '',
    needsReference: false,
    confirmed: false,
    seen,
  })(parts);
export const reopen = (by: PersonId, parts: Some<'Reopen'> = {}) =>
  command('Reopen', by, { reason: 'Something new.' })(parts);
