import { words } from '../../cards/fill.ts';
import { mannedRungs, mayDo } from '../../domain/access.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import type { PlannedStep } from '../../domain/case/plan.ts';
import { isSearch, searchRules } from '../../domain/case/search.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { RecordId, refOf, StepId } from '../../domain/ids.ts';
import { Agency } from '../../domain/policy/step.ts';
import { outsideAdvice } from '../advice/outside-advice.ts';
import { contactSlots } from '../advice/phones.ts';
import { phoneOf } from '../case/case-cards.ts';
import { agencies } from '../case/case-forms.ts';
import { type CaseRecord, readCase, runCase } from '../case/case-store.ts';
import { refusalWords } from '../case/refusal-words.ts';
import { clockTime, reporterLine } from '../case/status-line.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { searchMessage } from '../search/cards.ts';

/** How their own report stands, and what they can still do: never the story, never who does what. */
function reporterCard({ deps, directory }: Pressed, record: CaseRecord, notice?: string): Answer {
  const { id, state } = record;
  return {
    type: 'card',
    card: deps.cards.show('reporter-view', {
      ref: refOf(id),
      case: id,
      notice,
      saved: clockTime(deps, state.reportedAt),
      line: reporterLine(deps, state, directory),
      thanks:
        state.progress.status === 'closed' && state.progress.line !== ''
          ? words(state.progress.line)
          : undefined,
      question: state.question === undefined ? undefined : words(state.question.question),
      search: searchMessage(deps, state) !== undefined,
      canAdd: state.report?.self !== true,
      ...guardsFor(state),
      requests:
        state.progress.status === 'closed' || state.report?.self
          ? []
          : state.plan.requests.map(({ id: request, title }) => ({ case: id, request, title })),
      asked: askedFor(deps, state),
      outside: outsideAdvice(deps, state),
      contacts: contactSlots(deps, state.plan.route.outside),
      phone: phoneOf(deps, state).number,
      phoneWho: phoneOf(deps, state).who,
    }),
  };
}

/** What to keep to: whoever searches a device by the policy is not told that nobody may. */
function guardsFor(state: CaseState) {
  const lines = (kind: 'do' | 'never') =>
    state.plan.guards.filter((guard) => guard.kind === kind).map(({ text }) => ({ text }));
  return isSearch(state)
    ? { dos: [], nevers: searchRules(state).map(({ step }) => ({ text: step.text })) }
    : { dos: lines('do'), nevers: lines('never') };
}

/** What this reporter asked for, and the answer so far. */
const askedFor = (deps: Deps, state: CaseState) =>
  state.steps
    .filter((each) => each.proposedBy === state.reporter)
    .map(({ step, now }) => ({ text: deps.cards.say(`request-${now.standing}`, { title: step.text }) }));

/** A request becomes an approval step of the case, asked for by this person. */
function requestStep(state: CaseState, request: string, nth: number): PlannedStep | undefined {
  const found = state.plan.requests.find((each) => each.id === request);
  if (found === undefined) return undefined;
  return {
    id: StepId.parse(`asked.${found.id}-${nth}`),
    procedure: 'asked',
    kind: 'approve',
    text: found.title,
    modality: 'must',
    why: found.why,
    after: [],
    by: found.by,
    reason: found.reason,
  };
}

const text = (inputs: Readonly<Record<string, string>>, id: string): string =>
  (inputs[id] ?? '').slice(0, 3000).trim();

function commandOf(pressed: Pressed, { state }: CaseRecord): CaseCommand | undefined {
  const { deps, directory, person, press } = pressed;
  const { inputs } = press;
  const act = {
    at: deps.clock.now(),
    by: person.id,
    ...(press.actionId !== undefined && { action: press.actionId }),
  };
  switch (press.do) {
    case 'mine.add':
      return { type: 'GiveInformation', ...act, text: text(inputs, 'text') };
    case 'mine.raise': {
      const rungs = [...state.plan.route.rungs, ...state.plan.independent.map((role) => [role])];
      const plan = { ...state.plan, route: { ...state.plan.route, rungs } };
      return {
        type: 'RaiseAgain',
        ...act,
        reason: text(inputs, 'reason'),
        rungs,
        manned: mannedRungs({ ...state, plan }, directory),
      };
    }
    case 'mine.call':
      return {
        type: 'RecordOwnCall',
        ...act,
        agency: Agency.catch('other').parse(inputs.agency),
        who: text(inputs, 'who'),
        when: `${text(inputs, 'date')} ${text(inputs, 'time')}`.trim().slice(0, 60),
        reference: text(inputs, 'reference'),
      };
    case 'mine.request': {
      const nth = state.steps.filter(({ step }) => step.procedure === 'asked').length + 1;
      const step = requestStep(state, press.arg ?? '', nth);
      return step && { type: 'RequestApproval', ...act, step, text: text(inputs, 'text') };
    }
    default:
      return undefined;
  }
}

const FORMS = {
  add: 'form-add',
  raise: 'form-raise',
  call: 'form-own-call',
  request: 'form-request',
} as const;
const isForm = (name: string): name is keyof typeof FORMS => name in FORMS;

/** "add", "raise", "call", "request:release-device": which form, and of what. */
function reporterForm(
  { deps, press }: Pressed,
  record: CaseRecord,
  wanted: string,
  notice?: string,
): Answer | undefined {
  const [name = '', request = ''] = wanted.split(':');
  if (!isForm(name)) return undefined;
  const found = record.state.plan.requests.find((each) => each.id === request);
  const card = deps.cards.show(FORMS[name], {
    ...Object.fromEntries(Object.entries(press.inputs).map(([id, value]) => [`typed-${id}`, words(value)])),
    ref: refOf(record.id),
    case: record.id,
    notice,
    question: record.state.question === undefined ? undefined : words(record.state.question.question),
    agencies: agencies(deps),
    request,
    title: found?.title,
    prompt: found?.prompt,
    why: found?.why,
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

/** Every button of the person who reported, on their own report. */
export async function pressMine(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const id = RecordId.safeParse(press.record);
  if (!id.success) return nothingHere(deps);
  const allowed = (record: CaseRecord | undefined): record is CaseRecord =>
    record !== undefined && mayDo(person, { type: 'follow' }, record.state, directory);
  const shown = async (notice?: string): Promise<Answer> => {
    const record = await readCase(deps, id.data);
    return allowed(record) ? reporterCard(pressed, record, notice) : nothingHere(deps);
  };
  if (press.do === 'mine.open') return shown();
  const record = await readCase(deps, id.data);
  if (!allowed(record)) return nothingHere(deps);
  // Who reported themselves follow how it stands, and no more: nobody questions them here.
  if (record.state.report?.self && press.do !== 'mine.hide') return shown();
  if (press.do === 'mine.hide')
    return {
      type: 'card',
      card: deps.cards.show('reporter-message', {
        ref: refOf(id.data),
        case: id.data,
        line: reporterLine(deps, record.state, directory),
        urgent: false,
        again: false,
      }),
    };
  if (press.do === 'mine.form') return reporterForm(pressed, record, press.arg ?? '') ?? nothingHere(deps);
  const ran = await runCase(deps, id.data, (now) => (allowed(now) ? commandOf(pressed, now) : undefined));
  if (ran.ok || ran.refusal.reason === 'same-again') return shown(deps.cards.say('saved'));
  const form = press.do.replace('mine.', '');
  const again = reporterForm(
    pressed,
    record,
    form === 'request' ? `request:${press.arg}` : form,
    refusalWords(deps, ran.refusal),
  );
  return again ?? nothingHere(deps);
}

/** `my reports`: references and how they stand, newest last, for the one who sent them. */
export async function myReports(pressed: Omit<Pressed, 'press'>): Promise<Answer> {
  const { deps, directory, person } = pressed;
  const page = await deps.store.byToken(deps.keyring.token('reporter', person.id));
  const records = await Promise.all(page.items.map(({ id }) => readCase(deps, id)));
  const mine = records
    .filter((record) => record !== undefined)
    .filter((record) => mayDo(person, { type: 'follow' }, record.state, directory))
    .sort((a, b) => (a.state.reportedAt < b.state.reportedAt ? -1 : 1))
    .slice(-10);
  if (mine.length === 0) return line(deps, 'no-reports');
  const reports = mine.map((record) => ({
    ref: refOf(record.id),
    case: record.id,
    saved: clockTime(deps, record.state.reportedAt),
    line: reporterLine(deps, record.state, directory),
  }));
  return { type: 'card', card: deps.cards.show('my-reports', { reports }) };
}
