import type { Posting, Reply } from './load.ts';
import type { Staff } from './school.ts';

/** A form at its last page. `prepare` makes the one request that sends it, signed at that moment. */
export interface LastPage {
  readonly prepare: () => Posting;
}

/** Members of staff on one platform, as their client would speak for them. */
export interface Reporter {
  /** Whoever is to get cards makes themselves known. */
  meet(lead: Staff): Promise<void>;
  /** From "report concern" to "Check and send". */
  toLastPage(person: Staff, n: number): Promise<LastPage>;
  /** The record that a receipt names; throws for anything else. */
  saved(reply: Reply): string;
}
