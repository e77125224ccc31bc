import type { Card } from '../../src/cards/model.ts';
import { textsOf } from './check-card.ts';
import type { Stage } from './obligations-stage.ts';
import type { Sent } from './post-office.ts';
import { buttonsOf } from './press.ts';

/** A part of what can be read, or a pattern. */
export type What = string | RegExp;

/** Looking is not doing: it is written down even when what was pressed is refused. */
const LOOKING = ['RecordOpened', 'RequestOpened'];

const has = (text: string, what: What): boolean =>
  typeof what === 'string' ? text.includes(what) : what.test(text);
const readIn = (card: Card): string => textsOf(card).join('\n');
const inMessage = ({ message }: Sent): string => `${message.notification}\n${readIn(message.card)}`;
/** Also what no client shows at first. */
const allOf = (card: Card): string => `${readIn(card)}\n${JSON.stringify(card)}`;

/** What a test says of its people, each counted: an obligation is met only where somebody saw or was refused something. */
export function assertions(stage: Stage) {
  const { org } = stage;
  const counted = { n: 0 };
  const mark = { sent: 0 };

  function holds(is: boolean, words: string, there: string): void {
    counted.n += 1;
    if (!is) throw new Error(`${words}. There is:\n${there.trim() === '' ? '(nothing)' : there}`);
  }
  function holdsNot(isNot: boolean, words: string, there: string): void {
    if (!isNot) throw new Error(`${words}. There is:\n${there}`);
  }
  const titles = (person: string): readonly string[] =>
    stage.before(person).flatMap((card) => buttonsOf(card).map(({ title }) => title));

  return {
    counted: () => counted.n,
    /** On the card they have open, or on their newest message. */
    sees(person: string, what: What): void {
      const texts = stage.before(person).map(readIn);
      holds(
        texts.some((text) => has(text, what)),
        `${person} does not see ${what}`,
        texts.join('\n---\n'),
      );
    },
    /** In some message that they have now. */
    received(person: string, what: What): void {
      const texts = stage.inbox(person).map(inMessage);
      holds(
        texts.some((text) => has(text, what)),
        `${person} has no message with ${what}`,
        texts.join('\n---\n'),
      );
    },
    /** In some message that stands in this channel now. */
    channelSees(channel: string, what: What): void {
      const texts = org.post.box(channel).map(inMessage);
      holds(
        texts.some((text) => has(text, what)),
        `${channel} does not show ${what}`,
        texts.join('\n---\n'),
      );
    },
    /** Their last press did nothing, and the answer says why. */
    refused(person: string, what: What): void {
      const answer = stage.answers(person).at(-1);
      const text = answer === undefined || answer.type === 'nothing' ? '' : readIn(answer.card);
      const done = stage.effects(person).filter((type) => !LOOKING.includes(type));
      if (done.length > 0)
        throw new Error(`${person} was not refused: their last press wrote ${done.join(', ')}`);
      holds(has(text, what), `${person} is not told ${what}`, text);
    },
    /** A button with exactly these words, on the card they have open or on their newest message. */
    offers(person: string, title: What): void {
      const there = titles(person);
      const is = there.some((each) => (typeof title === 'string' ? each === title : title.test(each)));
      holds(is, `${person} is not offered ${title}`, there.join('\n'));
    },
    /** Since the last `told` or the start: exactly these people got something new. */
    told(...people: readonly string[]): void {
      const since = mark.sent;
      mark.sent = org.post.sent.length;
      const boxes = org.post.sent.slice(since).flatMap(({ type, to }) => (type === 'send' ? [to] : []));
      const there = org.directory.people
        .map(({ id }) => id)
        .filter((id) => org.boxesOf(id).some((box) => boxes.includes(box)));
      const is = there.toSorted().join() === people.toSorted().join();
      if (people.length === 0) holdsNot(is, 'Somebody was told', there.join('\n'));
      else holds(is, `Not exactly ${people.join(', ')} were told`, there.join('\n'));
    },
    /** From here on `told` counts anew. */
    fromHere(): void {
      mark.sent = org.post.sent.length;
    },
    /** In nothing that they were ever sent or shown. Counts for nothing alone. */
    never(person: string, what: What): void {
      const sent = org.post
        .reached(org.boxesOf(person))
        .map((each) => `${inMessage(each)}\n${allOf(each.message.card)}`);
      const shown = stage.answers(person).map((each) => (each.type === 'nothing' ? '' : allOf(each.card)));
      const bad = [...sent, ...shown].filter((text) => has(text, what));
      holdsNot(bad.length === 0, `${person} was shown ${what}`, bad.join('\n---\n'));
    },
    /** Not one message ever. Counts for nothing alone. */
    hearsNothing(person: string): void {
      const sent = org.post.reached(org.boxesOf(person)).map(inMessage);
      holdsNot(sent.length === 0, `${person} was sent something`, sent.join('\n---\n'));
    },
    /** No such button before them. Counts for nothing alone. */
    notOffered(person: string, title: What): void {
      const there = titles(person);
      const is = there.some((each) => (typeof title === 'string' ? each === title : title.test(each)));
      holdsNot(!is, `${person} is offered ${title}`, there.join('\n'));
    },
    /** No such words before them now. Counts for nothing alone. */
    seesNot(person: string, what: What): void {
      const texts = stage.before(person).map(readIn);
      holdsNot(!texts.some((text) => has(text, what)), `${person} sees ${what}`, texts.join('\n---\n'));
    },
  };
}
