/** So often somebody else's change may come in between one press and its commit. */
const ATTEMPTS = 6;

/**
 * Reads, decides and commits; where somebody else's change came in between (`conflict`), it is all done anew. `what` is
 * said in the fault, and so names no person: "A person's record".
 */
export async function untilCommitted<Answer>(
  what: string,
  attempt: () => Promise<Answer | 'conflict'>,
): Promise<Answer> {
  for (let n = 0; n < ATTEMPTS; n += 1) {
    const answer = await attempt();
    if (answer !== 'conflict') return answer;
  }
  throw new Error(`${what} changed ${ATTEMPTS} times during one press: let them press again`);
}
