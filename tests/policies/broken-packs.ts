/** A small edit to a good pack, and the finding that it must bring. */
export interface Broken {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** What stands on the line that the finding names, if it is not the first of `to`. */
  readonly mark?: string;
  readonly code: string;
}

const LAST_ROUTE = '  - id: about-a-child\n';

/** An approval to delete after a call, each with one thing changed. */
export const deletion = (
  call: string,
  approval = 'reason: always, unlocks: deletion',
): Pick<Broken, 'from' | 'to'> => ({
  from: '      - id: log\n        kind: record\n',
  to: [
    `      - { id: gone, kind: approve, text: Agree that it goes., by: [dsl, deputy], ${approval}, modality: may, after: [call], source: "6.3" }`,
    `      - { id: call, kind: refer, text: Ask if it may go., ${call}, source: "6.3" }`,
    '      - id: log\n        kind: record\n',
  ].join('\n'),
});

export const broken: readonly Broken[] = [
  {
    what: 'deleting after a call to the police that can be reasoned away',
    ...deletion('agency: police, modality: consider'),
    code: 'floor.deletion',
  },
  {
    what: 'deleting after a call to the police that does not always apply',
    ...deletion('agency: police, modality: must, when: { fact: offence, in: ["yes"] }'),
    code: 'floor.deletion',
  },
  {
    what: 'deleting after a call to somebody else',
    ...deletion('agency: ceop, modality: must'),
    code: 'floor.deletion',
  },
  {
    what: 'deleting that is agreed without a reason',
    ...deletion('agency: police, modality: must', 'reason: on-decline, unlocks: deletion'),
    code: 'floor.deletion',
  },
  {
    what: 'a request that only one person could ever answer',
    from: 'by: [headteacher, deputy]\n    reason: on-decline',
    to: 'by: [chair-of-governors]\n    reason: on-decline',
    mark: '  - id: give-device-back',
    code: 'floor.approver',
  },
  {
    what: 'an approver for a step that is no approval',
    from: '      believe: { text:',
    to: '      believe: { by: [dsl], text:',
    code: 'step.by',
  },
  {
    what: 'a procedure that starts always and also sometimes',
    from: '{ use: commerce, source: "1" }',
    to: '{ id: commerce, name: Money, always: true, when: { fact: harm, in: [online] }, steps: [{ id: stop, kind: do, text: Stop., modality: may, source: "1" }], source: "1" }',
    code: 'procedure.start',
  },
  {
    what: 'a worry about staff that only staff hear',
    from: '    when: { any: [{ fact: adult, in: ["yes"] }, { fact: harm, in: [adult-behaviour] }] }\n    rungs: [[headteacher], [chair-of-governors]]',
    to: '    when: { any: [{ fact: adult, in: ["yes"] }, { fact: harm, in: [adult-behaviour] }] }\n    rungs: [[staff]]',
    mark: '  - id: about-an-adult',
    code: 'route.conflict',
  },
  { what: 'an unknown key', from: 'oversight:', to: 'overwatch: []\noversight:', code: 'key.unknown' },
  { what: 'a missing key', from: 'version: 1\n', to: '', mark: 'schema:', code: 'key.missing' },
  {
    what: 'a boolean in a condition',
    from: 'in: ["yes"] }, { fact: adult, in: [unsure] }',
    to: 'in: [true] }, { fact: adult, in: [unsure] }',
    code: 'condition.boolean',
  },
  {
    what: 'a fact that does not exist',
    from: 'fact: adult-role',
    to: 'fact: adult-rôle',
    code: 'fact.unknown',
  },
  { what: 'a value that no fact has', from: 'in: [headteacher, dsl]', to: 'in: [head]', code: 'fact.value' },
  {
    what: 'a procedure that triage cannot choose',
    from: '{ fact: harm, in: [between-children] }',
    to: '{ fact: category, in: [bullying] }',
    code: 'fact.value',
  },
  {
    what: 'a route after one that catches everything',
    from: '    when: { any: [{ fact: adult, in: ["yes"] }, { fact: harm, in: [adult-behaviour] }] }\n',
    to: '',
    mark: '  - id: between-children',
    code: 'route.unreachable',
  },
  {
    what: 'a last route with a condition',
    from: LAST_ROUTE,
    to: `${LAST_ROUTE}    when: { fact: harm, in: [told] }\n`,
    code: 'route.open-end',
  },
  {
    what: 'a step that waits for one that is not there',
    from: '      - id: log\n        kind: record\n',
    to: '      - id: log\n        kind: record\n        after: [tests]\n',
    mark: '      - id: log',
    code: 'after.unknown',
  },
  {
    what: 'two steps that wait for each other',
    from: '      - id: log\n        kind: record\n',
    to: '      - { id: one, kind: do, text: One., modality: may, after: [two], source: "9" }\n      - { id: two, kind: do, text: Two., modality: may, after: [one], source: "9" }\n      - id: log\n        kind: record\n',
    code: 'after.cycle',
  },
  {
    what: 'a procedure the library lacks',
    from: '{ use: commerce,',
    to: '{ use: trade,',
    code: 'use.unknown',
  },
  {
    what: 'a step the library procedure lacks',
    from: '      believe: { text:',
    to: '      believed: { text:',
    code: 'step.unknown',
  },
  {
    what: 'a duty made weaker than the library says',
    from: '      image: { source: 6.3; ukcis-nudes-2024 }',
    to: '      image: { modality: should, source: "6.3" }',
    code: 'modality.lowered',
  },
  {
    what: 'a clock slower than the floor',
    from: 'today: { rung: PT30M',
    to: 'today: { rung: PT90M',
    code: 'floor.clock',
  },
  { what: 'a clock of no length', from: 'now: { rung: PT5M', to: 'now: { rung: PT', code: 'clock.zero' },
  {
    what: 'a call to the police that waits for an approval',
    from: '      - id: log\n        kind: record\n',
    to: [
      '      - { id: call, kind: refer, agency: police, text: Call the police., modality: must, after: [yes-from-head], source: "6.2" }',
      '      - { id: yes-from-head, kind: approve, text: Agree., by: [dsl, deputy], reason: always, modality: must, source: "6.2" }',
      '      - id: log\n        kind: record\n',
    ].join('\n'),
    code: 'floor.protection',
  },
  {
    what: 'deleting as a step to tick off',
    from: 'text: Log it, as the behaviour policy says.',
    to: 'text: Delete it from the device.',
    mark: '      - id: log',
    code: 'floor.deletion',
  },
  {
    what: 'deleting that a request could open',
    from: 'title: Ask to share it outside the school',
    to: 'title: Ask to delete a picture',
    mark: '  - id: share-outside',
    code: 'floor.deletion',
  },
  {
    what: 'deleting that waits for nobody',
    from: '      - id: log\n        kind: record\n',
    to: '      - { id: gone, kind: approve, text: Agree that it goes., by: [dsl, deputy], reason: always, unlocks: deletion, modality: may, source: "6.3" }\n      - id: log\n        kind: record\n',
    code: 'floor.deletion',
  },
  {
    what: 'a role that is not among the roles',
    from: 'by: [it-lead, dsl]',
    to: 'by: [director, dsl]',
    code: 'role.missing',
  },
  {
    what: 'a contact that is not among the contacts',
    from: 'outside: [lado, police, emergency, nspcc-whistleblowing]',
    to: 'outside: [ceiling, police, emergency, nspcc-whistleblowing]',
    code: 'contact.missing',
  },
  {
    what: 'a worry about the headteacher that only the headteacher hears',
    from: 'rungs: [[chair-of-governors]]',
    to: 'rungs: [[dsl]]',
    mark: '  - id: about-the-head',
    code: 'route.conflict',
  },
  {
    what: 'a worry about an adult in the shared channel',
    from: '    rungs: [[chair-of-governors]]\n    channel: false',
    to: '    rungs: [[chair-of-governors]]\n    channel: true',
    mark: '    channel: true',
    code: 'route.channel',
  },
  {
    what: 'a stand-in for the leads who is one of them',
    from: 'independent: [chair-of-governors]',
    to: 'independent: [headteacher, chair-of-governors]',
    code: 'independent.is-lead',
  },
  {
    what: 'a section the policy does not have',
    from: 'source: "3.2"',
    to: 'source: "3.9"',
    code: 'source.unknown',
  },
  { what: 'the same id twice', from: '  - id: no-search', to: '  - id: floor-no-secrets', code: 'id.twice' },
  {
    what: 'a category with an unknown procedure',
    from: 'procedures: [csae,',
    to: 'procedures: [cse,',
    code: 'procedure.missing',
  },
  {
    what: 'text that is not YAML',
    from: 'leads: [dsl, deputy]',
    to: 'leads: [dsl, deputy',
    mark: 'independent:',
    code: 'yaml',
  },
];
