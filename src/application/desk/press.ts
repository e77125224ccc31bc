import type { Card } from '../../cards/model.ts';
import { type CaseFilter, filterFrom, filterIn, NO_FILTER } from '../../domain/desk/filter.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { casesCard } from './cases.ts';
import { lookAtDesk } from './look.ts';
import { messageSlots, todayCard } from './today.ts';

type Asking = Pick<Pressed, 'deps' | 'directory' | 'person' | 'view'>;

/** Whoever has no desk learns no more than somebody who guesses a word. */
const shown = ({ deps }: Asking, card: Card | undefined): Answer =>
  card === undefined ? nothingHere(deps) : { type: 'card', card };

/** The thin card: what stays in the chat says how much waits, and a press opens it in private. */
async function thin(asking: Asking): Promise<Answer> {
  const { deps, directory, person } = asking;
  const look = await lookAtDesk(deps, directory, person);
  return shown(asking, look && deps.cards.show('today-message', messageSlots(deps, look)));
}

const list = async (asking: Asking, filter: CaseFilter): Promise<Answer> =>
  shown(asking, await casesCard(asking.deps, asking.directory, asking.person, filter));

/** `today`. Typed where the answer is a message, only how much waits stays there. */
export async function today(asking: Asking): Promise<Answer> {
  const { deps, directory, person, view } = asking;
  return view ? shown(asking, await todayCard(deps, directory, person)) : thin(asking);
}

/** `cases` */
export const cases = (asking: Asking): Promise<Answer> =>
  asking.view ? list(asking, NO_FILTER) : thin(asking);

/** Buttons of Today and of the list. */
export async function pressDesk(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  switch (press.do) {
    case 'desk.open':
      return today(pressed);
    case 'desk.list':
      return list(pressed, filterIn(press.arg));
    case 'desk.filter':
      return list(pressed, filterFrom(press.inputs));
    case 'desk.hide':
      return thin(pressed);
    default:
      return line(deps, 'older-button');
  }
}
