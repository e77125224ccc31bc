import { join } from 'node:path';
import { stamper } from '../../src/application/sign.ts';
import { type CardFiles, type Cards, cardsFrom } from '../../src/cards/catalog.ts';
import type { SlotData } from '../../src/cards/fill.ts';
import type { Card } from '../../src/cards/model.ts';
import { homeView, messageBlocks, modalView } from '../../src/channels/slack/render.ts';
import { loadCards } from '../../src/storage/files/load-cards.ts';
import { testKeyring } from '../support/stores.ts';
import type { Samples } from './sample-parts.ts';
import { agreementSamples } from './samples-agreements.ts';
import { boardSamples } from './samples-board.ts';
import { caseFormSamples } from './samples-case-forms.ts';
import { checkSamples } from './samples-check.ts';
import { childrenSamples } from './samples-children.ts';
import { complianceSamples } from './samples-compliance.ts';
import { coverSamples } from './samples-cover.ts';
import { deskSamples } from './samples-desk.ts';
import { drillSamples } from './samples-drill.ts';
import { dutySamples } from './samples-duties.ts';
import { fileSamples } from './samples-files.ts';
import { formSamples } from './samples-form.ts';
import { handOutSamples } from './samples-hand-out.ts';
import { leadSamples } from './samples-lead.ts';
import { otherSamples } from './samples-other.ts';
import { peopleSamples } from './samples-people.ts';
import { referralSamples } from './samples-referrals.ts';
import { registerSamples } from './samples-registers.ts';
import { reporterSamples } from './samples-reporter.ts';
import { requestSamples } from './samples-requests.ts';
import { spotSamples } from './samples-spot.ts';
import { staffSamples } from './samples-staff.ts';
import { childStorySamples } from './samples-story.ts';
import { tellingSamples } from './samples-telling.ts';
import { trainingSamples } from './samples-training.ts';
import { workSamples } from './samples-work.ts';

/** What a card is drawn as in Slack. Teams has one shape for all. */
const SLACK = { message: messageBlocks, modal: modalView, home: homeView } as const;
type Use = keyof typeof SLACK;

/**
 * | card            | in Slack | why                                                                             |
 * |-----------------|----------|---------------------------------------------------------------------------------|
 * | `…-message`     | message  | sent by the worker into a chat or a channel                                     |
 * | `line`          | both     | what is left of a message that is withdrawn, and a short answer in a window     |
 * | `home`          | home     | the App Home                                                                    |
 * | everything else | modal    | an answer to a press or a command: it opens in a window that only one person has |
 */
const useOf = (card: string, sample: string): Use => {
  if (card === 'home') return 'home';
  if (card === 'line') return sample === 'normal' ? 'message' : 'modal';
  return card.endsWith('-message') ? 'message' : 'modal';
};

export const files: CardFiles = loadCards(join(process.cwd(), 'cards'));
/** No chance in them: every button has the same action id and the same signature. */
const stampedAlike = stamper({ ...testKeyring, sign: () => 'signature' }, { random: () => 'action' });
export const cards: Cards = cardsFrom(files, stampedAlike);

/** Slots for every document of `cards/`: a normal sample each, and the fullest where it matters. */
export const SAMPLES: Readonly<Record<string, Samples>> = {
  ...formSamples(cards.say),
  ...checkSamples(cards.say),
  ...reporterSamples(cards.say),
  ...leadSamples(cards.say),
  ...caseFormSamples(cards.say),
  ...drillSamples(cards.say),
  ...referralSamples(cards.say),
  ...childrenSamples(cards.say),
  ...childStorySamples(cards.say),
  ...fileSamples(cards.say),
  ...handOutSamples(cards.say),
  ...coverSamples(cards.say),
  ...dutySamples(cards.say),
  ...deskSamples(cards.say),
  ...registerSamples(cards.say),
  ...requestSamples(cards.say),
  ...spotSamples(cards.say),
  ...staffSamples(cards.say),
  ...tellingSamples(cards.say),
  ...trainingSamples(cards.say),
  ...workSamples(cards.say),
  ...agreementSamples(cards.say),
  ...complianceSamples(cards.say),
  ...boardSamples(cards.say),
  ...otherSamples(cards.say),
  ...peopleSamples(cards.say),
};

export interface Shown {
  /** Of the golden: the card's own name for the normal sample. */
  readonly name: string;
  readonly document: string;
  readonly use: Use;
  readonly slots: SlotData;
  readonly card: Card;
}

export const shown: readonly Shown[] = Object.entries(SAMPLES).flatMap(([document, samples]) =>
  Object.entries(samples).map(([sample, slots]) => ({
    name: sample === 'normal' ? document : `${document}-${sample}`,
    document,
    use: useOf(document, sample),
    slots,
    // Filled when it is looked at: a sample that lacks a slot fails by itself.
    get card() {
      return cards.show(document, slots);
    },
  })),
);

export const inSlack = ({ use, card }: Shown) => SLACK[use](card);
