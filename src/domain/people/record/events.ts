import { z } from 'zod';
import { Instant, PersonId, RecordId } from '../../ids.ts';
import { AskKey, Audited, Learned, Signed, Taken } from './state.ts';

const act = { by: PersonId, at: Instant };

/** What happened to what is asked of one person; nobody changes it any more. */
export const PersonEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('TrainingTaken'), training: z.string(), taken: Taken }),
  z.strictObject({
    type: z.literal('TrainingChecked'),
    training: z.string(),
    on: z.iso.date(),
    right: z.boolean(),
    why: z.string(),
    ...act,
  }),
  z.strictObject({ type: z.literal('Booked'), key: AskKey, on: z.iso.date(), ...act }),
  z.strictObject({ type: z.literal('SaidNotTheirs'), key: AskKey, ...act }),
  z.strictObject({ type: z.literal('NotTheirsAnswered'), key: AskKey, right: z.boolean(), ...act }),
  z.strictObject({ type: z.literal('AgreementSigned'), agreement: z.string(), signed: Signed }),
  z.strictObject({ type: z.literal('SelfAuditFilled'), audit: z.string(), audited: Audited }),
  z.strictObject({ type: z.literal('SelfAuditLaunched'), audit: z.string(), on: z.iso.date(), ...act }),
  z.strictObject({ type: z.literal('UpdateRead'), notice: RecordId, ...act }),
  z.strictObject({ type: z.literal('LearningAdded'), learned: Learned }),
  z.strictObject({ type: z.literal('Nudged'), keys: z.array(AskKey), on: z.iso.date() }),
  /** Somebody who leads pressed "Remind them". */
  z.strictObject({ type: z.literal('NudgedByHand'), keys: z.array(AskKey), on: z.iso.date(), ...act }),
]);
export type PersonEvent = z.infer<typeof PersonEvent>;
