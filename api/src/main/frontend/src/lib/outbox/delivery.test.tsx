import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NoAnswer, Refusal } from '@/lib/api/problem';
import { useDelivery } from '@/lib/outbox/delivery';
import { echo, type Outgoing, useOutbox, useUnarrived } from '@/lib/outbox/outbox-store';
import { useOutgoing } from '@/lib/outbox/use-outgoing';
import { sessionStore } from '@/lib/session/session-store';
import { signIn } from '@/testing/people';

const FLOOD = new Refusal({ name: 'flood', status: 429, detail: 'Too fast.' });

type Send = (item: Outgoing) => Promise<void>;

/** Everything is delivered in this way. */
function deliver(send: Send) {
  return renderHook(() => useDelivery(send));
}

function at(place: string) {
  return renderHook(() => useOutgoing(place)).result.current;
}

/** Somebody at a place, from which everything is delivered in this way. */
function outgoing(place: string, send: Send) {
  deliver(send);
  return at(place);
}

function itemsOf(place: string) {
  return useOutbox.getState().items.filter((item) => item.place === place);
}

describe('what is sent', () => {
  beforeEach(() => {
    useOutbox.setState({ items: [] });
    signIn('ann');
  });

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
    const post = vi.fn<Send>().mockRejectedValueOnce(FLOOD).mockResolvedValue();
    const { send, retry } = outgoing('refused', post);
    act(() => send('hello'));
    await waitFor(() => expect(itemsOf('refused')[0]).toMatchObject({ state: 'refused', refusal: FLOOD }));
    act(() => retry(itemsOf('refused')[0]?.clientId ?? ''));
    await waitFor(() => expect(itemsOf('refused')).toEqual([]));
  });

  it('waits for whoever has to sign in again', async () => {
    const ended = new Refusal({ name: 'invalid-token', status: 401, detail: 'Expired.' });
    const post = vi.fn<Send>(() => {
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
    const anns = deliver(() => Promise.reject(new NoAnswer()));
    const { send } = at('theirs');
    act(() => send('hello'));
    await waitFor(() => expect(itemsOf('theirs')[0]?.state).toBe('waiting'));
    anns.unmount();
    act(() => signIn('bob'));
    const post = vi.fn<Send>().mockResolvedValue();
    const bobs = outgoing('theirs', post);
    act(() => bobs.send('hi'));
    await waitFor(() => expect(post).toHaveBeenCalled());
    expect(post.mock.calls.map(([item]) => item.content)).toEqual(['hi']);
    expect(renderHook(() => useUnarrived('theirs')).result.current).toEqual([]);
  });

  it('goes wherever it was to go, though the person is at no such place', async () => {
    const { send } = at('first');
    act(() => send('hello'));
    const post = vi.fn<Send>().mockResolvedValue();
    deliver(post);
    await waitFor(() => expect(itemsOf('first')).toEqual([]));
    expect(post.mock.calls.map(([item]) => item.place)).toEqual(['first']);
  });

  it('goes on for whoever has come back before what they tried last had an answer', async () => {
    let answer: (error: Error) => void = () => undefined;
    const post = vi.fn<Send>(() => new Promise((_, reject) => (answer = reject)));
    const first = deliver(post);
    const { send } = at('back');
    act(() => send('hello'));
    await waitFor(() => expect(post).toHaveBeenCalledOnce());
    act(() => sessionStore.getState().expire());
    first.unmount();
    signIn('ann');
    deliver(post);
    answer(new NoAnswer());
    await waitFor(() => expect(post).toHaveBeenCalledTimes(2));
  });

  it('is taken for heard when the same person is heard to say the same, and nothing else is', () => {
    const { send } = outgoing('echo', () => new Promise(() => undefined));
    act(() => ['one', 'TWO  TIMES'].forEach(send));
    act(() => echo('echo', 'dev-ann', 'two times'));
    act(() => echo('echo', 'dev-bob', 'one'));
    expect(itemsOf('echo').map((item) => item.echoed === true)).toEqual([false, true]);
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
