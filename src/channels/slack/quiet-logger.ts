import { type Logger, LogLevel } from '@slack/bolt';

/** Slack's libraries log whole request bodies and quote errors: their lines go nowhere, and ours say what happened. */
export const quietLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
