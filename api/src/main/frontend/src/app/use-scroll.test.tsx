import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useState } from 'react';
import { createMemoryRouter, Link, Outlet, RouterProvider } from 'react-router';
import { beforeEach, expect, it, vi } from 'vitest';
import { useScroll } from '@/app/use-scroll';

function Frame() {
  const frame = useScroll();
  return (
    <main ref={frame}>
      <Link to="/first?page=2">More of it</Link>
      <Link to="/second">Second</Link>
      <Link to="/second#named">Named</Link>
      <Outlet />
    </main>
  );
}

/** What it names comes later, when it is told to. */
const loading = new EventTarget();

function Second() {
  const [isLoaded, setIsLoaded] = useState(false);
  useEffect(() => loading.addEventListener('load', () => setIsLoaded(true)), []);
  return isLoaded && <h2 id="named">Named</h2>;
}

const main = () => screen.getByRole('main');
const names = () => scrolled.mock.contexts.map((named) => (named as Element).id);
const follow = (name: string) => userEvent.click(screen.getByRole('link', { name }));

function scrollTo(top: number) {
  main().scrollTop = top;
  main().dispatchEvent(new Event('scroll'));
}

const scrolled = vi.fn();

let router: ReturnType<typeof createMemoryRouter>;

beforeEach(() => {
  scrolled.mockReset();
  Element.prototype.scrollIntoView = scrolled;
  const children = [
    { path: 'first', element: <p>First page</p> },
    { path: 'second', Component: Second },
  ];
  router = createMemoryRouter([{ Component: Frame, children }], { initialEntries: ['/first'] });
  render(<RouterProvider router={router} />);
});

it('begins each page at its beginning', async () => {
  scrollTo(300);
  await follow('Second');
  expect(main().scrollTop).toBe(0);
});

it('stays where it is while one stays on a page', async () => {
  scrollTo(300);
  await follow('More of it');
  expect(main().scrollTop).toBe(300);
});

it('is where one was when one goes back', async () => {
  scrollTo(300);
  await follow('Second');
  scrollTo(20);
  await act(() => router.navigate(-1));
  expect(main().scrollTop).toBe(300);
  await act(() => router.navigate(1));
  expect(main().scrollTop).toBe(20);
});

it('is at what the address names, once that is there', async () => {
  await follow('Named');
  expect(names()).toEqual([]);
  act(() => void loading.dispatchEvent(new Event('load')));
  await waitFor(() => expect(names()).toEqual(['named']));
});

it('is where one scrolls oneself', async () => {
  await follow('Named');
  await userEvent.pointer({ target: main(), keys: '[MouseLeft]' });
  act(() => void loading.dispatchEvent(new Event('load')));
  await screen.findByRole('heading', { name: 'Named' });
  expect(names()).toEqual([]);
});
