import { z } from 'zod';
import { LONGEST, type Report } from '../../domain/case/report.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { clean } from './clean.ts';
import type { Asked, Inputs, Mend } from './form-steps.ts';

/** Whose words these are and when they were first written down: asked only of whoever says that it applies. */
type Origin = Pick<Report, 'behalf' | 'late'>;

const typed = (max: number) => z.string().default('').transform(clean).pipe(z.string().max(max));

const Typed = z.object({
  'behalf-name': typed(LONGEST.name),
  'behalf-employer': typed(LONGEST.short),
  'behalf-read': z.enum(['yes', 'no']).default('no'),
  'late-date': z.union([z.literal(''), z.iso.date()]).default(''),
  'late-time': z.union([z.literal(''), z.iso.time({ precision: -1 })]).default(''),
  'late-why': typed(LONGEST.short),
});
const LIMITS: Readonly<Record<string, number>> = {
  'behalf-name': LONGEST.name,
  'behalf-employer': LONGEST.short,
  'late-why': LONGEST.short,
};

/** What was left empty is taken back. */
export function readOrigin({ inputs, now }: Pick<Asked, 'inputs' | 'now'>): Result<Origin, Mend> {
  const read = Typed.safeParse(inputs);
  if (!read.success) {
    const input = String(read.error.issues[0]?.path[0]);
    const max = LIMITS[input];
    return max === undefined
      ? refuse({ line: 'form-mend-choice' })
      : refuse({ line: 'form-too-long', tooLong: { input, max } });
  }
  const { 'behalf-name': name, 'behalf-employer': employer, 'behalf-read': readBack } = read.data;
  const { 'late-date': date, 'late-time': time, 'late-why': why } = read.data;
  if (name === '' && employer !== '') return refuse({ line: 'form-mend-behalf' });
  if (date === '' && (time !== '' || why !== '')) return refuse({ line: 'form-mend-late' });
  if (date !== '' && Temporal.PlainDateTime.compare(`${date}T${time || '00:00'}`, now) > 0)
    return refuse({ line: 'form-mend-future' });
  return ok({
    behalf: name === '' ? undefined : { name, employer, readBack },
    late: date === '' ? undefined : { date, time, why },
  });
}

export const originInputs = ({ behalf, late }: Origin): Inputs => ({
  ...(behalf && {
    'behalf-name': behalf.name,
    'behalf-employer': behalf.employer,
    'behalf-read': behalf.readBack,
  }),
  ...(late && { 'late-date': late.date, 'late-time': late.time, 'late-why': late.why }),
});
