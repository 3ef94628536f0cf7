import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoAnswer } from '@/lib/api/problem';
import { keepRenewed, renewed, type Renew } from '@/lib/session/renewal';
import { sessionStore } from '@/lib/session/session-store';
import { token } from '@/testing/people';

const FIRST = token('ann', { iat: 1_000, exp: 1_060 });
const SECOND = token('ann', { iat: 1_045, exp: 1_105 });

describe('a token', () => {
  let stop: () => void;

  function keep(renew: Renew) {
    stop = keepRenewed(renew);
  }

  beforeEach(() => {
    vi.useFakeTimers();
    sessionStore.getState().signIn(FIRST);
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('is taken whatever this machine takes for the time', () => {
    keep(() => Promise.resolve(undefined));
    expect(sessionStore.getState().person?.username).toBe('ann');
  });

  it('is renewed in good time', async () => {
    keep(() => Promise.resolve(SECOND));
    await vi.advanceTimersByTimeAsync(44_000);
    expect(sessionStore.getState().token).toBe(FIRST);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sessionStore.getState().token).toBe(SECOND);
  });

  it('is good until the server says otherwise where it cannot be renewed early', async () => {
    keep(() => Promise.resolve(undefined));
    await vi.advanceTimersByTimeAsync(90_000);
    expect(sessionStore.getState().token).toBe(FIRST);
  });

  it('is renewed once for all who find that it is no longer good', async () => {
    const renew = vi.fn<Renew>().mockResolvedValue(SECOND);
    keep(renew);
    expect(await Promise.all([renewed(FIRST), renewed(FIRST)])).toEqual([true, true]);
    expect(await renewed(FIRST)).toBe(true);
    expect(renew).toHaveBeenCalledOnce();
  });

  it('ends the time of whoever gets no other', async () => {
    keep(() => Promise.resolve(undefined));
    expect(await renewed(FIRST)).toBe(false);
    expect(sessionStore.getState()).toMatchObject({ person: undefined, expired: true });
  });

  it('ends nothing while the provider is away', async () => {
    keep(() => Promise.reject(new NoAnswer()));
    await expect(renewed(FIRST)).rejects.toBeInstanceOf(NoAnswer);
    expect(sessionStore.getState().token).toBe(FIRST);
  });

  it('does not come back for whoever has left meanwhile', async () => {
    keep(() => {
      sessionStore.getState().signOut();
      return Promise.resolve(SECOND);
    });
    expect(await renewed(FIRST)).toBe(false);
    expect(sessionStore.getState()).toMatchObject({ token: undefined, expired: false });
  });
});
