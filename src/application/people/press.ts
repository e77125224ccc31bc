import { type RecordId, RecordId as RecordIdSchema } from '../../domain/ids.ts';
import { answerAsk, askIn } from '../../domain/people/answer-ask.ts';
import { approversOf } from '../../domain/people/approvers.ts';
import { rolesAt } from '../../domain/people/directory.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import { lookAgain } from '../cover/open-cases.ts';
import { changeDirectory, storedDirectory, todayOf } from '../directory.ts';
import type { Answer } from '../intent.ts';
import { RecordBody } from '../records.ts';
import { people } from './list.ts';
import { askSlots, rolesSlots } from './shown.ts';

async function bodyOf({ deps }: Pressed, id: RecordId | undefined): Promise<RecordBody | undefined> {
  const snapshot = id === undefined ? undefined : await deps.store.read(id);
  return snapshot && RecordBody.parse(snapshot.head.body);
}

/** Who has which role now, for whoever safeguards at that site. */
function roles({ deps, directory, person }: Pressed, body: RecordBody | undefined): Answer {
  if (body?.kind !== 'role-news') return nothingHere(deps);
  const { leads, independent } = deps.policy;
  const may = rolesAt(person, body.news.site).some((role) => [...leads, ...independent].includes(role));
  if (!may) return nothingHere(deps);
  return { type: 'card', card: deps.cards.show('roles-now', rolesSlots(deps, directory, body.news)) };
}

/** What waits, for whoever may answer it; the same words for everybody else, whether there is something or not. */
async function ask({ deps, person, press }: Pressed, body: RecordBody | undefined): Promise<Answer> {
  if (body?.kind !== 'access-ask') return nothingHere(deps);
  const { directory: stored } = await storedDirectory(deps);
  const may = approversOf(deps.policy, stored, body.ask, todayOf(deps)).some(({ id }) => id === person.id);
  if (!may) return nothingHere(deps);
  if (body.answer !== undefined || askIn(stored, body.ask) === undefined)
    return line(deps, 'access-answered');
  const slots = { ...askSlots(deps, stored, body.ask), record: press.record ?? '' };
  return { type: 'card', card: deps.cards.show('access-ask', slots) };
}

/** A yes or a no: decided on the directory as it is at that moment, and written with the change itself. */
async function answer(
  pressed: Pressed,
  body: RecordBody | undefined,
  said: 'given' | 'refused',
): Promise<Answer> {
  const { deps, person } = pressed;
  if (body?.kind !== 'access-ask') return nothingHere(deps);
  const done = await changeDirectory(deps, (stored) =>
    answerAsk(stored, {
      policy: deps.policy,
      ask: body.ask,
      by: person.id,
      answer: said,
      at: deps.clock.now(),
      today: todayOf(deps),
    }),
  );
  if (done === 'kept') return ask(pressed, body);
  if (said === 'given') await lookAgain(deps, () => true);
  return line(deps, `access-${said}`);
}

/** Buttons of who has which role, and of roles that wait. */
export async function pressPeople(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  if (press.do === 'people.open') return people(pressed);
  const id = RecordIdSchema.safeParse(press.record).data;
  const body = await bodyOf(pressed, id);
  switch (press.do) {
    case 'people.roles':
      return roles(pressed, body);
    case 'people.ask':
      return ask(pressed, body);
    case 'people.give':
      return answer(pressed, body, 'given');
    case 'people.refuse':
      return answer(pressed, body, 'refused');
    default:
      return line(deps, 'older-button');
  }
}
