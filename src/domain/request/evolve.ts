import { assertNever } from '../ids.ts';
import type { RequestEvent } from './events.ts';
import type { Answer, Progress, RequestState } from './state.ts';

type Made = Extract<RequestEvent, { type: 'RequestMade' }>;

const begun = ({
  at,
  by,
  site,
  form,
  filled,
  until,
  replaces,
  rung,
  tell,
  remind,
  widen,
  over,
}: Made): RequestState => ({
  form,
  site,
  asker: by,
  askedAt: at,
  filled,
  ...(until !== undefined && { until }),
  ...(replaces !== undefined && { replaces }),
  progress: { status: 'waiting' },
  rung,
  nobody: rung < 0,
  round: 0,
  tell,
  clock: { remind, widen, ...(over !== undefined && { over }) },
  events: 0,
});

/** Something was allowed, or is kept in a register: its last day means something. */
const stands = ({ form }: RequestState, status: Progress['status']): boolean =>
  status === 'approved' || (status === 'done' && form.keep !== undefined);

const answered = (
  state: RequestState,
  { at, by, words, until, over = state.clock.over }: Answer & Pick<Made, 'until' | 'over'>,
  status: 'approved' | 'declined' | 'done',
): RequestState => ({
  ...state,
  ...(until !== undefined && { until }),
  progress: { status, answer: { by, at, words } },
  nobody: false,
  // Whoever asked waits for this: they hear of it at once, without a sound.
  tell: at,
  clock: stands(state, status) && over !== undefined ? { over } : {},
});

const afterItsDay = (state: RequestState): Progress =>
  'answer' in state.progress && stands(state, state.progress.status)
    ? { status: 'over', answer: state.progress.answer }
    : { status: 'lapsed' };

function apply(state: RequestState, event: Exclude<RequestEvent, Made>): RequestState {
  switch (event.type) {
    case 'RequestRead':
      return state;
    case 'RequestApproved':
      return answered(state, event, 'approved');
    case 'RequestDeclined':
      return answered(state, event, 'declined');
    case 'RequestDone':
      return answered(state, event, 'done');
    case 'AskedAgain': {
      const { tell, remind } = event;
      return { ...state, round: state.round + 1, tell, clock: { ...state.clock, remind } };
    }
    case 'NextCalled': {
      const { rung, tell, remind, widen } = event;
      return { ...state, rung, nobody: false, tell, clock: { ...state.clock, remind, widen } };
    }
    case 'NobodyReached':
      return { ...state, nobody: true };
    case 'SomebodyReached':
      return { ...state, nobody: false };
    case 'PeriodOver': {
      const progress = afterItsDay(state);
      const clock = progress.status === 'over' ? { remind: event.remind } : {};
      return { ...state, progress, nobody: false, tell: event.tell, clock };
    }
    case 'PeriodEnded': {
      const answer =
        'answer' in state.progress ? state.progress.answer : { by: event.by, at: event.at, words: '' };
      const ended = { by: event.by, at: event.at };
      return { ...state, progress: { status: 'ended', answer, ended }, tell: event.at, clock: {} };
    }
    case 'EntryEnded': {
      const { by, at, words } = event;
      const answer = 'answer' in state.progress ? state.progress.answer : { by, at, words: '' };
      const ended = { by, at, words };
      return { ...state, progress: { status: 'ended', answer, ended }, tell: at, clock: {} };
    }
    default:
      return assertNever(event, 'request event');
  }
}

/** What happened, happened: never throws, and an event without a beginning changes nothing. */
export function evolve(state: RequestState | undefined, event: RequestEvent): RequestState | undefined {
  if (event.type === 'RequestMade') return state ?? { ...begun(event), events: 1 };
  return state && { ...apply(state, event), events: state.events + 1 };
}
