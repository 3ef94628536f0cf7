import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PostMenu } from '@/features/forum/components/post-menu';
import { post, topic } from '@/features/forum/testing/forum-server';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';

const ADDRESS = `${window.location.origin}/forum/topics/topic~1/a-trap-for-the-queen?post=2`;

describe('the link of a post', () => {
  beforeEach(() => {
    signIn('ann');
    show(<PostMenu topic={topic()} post={post({ number: 2 })} onEdit={() => undefined} />);
  });

  async function copy(user: ReturnType<typeof userEvent.setup>) {
    await user.click(screen.getByRole('button', { name: /Post 2/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy link' }));
  }

  it('is copied, which is said', async () => {
    await copy(userEvent.setup());
    expect(await screen.findByText('Copied')).toHaveAttribute('role', 'status');
    expect(await navigator.clipboard.readText()).toBe(ADDRESS);
  });

  it('is shown where the browser lets nobody copy', async () => {
    const user = userEvent.setup();
    // as it is on a page that came over plain http
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
    await copy(user);
    expect(await screen.findByLabelText('Address of the post')).toHaveValue(ADDRESS);
  });
});
