import { type SlotData, words } from '../cards/fill.ts';
import { RecordId } from '../domain/ids.ts';
import { type Directory, type Person, personByAccount } from '../domain/people/directory.ts';
import { rememberChannel, rememberPerson } from './addresses.ts';
import { help, home } from './advice/help.ts';
import { sitePhone } from './advice/phones.ts';
import { pressAgreement } from './agreements/press.ts';
import { pressAudit } from './audits/press.ts';
import { pressBoard } from './board-report/press.ts';
import { pressApproval } from './case/approvals.ts';
import { pressLog } from './case/log-card.ts';
import { line, pressCase } from './case/work-case.ts';
import { pressChild } from './children/press-child.ts';
import { pressStory } from './children/press-story.ts';
import { pressTransfer } from './children/transfer.ts';
import { pressGlance } from './compliance/press.ts';
import { pressSession } from './compliance/session.ts';
import { pressCover } from './cover/press.ts';
import { holdCards } from './deliver.ts';
import type { Deps } from './deps.ts';
import { pressDesk } from './desk/press.ts';
import { readDirectory } from './directory.ts';
import { answerAsDrill } from './drill/mark.ts';
import { pressDrill } from './drill/start.ts';
import { pressDuty } from './duties/press.ts';
import { pressReview } from './duties/press-review.ts';
import { codeOf } from './fault-code.ts';
import { pressHandOut } from './hand-out/press.ts';
import type { Answer, HandleIntent, Intent } from './intent.ts';
import type { Address } from './messenger.ts';
import { pressNotice } from './notices/notices.ts';
import { pressPeople } from './people/press.ts';
import { pressReferral } from './referrals/press.ts';
import { pressKept } from './registers/press.ts';
import { pressForm } from './report/report-concern.ts';
import { pressMine } from './report/reporter.ts';
import { pressAnswer } from './requests/answer.ts';
import { pressAsk } from './requests/ask.ts';
import { say } from './say.ts';
import { pressSpot } from './search/on-the-spot.ts';
import { isOurs } from './sign.ts';
import { pressLowLevel } from './staff-concerns/press-low-level.ts';
import { pressThreshold } from './staff-concerns/press-threshold.ts';
import { pressTask } from './tasks/press.ts';
import { pressTold } from './told/told.ts';
import { pressTraining } from './training/press.ts';
import { refuseUpload } from './upload.ts';

/** As much as an input takes. */
const LONGEST_TYPED = 3000;
/** As much as one card takes beside its own words: no form of ours is larger, whatever the script. */
const MOST_RETURNED = { inputs: 18, bytes: 20_000 } as const;
const INPUT_ID = /^[\w-]{1,60}$/;

type Pressing = Extract<Intent, { type: 'press' }>;

/**
 * Remembers the leads' channel of a site when the bot is installed in it or spoken to there: which of the two a platform
 * reports first, and for which channel of a team, is its own affair.
 */
async function knowChannel(deps: Deps, channel: Address): Promise<void> {
  const bound = deps.organisation.sites.find(({ channels }) =>
    [channel.to.conversation, channel.to.channel].some(
      (id) => id !== undefined && id === channels[channel.platform],
    ),
  );
  if (bound === undefined) return;
  await rememberChannel(deps, bound.id, channel);
  deps.log.info({ event: 'channel-bound', code: channel.platform });
}

/** A view that closes is a nuisance; a press that fails because it could not be held would be worse. */
async function hold(deps: Deps, record: RecordId, where: Address): Promise<void> {
  try {
    await holdCards(deps, record, where);
  } catch (fault) {
    deps.log.warn({ event: 'view-not-held', record, code: codeOf(fault) });
  }
}

/** A button says what could be typed; what was chosen beside it stands behind: "advice password". */
const saidBy = ({ arg = 'help', inputs }: Pressing['press']): string =>
  `${arg} ${inputs.choice ?? ''}`.trim();

/** A press means what its verb says; whether this person may, the use case asks `access`. */
async function press(deps: Deps, directory: Directory, person: Person, intent: Pressing): Promise<Answer> {
  const { view } = intent;
  if (!isOurs(intent.press, deps.keyring)) {
    deps.log.warn({ event: 'button-not-ours' });
    return line(deps, 'older-button');
  }
  const address = intent.from.address;
  const record = RecordId.safeParse(intent.press.record);
  if (view && intent.from.platform === 'teams' && address !== undefined && record.success)
    await hold(deps, record.data, address);
  const pressed = { deps, directory, person, press: intent.press, view };
  const [area] = intent.press.do.split('.');
  switch (area) {
    case 'form':
      return pressForm(deps, directory, person, intent.press, { platform: intent.from.platform, view });
    case 'case':
      return pressCase(pressed);
    case 'child':
      return pressChild(pressed);
    case 'referral':
      return pressReferral(pressed);
    case 'story':
    case 'share':
      return pressStory(pressed);
    case 'threshold':
      return pressThreshold(pressed);
    case 'low-level':
      return pressLowLevel(pressed);
    case 'mine':
      return pressMine(pressed);
    case 'approval':
      return pressApproval(pressed);
    case 'spot':
      return pressSpot(pressed);
    case 'told':
      return pressTold(pressed);
    case 'task':
      return pressTask(pressed);
    case 'agree':
      return pressAgreement(pressed);
    case 'ask':
      return pressAsk(pressed);
    case 'asked':
      return pressAnswer(pressed);
    case 'kept':
      return pressKept(pressed);
    case 'duty':
      return pressDuty(pressed);
    case 'review':
      return pressReview(pressed);
    case 'desk':
      return pressDesk(pressed);
    case 'glance':
      return pressGlance(pressed);
    case 'session':
      return pressSession(pressed);
    case 'audit':
      return pressAudit(pressed);
    case 'board':
      return pressBoard(pressed);
    case 'log':
      return pressLog(pressed);
    case 'hand':
      return pressHandOut(pressed);
    case 'transfer':
      return pressTransfer(pressed);
    case 'cover':
      return pressCover(pressed);
    case 'notice':
      return pressNotice(pressed);
    case 'person':
    case 'training':
      return pressTraining(pressed);
    case 'drill':
      return pressDrill(pressed);
    case 'people':
      return pressPeople(pressed);
    case 'say':
      return say(deps, directory, person, { ...intent, type: 'say', text: saidBy(intent.press) });
    default:
      return line(deps, 'older-button');
  }
}

async function handle(deps: Deps, intent: Intent): Promise<Answer> {
  const isNews = intent.type === 'installed' || intent.type === 'say';
  if (isNews && intent.place.type === 'shared') await knowChannel(deps, intent.place.channel);
  if (intent.type === 'installed' && intent.place.type === 'shared') return { type: 'nothing' };
  const directory = await readDirectory(deps);
  const from = intent.from;
  const person = from && personByAccount(directory, from.platform, from.account);
  if (from === undefined) return { type: 'nothing' };
  if (person === undefined) {
    deps.log.warn({ event: 'person-not-known', code: from.platform });
    return { type: 'card', card: deps.cards.show('not-known', { organisation: deps.organisation.name }) };
  }
  if (from.address !== undefined) await rememberPerson(deps, person.id, from.address);
  switch (intent.type) {
    case 'installed':
      return help(deps, directory, person);
    case 'home':
      return { type: 'card', card: await home(deps, directory, person) };
    case 'upload':
      return refuseUpload(deps, directory, person, intent);
    case 'say':
      return say(deps, directory, person, intent);
    case 'press':
      return answerAsDrill(deps, intent.press.record, await press(deps, directory, person, intent));
  }
}

/** What was typed, as far as it came from a form of ours: a card that cannot be shown gives nothing back. */
function returned(inputs: Readonly<Record<string, string>>): readonly SlotData[] {
  let left: number = MOST_RETURNED.bytes;
  const typed = Object.entries(inputs).filter(([id]) => INPUT_ID.test(id));
  return typed.slice(0, MOST_RETURNED.inputs).map(([id, value]) => {
    let text = value.slice(0, LONGEST_TYPED).toWellFormed();
    while (text !== '' && Buffer.byteLength(JSON.stringify(text)) > left)
      text = text.slice(0, Math.floor(text.length / 2));
    left -= Buffer.byteLength(JSON.stringify(text));
    return { id, value: words(text) };
  });
}

/** What was typed is given back, under the button that sends it again; nothing of the fault is told on. */
function failed(deps: Deps, intent: Intent): Answer {
  const [site] = deps.organisation.sites;
  const phone = site && sitePhone(deps, site.id);
  const numbers = { number: phone?.number ?? '999', who: phone?.who ?? '' };
  const typed = intent.type === 'press' ? returned(intent.press.inputs) : [];
  if (intent.type !== 'press' || typed.length === 0) return line(deps, 'fault', numbers);
  const card = deps.cards.show('not-saved', {
    text: deps.cards.say('not-saved', numbers),
    typed,
    do: intent.press.do,
    record: intent.press.record ?? '',
    arg: intent.press.arg ?? '',
  });
  return { type: 'keep-form', card };
}

/** The one entrance for both channels. A fault is said plainly, with the numbers, and nothing of it is told on. */
export function intentHandler(deps: Deps): HandleIntent {
  return async (intent) => {
    const started = deps.clock.elapsed();
    try {
      return await handle(deps, intent);
    } catch (fault) {
      deps.log.error({ event: 'intent-failed', code: codeOf(fault) });
      return failed(deps, intent);
    } finally {
      deps.log.info({ event: `intent-${intent.type}`, ms: Math.round(deps.clock.elapsed() - started) });
    }
  };
}
