import type { Client, Organisation } from './organisation.ts';
import type { planting } from './planted.ts';
import { buttonsOf, press } from './press.ts';

/** Opens the newest message about a request, whatever is on the screen. */
async function opens(client: Client): Promise<void> {
  const message = client
    .inbox()
    .findLast(({ message: { card } }) => buttonsOf(card).some(({ data }) => data.do === 'asked.open'));
  if (message === undefined) throw new Error('Nobody asked for anything');
  await client.send(press(message.message.card, 'Open'));
}

/** Somebody of two sites asks for something and passes something on, and both are answered (tests/support/staff-forms.ts). */
export async function asksAndAnswers(planted: ReturnType<typeof planting>, org: Organisation): Promise<void> {
  const [rosa, ivo] = [org.at('p-rosa'), org.at('p-ivo')];
  for (const [words, answer] of [
    ['unblock', 'Decline'],
    ['lost device', 'Done'],
  ] as const) {
    await rosa.say(words);
    await planted.press(rosa, 'Send', { site: 'north', 'field-until': '2026-11-27' });
    await org.settle();
    await opens(ivo);
    await planted.press(ivo, answer);
    await org.settle();
  }
}
