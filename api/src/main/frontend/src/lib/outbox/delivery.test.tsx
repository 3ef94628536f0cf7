import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NoAnswer, Refusal } from '@/lib/api/problem';
import { type Outgoing, useOutbox, useUnarrived } from '@/lib/outbox/outbox-store';
import { useOutgoing } from '@/lib/outbox/use-outgoing';
import { sessionStore } from '@/lib/session/session-store';
import { signIn } from '@/testing/people';

const FLOOD = new Refusal({ name: 'flood', status: 429, detail: 'Too fast.' });

function outgoing(place: string, send: (item: Outgoing) => Promise<void>) {
  return renderHook(() => useOutgoing(place, send)).result.current;
}

function itemsOf(place: string) {
  return useOutbox.getState().items.filter((item) => item.place === place);
}

describe('what is sent', () => {
  beforeEach(() => signIn('ann'));

  it('goes in the order in which it was written, and is gone once it has arrived', async () => {
    const arrived: string[] = [];
    const { send } = outgoing('order', (item) => {
      arrived.push(item.content);
      return Promise.resolve();
    });
    act(() => ['one', 'two', 'three'].forEach(send));
    await waitFor(() => expect(itemsOf('order')).toEqual([]));
    expect(arrived).toEqual(['one', 'two', 'three']);
  });

  it('waits while there is no answer, and is sent again by the same name once the network is back', async () => {
    const names: string[] = [];
    const post = vi.fn((item: Outgoing) => {
      names.push(item.clientId);
      return names.length === 1 ? Promise.reject(new NoAnswer()) : Promise.resolve();
    });
    const { send } = outgoing('away', post);
    act(() => send('hello'));
    await waitFor(() => expect(itemsOf('away')[0]?.state).toBe('waiting'));
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(itemsOf('away')).toEqual([]));
    expect(new Set(names).size).toBe(1);
  });

  it('stays with its reason where it is refused, until it is sent again or discarded', async () => {
    const post = vi.fn<(item: Outgoing) => Promise<void>>().mockRejectedValueOnce(FLOOD).mockResolvedValue();
    const { send, retry } = outgoing('refused', post);
    act(() => send('hello'));
    await waitFor(() => expect(itemsOf('refused')[0]).toMatchObject({ state: 'refused', refusal: FLOOD }));
    act(() => retry(itemsOf('refused')[0]?.clientId ?? ''));
    await waitFor(() => expect(itemsOf('refused')).toEqual([]));
  });

  it('waits for whoever has to sign in again', async () => {
    const ended = new Refusal({ name: 'invalid-token', status: 401, detail: 'Expired.' });
    const post = vi.fn<(item: Outgoing) => Promise<void>>(() => {
      sessionStore.getState().expire();
      return Promise.reject(ended);
    });
    const { send } = outgoing('ended', post);
    act(() => send('hello'));
    await waitFor(() => expect(itemsOf('ended')[0]?.state).toBe('waiting'));
    post.mockResolvedValue(undefined);
    signIn('ann');
    outgoing('ended', post);
    await waitFor(() => expect(itemsOf('ended')).toEqual([]));
  });

  it('is never sent as what another person says', async () => {
    const { send } = outgoing('theirs', () => Promise.reject(new NoAnswer()));
    act(() => send('hello'));
    await waitFor(() => expect(itemsOf('theirs')[0]?.state).toBe('waiting'));
    act(() => signIn('bob'));
    const post = vi.fn<(item: Outgoing) => Promise<void>>().mockResolvedValue();
    const bobs = outgoing('theirs', post);
    act(() => bobs.send('hi'));
    await waitFor(() => expect(post).toHaveBeenCalled());
    expect(post.mock.calls.map(([item]) => item.content)).toEqual(['hi']);
    expect(renderHook(() => useUnarrived('theirs')).result.current).toEqual([]);
  });

  it('outlives the page, with the reason why it was refused', async () => {
    const { send } = outgoing('kept', () => Promise.reject(FLOOD));
    act(() => send('hello'));
    await waitFor(() => expect(itemsOf('kept')[0]?.state).toBe('refused'));
    vi.resetModules();
    const later = await import('@/lib/outbox/outbox-store');
    const kept = later.useOutbox.getState().items.find((item) => item.place === 'kept');
    expect(kept).toMatchObject({ content: 'hello', sender: 'dev-ann', state: 'refused' });
    expect(kept?.refusal).toMatchObject({ problem: { name: 'flood' } });
  });
});
