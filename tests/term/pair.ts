import type { Deps } from '../../src/application/deps.ts';
import type { Messenger } from '../../src/application/messenger.ts';
import { readBy } from '../support/transcript.ts';
import { ACCUSED, DSL, type PlannedConcern } from './plan.ts';
import type { Ran } from './run.ts';
import { childName } from './school.ts';
import type { TrueCase } from './truth.ts';

/** The two concerns that the other world does not have: about the safeguarding lead, and about one member of staff. */
export const isAboutFollowed = ({ adult }: PlannedConcern): boolean => adult === DSL || adult === ACCUSED;

/** All that one of the two received and was shown, at which moment. */
export const learnt = ({ org, watch }: Ran, person: string): readonly string[] => [
  ...readBy(org, person),
  ...(watch.transcripts.get(person) ?? []),
];

/** What differs between two worlds for this person, as far as the first three lines. */
export function parted(a: Ran, b: Ran, person: string): readonly string[] {
  const [one, other] = [learnt(a, person), learnt(b, person)];
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_, n) => n)
    .filter((n) => one[n] !== other[n])
    .slice(0, 3)
    .map((n) => {
      const [first, second] = [one[n] ?? '(nothing)', other[n] ?? '(nothing)'];
      const at = [...first].findIndex((letter, place) => letter !== second[place]);
      return `${first.slice(0, 60)}: ${first.slice(Math.max(0, at - 60), at + 90)}  BUT  ${second.slice(Math.max(0, at - 60), at + 90)}`;
    });
}

/** A bot with two faults: one card about the lead goes to the lead as well, and one notification names a child. */
export function faulty(deps: Deps, known: ReadonlyMap<number, TrueCase>): Deps {
  const aboutLead = (text: string): boolean =>
    [...known.values()].some(({ id, planned }) => planned.about === 'dsl' && text.includes(id));
  const spoilt = (inner: Messenger): Messenger => ({
    ...inner,
    async send(address, message) {
      const leaks = inner.platform === 'teams' && aboutLead(JSON.stringify(message));
      if (leaks)
        await inner.send({ ...address, to: { ...address.to, conversation: `chat-${DSL}` } }, message);
      const [first] = known.values();
      const names = first !== undefined && JSON.stringify(message).includes(first.id);
      const notification = names
        ? `${message.notification} ${childName(first.planned.child)}`
        : message.notification;
      return inner.send(address, { ...message, notification });
    },
  });
  const { teams, slack } = deps.messengers;
  return {
    ...deps,
    messengers: { ...(teams && { teams: spoilt(teams) }), ...(slack && { slack: spoilt(slack) }) },
  };
}
