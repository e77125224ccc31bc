import { words } from '../../cards/fill.ts';
import { sitesOf } from '../../domain/people/directory.ts';
import type { StaffForm } from '../../domain/policy/staff-form.ts';
import { mannedRoles } from '../../domain/request/access.ts';
import { line, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { askerCard, pressOwnRequest } from './mine.ts';
import { askedForm, fitting, inputOf, readForm, requestId, SITE_INPUT } from './read.ts';
import { readRequest, runRequest } from './store.ts';

type Asking = Pick<Pressed, 'deps' | 'person'>;

const formOf = ({ policy }: Deps, id: string): StaffForm | undefined =>
  policy.forms.find((form) => form.id === id);

/** As much as a phone shows on a button; a longer title stands above it. */
const ON_A_BUTTON = 40;

/** `forms`: everything that this policy lets staff ask for or pass on. */
export function listForms({ deps }: Asking): Answer {
  const forms = deps.policy.forms.map(({ id, title }) => ({
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
}

/** Lists of a pack's lines, by kind. */
const linesOf = ({ lines }: StaffForm, kind: 'do' | 'never') =>
  lines.filter((each) => each.kind === kind).map(({ text }) => ({ text }));

function formCard({ deps, person }: Asking, form: StaffForm, shown: Shown): Answer {
  const { submission, inputs = {}, notice } = shown;
  const sites = sitesOf(person);
  // A day is shown again only if it is one: Slack refuses a picker that holds anything else.
  const shownIn = ({ id, kind }: StaffForm['fields'][number]): string => {
    const text = inputs[inputOf(id)] ?? '';
    return kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(text) ? '' : fitting(text, form);
  };
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
    fields: form.fields.map((field) => ({
      id: inputOf(field.id),
      label: field.label,
      isText: field.kind === 'text',
      isDate: field.kind === 'date',
      needed: field.needed,
      value: shownIn(field) === '' ? undefined : words(shownIn(field)),
    })),
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

export const openForm = (asking: Asking, form: StaffForm): Answer =>
  formCard(asking, form, { submission: asking.deps.ids.random() });

/** "Lost-device" is "lost device". */
const plainly = (text: string): string => text.toLowerCase().replaceAll('-', ' ').trim();

/** The form that exactly these words open. */
export const formSaid = ({ policy }: Deps, text: string): StaffForm | undefined =>
  policy.forms.find(({ words: own, title }) =>
    [...own, title].some((each) => plainly(each) === plainly(text)),
  );

/** One commit. The same form sent twice gives the same answer. */
async function send(pressed: Pressed, form: StaffForm, submission: string): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const { inputs } = press;
  const id = requestId(deps, person.id, form, submission, inputs);
  const saved = deps.cards.say('ask-saved');
  const mend = async (notice: string): Promise<Answer> => {
    // Sent before, and only now not right any more: the day it was for has gone by.
    const earlier = await readRequest(deps, id);
    return earlier === undefined
      ? formCard(pressed, form, { submission, inputs, notice })
      : askerCard(pressed, earlier, saved);
  };
  const read = readForm(deps, person, form, inputs);
  if (!read.ok) return mend(read.refusal);
  const asked = askedForm(deps, form);
  const { site } = read.value;
  const ran = await runRequest(deps, id, () => ({
    type: 'Ask',
    at: deps.clock.now(),
    by: person.id,
    form: asked,
    ...read.value,
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
