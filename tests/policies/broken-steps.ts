import type { Broken } from './broken-packs.ts';

const HATE = '  - use: hate\n';
/** A step of the pack's own among those of a procedure, as line 3 of the edit. */
const own = (...steps: readonly string[]): Pick<Broken, 'from' | 'to' | 'mark'> => ({
  from: HATE,
  to: `${HATE}    add:\n${steps.map((step) => `      - { ${step}, source: floor }\n`).join('')}`,
  mark: `      - { ${steps[0]}`,
});
const use = (id: string, steps: string): Pick<Broken, 'from' | 'to'> => ({
  from: `  - { use: ${id}, source: `,
  to: `  - { use: ${id}, steps: { ${steps} }, source: `,
});
const DO = 'id: extra, kind: do, text: Do it., modality: must';
const ASK = 'id: asked, kind: ask, text: Is it so?';

/** Small edits of the pack for a new organisation, and the finding that each must bring. */
export const broken: readonly Broken[] = [
  {
    what: 'an act that no other step is',
    ...own('id: extra, kind: refer, agency: police, text: Call them., modality: must, once: polise'),
    code: 'once.unknown',
  },
  {
    what: 'one act of two agencies',
    ...own('id: extra, kind: refer, agency: lado, text: Call them., modality: must, once: police'),
    code: 'once.differs',
  },
  { what: 'an act that is no call and no keeping', ...own(`${DO}, once: police`), code: 'once.step' },
  {
    what: 'an act of the whole case that is for each child',
    ...own('id: extra, kind: custody, text: Keep it., modality: must, once: device, each: child'),
    code: 'once.step',
  },
  {
    what: 'a call that stands in for others and waits',
    ...own(
      'id: extra, kind: refer, agency: police, text: Call them., modality: must, once: police, after: [behaviour]',
    ),
    code: 'once.after',
  },
  {
    what: 'steps that wait for each other through an act of both',
    ...own(
      'id: gives, kind: custody, text: Give it., modality: may, once: device-back, after: [keeps]',
      'id: keeps, kind: custody, text: Keep it., modality: may, once: device, after: [device-custody.release]',
    ),
    code: 'after.cycle',
  },
  {
    what: 'a step that depends on one that is not there',
    ...own(`${DO}, given: { nobody: ["Yes"] }`),
    code: 'given.unknown',
  },
  {
    what: 'a step that depends on one without answers',
    ...own(`${DO}, given: { behaviour: ["Yes"] }`),
    code: 'given.kind',
  },
  {
    what: 'a step that depends on a question that may stay open',
    ...own(`${DO}, given: { asked: ["Yes"] }`, `${ASK}, answers: ["Yes", "No"], modality: should`),
    code: 'given.modality',
  },
  {
    what: 'a step that depends on an answer that is not offered',
    ...own(`${DO}, given: { asked: [Perhaps] }`, `${ASK}, answers: ["Yes", "No"], modality: must`),
    code: 'given.answer',
  },
  {
    what: 'a step that depends on an answer that leaves its question open',
    ...own(
      `${DO}, given: { choice: [Later] }`,
      'id: choice, kind: decide, about: other, text: Decide., answers: [Now, Later], waits: [Later], modality: must',
    ),
    code: 'given.answer',
  },
  {
    what: 'a step that depends on a question that waits for that step',
    ...own(
      `${DO}, given: { asked: ["Yes"] }`,
      `${ASK}, answers: ["Yes", "No"], modality: must, after: [extra]`,
    ),
    code: 'after.cycle',
  },
  {
    what: 'a step that waits for one that no procedure has',
    ...own(`${DO}, after: [nudes.policeman]`),
    code: 'after.unknown',
  },
  {
    what: 'two steps of two procedures that wait for each other',
    from: HATE,
    to: `  - { id: two, name: Two, steps: [{ id: b, kind: do, text: B., modality: may, after: [hate.extra], source: floor }], source: floor }\n${HATE}    add: [{ ${DO}, after: [two.b], source: floor }]\n`,
    mark: '{ id: b, kind: do',
    code: 'after.cycle',
  },
  {
    what: 'a call to the police that an approval of another procedure holds up',
    ...own('id: call, kind: refer, agency: police, text: Call., modality: must, after: [deletion.agree]'),
    code: 'floor.protection',
  },
  {
    what: 'a call that depends on a question that waits for an approval',
    ...own(
      'id: call, kind: refer, agency: lado, text: Call., modality: must, given: { asked: ["Yes"] }',
      `${ASK}, answers: ["Yes", "No"], modality: must, after: [agree]`,
      'id: agree, kind: approve, text: Agree., by: [dsl, deputy], reason: always, modality: must',
    ),
    code: 'floor.protection',
  },
  {
    what: 'deleting after a call to the police that an answer takes away',
    ...own(
      'id: gone, kind: approve, text: Agree that it goes., by: [dsl, deputy], reason: always, unlocks: deletion, modality: may, after: [call]',
      'id: call, kind: refer, agency: police, text: Ask., modality: must, given: { asked: ["Yes"] }',
      `${ASK}, answers: ["Yes", "No"], modality: must`,
    ),
    code: 'floor.deletion',
  },
  {
    what: 'deleting after a call to the police that only another procedure has',
    ...own(
      'id: gone, kind: approve, text: Agree that it goes., by: [dsl, deputy], reason: always, unlocks: deletion, modality: may, after: [deletion.police]',
    ),
    code: 'floor.deletion',
  },
  {
    what: 'a decision that every answer leaves open',
    ...own(
      'id: choice, kind: decide, about: other, text: Decide., answers: [Later, Never], waits: [Later, Never], modality: must',
    ),
    code: 'waits.all',
  },
  {
    what: 'a decision that waits after an answer that is not offered',
    ...own(
      'id: choice, kind: decide, about: other, text: Decide., answers: [Now, Later], waits: [Soon], modality: must',
    ),
    code: 'waits.unknown',
  },
  {
    what: 'an approval for each child',
    ...own(
      'id: agree, kind: approve, text: Agree., by: [dsl, deputy], reason: always, modality: must, each: child',
    ),
    code: 'each.kind',
  },
  {
    what: 'a step of a search for each child',
    ...own('id: look, kind: do, text: Look., modality: must, spot: true, each: child'),
    code: 'each.kind',
  },
  {
    what: 'a step for each child that is asked only once',
    ...own('id: plan, kind: do, text: Plan., modality: must, once: plan, each: child'),
    code: 'each.kind',
  },
  {
    what: "a step that is called like a child's own",
    ...own(
      'id: plan, kind: do, text: Plan., modality: must, each: child',
      'id: plan-2, kind: do, text: Plan again., modality: must',
    ),
    code: 'each.id',
  },
  {
    what: 'a message that goes by itself and holds nothing',
    ...own('id: mail, kind: inform, to: [it-lead], itself: true, text: Told., modality: must'),
    code: 'inform.itself',
  },
  {
    what: 'a message that goes by itself and waits',
    ...own(
      'id: mail, kind: inform, to: [it-lead], itself: true, draft: [page], after: [behaviour], text: Told., modality: must',
    ),
    code: 'inform.itself',
  },
  {
    what: 'an answer after which nothing follows',
    ...use(
      'deletion',
      'nobody-needs-it: { answers: [Nobody needs it, Ask the board, Not sure], source: floor }',
    ),
    mark: '{ answers: [Nobody needs it, Ask',
    code: 'answers.new',
  },
  {
    what: 'a question that nobody can be unsure about',
    ...use('ai-fakes', 'sexual: { answers: ["Yes", "No"], source: floor }'),
    code: 'answers.unsure',
  },
  {
    what: 'answers of its own for the harm threshold',
    ...use('staff-allegation', 'threshold: { answers: [It may, The LADO decides], source: floor }'),
    code: 'answers.threshold',
  },
  {
    what: 'a harm threshold that nobody can be unsure about',
    from: '  - { use: staff-misuse, source: kcsie-2026 part four }',
    to: '  - { use: staff-misuse, source: kcsie-2026 part four, add: [{ id: limits, kind: decide, about: threshold, text: Is it met?, answers: ["Yes", "No"], modality: must, source: floor }] }',
    mark: '  - { use: staff-misuse',
    code: 'answers.threshold',
  },
  {
    what: 'answers for a step that has none',
    ...use('search-complaint', 'complaint: { answers: [Yes it is], source: floor }'),
    code: 'step.answers',
  },
  {
    what: 'a search that could never stop for an image',
    from: '      ground:\n        answers: [It may harm',
    to: '      image: { answers: ["No", "Not sure"], source: floor }\n      ground:\n        answers: [None of these, Not sure, It may harm',
    mark: '        answers: [None of these, Not sure',
    code: 'answers.new',
  },
  {
    what: 'a step that tells no role being sent to one',
    ...use('lost-device', 'lock: { to: [dsl], source: floor }'),
    code: 'step.to',
  },
  {
    what: 'more time than the library allows',
    from: 'police: { modality: must, within: PT1H, source: ukcis-nudes-2024 }',
    to: 'police: { modality: must, within: PT9H, source: ukcis-nudes-2024 }',
    code: 'within.longer',
  },
  {
    what: 'a message to a role that the pack has not',
    from: '  complaints-lead: {',
    to: '  exams-officer: {',
    mark: '  - { use: search-complaint',
    code: 'role.missing',
  },
  {
    what: 'a form that nobody answers',
    from: 'by: [office, senior-leader]',
    to: 'by: [director]',
    code: 'role.missing',
  },
  {
    what: 'a duty that nobody has',
    from: '    owner: it-lead\n    every: P3M',
    to: '    owner: director\n    every: P3M',
    code: 'role.missing',
  },
  {
    what: 'a search by nobody here',
    from: 'by: [headteacher, authorised-searcher]',
    to: 'by: [headteacher, director]',
    code: 'role.missing',
  },
  {
    what: 'a form that is over on a day that nobody gives',
    from: '    until: until\n    source: dfe-filtering-2026',
    to: '    until: purpose\n    source: dfe-filtering-2026',
    code: 'form.until',
  },
  {
    what: 'a form that asks for something to be deleted',
    from: '    title: Ask for a site to be opened',
    to: '    title: Ask for a picture to be deleted',
    mark: '  - id: filter-bypass',
    code: 'floor.deletion',
  },
  {
    what: 'a duty without an interval',
    from: '    every: null\n    otherwise: P4M\n',
    to: '    every: null\n',
    code: 'duty.interval',
  },
  {
    what: 'a task for each "no" where nothing is asked',
    from: '    tell: [safeguarding-governor]\n    evidence: true\n    source: default\n',
    to: '    onNo: dsl\n    evidence: true\n    source: default\n',
    code: 'duty.checklist',
  },
  {
    what: 'referrals of which nothing says what comes when nobody replies',
    from: '\ncontacts:',
    to: '\nreferrals:\n  reply: P1D\n  silent: []\n  stages: [{ id: a, title: A, text: A, agencies: [police] }]\n  source: default\n\ncontacts:',
    mark: '  stages: [{ id: a',
    code: 'referral.no-stage',
  },
  { what: 'two forms with one id', from: '  - id: photo\n', to: '  - id: filter-bypass\n', code: 'id.twice' },
  {
    what: "advice with an id that everybody's has",
    from: '  - id: phone-in-lesson',
    to: '  - id: password',
    code: 'id.twice',
  },
  {
    what: 'advice that names a contact that is not there',
    from: '    contacts: [posh]',
    to: '    contacts: [push]',
    code: 'contact.missing',
  },
  {
    what: "a child's own record on a route about adults",
    from: '    child: about-a-child\n',
    to: '    child: about-an-adult\n',
    code: 'route.child',
  },
  {
    what: "a child's own record of a child's own record",
    from: '    about: child\n',
    to: '    about: child\n    child: about-a-child\n',
    mark: '    child: about-a-child\n    rungs: [[dsl]',
    code: 'route.child',
  },
];
