import type { Card } from '../../src/cards/model.ts';
import { LOCAL_TENANT } from '../../src/compose.ts';
import { answersOf, recordOnReceipt } from './answers.ts';
import { buttonOf, standing } from './card-buttons.ts';
import type { Post, Posting } from './load.ts';
import type { Platform } from './platform.ts';
import type { Reporter } from './reporter.ts';
import type { Staff } from './school.ts';

type Inputs = Readonly<Record<string, string>>;

const invoke = (person: Staff, serviceUrl: string, data: object): object => ({
  ...activity(person, serviceUrl),
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb: 'bench', data }, trigger: 'manual' },
});

const conversationOf = ({ id }: Staff): string => `a:personal-${id}`;

const activity = (person: Staff, serviceUrl: string) => ({
  id: '1795252631644',
  timestamp: new Date().toISOString(),
  serviceUrl,
  channelId: 'msteams',
  from: { id: `29:${person.id}`, name: 'Somebody', aadObjectId: person.teams },
  recipient: { id: '28:signpost-bot', name: 'Signpost' },
  locale: 'en-GB',
  conversation: { conversationType: 'personal', tenantId: LOCAL_TENANT, id: conversationOf(person) },
  channelData: { tenant: { id: LOCAL_TENANT } },
});

/** People in their own chats with the bot, as Teams speaks for them. */
export function teamsReporter(base: string, platform: Platform, post: Post): Reporter {
  const posting = (body: object): Posting => ({
    url: `${base}/api/messages`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

  function pressing(person: Staff, card: Card, title: string, inputs: Inputs = {}): Posting {
    const { data } = buttonOf(card, title);
    return posting(invoke(person, platform.connector, { ...standing(card), ...inputs, ...data }));
  }

  async function press(person: Staff, card: Card, title: string, inputs?: Inputs): Promise<Card> {
    const { status, text } = await post(pressing(person, card, title, inputs));
    const answer = status === 200 ? JSON.parse(text) : undefined;
    if (answer?.value?.type !== 'AdaptiveCard')
      throw new Error(`"${title}" was answered with HTTP ${status} and no card`);
    return answer.value;
  }

  const say = (person: Staff, text: string) =>
    post(posting({ ...activity(person, platform.connector), type: 'message', text }));

  return {
    async meet(lead) {
      const next = platform.nextCard(conversationOf(lead));
      await say(lead, 'help');
      await next;
    },
    async toLastPage(person, n) {
      const { who, what, story } = answersOf(n);
      const next = platform.nextCard(conversationOf(person));
      await say(person, 'report concern');
      const first = await press(person, await next, 'Continue');
      const second = await press(person, first, 'Not today');
      const third = await press(person, second, 'Continue', who);
      const fourth = await press(person, third, 'Continue', what);
      const last = await press(person, fourth, 'Continue', story);
      return { prepare: () => pressing(person, last, 'Send it') };
    },
    saved: ({ status, text }) => recordOnReceipt(status, text),
  };
}
