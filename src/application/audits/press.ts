import { type SlotData, words } from '../../cards/fill.ts';
import { sitesOf } from '../../domain/people/directory.ts';
import { fillAudit } from '../../domain/people/record/change.ts';
import type { Audited } from '../../domain/people/record/state.ts';
import type { SelfAudit } from '../../domain/policy/training.ts';
import { refuse } from '../../domain/result.ts';
import { peopleHere } from '../advice/contacts.ts';
import { cited } from '../case/people-words.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { asksNow, changePerson, readPerson, todayOf } from '../people/store.ts';

/** Before an id or a place of a question, so that none is taken for another box. */
const QUESTION = 'q-';
const COMMENT = 'c-';
const LONGEST = 300;

/** The self-check that is asked of this person; undefined: none of that name is. */
async function auditOf({ deps, person, press }: Pressed): Promise<SelfAudit | undefined> {
  const { record } = await readPerson(deps, person);
  const ask = asksNow(deps, person, record).find(({ key }) => key === `audit:${press.arg ?? ''}`);
  return ask?.kind === 'audit' ? ask.audit : undefined;
}

function form({ deps, press }: Pressed, audit: SelfAudit, problem?: string): Answer {
  const questions = audit.questions.map(
    ({ id, text }, n): SlotData => ({
      id: `${QUESTION}${id}`,
      cId: `${COMMENT}${n}`,
      text,
      value: words(press.inputs[`${QUESTION}${id}`] ?? ''),
      typed: words(press.inputs[`${COMMENT}${n}`] ?? ''),
    }),
  );
  const card = deps.cards.show('form-audit', {
    problem: problem && deps.cards.say(problem),
    name: audit.name,
    audit: audit.id,
    questions,
    why: cited(deps, audit.source),
  });
  return { type: problem === undefined ? 'card' : 'keep-form', card };
}

function answersIn({ press }: Pressed, { questions }: SelfAudit): Audited['answers'] {
  return questions.flatMap(({ id, text, need, topic }, n) => {
    const answer = press.inputs[`${QUESTION}${id}`];
    if (answer !== 'yes' && answer !== 'no') return [];
    const comment = (press.inputs[`${COMMENT}${n}`] ?? '').slice(0, LONGEST).trim();
    return [{ question: id, text, answer, comment, ...(answer === need && { need: topic }) }];
  });
}

/** What somebody must know at once because of an answer: who leads here, and how to reach them. */
function atOnce({ deps, directory, person }: Pressed, { questions }: SelfAudit, answers: Audited['answers']) {
  const isNeeded = questions.some(
    ({ id, atOnce: what, need }) =>
      what === 'show-leads' && answers.some((each) => each.question === id && each.answer === need),
  );
  if (!isNeeded) return { leads: [], phones: [] };
  const sites = sitesOf(person);
  return {
    leads: peopleHere({ deps, directory, person }, deps.policy.leads),
    phones: deps.organisation.sites
      .filter(({ id }) => sites.includes(id))
      .map(({ phone }) => ({ label: phone.label, number: phone.number })),
  };
}

async function save(pressed: Pressed, audit: SelfAudit): Promise<Answer> {
  const { deps, person, press } = pressed;
  const answers = answersIn(pressed, audit);
  const audited: Audited = { on: todayOf(deps), at: deps.clock.now(), answers };
  const changed = await changePerson(
    deps,
    person,
    (record, asks) => {
      const ask = asks.find(({ key }) => key === `audit:${audit.id}`);
      return ask?.kind === 'audit' ? fillAudit(record, ask, audited) : refuse('nothing-new');
    },
    press.actionId,
  );
  if (!changed.ok && changed.refusal === 'unanswered') return form(pressed, audit, 'audit-unanswered');
  return {
    type: 'card',
    card: deps.cards.show('audit-saved', { name: audit.name, ...atOnce(pressed, audit, answers) }),
  };
}

/** `audit.open`, and what was answered. */
export async function pressAudit(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  const audit = await auditOf(pressed);
  if (audit === undefined) return nothingHere(deps);
  switch (press.do) {
    case 'audit.open':
      return form(pressed, audit);
    case 'audit.save':
      return save(pressed, audit);
    default:
      return line(deps, 'older-button');
  }
}
