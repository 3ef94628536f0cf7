import { Mail, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useProfile } from '@/features/following/api/get-profile';
import { ActivityLog } from '@/features/following/components/activity-log';
import { BlockButton } from '@/features/following/components/block-button';
import { FollowButton } from '@/features/following/components/follow-button';
import styles from '@/features/following/components/profile-page.module.css';
import type { Profile } from '@/features/following/types/following';
import { ReportDialog } from '@/features/moderation/components/report-dialog-loader';
import { Page } from '@/components/layout/page';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Failure, Loading, Notice } from '@/components/ui/notice';
import { moment } from '@/lib/dates';
import { useMe } from '@/lib/session/session-store';
import { useLanguage, useTexts } from '@/lib/texts/texts';

/** Somebody: what one may do with them, and what they did. */
export function ProfilePage() {
  const { username = '' } = useParams();
  const profile = useProfile(username);
  return (
    <Page title={profile.data?.username ?? username}>
      {profile.isPending && <Loading />}
      {profile.isError && <Failure error={profile.error} onRetry={() => void profile.refetch()} />}
      {profile.data !== undefined && (
        <>
          <Head profile={profile.data} />
          <ActivityLog username={profile.data.username} />
        </>
      )}
    </Page>
  );
}

function Head({ profile }: { profile: Profile }) {
  const texts = useTexts();
  const language = useLanguage();
  const me = useMe();
  const isMe = me.id === profile.id;
  return (
    <section className={styles['head']}>
      <div className={styles['who']}>
        <Avatar name={profile.username} />
        {profile.joined_at != null && (
          <p className={styles['since']}>{texts.following.joined(moment(profile.joined_at, language))}</p>
        )}
      </div>
      {isMe ? (
        <p className={styles['links']}>
          <Link to="/following">{texts.following.followed}</Link>
          <Link to="/settings">{texts.common.nav.settings}</Link>
        </p>
      ) : (
        <Actions profile={profile} />
      )}
      {profile.relation.blocking && <Notice>{texts.following.blockedNote}</Notice>}
    </section>
  );
}

function Actions({ profile }: { profile: Profile }) {
  const texts = useTexts();
  const [reporting, setReporting] = useState(false);
  const { username, relation } = profile;
  return (
    <div className={styles['actions']}>
      {!relation.blocking && <FollowButton username={username} following={relation.following} />}
      {!relation.blocking && (
        <Link className={styles['message']} to={`/messages/new?to=${encodeURIComponent(username)}`}>
          <Mail size={18} aria-hidden />
          {texts.following.message}
        </Link>
      )}
      <BlockButton username={username} blocking={relation.blocking} />
      <Button look="quiet" onClick={() => setReporting(true)}>
        <TriangleAlert size={18} aria-hidden />
        {texts.following.report}
      </Button>
      {reporting && <ReportDialog username={username} onClose={() => setReporting(false)} />}
    </div>
  );
}
