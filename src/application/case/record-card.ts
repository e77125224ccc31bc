import { type SlotData, type Words, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import { barred } from '../../domain/access.ts';
import type { Account, Report } from '../../domain/case/report.ts';
import { type CaseState, canBeTaken } from '../../domain/case/state.ts';
import { type RecordId, refOf } from '../../domain/ids.ts';
import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import type { Deps } from '../deps.ts';
import { openReferrals } from '../referrals/shown.ts';
import { workShown } from '../tasks/shown.ts';
import { glance, toldShown } from '../told/shown.ts';
import type { CaseRecord } from './case-store.ts';
import { nameOf, roleWord } from './people-words.ts';
import { stepsShown } from './record-steps.ts';
import { clockTime, leadLine } from './status-line.ts';

/** Longest piece of a narrative on the record's first page, in characters; the whole is one press away. */
const GLANCES = [700, 500, 350, 150, 60, 25, 12] as const;
/** What people's words may take on it, in bytes of JSON: the rest of the card is steps and buttons. */
const MOST_SHOWN = 7_600;

/** As much of it for who is in it, and of each of them where that is not enough. */
const MOST_NAMED = 8_000;
const NAMED_BRIEFLY = 80;
/** Where what came before stands there as well. */
const NAMED_SHORTER = 40;

const bytes = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;

/** Shorter where all together would not fit: quotation marks and other scripts take two bytes a letter, or three. */
function glanceOf({ account, children, adults }: Report, beside: number): (text: string) => string {
  const names = [
    ...children.flatMap((child) => [child.name || child.description, child.knownAs, child.year]),
    ...adults.map((adult) => ('name' in adult ? adult.name : adult.person)),
  ];
  const taken = (texts: readonly string[]) => texts.reduce((sum, text) => sum + bytes(text), 0);
  const fits = (max: number) =>
    taken([...names, ...Object.values(account).map((text) => text.slice(0, max))]) <= MOST_SHOWN - beside;
  const max = GLANCES.find(fits) ?? GLANCES[6];
  return (text) => (text.length > max ? `${text.slice(0, max).toWellFormed()}…` : text);
}

/** Who is in it, and with which part: shown before anything of the story. */
export function peopleSlots(
  deps: Deps,
  report: Report | undefined,
  directory: Directory,
  most = Number.POSITIVE_INFINITY,
): readonly SlotData[] {
  if (report === undefined) return [];
  const children = report.children.map((child) => ({
    who: glance(
      [child.name, child.knownAs && `“${child.knownAs}”`, child.year, child.description]
        .filter(Boolean)
        .join(', '),
      most,
    ),
    part: deps.cards.say(`part-${child.part}`),
  }));
  const adults = report.adults.map((adult) => ({
    who: glance('person' in adult ? nameOf(deps, directory, adult.person) : adult.name, most),
    part: deps.cards.say('part-adult'),
  }));
  return [...children, ...adults];
}

/** Everybody in full, unless so many descriptions leave no room for what must be done; they were read before. */
function peopleShown(
  deps: Deps,
  report: Report | undefined,
  directory: Directory,
  beside: readonly SlotData[],
): readonly SlotData[] {
  const whole = peopleSlots(deps, report, directory);
  return bytes(JSON.stringify([...whole, ...beside])) <= MOST_NAMED
    ? whole
    : peopleSlots(deps, report, directory, beside.length > 0 ? NAMED_SHORTER : NAMED_BRIEFLY);
}

/** "left-arm,back" as a reader says it. */
export const placesIn = (deps: Deps, places: string): string =>
  places
    .split(',')
    .filter((place) => place !== '')
    .map((place) => deps.cards.say(`place-${place}`))
    .join(', ');

/** What was ticked, in the words of the form. */
const tickedIn = ({ cards, policy }: Deps, { harms }: Report): string =>
  harms.map((harm) => cards.say(`harm-${harm}`, { ...policy.lexicon })).join(' · ');

/** How the reporter knows of it. */
export const heardIn = ({ cards, policy }: Deps, { heard }: Account): string =>
  cards.say(`heard-${heard}`, { ...policy.lexicon });

/** "Mo Field, kitchen. It was read back to them." */
const behalfIn = (deps: Deps, { behalf }: Report): string =>
  behalf === undefined
    ? ''
    : `${[behalf.name, behalf.employer].filter(Boolean).join(', ')}. ${deps.cards.say(`behalf-read-${behalf.readBack}`)}`;

/** When it was first written down or told, and why it is entered only now. */
const lateIn = ({ late }: Report): string =>
  late === undefined ? '' : [late.date, late.time, late.why].filter(Boolean).join(', ');

/** What was reported, each answer under its own heading; fact and opinion apart. */
export function reportSlots(
  deps: Deps,
  report: Report,
  whole: boolean,
  beside: readonly SlotData[] = [],
): readonly SlotData[] {
  const { account } = report;
  const cut = whole ? (text: string) => text : glanceOf(report, bytes(JSON.stringify(beside)));
  const line = (name: string, text: string): SlotData | undefined =>
    text.trim() === '' ? undefined : { title: deps.cards.say(`report-${name}`), text: words(cut(text)) };
  return [
    line('behalf', behalfIn(deps, report)),
    line('late', lateIn(report)),
    line('ticked', tickedIn(deps, report)),
    // On the record's first page these stand at the top.
    whole ? line('where-now', report.where) : undefined,
    whole ? line('callback', report.callback) : undefined,
    line('seen', account.seen),
    line('child-words', account.childWords),
    line('heard', [heardIn(deps, account), account.toldBy].filter(Boolean).join(' ')),
    line('said', account.said),
    line('seemed', account.seemed),
    line(
      'when',
      [deps.cards.say(`when-${account.when}`), account.date, account.time, account.whenNote]
        .filter(Boolean)
        .join(' '),
    ),
    line('where', account.where),
    line('mark', [placesIn(deps, account.places), account.mark].filter(Boolean).join('. ')),
    line('page', account.page),
    line('device', account.device),
    line('wants', account.wants),
    line('opinion', account.opinion),
    line('done', account.done),
    line('told-lead', deps.cards.say(`told-${account.toldLead}`)),
  ].filter((each) => each !== undefined);
}

/** Where the reporter is and how to call them: from the report, or from the alert before it. */
function whereabouts({ report, alert }: CaseState, what: 'where' | 'callback'): Words | undefined {
  const text = report?.[what] || alert?.[what];
  return text ? words(text) : undefined;
}

export interface RecordShown {
  /** One line on top: why something did not happen. */
  readonly notice?: string | undefined;
  /** One line on top: that it did. */
  readonly saved?: string | undefined;
  /** How many steps the reader has gone past. */
  readonly from?: number;
  /** The other record of the same event, for somebody who may see both. */
  readonly beside?: RecordId | undefined;
  /** Which children of the register its children are, for leads of the site. */
  readonly register?: readonly SlotData[];
  /** What came before, of each of its children, for whoever may read their stories. */
  readonly story?: readonly SlotData[];
}

/** As much of a note as there is room for beside all the rest; all of it stands in the history. */
const NOTES = [400, 250, 150] as const;
const NOTE_BYTES = 500;

/** What whoever handed it over wrote, until somebody has it; after that it stands in the history. */
function handedSlots(deps: Deps, { handed, site }: CaseState, directory: Directory): SlotData {
  if (handed === undefined) return {};
  const { from, note } = handed;
  const most = NOTES.find((max) => bytes(note.slice(0, max)) <= NOTE_BYTES) ?? NOTES[2];
  return {
    handedBy: deps.cards.say('handed-by', { role: roleWord(deps, personById(directory, from), site) }),
    handedNote: glance(note, most),
  };
}

/** The record as a lead sees it in private: who, what next, what was reported, and every button. */
export function recordCard(
  deps: Deps,
  record: CaseRecord,
  directory: Directory,
  viewer: Person,
  { notice, saved, from = 0, beside, register = [], story = [] }: RecordShown = {},
): Card {
  const { id, state } = record;
  const isBeside = state.beside?.side === 'child';
  const referrals = openReferrals(deps, state);
  const isClosed = state.progress.status === 'closed';
  const out = barred(state, directory);
  const told = toldShown(deps, state, directory);
  const underWay = workShown(deps, state, directory);
  const handed = handedSlots(deps, state, directory);
  const besideReport = [...told, ...underWay.work, ...referrals, handed, ...story];
  return deps.cards.show('record', {
    ref: refOf(id),
    case: id,
    notice,
    saved,
    line: leadLine(deps, state, directory),
    ...handed,
    urgent:
      state.plan.urgency !== 'ordinary' && !isClosed
        ? deps.cards.say(`urgency-${state.plan.urgency}`)
        : undefined,
    people: peopleShown(deps, state.report, directory, story),
    // Whoever wrote it knows about the adult: nobody here is to ask them.
    register,
    story,
    reporter: isBeside
      ? words(deps.cards.say('beside-reporter'))
      : words(nameOf(deps, directory, state.reporter)),
    canAsk: !isBeside && state.report?.self !== true,
    beside: beside && { ref: refOf(beside), case: beside },
    reported: clockTime(deps, state.reportedAt),
    callback: whereabouts(state, 'callback'),
    where: whereabouts(state, 'where'),
    alertOnly: state.report === undefined,
    about: state.plan.route.about === 'adult' ? deps.cards.say('record-about-adult') : undefined,
    ...stepsShown({ deps, state, id, directory, viewer }, from),
    told,
    ...underWay,
    referrals,
    report:
      state.report === undefined
        ? []
        : isBeside
          ? [{ title: deps.cards.say('report-beside'), text: words(state.report.account.seen) }]
          : reportSlots(deps, state.report, false, besideReport),
    canTake: canBeTaken(state),
    canWork: !isClosed,
    isClosed,
    copy:
      deps.organisation.record === 'elsewhere'
        ? deps.cards.say('copy-for', { system: deps.organisation.system ?? '' })
        : deps.cards.say('copy-here'),
    leftOut:
      out.size > 0
        ? deps.cards.say(out.size === 1 ? 'left-out-one' : 'left-out', { count: out.size })
        : undefined,
  });
}
