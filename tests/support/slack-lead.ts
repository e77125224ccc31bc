import type { SlackClient } from './slack-client.ts';
import { openRecord, tap } from './slack-report.ts';
import type { PostedMessage } from './slack-requests.ts';
import type { Screen } from './slack-screen.ts';

type Inputs = Readonly<Record<string, string>>;

/** What a lead answers on a step's form, whatever it asks for. */
function answersTo(form: Screen): Inputs {
  const chosen = (input: string): string => {
    const { element } = form.input(input);
    const { options = [] } = element as { options?: readonly { readonly value?: string }[] };
    return options[0]?.value ?? '';
  };
  if (form.inputs.includes('agency')) return { who: 'The duty officer', reference: 'Log 4411-9' };
  if (form.submit === 'Save the decision')
    return { answer: chosen('answer'), reason: 'Because of what was seen.' };
  if (!form.inputs.includes('answer')) return { note: 'Done before the end of the day.' };
  if (form.inputs.includes('date') && form.inputs.includes('note'))
    return { answer: 'The mother, by phone', note: 'That we are worried, and what happens next.' };
  // Handed to somebody whom the policy allows, and by name.
  if (form.inputs.includes('who'))
    return { answer: chosen('answer'), who: 'The mother, 15:20, at the office' };
  const isBox = form.input('answer').element.type === 'plain_text_input';
  return { answer: isBox ? 'The headteacher, in the locked cupboard' : chosen('answer') };
}

const OF_STEPS = ['Say who holds it', 'Say whom you told', 'Do this', 'Decide', 'Answer this', 'Record this'];

/** Works down everything that must happen next, and gives the record with nothing left. */
export async function workDown(people: SlackClient, user: string, card: PostedMessage): Promise<Screen> {
  let record = await openRecord(people, user, card);
  for (let presses = 0; presses < 60; presses += 1) {
    const [listed] = record.text.split('What was reported');
    const isReferral = (listed ?? '').includes('Record a referral');
    const title = OF_STEPS.find((one) => record.buttons.includes(one));
    if (title === undefined && !isReferral) return record;
    const form = await people.press(user, record, title ?? 'Record a referral');
    record = await tap(people, user, form, form.submit ?? '', answersTo(form));
  }
  throw new Error('The record still has steps after sixty of them');
}

/** Opens the form for closing and sends it: the record, or the form with what is left. */
export async function close(
  people: SlackClient,
  user: string,
  card: PostedMessage,
  inputs: Inputs,
): Promise<Screen> {
  const form = await people.press(user, await openRecord(people, user, card), 'Close');
  // Asked only where something that should be done is not.
  const { confirmed, ...others } = inputs;
  const asked = form.inputs.includes('confirmed') && confirmed !== undefined;
  const answer = await people.submit(user, form, asked ? inputs : others);
  if (answer === undefined) throw new Error('The window closed');
  return answer;
}
