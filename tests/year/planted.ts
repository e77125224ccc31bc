import type { Deps } from '../../src/application/deps.ts';
import type { Messenger } from '../../src/application/messenger.ts';
import type { Planted } from './run.ts';
import { JOINERS, LEAVERS, PEOPLE, personOf, slackOf } from './school.ts';

/** Whose cards never arrive, and who gets each of theirs twice. */
const [LOST, DOUBLED] = [19, 31].map(personOf) as [string, string];

/** A messenger that says it sent what it threw away, and that sends some things twice. */
const faulty = (slack: Messenger): Messenger => ({
  ...slack,
  async send(address, message) {
    if (address.to.user === slackOf(LOST)) return { type: 'sent', messageId: 'nowhere', address };
    if (address.to.user === slackOf(DOUBLED)) await slack.send(address, message);
    return slack.send(address, message);
  },
});

/** A bot that knows no holidays, begins at six, sends twice and not at all, and is told nothing of who comes and goes. */
export const PLANTED: Planted = {
  deps: (deps: Deps): Deps => ({
    ...deps,
    calendar: { ...deps.calendar, days: [1, 2, 3, 4, 5, 6, 7], closures: [], from: '06:00' },
    messengers: {
      ...deps.messengers,
      ...(deps.messengers.slack && { slack: faulty(deps.messengers.slack) }),
    },
  }),
  directory: {
    people: PEOPLE.people.map((person) => {
      const { started, left, ...rest } = person;
      return {
        ...rest,
        ...(started !== undefined && person.id !== JOINERS.staff && { started }),
        ...(left !== undefined && person.id !== LEAVERS.noticed && { left }),
      };
    }),
  },
  unheard: ['session'],
};
