import type { Client } from './organisation.ts';
import type { planting } from './planted.ts';

/** Something that was learned besides, a booking, and what was asked for with its certificate. */
export async function trainingTyped(
  { press }: Pick<ReturnType<typeof planting>, 'press'>,
  person: Client,
): Promise<void> {
  await person.say('my training');
  await person.press('Add something I learned');
  await press(person, 'Save it');
  await person.say('my training');
  await person.press('I am booked');
  await press(person, 'Save the day', { date: '2026-12-03' });
  await person.say('my training');
  await person.press('I have done it');
  await press(person, 'Save it');
}
