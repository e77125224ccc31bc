import type { Deps } from '../../src/application/deps.ts';
import type { Register } from '../../src/domain/policy/register.ts';
import type { StaffForm } from '../../src/domain/policy/staff-form.ts';
import { type Client, type Options, type Organisation, organisation } from './organisation.ts';

const LINES: StaffForm['lines'] = [{ kind: 'do', text: 'Write it as it stands on paper.' }];
const SOURCE = 'Invented policy, section 7';

/** What parents agreed to, written down by the office and by nobody else. */
const CONSENT: StaffForm = {
  ...{ id: 'consent', title: 'Write down what parents agreed to', words: ['record consent'], lines: LINES },
  fields: [
    { id: 'pupil', label: 'Which pupil?', kind: 'child', needed: true },
    { id: 'pictures', label: 'In pictures?', kind: 'choice', options: ['Yes', 'No'], needed: true },
    { id: 'parent', label: 'Which parent?', kind: 'text', needed: false },
  ],
  ...{ answer: 'record', by: ['office', 'headteacher'], reason: 'on-decline', source: SOURCE },
  keep: { register: 'consents' },
};
/** Pictures that wait for the consent of everybody in them. */
const PICTURE: StaffForm = {
  ...{ id: 'picture', title: 'Ask to take pictures', words: ['take pictures'], lines: LINES },
  fields: [
    { id: 'occasion', label: 'What for?', kind: 'text', needed: true },
    { id: 'pupils', label: 'Who is in it?', kind: 'child', several: true, needed: false },
  ],
  ...{ answer: 'approve', by: ['headteacher'], reason: 'on-decline', source: SOURCE },
  keep: { register: 'pictures', expires: 'P12M' },
  needs: [{ kind: 'entry', register: 'consents', child: 'pupils', says: { pictures: ['Yes'] } }],
};
/** A tool with a risk assessment, looked at by a colleague. */
const TOOL: StaffForm = {
  ...{ id: 'tool', title: 'Ask for a tool', words: ['new tool'], lines: LINES },
  fields: [
    { id: 'tool', label: 'Which tool?', kind: 'text', needed: true },
    { id: 'second', label: 'Who looked at it too?', kind: 'colleague', other: true, needed: false },
    { id: 'third', label: 'Who has the login?', kind: 'colleague', needed: false },
    { id: 'risks', label: 'What could go wrong?', kind: 'text', needed: false },
    { id: 'paper', label: 'Where is the assessment?', kind: 'text', needed: false },
  ],
  ...{ answer: 'approve', by: ['it-lead', 'headteacher'], reason: 'on-decline', source: SOURCE },
  keep: { register: 'tools', expires: 'P12M' },
  needs: [{ kind: 'one-of', fields: ['risks', 'paper'] }],
};
/** A device that is out until a day. */
const DEVICE: StaffForm = {
  ...{ id: 'device', title: 'Register a device', words: ['give out a device'], lines: LINES },
  fields: [
    { id: 'asset', label: 'Which device?', kind: 'text', needed: true },
    { id: 'until', label: 'Until when?', kind: 'date', needed: true },
  ],
  ...{ answer: 'do', by: ['it-lead'], reason: 'on-decline', source: SOURCE, until: 'until' },
  keep: { register: 'devices' },
};
/** For the headteacher's eyes. */
const RELATION: StaffForm = {
  ...{ id: 'relation', title: 'Say whom you know', words: ['know a family'], lines: LINES },
  fields: [{ id: 'whom', label: 'Whom do you know?', kind: 'text', needed: true }],
  ...{ answer: 'do', by: ['headteacher'], reason: 'on-decline', source: SOURCE },
  keep: { register: 'relations' },
};

const register = (id: string, title: string, word: string, more: Partial<Register>): Register => ({
  ...{ id, title, words: [word], about: 'thing', seenBy: ['staff'], none: 'Nothing stands there.' },
  ...{ source: SOURCE, ...more },
});
export const REGISTERS: readonly Register[] = [
  register('consents', 'What parents agreed to', 'consent', {
    about: 'child',
    none: 'No consent is recorded.',
  }),
  register('pictures', 'Pictures that are allowed', 'allowed pictures', { seenBy: ['headteacher'] }),
  register('tools', 'Permitted tools', 'permitted tools', { holders: 'it-lead' }),
  register('devices', 'Devices that are out', 'devices', { seenBy: ['it-lead'] }),
  register('relations', 'Families that staff know', 'relations', {
    about: 'person',
    seenBy: ['headteacher'],
  }),
];

export const KEPT_FORMS: readonly StaffForm[] = [CONSENT, PICTURE, TOOL, DEVICE, RELATION];

export const withRegisters = (deps: Deps): Deps => ({
  ...deps,
  organisation: { ...deps.organisation, links: { behaviour: 'https://school.example/behaviour' } },
  policy: {
    ...deps.policy,
    forms: [...KEPT_FORMS],
    registers: [...REGISTERS],
    linked: [
      { id: 'behaviour', title: 'Behaviour policy', source: SOURCE },
      { id: 'bullying', title: 'Anti-bullying policy', source: SOURCE },
    ],
  },
});

/** Two schools with registers: Jo is the office of north, Vera its headteacher, Ivo is IT at both. */
export const schoolsWithRegisters = (options: Options = {}) =>
  organisation('two-schools', { doctor: withRegisters, ...options });

/** Opens a form by its words, and sends it. */
export async function sends(
  org: Organisation,
  who: string,
  words: string,
  boxes: Readonly<Record<string, string>>,
): Promise<Client> {
  const client = org.at(who);
  await client.say(words);
  const button = client.titles().find((title) => ['Send', 'Save it'].includes(title));
  if (button === undefined) throw new Error(`${who} cannot send "${words}": ${client.texts()}`);
  const typed = Object.entries(boxes).map(([id, text]) => [
    ['same', 'site'].includes(id) ? id : `field-${id}`,
    text,
  ]);
  await client.press(button, Object.fromEntries(typed));
  await org.settle();
  return client;
}

export const YES = { pupil: 'Robin Vale, 5B', pictures: 'Yes' };
/** The office writes down what the parents of a pupil said. */
export const consents = (org: Organisation, boxes: Readonly<Record<string, string>> = YES): Promise<Client> =>
  sends(org, 'p-jo', 'record consent', boxes);

/** Somebody shows a register, and looks a child up in it. */
export async function looksUp(org: Organisation, who: string, name: string, group = ''): Promise<Client> {
  const client = org.at(who);
  await client.say('consent');
  await client.press('Look', { name, class: group });
  return client;
}
