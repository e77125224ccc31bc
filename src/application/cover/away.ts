import { z } from 'zod';
import { type SlotData, words } from '../../cards/fill.ts';
import { PersonId } from '../../domain/ids.ts';
import { type Person, personById } from '../../domain/people/directory.ts';
import { isHere, type Spell, spellOf } from '../../domain/people/duty.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import { nameOf } from '../case/people-words.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import { readDirectory } from '../directory.ts';
import type { Answer } from '../intent.ts';
import { sayAway, sayBack } from './absences.ts';
import { type Asking, gone, type Period } from './gone.ts';
import { casesForm, ownedBy } from './hand-over.ts';
import { colleagues, sitesAnswered } from './who.ts';
import { spellWords } from './words.ts';

/** Chosen in the form in place of a colleague. */
const ME = 'me';

const today = (deps: Deps): string => dayOf(deps.clock.now(), deps.organisation.timezone).toString();

function spellIn(deps: Deps, inputs: Readonly<Record<string, string>>): Spell {
  const day = z.iso.date().catch(today(deps));
  const from = day.parse(inputs.from);
  return {
    from,
    begins: inputs.begins === 'afternoon' ? 'afternoon' : 'day',
    // A day that is left as it stands means the day on which it begins.
    until: inputs.until === undefined ? from : day.parse(inputs.until),
    ends: inputs.ends === 'morning' ? 'morning' : 'day',
  };
}

function form(asking: Asking, inputs: Readonly<Record<string, string>> = {}, notice?: string): Answer {
  const { deps, directory, person } = asking;
  const { say } = deps.cards;
  const others = colleagues(deps, directory, person);
  const spell = spellIn(deps, inputs);
  const card = deps.cards.show('away', {
    notice: notice && say(notice),
    isAway: !isHere(directory, person),
    asks: others.length > 0,
    people: [
      { title: say('away-me'), value: ME },
      ...others.map(({ id, name }) => ({ title: name, value: id })),
    ],
    'typed-whom': inputs.whom ?? ME,
    'typed-from': spell.from,
    'typed-begins': spell.begins,
    'typed-until': spell.until,
    'typed-ends': spell.ends,
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

/** `away`: from when until when. */
export const away = (asking: Asking): Answer =>
  sitesAnswered(asking.deps, asking.person).length === 0 ? nothingHere(asking.deps) : form(asking);

/** `back`: from now on. */
export async function back({ deps, person }: Asking): Promise<Answer> {
  if (sitesAnswered(deps, person).length === 0) return nothingHere(deps);
  return line(deps, (await sayBack(deps, person.id)) === 'changed' ? 'away-back' : 'away-not');
}

/** Somebody else fell away without saying so. They are told; what they had is called again, and nobody learns what. */
async function markAway({ deps, person }: Pressed, other: Person, period: Period): Promise<Answer> {
  await sayAway(deps, { ...period, person: other.id, by: person.id });
  deps.log.info({ event: 'marked-away' });
  const slots: SlotData = {
    who: words(nameOf(deps, await readDirectory(deps), other.id)),
    text: deps.cards.say('away-saved-other', { spell: spellWords(deps, period) }),
    lines: [{ text: deps.cards.say('away-other-told') }],
    canReturn: false,
  };
  return { type: 'card', card: deps.cards.show('away-done', slots) };
}

/** The days are said. Whoever has cases is asked what becomes of them; otherwise it is done. */
export async function when(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const spell = spellOf(spellIn(deps, press.inputs), deps.clock.now(), deps.organisation.timezone);
  if (!spell.ok) return form(pressed, press.inputs, `away-${spell.refusal}`);
  const { whom = ME } = press.inputs;
  if (whom !== ME) {
    const chosen = PersonId.safeParse(whom).data;
    const other = chosen && personById(directory, chosen);
    const mayBe =
      other !== undefined && colleagues(deps, directory, person).some(({ id }) => id === other.id);
    return other !== undefined && mayBe ? markAway(pressed, other, spell.value) : nothingHere(deps);
  }
  const owned = await ownedBy(pressed);
  return owned.length === 0 ? gone(pressed, spell.value) : casesForm(pressed, owned, spell.value);
}
