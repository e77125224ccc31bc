import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Press } from '../../src/application/intent.ts';
import { isOurs } from '../../src/application/sign.ts';
import type { ActionExecute } from '../../src/cards/model.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import type { Organisation } from './organisation.ts';
import { buttonsOf } from './press.ts';
import { testKeyring } from './stores.ts';

const CARDS = join(process.cwd(), 'cards');

type Node = unknown;
const dataIn = (node: Node): readonly { readonly do: string; readonly arg?: string }[] => {
  if (Array.isArray(node)) return node.flatMap(dataIn);
  if (typeof node !== 'object' || node === null) return [];
  const here = node as { readonly data?: { readonly do?: string; readonly arg?: string } };
  const { do: verb, arg } = here.data ?? {};
  const fixed = arg === undefined || arg.includes('$') ? {} : { arg };
  const own = verb === undefined || verb.includes('$') ? [] : [{ do: verb, ...fixed }];
  return [...own, ...Object.values(node).flatMap(dataIn)];
};
/** Every verb that any button of any card carries, with every fixed argument. */
export const VERBS = readdirSync(CARDS).flatMap((file) =>
  dataIn(JSON.parse(readFileSync(join(CARDS, file), 'utf8'))),
);

interface ButtonData {
  readonly do: string;
  readonly record?: string | undefined;
  readonly arg?: string | undefined;
}

/** A press as our own button would make it: authority must come from somewhere else. */
export function signed(data: ButtonData, inputs: Press['inputs'] = {}, actionId = 'made-up'): Press {
  const { do: verb, record, arg } = data;
  const text = JSON.stringify([verb, record ?? '', arg ?? '', actionId]);
  const press: Press = {
    do: verb,
    ...(record !== undefined && { record }),
    ...(arg !== undefined && { arg }),
    actionId,
    sig: testKeyring.sign(text),
    inputs,
  };
  if (!isOurs(press, testKeyring)) throw new Error('Buttons are signed over something else now');
  return press;
}

const pressOf = ({ data }: ActionExecute): Press => {
  const { do: verb, record, arg, actionId, sig } = data;
  return {
    do: verb,
    ...(record !== undefined && { record }),
    ...(arg !== undefined && { arg }),
    ...(actionId !== undefined && { actionId }),
    ...(sig !== undefined && { sig }),
    inputs: { reason: 'x', text: 'x', who: 'x', question: 'x', answer: 'x', confirmed: 'yes' },
  };
};

/** Every button about this case that anybody was ever shown, and every other that could be made of its id. */
export function buttonsAbout(org: Organisation, id: RecordId, submission: string): readonly Press[] {
  const shown = [...org.drawn.keys()]
    .flatMap((card) => buttonsOf(card))
    .filter(({ data }) => data.record === id || data.arg === submission)
    .map(pressOf);
  const made = VERBS.map(({ do: verb, arg }) =>
    verb.startsWith('form.')
      ? signed({ do: verb, arg: submission })
      : signed({ do: verb, record: id, ...(arg !== undefined && { arg }) }),
  );
  const forged = [
    signed({ do: 'form.receipt', record: id }),
    signed({ do: 'form.why', record: id }),
    { do: 'case.open', record: id, inputs: {} },
    { ...signed({ do: 'case.open', record: id }), sig: 'forged' },
    signed({ do: 'case.open', record: 'not-an-id' }),
  ];
  const all = [...shown, ...made, ...forged];
  // The same verb and argument once is enough; which of a thousand action ids it has, nobody asks.
  return [
    ...new Map(
      all.map((press) => [[press.do, press.record, press.arg, press.sig === 'forged'].join(), press]),
    ).values(),
  ];
}

/** What differs between two runs by chance: ids, signatures, and references made of them. */
export const normal = (text: string): string =>
  text
    .replace(/"(actionId|sig)":"[^"]*"/g, '"$1":"…"')
    .replace(/\bid-\d{6}\b/g, 'ID')
    .replace(/\b[0-9a-hjkmnp-tv-z]{26}\b/g, 'RECORD')
    .replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, 'REF');

const lineOf = (what: string, value: unknown): string => `${what} ${normal(JSON.stringify(value))}`;
export const answerLine = (what: string, answer: Answer): string => lineOf(what, answer);

/** Everything that reached this person from the nth message on: own chats, and channels they can read. */
export function readBy(org: Organisation, id: string, from = 0): readonly string[] {
  const account = org.at(id).person.teams;
  const channels = [...org.post.members].flatMap(([channel, members]) =>
    members.some((member) => member.account === account) ? [channel] : [],
  );
  return org.post.sent
    .slice(from)
    .filter(({ to }) => [...org.boxesOf(id), ...channels].includes(to))
    .map(({ type, to, messageId, message, at }) => lineOf(`${at} ${type} ${to} ${messageId}`, message));
}
