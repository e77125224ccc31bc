import { z } from 'zod';
import { Instant } from '../ids.ts';

/** The next time somebody must have moved: unopened, unowned, or without a first decision. */
export const LadderClock = z.strictObject({ waitsFor: z.enum(['open', 'own', 'decide']), at: Instant });
export type LadderClock = z.infer<typeof LadderClock>;
