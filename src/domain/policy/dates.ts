import { z } from 'zod';

/** A day, or a month that is read as its last day. */
export const PolicyDate = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);
