/**
 * Records per page of a list. A statement of SQLite costs the same for a hundred as for a thousand; a page of Cosmos DB
 * stays well under the 4 MB of one answer; and between two pages whatever else waits has its turn.
 */
export const LIST_PAGE = 1_000;
