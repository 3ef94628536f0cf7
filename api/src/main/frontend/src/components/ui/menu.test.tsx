import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Menu, MenuItem } from '@/components/ui/menu';

const network = vi.hoisted(() => ({ isAway: true }));

vi.mock('@/components/ui/menu-parts', async (original) => {
  if (network.isAway) throw new TypeError('Failed to fetch dynamically imported module');
  return original();
});

it('leaves the page as it is where it cannot be loaded, and opens once it can', async () => {
  render(
    <Menu trigger={<button type="button">Actions</button>}>
      <MenuItem onSelect={() => undefined}>Profile</MenuItem>
    </Menu>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Actions' }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByRole('menu')).toBeNull();
  network.isAway = false;
  await userEvent.click(screen.getByRole('button', { name: 'Actions' }));
  expect(await screen.findByRole('menuitem', { name: 'Profile' })).toBeInTheDocument();
});
