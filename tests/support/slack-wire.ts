import { readFileSync } from 'node:fs';
import { findings } from '../../src/channels/slack/validate.ts';
import { type JourneyOptions, type SlackJourney, startSlackJourney } from './slack-journey.ts';

const NOTIFICATIONS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync('cards/notifications.json', 'utf8'),
);
const REFERENCE = /\b(?:DRILL|[0-9A-Z]{4})-[0-9A-Z]{4}\b/;
const listed = Object.values(NOTIFICATIONS).map((line) => line.replace('${ref}', '').trim());

export const isListed = (notification: string): boolean =>
  listed.includes(notification.replace(REFERENCE, '').trim());

/** Every string anywhere in it. */
export const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsIn);
};

const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};

export interface Sent {
  readonly to: string;
  readonly method: string;
  readonly notification: string;
  readonly blocks: readonly unknown[];
}

/** Every message that left for Slack, new or changed. */
export const messagesSent = ({ workspace }: SlackJourney): readonly Sent[] =>
  workspace.calls
    .filter(({ method }) => method.startsWith('chat.'))
    .map(({ method, body }) => ({
      method,
      to: body.channel ?? '',
      notification: body.text ?? '',
      blocks: (parsed(body.blocks) ?? []) as readonly unknown[],
    }));

/** Every view that left for Slack, by a call or as the answer to a form. */
export async function viewsSent(journey: SlackJourney): Promise<readonly unknown[]> {
  const called = journey.workspace.calls.map(({ body }) => parsed(body.view));
  const answered = (await journey.answers()).map((text) => Object(parsed(text)).view);
  return [...called, ...answered].filter((view) => view !== undefined);
}

/** What no message, view, notification or log line of any journey may be: each finding names the rule and where. */
export async function wireFindings(journey: SlackJourney): Promise<readonly string[]> {
  const typed = [...journey.typed];
  const saysTyped = (texts: readonly string[]) =>
    typed.some((words) => texts.some((text) => text.includes(words)));
  const messages = messagesSent(journey).flatMap(({ method, notification, blocks }) => [
    ...findings(blocks as never).map((found) => `${method}: ${found}`),
    ...(isListed(notification) ? [] : [`${method}: "${notification}" is on no list`]),
    ...(saysTyped([notification, ...stringsIn(blocks)]) ? [`${method}: a person's words in a message`] : []),
  ]);
  const views = (await viewsSent(journey)).flatMap((view) => [
    ...findings(view as never).map((found) => `view: ${found}`),
    ...(/"type":"(file|image|file_input|video)"/.test(JSON.stringify(view))
      ? ['view: a file or a picture']
      : []),
  ]);
  const others = journey.workspace.calls.filter(
    ({ method, body }) => !/^(chat|views)\./.test(method) && saysTyped(Object.values(body)),
  );
  return [
    ...messages,
    ...views,
    ...others.map(({ method }) => `${method}: a person's words`),
    ...(saysTyped(journey.logged) ? ["log: a person's words"] : []),
  ];
}

/** Runs something in a school of its own, and looks at everything that left for Slack meanwhile. */
export async function inSchool(
  options: JourneyOptions,
  act: (journey: SlackJourney) => Promise<void>,
): Promise<void> {
  const journey = await startSlackJourney(options);
  try {
    await act(journey);
    await journey.settled();
    expect(await wireFindings(journey)).toEqual([]);
  } finally {
    await journey.close();
  }
}
