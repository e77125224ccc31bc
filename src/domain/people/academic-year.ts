/** Days as ISO text sort and compare as text ("2026-09-01"). */
export interface AcademicYear {
  readonly from: string;
  /** Its last day. */
  readonly until: string;
}

const dayIn = (year: number, monthDay: string): Temporal.PlainDate => {
  const [month, day] = monthDay.split('-').map(Number);
  // 29 February is the 28th in other years.
  return Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 }, { overflow: 'constrain' });
};

/** The academic year that a day lies in; `starts` is its first day in each year, month first ("09-01"). */
export function academicYearOf(day: string, starts: string): AcademicYear {
  const { year } = Temporal.PlainDate.from(day);
  const first = dayIn(year, starts);
  const from = first.toString() <= day ? first : dayIn(year - 1, starts);
  return {
    from: from.toString(),
    until: dayIn(from.year + 1, starts)
      .subtract({ days: 1 })
      .toString(),
  };
}

/** A day of the year ("10-31") as it falls in this academic year. */
export function dayOfYear({ from }: AcademicYear, monthDay: string): string {
  const { year } = Temporal.PlainDate.from(from);
  const day = dayIn(year, monthDay).toString();
  return day >= from ? day : dayIn(year + 1, monthDay).toString();
}
