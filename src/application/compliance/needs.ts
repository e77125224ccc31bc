import { type SlotData, words } from '../../cards/fill.ts';
import type { Person } from '../../domain/people/directory.ts';
import { needsOf } from '../../domain/people/needs.ts';
import { asksOf, isSettled } from '../../domain/people/record/asks.ts';
import type { PersonRecord } from '../../domain/people/record/state.ts';
import { listOf, nameOf } from '../case/people-words.ts';
import type { Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { requiredOf } from '../people/required.ts';
import { readPerson, todayOf } from '../people/store.ts';
import { heldAt, sitesKept } from './read.ts';
import { begin } from './staff-round.ts';

/** As many names as a line takes. */
const NAMES = 10;
/** As many people's words as are read and shown at once. */
const MOST_READ = 40;
const MOST_SAID = 8;

/** What people added to their answers, the latest first; lists hold no words, so a few records are read for them. */
async function saidIn(
  { deps, directory }: Pressed,
  held: readonly { readonly person: Person; readonly record: PersonRecord }[],
  audit: string,
): Promise<readonly SlotData[]> {
  const answered = held
    .filter(({ record }) => record.audited[audit] !== undefined)
    .toSorted((a, b) =>
      (b.record.audited[audit]?.at(-1)?.at ?? '').localeCompare(a.record.audited[audit]?.at(-1)?.at ?? ''),
    )
    .slice(0, MOST_READ);
  const read = await Promise.all(answered.map(({ person }) => readPerson(deps, person)));
  return read
    .flatMap(({ record }) =>
      (record.audited[audit]?.at(-1)?.answers ?? []).map(({ comment }) => ({ by: record.person, comment })),
    )
    .filter(({ comment }) => comment !== '')
    .slice(0, MOST_SAID)
    .map(({ by, comment }) => ({
      by: words(`${nameOf(deps, directory, by)}: `),
      comment: words(comment),
    }));
}

/** What people said they need, and who has answered. */
export async function needsCard(pressed: Pressed, notice?: string): Promise<Answer> {
  const { deps, directory, person } = pressed;
  const held = await heldAt(deps, directory, sitesKept(deps, person));
  const { say } = deps.cards;
  const lists = deps.policy.audits.map(async (audit): Promise<SlotData> => {
    const asked = held.flatMap((each) =>
      asksOf(requiredOf(deps), each.person, each.record, todayOf(deps)).filter(
        ({ key }) => key === `audit:${audit.id}`,
      ),
    );
    const needs = needsOf(
      held.map(({ record }) => record),
      audit.id,
    );
    const said = await saidIn(pressed, held, audit.id);
    return {
      name: audit.name,
      audit: audit.id,
      hasSaid: said.length > 0,
      said,
      answered: say('needs-answered', { n: asked.filter(isSettled).length, all: asked.length }),
      none: needs.length === 0,
      needs: needs.map(({ topic, people }) => ({
        topic: `${topic}: ${people.length}. `,
        who: words(listOf(people.slice(0, NAMES).map((id) => nameOf(deps, directory, id)))),
      })),
    };
  });
  const audits = await Promise.all(lists);
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
