import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ReportDialog } from '@/features/moderation/components/report-dialog-loader';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';

const network = vi.hoisted(() => ({ isAway: true }));

vi.mock('@/features/moderation/components/report-dialog', async (original) => {
  if (network.isAway) throw new TypeError('Failed to fetch dynamically imported module');
  return original();
});

it('says that it cannot be loaded, and is loaded again', async () => {
  signIn('ann');
  show(<ReportDialog username="bob" onClose={() => undefined} />);
  expect(await screen.findByRole('alert')).toHaveTextContent(/no answer|connection/i);
  network.isAway = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Report bob' })).toBeInTheDocument();
});
