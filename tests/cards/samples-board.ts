import type { SlotData } from '../../src/cards/fill.ts';
import { CASE, lines, long, type Samples, type Say, WHY } from './sample-parts.ts';

const PERIOD = '1 September 2026 to 31 October 2026';
const noBoard: SlotData = {
  notice: undefined,
  board: 'governing board',
  writes: true,
  next: undefined,
  canDraft: false,
  canAsk: false,
  busy: undefined,
  draft: false,
  report: CASE,
  period: undefined,
  summary: [],
  why: WHY.section('3.1'),
  hasReports: false,
  reports: [],
};

/** The report to the board. */
export const boardSamples = (say: Say): Readonly<Record<string, Samples>> => {
  const goes = say('board-goes', { roles: 'chair of governors and governor' });
  const released = {
    report: CASE,
    period: PERIOD,
    standing: say('board-is-released', { date: '3 November 2026' }),
    opened: say('board-opened', { n: 4 }),
    canGet: true,
  };
  return {
    board: {
      normal: {
        ...noBoard,
        goes,
        next: say('board-next', { from: '1 September 2026', until: '31 October 2026' }),
        canDraft: true,
      },
      draft: {
        ...noBoard,
        goes,
        draft: true,
        period: PERIOD,
        summary: lines(say('board-total', { n: 34 }), say('board-times-few')),
      },
      reader: {
        ...noBoard,
        goes,
        writes: false,
        canAsk: true,
        hasReports: true,
        reports: [{ ...released, opened: undefined }],
      },
      fullest: {
        ...noBoard,
        goes,
        notice: say('board-asked'),
        draft: true,
        period: PERIOD,
        busy: say('board-busy'),
        summary: lines(...Array.from({ length: 7 }, () => long(100))),
        hasReports: true,
        reports: Array.from({ length: 6 }, () => released),
      },
    },
    'board-message': { normal: { text: say('board-message-drafted', { board: 'governing board' }) } },
    'board-link': { normal: { url: 'https://signpost.example/files/abc' } },
  };
};
