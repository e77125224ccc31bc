import { z } from 'zod';
import { Instant, PersonId } from '../ids.ts';

/** When, and by which button: part of every event. */
export const fact = { at: Instant, action: z.string().optional() };
/** And by whom. */
export const act = { ...fact, by: PersonId };
/** What somebody typed, in characters: a Slack input takes 3,000. */
export const words = z.string().max(3000);

/** Who, when and by which button, as an event has it. */
export const actOf = ({ at, by, action }: { at: Instant; by: PersonId; action?: string }) => ({
  at,
  by,
  ...(action !== undefined && { action }),
});

export const isBlank = (text: string): boolean => text.trim() === '';
