import { type SlotData, words } from '../../cards/fill.ts';
import { needsOf } from '../../domain/people/needs.ts';
import { asksOf, isSettled } from '../../domain/people/record/asks.ts';
import { listOf, nameOf } from '../case/people-words.ts';
import type { Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { requiredOf } from '../people/required.ts';
import { todayOf } from '../people/store.ts';
import { heldAt, sitesKept } from './read.ts';
import { begin } from './staff-round.ts';

/** As many names as a line takes. */
const NAMES = 10;

/** What people said they need, and who has answered. */
export async function needsCard(pressed: Pressed, notice?: string): Promise<Answer> {
  const { deps, directory, person } = pressed;
  const held = await heldAt(deps, directory, sitesKept(deps, person));
  const { say } = deps.cards;
  const audits = deps.policy.audits.map((audit): SlotData => {
    const asked = held.flatMap((each) =>
      asksOf(requiredOf(deps), each.person, each.record, todayOf(deps)).filter(
        ({ key }) => key === `audit:${audit.id}`,
      ),
    );
    const needs = needsOf(
      held.map(({ record }) => record),
      audit.id,
    );
    return {
      name: audit.name,
      audit: audit.id,
      answered: say('needs-answered', { n: asked.filter(isSettled).length, all: asked.length }),
      none: needs.length === 0,
      needs: needs.map(({ topic, people }) => ({
        topic: `${topic}: ${people.length}. `,
        who: words(listOf(people.slice(0, NAMES).map((id) => nameOf(deps, directory, id)))),
      })),
    };
  });
  return { type: 'card', card: deps.cards.show('needs', { notice, audits }) };
}

/** "Ask everybody now": each gets it with the next card. */
async function launchNow(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const audit = deps.policy.audits.find(({ id }) => id === press.arg);
  if (audit === undefined) return needsCard(pressed);
  const held = await heldAt(deps, directory, sitesKept(deps, person));
  const asked = held.filter((each) => each.person.roles.some(({ role }) => audit.roles.includes(role)));
  await begin(
    pressed,
    { type: 'launch', audit: audit.id },
    asked.map((each) => each.person.id),
  );
  return needsCard(pressed, deps.cards.say('needs-launched', { n: asked.length }));
}

export const pressNeeds = (pressed: Pressed): Promise<Answer> =>
  pressed.press.do === 'glance.launch' ? launchNow(pressed) : needsCard(pressed);
