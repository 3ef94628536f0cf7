import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { Dialog } from '@/components/ui/dialog';

const onClose = vi.fn();

beforeEach(() => onClose.mockReset());

function Asking() {
  const [isOpen, setIsOpen] = useState(true);
  const close = () => {
    onClose();
    setIsOpen(false);
  };
  return (
    isOpen && (
      <Dialog title="Why?" onClose={close}>
        Say it
      </Dialog>
    )
  );
}

/** What a browser does at Escape. */
function pressEscape(): void {
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
}

it('stays open where React puts it away and back at once', async () => {
  render(<Asking />, { wrapper: StrictMode });
  await act(() => Promise.resolve());
  expect(screen.getByRole('dialog')).toBeVisible();
  expect(onClose).not.toHaveBeenCalled();
});

it('is closed once by Escape', async () => {
  render(<Asking />);
  await act(async () => {
    pressEscape();
    await Promise.resolve();
  });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(onClose).toHaveBeenCalledOnce();
});

it('is closed once by its button', async () => {
  render(<Asking />);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(onClose).toHaveBeenCalledOnce();
});
