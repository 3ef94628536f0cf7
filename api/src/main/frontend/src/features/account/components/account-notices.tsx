import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Link } from 'react-router';
import styles from '@/features/account/components/account-notices.module.css';
import { useNotices } from '@/features/account/stores/notices-store';
import { type Notice, noticeSchema } from '@/features/account/types/notice';
import { Button } from '@/components/ui/button';
import { moment } from '@/lib/dates';
import { ME } from '@/lib/live/frames';
import { useSubject } from '@/lib/live/use-subject';
import { ROOMS, SANCTIONS } from '@/lib/query-keys';
import { type Language, type Texts, useLanguage, useTexts } from '@/lib/texts/texts';

/** Tells what happens to the one who is signed in, as it happens, until they have seen it. */
export function AccountNotices() {
  const texts = useTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const { notices, add, dismiss } = useNotices();
  useSubject(ME, {
    onEvent: (name, data) => {
      const heard = noticeSchema.safeParse({ kind: name, data });
      if (!heard.success) return;
      add(heard.data);
      void queries.invalidateQueries({ queryKey: SANCTIONS });
      void queries.invalidateQueries({ queryKey: ROOMS });
    },
  });
  return (
    <div className={styles['notices']} role="status">
      {notices.map((notice) => (
        <div key={notice.id} className={styles['notice']} data-kind={notice.kind}>
          <p>
            {wordsOf(notice, texts, language)} <Where notice={notice} />
          </p>
          <Button
            look="quiet"
            size="small"
            aria-label={texts.common.close}
            onClick={() => dismiss(notice.id)}
          >
            <X size={16} aria-hidden />
          </Button>
        </div>
      ))}
    </div>
  );
}

function Where({ notice }: { notice: Notice }) {
  const { account } = useTexts();
  switch (notice.kind) {
    case 'mention':
      return <Link to={postAddress(notice.data)}>{account.notices.toTopic}</Link>;
    case 'warning':
    case 'sanction':
      return <Link to="/settings#sanctions">{account.notices.details}</Link>;
    case 'sanction_ended':
    case 'report_upheld':
      return null;
  }
}

/** The forum's own way to name a post is not taken from it: notices are there wherever one is. */
function postAddress({ topic_id: topicId, number }: { topic_id: string; number: number }): string {
  return `/forum/topics/${encodeURIComponent(topicId)}?post=${String(number)}`;
}

function wordsOf(notice: Notice, { account }: Texts, language: Language): string {
  const { notices, sanctionNames } = account;
  switch (notice.kind) {
    case 'warning':
      return notices.warning(notice.data.reason);
    case 'sanction': {
      const until = notice.data.until == null ? undefined : moment(notice.data.until, language);
      return notices.sanction(sanctionNames[notice.data.action_type], notice.data.reason, until);
    }
    case 'sanction_ended':
      return notices.ended(sanctionNames[notice.data.action_type]);
    case 'report_upheld':
      return notices.upheld(notice.data.reported_user.username);
    case 'mention':
      return notices.mention(notice.data.author.username);
  }
}
