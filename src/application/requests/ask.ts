import { words } from '../../cards/fill.ts';
import type { SiteId } from '../../domain/ids.ts';
import { type Person, sitesOf } from '../../domain/people/directory.ts';
import type { StaffForm } from '../../domain/policy/staff-form.ts';
import { mannedRoles } from '../../domain/request/access.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { entryOfChild, holds } from '../registers/entries.ts';
import { fieldSlots } from './fields.ts';
import { askerCard, pressOwnRequest } from './mine.ts';
import {
  askedForm,
  fitting,
  inputOf,
  readForm,
  requestId,
  SAME_INPUT,
  type Sent,
  SITE_INPUT,
} from './read.ts';
import { readRequest, runRequest } from './store.ts';

type Asking = Pick<Pressed, 'deps' | 'directory' | 'person'>;

const formOf = ({ policy }: Deps, id: string): StaffForm | undefined =>
  policy.forms.find((form) => form.id === id);

/** As much as a phone shows on a button; a longer title stands above it. */
const ON_A_BUTTON = 40;

/** What is only written down is for those who keep it; everything else anybody may ask for. */
export const maySend = (person: Person, { answer, by }: StaffForm, site?: SiteId): boolean =>
  answer !== 'record' ||
  person.roles.some((each) => by.includes(each.role) && (site === undefined || each.site === site));

/** `forms`: everything that this policy lets this person ask for, pass on or write down. */
export function listForms({ deps, person }: Asking): Answer {
  const own = deps.policy.forms.filter((form) => maySend(person, form));
  const forms = own.map(({ id, title }) => ({
    form: id,
    title,
    short: title.length <= ON_A_BUTTON,
    long: title.length > ON_A_BUTTON,
  }));
  if (forms.length === 0) return line(deps, 'no-forms');
  return { type: 'card', card: deps.cards.show('ask-list', { forms }) };
}

interface Shown {
  readonly submission: string;
  readonly inputs?: Pressed['press']['inputs'];
  readonly notice?: string;
  /** Somebody of this name and class is recorded already: is it the same child? */
  readonly again?: boolean;
}

/** Lists of a pack's lines, by kind. */
const linesOf = ({ lines }: StaffForm, kind: 'do' | 'never') =>
  lines.filter((each) => each.kind === kind).map(({ text }) => ({ text }));

function formCard(asking: Asking, form: StaffForm, shown: Shown): Answer {
  const { deps, person } = asking;
  const { submission, inputs = {}, notice, again = false } = shown;
  const sites = sitesOf(person);
  const card = deps.cards.show('ask-form', {
    arg: `${form.id}:${submission}`,
    notice,
    title: form.title,
    dos: linesOf(form, 'do'),
    nevers: linesOf(form, 'never'),
    why: form.source,
    manySites: sites.length > 1,
    sites: deps.organisation.sites
      .filter(({ id }) => sites.includes(id))
      .map(({ id, name }) => ({ title: name, value: id })),
    'typed-site': words(inputs[SITE_INPUT] ?? ''),
    fields: form.fields.map((field) => {
      const id = inputOf(field.id);
      return fieldSlots(asking, { field, id, value: fitting(inputs[id] ?? '', form), sites });
    }),
    again,
    send: deps.cards.say(form.answer === 'record' ? 'ask-write' : 'ask-send'),
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

export const openForm = (asking: Asking, form: StaffForm): Answer =>
  maySend(asking.person, form)
    ? formCard(asking, form, { submission: asking.deps.ids.random() })
    : nothingHere(asking.deps);

/** "Lost-device" is "lost device". */
export const plainly = (text: string): string => text.toLowerCase().replaceAll('-', ' ').trim();

/** The form that exactly these words open. */
export const formSaid = ({ policy }: Deps, text: string): StaffForm | undefined =>
  policy.forms.find(({ words: own, title }) =>
    [...own, title].some((each) => plainly(each) === plainly(text)),
  );

/** What is recorded of the child of this form already, if its register has one entry for each child. */
async function recordedBefore(deps: Deps, form: StaffForm, { site, filled }: Sent) {
  const register = deps.policy.registers.find(({ id }) => id === form.keep?.register);
  const [child] = filled.flatMap(({ children = [] }) => children);
  return register?.about === 'child' && child ? entryOfChild(deps, register.id, site, child) : undefined;
}

/** One commit. The same form sent twice gives the same answer. */
async function send(pressed: Pressed, form: StaffForm, submission: string): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const { inputs } = press;
  const id = requestId(deps, person.id, form, submission, inputs);
  const saved = deps.cards.say(form.answer === 'record' ? 'kept-saved' : 'ask-saved');
  const mend = async (notice: string, again = false): Promise<Answer> => {
    // Sent before, and only now not right any more: the day it was for has gone by.
    const earlier = await readRequest(deps, id);
    return earlier === undefined
      ? formCard(pressed, form, { submission, inputs, notice, again })
      : askerCard(pressed, earlier, saved);
  };
  const read = readForm(pressed, form, inputs);
  if (!read.ok) return mend(read.refusal);
  const asked = askedForm(deps, form);
  const { site } = read.value;
  if (!maySend(person, form, site)) return nothingHere(deps);
  const before = await recordedBefore(deps, form, read.value);
  if (before !== undefined && holds(deps, before) && inputs[SAME_INPUT] !== 'yes')
    return mend(deps.cards.say('form-mend', { what: deps.cards.say('ask-mend-same') }), true);
  const ran = await runRequest(deps, id, () => ({
    type: 'Ask',
    at: deps.clock.now(),
    by: person.id,
    form: asked,
    ...read.value,
    ...(before && { replaces: [before.id] }),
    manned: mannedRoles({ site, asker: person.id, form: asked }, directory),
  }));
  if (ran.ok) return askerCard(pressed, { id, state: ran.value }, saved);
  const what = ran.refusal.reason === 'date-past' ? 'ask-mend-past' : 'ask-mend-nothing';
  return mend(deps.cards.say('form-mend', { what: deps.cards.say(what) }));
}

/** Every button of whoever asks. */
export async function pressAsk(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  // What a form shows and takes is for one person only.
  if (!view) return line(deps, 'ask-in-chat');
  const [id = '', submission = ''] = (press.arg ?? '').split(':');
  const form = formOf(deps, id);
  switch (press.do) {
    case 'ask.not-now':
      return line(deps, 'ask-not-sent');
    case 'ask.form':
      return form === undefined ? line(deps, 'older-button') : openForm(pressed, form);
    case 'ask.send':
      return form === undefined || submission === ''
        ? line(deps, 'older-button')
        : send(pressed, form, submission);
    default:
      return pressOwnRequest(pressed);
  }
}
