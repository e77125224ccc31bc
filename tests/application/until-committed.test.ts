import { untilCommitted } from '../../src/application/until-committed.ts';

const answering = (...answers: readonly ('conflict' | number)[]) => {
  const left = [...answers];
  return async () => left.shift() ?? 'conflict';
};

describe('a change that somebody else comes in between', () => {
  it('is decided anew until it is committed', async () => {
    expect(await untilCommitted('A record', answering('conflict', 'conflict', 7))).toBe(7);
  });

  it('is a fault that names what, and no person, when it never is', async () => {
    await expect(untilCommitted('A record', answering())).rejects.toThrow(
      'A record changed 6 times during one press: let them press again',
    );
  });
});
