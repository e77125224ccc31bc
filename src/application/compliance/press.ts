import { RecordId } from '../../domain/ids.ts';
import { personById } from '../../domain/people/directory.ts';
import type { Overview } from '../../domain/people/overview.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import { linkTo } from '../files.ts';
import type { Answer } from '../intent.ts';
import { hasAccount } from '../training/late.ts';
import { myTraining } from '../training/mine.ts';
import { pressNeeds } from './needs.ts';
import { type Asking, overviewCard } from './overview-card.ts';
import { readOverview, seesGlance, sitesKept } from './read.ts';
import { begin } from './staff-round.ts';
import { pressToCheck } from './to-check.ts';

async function shown(asking: Asking, notice?: string): Promise<Answer> {
  const card = await overviewCard(asking, notice);
  return card === undefined ? nothingHere(asking.deps) : { type: 'card', card };
}

/** `compliance`. Where the answer is a message, only a button to it stays there. */
export async function compliance(asking: Asking): Promise<Answer> {
  const { deps, person, view } = asking;
  if (view) return shown(asking);
  return !seesGlance(deps, person)
    ? nothingHere(deps)
    : { type: 'card', card: deps.cards.show('compliance-message', { text: deps.cards.say('glance-here') }) };
}

/** `training`: how it stands, for whoever sees that; their own for everybody else. */
export const training = (asking: Asking): Answer | Promise<Answer> =>
  seesGlance(asking.deps, asking.person) ? compliance(asking) : myTraining(asking);

/** Whom it reaches, and that somebody else tells the others. */
function remindedWords({ deps: { messengers, cards }, directory }: Pressed, late: Overview['late']): string {
  const reached = late.filter(({ person }) => {
    const found = personById(directory, person);
    return found !== undefined && hasAccount({ messengers }, found);
  }).length;
  const n = late.length - reached;
  return [
    ...(reached > 0 ? [cards.say('glance-reminded', { n: reached })] : []),
    ...(n > 0 ? [cards.say(n === 1 ? 'glance-unreached-one' : 'glance-unreached', { n })] : []),
  ].join(' ');
}

/** "Remind them": one card to everybody who is late, in working hours; pressed twice it is sent once. */
async function remind(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person } = pressed;
  const { late } = await readOverview(deps, directory, sitesKept(deps, person));
  await begin(
    pressed,
    { type: 'nudge' },
    late.map((each) => each.person),
  );
  return shown(pressed, remindedWords(pressed, late));
}

async function table({ deps, person }: Pressed): Promise<Answer> {
  const url = await linkTo(deps, person.id, { kind: 'compliance' });
  if (url === undefined) return line(deps, 'no-address');
  return { type: 'card', card: deps.cards.show('compliance-link', { url }) };
}

/** Every button of how training and agreements stand. */
export async function pressGlance(pressed: Pressed): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  if (press.do === 'glance.open') return shown(pressed);
  if (press.do === 'glance.hide') return compliance({ ...pressed, view: false });
  if (sitesKept(deps, person).length === 0) return nothingHere(deps);
  switch (press.do) {
    case 'glance.remind':
      return remind(pressed);
    case 'glance.table':
      return table(pressed);
    case 'glance.check':
    case 'glance.right':
    case 'glance.wrong':
    case 'glance.refuse':
    case 'glance.gone':
    case 'glance.theirs':
      return pressToCheck(pressed, RecordId.safeParse(press.record).data);
    case 'glance.needs':
    case 'glance.launch':
      return pressNeeds(pressed);
    default:
      return line(deps, 'older-button');
  }
}
