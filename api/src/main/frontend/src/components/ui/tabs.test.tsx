import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Tabs } from '@/components/ui/tabs';

function Meals() {
  const [meal, setMeal] = useState<'breakfast' | 'lunch' | 'dinner'>('breakfast');
  return (
    <Tabs
      label="Meals"
      value={meal}
      onChange={setMeal}
      tabs={[
        ['breakfast', 'Breakfast', 'Eggs'],
        ['lunch', 'Lunch', 'Soup'],
        ['dinner', 'Dinner', 'Bread'],
      ]}
    />
  );
}

it('shows one of its pages, which is named after its tab', async () => {
  render(<Meals />);
  expect(screen.getByRole('tabpanel', { name: 'Breakfast' })).toHaveTextContent('Eggs');
  await userEvent.click(screen.getByRole('tab', { name: 'Dinner' }));
  expect(screen.getByRole('tabpanel', { name: 'Dinner' })).toHaveTextContent('Bread');
  expect(screen.getByRole('tab', { selected: true })).toHaveTextContent('Dinner');
});

it('is one stop of the Tab key, and its tabs are chosen by arrows, Home and End', async () => {
  render(<Meals />);
  await userEvent.tab();
  expect(screen.getByRole('tab', { name: 'Breakfast' })).toHaveFocus();
  for (const [key, meal] of [
    ['ArrowRight', 'Lunch'],
    ['End', 'Dinner'],
    ['ArrowRight', 'Breakfast'],
    ['ArrowLeft', 'Dinner'],
    ['Home', 'Breakfast'],
  ]) {
    await userEvent.keyboard(`{${key ?? ''}}`);
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent(meal ?? '');
    expect(screen.getByRole('tab', { selected: true })).toHaveFocus();
  }
});
