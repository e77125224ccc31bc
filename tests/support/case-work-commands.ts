import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { ChildId, type PersonId, RecordId } from '../../src/domain/ids.ts';
import { command, type Some } from './case-commands.ts';
import { minute, PIPPA } from './case-parts.ts';

/** Two children of the register. */
export const ROBIN = ChildId.parse('r0b1n000000000000000000000');
export const KIM = ChildId.parse('k1m00000000000000000000000');
const LOW_LEVEL = RecordId.parse('ffff456789abcdefghjkmnpqrs');

type Say<Type extends CaseCommand['type']> = (by: PersonId, parts?: Some<Type>) => CaseCommand;

const usual =
  <Type extends CaseCommand['type']>(type: Type, rest: Parameters<typeof command<Type>>[2]): Say<Type> =>
  (by, parts = {}) =>
    command(type, by, rest)(parts);

export const recordDecision = usual('RecordDecision', {
  what: 'no-referral',
  reason: 'Help from us is enough.',
});
export const link = usual('LinkChild', { child: 0, register: ROBIN });
export const leaveUnsure = usual('LeaveUnsure', { child: 0 });
export const undoLink = usual('UndoLink', { child: 0, reason: 'Another class.', seen: false });
export const askStrike = usual('AskStrike', { child: 0, reason: 'Another class.' });
export const agreeStrike = usual('AgreeStrike', { child: 0, seenBy: [] });
export const declineStrike = usual('DeclineStrike', { child: 0, reason: 'It is this child.' });
export const reply = usual('RecordReply', { referral: 0, outcome: 'accepted', text: '' });
export const escalateReferral = usual('EscalateReferral', {
  referral: 0,
  stage: 'Team manager',
  who: 'Duty manager',
  text: '',
});
export const chaseReferrals = usual('ChaseReferrals', {});
export const planMeeting = usual('PlanMeeting', {
  kind: 'strategy',
  when: minute(3000),
  where: 'Room 2',
  who: '',
});
export const endMeeting = usual('EndMeeting', { meeting: 0, held: true, text: 'A plan was agreed.' });
export const giveTask = usual('GiveTask', { to: PIPPA, text: 'Meet at the gate.', due: '2026-11-30' });
export const answerTask = usual('AnswerTask', { task: 0, done: true, text: '' });
export const openTask = usual('OpenTask', { task: 0 });
export const remind = usual('RemindOfWork', {});
export const handOver = usual('HandOver', { to: PIPPA, note: 'The parents call at three.' });
export const leaveDuty = usual('LeaveDuty', {});
export const judge = usual('DecideThreshold', {
  limbs: [],
  outcome: 'not-met',
  reason: 'Clumsy, not harmful.',
  lado: { asked: 'no', when: '', advice: '' },
  done: 'It was talked through.',
});
export const keepLowLevel = usual('KeepLowLevel', { record: LOW_LEVEL });
export const endDrill = usual('EndDrill', {});
export const handOut = usual('HandOut', { what: 'case-file', reader: 'Next school', left: [], hash: 'abc' });
