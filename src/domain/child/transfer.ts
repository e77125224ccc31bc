import type { Instant } from '../ids.ts';
import { addWorkingDays, type Calendar, dayOf, endOfDay, instantOf } from '../time/working-time.ts';
import type { ChildState } from './state.ts';

/** In the year a file follows the child within five working days; as many are given for its receipt. */
export const TRANSFER_DAYS = 5;

export interface TransferWait {
  readonly for: 'sending' | 'receipt';
  readonly due: Instant;
}

/** What the transfer waits for, and until when; nothing while the child is here, or once the receipt came. */
export function waitOf({ transfer }: ChildState, calendar: Calendar): TransferWait | undefined {
  if (transfer === undefined || transfer.receipt !== undefined) return undefined;
  if (transfer.sent !== undefined) return { for: 'receipt', due: transfer.sent.due };
  const left = Temporal.PlainDate.from(transfer.on).toZonedDateTime({
    timeZone: calendar.timezone,
    plainTime: calendar.from,
  });
  const last = addWorkingDays(instantOf(left.toInstant()), TRANSFER_DAYS, calendar);
  return {
    for: 'sending',
    due: endOfDay(dayOf(last, calendar.timezone).toString(), calendar.timezone),
  };
}

/** Which step of passing the file on comes next. */
export function nextStepOf({ transfer }: ChildState): 'leaving' | 'school' | 'sent' | 'receipt' | undefined {
  if (transfer === undefined) return 'leaving';
  if (transfer.confirmed === undefined) return 'school';
  if (transfer.sent === undefined) return 'sent';
  return transfer.receipt === undefined ? 'receipt' : undefined;
}
