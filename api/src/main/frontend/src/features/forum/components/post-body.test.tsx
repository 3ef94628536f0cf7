import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { expect, it } from 'vitest';
import { PostBody } from '@/features/forum/components/post-body';
import { show } from '@/testing/render';

function Where() {
  return <output>{useLocation().pathname}</output>;
}

it('goes to whom it mentions within the client, and elsewhere in a page of its own', async () => {
  const html = '<p><a href="/@/bob.b">@bob.b</a> <a href="https://example.org">there</a></p><pre>e4</pre>';
  show(
    <>
      <PostBody html={html} />
      <Where />
    </>,
  );
  expect(screen.getByRole('link', { name: 'there' })).toHaveAttribute('target', '_blank');
  expect(screen.getByText('e4')).toHaveAttribute('tabindex', '0');
  await userEvent.click(screen.getByRole('link', { name: '@bob.b' }));
  expect(screen.getByRole('status')).toHaveTextContent('/people/bob.b');
});
