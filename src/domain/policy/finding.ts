/** What the bot does not do while an error about it stands; everything else goes on. */
export type Stopped = 'agreements' | 'search';

export type Severity = 'error' | 'warning' | 'note';
/** Where in a file: ['routes', 2, 'rungs', 0]. */
export type Place = readonly (string | number)[];

/** Something to say about a file, at a place in its data. */
export interface Remark {
  readonly code: string;
  readonly severity: Severity;
  readonly at: Place;
  /** The section of the written policy that it concerns. */
  readonly section?: string;
  readonly message: string;
  /** What would put it right. */
  readonly cure: string;
  readonly stops?: Stopped;
}

/** A remark that a person can find: the file and the line. */
export interface Finding extends Omit<Remark, 'at'> {
  readonly file: string;
  readonly line: number;
}

export const error = (code: string, at: Place, message: string, cure: string, section?: string): Remark => ({
  code,
  severity: 'error',
  at,
  message,
  cure,
  ...(section === undefined ? {} : { section }),
});

export const warning = (
  code: string,
  at: Place,
  message: string,
  cure: string,
  section?: string,
): Remark => ({
  ...error(code, at, message, cure, section),
  severity: 'warning',
});

export const note = (code: string, at: Place, message: string, cure: string, section?: string): Remark => ({
  ...error(code, at, message, cure, section),
  severity: 'note',
});
