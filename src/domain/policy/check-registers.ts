import { error, type Place, type Remark } from './finding.ts';
import type { Library } from './library.ts';
import type { PolicyFile } from './pack.ts';
import type { Register } from './register.ts';
import type { FormField, Need, StaffForm } from './staff-form.ts';
import { stepNodes } from './step-graph.ts';

type Pack = Pick<PolicyFile, 'forms' | 'registers' | 'agreements'>;

const idsOf = (items: readonly { readonly id: string }[]): string =>
  items.map(({ id }) => id).join(', ') || 'none yet';
const plainly = (text: string): string => text.toLowerCase().replaceAll('-', ' ').trim();

/** What each kind of field has, and no other. */
function checkField({ id, kind, options, other, several }: FormField, at: Place, source: string) {
  const wrong: readonly (readonly [boolean, string])[] = [
    [kind === 'choice' && options === undefined, 'Add "options", or make it "kind: text"'],
    [kind !== 'choice' && options !== undefined, 'Take "options" out, or make it "kind: choice"'],
    [kind !== 'colleague' && other !== undefined, 'Take "other" out, or make it "kind: colleague"'],
    [kind !== 'child' && several !== undefined, 'Take "several" out, or make it "kind: child"'],
  ];
  return wrong
    .filter(([isWrong]) => isWrong)
    .map(([, cure]) =>
      error('field.kind', at, `"${id}" does not hold together as a "${kind}"`, cure, source),
    );
}

const missing = (at: Place, what: string, id: string, there: readonly { readonly id: string }[]): Remark =>
  error('register.missing', at, `There is no ${what} "${id}"`, `Use one of: ${idsOf(there)}`);

/** A form that keeps what was said, and the register that holds it. */
function checkKeep(form: StaffForm, n: number, { registers }: Pack): readonly Remark[] {
  const { id, keep, answer, by, fields, source } = form;
  const at = ['forms', n, 'keep'];
  if (keep === undefined)
    return answer === 'record'
      ? [error('form.record', ['forms', n], `"${id}" is kept nowhere`, 'Add "keep: { register: … }"', source)]
      : [];
  const register = registers.find((each) => each.id === keep.register);
  if (register === undefined) return [missing(at, 'register', keep.register, registers)];
  const children = fields.filter(({ kind }) => kind === 'child');
  const isOneChild = children.length === 1 && children.every(({ needed, several }) => needed && !several);
  return [
    ...(by.some((role) => register.seenBy.includes(role))
      ? []
      : [
          error(
            'register.by',
            at,
            `Nobody who answers "${id}" sees the register "${register.id}", so nobody could end an entry`,
            `Add one of ${by.join(', ')} to its "seenBy"`,
            source,
          ),
        ]),
    ...(register.about !== 'child' || isOneChild
      ? []
      : [
          error(
            'register.child',
            at,
            `"${register.id}" is about one child, and "${id}" does not ask for one`,
            'Give the form one field "kind: child" with "needed: true" and without "several"',
            source,
          ),
        ]),
  ];
}

/** Every answer that is waited for can be given in each form that fills the register. */
function unsaid(need: Extract<Need, { kind: 'entry' }>, { forms }: Pack): readonly string[] {
  const filling = forms.filter(({ keep }) => keep?.register === need.register);
  return Object.entries(need.says ?? {}).flatMap(([field, answers]) =>
    filling.every(({ fields }) => {
      const options = fields.find(({ id }) => id === field)?.options ?? [];
      return answers.every((answer) => options.includes(answer));
    })
      ? []
      : [field],
  );
}

function checkNeed(need: Need, form: StaffForm, at: Place, pack: Pack): readonly Remark[] {
  const field = (id: string) => form.fields.find((each) => each.id === id);
  switch (need.kind) {
    case 'entry': {
      const register = pack.registers.find(({ id }) => id === need.register);
      if (register?.about !== 'child')
        return [missing(at, 'register about children', need.register, pack.registers)];
      if (field(need.child)?.kind !== 'child')
        return [missing(at, 'field "kind: child"', need.child, form.fields)];
      return unsaid(need, pack).map((each) =>
        missing(at, `such answer in the forms of "${register.id}"`, each, pack.forms),
      );
    }
    case 'one-of':
      return need.fields
        .filter((id) => field(id)?.needed !== false)
        .map((id) => missing(at, 'field with "needed: false"', id, form.fields));
    case 'signed': {
      if (!pack.agreements.some(({ id }) => id === need.agreement))
        return [missing(at, 'agreement', need.agreement, pack.agreements)];
      return field(need.colleague)?.kind === 'colleague'
        ? []
        : [missing(at, 'field "kind: colleague"', need.colleague, form.fields)];
    }
  }
}

/** What a word opens must be one thing. */
function checkWords({ forms, registers }: Pack): readonly Remark[] {
  const taken = forms.flatMap(({ words, title }) => [...words, title]).map(plainly);
  const own = registers.map(({ words, title }) => [...new Set([...words, title].map(plainly))]);
  return own.flatMap((words, n) =>
    words
      .filter((word) => taken.includes(word) || own.slice(0, n).flat().includes(word))
      .map((word) =>
        error(
          'word.twice',
          ['registers', n, 'words'],
          `"${word}" opens something else`,
          'Choose another word',
        ),
      ),
  );
}

const checkFilled = ({ forms, registers }: Pack): readonly Remark[] =>
  registers.flatMap(({ id, holders, source }: Register, n) =>
    holders !== undefined || forms.some(({ keep }) => keep?.register === id)
      ? []
      : [
          error(
            'register.empty',
            ['registers', n],
            `Nothing is ever kept in "${id}"`,
            `Add "keep: { register: ${id} }" to a form`,
            source,
          ),
        ],
  );

const checkLinked = (pack: PolicyFile, library: Library): readonly Remark[] =>
  stepNodes(pack, library).flatMap(({ step, at }) =>
    (step.linked ?? [])
      .filter((id) => !pack.linked.some((each) => each.id === id))
      .map((id) => missing(at, 'linked policy', id, pack.linked)),
  );

/** Registers, the forms that fill them and what they need first, and the other policies that steps cite, hold together. */
export const checkRegisters = (pack: PolicyFile, library: Library): readonly Remark[] => [
  ...pack.forms.flatMap((form, n) => [
    ...form.fields.flatMap((field, m) => checkField(field, ['forms', n, 'fields', m], form.source)),
    ...checkKeep(form, n, pack),
    ...(form.needs ?? []).flatMap((need, m) => checkNeed(need, form, ['forms', n, 'needs', m], pack)),
  ]),
  ...checkFilled(pack),
  ...checkWords(pack),
  ...checkLinked(pack, library),
];
