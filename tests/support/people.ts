import { startCalendar } from '../../src/application/duties/mornings.ts';
import { Training } from '../../src/domain/policy/training.ts';
import { type Options, type Organisation, organisation, type Pack } from './organisation.ts';

/** A yearly refresher of all staff. */
export const training = (more: object = {}): Training =>
  Training.parse({
    ...{ id: 'refresher', name: 'Safeguarding refresher', roles: ['staff'], every: 'P12M', minutes: 40 },
    ...{ refresher: true, source: 'section 5.3' },
    ...more,
  });

interface Trained extends Organisation {
  /** The policy is read anew, as after a restart. */
  readonly change: (next: readonly Training[]) => Promise<void>;
}

/** An organisation whose policy asks for this training and for nothing else, on its first morning with it. */
export async function withTraining(
  pack: Pack,
  asked: readonly Training[],
  options: Omit<Options, 'doctor'> = {},
): Promise<Trained> {
  const now = { asked };
  const org = await organisation(pack, {
    ...options,
    doctor: (deps) => ({
      ...deps,
      policy: {
        ...deps.policy,
        ...{ training: [...now.asked], agreements: [], audits: [], duties: [] },
        review: { ...deps.policy.review, due: null },
      },
    }),
  });
  await startCalendar(org.deps());
  await org.settle();
  return {
    ...org,
    change: async (next) => {
      now.asked = next;
      org.restart();
      await startCalendar(org.deps());
      await org.settle();
    },
  };
}

export const TRAINING = 'Training: something is due.';

/** When somebody was sent a new message of this kind, day and time. */
export const sentTo = (org: Organisation, id: string, notification = TRAINING): readonly string[] =>
  org.post
    .reached(org.boxesOf(id))
    .filter(({ type, message }) => type === 'send' && message.notification === notification)
    .map(({ at }) => at.slice(0, 16));

export const nudged = (org: Organisation, notification?: string): readonly string[] =>
  org.directory.people.filter(({ id }) => sentTo(org, id, notification).length > 0).map(({ id }) => id);
