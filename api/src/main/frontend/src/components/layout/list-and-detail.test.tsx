import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, useParams } from 'react-router';
import { expect, it } from 'vitest';
import { Detail, ListAndDetail } from '@/components/layout/list-and-detail';
import { Page } from '@/components/layout/page';
import { show } from '@/testing/render';

function Rooms() {
  const { room } = useParams();
  const list = (
    <Page title="Rooms">
      <Link to="/chess">Into the room</Link>
    </Page>
  );
  return (
    <ListAndDetail label="Rooms" list={list} invitation="Choose one">
      {room === undefined ? undefined : (
        <Detail label={room} back="/">
          <Page title={room}>Lines</Page>
        </Detail>
      )}
    </ListAndDetail>
  );
}

function headings() {
  return screen.getAllByRole('heading', { level: 1 }).map((heading) => heading.textContent);
}

it('is one page: named after what is open, and after the list again once that is closed', async () => {
  show(<Rooms />, '/', '/:room?');
  expect([document.title, ...headings()]).toEqual(['Rooms · Parley', 'Rooms']);
  await userEvent.click(screen.getByRole('link', { name: 'Into the room' }));
  expect([document.title, ...headings()]).toEqual(['chess · Parley', 'chess']);
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  await userEvent.click(screen.getByRole('link', { name: 'Back' }));
  expect([document.title, ...headings()]).toEqual(['Rooms · Parley', 'Rooms']);
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});
