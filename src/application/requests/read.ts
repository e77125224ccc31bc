import type { PersonId, RecordId, SiteId } from '../../domain/ids.ts';
import { type Directory, type Person, sitesOf } from '../../domain/people/directory.ts';
import type { Policy } from '../../domain/policy/pack.ts';
import type { StaffForm } from '../../domain/policy/staff-form.ts';
import type { AskedForm, Filled } from '../../domain/request/state.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { listOf } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';
import { type Mend, mendBetween, readField } from './fields.ts';

type Inputs = Readonly<Record<string, string>>;

/** Ids of the pack's fields are kept apart from our own inputs. */
export const inputOf = (field: string): string => `field-${field}`;
export const SITE_INPUT = 'site';
/** The tick that a child of this name and class is the one who is recorded already. */
export const SAME_INPUT = 'same';

/** As much as a box takes (cards/ask-form.json). */
const MOST_CHARACTERS = 1000;
/** All boxes together: with an answer this fits into one card, whoever looks at it and in whatever script it is. */
const MOST_BYTES = 16_000;
const BYTES_OF_A_LETTER = 3;

const bytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));
const isTooLong = (text: string, { fields }: StaffForm): boolean =>
  text.length > MOST_CHARACTERS || bytes(text) > MOST_BYTES / fields.length;
const mostOf = ({ fields }: StaffForm): number =>
  Math.min(MOST_CHARACTERS, Math.floor(MOST_BYTES / BYTES_OF_A_LETTER / fields.length));

/** What fits of a text that is shown again. */
export const fitting = (text: string, form: StaffForm): string =>
  isTooLong(text, form) ? text.slice(0, mostOf(form)).toWellFormed() : text;

/** Nothing that cannot be seen: it would only take room. */
const typed = (inputs: Inputs, id: string): string =>
  (inputs[id] ?? '')
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();

/** The same words sent twice from one form are one request; other words are another, so that nothing is lost. */
export function requestId(
  deps: Deps,
  person: PersonId,
  form: StaffForm,
  submission: string,
  inputs: Inputs,
): RecordId {
  const texts = [SITE_INPUT, ...form.fields.map(({ id }) => inputOf(id))].map((id) => typed(inputs, id));
  const content = deps.keyring.sign(JSON.stringify([form.id, ...texts]));
  return deps.keyring.recordId(`request|${person}|${submission}|${content}`);
}

/** The form as it stands in the policy today: the request keeps it. */
export const askedForm = ({ policy }: Deps, form: StaffForm): AskedForm => ({
  policy: { id: policy.id, version: policy.version },
  id: form.id,
  title: form.title,
  answer: form.answer,
  reason: form.reason,
  why: form.source,
  roles: [...new Set([...form.by, ...policy.independent])],
  ...keptAs(policy, form),
  ...(form.needs && { needs: [...form.needs] }),
});

function keptAs({ registers }: Policy, { keep, by }: StaffForm): Pick<AskedForm, 'keep'> {
  const register = registers.find(({ id }) => id === keep?.register);
  return keep && register ? { keep: { ...keep, about: register.about, by: [...by] } } : {};
}

export interface Sent {
  readonly site: SiteId;
  readonly filled: readonly Filled[];
  readonly until?: string;
}

interface Filling {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
}

/** What was sent, or one line on what to mend. */
export function readForm(
  { deps, directory, person }: Filling,
  form: StaffForm,
  inputs: Inputs,
): Result<Sent, string> {
  const { say } = deps.cards;
  const mend = (line: string, slots?: Mend['slots']) => refuse(say('form-mend', { what: say(line, slots) }));
  const sites = sitesOf(person);
  const site = sites.length === 1 ? sites[0] : sites.find((each) => each === inputs[SITE_INPUT]);
  if (site === undefined) return mend('form-mend-site');
  const empty = form.fields.filter(({ id, needed }) => needed && typed(inputs, inputOf(id)) === '');
  if (empty.length > 0) return mend('ask-mend-empty', { fields: listOf(empty.map(({ label }) => label)) });
  if (form.fields.some(({ id }) => isTooLong(typed(inputs, inputOf(id)), form)))
    return refuse(say('form-too-long', { max: mostOf(form) }));
  const filled: Filled[] = [];
  for (const field of form.fields) {
    const read = readField(field, typed(inputs, inputOf(field.id)), { directory, person, site });
    if (!read.ok) return mend(read.refusal.name, read.refusal.slots);
    filled.push(read.value);
  }
  const between = mendBetween(form, filled);
  if (between !== undefined) return mend(between.name, between.slots);
  const until = filled.find(({ id, text }) => id === form.until && text !== '')?.text;
  return ok({ site, filled, ...(until !== undefined && { until }) });
}
