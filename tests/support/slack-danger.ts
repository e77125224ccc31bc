import type { SlackJourney } from './slack-journey.ts';
import { begin, cardsOf, DANGER, nameThem, onwards, type Told } from './slack-report.ts';
import type { PostedMessage } from './slack-requests.ts';
import { everyone, type Pack } from './slack-school.ts';
import type { Screen } from './slack-screen.ts';

/** Somebody whom the concern is about, and who must therefore learn nothing. */
export interface Subject {
  readonly kind: string;
  readonly told: Told;
  readonly involved: readonly string[];
}

const picked = (kind: string, user: string): Subject => ({
  kind,
  told: { adult: 'yes', adults: { adults: `p-${user}` } },
  involved: [user],
});

const LEADS: Readonly<Record<Pack, readonly string[]>> = {
  'one-school': ['iris', 'nadia', 'owen'],
  'two-schools': ['iris', 'nadia', 'owen'],
};

export const subjectsOf = (pack: Pack): readonly Subject[] => [
  { kind: 'a child only', told: {}, involved: [] },
  picked('a member of staff', 'ben'),
  ...(pack === 'one-school'
    ? [picked('the headteacher, who is the lead', 'iris'), picked('the IT lead', 'vera')]
    : [
        picked('the headteacher', 'vera'),
        picked('the safeguarding lead', 'iris'),
        picked('the IT lead', 'ivo'),
      ]),
  picked('a deputy', 'nadia'),
  { kind: 'an adult nobody is sure of', told: { adult: 'unsure' }, involved: LEADS[pack] },
  { kind: 'an adult on no list', told: { adult: 'yes', adults: { names: 'Casey Morrow' } }, involved: [] },
];

/** In danger, past the tap, and the adult is named: the page with the ticks. */
export async function nameFirst({ people }: SlackJourney, { told }: Subject): Promise<Screen> {
  const danger = await begin(people, 'ada', 'now');
  return nameThem(people, 'ada', await onwards(people, 'ada', danger), told);
}

/** Back to the page with 999 on it. */
export async function backToDanger({ people }: SlackJourney, what: Screen): Promise<Screen> {
  const who = await people.press('ada', what, 'Back');
  return people.press('ada', await people.press('ada', who, 'Back'), DANGER.now);
}

/** The button that tells somebody at once: through a lead, or around them where that is somebody else. */
export const tellButton = (danger: Screen, way: 'lead' | 'independent'): string | undefined =>
  danger.buttons.find(
    (title) =>
      /^Tell the .* (now|instead)$/.test(title) && title.endsWith(way === 'lead' ? 'now' : 'instead'),
  );

export interface Held {
  readonly user: string;
  readonly card: PostedMessage;
}

/** Every card about a case that stands anywhere, with everybody who can read it. */
export async function cardsAnywhere(journey: SlackJourney, pack: Pack): Promise<readonly Held[]> {
  const channels =
    pack === 'one-school' ? { 'main-leads': LEADS['one-school'] } : { 'north-leads': LEADS['two-schools'] };
  const alone = await Promise.all(
    everyone(pack)
      .filter((user) => user !== 'ada')
      .map(async (user) => (await cardsOf(journey, user)).map((card) => ({ user, card }))),
  );
  const shared = await Promise.all(
    Object.entries(channels).map(async ([channel, members]) => {
      const cards = await journey.people.messages({ channel, as: 'iris' });
      return cards.flatMap((card) => members.map((user) => ({ user, card })));
    }),
  );
  return [...alone, ...shared].flat();
}

/** Requests to Slack that name this case and go to where one of these people is. */
export async function callsTowards(
  journey: SlackJourney,
  users: readonly string[],
  ref: string,
): Promise<readonly string[]> {
  const { workspace } = journey;
  const record = ref.replace('-', '').toLowerCase();
  const theirs = await Promise.all(
    users.map(async (user) => {
      const { channel } = await workspace.call(user, 'conversations.open', { users: workspace.botUser });
      return [(channel as { id: string }).id, workspace.userId(user)];
    }),
  );
  return workspace.calls
    .filter(({ body }) =>
      [body.channel, body.user, body.user_id].some((id) => theirs.flat().includes(id ?? '')),
    )
    .filter(({ body }) => JSON.stringify(body).includes(ref) || JSON.stringify(body).includes(record))
    .map(({ method }) => method);
}
