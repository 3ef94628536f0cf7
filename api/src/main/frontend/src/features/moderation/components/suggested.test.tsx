import { render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Suggested } from '@/features/moderation/components/suggested';
import { speak } from '@/lib/texts/texts';

function suggest(because: string): void {
  render(<Suggested suggestion={{ action_type: 'chat_ban', duration: 'P1D', because }} />);
}

afterEach(() => speak('en'));

it('says why in the language that is spoken', async () => {
  await speak('de');
  suggest('Repeated: offences before: 3.');
  expect(screen.getByText('Wiederholt, Verstöße zuvor: 3.')).toBeVisible();
});

it('says it as the server does where there is no other word for it', async () => {
  await speak('de');
  suggest('The moon is full.');
  expect(screen.getByText('The moon is full.')).toBeVisible();
});
