import { Organisation } from '../../../src/domain/organisation.ts';
import { checkLinks } from '../../../src/domain/people/bindings.ts';
import { checkRegisters } from '../../../src/domain/policy/check-registers.ts';
import type { Library } from '../../../src/domain/policy/library.ts';
import type { PolicyFile } from '../../../src/domain/policy/pack.ts';
import type { Register } from '../../../src/domain/policy/register.ts';
import type { StaffForm } from '../../../src/domain/policy/staff-form.ts';
import { policyOf } from './small-policy.ts';

const source = 'floor';
const CHILD: StaffForm['fields'][number] = { id: 'pupil', label: 'Who?', kind: 'child', needed: true };
const CONSENT: StaffForm = {
  ...{ id: 'consent', title: 'Write it down', words: ['record consent'], lines: [], source },
  fields: [
    CHILD,
    { id: 'pictures', label: 'Pictures?', kind: 'choice', options: ['Yes', 'No'], needed: true },
    { id: 'who', label: 'Who said so?', kind: 'colleague', needed: false },
  ],
  ...{ answer: 'record', by: ['office'], reason: 'on-decline', keep: { register: 'consents' } },
};
const PHOTO: StaffForm = {
  ...{ id: 'photo', title: 'Photo', words: ['take a photo'], lines: [], source },
  fields: [{ ...CHILD, id: 'pupils', several: true }],
  ...{ answer: 'approve', by: ['headteacher'], reason: 'on-decline' },
  needs: [{ kind: 'entry', register: 'consents', child: 'pupils', says: { pictures: ['Yes'] } }],
};
const CONSENTS: Register = {
  ...{ id: 'consents', title: 'Consents', words: ['consent'], about: 'child', seenBy: ['office'], source },
  none: 'No consent is recorded.',
};

function codesOf(forms: readonly StaffForm[], registers: readonly Register[] = [CONSENTS]) {
  const {
    procedures: _,
    contacts: __,
    ...policy
  } = policyOf({ forms: [...forms], registers: [...registers] });
  const pack = { ...policy, procedures: [], contacts: [] } as unknown as PolicyFile;
  return checkRegisters(pack, { procedures: [] } as unknown as Library).map(({ code }) => code);
}
const photo = (change: Partial<StaffForm>) => [CONSENT, { ...PHOTO, ...change }];
const consent = (change: Partial<StaffForm>) => [{ ...CONSENT, ...change }];
const need = (change: object) => photo({ needs: [{ ...PHOTO.needs?.[0], ...change } as never] });

it('registers, their forms and what they need hold together (control)', () => {
  expect(codesOf([CONSENT, PHOTO])).toEqual([]);
});

it.each<[string, string, readonly StaffForm[]]>([
  ['is kept in a register that is not there', 'register.missing', consent({ keep: { register: 'other' } })],
  [
    'is written down and kept nowhere',
    'form.record',
    [{ ...CONSENT, keep: undefined } as never, ...consent({ id: 'b' })],
  ],
  ['is ended by nobody who sees it', 'register.by', consent({ by: ['dsl'] })],
  [
    'is about no child, in a register of children',
    'register.child',
    consent({ fields: CONSENT.fields.slice(1) }),
  ],
  [
    'is about several, in a register of children',
    'register.child',
    consent({ fields: [{ ...CHILD, several: true }, ...CONSENT.fields.slice(1)] }),
  ],
  [
    'offers nothing to choose',
    'field.kind',
    consent({ fields: [CHILD, { id: 'pictures', label: '?', kind: 'choice', needed: true }] }),
  ],
  [
    'offers something to choose in a text',
    'field.kind',
    consent({ fields: [CHILD, { id: 'a', label: '?', kind: 'text', options: ['a', 'b'], needed: true }] }),
  ],
  [
    'asks for another text',
    'field.kind',
    consent({ fields: [CHILD, { id: 'a', label: '?', kind: 'text', other: true, needed: true }] }),
  ],
  [
    'asks for several days',
    'field.kind',
    consent({ fields: [CHILD, { id: 'a', label: '?', kind: 'date', several: true, needed: true }] }),
  ],
  ['needs an entry of a register that is not there', 'register.missing', need({ register: 'other' })],
  ['needs an entry of a child that it does not ask for', 'register.missing', need({ child: 'nobody' })],
  ['needs an answer that nobody can give', 'register.missing', need({ says: { pictures: ['Perhaps'] } })],
  [
    'needs one of two boxes, one of which it has not',
    'register.missing',
    photo({ needs: [{ kind: 'one-of', fields: ['a', 'b'] }] }),
  ],
  [
    'needs a signature under what is no agreement',
    'register.missing',
    photo({ needs: [{ kind: 'signed', agreement: 'rules', colleague: 'pupils' }] }),
  ],
])('a form that %s is refused', (_, code, forms) => {
  expect(codesOf(forms)).toContain(code);
});

it.each<[string, string, readonly Register[]]>([
  [
    'that nothing fills',
    'register.empty',
    [CONSENTS, { ...CONSENTS, id: 'empty', words: ['nothing'], title: 'Nothing' }],
  ],
  ['with the words of a form', 'word.twice', [{ ...CONSENTS, words: ['take-a-photo'] }]],
  [
    'with the words of another',
    'word.twice',
    [CONSENTS, { ...CONSENTS, id: 'b', title: 'B', words: ['consent'], holders: 'dsl' }],
  ],
])('a register %s is refused', (_, code, registers) => {
  expect(codesOf([CONSENT, PHOTO], registers)).toContain(code);
});

it('a register of whoever holds a role needs no form', () => {
  const holders: Register = { ...CONSENTS, id: 'b', title: 'B', words: ['searchers'], holders: 'dsl' };
  expect(codesOf([CONSENT, PHOTO], [CONSENTS, holders])).toEqual([]);
});

describe('links to other policies', () => {
  const policy = policyOf({ linked: [{ id: 'behaviour', title: 'Behaviour policy', source }] });
  const codes = (links?: Record<string, string>) =>
    checkLinks(policy, links === undefined ? {} : { links }).map(
      ({ code, severity }) => `${severity} ${code}`,
    );

  it('are said where they are missing, and refused where nothing asks for them', () => {
    expect(codes()).toEqual(['warning link.missing']);
    expect(codes({ behaviour: 'https://school.example/b' })).toEqual([]);
    expect(codes({ behaviour: 'https://school.example/b', other: 'https://school.example/o' })).toEqual([
      'error link.unknown',
    ]);
  });

  it.each([
    ['https://school.example/b', true],
    ['http://school.example/b', false],
    ['javascript:alert(1)', false],
    ['/policies/behaviour', false],
  ])('%s is taken: %s', (link, isTaken) => {
    expect(Organisation.shape.links.safeParse({ behaviour: link }).success).toBe(isTaken);
  });
});
