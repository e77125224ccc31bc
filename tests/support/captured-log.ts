import type { Log, LogLine } from '../../src/application/ports.ts';

/** A log that keeps its lines. */
export function capturedLog(): Log & { readonly lines: readonly (LogLine & { readonly level: string })[] } {
  const lines: (LogLine & { readonly level: string })[] = [];
  const keep = (level: string) => (line: LogLine) => {
    lines.push({ level, ...line });
  };
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}
