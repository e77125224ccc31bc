/** What a fault may be called in a log line: its class. Its message may quote what somebody typed. */
export const codeOf = (fault: unknown): string => (fault instanceof Error ? fault.name : 'unknown');
