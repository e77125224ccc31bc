import type { RecordId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import type { Deps } from '../deps.ts';
import type { BoardReport } from './document.ts';
import type { ReportForm, ReportState } from './state.ts';
import { changeReport } from './store.ts';
import { mayRead } from './who.ts';

const reportOf = ({ progress }: ReportState): BoardReport | undefined =>
  progress.standing === 'drafted' || progress.standing === 'released' ? progress.report : undefined;

/** The report, for whoever may read it now. That they opened it, when and in which form, is written down first. */
async function openReport(
  deps: Deps,
  directory: Directory,
  person: Person,
  record: RecordId,
  form: ReportForm,
): Promise<BoardReport | undefined> {
  const opening = { by: person.id, at: deps.clock.now(), form };
  const opened = await changeReport(deps, record, (state) =>
    reportOf(state) !== undefined && mayRead(deps, directory, person, state)
      ? {
          state: { ...state, openings: [...state.openings, opening] },
          event: { type: 'ReportOpened', ...opening },
        }
      : undefined,
  );
  return opened.ok ? reportOf(opened.value) : undefined;
}

interface ReportFile {
  readonly name: string;
  readonly pdf?: Uint8Array;
  readonly page?: string;
}

/** The report in the form that was asked for; its name in a folder of downloads says only what it is and from when. */
export async function reportFile(
  deps: Deps,
  directory: Directory,
  person: Person,
  record: RecordId,
  form: ReportForm,
): Promise<ReportFile | undefined> {
  const report = await openReport(deps, directory, person, record, form);
  if (report === undefined) return undefined;
  const name = `board-report-${report.at.slice(0, 10)}`;
  return form === 'pdf'
    ? { name, pdf: await deps.documents.boardReport(report) }
    : { name, page: await deps.documents.boardReportPage(report) };
}
