import { LogOut, Menu as MenuIcon, Smile } from 'lucide-react';
import { Suspense } from 'react';
import { Link, NavLink, Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { PLACES, type Place } from '@/app/navigation';
import styles from '@/app/shell.module.css';
import { useScroll } from '@/app/use-scroll';
import { useSending } from '@/app/use-sending';
import { useUnread } from '@/app/use-unread';
import { signOut } from '@/features/account/api/sign-out';
import { AccountNotices } from '@/features/account/components/account-notices';
import { useMessagingWebsocket } from '@/features/messaging/hooks/use-messaging-websocket';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { Loading, Notice } from '@/components/ui/notice';
import { useKeptFocus } from '@/lib/keep-focus';
import { useIsAway } from '@/lib/live/connection-store';
import { useKidMode } from '@/lib/settings/settings';
import { useSession } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

/** As many as fit at the bottom of a narrow screen beside the menu. */
const AT_HAND = 4;

/** What stands around every page of whoever is signed in; others are asked to sign in, and come back. */
export function Shell() {
  const person = useSession((session) => session.person);
  const location = useLocation();
  if (person === undefined) {
    return (
      <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search + location.hash }} />
    );
  }
  return <SignedIn username={person.username} />;
}

function SignedIn({ username }: { username: string }) {
  const texts = useTexts();
  const kid = useKidMode();
  useMessagingWebsocket();
  useSending();
  useKeptFocus();
  const content = useScroll();
  const away = useIsAway();
  const roles = useSession((session) => session.person?.roles ?? []);
  const places = PLACES.filter((place) => place.roles?.some((role) => roles.includes(role)) ?? true);
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#content">
        {texts.common.skip}
      </a>
      <nav className={styles['nav']} aria-label={texts.common.nav.label}>
        <Link to="/" className={styles['brand']}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          {texts.common.name}
        </Link>
        <ul className={styles['places']}>
          {places.map((place, index) => (
            <li key={place.to} className={index < AT_HAND ? undefined : styles['wide']}>
              <PlaceLink place={place} />
            </li>
          ))}
        </ul>
        <div className={styles['self']}>
          <Link to={`/people/${encodeURIComponent(username)}`} className={styles['person']}>
            {username}
            {kid && <Smile size={18} aria-label={texts.chat.kid.title} />}
          </Link>
          <Button
            look="quiet"
            size="icon"
            aria-label={texts.common.nav.signOut}
            onClick={() => void signOut()}
          >
            <LogOut size={18} aria-hidden />
          </Button>
        </div>
        <Others places={places.slice(AT_HAND)} username={username} />
      </nav>
      <main ref={content} id="content" className={styles['content']} tabIndex={-1}>
        {away && (
          <div className={styles['away']}>
            <Notice tone="warning">{texts.common.away}</Notice>
          </div>
        )}
        <AccountNotices />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

function PlaceLink({ place }: { place: Place }) {
  const texts = useTexts();
  const unread = useUnread(place.to === '/messages');
  const Icon = place.icon;
  return (
    <NavLink to={place.to} className={styles['place']}>
      <Icon size={20} aria-hidden />
      <span>{texts.common.nav[place.text]}</span>
      {unread > 0 && (
        <span className={styles['badge']}>
          <span aria-hidden>{unread}</span>
          <span className="visually-hidden">{texts.common.unread(unread)}</span>
        </span>
      )}
    </NavLink>
  );
}

/** What else there is, on narrow screens. */
function Others({ places, username }: { places: readonly Place[]; username: string }) {
  const texts = useTexts();
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate(to);
  const trigger = (
    <button type="button" className={`${styles['place'] ?? ''} ${styles['others'] ?? ''}`}>
      <MenuIcon size={20} aria-hidden />
      <span>{texts.common.nav.more}</span>
    </button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuItem onSelect={go(`/people/${encodeURIComponent(username)}`)}>{username}</MenuItem>
      <MenuSeparator />
      {places.map((place) => (
        <MenuItem key={place.to} onSelect={go(place.to)}>
          {texts.common.nav[place.text]}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => void signOut()}>{texts.common.nav.signOut}</MenuItem>
    </Menu>
  );
}
