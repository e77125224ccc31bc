import { z } from 'zod';
import { type SlotData, words } from '../../cards/fill.ts';
import type { SiteId } from '../../domain/ids.ts';
import { type Directory, type Person, rolesAt } from '../../domain/people/directory.ts';
import type { FormField, StaffForm } from '../../domain/policy/staff-form.ts';
import { childrenIn, MOST_CHILDREN } from '../../domain/request/named-child.ts';
import type { Filled } from '../../domain/request/state.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { adultChoices } from '../report/form-choices.ts';

/** A line of phrases.json on what to mend, with its slots. */
export interface Mend {
  readonly name: string;
  readonly slots?: Readonly<Record<string, string | number>>;
}

interface Filling {
  readonly directory: Directory;
  readonly person: Person;
  readonly site: SiteId;
}

/** Whom a form offers: everybody at these sites who is here today, by name. */
const listed = (directory: Directory, sites: readonly SiteId[], without: readonly string[]) =>
  directory.people
    .filter((each) => !without.includes(each.id) && sites.some((site) => rolesAt(each, site).length > 0))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Picked from the list; where that is too long for a card, the name or the e-mail address was typed. */
function colleague(text: string, { other }: FormField, filling: Filling): Result<Person, Mend> {
  const { directory, person, site } = filling;
  const here = listed(directory, [site], []);
  const named = here.filter(
    ({ id, name, email }) => id === text || plain(name) === plain(text) || email === plain(text),
  );
  const [found, second] = named;
  if (found === undefined) return refuse({ name: 'ask-mend-colleague' });
  if (second !== undefined) return refuse({ name: 'ask-mend-colleague-two' });
  return other && found.id === person.id ? refuse({ name: 'ask-mend-other' }) : ok(found);
}

/** One box as it is kept, or what to mend. */
export function readField(field: FormField, text: string, filling: Filling): Result<Filled, Mend> {
  const { id, label, kind } = field;
  const plainly = { id, label, kind, text };
  if (text === '') return ok(plainly);
  switch (kind) {
    case 'text':
      return ok(plainly);
    case 'date':
      return z.iso.date().safeParse(text).success ? ok(plainly) : refuse({ name: 'ask-mend-date' });
    case 'choice':
      return field.options?.includes(text) ? ok(plainly) : refuse({ name: 'ask-mend-choice' });
    case 'colleague': {
      const found = colleague(text, field, filling);
      return found.ok ? ok({ ...plainly, text: found.value.name, person: found.value.id }) : found;
    }
    case 'child': {
      const read = childrenIn(text);
      if (!read.ok)
        return refuse(
          read.refusal === 'too-many'
            ? { name: 'ask-mend-children', slots: { count: MOST_CHILDREN } }
            : { name: 'ask-mend-child' },
        );
      if (!field.several && read.value.length > 1) return refuse({ name: 'ask-mend-one-child' });
      return ok({ ...plainly, children: [...read.value] });
    }
  }
}

/** What holds between boxes: each of `other` is somebody who stands nowhere else, and one box of a pair is filled in. */
export function mendBetween(form: StaffForm, filled: readonly Filled[]): Mend | undefined {
  const others = form.fields.filter(({ other }) => other).map(({ id }) => id);
  const people = filled.flatMap((each) => (each.person === undefined ? [] : [each]));
  const isTwice = people.some(
    ({ id, person }) => others.includes(id) && people.filter((each) => each.person === person).length > 1,
  );
  if (isTwice) return { name: 'ask-mend-twice' };
  const empty = (form.needs ?? [])
    .flatMap((need) => (need.kind === 'one-of' ? [need.fields] : []))
    .find((fields) => filled.every(({ id, text }) => !fields.includes(id) || text === ''));
  if (empty === undefined) return undefined;
  const labels = form.fields.filter(({ id }) => empty.includes(id)).map(({ label }) => label);
  return { name: 'ask-mend-one-of', slots: { fields: labels.join(' · ') } };
}

/** The box as the card draws it, with what stands in it already. */
export function fieldSlots(
  {
    deps,
    directory,
    person,
  }: { readonly deps: Deps; readonly directory: Directory; readonly person: Person },
  { field, id, value, sites }: { field: FormField; id: string; value: string; sites: readonly SiteId[] },
): SlotData {
  const { kind, label, needed, options = [], other, several } = field;
  const people = kind === 'colleague' ? adultChoices(listed(directory, sites, other ? [person.id] : [])) : [];
  const isPicked = people.length > 0;
  const choices = kind === 'choice' ? options.map((each) => ({ title: each, value: each })) : people;
  // Slack refuses a list or a picker that holds what it does not offer.
  const isOffered =
    kind === 'date'
      ? /^\d{4}-\d{2}-\d{2}$/.test(value)
      : choices.length === 0 || choices.some((each) => each.value === value);
  const isTyped = kind === 'colleague' && !isPicked;
  const hint =
    kind === 'child' ? (several ? 'ask-hint-children' : 'ask-hint-child') : isTyped && 'ask-hint-colleague';
  return {
    id,
    label: hint ? deps.cards.say(hint, { label }) : label,
    needed,
    isText: kind === 'text' || kind === 'child' || isTyped,
    isDate: kind === 'date',
    isChoice: kind === 'choice',
    isColleague: isPicked,
    choices,
    value: value === '' || !isOffered ? undefined : words(value),
  };
}
