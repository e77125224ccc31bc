import { approvers, barred as barredFrom, mayDo, onRung } from '../../domain/access.ts';
import { type CaseState, openSteps, ownerOf } from '../../domain/case/state.ts';
import type { RecordId } from '../../domain/ids.ts';
import { type Directory, holders, type Person, personById } from '../../domain/people/directory.ts';
import { later } from '../../domain/time/working-time.ts';
import { channelsOf } from '../addresses.ts';
import { sitePhone } from '../advice/phones.ts';
import { mayStandIn } from '../audience.ts';
import { strikeMessages } from '../children/strike-messages.ts';
import { awayWithCard, cardOf, forOne, onDutyFor } from '../cover/called.ts';
import { refusedFor, sentFor, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { drillCards } from '../drill/cards.ts';
import type { Address } from '../messenger.ts';
import { answerRound, searchMessage } from '../search/cards.ts';
import { workMessages } from '../tasks/cards.ts';
import { tasksHeard } from '../tasks/heard.ts';
import { toldCards } from '../told/cards.ts';
import { type CaseRecord, RECEIPT_STAYS } from './case-store.ts';
import { leadLine, reporterLine } from './status-line.ts';
import { type Kind, messageCard, toPerson } from './thin-card.ts';

export interface Wanted {
  readonly cards: readonly WantedCard[];
  /** People who are called on the present rung and whom no address reaches. */
  readonly nowhere: readonly Person[];
  /** "lead:p-iris": the prefix of every card of a person on the present rung. */
  readonly present: readonly Person[];
}

const chasedIn = ({ referrals }: CaseState): number => referrals.reduce((sum, { chased }) => sum + chased, 0);

const answersIn = (state: CaseState): number =>
  tasksHeard(state) + state.informed.reduce((sum, { replies }) => sum + replies.length, 0);

/** Who works the case: in the leads' channel if only they can read it, and one to one from the second rung on. */
async function leadCards(deps: Deps, record: CaseRecord, directory: Directory) {
  const { id, state, snapshot } = record;
  const line = leadLine(deps, state, directory);
  const lead: Omit<Kind, 'for'> = {
    card: 'lead-message',
    line,
    notification: state.plan.urgency === 'ordinary' ? 'needs-you' : 'urgent',
  };
  // Something new is a new card, because a card that only changes makes no sound.
  const round =
    state.amended +
    state.added +
    state.raisedAgain +
    state.late.length +
    answersIn(state) +
    chasedIn(state) +
    state.handedOver;
  const channels = state.plan.route.channel ? await channelsOf(deps, state.site) : [];
  // A channel that refused this card reaches nobody: its people are told one to one.
  const refused = refusedFor(snapshot.deliveries);
  const open: Address[] = [];
  for (const channel of channels)
    if (
      !refused.has(`channel:${round}:${channel.platform}`) &&
      (await mayStandIn(deps, channel, state, directory))
    )
      open.push(channel);
  const inChannel = open.map((to) =>
    messageCard(deps, id, state, { ...forOne(lead, state), for: `channel:${round}:${to.platform}` }, to),
  );
  const firstAlone = open.length === 0 || state.plan.urgency === 'now' ? 0 : 1;
  const called = state.plan.route.rungs
    .map((_, rung) => rung)
    .filter((rung) => rung >= firstAlone && rung <= state.rung)
    .flatMap((rung) => [...onRung(state, directory, rung), ...awayWithCard(record, directory, rung)]);
  const asked = state.cardsFor
    .map((person) => personById(directory, person))
    .filter((person) => person !== undefined)
    .filter((person) => mayDo(person, { type: 'work' }, state, directory));
  const owner = ownerOf(state);
  const owning =
    owner === undefined ? [] : [personById(directory, owner)].filter((person) => person !== undefined);
  const wanted = [...called, ...asked, ...owning, ...onDutyFor(deps, record, directory)];
  const people = [...new Map(wanted.map((person) => [person.id, person])).values()];
  const alone = await Promise.all(
    people.map(async (person) => ({
      person,
      cards: await toPerson(deps, id, state, person, {
        ...forOne(lead, state, person),
        for: cardOf(record, directory, person, round),
      }),
    })),
  );
  const present = onRung(state, directory, state.rung);
  return {
    cards: [...inChannel, ...alone.flatMap(({ cards }) => cards)],
    nowhere: alone
      .filter(({ person, cards }) => cards.length === 0 && present.includes(person))
      .map(({ person }) => person),
    // With a card in the channel the first rung is reached there.
    present: state.rung === 0 && open.length > 0 ? [] : present,
  };
}

async function approvalCards(
  deps: Deps,
  id: RecordId,
  state: CaseState,
  directory: Directory,
): Promise<readonly WantedCard[]> {
  const waiting = openSteps(state).filter(({ step }) => step.kind === 'approve');
  const cards = waiting.flatMap(({ step }) =>
    approvers(state, directory, step).map((person) =>
      toPerson(deps, id, state, person, {
        for: `approve:${step.id}:${person.id}`,
        card: 'approval-message',
        line: '',
        notification: 'needs-you',
      }),
    ),
  );
  return (await Promise.all(cards)).flat();
}

/** The receipt, kept up to date; a question; and, when nobody is left, the numbers. */
async function reporterCards(
  deps: Deps,
  record: CaseRecord,
  directory: Directory,
): Promise<readonly WantedCard[]> {
  const { id, state } = record;
  const reporter = personById(directory, state.reporter);
  if (reporter === undefined || state.beside?.side === 'child') return [];
  const quiet = { notification: 'something-to-read', silent: true } as const;
  const kinds: Kind[] = [];
  const standing = searchMessage(deps, state) ?? {
    card: 'reporter-message',
    line: reporterLine(deps, state, directory),
  };
  const settled = deps.clock.now() >= later(state.reportedAt, RECEIPT_STAYS);
  if (settled)
    kinds.push({
      for: 'reporter',
      ...standing,
      ...quiet,
    });
  const round = answerRound(state);
  if (round !== undefined) kinds.push({ for: round, ...standing, ...quiet });
  if (state.question !== undefined)
    kinds.push({
      for: `question:${state.question.at}`,
      card: 'question-message',
      line: '',
      notification: 'question',
    });
  if (state.exhausted || wasTold(record, 'phone:'))
    kinds.push({
      for: `phone:${state.raisedAgain}`,
      card: 'phone-message',
      line: state.exhausted
        ? deps.cards.say('phone-yourself', phoneOf(deps, state))
        : reporterLine(deps, state, directory),
      ...quiet,
    });
  const cards = (await Promise.all(kinds.map((kind) => toPerson(deps, id, state, reporter, kind)))).flat();
  return cards.map((card) => {
    const there = card.for.startsWith('reporter:') && record.receipt?.address.platform === card.to.platform;
    return there ? { ...card, inPlaceOf: record.receipt } : card;
  });
}

/** Whoever was told that nobody answers is told when somebody does. */
const wasTold = ({ snapshot }: CaseRecord, prefix: string): boolean =>
  sentFor(snapshot.deliveries).some((sent) => sent.for.startsWith(prefix));

export const phoneOf = (deps: Deps, state: Pick<CaseState, 'site'>): { number: string; who: string } => ({
  ...sitePhone(deps, state.site),
});

async function oversightCards(
  deps: Deps,
  record: CaseRecord,
  directory: Directory,
): Promise<readonly WantedCard[]> {
  const { id, state } = record;
  if (!state.exhausted && !wasTold(record, 'oversight:')) return [];
  const out = new Set(onRung(state, directory, state.rung).map((person) => person.id));
  const people = holders(directory, state.site, state.plan.oversight).filter(
    (person) => !out.has(person.id) && mayHearOfIt(person, state, directory),
  );
  const cards = people.map((person) =>
    toPerson(deps, id, state, person, {
      for: `oversight:${person.id}`,
      card: 'oversight-message',
      line: deps.cards.say(state.exhausted ? 'oversight-unanswered' : 'oversight-answered'),
      notification: 'needs-you',
    }),
  );
  return (await Promise.all(cards)).flat();
}

/** Nobody who is in it hears even that much. */
const mayHearOfIt = (person: Person, state: CaseState, directory: Directory): boolean =>
  !barredFrom(state, directory).has(person.id);

/** Every card that somebody is to have now, for this state of the case. */
export async function wantedCards(deps: Deps, record: CaseRecord, directory: Directory): Promise<Wanted> {
  const { id, state } = record;
  const leads = await leadCards(deps, record, directory);
  const others = await Promise.all([
    approvalCards(deps, id, state, directory),
    reporterCards(deps, record, directory),
    oversightCards(deps, record, directory),
    toldCards(deps, record, directory),
    drillCards(deps, record, directory),
    strikeMessages(deps, id, state, directory),
    workMessages(deps, id, state, directory),
  ]);
  return { ...leads, cards: [...leads.cards, ...others.flat()] };
}
