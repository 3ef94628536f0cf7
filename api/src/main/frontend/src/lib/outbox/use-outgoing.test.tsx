import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { NoAnswer, Refusal } from '@/lib/api/problem';
import { type Outgoing, useOutbox } from '@/lib/outbox/outbox-store';
import { forgetOutgoing, useOutgoing } from '@/lib/outbox/use-outgoing';

const FLOOD = new Refusal({ name: 'flood', status: 429, detail: 'Too fast.' });

function outgoing(place: string, send: (item: Outgoing) => Promise<void>) {
  return renderHook(() => useOutgoing(place, send)).result.current;
}

function itemsOf(place: string) {
  return useOutbox.getState().items.filter((item) => item.place === place);
}

describe('what is sent', () => {
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

  it('of the next person does not wait for what the former one was sending', async () => {
    const arrived: string[] = [];
    const { send } = outgoing('next', (item) => {
      arrived.push(item.content);
      return item.content === 'of ann' ? new Promise(() => undefined) : Promise.resolve();
    });
    act(() => ['of ann', 'of ann, too'].forEach(send));
    act(() => forgetOutgoing());
    act(() => send('of bob'));
    await waitFor(() => expect(arrived).toEqual(['of ann', 'of bob']));
    expect(itemsOf('next')).toEqual([]);
  });
});
