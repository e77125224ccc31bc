import { picture } from './screens.ts';
import type { TeamsBrowser } from './teams-browser.ts';

export const MOST_STEPS = 60;
const STEP_BUTTONS = [
  'Say who holds it',
  'Say whom you told',
  'Record a referral',
  'Decide',
  'Answer this',
  'Record this',
  'Do this',
];

/** The button of the first step that can be worked on. */
export const nextStep = (record: string): string | undefined =>
  record
    .split('What must happen next')[1]
    ?.split('Keep to this')[0]
    ?.split('\n')
    .map((line) => line.trim())
    .find((line) => STEP_BUTTONS.includes(line));

/** The first of the choices below a label. */
const firstChoice = (card: string, label: string): string =>
  card
    .split(label)[1]
    ?.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '*')[0] ?? '';

/** Fills in the form of one step as a lead would, and saves it. */
export async function answerStep(lead: TeamsBrowser, button: string, isSeen: boolean): Promise<void> {
  const form = await lead.cardText('Back to the record');
  switch (button) {
    case 'Say who holds it':
      if (form.includes('Their name.')) {
        await lead.choose('Your answer', firstChoice(form, 'Your answer'));
        await lead.fill('Their name. Also when and where, and why.', 'The mother, 15:20, at the office');
        return void (await lead.press('Done'));
      }
      await lead.fill('Who holds it, and where is it kept?', 'Iris Kay, in the safe.');
      return void (await lead.press('Done'));
    case 'Say whom you told':
      await lead.fill('Who did you tell, and how?', 'The mother, by phone.');
      await lead.fill('What did you say, and what did they say?', 'That we are worried. She comes at four.');
      return void (await lead.press('Save it'));
    case 'Record a referral':
      await lead.fill('Who did you speak to?', 'The duty desk');
      await lead.fill('Their reference, if they gave one', 'DD-1');
      if (!isSeen) await picture(lead, 'lead-12-referral');
      return void (await lead.press('Save the referral'));
    case 'Decide':
      await lead.choose('Your decision', firstChoice(form, 'Your decision'));
      await lead.fill('Your reason. Also who is told, and how.', 'It keeps Robin safe.');
      if (!isSeen) await picture(lead, 'lead-13-decide');
      return void (await lead.press('Save the decision'));
    case 'Answer this':
      await lead.choose('Your answer', 'No');
      if (!isSeen) await picture(lead, 'lead-14-answer');
      return void (await lead.press('Done'));
    default:
      await lead.fill('Anything to add?', 'Done with the class teacher.');
      return void (await lead.press('Done'));
  }
}
